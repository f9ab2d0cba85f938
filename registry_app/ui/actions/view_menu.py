"""The View menu: the sidebar shown or not, light or dark, how large the letters, the language."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from registry_app.domain.words import _
from registry_app.operations.preferences import Preferences

from . import list_columns
from .choosing import LANGUAGES, THEMES, choose_language, choose_letters, choose_theme, letter_sizes
from .command import Desk

K = TypeVar("K", int, str)
SIDEBAR_KEYS = "F9"


def fill(menu: QMenu, desk: Desk) -> None:
    """Fill the View menu."""
    shown = menu.addAction(_("&Sidebar"))
    shown.setCheckable(True)
    shown.setChecked(True)
    shown.setShortcut(SIDEBAR_KEYS)
    shown.toggled.connect(desk.show_views)
    list_columns.fill(menu, desk)
    menu.addSeparator()
    themes = ((key, _(label)) for key, label in THEMES)
    _choice(menu.addMenu(_("&Colours")), desk, themes, lambda now: now.theme, choose_theme)
    _choice(menu.addMenu(_("Size of l&etters")), desk, letter_sizes(), lambda now: now.font_points, choose_letters)
    _choice(menu.addMenu(_("Lan&guage")), desk, LANGUAGES, lambda now: now.language, choose_language)


def _choice(
    menu: QMenu,
    desk: Desk,
    offers: Iterable[tuple[K, str]],
    chosen: Callable[[Preferences], K],
    choose: Callable[[Desk, K], None],
) -> None:
    """A menu of which one is ticked: what holds, also when it was chosen elsewhere or could not be changed."""
    group = QActionGroup(menu)
    actions: dict[K, QAction] = {}
    for key, label in offers:
        action = actions[key] = QAction(lettered(label), group)
        action.setCheckable(True)
        action.triggered.connect(_deed(desk, choose, key))
        menu.addAction(action)

    def tick() -> None:
        actions[chosen(desk.choices.now)].setChecked(True)

    desk.choices.changed.connect(tick)
    tick()


def _deed(desk: Desk, choose: Callable[[Desk, K], None], key: K) -> Callable[[], None]:
    return lambda: choose(desk, key)


def lettered(label: str) -> str:
    """``label`` with an underlined letter: its own, else its last digit, else its first letter."""
    if "&" in label:
        return label
    digits = [place for place, letter in enumerate(label) if letter.isdecimal()]
    place = digits[-1] if digits else 0
    return f"{label[:place]}&{label[place:]}"
