"""What is asked for: a view with filters, order and group, narrowed by what is typed. One Search comes of both."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from registry_app.domain.query import Query, parse, searched
from registry_app.domain.search import Filter, Order, Search
from registry_app.ui.session import Session

EMPTY = Query(text="", terms=(), troubles=())


class Asking(QObject):
    """Sidebar, search box, headings and chips tell it what they want; the list shows ``search``."""

    changed = Signal()
    typed_changed = Signal(str)
    """Another text stands for what is typed, and not because somebody typed it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._base = Search()
        self._query = EMPTY
        self._search = Search()

    @property
    def search(self) -> Search:
        """All that is asked for, as one value."""
        return self._search

    @property
    def base(self) -> Search:
        """What is asked for besides what is typed."""
        return self._base

    @property
    def query(self) -> Query:
        """What is typed, read: its troubles are shown below the search box."""
        return self._query

    def start(self, search: Search) -> None:
        """Ask for ``search`` alone: its words stand where words are typed."""
        self._read(search.words)
        self.typed_changed.emit(search.words)
        self._ask(replace(search, words=""))

    def type(self, text: str) -> None:
        """Narrow by ``text``, a query."""
        self._read(text)
        self._ask(self._base)

    def filter(self, one: Filter) -> None:
        """Put ``one`` in the place of the filters of its field; a filter without anything drops them."""
        self._ask(self._base.filtered(one))

    def drop(self, one: Filter) -> None:
        """Ask without ``one``, wherever it came from."""
        self._forget_typed(one)
        self._ask(self._base.without(one))

    def exchange(self, old: Iterable[Filter], new: Filter) -> None:
        """Put ``new`` in the place of the filters ``old``, wherever they came from; a filter without anything only
        drops them."""
        base = self._base
        for one in old:
            self._forget_typed(one)
            base = base.without(one)
        self._ask(base.filtered(new))

    def drop_all(self) -> None:
        """Ask without any filter and without what is typed; the view, its order and its groups stay."""
        self.start(replace(self._base, filters=(), words=""))

    def sort(self, order: tuple[Order, ...]) -> None:
        """Another order."""
        self._ask(replace(self._base, order=order))

    def group(self, field: str | None) -> None:
        """Other groups, or none."""
        self._ask(replace(self._base, group=field))

    def _forget_typed(self, one: Filter) -> None:
        text = self._query.without(one)
        if text != self._query.text:
            self._read(text)
            self.typed_changed.emit(text)

    def _read(self, text: str) -> None:
        open_now = text and self._session.is_open
        self._query = parse(text, self._session.registry.lists, date.today()) if open_now else EMPTY

    def _ask(self, base: Search) -> None:
        self._base = base
        self._search = searched(base, self._query)
        self.changed.emit()
