"""Each view stands there in words with its count, and is told by its key."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from registry_app.domain.search import VIEWS
from registry_app.ui.models.sidebar import SHOWN, Sidebar


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
