"""What narrows the list, joined: the search bar, chips below it, filters below headings, and what they tell Asking."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRect, QSize, Signal

from registry_app.domain.describing import filter_text
from registry_app.domain.fields import listed
from registry_app.domain.search import ANY, Filter, Search
from registry_app.domain.vietnamese import fold
from registry_app.ui.choices import Choices
from registry_app.ui.filters.chips_bar import ChipsBar
from registry_app.ui.session import Session

from .asking import Asking
from .columns import sorts
from .search_bar import SearchBar
from .search_box import SearchBox

if TYPE_CHECKING:
    from registry_app.domain.query_offers import Offer
    from registry_app.store.facets import Facet
    from registry_app.ui.filters.header_filter import HeaderFilter

MOST_RECENT, LONGEST_KEPT = 20, 200
MOST_NAMED = 3
"""Values that a chip names."""
DUE_FIELDS = ("due", "next_review")
RECENT, SIZE = "recent_searches", "header_filter_size"
TEXTS = frozenset((ANY, "name", "code", "aim", "notes", "funding", "paper_number", "paper_signer", "paper_kind"))
"""Fields whose own words are on the screen, so that letters looked for in them can be shown."""


class Filtering(QObject):
    """Has the search bar and the chips; opens filters below headings."""

    sort_wanted = Signal(str, bool)
    """A field, and whether descending."""
    left = Signal()
    """The keyboard is to go back to the list."""

    def __init__(self, session: Session, asking: Asking, box: SearchBox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._asking, self._box = session, asking, box
        self._choices: Choices | None = None
        self._recent: tuple[str, ...] = ()
        self.popup: HeaderFilter | None = None
        self.search_bar = SearchBar(box)
        self.chips = ChipsBar()
        box.offers = self._offers
        box.recent = lambda: self._recent
        box.kept.connect(self._remember)
        asking.changed.connect(self._show)
        session.changed.connect(lambda _changes: self._show())
        self.chips.removed.connect(asking.drop)
        self.chips.emptied.connect(asking.drop_all)
        self.chips.left.connect(self.left)

    # -- the search box --------------------------------------------------------------------------------------------

    def keep_with(self, choices: Choices) -> None:
        """Keep recent searches and the size of popups with ``choices``."""
        self._choices = choices
        try:
            known = json.loads(bytes(choices.shape(RECENT).data()) or b"[]")
        except ValueError:
            known = []
        self._recent = tuple(str(one) for one in known if one)[:MOST_RECENT] if isinstance(known, list) else ()

    @property
    def recent(self) -> tuple[str, ...]:
        """What was searched for lately, newest first."""
        return self._recent

    def _remember(self, text: str) -> None:
        clean = " ".join(text.split())
        if not fold(clean) or len(clean) > LONGEST_KEPT or self._recent[:1] == (clean,):
            return
        others = (one for one in self._recent if one != clean)
        self._recent = (clean, *others)[:MOST_RECENT]
        if self._choices:
            self._choices.keep_shape(RECENT, QByteArray(json.dumps(self._recent, ensure_ascii=False).encode()))

    def _offers(self, text: str, cursor: int) -> "Sequence[Offer]":
        if not self._session.is_open or self._session.is_lent:
            return ()
        from registry_app.domain.query_offers import offers

        return offers(text, cursor, self._session.registry.lists)

    # -- what is in force ------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self.search_bar.show_query(self._asking.query)
        if not self._session.is_open or self._session.is_lent:
            return
        lists = self._session.registry.lists
        filters = self._asking.search.filters
        self.chips.show_filters([(one, filter_text(one, lists, most=MOST_NAMED)) for one in filters])

    # -- filters below headings ------------------------------------------------------------------------------------

    def open_filter(self, name: str, heading: QRect) -> None:
        """Open the filter of the field called ``name`` below ``heading`` (of the screen)."""
        if not self._session.is_open or self._session.is_lent:
            return
        from registry_app.ui.filters.header_filter import USUAL, HeaderFilter

        lists = self._session.registry.lists
        field = listed(lists).get(name)
        if field is None:
            return
        own = self._filters_of(name)
        popup = HeaderFilter(
            field, lists, lambda letters: self._values(name, letters), own, self._box.window(), sortable=sorts(name)
        )
        popup.applied.connect(self._apply)
        popup.dropped.connect(lambda: self._asking.exchange(self._filters_of(name), Filter(name)))
        popup.sort_wanted.connect(lambda descending: self.sort_wanted.emit(name, descending))
        popup.resized.connect(self._keep_size)
        popup.destroyed.connect(lambda: self._forget(popup))
        self.popup = popup
        popup.show_below(heading, self._size(USUAL))

    def _forget(self, popup: "HeaderFilter") -> None:
        if self.popup is popup:
            self.popup = None

    def _values(self, name: str, letters: str) -> "Facet":
        registry, at = self._session.registry, self._session.moment
        return registry.facets.of(self._asking.search, name, at, letters=letters)

    def _filters_of(self, name: str) -> tuple[Filter, ...]:
        """What is in force for a heading: the state of the next review and its day are one matter."""
        fields = DUE_FIELDS if name in DUE_FIELDS else (name,)
        return tuple(one for one in self._asking.search.filters if one.field in fields)

    def _apply(self, one: Filter) -> None:
        """One filter takes the place of all of its field, those that were typed among them."""
        own = [other for other in self._asking.search.filters if other.field == one.field]
        if own != [one] and (own or one != Filter(one.field)):
            self._asking.exchange(own, one)

    def _size(self, usual: QSize) -> QSize:
        kept = bytes(self._choices.shape(SIZE).data()) if self._choices else b""
        wide, __, high = kept.partition(b"x")
        return QSize(int(wide), int(high)) if wide.isdigit() and high.isdigit() else usual

    def _keep_size(self, size: QSize) -> None:
        if self._choices and size != self._size(QSize()):
            self._choices.keep_shape(SIZE, QByteArray(f"{size.width()}x{size.height()}".encode()))


def filtered_fields(search: Search) -> frozenset[str]:
    """The fields whose headings show that they are filtered."""
    fields = frozenset(one.field for one in search.filters)
    return fields | frozenset(DUE_FIELDS) if fields & frozenset(DUE_FIELDS) else fields


def highlighted(search: Search) -> tuple[str, ...]:
    """The words and letters that ``search`` looks for, to be marked where they stand."""
    held = (one.holds for one in search.filters if one.holds and not one.negated and one.field in TEXTS)
    return (*search.words.split(), *held)
