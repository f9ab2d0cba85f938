"""Brings the main window, its pages, filters and panes, and its form onto the screen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QWidget

from registry_app.domain.saved_view import SavedView
from registry_app.domain.search import Filter, Search
from registry_app.domain.words import _
from registry_app.operations import views
from registry_app.store import engine
from registry_app.ui.choices import Choices
from registry_app.ui.history.history_dock import HistoryDock
from registry_app.ui.main_window import MainWindow
from registry_app.ui.models import inline_edit
from registry_app.ui.session import Session

from .stage import Look, Stage, Visit, settle, within

TYPE = "type"
FOUND_MS = 500
"""Until what was typed is looked for, found and counted at the foot of the window: each waits for a pause."""
LONG_NAME = "Tổ liên gia an toàn phòng cháy, chữa cháy và cứu nạn, cứu hộ kết hợp camera an ninh khu dân cư " * 2


def searched(search: Search) -> Visit:
    return within(lambda stage: stage.main.models.show_search(search), wait=200)


def typed(text: str, *, wait: int = FOUND_MS) -> Visit:
    def type_it(stage: Stage) -> None:
        box = stage.main.models.search_box
        box.setFocus()
        box.setText(text)
        box.textEdited.emit(text)

    return within(type_it, wait=wait)


def grouped(stage: Stage) -> QWidget:
    stage.main.models.show_search(Search(group=TYPE))
    return stage.main.models.list


def start_page(_stage: Stage) -> QWidget:
    return MainWindow(Session(), Choices(keeps=False))


def overview(stage: Stage) -> None:
    stage.main.turn_to("overview")


def kept_view(stage: Stage) -> int:
    """The number of a view of the ward's own."""
    known = stage.session.registry.views.all()
    if known:
        return known[0].id
    new = SavedView(name=LONG_NAME[:60], search=Search(view="overdue"))
    made = stage.session.run(views.save_view, new)
    assert made is not None
    return made[0].id


def open_sidebar(stage: Stage, look: Look) -> None:
    """The parts at the foot are seen; all are closed again, as they were."""
    kept_view(stage)
    sidebar = stage.main.models.sidebar
    for part in ("saved", "status", "type"):
        sidebar.open_part(part)
    settle(150)
    sidebar.verticalScrollBar().setValue(sidebar.verticalScrollBar().maximum())
    settle()
    look(stage.main)
    sidebar.collapseAll()
    sidebar.verticalScrollBar().setValue(0)
    stage.reset()


def all_chips(stage: Stage) -> None:
    filters = (
        Filter(TYPE, (1, 2, 3, 4)),
        Filter("next_review", ("this-quarter",)),
        Filter("lead", (None,)),
        Filter("founded_on", low="2019", high="2024-12-31"),
        Filter("name", holds="camera an ninh"),
        Filter("areas", (3,), negated=True),
    )
    stage.main.models.show_search(Search(filters=filters))


def header_filter(field: str) -> Visit:
    def visit(stage: Stage, look: Look) -> None:
        filtering = stage.main.models.filtering
        filtering.open_filter(field, stage.main.models.list.heads.rect().translated(300, 120))
        popup = filtering.popup
        assert popup is not None
        settle(100)
        look(popup)
        popup.close()
        settle()
        stage.reset()

    return visit


def read_only(stage: Stage, look: Look) -> None:
    stage.main.notice.say(_(engine.READ_ONLY).format(name="so-mau.registry"))
    settle()
    look(stage.main)
    stage.main.notice.say("")
    settle()


def history_pane(command: str) -> Visit:
    def visit(stage: Stage, look: Look) -> None:
        stage.main.tools[command].trigger()
        settle(250)
        look(stage.main)
        for pane in stage.main.findChildren(QDockWidget):
            pane.hide()
        settle()

    return visit


def floating_history(stage: Stage, look: Look) -> None:
    stage.main.tools["show_whole_history"].trigger()
    (pane,) = stage.main.findChildren(HistoryDock)
    pane.setFloating(True)
    pane.resize(860, 480)
    settle(250)
    pane.panel.tree.setCurrentIndex(pane.panel.rows.index(0, 0))
    settle()
    look(pane)
    pane.setFloating(False)
    pane.hide()
    settle()


# -- the form ----------------------------------------------------------------------------------------------------------


def form_tab(number: int) -> Visit:
    def turn(stage: Stage) -> QWidget:
        form = stage.main.models.form
        form.fields.setCurrentIndex(number)
        return form

    return within(turn, wait=200)


def new_model(stage: Stage) -> QWidget:
    stage.main.models.start_new()
    return stage.main.models.form


def refused(stage: Stage) -> QWidget:
    form = stage.main.models.form
    form.fields.fill({"name": "", "founded_on": "31/02/2020", "interval_months": "nhiều"})
    form.save()
    return form


def long_name(stage: Stage) -> QWidget:
    form = stage.main.models.form
    form.fields.fill({"name": LONG_NAME, "lead": LONG_NAME})
    return form


def cell(text: str) -> Visit:
    """The name of a model edited in the list; ``text`` typed and Enter pressed."""

    def visit(stage: Stage, look: Look) -> None:
        view = stage.main.models.list
        view.go_to_cell(stage.some[3], "name")
        cell = inline_edit.start(view, stage.session)
        assert cell is not None
        if text != LONG_NAME:
            cell.editor.fill(text)
            QTest.keyClick(cell.editor.control, Qt.Key.Key_Return)
        settle()
        look(stage.main)
        QTest.keyClick(cell.editor.control, Qt.Key.Key_Escape)
        settle()
        stage.reset()

    return visit
