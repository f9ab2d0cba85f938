"""A year of "An toàn về ANTT" is entered at once, judged at once, and stands as the rules say."""

from datetime import date

import pytest

from registry_app.domain.area_changes import Act, NewArea
from registry_app.domain.errors import Refused
from registry_app.domain.ids import AreaId, ModelId
from registry_app.domain.review import Review
from registry_app.operations import areas, inside, models, recognising, reviewing
from registry_app.store.registry import Registry

from .. import peopled
from ..making import add

THIS = date.today().year


@pytest.fixture
def ward(registry: Registry) -> Registry:
    for name in ("Tổ 1", "Tổ 2", "Tổ 10"):
        peopled.area(registry, name)
    inside.save(registry, "recognition", 0, {"year": str(THIS - 1), "subject": "school", "name": "Trường Hoa Sen"})
    typed = {"year": str(THIS - 1), "area": "Tổ 2", "households": "210", "registered_on": str(THIS - 1)}
    inside.save(registry, "recognition", 0, typed)
    return registry


def titles(registry: Registry, year: int = THIS) -> list[str]:
    return [row.title for row in recognising.rows(registry, year)]


def test_a_year_enters_every_area_and_the_others_of_the_year_before(ward: Registry) -> None:
    ahead = recognising.ahead(ward, THIS)
    assert (len(ahead.areas), len(ahead.others), ahead.known) == (3, 1, 0)

    begun = recognising.register_year(ward, THIS)

    assert titles(ward) == ["Tổ 1", "Tổ 2", "Tổ 10", "Trường Hoa Sen"]
    assert len(begun.codes) == 4
    assert [row.households for row in recognising.rows(ward, THIS)] == [None, 210, None, None]
    ward.undo()
    assert titles(ward) == []


def test_a_year_that_is_begun_is_only_completed(ward: Registry) -> None:
    typed = {"year": str(THIS), "area": "Tổ 1", "registered_on": f"1/2/{THIS}"}
    inside.save(ward, "recognition", 0, typed)

    recognising.register_year(ward, THIS, f"5/3/{THIS}")

    days = {row.title: row.registered_on for row in recognising.rows(ward, THIS)}
    assert days["Tổ 1"] == f"{THIS}-02-01"
    assert days["Tổ 2"] == f"{THIS}-03-05"
    with pytest.raises(Refused):
        recognising.register_year(ward, THIS)


@pytest.mark.parametrize(("year", "on", "field"), [
    (THIS + 2, "", "year"), (1900, "", "year"), (THIS, "31/2", "registered_on"), (THIS, "1/1/2100", "registered_on"),
])  # fmt: skip
def test_a_year_or_day_that_cannot_be_is_refused(ward: Registry, year: int, on: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        recognising.register_year(ward, year, on)

    assert [problem.field for problem in refused.value.problems] == [field]
    assert titles(ward) == []


def test_an_area_that_has_ended_is_in_past_years_only(ward: Registry) -> None:
    ids = [AreaId(area.id) for area in ward.lists.areas.values() if area.name in ("Tổ 1", "Tổ 2")]
    areas.merge(ward, ids, NewArea(name="Tổ mới"), Act(on=f"{THIS}-01-10", paper_number="1/NQ"))

    now = {ward.lists.areas[one.area_id].name for one in recognising.ahead(ward, THIS).areas if one.area_id}
    before = {ward.lists.areas[one.area_id].name for one in recognising.ahead(ward, THIS - 2).areas if one.area_id}

    assert now == {"Tổ mới", "Tổ 10"}
    assert before == {"Tổ 1", "Tổ 2", "Tổ 10"}


def test_the_outcome_of_all_is_entered_as_one_action(ward: Registry) -> None:
    recognising.register_year(ward, THIS, f"5/3/{THIS}")
    first, second, *_others = recognising.rows(ward, THIS)

    recognising.enter(
        ward,
        {
            first.id: {"recognised": "Đạt", "paper_number": "5/QĐ-UBND"},
            second.id: {"recognised": "no", "reason": "Có trọng án"},
        },
    )

    found = {row.title: (row.recognised, row.reason) for row in recognising.rows(ward, THIS)}
    assert (found["Tổ 1"], found["Tổ 2"]) == (("yes", ""), ("no", "Có trọng án"))
    ward.undo()
    assert {row.recognised for row in recognising.rows(ward, THIS)} == {None}


def test_one_wrong_outcome_keeps_all_from_being_written(ward: Registry) -> None:
    recognising.register_year(ward, THIS)
    first, second, *_others = recognising.rows(ward, THIS)

    good = {"registered_on": f"1/3/{THIS}", "recognised": "yes"}
    with pytest.raises(Refused) as refused:
        recognising.enter(ward, {first.id: good, second.id: {"recognised": "no"}})

    assert [problem.field for problem in refused.value.problems] == ["2.reason"]
    assert {row.recognised for row in recognising.rows(ward, THIS)} == {None}


def effective(registry: Registry, name: str, on: str, kind_of_model: str = "KAN") -> ModelId:
    """A model that was found effective on that day."""
    model = add(registry, name, kind_of_model, founded_on="2020")
    reviewing.mark_reviewed(registry, [model], Review(on=on, effective="yes"))
    return model


def test_the_standing_counts_models_that_were_found_effective_by_that_day(ward: Registry) -> None:
    effective(ward, "Tiếng kẻng an ninh", f"{THIS - 1}-06-30")

    assert recognising.ward_standing(ward, THIS - 2).models == 0
    assert recognising.ward_standing(ward, THIS - 1).models == 1


def test_what_is_no_longer_effective_or_no_model_does_not_count(ward: Registry) -> None:
    worse = effective(ward, "Tiếng kẻng an ninh", f"{THIS - 1}-02-01")
    reviewing.mark_reviewed(ward, [worse], Review(on=f"{THIS - 1}-06-01", effective="no"))
    models.trash(ward, [effective(ward, "Ngọn đèn an ninh", f"{THIS - 1}-02-01")])
    effective(ward, "Tổ bảo vệ ANTT", f"{THIS - 1}-02-01", "BVAN")

    assert recognising.ward_standing(ward, THIS - 1).models == 0
