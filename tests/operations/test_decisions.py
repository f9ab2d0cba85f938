"""Decisions are one act each: refused plainly, taken whole, undone to the same rows, true for the days before."""

from collections.abc import Mapping
from datetime import date

import pytest
from msgspec import Struct

from registry_app.domain.camera_point import CameraPoint
from registry_app.domain.errors import NotFound, Refused
from registry_app.domain.ids import ModelId, SiteId, TeamId
from registry_app.domain.search import Filter, Moment, Search
from registry_app.operations import counting, day_rows, decided, decisions, inside, models, rounds
from registry_app.operations.day_rows import Day
from registry_app.operations.decisions import NewDecision
from registry_app.operations.rounds import NewRound
from registry_app.store.registry import Registry

from ..making import TODAY, add
from ..peopled import area, everything, household, member, person, site, team

NOW = Moment(TODAY)
BEFORE = Moment(date(2026, 6, 30))
MERGE = NewDecision(kind="merge", on="1/7/2026", paper_number="12/QĐ-UBND")


class Two(Struct, frozen=True):
    """Two models in one area, the first in a second area as well; teams with people and a household in each."""

    one: ModelId
    other: ModelId
    double: SiteId
    kept: SiteId
    alone: SiteId
    in_double: TeamId
    in_alone: TeamId


@pytest.fixture
def two(registry: Registry) -> Two:
    """As ``Two`` says, from 2020 on; the other's site began only in 2024."""
    first, second = area(registry, "Tổ dân phố 1"), area(registry, "Tổ dân phố 2")
    one = add(registry, "Camera tổ 1", founded_on="2020-01-01")
    other = add(registry, "Camera phường", founded_on="2020-01-01")
    double = site(registry, one, first, valid_from="2020-01-01")
    alone = site(registry, one, second, valid_from="2020-01-01")
    kept = site(registry, other, first, valid_from="2024-01-01")
    in_double, in_alone = team(registry, double, "Tổ A"), team(registry, alone, "Tổ B")
    for number, of in enumerate((in_double, in_alone)):
        member(registry, of, person(registry, f"Nguyễn Văn {number}"))
        household(registry, f"Hộ {number}", team_id=of)
    return Two(one=one, other=other, double=double, kept=kept, alone=alone, in_double=in_double, in_alone=in_alone)


def status(registry: Registry, model: ModelId) -> tuple[str, str]:
    """The label and its day."""
    (row,) = registry.models.window([model], NOW)
    return row.status, row.status_on or ""


def problems(registry: Registry, some: list[ModelId], new: NewDecision) -> list[str]:
    """The fields of what is refused."""
    with pytest.raises(Refused) as told:
        decisions.decide(registry, some, new)
    return [problem.field for problem in told.value.problems]


def into(new: NewDecision, target: ModelId) -> NewDecision:
    """The same with its target."""
    return NewDecision(kind=new.kind, on=new.on, paper_number=new.paper_number, target_id=target)


def where(registry: Registry, noun: str, day: date) -> list[tuple[str, str]]:
    """Model and site of every row of ``noun`` on a day."""
    search, past = Search(noun=noun), day < TODAY
    rows = day_rows.rows(registry, noun, search, Day(at=Moment(day), past=past))
    return sorted((row.model, getattr(row, "site", "")) for row in rows)


def figures(registry: Registry, day: date) -> Mapping[str, tuple[int, int, int]]:
    """Sites, teams and members of each model in the list of a day."""
    rows = day_rows.rows(registry, "model", Search(), Day(at=Moment(day), past=day < TODAY))
    return {row.name: (row.sites, row.teams, row.members) for row in rows}


