"""The history panel: every action with what it changed, found by words, taken back with the user's consent."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Search
from registry_app.operations import models
from registry_app.ui.history.history_panel import HistoryPanel
from registry_app.ui.history.history_tree import CHANGE, WHAT, WHEN, WHO
from registry_app.ui.session import Session
from tests.ui.conftest import Asked, type_text

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

    type_text(panel.filter, "man hinh hong")

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
    panel.filter.setText("camera")
    models.edit(session.registry, camera, {"notes": "mới"})

    assert tester.model() is panel.rows
    assert lines(panel)[0][WHAT] == "Sửa mô hình"
