"""How fields share rows: side by side where there is room, under each other where there is not."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.compact_grid import CompactGrid
from registry_app.ui.widgets.editor import Editor
from registry_app.ui.widgets.field_grid import FieldGrid
from registry_app.ui.widgets.lines import OneLine, WrappedLine

SHORT = [Offer("a", "Mô hình"), Offer("b", "Chuyên đề")]


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    """What grids stand on: unlike a window it does not follow what they need."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    yield made
    made.hide()


def at(page: QWidget, grid: FieldGrid, width: int) -> None:
    """Show ``grid`` on ``page`` in that width."""
    grid.setParent(page)
    grid.setGeometry(0, 0, width, 300)
    grid.show()


def place(grid: FieldGrid, name: str) -> tuple[int, int]:
    QApplication.processEvents()
    editor = grid[name]
    assert isinstance(editor, Editor)
    point = editor.mapTo(grid, editor.rect().topLeft())
    return point.x(), point.y()


@pytest.fixture
def shared() -> FieldGrid:
    grid = FieldGrid()
    grid.add("kind", "Hình thức", Choice(SHORT))
    grid.add("level", "Cấp", Choice(SHORT), beside="kind")
    grid.finish()
    return grid


def test_two_short_fields_share_a_row_where_there_is_room(page: QWidget, shared: FieldGrid) -> None:
    at(page, shared, 600)

    kind, level = place(shared, "kind"), place(shared, "level")

    assert kind[1] == level[1]
    assert kind[0] < level[0]


def test_they_stand_under_each_other_where_there_is_not(page: QWidget, shared: FieldGrid) -> None:
    at(page, shared, shared.minimumSizeHint().width())

    kind, level = place(shared, "kind"), place(shared, "level")

    assert kind[0] == level[0]
    assert kind[1] < level[1]


def test_labels_take_no_more_room_than_they_need(page: QWidget) -> None:
    grid = FieldGrid()
    grid.add("level", "Cấp", OneLine())
    at(page, grid, 600)
    before = place(grid, "level")[0]

    grid.narrow_labels()

    assert place(grid, "level")[0] < before


@pytest.mark.parametrize(("width", "rows"), [(600, 2), (300, 2), (160, 3)])
def test_short_fields_stand_side_by_side_as_the_width_allows(page: QWidget, width: int, rows: int) -> None:
    grid = CompactGrid()
    for name in ("eyes", "recorders"):
        grid.add_short(name, "Số mắt", OneLine(unit="mắt", width=14), wide=False)
    grid.add_short("place", "Vị trí", OneLine(), wide=True)

    at(page, grid, width)

    assert len({place(grid, name)[1] for name in grid.names}) == rows
    assert grid.minimumSizeHint().width() <= 160


@pytest.mark.parametrize("points", [9, 10, 13, 16])
def test_a_name_of_one_line_has_no_scroll_bar_in_any_font_size(page: QWidget, points: int) -> None:
    page.setFont(QFont("Liberation Sans", points))
    name = WrappedLine()
    name.setParent(page)
    name.setGeometry(0, 0, 300, 120)
    name.show()

    name.fill("Camera an ninh")
    QApplication.processEvents()

    edit = name.control
    assert isinstance(edit, QPlainTextEdit)
    assert not edit.verticalScrollBar().isVisible()