# -- one act each ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "reason", "label"),
    [
        ("keep", "", "Đang hoạt động"),
        ("strengthen", "kiện toàn tổ trưởng", "Đang hoạt động"),
        ("pause", "thiếu người", "Tạm dừng"),
        ("end", "hết dịch", "Thanh loại"),
    ],
)
def test_a_decision_of_many_models_is_one_action(registry: Registry, kind: str, reason: str, label: str) -> None:
    some = [add(registry, name, founded_on="2020") for name in ("Một", "Hai")]
    before = everything(registry)

    done = decisions.decide(registry, some, NewDecision(kind=kind, on="1/11/2026", paper_number="9/QĐ", reason=reason))

    assert [status(registry, model)[0] for model in some] == [label, label]
    shown = decided.decisions(registry)
    assert {(one.code, one.decision.kind, one.decision.reason) for one in shown} == {
        (code, kind, reason) for code in ("CAM-2020-001", "CAM-2020-002")
    }
    assert registry.undoable is not None
    assert registry.undoable.id == done.changes.action
    registry.undo()
    assert everything(registry) == before


def test_the_status_that_a_decision_gives_keeps_its_paper(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020")

    decisions.decide(registry, [model], NewDecision(kind="end", on="1/11/2026", paper_number="9/QĐ", reason="hết dịch"))

    newest = registry.statuses.of(model)[0]
    assert (newest.on, newest.paper_number, newest.reason) == ("2026-11-01", "9/QĐ", "hết dịch")


def test_another_label_of_the_same_kind_may_be_chosen(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020")
    over = next(number for number, one in registry.lists.statuses.items() if one.name == "Hết giai đoạn")
    active = next(number for number, one in registry.lists.statuses.items() if one.kind == "active")
    new = NewDecision(kind="end", on="1/11/2026", paper_number="9/QĐ", reason="xong", status_id=active)

    assert problems(registry, [model], new) == ["status"]
    decisions.decide(
        registry,
        [model],
        NewDecision(kind="end", on="1/11/2026", paper_number="9/QĐ", reason="xong", status_id=over),
    )

    assert status(registry, model)[0] == "Hết giai đoạn"


@pytest.mark.parametrize(
    ("new", "fields"),
    [
        (NewDecision(kind="keep", on=""), ["on"]),
        (NewDecision(kind="keep", on="hôm kia"), ["on"]),
        (NewDecision(kind="keep", on="23/11/2026"), ["on"]),
        (NewDecision(kind="keep", on="31/12/2019"), ["on"]),
        (NewDecision(kind="strengthen", on="1/11/2026"), ["reason"]),
        (NewDecision(kind="end", on="1/11/2026"), ["paper_number", "reason"]),
        (NewDecision(kind="replicate", on="1/11/2026", paper_number="9"), ["areas"]),
        (NewDecision(kind="merge", on="1/11/2026", paper_number="9"), ["target"]),
        (NewDecision(kind="merge", on="1/11/2026", paper_number="9", target_id=ModelId(1)), ["target"]),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_written(
    registry: Registry, new: NewDecision, fields: list[str]
) -> None:
    model = add(registry, "Một", founded_on="2020")

    assert problems(registry, [model], new) == fields
    assert decided.decisions(registry) == []


def test_an_unknown_kind_is_told(registry: Registry) -> None:
    with pytest.raises(NotFound):
        decisions.decide(registry, [add(registry, "Một")], NewDecision(kind="forget", on="1/11/2026"))


def test_a_pause_may_be_entered_before_its_day(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020")

    decisions.decide(registry, [model], NewDecision(kind="pause", on="1/1/2027", reason="sửa đường"))

    assert status(registry, model)[0] == "Đang hoạt động"
    assert problems(registry, [model], NewDecision(kind="keep", on="1/1/2027")) == ["on"]


def test_nothing_is_decided_about_what_has_ended_or_lies_in_the_trash(registry: Registry) -> None:
    gone, over = add(registry, "Một", founded_on="2020"), add(registry, "Hai", founded_on="2020")
    models.trash(registry, [gone])
    decisions.decide(registry, [over], NewDecision(kind="end", on="1/11/2026", paper_number="9", reason="xong"))

    new = NewDecision(kind="keep", on="2/11/2026")

    assert problems(registry, [gone, over], new) == ["models", "models"]


# -- replicating -------------------------------------------------------------------------------------------------------


def test_a_replication_adds_sites_that_remember_it(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020", areas="Tổ dân phố 1")
    new_areas = (area(registry, "Tổ dân phố 2"), area(registry, "Tổ dân phố 3"))
    before = everything(registry)

    new = NewDecision(
        kind="replicate", on="1/11/2026", paper_number="9/QĐ", area_ids=new_areas, names=("Trường Kim Đồng", " ")
    )
    decisions.decide(registry, [model], new)

    rows = {row.title: row for row in registry.inside.sites.rows(Search(noun="site"), NOW)}
    assert rows["Tổ dân phố 2"].replicated == rows["Trường Kim Đồng"].replicated == "01/11/2026 – 9/QĐ"
    assert rows["Tổ dân phố 1"].replicated == ""
    assert rows["Tổ dân phố 3"].valid_from == "2026-11-01"
    (shown,) = decided.decisions(registry, model)
    assert shown.sites == ("Tổ dân phố 2", "Tổ dân phố 3", "Trường Kim Đồng")
    assert counting.official(registry, TODAY).models.sites == 4
    registry.undo()
    assert everything(registry) == before


def test_a_place_that_has_it_already_is_refused(registry: Registry) -> None:
    here = area(registry, "Tổ dân phố 1")
    model = add(registry, "Một", founded_on="2020", areas="Tổ dân phố 1")
    new = NewDecision(kind="replicate", on="1/11/2026", paper_number="9", area_ids=(here,), names=("A", "a"))

    assert problems(registry, [model], new) == ["areas", "names"]


def test_only_one_model_is_replicated_at_a_time(registry: Registry) -> None:
    some = [add(registry, name, founded_on="2020") for name in ("Một", "Hai")]
    new = NewDecision(kind="replicate", on="1/11/2026", paper_number="9", names=("A",))

    assert problems(registry, some, new) == ["models"]


# -- merging -----------------------------------------------------------------------------------------------------------


def test_a_preview_says_what_a_merge_moves_and_writes_nothing(registry: Registry, two: Two) -> None:
    before = everything(registry)

    seen = decisions.preview(registry, [two.one], into(MERGE, two.other))

    assert seen.status == "Ghép"
    assert [(fate.title, fate.into) for fate in seen.sites] == [
        ("Tổ dân phố 1", "Tổ dân phố 1"),
        ("Tổ dân phố 2", ""),
    ]
    assert seen.counts == {"site": 2, "team": 2, "membership": 2, "household": 2, "camera_point": 0}
    assert everything(registry) == before


def test_what_a_model_has_moves_into_the_other_and_comes_back_by_one_undo(registry: Registry, two: Two) -> None:
    before = everything(registry)

    decisions.decide(registry, [two.one], into(MERGE, two.other))

    assert status(registry, two.one) == ("Ghép", "2026-07-01")
    assert registry.inside.sites.one(two.alone).model_id == two.other
    assert registry.inside.teams.one(two.in_double).site_id == two.kept
    assert registry.inside.sites.one(two.double).valid_to == "2026-07-01"
    assert where(registry, "membership", TODAY) == [
        ("Camera phường", "Tổ dân phố 1"),
        ("Camera phường", "Tổ dân phố 2"),
    ]
    registry.undo()
    assert everything(registry) == before


@pytest.mark.parametrize("noun", ["team", "membership"])
def test_before_the_merge_rows_stand_where_they_stood(registry: Registry, two: Two, noun: str) -> None:
    then = where(registry, noun, BEFORE.on)

    decisions.decide(registry, [two.one], into(MERGE, two.other))

    assert where(registry, noun, BEFORE.on) == then
    assert {model for model, _site in then} == {"Camera tổ 1"}
    assert {model for model, _site in where(registry, noun, date(2026, 7, 1))} == {"Camera phường"}


def test_before_the_merge_households_and_sites_are_of_the_old_model(registry: Registry, two: Two) -> None:
    decisions.decide(registry, [two.one], into(MERGE, two.other))

    assert [model for model, _site in where(registry, "household", BEFORE.on)] == ["Camera tổ 1"] * 2
    assert [model for model, _site in where(registry, "site", BEFORE.on)] == [
        "Camera phường",
        "Camera tổ 1",
        "Camera tổ 1",
    ]


def test_a_past_roster_of_the_old_model_is_found_by_its_code(registry: Registry, two: Two) -> None:
    decisions.decide(registry, [two.one], into(MERGE, two.other))
    code = registry.models.one(two.one).code
    search = Search(noun="membership", filters=(Filter("model_code", (code,)),))

    assert len(day_rows.rows(registry, "membership", search, Day(at=BEFORE, past=True))) == 2
    assert len(day_rows.rows(registry, "membership", search, Day(at=NOW))) == 0


def test_counts_of_days_before_a_merge_stay(registry: Registry, two: Two) -> None:
    then, numbers = figures(registry, BEFORE.on), counting.official(registry, BEFORE.on)

    decisions.decide(registry, [two.one], into(MERGE, two.other))

    assert counting.official(registry, BEFORE.on) == numbers
    assert figures(registry, BEFORE.on) == then == {"Camera tổ 1": (2, 2, 2), "Camera phường": (1, 0, 0)}
    now = counting.official(registry, TODAY).models
    assert (now.models, now.sites, now.teams, now.people) == (1, 2, 2, 2)


def test_a_chain_of_merges_tells_each_day_apart(registry: Registry, two: Two) -> None:
    third = add(registry, "Camera chung", founded_on="2020-01-01")
    decisions.decide(registry, [two.one], into(MERGE, two.other))
    decisions.decide(
        registry, [two.other], NewDecision(kind="merge", on="1/9/2026", paper_number="13", target_id=third)
    )

    assert {
        day.isoformat(): {model for model, _site in where(registry, "team", day)}
        for day in (date(2026, 6, 30), date(2026, 8, 31), TODAY)
    } == {"2026-06-30": {"Camera tổ 1"}, "2026-08-31": {"Camera phường"}, TODAY.isoformat(): {"Camera chung"}}


def test_several_models_merge_into_one_place_once(registry: Registry) -> None:
    add(registry, "Sẽ nhận", founded_on="2020")
    target = registry.models.by_code("CAM-2020-001")
    some = [add(registry, name, founded_on="2020", areas="Tổ dân phố 1") for name in ("Một", "Hai")]

    decisions.decide(registry, some, into(MERGE, target))

    rows = list(registry.inside.sites.rows(Search(noun="site"), NOW))
    assert [(row.title, row.model) for row in rows] == [("Tổ dân phố 1", "Sẽ nhận")]
    assert rows[0].came_from.endswith("Một")


def test_a_site_with_a_name_of_its_own_stays_one_of_its_own(registry: Registry, two: Two) -> None:
    market = site(registry, two.one, registry.inside.sites.one(two.kept).area_id, name="Chợ Long Sơn")

    decisions.decide(registry, [two.one], into(MERGE, two.other))

    assert registry.inside.sites.one(market).model_id == two.other
    assert registry.inside.sites.one(market).valid_to is None


def test_models_are_found_by_whom_they_have_after_a_merge_and_after_its_undo(registry: Registry, two: Two) -> None:
    leader = member(registry, two.in_alone, person(registry, "Đỗ Thị Lan"), "Tổ trưởng")

    def found() -> list[int]:
        return list(registry.models.ids(Search(words="do thi lan"), NOW))

    assert leader
    assert found() == [two.one]
    decisions.decide(registry, [two.one], into(MERGE, two.other))
    assert found() == [two.other]
    registry.undo()
    assert found() == [two.one]


def test_nothing_is_merged_into_what_has_ended_or_counts_apart(registry: Registry) -> None:
    one, over = add(registry, "Một", founded_on="2020"), add(registry, "Hai", founded_on="2020")
    decisions.decide(registry, [over], NewDecision(kind="end", on="1/1/2026", paper_number="9", reason="xong"))
    body = add(registry, "Tổ bảo vệ", "BVAN", founded_on="2020")
    gone = add(registry, "Ba", founded_on="2020")
    models.trash(registry, [gone])

    for target in (over, body, gone):
        assert problems(registry, [one], into(MERGE, target)) == ["target"]


def test_the_listing_can_be_narrowed(registry: Registry, two: Two) -> None:
    decisions.decide(registry, [two.one], NewDecision(kind="keep", on="1/2/2026"))
    decisions.decide(registry, [two.one], into(MERGE, two.other))

    def kinds(**wanted: str) -> list[str]:
        return [one.decision.kind for one in decided.decisions(registry, **wanted)]  # type: ignore[arg-type]

    assert kinds() == ["merge", "keep"]
    assert kinds(kind="keep") == kinds(until="2026-06-30") == ["keep"]
    assert kinds(since="2026-06-30") == ["merge"]
    assert [one.decision.kind for one in decided.decisions(registry, two.other)] == ["merge"]


def test_camera_points_go_over_and_stood_elsewhere_before(registry: Registry, two: Two) -> None:
    with registry.change("camera"):
        registry.inside.cameras.insert(CameraPoint(site_id=two.double, name="Ngõ 1", eyes=2))
    before = counting.official(registry, BEFORE.on)

    decisions.decide(registry, [two.one], into(MERGE, two.other))

    assert [model for model, _site in where(registry, "camera_point", TODAY)] == ["Camera phường"]
    assert [model for model, _site in where(registry, "camera_point", BEFORE.on)] == ["Camera tổ 1"]
    assert counting.official(registry, BEFORE.on) == before
    assert counting.official(registry, TODAY).models.eyes == 2


def test_a_body_by_law_keeps_its_members_of_before(registry: Registry) -> None:
    bodies = [add(registry, name, "BVAN", founded_on="2020-01-01") for name in ("Tổ bảo vệ 1", "Tổ bảo vệ 2")]
    for number, body in enumerate(bodies):
        place = site(registry, body, name=f"Nhà văn hóa {number}", valid_from="2020-01-01")
        member(registry, team(registry, place, f"Tổ {number}"), person(registry, f"Lê Văn {number}"))

    decisions.decide(registry, bodies[:1], into(MERGE, bodies[1]))

    then = {body.name: len(body.served) for body in registry.force.bodies(BEFORE.on)}
    now = {body.name: len(body.served) for body in registry.force.bodies(TODAY)}
    assert then == {"Tổ bảo vệ 1": 1, "Tổ bảo vệ 2": 1}
    assert now == {"Tổ bảo vệ 2": 2}


def test_a_site_that_a_decision_made_can_be_deleted_again(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020")
    new = NewDecision(kind="replicate", on="1/11/2026", paper_number="9", names=("Chợ",))
    decisions.decide(registry, [model], new)
    (one,) = registry.inside.sites.where("model_id", model)

    inside.remove(registry, "site", [one.id])

    (shown,) = decided.decisions(registry)
    assert shown.sites == ()


def test_who_still_waits_in_an_open_round_is_told_beforehand(registry: Registry, two: Two) -> None:
    new = NewRound(
        name="Đợt cuối năm", kind="review", period_from="1/1/2026", period_to="31/12/2026", search=Search(), deadline=""
    )
    rounds.open_round(registry, new)

    seen = decisions.preview(registry, [two.one], into(MERGE, two.other))

    assert [note.values["round"] for note in seen.notes if "round" in note.values] == ["Đợt cuối năm"]


def test_that_a_result_of_an_open_round_would_be_lost_is_told_beforehand(registry: Registry, two: Two) -> None:
    number = rounds.open_round(registry, NewRound(name="Đợt", period_from="1/1/2026", period_to="31/12/2026")).id
    code = registry.models.one(two.one).code
    rounds.enter(registry, number, [rounds.Entered(code=code, grade="Yếu")])

    ending = decisions.preview(registry, [two.one], into(MERGE, two.other))
    pausing = decisions.preview(registry, [two.one], NewDecision(kind="pause", on="1/7/2026", reason="chờ"))

    assert [str(note) for note in ending.notes if "round" in note.values] == [
        f"{code} đã có kết quả trong đợt “Đợt” đang mở; khi mô hình kết thúc, kết quả đó không thành lần rà soát. "
        "Hãy chốt đợt trước."
    ]
    assert not [note for note in pausing.notes if "round" in note.values]
