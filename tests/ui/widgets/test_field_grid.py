"""Rows of labels, editors and problems; tables of records."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from registry_app.ui.widgets.field_grid import FieldGrid
from registry_app.ui.widgets.lines import OneLine
from registry_app.ui.widgets.records import Heading, Record, RecordTable


@pytest.fixture
def grid(qtbot: QtBot) -> FieldGrid:
    made = FieldGrid()
    qtbot.addWidget(made)
    made.add("name", "Tên", OneLine(), required=True)
    made.add("note", "Ghi chú", OneLine())
    return made


def test_a_problem_is_shown_and_read_out_with_its_field(grid: FieldGrid) -> None:
    grid.say("note", "Sai rồi.")

    assert grid.problem("note") == "Sai rồi."
    assert grid["note"].control.accessibleDescription() == "Sai rồi."
    assert grid.first_problem() == "note"


def test_typing_takes_the_problem_away(grid: FieldGrid) -> None:
    grid.say("note", "Sai rồi.")

    grid["note"].fill("x")

    assert grid.problem("note") == ""


def test_every_field_has_its_label_and_accessible_name(grid: FieldGrid) -> None:
    buddies = [label.buddy() for label in grid.findChildren(QLabel) if label.buddy() is not None]

    assert buddies == [grid["name"].control, grid["note"].control]
    assert [grid[name].control.accessibleName() for name in grid.names] == ["Tên, bắt buộc", "Ghi chú"]


def test_the_chosen_record_stays_chosen_when_records_are_shown_anew(qtbot: QtBot) -> None:
    table = RecordTable("Bảng", [Heading("Tên")])
    qtbot.addWidget(table)
    table.show_records([Record(key=key, cells=(str(key),)) for key in (1, 2, 3)])
    table.choose(2)

    table.show_records([Record(key=key, cells=(str(key),)) for key in (2, 3, 4)])

    assert table.chosen_key == 2


def test_a_record_that_counts_no_more_is_struck_through(qtbot: QtBot) -> None:
    table = RecordTable("Bảng", [Heading("Tên")])
    qtbot.addWidget(table)

    table.show_records([Record(key=1, cells=("cũ",), struck=True), Record(key=2, cells=("mới",))])

    assert [table.item(row, 0).font().strikeOut() for row in range(2)] == [True, False]  # type: ignore[union-attr]
