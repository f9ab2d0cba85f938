"""Sites, teams, people, households and camera points are saved as typed, ended and deleted; what is wrong is told at
its field and nothing saved."""

from datetime import date

import pytest

from registry_app.domain.area_changes import Act, NewArea
from registry_app.domain.errors import NotFound, Refused
from registry_app.domain.ids import AreaId
from registry_app.domain.nouns import NOUNS
from registry_app.domain.person import Person
from registry_app.domain.search import Moment, Search
from registry_app.operations import areas, inside
from registry_app.store.registry import Registry

from .. import peopled
from ..insides import add_member, add_site, add_team
from ..making import TODAY, add

AT = Moment(TODAY)
EVERYTHING = {
    "person": {
        "name": "Nguyễn Văn An",
        "born": "5/3/1970",
        "sex": "nam",
        "phone": "912345678",
        "id_number": "001 070 012 345",
        "address": "Số 5, ngõ 3",
        "area": "to 5",
        "education": "thcs – thpt",
        "minority": "không",
        "ethnicity": "Kinh",
        "religion": "không",
        "notes": "ghi chú",
    },
    "household": {
        "head": "Lê Thị Chín",
        "address": "Số 7",
        "area": "Tổ 5",
        "team": "to lien gia so 1",
        "people": "4",
        "phone": "0987654321",
        "pledged_on": "3/2026",
        "valid_from": "2025",
        "valid_to": "2026",
        "notes": "ghi chú",
    },
    "camera_point": {
        "name": "Ngã ba chợ",
        "place": "Cột điện 12",
        "site": "to 5",
        "eyes": "8",
        "recorders": "1",
        "kind": "nhận dạng biển số",
        "owner": "household",
        "owner_name": "Ông Tám",
        "funding": "social",
        "cost": "30.000.000",
        "connected_to": "Công an phường",
        "days_kept": "30",
        "sharing": "có",
        "shared_on": "2025",
        "sign": "yes",
        "state": "working",
        "checked_on": "1/10/2026",
        "valid_from": "2024",
        "valid_to": "2027",
        "notes": "ghi chú",
    },
    "team": {
        "name": "Tổ số 2",
        "decided": "5",
        "paper_number": "12/QĐ-UBND",
        "valid_from": "1/1/2024",
        "valid_to": "2027",
        "notes": "Dòng một\nDòng hai",
    },
    "site": {
        "name": "Chợ Long Sơn",
        "place_kind": "chợ",
        "area": "TO 5",
        "valid_from": "2020",
        "valid_to": "2027",
    },
}


def links_of(registry: Registry, noun: str) -> dict[str, int | None]:
    """What a row of the noun must be linked to, in a register with one site and one team."""
    site = registry.inside.sites.one(1)
    links: dict[str, dict[str, int | None]] = {"team": {"site_id": site.id}, "site": {"model_id": site.model_id}}
    return links.get(noun, {})


def refused(registry: Registry, noun: str, typed: dict[str, str], number: int = 0, **links: int) -> dict[str, str]:
    """What is told at which field; nothing may have been saved."""
    before = registry.undoable
    with pytest.raises(Refused) as told:
        inside.save(registry, noun, number, typed, **links)
    assert registry.undoable == before
    return {problem.field: str(problem) for problem in told.value.problems}


@pytest.mark.parametrize("noun", EVERYTHING)
def test_every_field_is_kept_as_it_was_typed(registry: Registry, noun: str) -> None:
    add_team(registry)

    kept = inside.save(registry, noun, 0, EVERYTHING[noun], **links_of(registry, noun))

    (row,) = registry.inside.of(noun).window([kept.id], AT)
    blank = [field.name for field in NOUNS[noun].fields if field.page and getattr(row, field.name) in (None, "")]
    assert blank == []
    assert set(EVERYTHING[noun]) == {field.name for field in NOUNS[noun].fields if field.page}
    assert getattr(row, "code", kept.code) == kept.code


