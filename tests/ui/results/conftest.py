"""A window on the page of results."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.nouns.page import NounPage
from registry_app.ui.session import Session


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = MainWindow(session, Choices())
    shown.resize(1366, 768)
    shown.show()
    yield shown
    if "result" in shown.pages.made:
        shown.inside("result").form.give_up()
    shown.close()
    shown.deleteLater()


@pytest.fixture
def page(window: MainWindow) -> NounPage:
    window.tools["show_results"].trigger()
    return window.inside("result")
