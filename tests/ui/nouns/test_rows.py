"""The list of a noun reads by need, and knows all row numbers soon."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from registry_app.domain.nouns import NOUNS
from registry_app.domain.saved_view import ShownColumn
from registry_app.domain.search import Order, Search
from registry_app.ui.nouns import rows as module
from registry_app.ui.nouns.columns import columns_of
from registry_app.ui.nouns.rows import NounRows
from registry_app.ui.session import Session

PEOPLE = Search(noun="person")


@pytest.fixture
def rows(sample_session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[NounRows]:
    """The people of the sample ward, whose first page is short."""
    monkeypatch.setattr(module, "FIRST_PAGE", 50)
    monkeypatch.setattr(module, "PART", 700)
    made = NounRows(sample_session, "person")
    made.wear(columns_of(NOUNS["person"], [ShownColumn(field=name) for name in ("code", "name", "born", "nonsense")]))
    yield made
    made.clear()


def test_the_first_page_is_there_at_once_and_the_rest_soon(
    rows: NounRows, sample_session: Session, qtbot: QtBot
) -> None:
    rows.show(PEOPLE, sample_session.moment)
    assert (rows.rowCount(), rows.is_filled) == (50, False)

    with qtbot.waitSignal(rows.filled):
        pass

    assert rows.ids == sample_session.registry.inside.people.ids(PEOPLE, sample_session.moment)


def test_another_search_begins_with_its_first_page_while_the_rest_is_looked_for(
    rows: NounRows, sample_session: Session
) -> None:
    rows.show(PEOPLE, sample_session.moment)
    rows._fetch_part()
    men = Search(noun="person", words="van")

    rows.show(men, sample_session.moment)
    first = rows.rowCount()
    rows.fetch_rest()

    assert first == 50
    assert rows.ids == sample_session.registry.inside.people.ids(men, sample_session.moment)


def test_a_register_can_be_closed_while_the_rest_is_looked_for(rows: NounRows, sample_session: Session) -> None:
    sample_session.closing.connect(rows.clear)
    rows.show(PEOPLE, sample_session.moment)
    rows._fetch_part()

    sample_session.close()

    assert rows.rowCount() == 0


def test_cells_say_what_people_read(rows: NounRows, sample_session: Session) -> None:
    rows.show(PEOPLE, sample_session.moment)
    row = rows.row(0)

    assert rows.columnCount() == 3
    assert rows.data(rows.index(0, 1)) == row.name
    assert rows.data(rows.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == f"Mã: {row.code}"
    assert rows.headerData(2, Qt.Orientation.Horizontal) == "Sinh"


def test_only_the_windows_looked_at_are_kept(rows: NounRows, sample_session: Session) -> None:
    rows.show(PEOPLE, sample_session.moment)
    rows.fetch_rest()

    for place in range(0, rows.rowCount(), module.WINDOW):
        rows.row(place)

    assert len(rows._windows) == module.KEPT_WINDOWS


def test_another_order_is_another_first_row(rows: NounRows, sample_session: Session) -> None:
    rows.show(Search(noun="person", order=(Order("code", descending=True),)), sample_session.moment)

    codes = [rows.row(place).code for place in range(3)]

    assert codes == sorted(codes, reverse=True)


def test_a_row_that_is_gone_says_nothing(rows: NounRows, sample_session: Session) -> None:
    rows.show(Search(noun="person", view="unassigned"), sample_session.moment)
    with sample_session.registry.change("x"):
        for number in rows.ids:
            sample_session.registry.inside.people.delete(number)

    assert rows.row(0) is None
    assert rows.data(rows.index(0, 0)) is None