def test_what_was_typed_stands_as_the_register_keeps_it(registry: Registry) -> None:
    add_team(registry)

    kept = inside.save(registry, "person", 0, EVERYTHING["person"])

    person = registry.inside.people.one(kept.id)
    area = next(area.id for area in registry.lists.areas.values() if area.name == "Tổ 5")
    assert (person.code, person.born, person.sex, person.phone) == ("NG-00001", "1970-03-05", "male", "0912345678")
    assert (person.id_number, person.area_id, person.education) == ("001070012345", area, "secondary")


def test_fields_that_are_not_named_stay(registry: Registry) -> None:
    number = inside.save(registry, "person", 0, {"name": "An", "born": "1970", "phone": "0912345678"}).id

    inside.save(registry, "person", number, {"born": "", "notes": "mới"})

    person = registry.inside.people.one(number)
    assert person == Person(
        id=person.id, code="NG-00001", name="An", born=None, phone="0912345678", area_id=None, notes="mới"
    )


def test_saving_what_is_there_already_is_no_action(registry: Registry) -> None:
    number = inside.save(registry, "person", 0, {"name": "An"}).id

    kept = inside.save(registry, "person", number, {"name": " An "})

    assert not kept.changes
    assert kept.code == "NG-00001"


def test_every_save_is_undone_in_one_step(registry: Registry) -> None:
    number = inside.save(registry, "person", 0, {"name": "An"}).id
    inside.save(registry, "person", number, {"name": "Bình", "phone": "0912345678"})

    registry.undo()

    assert registry.inside.people.one(number).name == "An"


@pytest.mark.parametrize(
    ("noun", "typed", "told"),
    [
        ("person", {"name": " ", "born": "32/1/1970", "phone": "abc", "id_number": "01070012345"}, {"name", "born"}),
        ("person", {"name": "x" * 301, "sex": "khác", "area": "Tổ không có"}, {"name", "sex", "area"}),
        ("person", {"name": "An", "code": "NG-9", "teams": "Tổ 1", "x": "y"}, {"code", "teams", "x"}),
        ("household", {"people": "nhiều", "team": "TO-99999"}, {"head", "people", "team"}),
        ("household", {"head": "A", "people": "201", "valid_from": "2025", "valid_to": "2024"}, {"people", "valid_to"}),
        ("camera_point", {"eyes": "1,5", "cost": "9" * 30}, {"name", "site", "eyes", "cost"}),
        ("team", {"name": ""}, {"name", "site"}),
        ("site", {"name": ""}, {"model", "area"}),
    ],
)
def test_what_is_wrong_is_told_at_its_field_all_at_once(
    registry: Registry, noun: str, typed: dict[str, str], told: set[str]
) -> None:
    found = refused(registry, noun, typed)

    assert told <= found.keys()
    assert all(found.values())


def test_a_lost_zero_of_an_identity_number_is_offered_back(registry: Registry) -> None:
    assert "001070012345" in refused(registry, "person", {"name": "An", "id_number": "01070012345"})["id_number"]


def test_links_to_rows_that_are_gone_are_told(registry: Registry) -> None:
    assert refused(registry, "team", {"name": "Tổ 1"}, site_id=99).keys() == {"site"}
    assert refused(registry, "site", {"name": "Chợ"}, model_id=99).keys() == {"model"}
    assert refused(registry, "household", {"head": "A"}, team_id=99).keys() == {"team"}


def test_a_row_that_is_gone_cannot_be_saved(registry: Registry) -> None:
    with pytest.raises(NotFound):
        inside.save(registry, "person", 7, {"name": "An"})


def test_a_link_that_the_noun_does_not_have_is_a_mistake_of_the_program(registry: Registry) -> None:
    with pytest.raises(ValueError, match="team_id"):
        inside.save(registry, "person", 0, {"name": "An"}, team_id=1)


def test_reading_gives_what_saving_would_write(registry: Registry) -> None:
    value = inside.read(registry, "person", Person(), {"name": "An", "born": "1970"})

    assert value == Person(name="An", born="1970")
    with pytest.raises(Refused):
        inside.read(registry, "person", Person(), {"born": "1970"})


# -- teams and sites by name -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["to-00001", "Tổ Liên Gia số 1", "TO-00001 Tổ liên gia số 1 (Tổ 5)"])
def test_a_household_names_its_team_by_code_or_name(registry: Registry, typed: str) -> None:
    team = add_team(registry)

    number = inside.save(registry, "household", 0, {"head": "Lê A", "team": typed}).id

    assert registry.inside.households.one(number).team_id == team


