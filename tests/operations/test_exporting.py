"""Models as JSON objects for programs and as a table of texts for people."""

from datetime import date

from registry_app.domain.fields import FIELDS
from registry_app.domain.ids import ReviewId
from registry_app.domain.model import ModelRow
from registry_app.domain.review import Review
from registry_app.domain.search import Moment, Search
from registry_app.operations import reviewing
from registry_app.operations.details import details
from registry_app.operations.exporting import details_object, model_object, table
from registry_app.store.registry import Registry

from ..making import add

AT = Moment(date(2026, 11, 22))


def rows(registry: Registry) -> list[ModelRow]:
    """All models, by name."""
    return registry.models.window(registry.models.ids(Search(), AT), AT)


def test_the_object_has_every_fact_but_the_row_number(registry: Registry) -> None:
    add(registry, "Một")

    (row,) = rows(registry)

    assert list(model_object(row, registry.lists)) == [name for name in ModelRow.__struct_fields__ if name != "id"]


def test_numbers_of_extra_fields_are_numbers_while_no_digit_is_lost(registry: Registry) -> None:
    add(
        registry, "Một", **{"extra.eyes": "1.234,5", "extra.recorders": "0,1234567890123456789", "extra.days_kept": "7"}
    )

    (row,) = rows(registry)

    assert model_object(row, registry.lists)["extra"] == {
        "eyes": 1234.5,
        "recorders": "0.1234567890123456789",
        "days_kept": 7,
    }


def test_the_table_has_a_column_for_every_extra_field_in_use(registry: Registry) -> None:
    add(registry, "Một", **{"extra.eyes": "1.234"})
    add(registry, "Hai", "LGA", **{"extra.households": "65"})

    heading, second, first = table(rows(registry), registry.lists)

    assert heading[len(FIELDS) :] == ["Số hộ tham gia", "Số mắt camera"]
    assert first[len(FIELDS) :] == ["", "1.234"]
    assert second[len(FIELDS) :] == ["65", ""]


def test_the_table_of_no_models_is_its_heading(registry: Registry) -> None:
    assert len(table([], registry.lists)) == 1


def test_details_tell_corrected_reviews_apart_and_leave_them_out_of_the_schedule(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="31/01/2020")
    reviewing.mark_reviewed(registry, [model], Review(on="2021-02-28"))
    wrong = registry.reviews.of(model)[0]
    reviewing.correct_review(registry, ReviewId(wrong.id), Review(on="2021-02-01"))

    found = details(registry, model, AT)

    assert found.schedule == "6 tháng sau lần rà soát 01/02/2021; lấy ngày 31 theo ngày thành lập"
    reviews = details_object(found, registry.lists)["reviews"]
    assert isinstance(reviews, list)
    assert [(one["on"], one["corrected"], one["corrects"]) for one in reviews] == [
        ("2021-02-28", True, None),
        ("2021-02-01", False, "2021-02-28"),
    ]


def test_the_schedule_agrees_with_the_register_for_every_model(sample_ward: Registry) -> None:
    from registry_app.domain.schedule import next_review
    from registry_app.operations.details import facts

    for row in rows(sample_ward):
        value = sample_ward.models.one(row.id)
        reckoned = next_review(facts(value, tuple(sample_ward.reviews.of(row.id)), sample_ward.lists))
        assert reckoned == row.next_review, row.code
