"""What every page of the window that holds rows can do for the commands, and what it says of itself."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from msgspec import Struct, field

from registry_app.domain.search import Search
from registry_app.store.registry import Registry


class Standing(Struct, frozen=True, kw_only=True):
    """What stands on a page: how many rows are chosen, from which view; whether the form has unsaved work, and whether
    it has something to save (a new row may be saved as it was offered); whether the chosen rows may be deleted, or be
    given a day on which they end. ``as_of`` is the ISO day whose state is shown, "" for today. ``words`` says what
    commands are called here, by name, in the language in use; ``may`` names the page's own commands that can be done
    now; ``why_not`` says of commands that cannot be used here for what reason, alike."""

    chosen: int = 0
    view: str = "all"
    dirty: bool = False
    savable: bool = False
    removable: bool = False
    endable: bool = False
    as_of: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    may: frozenset[str] = frozenset()
    why_not: Mapping[str, str] = field(default_factory=dict)


class Page(Protocol):
    """A page as commands see it. Rows are of one noun; they are listed, and one of them stands in a form."""

    key: str
    """What the page is called by those who turn to it."""

    @property
    def standing(self) -> Standing:
        """What commands may act on now."""
        ...

    def may_leave(self) -> bool:
        """Whether what is in the form may go; asks about unsaved work."""
        ...

    def start_new(self) -> None:
        """Put a new, empty row into the form, after asking about unsaved work."""
        ...

    def save(self) -> bool:
        """Save what is in the form; False when it was refused."""
        ...

    def save_and_next(self) -> bool:
        """Save what is in the form and show the next row of the list; after a new one begin another."""
        ...

    def remove(self) -> None:
        """Take the chosen rows out of the list."""
        ...

    def end(self) -> None:
        """Give the chosen rows a day from which they are no more; only where the standing says that it can be."""
        ...

    def copying(self) -> tuple[int, Callable[[Registry], Any]]:
        """How many rows are chosen, and what gathers them for other programs (as models.clipboard.Copied)."""
        ...

    def printing(self) -> tuple[str, Search, tuple[int, ...]]:
        """What is printed of it: the report to begin with, what the list shows, the chosen rows."""
        ...

    def go_to_search(self) -> None:
        """Put the cursor into the search box."""
        ...

    def choose_columns(self) -> None:
        """Let the user choose which columns the list has, and in which order."""
        ...