def test_an_unknown_team_is_refused_with_the_nearest(registry: Registry) -> None:
    add_team(registry, "Tổ liên gia số 12")

    assert "Tổ liên gia số 12" in refused(registry, "household", {"head": "A", "team": "Tổ liên gia số 1"})["team"]


def test_a_name_that_several_teams_have_is_refused_with_their_codes(registry: Registry) -> None:
    site = add_site(registry)
    first, second = (add_team(registry, "Tổ 1", site) for _ in range(2))

    told = refused(registry, "household", {"head": "A", "team": "tổ 1"})["team"]

    assert "TO-00001" in told
    assert "TO-00002" in told
    number = inside.save(registry, "household", 0, {"head": "A", "team": "TO-00002"}).id
    inside.save(registry, "household", number, {"team": "Tổ 1", "notes": "tên đang hiện"})
    assert registry.inside.households.one(number).team_id == second
    assert first != second


def test_of_two_teams_the_one_that_holds_now_is_meant(registry: Registry) -> None:
    site = add_site(registry)
    add_team(registry, "Tổ 1", site, valid_to="2024")
    second = add_team(registry, "Tổ 1", site, valid_from="2024")

    number = inside.save(registry, "household", 0, {"head": "A", "team": "Tổ 1"}).id

    assert registry.inside.households.one(number).team_id == second


def test_sites_of_one_title_are_told_apart_by_the_code_of_the_model(registry: Registry) -> None:
    add_site(registry)
    second = add_site(registry, kind_of_model="LGA")
    code = registry.models.one(registry.inside.sites.one(second).model_id).code

    told = refused(registry, "camera_point", {"name": "Ngã ba", "site": "Tổ 5"})["site"]
    number = inside.save(registry, "camera_point", 0, {"name": "Ngã ba", "site": f"Tổ 5 ({code.lower()})"}).id

    assert f"Tổ 5 ({code})" in told
    assert registry.inside.cameras.one(number).site_id == second


def test_the_head_who_was_chosen_gives_the_name_until_another_is_typed(registry: Registry) -> None:
    person = inside.save(registry, "person", 0, {"name": "Lê Văn Tám"}).id

    number = inside.save(registry, "household", 0, {}, head_id=person).id
    chosen = registry.inside.households.one(number)
    inside.save(registry, "household", number, {"head": "lê văn tám", "people": "3"})
    same = registry.inside.households.one(number)
    inside.save(registry, "household", number, {"head": "Lê Văn Chín"})
    other = registry.inside.households.one(number)

    assert (chosen.head, chosen.head_id) == ("Lê Văn Tám", person)
    assert same.head_id == person
    assert (other.head, other.head_id) == ("Lê Văn Chín", None)


def test_an_area_out_of_use_stays_where_it_was_chosen(registry: Registry) -> None:
    add_team(registry)
    number = inside.save(registry, "person", 0, {"name": "An", "area": "Tổ 5"}).id
    before = registry.inside.people.one(number)

    inside.save(registry, "person", number, {"area": "Tổ 5", "notes": "x"})

    assert registry.inside.people.one(number).area_id == before.area_id
    inside.save(registry, "person", number, {"area": ""})
    assert registry.inside.people.one(number).area_id is None


# -- warnings ----------------------------------------------------------------------------------------------------------


def warned(kept: inside.Kept) -> dict[str, str]:
    """What is told at which field although it was saved."""
    return {problem.field: str(problem) for problem in kept.warnings}


def test_the_same_number_of_somebody_else_is_told_by_code_and_name(registry: Registry) -> None:
    inside.save(registry, "person", 0, {"name": "An", "phone": "0912345678/0987654321", "id_number": "001070012345"})

    kept = inside.save(registry, "person", 0, {"name": "Bình", "phone": "0912345678", "id_number": "001070012345"})

    assert "NG-00001 An" in warned(kept)["phone"]
    assert "NG-00001 An" in warned(kept)["id_number"]
    assert warned(inside.save(registry, "person", kept.id, {"phone": "", "id_number": ""})) == {}


