"""The history panel: every action with what it changed, found by words, taken back with the user's consent."""

from collections.abc import Callable

import pytest
import time_machine
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Search
from registry_app.operations import models
from registry_app.ui import theme
from registry_app.ui.history.history_panel import HistoryPanel
from registry_app.ui.history.history_reader import PAGE
from registry_app.ui.history.history_tree import CHANGE, WHAT, WHEN, WHO
from registry_app.ui.session import Session
from tests.ui.conftest import Asked, type_text
from tests.ui.test_theme import contrast

Opened = Callable[..., HistoryPanel]


@pytest.fixture
def camera(session: Session) -> ModelId:
    (number,) = session.registry.models.ids(Search(words="camera to 5"), session.moment)
    return ModelId(number)


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Opened:
    def open_panel(model: ModelId | None = None, width: int = 900) -> HistoryPanel:
        panel = HistoryPanel(session)
        qtbot.addWidget(panel)
        panel.show_model(model)
        panel.resize(width, 500)
        panel.show()
        return panel

    return open_panel


def lines(panel: HistoryPanel, parent: QModelIndex | None = None) -> list[list[str]]:
    """What the rows say, column by column."""
    above = parent or QModelIndex()
    rows = panel.rows
    return [[str(rows.index(row, column, above).data()) for column in range(4)] for row in range(rows.rowCount(above))]


def press(panel: HistoryPanel, words: str) -> None:
    next(one for one in panel.findChildren(QPushButton) if words in one.text().replace("&", "")).click()


def choose(panel: HistoryPanel, row: int) -> None:
    panel.tree.setCurrentIndex(panel.rows.index(row, 0))


def can_undo(panel: HistoryPanel) -> bool:
    return next(one for one in panel.findChildren(QPushButton) if "Hoàn tác" in one.text().replace("&", "")).isEnabled()


def test_an_edit_shows_who_when_what_and_old_to_new(opened: Opened, session: Session, camera: ModelId) -> None:
    models.edit(session.registry, camera, {"name": "Camera chợ"})

    panel = opened(camera)

    first = lines(panel)[0]
    assert first[WHO] == "Lan"
    assert first[WHAT] == "Sửa mô hình"
    assert first[WHEN][2] == first[WHEN][5] == "/"
    changes = lines(panel, panel.rows.index(0, 0))
    assert [[line[WHAT], line[CHANGE]] for line in changes] == [["Tên mô hình", "Camera an ninh tổ 5 → Camera chợ"]]


def test_one_model_shows_only_its_own_actions(opened: Opened, session: Session, camera: ModelId) -> None:
    assert len(lines(opened(camera))) == 1
    assert len(lines(opened())) == 4


def test_in_the_whole_register_a_row_says_which_model_it_is_about(
    opened: Opened, session: Session, camera: ModelId
) -> None:
    models.edit(session.registry, camera, {"name": "Camera chợ"})
    code = session.registry.models.one(camera).code

    panel = opened()

    assert lines(panel)[0][CHANGE] == code
    assert code in lines(panel, panel.rows.index(0, 0))[0][WHAT]


def test_a_narrow_panel_keeps_when_and_who_beside_the_action(opened: Opened, camera: ModelId) -> None:
    panel = opened(camera, width=420)

    assert panel.tree.isColumnHidden(WHEN)
    assert "Lan" in lines(panel)[0][CHANGE]


def test_a_new_action_appears_at_once_and_the_chosen_one_stays(
    opened: Opened, session: Session, camera: ModelId
) -> None:
    panel = opened(camera)
    choose(panel, 0)

    models.edit(session.registry, camera, {"notes": "mới"})

    assert len(lines(panel)) == 2
    assert panel.tree.currentIndex().row() == 1


def test_words_without_accents_find_actions_and_their_changes(
    opened: Opened, session: Session, camera: ModelId
) -> None:
    models.edit(session.registry, camera, {"notes": "Màn hình hỏng", "aim": "Giữ trật tự"})
    panel = opened()

    type_text(panel.filters.words, "man hinh hong")

    assert [line[WHAT] for line in lines(panel)] == ["Sửa mô hình"]
    assert [line[CHANGE] for line in lines(panel, panel.rows.index(0, 0))] == ["Màn hình hỏng"]


def test_taking_back_asks_and_marks_the_action(opened: Opened, session: Session, camera: ModelId, asked: Asked) -> None:
    models.edit(session.registry, camera, {"name": "Camera chợ"})
    panel = opened(camera)
    choose(panel, 0)
    asked.will(True)

    press(panel, "Hoàn tác việc này")

    assert session.registry.models.one(camera).name == "Camera an ninh tổ 5"
    assert "Sửa mô hình" in asked.texts[0]
    assert [line[WHAT] for line in lines(panel)[:2]] == ["Hoàn tác: Sửa mô hình", "Sửa mô hình (đã hoàn tác)"]
    assert panel.rows.index(1, WHAT).data(Qt.ItemDataRole.FontRole).strikeOut()


