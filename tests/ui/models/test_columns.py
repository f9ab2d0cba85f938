"""Every field can be a column; what is sorted by is shown without what is only sorted by among equals."""

import pytest

from registry_app.domain.fields import BY_NAME, listed
from registry_app.domain.saved_view import ShownColumn
from registry_app.domain.search import Order
from registry_app.ui.models import columns
from registry_app.ui.models.columns import COLUMNS, as_shown, column_of, columns_of, headed, pixels, whole
from registry_app.ui.session import Session


@pytest.mark.parametrize("name", BY_NAME)
def test_every_field_has_a_column_that_says_something_of_every_row(name: str, sample_session: Session) -> None:
    registry, at = sample_session.registry, sample_session.moment
    column = column_of(BY_NAME[name])
    rows = registry.models.window(list(range(1, 60)), at)

    texts = [column.text(row) for row in rows]

    assert str(column)
    assert any(texts) or name == "review_on"


def test_numbers_stand_right_and_dates_in_the_middle() -> None:
    assert column_of(BY_NAME["interval_months"]).align == "right"
    assert column_of(BY_NAME["founded_on"]).align == "center"
    assert column_of(BY_NAME["name"]).align == "left"


def test_extra_fields_are_columns_too(sample_session: Session) -> None:
    fields = listed(sample_session.registry.lists)
    extra = next(name for name in fields if name.startswith("extra."))

    found = columns_of([ShownColumn(field="name"), ShownColumn(field=extra)], fields)

    assert [column.field for column in found] == ["name", extra]
    assert str(found[1]) == fields[extra].short


def test_unknown_and_repeated_columns_are_left_out_and_none_at_all_means_the_usual_ones() -> None:
    wanted = [ShownColumn(field=name) for name in ("name", "gone", "name", "extra.gone")]

    assert [column.field for column in columns_of(wanted, BY_NAME)] == ["name"]
    assert columns_of([ShownColumn(field="gone")], BY_NAME) == COLUMNS


def test_an_order_by_the_review_state_is_one_by_the_day_as_well_and_shown_as_one() -> None:
    wanted = (Order("due", descending=True), Order("type"))

    order = whole(wanted)

    assert order == (Order("due", descending=True), Order("next_review", descending=True), Order("type"))
    assert headed(order) == wanted


def test_a_width_comes_back_with_letters_of_another_size() -> None:
    column = column_of(BY_NAME["type"])

    shown = as_shown(column, 300, 10)

    assert pixels(column, shown, 10) == 300
    assert pixels(column, shown, 20) == 600
    assert as_shown(column, pixels(column, None, 10), 10) == ShownColumn(field="type")


def test_fields_of_long_text_are_not_sorted_by_and_extra_fields_are() -> None:
    assert not columns.sorts("aim")
    assert columns.sorts("extra.eyes")
    assert columns.groups("type")
    assert not columns.groups("name")