def test_an_old_identity_number_is_kept_with_a_warning(registry: Registry) -> None:
    kept = inside.save(registry, "person", 0, {"name": "An", "id_number": "012345678"})

    assert warned(kept).keys() == {"id_number"}
    assert registry.inside.people.one(kept.id).id_number == "012345678"


def test_a_team_before_its_site_and_a_second_of_the_name_are_worth_a_look(registry: Registry) -> None:
    site = add_site(registry)
    inside.save(registry, "site", site, {"valid_from": "1/1/2024"})
    add_team(registry, "Tổ 1", site)

    kept = inside.save(registry, "team", 0, {"name": "tổ 1", "valid_from": "2020"}, site_id=site)

    assert warned(kept).keys() == {"valid_from", "name"}
    camera = inside.save(registry, "camera_point", 0, {"name": "A", "valid_from": "2020", "eyes": "0"}, site_id=site)
    assert warned(camera).keys() == {"valid_from", "eyes"}


def test_a_second_site_in_the_same_area_is_worth_a_look(registry: Registry) -> None:
    site = registry.inside.sites.one(add_site(registry))

    kept = inside.save(registry, "site", 0, {"area": "Tổ 5"}, model_id=site.model_id)

    assert warned(kept).keys() == {"area"}


# -- areas that come and go --------------------------------------------------------------------------------------------


def test_a_site_in_an_area_before_it_existed_or_after_it_ended_is_refused(registry: Registry) -> None:
    ended, later = _merged(registry)
    model = add(registry, "Mô hình")

    told = refused(registry, "site", {"area": ended, "valid_from": "1/8/2026"}, model_id=model)
    assert told.keys() == {"area"}
    told = refused(registry, "site", {"area": later, "valid_from": "1/6/2026"}, model_id=model)
    assert told.keys() == {"valid_from"}
    inside.save(registry, "site", 0, {"area": ended, "valid_from": "2020", "valid_to": "1/7/2026"}, model_id=model)
    inside.save(registry, "site", 0, {"area": later, "valid_from": "1/7/2026"}, model_id=model)


def test_what_came_over_from_an_area_that_ended_can_still_be_edited(registry: Registry) -> None:
    site = add_site(registry, "Tổ 1")
    inside.save(registry, "site", site, {"valid_from": "2020"})
    _merged(registry)

    inside.save(registry, "site", site, {"name": "Chợ", "valid_from": "2019"})

    assert registry.inside.sites.one(site).valid_from == "2019"


def _merged(registry: Registry) -> tuple[str, str]:
    """An area that ended on 01/7/2026 and the one that came out of the merge."""
    for name in ("Tổ 1", "Tổ 2"):
        if all(area.name != name for area in registry.lists.areas.values()):
            peopled.area(registry, name)
    numbers = [AreaId(area.id) for area in registry.lists.areas.values() if area.name in ("Tổ 1", "Tổ 2")]
    areas.merge(registry, numbers, NewArea(name="Khu phố 1"), Act(on="2026-07-01", paper_number="1/NQ-HĐND"))
    return "Tổ 1", "Khu phố 1"


# -- ending ------------------------------------------------------------------------------------------------------------


def test_ending_teams_keeps_them_for_the_days_before(registry: Registry) -> None:
    team = add_team(registry, valid_from="2024")

    inside.end(registry, "team", [team], "1/6/2026")

    shelf, search = registry.inside.teams, Search(noun="team")
    assert list(shelf.ids(search, Moment(date(2026, 5, 31)))) == [team]
    assert list(shelf.ids(search, Moment(date(2026, 6, 1)))) == []


def test_a_membership_keeps_why_it_ended_and_by_which_paper(registry: Registry) -> None:
    _person, number = add_member(registry, add_team(registry), "An")

    inside.end(registry, "membership", [number], "1/6/2026", reason="resigned", paper=" 12/QĐ ")

    ended = registry.inside.members.one(number)
    assert (ended.valid_to, ended.end_reason, ended.end_paper) == ("2026-06-01", "resigned", "12/QĐ")


