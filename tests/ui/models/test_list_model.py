"""The list has the first page at once and the rest soon after, reads rows in windows, and follows the register."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Order, Search
from registry_app.operations import models
from registry_app.ui.models import list_model, row_windows
from registry_app.ui.models.list_model import ModelListModel
from registry_app.ui.session import Session
from tests.ui.conftest import add


def names(rows: ModelListModel) -> list[str]:
    return [str(rows.data(rows.index(number, 1))) for number in range(rows.rowCount())]


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A first page of 10 rows, windows of 8, two of them kept."""
    monkeypatch.setattr(list_model, "FIRST_PAGE", 10)
    monkeypatch.setattr(row_windows, "WINDOW", 8)
    monkeypatch.setattr(row_windows, "KEPT_WINDOWS", 2)


def test_it_is_a_model_by_the_book(session: Session, qtmodeltester: ModelTester) -> None:
    rows = ModelListModel(session)
    rows.show(Search())

    qtmodeltester.check(rows)  # type: ignore[no-untyped-call]


@pytest.mark.usefixtures("small_pages")
def test_the_first_page_is_there_at_once_and_the_rest_in_an_idle_slice(sample_session: Session, qtbot: QtBot) -> None:
    rows = ModelListModel(sample_session)
    whole = sample_session.registry.models.ids(Search(), sample_session.moment)

    rows.show(Search())
    first = list(rows.ids)
    with qtbot.waitSignal(rows.filled):
        pass

    assert first == list(whole[:10])
    assert list(rows.ids) == list(whole)
    assert rows.is_filled


@pytest.mark.usefixtures("small_pages")
def test_every_row_is_the_one_that_the_register_has_there(sample_session: Session) -> None:
    rows = ModelListModel(sample_session)
    rows.show(Search())
    rows.fetch_rest()

    read = [rows.row(number) for number in range(rows.rowCount())]

    assert [row.id for row in read if row] == list(rows.ids)


def test_an_edit_that_moves_nothing_keeps_the_rows_and_says_that_they_changed(session: Session, qtbot: QtBot) -> None:
    rows = ModelListModel(session)
    rows.show(Search())
    session.changed.connect(lambda _changes: rows.look_again())
    resets: list[None] = []
    rows.modelReset.connect(lambda: resets.append(None))
    model = session.registry.models.by_code("CAM-2020-001")

    with qtbot.waitSignal(rows.dataChanged):
        session.run(models.edit, model, {"founded_on": "2021"})

    assert resets == []


def test_a_new_model_comes_into_the_list_in_its_order(session: Session) -> None:
    rows = ModelListModel(session)
    rows.show(Search())

    add(session, name="An toàn cổng trường", type="camera an ninh")
    rows.look_again()

    assert names(rows)[0] == "An toàn cổng trường"
    assert rows.rowCount() == 4


def test_an_order_is_that_of_the_register(session: Session) -> None:
    rows = ModelListModel(session)

    rows.show(Search(order=(Order("code", descending=True),)))

    codes = [rows.data(rows.index(number, 0)) for number in range(rows.rowCount())]
    assert codes == sorted(codes, reverse=True)


def test_a_state_is_read_aloud_with_its_heading(session: Session) -> None:
    rows = ModelListModel(session)
    rows.show(Search(words="camera to 5"))

    said = rows.data(rows.index(0, 2), Qt.ItemDataRole.AccessibleTextRole)

    assert said.startswith("Hạn rà soát: Quá hạn · ")


def test_letting_go_of_the_register_empties_the_list(session: Session) -> None:
    rows = ModelListModel(session)
    rows.show(Search())

    rows.clear()

    assert rows.rowCount() == 0
    assert rows.rows() == []


def test_a_register_of_one_page_is_filled_at_once(session: Session, tmp_path: Path) -> None:
    rows = ModelListModel(session)

    rows.show(Search())

    assert rows.is_filled
    assert len(rows.rows()) == 3
