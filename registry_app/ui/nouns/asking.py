"""What a noun's page asks for: a view narrowed by words and filters, in an order. One Search comes of all."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from registry_app.domain.search import Filter, Order, Search


class NounAsking(QObject):
    """Views, search box, filters and headings tell it what they want; the list shows ``search``."""

    changed = Signal()

    def __init__(self, noun: str, parent: QObject) -> None:
        super().__init__(parent)
        self._search = Search(noun=noun)

    @property
    def search(self) -> Search:
        """All that is asked for, as one value."""
        return self._search

    def start(self, search: Search) -> None:
        """Ask for ``search`` and nothing else."""
        self._search = replace(search, noun=self._search.noun)
        self.changed.emit()

    def view(self, view: str) -> None:
        """Another view; words, filters and order stay."""
        self.start(replace(self._search, view=view))

    def words(self, words: str) -> None:
        """Other words."""
        self.start(replace(self._search, words=words))

    def filter(self, filters: tuple[Filter, ...]) -> None:
        """Other filters."""
        self.start(replace(self._search, filters=filters))

    def sort(self, order: Order) -> None:
        """Another order."""
        self.start(replace(self._search, order=(order,)))
