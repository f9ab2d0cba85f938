"""Groups in the list: headings between the models are folded and walked over, and never chosen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Order, Search
from registry_app.operations import models
from registry_app.ui.models import list_model
from registry_app.ui.models.list_model import ModelListModel
from registry_app.ui.models.list_view import ModelListView
from registry_app.ui.session import Session


@pytest.fixture
def view(sample_session: Session, qtbot: QtBot) -> ModelListView:
    """The list on the sample ward, grouped by type."""
    rows = ModelListModel(sample_session)
    shown = ModelListView(rows)
    sample_session.changed.connect(lambda _changes: rows.look_again())
    sample_session.closing.connect(rows.clear)
    qtbot.addWidget(shown)
    shown.resize(900, 530)
    rows.show(Search(group="type"))
    shown.show()
    return shown


def click(view: ModelListView, line: int, key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    place = QPoint(150, view.rowViewportPosition(line) + 5)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, key, place)


def heading(view: ModelListView, line: int) -> str:
    return str(view._rows.data(view._rows.index(line, 0)))


def test_it_is_a_model_by_the_book(sample_session: Session, qtmodeltester: ModelTester) -> None:
    rows = ModelListModel(sample_session)
    rows.show(Search(group="status"))

    qtmodeltester.check(rows)  # type: ignore[no-untyped-call]


def test_a_heading_stands_over_each_group_with_its_counts(view: ModelListView) -> None:
    first = view._rows.lines.headings[0]

    assert heading(view, 0) == str(first)
    assert view._rows.model_at(0) is None
    assert [view._rows.model_at(1 + n) for n in range(first.count)] == list(view._rows.ids[: first.count])
    assert view._rows.lines.heading_at(first.count + 1) == view._rows.lines.headings[1]


def test_a_click_on_a_heading_folds_its_group_and_chooses_nothing(view: ModelListView) -> None:
    lines = view._rows.rowCount()
    count = view._rows.lines.headings[0].count

    click(view, 0)

    assert view._rows.rowCount() == lines - count
    assert view._rows.lines.heading_at(1) == view._rows.lines.headings[1]
    assert view.chosen == ()


def test_folding_the_current_model_away_tells_nobody_that_another_became_current(view: ModelListView) -> None:
    click(view, 2)
    told: list[object] = []
    view.current_changed.connect(told.append)

    click(view, 0)

    assert told == []
    assert view.current is None


def test_everything_chosen_is_every_model_and_no_heading(view: ModelListView) -> None:
    view.selectAll()

    assert list(view.chosen) == list(view._rows.ids)
    assert view.chosen_count == len(view._rows.ids)


def test_models_of_a_folded_group_are_not_chosen(view: ModelListView) -> None:
    count = view._rows.lines.headings[0].count
    view.fold(0, folded=True)

    view.selectAll()

    assert list(view.chosen) == list(view._rows.ids[count:])
    assert view.chosen_count == len(view._rows.ids) - count


def test_the_keyboard_walks_over_headings_and_folds_them(view: ModelListView) -> None:
    click(view, 1)
    QTest.keyClick(view, Qt.Key.Key_Up)
    on_heading = (view.currentIndex().row(), view.chosen_count)
    full = view._rows.rowCount()

    QTest.keyClick(view, Qt.Key.Key_Left)
    folded = view._rows.rowCount()
    QTest.keyClick(view, Qt.Key.Key_Right)

    assert on_heading == (0, 0)
    assert folded < full == view._rows.rowCount()


def test_the_arrow_left_goes_from_a_model_to_its_heading(view: ModelListView) -> None:
    click(view, 1)
    view.setCurrentIndex(view._rows.index(1, 0))

    QTest.keyClick(view, Qt.Key.Key_Left)

    assert view.currentIndex().row() == 0


def test_all_groups_fold_and_unfold(view: ModelListView) -> None:
    full = view._rows.rowCount()

    view.fold_all(folded=True)
    folded = view._rows.rowCount()
    view.fold_all(folded=False)

    assert folded == len(view._rows.lines.headings)
    assert view._rows.rowCount() == full


def test_a_model_that_is_looked_for_unfolds_its_group(view: ModelListView) -> None:
    model = ModelId(view._rows.ids[0])
    view.fold_all(folded=True)

    assert view.choose(model)

    assert view.current == model
    assert view._rows.rowCount() == len(view._rows.lines.headings) + view._rows.lines.headings[0].count


def test_what_is_folded_stays_folded_after_a_change(view: ModelListView, sample_session: Session) -> None:
    view.fold(0, folded=True)
    count, others = len(view._rows.ids), view._rows.ids[view._rows.lines.headings[0].count :]

    sample_session.run(models.trash, [ModelId(others[0])])

    assert not view._rows.lines.is_open(0)
    assert len(view._rows.ids) == count - 1


def test_what_was_chosen_is_chosen_when_groups_come_and_go(view: ModelListView) -> None:
    click(view, 3)
    click(view, 5, Qt.KeyboardModifier.ControlModifier)
    chosen = set(view.chosen)

    view._rows.show(Search(group="status"))
    view._rows.show(Search())

    assert set(view.chosen) == chosen


def test_the_order_within_groups_and_of_the_groups_is_as_asked(view: ModelListView) -> None:
    view._rows.show(Search(group="type", order=(Order("type", descending=True), Order("code"))))

    names = [one.name for one in view._rows.lines.headings]
    codes = [view._rows.row(1 + n).code for n in range(view._rows.lines.headings[0].count)]  # type: ignore[union-attr]

    assert len(set(names)) == len(names)
    assert codes == sorted(codes)
    view._rows.show(Search(group="type"))
    assert [one.name for one in view._rows.lines.headings] == names[::-1]


def test_a_heading_is_read_aloud_with_its_state(view: ModelListView) -> None:
    index, role = view._rows.index(0, 0), Qt.ItemDataRole.AccessibleTextRole

    opened = view._rows.data(index, role)
    view.fold(0, folded=True)

    assert opened.startswith("Nhóm, đang mở: ")
    assert view._rows.data(view._rows.index(0, 0), role).startswith("Nhóm, đang thu gọn: ")


def test_the_first_page_comes_with_headings_before_they_are_counted(
    sample_session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_model, "FORETOLD", 20)
    monkeypatch.setattr(list_model, "GROUPED_PAGE", 40)
    rows = ModelListModel(sample_session)

    rows.show(Search(group="type"))
    at_once = rows.lines.headings
    with qtbot.waitSignal(rows.filled):
        pass

    assert at_once
    assert not any(one.counted for one in at_once)
    assert [one.name for one in rows.lines.headings[: len(at_once)]] == [one.name for one in at_once]
    assert all(one.counted for one in rows.lines.headings)
    assert sum(one.count for one in rows.lines.headings) == len(rows.ids)


def test_folding_does_not_wait_for_the_count(sample_session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_model, "FORETOLD", 20)
    monkeypatch.setattr(list_model, "GROUPED_PAGE", 40)
    rows = ModelListModel(sample_session)
    rows.show(Search(group="type"))

    rows.fold(0, folded=True)

    assert rows.is_filled
    assert not rows.lines.is_open(0)
    assert rows.rowCount() == len(rows.ids) + len(rows.lines.headings) - rows.lines.headings[0].count
