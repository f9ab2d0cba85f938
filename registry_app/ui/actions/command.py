"""What a command is: its words, icon and keys, when it may be used, and the deed that it does at the desk."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from PySide6.QtWidgets import QWidget

from registry_app.ui.choices import Choices
from registry_app.ui.keys import Keyed
from registry_app.ui.models.screen import ModelsScreen
from registry_app.ui.page import Page
from registry_app.ui.session import Session


class Desk(Struct, frozen=True, kw_only=True):
    """What commands work with: the window as parent of questions, the open register, the screen, the user's choices."""

    window: QWidget
    session: Session
    screen: ModelsScreen
    choices: Choices
    commands: Callable[[], Sequence[Keyed]] = tuple
    """Every command of the window and its own keys."""
    turn_to: Callable[[str], bool] = lambda _page: True
    """Show another page of the window, one of pages.ORDER; False when the user stays at unsaved work."""
    shown: Callable[[], Page] | None = None
    """The page with rows that is shown; that of the models where none is."""
    show_views: Callable[[bool], None] = lambda _shown: None
    """Show the views at the left of every page, or put them away."""
    say: Callable[[str], None] = lambda _sentence: None
    """Say that something was done, where it does not get in the way."""

    @property
    def page(self) -> Page:
        """The page that commands about rows act on."""
        return self.screen if self.shown is None else self.shown()

    def work(self) -> Page | None:
        """Turn to that page where another is shown; None when the user stays."""
        page = self.page
        return page if self.turn_to(page.key) else None

    def open(self, path: Path) -> bool:
        """Open ``path`` after asking about unsaved work; a register that is gone is no longer offered. One that is open
        for writing already stays as it is: opened twice it would lock itself out."""
        if self._is_written_here(path):
            return True
        if self.session.is_open and not self.page.may_leave():
            return False
        opened = self.session.open(path, who=self.choices.now.who)
        if not opened and not path.exists():
            self.choices.forget(path)
        return opened

    def _is_written_here(self, path: Path) -> bool:
        if not self.session.is_open or self.session.registry.read_only:
            return False
        return path.exists() and path.samefile(self.session.registry.path)


class State(Struct, frozen=True, kw_only=True):
    """What there is to act on. ``chosen`` counts models, ``rows`` what is chosen on the page that is shown, whatever it
    is of; ``of_models`` says that the page is about models; ``words`` is what commands are called there, ``may`` names
    the page's own commands that can be done now, ``why_not`` says why others cannot be used there."""

    is_open: bool = False
    may_write: bool = False
    of_models: bool = True
    chosen: int = 0
    in_trash: bool = False
    rows: int = 0
    removable: bool = False
    endable: bool = False
    savable: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    may: frozenset[str] = frozenset()
    why_not: Mapping[str, str] = field(default_factory=dict)
    undo: str = ""
    """What undo would take back, in the language in use; "" for nothing."""
    redo: str = ""


Condition = Callable[[State], bool]


class Command(Struct, frozen=True, kw_only=True):
    """One command. ``text`` and ``tip`` are marked texts, ``keys`` a portable key sequence; ``in_list`` keys count only
    while the list has the keyboard (they mean something else in a text field)."""

    name: str
    text: str
    deed: Callable[[Desk], None]
    icon: str = ""
    keys: str = ""
    tip: str = ""
    when: Condition = lambda _state: True
    in_list: bool = False


def is_open(state: State) -> bool:
    """A register is open."""
    return state.is_open


def of_models(state: State) -> bool:
    """A register is open, and what is shown is about models."""
    return state.is_open and state.of_models


def may_write(state: State) -> bool:
    """A register is open for writing."""
    return state.may_write


def one(state: State) -> bool:
    """Exactly one model is chosen."""
    return state.chosen == 1


def some_rows(state: State) -> bool:
    """At least one row is chosen on the page that is shown."""
    return bool(state.rows or state.chosen)


def some(state: State) -> bool:
    """At least one model is chosen."""
    return state.chosen > 0


def some_alive(state: State) -> bool:
    """Models are chosen that may be changed: not in the trash, register open for writing."""
    return state.may_write and state.chosen > 0 and not state.in_trash


def some_trashed(state: State) -> bool:
    """Models of the trash are chosen, register open for writing."""
    return state.may_write and state.chosen > 0 and state.in_trash
