"""A round over the three models of a small register, and the windows through which it goes."""

from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import RoundId
from registry_app.domain.round_shown import RowShown
from registry_app.domain.search import Search
from registry_app.operations import rounds
from registry_app.operations.rounds import NewRound
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.rounds.entry_window import EntryWindow
from registry_app.ui.rounds.page import RoundsPage
from registry_app.ui.session import Session
from tests.ui.conftest import add

DAY = datetime.fromisoformat("2026-11-22T09:00:00+07:00")
NAME = "Rà soát 6 tháng cuối năm 2026"


@pytest.fixture(autouse=True)
def day() -> Iterator[None]:
    """A day in the middle of the period."""
    with time_machine.travel(DAY, tick=True):
        yield


@pytest.fixture
def round_id(session: Session) -> RoundId:
    """An open round over all four models, one of them in an area of its own."""
    add(session, name="Câu lạc bộ phòng, chống tội phạm", type="camera an ninh", areas="Tổ dân phố 5")
    return opened(session)


@pytest.fixture
def main(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of the program."""
    made = MainWindow(session, Choices())
    made.models._open()
    made.resize(1300, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def page(main: MainWindow) -> RoundsPage:
    """The page of rounds, turned to."""
    main.turn_to("round")
    return main.rounds


@pytest.fixture
def entry(session: Session, round_id: RoundId, qtbot: QtBot) -> Iterator[EntryWindow]:
    """The entry screen, on the screen."""
    owner = QWidget()
    qtbot.addWidget(owner)
    with qtbot.waitExposed(owner):
        owner.show()
    made = EntryWindow.show_round(session, rounds.one(session.registry, round_id), owner)
    assert made is not None
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.done(0)
    made.deleteLater()


def opened(session: Session, **typed: object) -> RoundId:
    """Open a round over all models."""
    whole = {"name": NAME, "period_from": "1/7/2026", "period_to": "31/12/2026", "deadline": "15/12/2026"}
    return rounds.open_round(session.registry, NewRound(**{"search": Search(), **whole, **typed})).id  # type: ignore[arg-type]


def rows(session: Session, number: RoundId) -> list[RowShown]:
    """The rows of the round as they are saved."""
    return rounds.rows(session.registry, number)


def press(widget: QWidget, *keys: str | Qt.Key) -> None:
    """Press ``keys`` one after the other; a text is pressed letter by letter."""
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key)
