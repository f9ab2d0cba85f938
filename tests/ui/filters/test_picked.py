"""What ticks mean as a filter, and which ticks a filter means."""

import pytest

from registry_app.domain.entries import Lists, ModelType
from registry_app.domain.fields import BY_NAME
from registry_app.domain.ids import TypeId
from registry_app.domain.search import Filter
from registry_app.store.facets import SOME
from registry_app.ui.filters.picked import Picked, Value, passes

LISTS = Lists(types={TypeId(1): ModelType(id=1, name="Camera an ninh"), TypeId(2): ModelType(id=2, name="Tiếng kẻng")})
MONTHS: tuple[Value, ...] = ("2020-01", "2020-03", "2021", "2021-05", "2021-06", None)


def picked(
    field: str, offered: tuple[Value, ...], *ticked: Value, letters: str = "", more: bool = False
) -> Filter | None:
    return Picked(offered=offered, ticked=ticked, letters=letters, more=more).filter(BY_NAME[field])


def test_all_ticked_is_no_filter_and_none_ticked_is_nothing() -> None:
    assert picked("type", (1, 2, None), 1, 2, None) == Filter("type")
    assert picked("type", (1, 2, None)) is None


def test_ticks_are_values_and_blank_is_one_of_them() -> None:
    assert picked("type", (1, 2, 3, 4), 1) == Filter("type", (1,))
    assert picked("lead", (1, 2, 3, 4, None), 2, None) == Filter("lead", (2, None))


def test_a_few_that_are_left_out_are_named_instead_of_the_many_that_stay() -> None:
    assert picked("type", (1, 2, 3, 4), 1, 2, 4) == Filter("type", (3,), negated=True)


def test_of_fields_with_several_values_rows_are_kept_for_any_that_is_ticked() -> None:
    assert picked("areas", (1, 2, 3, 4), 1, 2, 4) == Filter("areas", (1, 2, 4))


def test_letters_with_all_ticked_look_into_texts_and_choose_entries() -> None:
    assert picked("name", ("Camera A", "Camera B"), "Camera A", "Camera B", letters="camera") == Filter(
        "name", holds="camera"
    )
    assert picked("name", ("Camera A", "Camera B"), "Camera A", letters="camera") == Filter("name", ("Camera A",))
    assert picked("type", (1, 2), 1, 2, letters="an") == Filter("type", (1, 2))


def test_values_that_are_not_told_stay_while_a_few_are_unticked() -> None:
    assert picked("name", ("A", "B"), "A", more=True) == Filter("name", ("B",), negated=True)


def test_of_long_texts_one_takes_what_is_filled_in_or_blank_or_what_letters_found() -> None:
    assert picked("notes", (SOME, None), SOME, None) == Filter("notes")
    assert picked("notes", (SOME, None), SOME) == Filter("notes", (None,), negated=True)
    assert picked("notes", (SOME, None), None) == Filter("notes", (None,))
    assert picked("notes", (SOME, None)) is None
    assert picked("notes", (SOME,), SOME) == Filter("notes")
    assert picked("notes", (SOME, "A", None), "A", None) == Filter("notes", ("A", None))
    assert picked("notes", (SOME, "A", None), SOME) == Filter("notes", ("A", None), negated=True)
    assert picked("notes", (SOME, "A", None), SOME, "A") == Filter("notes", (None,), negated=True)
    assert picked("notes", ("A", "B"), "A", "B", letters="a") == Filter("notes", holds="a")


@pytest.mark.parametrize(
    ("one", "ticked"),
    [
        (Filter("notes", (None,)), {None}),
        (Filter("notes", (None,), negated=True), {SOME, "A"}),
        (Filter("notes", ("A",)), {"A"}),
        (Filter("notes", ("A",), negated=True), {SOME, None}),
    ],
)
def test_a_filter_of_long_texts_ticks_what_it_keeps(one: Filter, ticked: set[Value]) -> None:
    offered: tuple[Value, ...] = (SOME, "A", None)

    assert {value for value in offered if passes(value, (one,), BY_NAME["notes"], LISTS)} == ticked


def test_months_of_a_whole_year_are_the_year() -> None:
    assert picked("founded_on", MONTHS, "2020-01", "2020-03") == Filter("founded_on", ("2020",))
    assert picked("founded_on", MONTHS, "2020-01", "2021", "2021-05", "2021-06") == Filter(
        "founded_on", ("2020-03", None), negated=True
    )
    assert picked("founded_on", MONTHS, "2021-05") == Filter("founded_on", ("2021-05",))


def test_a_year_of_which_a_month_stays_is_not_left_out_as_a_whole() -> None:
    assert picked("founded_on", MONTHS, "2020-01", "2020-03", "2021-05", None) == Filter(
        "founded_on", ("2021-06",), negated=True
    )


@pytest.mark.parametrize(
    ("field", "one", "wanted"),
    [
        ("type", Filter("type", (1,)), [1]),
        ("type", Filter("type", (1,), negated=True), [2, None]),
        ("type", Filter("type", holds="camera"), [1]),
        ("type", Filter("type", (None,)), [None]),
        ("founded_on", Filter("founded_on", ("2020",)), ["2020-01", "2020-03"]),
        ("founded_on", Filter("founded_on", ("2020-03", None)), ["2020-03", None]),
        ("founded_on", Filter("founded_on", low="2020-01-01"), [*MONTHS]),
        ("founded_on", Filter("founded_on", ("this-month",), negated=True), [*MONTHS]),
        ("interval_months", Filter("interval_months", ("6",)), [6]),
    ],
)
def test_ticks_show_what_a_filter_lets_through(field: str, one: Filter, wanted: list[Value]) -> None:
    offered: dict[str, tuple[Value, ...]] = {
        "type": (1, 2, None),
        "founded_on": MONTHS,
        "interval_months": (6, 12, None),
    }

    assert [value for value in offered[field] if passes(value, [one], BY_NAME[field], LISTS)] == wanted
