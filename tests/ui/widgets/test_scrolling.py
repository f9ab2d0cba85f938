"""What scrolls comes to rest at any size, also a body that is higher where it is wider."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from registry_app.ui.widgets.compact_grid import CompactGrid
from registry_app.ui.widgets.lines import OneLine
from registry_app.ui.widgets.scrolling import MOST_RESIZES, Scrolling

Policy = Qt.ScrollBarPolicy


class Counting(QWidget):
    """Counts its sizes."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes = 0

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        super().resizeEvent(event)
        self.sizes += 1


class Restless(Counting):
    """Higher where it is wider."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, _width: int) -> int:  # noqa: N802 - Qt's own name
        return 400 if self.width() >= 300 else 100

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        return QSize(200, 100)


def test_a_body_that_is_higher_where_it_is_wider_keeps_the_bar(qtbot: QtBot) -> None:
    body = Restless()
    area = Scrolling(body)
    qtbot.addWidget(area)
    area.show()

    for width in range(280, 330):
        area.resize(width, 200)
        QApplication.processEvents()
    area.hide()

    assert area.verticalScrollBarPolicy() == Policy.ScrollBarAlwaysOn
    assert body.sizes < 50 * MOST_RESIZES


def test_short_fields_come_to_rest_at_any_size_with_a_bar_only_where_it_is_needed(qtbot: QtBot) -> None:
    grid, body = CompactGrid(), Counting()
    for label, wide in (("Số hội viên tham gia", False), ("Số buổi sinh hoạt", False), ("Hình thức", True)):
        grid.add_short(label, label, OneLine(), wide=wide)
    column = QVBoxLayout(body)
    column.addWidget(grid)
    column.addStretch(1)
    area = Scrolling(body)
    qtbot.addWidget(area)
    area.show()

    most = 0
    for height in range(70, 150, 3):
        for width in (*range(220, 460, 7), *range(460, 220, -7)):
            before = body.sizes
            area.resize(width, height)
            QApplication.processEvents()
            most = max(most, body.sizes - before)
    area.hide()

    assert area.verticalScrollBarPolicy() == Policy.ScrollBarAsNeeded
    assert most < MOST_RESIZES
