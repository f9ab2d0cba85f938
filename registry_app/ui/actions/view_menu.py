"""The View menu: the sidebar shown or not, light or dark, the language."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from registry_app.domain.words import _

from .choosing import LANGUAGES, THEMES, choose_language, choose_theme
from .command import Desk


def fill(menu: QMenu, desk: Desk) -> None:
    """Fill the View menu."""
    shown = menu.addAction(_("&Sidebar"))
    shown.setCheckable(True)
    shown.setChecked(True)
    shown.setShortcut("F9")
    shown.toggled.connect(desk.screen.sidebar.setVisible)
    now = desk.choices.now
    _choice(menu.addMenu(_("&Colours")), THEMES, now.theme, lambda theme: choose_theme(desk, theme))
    _choice(menu.addMenu(_("&Language")), LANGUAGES, now.language, lambda language: choose_language(desk, language))


def _choice(menu: QMenu, offers: Iterable[tuple[str, str]], chosen: str, choose: Callable[[str], None]) -> None:
    group = QActionGroup(menu)
    for key, label in offers:
        action = QAction(_(label), group)
        action.setCheckable(True)
        action.setChecked(key == chosen)
        action.triggered.connect(lambda _checked=False, key=key: choose(key))
        menu.addAction(action)
