"""Columns are chosen by ticks, found without accents and moved by the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from registry_app.domain.fields import BY_NAME
from registry_app.domain.saved_view import ShownColumn
from registry_app.ui.models.column_chooser import NAME, ColumnChooser
from registry_app.ui.models.columns import USUAL_SHOWN
from tests.ui.conftest import type_text

SHOWN = (ShownColumn(field="name", width=900), ShownColumn(field="code"))


@pytest.fixture
def chooser(qtbot: QtBot) -> ColumnChooser:
    made = ColumnChooser(BY_NAME, SHOWN, None)
    qtbot.addWidget(made)
    made.show()
    return made


def in_sight(chooser: ColumnChooser) -> list[str]:
    return [str(chooser._list.item(row).data(NAME)) for row in chooser._visible()]


def tick(chooser: ColumnChooser, field: str, state: Qt.CheckState = Qt.CheckState.Checked) -> None:
    items = (chooser._list.item(row) for row in range(chooser._list.count()))
    next(item for item in items if item.data(NAME) == field).setCheckState(state)


def test_at_first_the_columns_shown_are_ticked_and_stand_first(chooser: ColumnChooser) -> None:
    assert chooser.chosen == SHOWN
    assert in_sight(chooser)[:2] == ["name", "code"]
    assert set(in_sight(chooser)) == set(BY_NAME)


def test_a_tick_more_is_a_column_more(chooser: ColumnChooser) -> None:
    tick(chooser, "funding")

    assert chooser.chosen == (*SHOWN, ShownColumn(field="funding"))


def test_alt_and_the_arrows_move_a_column(chooser: ColumnChooser) -> None:
    chooser._list.setCurrentRow(1)

    QTest.keyClick(chooser._list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert [column.field for column in chooser.chosen] == ["code", "name"]
    assert not chooser._up.isEnabled()


def test_columns_are_found_without_accents(chooser: ColumnChooser) -> None:
    type_text(chooser._search, "kinh phi")

    assert in_sight(chooser) == ["funding"]
    assert chooser.chosen == SHOWN


def test_the_usual_columns_come_back(chooser: ColumnChooser) -> None:
    chooser._reset()

    assert chooser.chosen == USUAL_SHOWN


def test_without_any_column_there_is_nothing_to_show(chooser: ColumnChooser) -> None:
    for column in SHOWN:
        tick(chooser, column.field, Qt.CheckState.Unchecked)

    assert not chooser._yes.isEnabled()
