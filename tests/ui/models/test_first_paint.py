"""What waits for the first paint, and what does not."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Search
from registry_app.ui.models.first_paint import FirstPaint
from registry_app.ui.models.list_model import ModelListModel
from registry_app.ui.models.list_view import ModelListView
from registry_app.ui.session import Session


def test_nothing_waits_for_what_is_not_to_be_seen(qtbot: QtBot) -> None:
    hidden = QWidget()
    qtbot.addWidget(hidden)

    assert not FirstPaint(hidden).is_ahead


def test_the_list_says_once_that_it_was_painted(sample_session: Session, qtbot: QtBot) -> None:
    rows = ModelListModel(sample_session)
    view = ModelListView(rows)
    qtbot.addWidget(view)
    rows.show(Search())
    told: list[None] = []
    view.first_paint.over.connect(lambda: told.append(None))

    with qtbot.waitSignal(view.first_paint.over):
        view.show()
    view.viewport().repaint()

    assert told == [None]
    assert not view.first_paint.is_ahead


def test_nothing_waits_for_what_is_covered_or_squeezed_out(qtbot: QtBot) -> None:
    window, cover = QWidget(), QWidget()
    covered, squeezed = QWidget(window), QWidget(window)
    qtbot.addWidget(window)
    window.resize(200, 200)
    covered.setGeometry(0, 0, 100, 100)
    squeezed.setGeometry(0, 0, 100, 0)
    cover.setParent(covered)
    cover.setGeometry(0, 0, 100, 100)
    cover.setAutoFillBackground(True)
    window.show()

    assert not FirstPaint(covered).is_ahead
    assert not FirstPaint(squeezed).is_ahead
    assert FirstPaint(window).is_ahead
    window.hide()
