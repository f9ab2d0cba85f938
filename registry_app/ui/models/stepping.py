"""All rows of a search, found in short steps that never keep the window waiting."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from registry_app.domain.search import Moment, Search
from registry_app.store.registry import Registry

from .narrowing import Narrowing

if TYPE_CHECKING:
    from registry_app.store.arranging import Arranged


class Stepping:
    """One answer at a time; ``stop`` when it is no longer wanted, or the register changed."""

    def __init__(self, finder: Narrowing) -> None:
        self._finder = finder
        self._steps: Iterator[Arranged | None] | None = None

    def stop(self) -> None:
        """Begin anew with the next step."""
        self._steps = None

    def step(self, registry: Registry, search: Search, at: Moment) -> "Arranged | None":
        """Do a step, the first one or the next; what was found, with the last."""
        steps, self._steps = self._steps or self._begun(registry, search, at), None
        found = next(steps)
        if found is None:
            self._steps = steps
        else:
            self._finder.keep(search, at, found.ids)
        return found

    def _begun(self, registry: Registry, search: Search, at: Moment) -> "Iterator[Arranged | None]":
        """While a word grows, all rows are among those that are known already."""
        if search.group or not self._finder.holds(search, at):
            return registry.facets.arranged(search, at)
        from registry_app.store.arranging import Arranged

        return iter((Arranged(ids=self._finder.ids(registry, search, at)),))
