"""One name, or several, picked or typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from registry_app.ui.widgets.chip import Chip
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.multi_picker import MultiPicker
from registry_app.ui.widgets.picker import NameBox, Picker
from tests.ui.conftest import type_text

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)")
"""What the screen that is not there says of popups."""

NAMES = ("Công an phường", "Hội Phụ nữ phường", "Tổ dân phố 5")


@pytest.fixture
def picker(qtbot: QtBot) -> Iterator[Picker]:
    made = Picker(NAMES)
    qtbot.addWidget(made)
    yield made
    box(made).close_suggestions()


@pytest.fixture
def several(qtbot: QtBot) -> Iterator[MultiPicker]:
    made = MultiPicker(NAMES)
    qtbot.addWidget(made)
    yield made
    box(made).close_suggestions()


def box(editor: Picker | MultiPicker) -> NameBox:
    found = editor.control
    assert isinstance(found, NameBox)
    return found


def suggested(editor: Picker | MultiPicker) -> list[str]:
    return box(editor)._suggested.stringList()


def roll(widget: QWidget) -> None:
    """Turn the wheel over ``widget``."""
    place = QPointF(5, 5)
    up = QWheelEvent(
        place,
        QPointF(widget.mapToGlobal(QPoint(5, 5))),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, up)


def test_suggestions_are_folded_and_nothing_is_put_into_the_text(picker: Picker) -> None:
    type_text(box(picker).text_line, "cong")

    assert suggested(picker) == ["Công an phường"]
    assert picker.typed() == "cong"


def test_the_spelling_of_the_list_is_taken_when_the_field_is_left(picker: Picker, qtbot: QtBot) -> None:
    type_text(box(picker).text_line, "  to dan pho 5 ")

    with qtbot.waitSignal(picker.committed):
        box(picker).text_line.editingFinished.emit()

    assert picker.typed() == "Tổ dân phố 5"


def test_a_name_that_is_in_no_list_stays(picker: Picker) -> None:
    type_text(box(picker).text_line, "Đội  dân phòng")

    box(picker).text_line.editingFinished.emit()

    assert picker.typed() == "Đội dân phòng"


def test_other_names_on_offer_leave_the_text_alone(picker: Picker) -> None:
    picker.fill("Đội dân phòng")

    picker.offer(("Một", "Hai"))

    assert picker.typed() == "Đội dân phòng"
    assert box(picker).names == ("Một", "Hai")


def test_the_wheel_changes_nothing_in_a_field_without_focus(picker: Picker, qtbot: QtBot) -> None:
    choice = Choice([Offer("a", "A"), Offer("b", "B")])
    qtbot.addWidget(choice)
    picker.fill("Công an phường")

    roll(box(picker))
    roll(choice.control)

    assert (picker.typed(), choice.typed()) == ("Công an phường", "a")


def test_enter_makes_a_chip_of_what_is_typed(several: MultiPicker, qtbot: QtBot) -> None:
    type_text(box(several).text_line, "cong an phuong")

    QTest.keyClick(box(several).text_line, Qt.Key.Key_Return)

    assert [chip.name for chip in several.findChildren(Chip)] == ["Công an phường"]
    assert box(several).currentText() == ""


def test_an_arrow_opens_the_list_and_chooses_nothing(several: MultiPicker) -> None:
    several.show()

    QTest.keyClick(box(several).text_line, Qt.Key.Key_Down)
    opened = box(several).view().isVisible()
    box(several).hidePopup()
    several.hide()

    assert opened
    assert several.typed() == ()


def test_a_name_chosen_from_the_list_becomes_a_chip(several: MultiPicker, qtbot: QtBot) -> None:
    box(several).setCurrentIndex(1)
    box(several).activated.emit(1)
    type_text(box(several).text_line, "to dan")
    with qtbot.waitSignal(several.committed):
        box(several).suggestions.activated.emit("Tổ dân phố 5")
        box(several).setEditText("Tổ dân phố 5")

    assert several.typed() == ("Hội Phụ nữ phường", "Tổ dân phố 5")
    assert box(several).currentText() == ""


def test_what_stands_in_the_box_counts_before_it_is_a_chip(several: MultiPicker) -> None:
    several.fill(("Tổ dân phố 5",))

    type_text(box(several).text_line, "Đội dân phòng")

    assert several.typed() == ("Tổ dân phố 5", "Đội dân phòng")


def test_semicolons_part_names_and_none_comes_twice(several: MultiPicker) -> None:
    type_text(box(several).text_line, "Tổ dân phố 5; tổ dân phố 5; Đội dân phòng")

    assert several.typed() == ("Tổ dân phố 5", "Đội dân phòng")


def test_a_new_name_says_that_it_is_new(several: MultiPicker) -> None:
    several.fill(("Tổ dân phố 5", "Đội dân phòng"))

    assert [chip.accessibleName() for chip in several._chips] == ["Tổ dân phố 5", "Đội dân phòng (mới)"]


def test_delete_takes_a_chip_away(several: MultiPicker, qtbot: QtBot) -> None:
    several.fill(NAMES)

    with qtbot.waitSignal(several.edited):
        QTest.keyClick(several._chips[1], Qt.Key.Key_Delete)

    assert several.typed() == ("Công an phường", "Tổ dân phố 5")


def test_locked_chips_cannot_be_taken_away(several: MultiPicker, qtbot: QtBot) -> None:
    several.fill(NAMES)

    several.lock(True)
    QTest.keyClick(several._chips[0], Qt.Key.Key_Delete)

    assert several.typed() == NAMES


def test_chips_share_lines_and_a_long_name_is_cut_to_the_width(several: MultiPicker) -> None:
    several.fill(("Tổ dân phố 5", "Một cái tên rất dài " * 8))
    several.resize(300, 200)
    several.show()
    several.layout().activate()  # type: ignore[union-attr]

    short, long = several._chips
    several.hide()

    assert short.geometry().right() < 300
    assert long.geometry().right() <= 300
    assert long.geometry().top() > short.geometry().top()


def test_a_choice_of_groups_skips_their_headings(qtbot: QtBot) -> None:
    choice = Choice([Offer("a", "A", group="Một"), Offer("b", "B", group="Hai")])
    qtbot.addWidget(choice)
    combo = choice.control
    assert isinstance(combo, QComboBox)

    assert choice.typed() == "a"
    QTest.keyClick(combo, Qt.Key.Key_Down)

    assert choice.typed() == "b"


def test_a_key_that_is_no_longer_offered_is_kept(qtbot: QtBot) -> None:
    choice = Choice([Offer("a", "A")], blank="(trống)")
    qtbot.addWidget(choice)

    choice.fill("Cũ")

    assert (choice.typed(), choice.words) == ("Cũ", "Cũ")
