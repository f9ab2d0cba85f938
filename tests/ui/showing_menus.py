"""Brings menus, and the small windows that pop up under a field, onto the screen."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPlainTextEdit

from registry_app.ui.filters.query_help import QueryHelp
from registry_app.ui.models import group_menu
from registry_app.ui.widgets.calendar import CalendarPopup
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.picker import NameBox

from .showing_main import kept_view
from .stage import Look, Stage, Visit, dispose, settle


def opened(menu: Callable[[Stage], QMenu], *, ours: bool = True) -> Visit:
    def visit(stage: Stage, look: Look) -> None:
        shown = menu(stage)
        shown.popup(stage.main.mapToGlobal(stage.main.rect().topLeft()))
        settle()
        look(shown)
        shown.close()
        if ours:
            dispose(shown)

    return visit


def menu_of_bar(number: int) -> Callable[[Stage], QMenu]:
    def menu(stage: Stage) -> QMenu:
        found = stage.main.menuBar().actions()[number].menu()
        assert isinstance(found, QMenu)
        return found

    return menu


def menu_below(number: int, place: int) -> Callable[[Stage], QMenu]:
    def menu(stage: Stage) -> QMenu:
        below = [one.menu() for one in menu_of_bar(number)(stage).actions() if one.menu() is not None]
        found = below[place]
        assert isinstance(found, QMenu)
        return found

    return menu


def list_menu(stage: Stage) -> QMenu:
    menu = QMenu(stage.main)
    menu.addActions(stage.main.models.list.actions())
    return menu


def view_menu(stage: Stage) -> QMenu:
    kept = kept_view(stage)
    stage.main.models.sidebar.open_part("saved")
    settle()
    found = stage.main.models.saved_views.menu(kept)
    assert found is not None
    return found


def menu_of_group(stage: Stage) -> QMenu:
    return group_menu.fill(QMenu(stage.main), stage.main.models.list, 0, is_open=True)


def line_menu(stage: Stage) -> QMenu:
    line = QLineEdit("chữ", stage.main)
    return line.createStandardContextMenu()


def text_menu(stage: Stage) -> QMenu:
    return QPlainTextEdit("chữ", stage.main).createStandardContextMenu()


# -- popups ------------------------------------------------------------------------------------------------------------


def calendar(stage: Stage, look: Look) -> None:
    stage.main.models.form.fields.go_to("founded_on")
    field = stage.main.models.form.findChild(DateField)
    assert isinstance(field, DateField)
    field.open_calendar()
    popup = field.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    settle()
    look(popup)
    popup.close()
    stage.reset()


def suggestions(stage: Stage, look: Look) -> None:
    box = next(one for one in stage.main.models.form.findChildren(NameBox) if one.isVisible())
    assert isinstance(box, QComboBox)
    box.setFocus()
    box.showPopup()
    settle()
    look(box.view())
    box.hidePopup()
    settle()


def query_help(stage: Stage, look: Look) -> None:
    bar = stage.main.models.filtering.search_bar
    bar.explain()
    settle()
    (card,) = bar.findChildren(QueryHelp)
    look(card)
    card.close()
    settle()
