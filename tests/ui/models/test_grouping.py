"""Lines of rows and headings: each row stands on one line, each line is a row or a heading, whatever is folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain.fields import BY_NAME
from registry_app.domain.search import Search
from registry_app.store.axes import GROUPABLE
from registry_app.ui.models.grouping import Heading, Lines, counted, foretold
from registry_app.ui.session import Session


def heading(value: int, count: int) -> Heading:
    return Heading(value=value, name=str(value), count=count)


@st.composite
def grouped(draw: st.DrawFn) -> tuple[list[Heading], frozenset[int]]:
    counts = draw(st.lists(st.integers(1, 5), min_size=1, max_size=8))
    folded = draw(st.sets(st.integers(0, len(counts) - 1)))
    return [heading(number, count) for number, count in enumerate(counts)], frozenset(folded)


def plainly(headings: list[Heading], folded: frozenset[int]) -> list[int | str]:
    """The lines one after another: numbers of rows, values of headings as texts."""
    lines: list[int | str] = []
    row = 0
    for one in headings:
        lines.append(one.name)
        lines += [] if one.value in folded else range(row, row + one.count)
        row += one.count
    return lines


@given(grouped())
def test_lines_are_what_one_would_write_down_by_hand(drawn: tuple[list[Heading], frozenset[int]]) -> None:
    headings, folded = drawn
    lines = Lines(0, headings, folded)

    found = [
        lines.row_at(line) if (head := lines.heading_at(line)) is None else head.name for line in range(lines.count)
    ]

    assert found == plainly(headings, folded)


@given(grouped(), st.data())
def test_rows_between_two_lines_are_those_on_them(
    drawn: tuple[list[Heading], frozenset[int]], data: st.DataObject
) -> None:
    headings, folded = drawn
    lines, plain = Lines(0, headings, folded), plainly(headings, folded)
    first = data.draw(st.integers(0, lines.count - 1))
    last = data.draw(st.integers(first, lines.count - 1))

    rows = [row for begin, end in lines.spans(first, last) for row in range(begin, end)]

    assert rows == [one for one in plain[first : last + 1] if isinstance(one, int)]


@given(grouped())
def test_a_row_is_found_on_its_line_or_nowhere_when_it_is_folded(drawn: tuple[list[Heading], frozenset[int]]) -> None:
    headings, folded = drawn
    lines, plain = Lines(0, headings, folded), plainly(headings, folded)

    for row in range(sum(one.count for one in headings)):
        assert lines.line_of(row) == (plain.index(row) if row in plain else None)
        assert lines.heading_at(lines.head_of(row)) is not None


def test_without_groups_every_line_is_its_row() -> None:
    lines = Lines(5)

    assert lines.count == 5
    assert lines.row_at(3) == lines.line_of(3) == 3
    assert lines.heading_at(3) is None
    assert lines.spans(1, 3) == [(1, 4)]


def test_a_heading_says_how_many_and_how_many_are_overdue() -> None:
    assert str(Heading(value=1, name="Camera", count=1200, overdue=3)) == "Camera – 1.200 mô hình · 3 quá hạn"
    assert str(Heading(value=1, name="Camera", count=2)) == "Camera – 2 mô hình"
    assert str(Heading(value=1, name="Camera", count=2, counted=False)) == "Camera"


@pytest.mark.parametrize("field", sorted(GROUPABLE))
def test_headings_count_every_row_and_stand_where_the_value_changes(field: str, sample_session: Session) -> None:
    registry, at = sample_session.registry, sample_session.moment
    search = Search(group=field)
    ids = registry.models.ids(search, at)

    told = counted(registry.facets.groups(search, at, ids), BY_NAME[field], registry.lists)

    assert sum(one.count for one in told) == len(ids)
    guessed = foretold(registry.models.window(ids, at), BY_NAME[field])
    if field != "next_review":
        assert [(one.name, one.count) for one in guessed] == [(one.name, one.count) for one in told]
