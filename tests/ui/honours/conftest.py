"""A window on the sample ward, which has years of recognition and commendations."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.nouns.page import NounPage
from registry_app.ui.session import Session

NOUNS = ("commendation", "exemplar", "recognition", "person")


@pytest.fixture
def window(sample_session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = MainWindow(sample_session, Choices())
    shown.resize(1366, 768)
    shown.models._open()
    shown.show()
    yield shown
    for noun in NOUNS:
        if noun in shown.pages.made:
            shown.inside(noun).form.give_up()
    shown.close()
    shown.deleteLater()


@pytest.fixture
def recognition(window: MainWindow) -> NounPage:
    window.tools["show_recognition"].trigger()
    return window.inside("recognition")


@pytest.fixture
def commendations(window: MainWindow) -> NounPage:
    window.tools["show_commendations"].trigger()
    return window.inside("commendation")
