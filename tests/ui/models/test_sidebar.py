"""Each view stands there in words with its count, and is told by its key."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from registry_app.domain.search import VIEWS
from registry_app.ui.models.sidebar import SHOWN, Line, Sidebar


def child(part: QTreeWidgetItem, place: int) -> QTreeWidgetItem:
    """A line of a part."""
    found = part.child(place)
    assert found
    return found


def test_every_view_shown_is_one_that_the_register_knows() -> None:
    assert set(SHOWN) <= {option.key for option in VIEWS}


def test_counts_stand_beside_the_words(qtbot: QtBot) -> None:
    one = Sidebar()
    qtbot.addWidget(one)

    one.show_counts({"all": 12345, "soon": 7}, 45)

    items = [one.topLevelItem(number) for number in range(one.topLevelItemCount())]
    texts = {item.text(0): item.text(1) for item in items if item}
    assert texts["Tất cả mô hình"] == "12.345"
    assert texts["Đến hạn trong 45 ngày"] == "7"
    assert texts["Quá hạn"] == "0"


def test_a_chosen_view_is_told_by_its_key(qtbot: QtBot) -> None:
    one = Sidebar()
    qtbot.addWidget(one)

    with qtbot.waitSignal(one.chosen) as told:
        one.choose("trash")

    assert told.args == ["trash"]
    assert one.view == "trash"


def test_a_view_is_read_aloud_with_its_count(qtbot: QtBot) -> None:
    one = Sidebar()
    qtbot.addWidget(one)

    one.show_counts({"overdue": 34}, 30)

    said = one.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Quá hạn: 34"


def test_a_part_is_opened_by_a_click_and_asks_for_its_lines(qtbot: QtBot) -> None:
    one = Sidebar()
    qtbot.addWidget(one)
    one.resize(220, 600)
    one.show()
    part = one.findItems("Loại", Qt.MatchFlag.MatchExactly)[0]

    with qtbot.waitSignal(one.part_opened) as told:
        QTest.mouseClick(one.viewport(), Qt.MouseButton.LeftButton, pos=one.visualItemRect(part).center())

    assert told.args == ["type"]
    assert one.open_parts == ("type",)


def test_a_value_is_told_with_its_field_and_stays_chosen_when_counts_change(qtbot: QtBot) -> None:
    one = Sidebar()
    qtbot.addWidget(one)
    one.show_lines(
        "lead", [Line(("value", "lead", 7), "Công an phường", 3), Line(("value", "lead", None), "(Trống)", 1)]
    )
    part = one.findItems("Đơn vị chủ trì", Qt.MatchFlag.MatchExactly)[0]

    with qtbot.waitSignal(one.value_chosen) as told:
        one.setCurrentItem(child(part, 1))
    one.show_lines("lead", [Line(("value", "lead", None), "(Trống)", 2)])

    assert told.args == ["lead", None]
    assert one.currentItem() is child(part, 0)
    assert child(part, 0).text(1) == "2"


def test_enter_opens_a_part_and_the_keys_of_a_saved_view_are_told(qtbot: QtBot) -> None:
    one = Sidebar()
    qtbot.addWidget(one)
    one.show_lines("saved", [Line(("saved", 4), "Của tôi")])
    saved = one.findItems("Khung nhìn đã lưu", Qt.MatchFlag.MatchExactly)[0]
    one.setCurrentItem(saved)

    QTest.keyClick(one, Qt.Key.Key_Return)
    one.setCurrentItem(child(saved, 0))
    with qtbot.waitSignal(one.saved_key_pressed) as told:
        QTest.keyClick(one, Qt.Key.Key_F2)

    assert one.open_parts == ("saved",)
    assert told.args is not None
    assert told.args[0] == 4


def test_the_tip_of_a_view_says_more_without_losing_its_name(qtbot: QtBot) -> None:
    one = Sidebar()
    qtbot.addWidget(one)
    one.show_counts({"all": 171}, 30)

    one.say_more("all", "133 mô hình / 333 điểm / 586 tổ")

    assert one.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == (
        "Tất cả mô hình\n133 mô hình / 333 điểm / 586 tổ"
    )