@pytest.mark.parametrize(
    ("on", "reason", "told"), [("", None, ["on"]), ("31/2/2026", None, ["on"]), ("2026", "vì thế", ["reason"])]
)
def test_an_end_that_cannot_be_read_is_told(registry: Registry, on: str, reason: str | None, told: list[str]) -> None:
    _person, number = add_member(registry, add_team(registry), "An")

    with pytest.raises(Refused) as found:
        inside.end(registry, "membership", [number], on, reason=reason)

    assert [problem.field for problem in found.value.problems] == told


def test_what_has_ended_or_not_yet_begun_cannot_end_and_then_nothing_does(registry: Registry) -> None:
    site = add_site(registry)
    teams = [
        add_team(registry, "Tổ 1", site),
        add_team(registry, "Tổ 2", site, valid_from="2026-09-01"),
        add_team(registry, "Tổ 3", site, valid_to="2025"),
    ]

    with pytest.raises(Refused) as told:
        inside.end(registry, "team", teams, "1/6/2026")

    assert [problem.field for problem in told.value.problems] == ["2.on", "3.on"]
    assert registry.inside.teams.one(teams[0]).valid_to is None


# -- deleting ----------------------------------------------------------------------------------------------------------


def why_kept(registry: Registry, noun: str, number: int) -> str:
    """Why the row stays."""
    with pytest.raises(Refused) as told:
        inside.remove(registry, noun, [number])
    assert registry.inside.of(noun).many([number])
    return str(told.value)


def test_what_something_hangs_on_stays_and_says_so_by_name(registry: Registry) -> None:
    team = add_team(registry)
    person, membership = add_member(registry, team, "Nguyễn Văn An")
    site = registry.inside.teams.one(team).site_id

    assert "Nguyễn Văn An" in why_kept(registry, "person", person)
    assert "Tổ liên gia số 1" in why_kept(registry, "team", team)
    assert "Tổ 5" in why_kept(registry, "site", site)

    for noun, number in (("membership", membership), ("team", team), ("site", site), ("person", person)):
        inside.remove(registry, noun, [number])
        assert registry.inside.of(noun).many([number]) == []


def test_a_head_of_household_and_a_team_with_households_stay(registry: Registry) -> None:
    team = add_team(registry)
    person = inside.save(registry, "person", 0, {"name": "An"}).id
    household = inside.save(registry, "household", 0, {"head": "An"}, head_id=person, team_id=team).id

    assert "An" in why_kept(registry, "person", person)
    assert "Tổ liên gia số 1" in why_kept(registry, "team", team)
    inside.remove(registry, "household", [household])
    inside.remove(registry, "person", [person])


def test_a_site_with_camera_points_stays(registry: Registry) -> None:
    site = add_site(registry)
    inside.save(registry, "camera_point", 0, {"name": "Ngã ba"}, site_id=site)

    assert why_kept(registry, "site", site)


def test_deleting_several_is_all_or_nothing_and_undone_in_one_step(registry: Registry) -> None:
    team = add_team(registry)
    serving, _membership = add_member(registry, team, "An")
    free = [inside.save(registry, "person", 0, {"name": name}).id for name in ("Bình", "Chi")]

    with pytest.raises(Refused):
        inside.remove(registry, "person", [*free, serving])
    assert len(registry.inside.people.many(free)) == 2

    inside.remove(registry, "person", [*free, 999])
    assert registry.inside.people.many(free) == []
    registry.undo()
    assert [one.name for one in registry.inside.people.many(free)] == ["Bình", "Chi"]


def test_courses_and_files_go_with_their_person_and_come_back(registry: Registry) -> None:
    number = inside.save(registry, "person", 0, {"name": "An"}).id
    with registry.change("thêm"):
        registry.connection.execute("INSERT INTO course (person_id, name) VALUES (?, 'Bồi dưỡng')", (number,))
        registry.connection.execute(
            """INSERT INTO attachment (noun, row_id, blob_hash, name, media, size, added_on)
               VALUES ('person', ?, 'x', 'a.pdf', 'application/pdf', 1, '2026-01-01')""",
            (number,),
        )

    def left() -> int:
        query = "SELECT (SELECT count(*) FROM course) + (SELECT count(*) FROM attachment)"
        return int(registry.connection.execute(query).fetchone()[0])

    inside.remove(registry, "person", [number])
    assert left() == 0
    registry.undo()
    assert left() == 2
