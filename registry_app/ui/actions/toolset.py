"""Commands as Qt actions: one QAction a command, shared by menus, toolbar and list, allowed by the state of things."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QMenu, QToolBar, QWidget

from registry_app.domain.words import _
from registry_app.ui import icons, keys

from .command import Command, Desk, State
from .menus import TOOLBAR, Row, all_commands, all_keys

AFTER_PAINT_MS = 60
"""Menus get their icons once the window is there."""


class Toolset(QObject):
    """All actions of one window."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._commands = {command.name: command for command in all_commands()}
        self._keys = self._chosen_keys()
        self._named: dict[str, str] = {}
        """What commands are called on the page that is shown, where it is not their own name."""
        self._why_not: dict[str, str] = {}
        """Why commands cannot be used on that page."""
        self._actions = {name: self._action(command) for name, command in self._commands.items()}
        for command in TOOLBAR:
            if command:
                self[command].setIcon(icons.icon(command.icon, desk.window.palette()))
        QTimer.singleShot(AFTER_PAINT_MS, self, self._dress_late)
        desk.choices.changed.connect(self._follow_keys)

    def _chosen_keys(self) -> dict[str, str]:
        return keys.in_use(all_keys(), self._desk.choices.now.shortcuts)

    def _follow_keys(self) -> None:
        """The user chose other keys: they hold at once."""
        wanted = self._chosen_keys()
        if wanted == self._keys:
            return
        self._keys = wanted
        for name in self._commands:
            self[name].setShortcut(keys.sequence(wanted[name]))
            self[name].setToolTip(self._tip_here(name))

    def _action(self, command: Command) -> QAction:
        action = QAction(_(command.text), self)
        action.setObjectName(command.name)
        action.setShortcut(keys.sequence(self._keys[command.name]))
        if command.in_list:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(self._tip(command, _(command.tip)))
        action.triggered.connect(self._doing(command))
        return action

    def _doing(self, command: Command) -> Callable[[], None]:
        return lambda: command.deed(self._desk)

    def __getitem__(self, command: Command | str) -> QAction:
        return self._actions[command if isinstance(command, str) else command.name]

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of the menus."""
        return tuple(self._actions.values())

    def fill(self, place: QMenu | QToolBar, row: Row) -> None:
        """Put the commands of ``row`` into a menu or a toolbar."""
        for command in row:
            if command is None:
                place.addSeparator()
            else:
                place.addAction(self[command])

    def hang_on(self, widget: QWidget, row: Row) -> None:
        """Give ``widget`` a menu of its own, and the keys that count only there."""
        for command in row:
            if command is None:
                line = QAction(widget)
                line.setSeparator(True)
                widget.addAction(line)
            else:
                widget.addAction(self[command])

    def allow(self, state: State) -> None:
        """Allow what can be done now, call it what it is called on the page that is shown, and say what undo and redo
        are about."""
        for name, action in self._actions.items():
            action.setEnabled(name not in state.why_not and self._commands[name].when(state))
        self._name(state.words, state.why_not)
        for name, about, plain, named in (
            ("undo", state.undo, _("&Undo"), _("&Undo: {action}")),
            ("redo", state.redo, _("&Redo"), _("&Redo: {action}")),
        ):
            self[name].setText(named.format(action=about) if about else plain)
            self[name].setToolTip(self._tip(self._commands[name], ""))

    def _name(self, words: Mapping[str, str], why_not: Mapping[str, str]) -> None:
        before, self._named = self._named, dict(words)
        reasons, self._why_not = self._why_not, dict(why_not)
        for name in before.keys() | words.keys():
            if before.get(name) != words.get(name):
                self[name].setText(words.get(name, _(self._commands[name].text)))
                self[name].setToolTip(self._tip_here(name))
        for name in reasons.keys() | why_not.keys():
            if reasons.get(name) != why_not.get(name):
                self[name].setToolTip(self._tip_here(name))

    def dress(self, palette: QPalette) -> None:
        """Icons in the colours of ``palette``."""
        for name, command in self._commands.items():
            if command.icon:
                self._actions[name].setIcon(icons.icon(command.icon, palette))

    def _dress_late(self) -> None:
        first_paint = self._desk.screen.list.first_paint
        if first_paint.is_ahead:
            first_paint.over.connect(lambda: QTimer.singleShot(AFTER_PAINT_MS, self, self._dress_late))
        else:
            self.dress(self._desk.window.palette())

    def _tip_here(self, name: str) -> str:
        """What a command does, or why it cannot be used on the page that is shown."""
        command = self._commands[name]
        return self._why_not.get(name) or self._tip(command, "" if name in self._named else _(command.tip))

    def _tip(self, command: Command, tip: str) -> str:
        action = self._actions.get(command.name) if hasattr(self, "_actions") else None
        text = tip or (action.text() if action else _(command.text)).replace("&", "").rstrip("…")
        pressed = keys.shown(self._keys[command.name])
        return f"{text} ({pressed})" if pressed else text
