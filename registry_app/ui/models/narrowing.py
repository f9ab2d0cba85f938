"""While a word grows, the models that hold it can only become fewer: they are looked for among those found before."""

from array import array

from msgspec.structs import replace

from registry_app.domain.search import Moment, Search
from registry_app.domain.vietnamese import fold
from registry_app.store.registry import Registry

PAYS_UP_TO = 24_000
"""Beyond so many models, reading all texts in a row is as fast as picking theirs (measured at 100,000)."""


class Narrowing:
    """Finds row numbers, and keeps the last whole answer to words until ``forget``."""

    def __init__(self) -> None:
        self._known: tuple[Search, Moment] | None = None
        self._ids: array[int] = array("q")

    def ids(self, registry: Registry, search: Search, at: Moment, limit: int | None = None) -> "array[int]":
        """As ``registry.models.ids``."""
        among = self._ids if self.holds(search, at) else None
        found = registry.models.ids(search, at, limit, among=among)
        if limit is None or len(found) < limit:
            self.keep(search, at, found)
        return found

    def keep(self, search: Search, at: Moment, found: "array[int]") -> None:
        """``found`` is the whole answer to ``search``."""
        if search.words and len(found) <= PAYS_UP_TO:
            self._known, self._ids = (search, at), found

    def forget(self) -> None:
        """The register changed: nothing that was found before counts."""
        self._known, self._ids = None, array("q")

    def holds(self, search: Search, at: Moment) -> bool:
        """Whether every model that ``search`` finds is among those known."""
        if self._known is None or self._known[1] != at:
            return False
        before = self._known[0]
        if replace(before, words="", order=()) != replace(search, words="", order=()):
            return False
        words = fold(search.words).split()
        return all(any(old in word for word in words) for old in fold(before.words).split())
