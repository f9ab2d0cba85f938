"""Models that look outdated are found with the reasons; some are excused for a while, and that can be taken back."""

import pytest
import time_machine
from msgspec.structs import replace

from registry_app.domain.errors import Refused
from registry_app.domain.ids import IndicatorId, ModelId, StatusId
from registry_app.domain.results import Result
from registry_app.domain.review import Review, StatusChange
from registry_app.domain.search import Moment
from registry_app.operations import inside, lists, outdated, reviewing
from registry_app.store.registry import Registry

from ..making import TODAY, add
from ..peopled import area, member, person, site, team

AT = Moment(TODAY)


@pytest.fixture(autouse=True)
def _today(time_machine: time_machine.TimeMachineFixture) -> None:
    time_machine.move_to(f"{TODAY} 08:00 +0700")


def reasons(registry: Registry, model: ModelId) -> list[str]:
    """Keys of the reasons why ``model`` looks outdated."""
    return [reason.key for one in outdated.find(registry, AT) if one.id == model for reason in one.reasons]


def fresh(registry: Registry, name: str = "Camera an ninh") -> ModelId:
    """A model that nothing is wrong with."""
    return add(registry, name, founded_on="1/9/2026")


def test_a_new_model_does_not_look_outdated(registry: Registry) -> None:
    fresh(registry)

    assert outdated.find(registry, AT) == []


def test_weak_reviews_running_are_a_reason_until_a_better_one(registry: Registry) -> None:
    model = add(registry, "Camera an ninh", founded_on="1/9/2020")
    for on in ("2025-09-01", "2026-03-01", "2026-09-01"):
        reviewing.mark_reviewed(registry, [model], Review(on=on, effective="no"))
    assert reasons(registry, model) == ["weak"]

    reviewing.mark_reviewed(registry, [model], Review(on="2026-10-01", effective="yes"))
    assert reasons(registry, model) == []
    registry.undo()
    assert reasons(registry, model) == ["weak"]


def test_a_model_without_activity_or_review_for_long(registry: Registry) -> None:
    model = add(registry, "Camera an ninh", founded_on="1/9/2020", interval_months="6")

    assert reasons(registry, model) == ["never_reviewed", "inactive", "overdue"]


def test_ended_paused_trashed_and_statutory_models_are_not_judged(registry: Registry) -> None:
    add(registry, "Tổ hòa giải", "THG", founded_on="2010")
    ended = add(registry, "Camera", founded_on="2010")
    over = next(one for one in registry.lists.statuses.values() if one.kind == "ended")
    change = StatusChange(status_id=StatusId(over.id), on="2020-01-01", reason="thôi", paper_number="1")
    reviewing.change_status(registry, [ended], change)

    assert outdated.find(registry, AT) == []


def test_two_current_models_of_one_name_name_each_other(registry: Registry) -> None:
    one, other = fresh(registry), fresh(registry, "CAMERA  an ninh")

    found = {found.id: str(found.reasons[0].values["codes"]) for found in outdated.find(registry, AT)}

    assert found == {one: "CAM-2026-002", other: "CAM-2026-001"}


def test_members_who_have_all_ended_and_members_of_another_model(registry: Registry) -> None:
    one, other = fresh(registry), fresh(registry, "Liên gia")
    teams = [team(registry, site(registry, model)) for model in (one, other)]
    people = [person(registry, f"Người {number}") for number in range(4)]
    for who in people:
        for of in teams:
            member(registry, of, who, "Tổ trưởng" if who == people[0] else "Tổ viên", valid_from="2026-09-01")
    assert reasons(registry, one) == reasons(registry, other) == ["same_members"]

    memberships = [value.id for value in registry.inside.members.where("team_id", teams[0])]
    inside.end(registry, "membership", memberships, "1/10/2026")
    assert reasons(registry, one) == ["members_ended"]
    assert reasons(registry, other) == []


def test_members_to_come_have_not_ended_and_those_of_an_ended_team_have(registry: Registry) -> None:
    one, other = fresh(registry), fresh(registry, "Liên gia")
    member(registry, team(registry, site(registry, one)), person(registry), valid_from="2026-12-15")
    over = team(registry, site(registry, other), valid_to="2026-10-01")
    member(registry, over, person(registry, "Trần Thị Bình"), valid_from="2026-09-01")

    assert "members_ended" not in reasons(registry, one)
    (found,) = (found for found in outdated.find(registry, AT) if found.id == other)
    assert str(found.reasons[0]) == "cả 1 thành viên đã thôi, người cuối cùng từ 01/10/2026"


def test_results_of_a_period_that_still_runs_are_activity(registry: Registry) -> None:
    model = add(registry, "Camera an ninh", founded_on="1/9/2020")
    assert "inactive" in reasons(registry, model)
    indicator = IndicatorId(next(iter(registry.lists.indicators)))

    with registry.change("result"):
        year = Result(indicator_id=indicator, model_id=model, period_from="2026-01-01", period_to="2026-12-31")
        registry.inside.of("result").insert(replace(year, code="KQ-1", amount="3"))

    assert "inactive" not in reasons(registry, model)


def test_a_model_whose_areas_are_all_retired(registry: Registry) -> None:
    model, gone = fresh(registry), area(registry, "Tổ dân phố 9")
    site(registry, model, gone)
    assert "area_gone" not in reasons(registry, model)

    lists.retire(registry, registry.lists.areas[gone])
    assert reasons(registry, model)[0] == "area_gone"


def test_who_is_excused_is_not_shown_until_the_day_is_over(registry: Registry) -> None:
    model = add(registry, "Camera an ninh", founded_on="1/9/2020")

    outdated.excuse(registry, [model], "31/12/2026", "chờ sáp nhập")

    assert outdated.find(registry, AT) == []
    (found,) = outdated.find(registry, AT, excused=True)
    assert found.excuse
    assert found.excuse.reason == "chờ sáp nhập"
    assert outdated.find(registry, Moment(TODAY.replace(year=2027)))
    outdated.withdraw(registry, [model])
    assert [one.id for one in outdated.find(registry, AT)] == [model]
    registry.undo()
    assert outdated.find(registry, AT) == []


@pytest.mark.parametrize(
    ("until", "reason", "fields"),
    [("", "", ["until", "reason"]), ("21/11/2026", "x", ["until"]), ("zork", "x", ["until"]), ("2027", "x", ["until"])],
)
def test_an_excuse_needs_a_day_to_come_and_a_reason(
    registry: Registry, until: str, reason: str, fields: list[str]
) -> None:
    model = fresh(registry)

    with pytest.raises(Refused) as refused:
        outdated.excuse(registry, [model], until, reason)

    assert [problem.field for problem in refused.value.problems] == fields


def test_the_sample_has_models_that_look_outdated_for_several_reasons(sample_ward: Registry) -> None:
    found = outdated.find(sample_ward, AT)

    assert len({reason.key for one in found for reason in one.reasons}) >= 5
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)
