"""Lists of models of a day of the past."""

from datetime import date

import pytest

from registry_app.domain.errors import NotFound, RegistryError
from registry_app.domain.ids import GradeId, StatusId
from registry_app.domain.review import Review, StatusChange
from registry_app.domain.search import Filter, Moment, Order, Search
from registry_app.operations import models_then, printing, reviewing
from registry_app.operations.printing import Prepared
from registry_app.store.registry import Registry

from .. import peopled
from ..making import TODAY, add

AT = Moment(TODAY)


def listed(registry: Registry, as_of: date | None, search: Search = Search()) -> Prepared:  # noqa: B008 - frozen
    return printing.prepare(registry, "models", search, AT, as_of=as_of)


def cells(prepared: Prepared, key: str) -> list[str]:
    at = [column.key for column in prepared.report.columns].index(key)
    return [row[at] for group in prepared.report.groups for row in group.rows]


@pytest.fixture
def ward(registry: Registry) -> Registry:
    """A model of 2020, reviewed in 2021 and 2023, ended in 2024; one of 2025."""
    old = add(registry, "Tiếng kẻng", "CAM", founded_on="01/02/2020")
    add(registry, "Zalo an ninh", "CAM", founded_on="01/02/2025")
    lists = registry.lists
    grades = {one.name: GradeId(one.id) for one in lists.grades.values()}
    ended = next(StatusId(one.id) for one in lists.statuses.values() if one.kind == "ended")
    for on, grade in (("2021-03-05", "Khá"), ("2023-03-05", "Tốt")):
        reviewing.mark_reviewed(registry, [old], Review(kind="review", on=on, grade_id=grades[grade]))
    reviewing.change_status(registry, [old], StatusChange(status_id=ended, on="2024-01-01", reason="Không phù hợp"))
    return registry


@pytest.mark.parametrize(
    ("on", "names", "reviews", "grades"),
    [
        (date(2019, 12, 31), [], [], []),
        (date(2020, 6, 1), ["Tiếng kẻng"], [""], [""]),
        (date(2022, 6, 1), ["Tiếng kẻng"], ["05/03/2021"], ["Khá"]),
        (date(2023, 3, 5), ["Tiếng kẻng"], ["05/03/2023"], ["Tốt"]),
    ],
)
def test_a_list_of_a_past_day_has_the_models_and_reviews_of_then(
    ward: Registry, on: date, names: list[str], reviews: list[str], grades: list[str]
) -> None:
    prepared = listed(ward, on)

    assert cells(prepared, "name") == names
    assert cells(prepared, "last_review") == reviews
    assert cells(prepared, "grade") == grades


def test_the_status_is_that_of_the_day(ward: Registry) -> None:
    assert cells(listed(ward, date(2023, 12, 31)), "status") == ["Đang hoạt động"]
    assert cells(listed(ward, date(2024, 1, 1)), "status") == ["Thanh loại"]


def test_today_is_the_list_as_it_is(ward: Registry) -> None:
    assert listed(ward, TODAY).report.groups == listed(ward, None).report.groups


def test_areas_are_those_of_the_day(ward: Registry) -> None:
    model = ward.models.by_code("CAM-2020-001")
    peopled.site(ward, model, peopled.area(ward, "Khu phố 1"), valid_from="2020-02-01", valid_to="2022-01-01")
    peopled.site(ward, model, peopled.area(ward, "Khu phố 2"), valid_from="2022-01-01")

    assert cells(listed(ward, date(2021, 1, 1)), "areas") == ["Khu phố 1"]
    assert cells(listed(ward, date(2022, 1, 1)), "areas") == ["Khu phố 2"]


@pytest.mark.parametrize(
    "search",
    [
        Search(view="due"),
        Search(view="ended"),
        Search(filters=(Filter("status", (1,)),)),
        Search(order=(Order("last_review"),)),
    ],
)
def test_a_list_narrowed_by_what_has_changed_since_is_refused(ward: Registry, search: Search) -> None:
    with pytest.raises(RegistryError, match="cả danh sách"):
        listed(ward, date(2022, 1, 1), search)


def test_what_is_due_on_a_day_to_come_is_printed(ward: Registry) -> None:
    search = printing.default_search("due")

    prepared = printing.prepare(ward, "due", search, AT, as_of=date(2030, 1, 1))

    assert prepared.report.criteria.endswith("Số liệu đến ngày 01/01/2030")


def test_a_sheet_of_a_model_that_was_not_there_yet_is_refused(ward: Registry) -> None:
    of = printing.owner(ward, "CAM-2025-001")
    search = printing.default_search("model-sheet")

    with pytest.raises(NotFound, match="Zalo an ninh"):
        printing.prepare(ward, "model-sheet", search, AT, of=of, as_of=date(2022, 1, 1))


def test_on_the_day_itself_every_fact_is_the_one_of_the_list(sample_ward: Registry) -> None:
    rows = sample_ward.models.window(sample_ward.models.ids(Search(), AT), AT)

    then = {row.id: row for row in models_then.as_then(sample_ward, rows, AT)}

    for row in rows:
        for name in ("status", "status_kind", "last_review", "next_review", "due", "grade", "effective"):
            assert getattr(then[row.id], name) == getattr(row, name), (row.code, name)
        assert set(then[row.id].areas) == set(row.areas)
