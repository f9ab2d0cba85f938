"""Commands that help: the task card for where one stands, all shortcuts, the tour."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QWidget

from registry_app.domain.words import N_, _
from registry_app.ui import ask, keys

from .command import Command, Desk, is_open


def show_help(desk: Desk) -> None:
    """The card about what has the keyboard now."""
    from registry_app.ui.help.help_window import HelpWindow
    from registry_app.ui.help.here import card_here

    HelpWindow.show_card(desk.window, card_here())


def show_shortcuts(desk: Desk) -> None:
    """All commands that have keys."""
    from registry_app.ui.help.shortcuts_window import ShortcutsWindow

    commands = desk.commands()
    now = keys.in_use(commands, desk.choices.now.shortcuts)
    lines = [(command.text, now[command.name]) for command in commands if now[command.name]]
    ShortcutsWindow.show_all(desk.window, lines)


def start_tour(desk: Desk) -> None:
    """Five steps through the window; a model is shown so that there is a form to be seen."""
    from registry_app.ui.tour.tour import Tour

    desk.turn_to("list")
    screen = desk.screen
    if screen.list.current is None and not screen.is_dirty and screen.rows.ids:
        screen.list.choose_first()
    screen.form.show()
    desk.choices.change(tour_seen=True)
    widgets = {"views": screen.sidebar, "search": screen.search_box, "list": screen.list, "form": screen.form}
    parts = {name: _place_of(widget, desk.window) for name, widget in widgets.items()}
    Tour.start(desk.window, {**parts, "print": lambda: _button_rect("print_list", desk.window)})


def offer_tour(desk: Desk) -> None:
    """Once, when the first register is open."""
    if desk.choices.now.tour_seen or not desk.session.is_open:
        return
    desk.choices.change(tour_seen=True)
    text = _("New here? A tour shows the window in five steps and takes a minute.\nLater it is in the Help menu.")
    if ask.confirm(desk.window, text, yes=_("&Show me"), no=_("&Not now")):
        start_tour(desk)


def _place_of(widget: QWidget, window: QWidget) -> Callable[[], QRect]:
    return lambda: QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()) if widget.isVisible() else QRect()


def _button_rect(command: str, window: QWidget) -> QRect:
    """Where the toolbar's button of ``command`` is."""
    action = window.findChild(QAction, command)
    buttons = (bar.widgetForAction(action) for bar in window.findChildren(QToolBar) if action in bar.actions())
    button = next(buttons, None)
    return _place_of(button, window)() if button is not None else QRect()


HELP = Command(name="show_help", text=N_("&Help"), deed=show_help, icon="help", keys="F1")
SHORTCUTS = Command(name="show_shortcuts", text=N_("&Shortcuts"), deed=show_shortcuts, icon="keyboard", keys="Ctrl+/")
TOUR = Command(name="start_tour", text=N_("&Tour of the window"), deed=start_tour, icon="tour", when=is_open)
