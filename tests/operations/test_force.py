"""The statutory bodies of a register: figures of a period, written down and compared."""

from datetime import date

import pytest

from registry_app.domain.errors import NotFound, Refused
from registry_app.domain.ids import ModelId
from registry_app.operations import counting, force
from registry_app.store.registry import Registry

ON = date(2026, 11, 14)


def test_the_force_is_never_in_the_count_of_models(sample_ward: Registry) -> None:
    found = force.read(sample_ward, ON)
    count = counting.official(sample_ward, ON)

    assert [line.type for line in found.lines] == ["Tổ hòa giải ở cơ sở", "Tổ bảo vệ an ninh, trật tự"]
    assert found.total.members_actual == count.statutory.people
    assert found.total.teams_actual == count.statutory.teams


def test_before_july_2024_the_former_bodies_are_the_force(sample_ward: Registry) -> None:
    types = [line.type for line in force.read(sample_ward, date(2024, 6, 30)).lines]

    assert "Ban bảo vệ dân phố (trước 01/7/2024)" in types
    assert "Đội dân phòng (trước 01/7/2024)" in types
    assert "Tổ bảo vệ an ninh, trật tự" not in types


def test_figures_of_the_sample_add_up(sample_ward: Registry) -> None:
    total = force.read(sample_ward, ON).total

    assert total.men + total.women + total.sex_unknown == total.members_actual
    assert total.to_70 + total.over_70 + total.age_unknown == total.members_actual
    assert sum(total.education.values()) + total.education_unknown == total.members_actual
    assert total.minority == 0
    assert total.course_classes >= 1
    assert total.members_before > 0


def test_what_is_written_down_is_the_period_before_of_the_next(sample_ward: Registry) -> None:
    day = date(2026, 12, 14)
    body = next(one for one in sample_ward.force.bodies(day) if one.code.startswith("BVAN"))

    force.record(sample_ward, day, {ModelId(body.model): (120, 24)})
    now, after = force.read(sample_ward, day), force.read(sample_ward, date(2027, 1, 10))

    assert [line.figures.members_decided for line in now.lines if line.type == body.type] == [120]
    assert after.total.members_before == now.total.members_actual


def test_writing_down_the_same_day_again_replaces_it_and_can_be_undone(sample_ward: Registry) -> None:
    first = sample_ward.force.bodies(ON)[0]
    before = first.recorded

    force.record(sample_ward, ON, {ModelId(first.model): (55, 3)})
    after = sample_ward.force.bodies(ON)[0].recorded
    sample_ward.undo()

    assert (len(after), after[-1].members_decided) == (len(before), 55)
    assert sample_ward.force.bodies(ON)[0].recorded == before


def test_figures_that_cannot_be_are_refused(sample_ward: Registry) -> None:
    number = ModelId(sample_ward.force.bodies(ON)[0].model)

    with pytest.raises(Refused):
        force.record(sample_ward, ON, {number: (-1, None)})
    with pytest.raises(NotFound):
        force.record(sample_ward, date(1990, 1, 1))