def test_whoever_says_no_takes_nothing_back(opened: Opened, session: Session, camera: ModelId, asked: Asked) -> None:
    models.edit(session.registry, camera, {"name": "Camera chợ"})
    panel = opened(camera)
    choose(panel, 0)
    asked.will(False)

    press(panel, "Hoàn tác việc này")

    assert session.registry.models.one(camera).name == "Camera chợ"


def test_rows_changed_since_are_listed_and_can_be_left_alone(
    opened: Opened, session: Session, camera: ModelId, asked: Asked
) -> None:
    registry = session.registry
    other = next(ModelId(number) for number in registry.models.ids(Search(), session.moment) if number != camera)
    models.trash(registry, [camera, other])
    models.untrash(registry, [camera])
    panel = opened()
    choose(panel, 1)
    asked.will(True, True)

    press(panel, "Hoàn tác việc này")

    assert registry.models.one(camera).code in asked.texts[1]
    assert registry.models.one(other).code not in asked.texts[1]
    trashed = registry.models.count(Search(view="trash"), session.moment)
    assert trashed == 0


def test_what_was_taken_back_and_an_undo_cannot_be_taken_back_here(
    opened: Opened, session: Session, camera: ModelId
) -> None:
    models.edit(session.registry, camera, {"name": "Camera chợ"})
    session.undo()
    panel = opened(camera)

    offered = []
    for row in range(3):
        choose(panel, row)
        offered.append(can_undo(panel))

    assert offered == [False, False, True]


def test_entering_a_line_of_the_register_wants_its_model(
    opened: Opened, session: Session, camera: ModelId, qtbot: QtBot
) -> None:
    models.edit(session.registry, camera, {"name": "Camera chợ"})
    panel = opened()

    with qtbot.waitSignal(panel.model_wanted) as wanted:
        panel.tree.activated.emit(panel.rows.index(0, 0))

    assert wanted.args == [camera]


def test_entering_a_line_without_a_model_opens_it(opened: Opened, session: Session, qtbot: QtBot) -> None:
    panel = opened()
    first = panel.rows.index(3, 0)

    with qtbot.assertNotEmitted(panel.model_wanted):
        panel.tree.activated.emit(first)

    assert panel.tree.isExpanded(first)


def test_markup_in_a_name_stays_text(opened: Opened, session: Session, camera: ModelId) -> None:
    models.edit(session.registry, camera, {"name": "Camera <b>chợ</b>"})
    panel = opened(camera)

    change = panel.rows.index(0, CHANGE, panel.rows.index(0, 0))

    assert "<b>chợ</b>" in change.data()
    assert "&lt;b&gt;" in change.data(Qt.ItemDataRole.ToolTipRole)


def test_a_long_old_value_leaves_room_for_the_new_one(opened: Opened, session: Session, camera: ModelId) -> None:
    models.edit(session.registry, camera, {"notes": "Ghi chú\n" * 30})
    models.edit(session.registry, camera, {"notes": "Ngắn"})
    panel = opened(camera)

    text = panel.rows.index(0, CHANGE, panel.rows.index(0, 0)).data()

    assert text.endswith("… → Ngắn")
    assert "\n" not in text


def test_a_closed_register_leaves_an_empty_panel(opened: Opened, session: Session) -> None:
    panel = opened()

    session.close()

    assert lines(panel) == []


