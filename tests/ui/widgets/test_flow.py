"""Widgets in lines keep their width, and what belongs together stays together."""

from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from registry_app.ui.reviews.status_tab import StatusTab
from registry_app.ui.session import Session
from registry_app.ui.structure.structure_tab import StructureTab
from registry_app.ui.widgets.flow import FlowLayout


def shown(qtbot: QtBot, place: QWidget, width: int) -> None:
    qtbot.addWidget(place)
    place.resize(width, 500)
    place.show()
    QApplication.processEvents()


def line_of(place: QWidget, button: QPushButton) -> int:
    return button.mapTo(place, button.rect().topLeft()).y()


def test_the_last_one_is_as_wide_as_its_words_unless_it_is_to_fill(qtbot: QtBot) -> None:
    widths = {}
    for fills in (False, True):
        place, last = QWidget(), QPushButton("Lưu")
        flow = FlowLayout(place, fills=fills)
        flow.addWidget(QPushButton("Mở"))
        flow.addWidget(last)
        shown(qtbot, place, 600)
        widths[fills] = last.width()
        assert last.width() == last.sizeHint().width() or fills
        assert (last.geometry().right() == place.rect().right()) is fills

    assert widths[True] > widths[False]


def test_a_full_line_is_not_followed_by_an_empty_one(qtbot: QtBot) -> None:
    place, button = QWidget(), QPushButton("Lưu")
    flow = FlowLayout(place)
    flow.addWidget(button)
    shown(qtbot, place, 600)

    assert flow.heightForWidth(button.sizeHint().width()) == button.sizeHint().height()


def test_the_buttons_of_statuses_are_as_wide_as_their_words(session: Session, qtbot: QtBot) -> None:
    tab = StatusTab(session)
    shown(qtbot, tab, 470)

    for button in (tab.change_button, tab.decide_button):
        assert button.width() == button.sizeHint().width()


def test_no_button_of_the_structure_stands_alone(session: Session, qtbot: QtBot) -> None:
    tab = StructureTab(session)
    chosen = (tab.open_button, tab.end_button, tab.delete_button)
    adding = (tab.add_site, tab.add_team, tab.add_camera)
    qtbot.addWidget(tab)

    for width in range(380, 900, 20):
        shown(qtbot, tab, width)
        for together in (adding, chosen):
            assert len({line_of(tab, button) for button in together}) == 1
