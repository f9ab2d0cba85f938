"""The open register as the window sees it: one signal when anything changed, known errors shown in one place."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from registry_app.domain.errors import Refused, RegistryError
from registry_app.domain.search import Moment
from registry_app.operations import files
from registry_app.store.engine import named_errors
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

P = ParamSpec("P")
T = TypeVar("T")


class Session(QObject):
    """Holds the register. ``changed`` carries the store's ``Changes``; each view decides whether to look again."""

    opened = Signal()
    closing = Signal()
    changed = Signal(object)
    problem = Signal(str)
    """A known problem as a sentence for the user; the window shows it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._registry: Registry | None = None

    @property
    def is_open(self) -> bool:
        """Whether a register is open."""
        return self._registry is not None

    @property
    def registry(self) -> Registry:
        """The open register; asking without one is a bug."""
        if self._registry is None:
            raise RuntimeError("no register is open")
        return self._registry

    @property
    def moment(self) -> Moment:
        """Today, with the ward's own number of days that count as soon."""
        return Moment(date.today(), self.registry.settings.ward().within)

    def open(self, path: Path, *, who: str = "") -> bool:
        """Open ``path`` in place of what is open; on a known problem say it, keep what was open, return False."""
        try:
            registry = files.open_register(path, who=who)
        except RegistryError as known:
            self.problem.emit(str(known))
            return False
        self.adopt(registry)
        return True

    def adopt(self, registry: Registry) -> None:
        """Take over a register that was just opened or made."""
        self.close()
        registry.on_change = self._tell
        self._registry = registry
        self.opened.emit()

    def close(self) -> None:
        """Close what is open; views let go of it first."""
        if self._registry is not None:
            self.closing.emit()
            self._registry.close()
            self._registry = None

    def run(self, operation: Callable[Concatenate[Registry, P], T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Do ``operation`` on the register; None after a known problem, which was said. Refused goes to the caller,
        who shows each problem at its field."""
        try:
            with named_errors(self.registry.path):
                return operation(self.registry, *args, **kwargs)
        except Refused:
            raise
        except RegistryError as known:
            self.problem.emit(str(known))
            return None

    def undo(self) -> Changes | None:
        """Take back the newest action; None when there was none or a known problem was said."""
        return self.run(Registry.undo) or None

    def redo(self) -> Changes | None:
        """Take back the newest undo; None when there was none or a known problem was said."""
        return self.run(Registry.redo) or None

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)