def test_the_tree_keeps_to_what_qt_asks_of_a_model(opened: Opened, session: Session, camera: ModelId) -> None:
    models.edit(session.registry, camera, {"name": "Camera chợ"})
    panel = opened()

    tester = QAbstractItemModelTester(panel.rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    panel.filters.words.setText("camera")
    models.edit(session.registry, camera, {"notes": "mới"})

    assert tester.model() is panel.rows
    assert lines(panel)[0][WHAT] == "Sửa mô hình"


def full_panel(session: Session, qtbot: QtBot) -> HistoryPanel:
    panel = HistoryPanel(session, full=True)
    qtbot.addWidget(panel)
    panel.resize(1300, 400)
    panel.show()
    return panel


def test_actions_are_found_by_who_and_by_what_was_done(session: Session, camera: ModelId, qtbot: QtBot) -> None:
    session.registry.who = "Hùng"
    models.edit(session.registry, camera, {"notes": "một"})
    models.trash(session.registry, [camera])
    session.registry.who = "Lan"
    models.untrash(session.registry, [camera])
    panel = full_panel(session, qtbot)

    panel.filters.who.fill("Hùng")
    by_hung = [line[WHAT] for line in lines(panel)]
    panel.filters.deed.fill("Edit model")
    edits_by_hung = [line[WHAT] for line in lines(panel)]

    assert by_hung == ["Chuyển vào thùng rác", "Sửa mô hình"]
    assert edits_by_hung == ["Sửa mô hình"]


def test_everybody_who_wrote_and_all_that_was_done_is_offered(session: Session, camera: ModelId, qtbot: QtBot) -> None:
    panel = full_panel(session, qtbot)

    session.registry.who = "Hùng"
    models.edit(session.registry, camera, {"notes": "một"})

    boxes = [panel.filters.who.findChild(QComboBox), panel.filters.deed.findChild(QComboBox)]
    offered = [[box.itemText(row) for row in range(box.count())] for box in boxes if box]
    assert offered[0] == ["(ai cũng được)", "Hùng", "Lan"]
    assert "Sửa mô hình" in offered[1]


def test_actions_are_found_by_their_days(session: Session, camera: ModelId, qtbot: QtBot) -> None:
    with time_machine.travel("2031-05-03T09:00:00+07:00", tick=False):
        models.edit(session.registry, camera, {"notes": "một"})
    panel = full_panel(session, qtbot)
    field = panel.filters.since.control

    type_text(field, "5/2031")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert [line[WHEN][:10] for line in lines(panel)] == ["03/05/2031"]


def test_a_day_that_is_none_is_told_and_hides_nothing(session: Session, qtbot: QtBot) -> None:
    panel = full_panel(session, qtbot)
    field = panel.filters.until.control

    type_text(field, "31/02/2026")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert "31/02/2026" in panel.why
    assert len(lines(panel)) == 4


def test_what_no_action_answers_to_is_said(session: Session, qtbot: QtBot) -> None:
    panel = full_panel(session, qtbot)

    type_text(panel.filters.words, "may bay truc thang")

    assert panel.note == "Không có thao tác nào khớp."


def test_actions_behind_a_barrier_are_marked_and_say_why(opened: Opened, session: Session, camera: ModelId) -> None:
    with session.registry.change("Upgrade the register", barrier=True):
        session.registry.models.trash([camera], "2026-11-22")
    models.untrash(session.registry, [camera])
    panel = opened()

    offered = []
    for row in range(3):
        choose(panel, row)
        offered.append(can_undo(panel))

    barred = panel.rows.index(2, WHAT)
    assert offered == [True, False, False]
    assert "nâng cấp" in panel.why
    assert "nâng cấp" in barred.data(Qt.ItemDataRole.ToolTipRole)
    assert not barred.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_older_actions_come_when_the_end_is_reached(
    opened: Opened, session: Session, camera: ModelId, qtbot: QtBot
) -> None:
    for number in range(PAGE + 30):
        models.edit(session.registry, camera, {"notes": str(number)})
    panel = opened()
    qtbot.waitUntil(lambda: not panel.reader.is_reading)
    at_first = len(lines(panel))

    panel.tree.scrollToBottom()
    qtbot.waitUntil(lambda: not panel.reader.is_reading)

    assert at_first == PAGE
    assert len(lines(panel)) == PAGE + 34


def test_nothing_is_read_while_nobody_sees_it(session: Session, camera: ModelId, qtbot: QtBot) -> None:
    panel = full_panel(session, qtbot)
    panel.hide()

    models.edit(session.registry, camera, {"notes": "mới"})
    hidden = len(lines(panel))
    panel.show()

    assert (hidden, len(lines(panel))) == (4, 5)


def test_the_menu_of_a_line_leads_to_its_model(opened: Opened, camera: ModelId, session: Session, qtbot: QtBot) -> None:
    models.edit(session.registry, camera, {"notes": "mới"})
    panel = opened()
    choose(panel, 0)
    go = next(one for one in panel.tree.actions() if "mô hình" in one.text())

    with qtbot.waitSignal(panel.model_wanted) as wanted:
        go.trigger()

    assert wanted.args == [camera]


@pytest.mark.parametrize("width", range(600, 1300, 100))
def test_both_days_of_the_filters_stand_in_one_line(session: Session, qtbot: QtBot, width: int) -> None:
    panel = HistoryPanel(session, full=True)
    qtbot.addWidget(panel)
    panel.resize(width, 500)
    panel.show()
    QApplication.processEvents()

    filters = panel.filters
    heights = {one.mapTo(panel, one.rect().topLeft()).y() for one in (filters.since, filters.until)}
    assert len(heights) == 1
    assert filters.until.mapTo(panel, filters.until.rect().topRight()).x() < width


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_arrow_of_the_chosen_row_is_seen(opened: Opened, qapp: QApplication, colours: str) -> None:
    theme.apply(qapp, colours)
    panel = opened()
    choose(panel, 0)
    panel.tree.setFocus()
    QApplication.processEvents()

    row = panel.tree.visualRect(panel.rows.index(0, WHAT))
    area = QRect(row.left() - panel.tree.indentation(), row.top() + 2, panel.tree.indentation(), row.height() - 4)
    image = panel.tree.viewport().grab(area).toImage()
    ground = qapp.palette().color(QPalette.ColorRole.Highlight)
    dots = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    best = max(contrast(QColor(dot), ground) for dot in dots)
    lightest = max(QColor(dot).lightness() for dot in dots)
    assert lightest > ground.lightness()
    assert best >= 2.5
