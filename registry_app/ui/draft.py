"""What is typed over a row and not saved yet: which fields differ from what the register holds. Knows no widgets."""

from collections.abc import Mapping
from typing import Generic, Protocol, TypeVar

from registry_app.ui.widgets.editor import Typed


class Numbered(Protocol):
    """A value that the register keeps under a number; 0 while it does not."""

    @property
    def id(self) -> int:
        """The number."""
        ...


Base = TypeVar("Base", bound=Numbered)


class Draft(Generic[Base]):
    """``base`` is the row as the register has it, or what a new one starts from."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self._shown: dict[str, Typed] = {}
        self._changed: set[str] = set()

    @property
    def is_new(self) -> bool:
        """Whether the register does not have the row yet."""
        return not self.base.id

    @property
    def is_dirty(self) -> bool:
        """Whether anything typed differs from what the register holds."""
        return bool(self._changed)

    def start(self, shown: Mapping[str, Typed]) -> None:
        """From now on ``shown`` is what the register holds, as the editors show it."""
        self._shown = dict(shown)
        self._changed.clear()

    def note(self, name: str, typed: Typed) -> None:
        """``name`` now holds ``typed``."""
        if typed == self._shown.get(name, ""):
            self._changed.discard(name)
        else:
            self._changed.add(name)

    def is_changed(self, name: str) -> bool:
        """Whether the user typed over ``name``."""
        return name in self._changed

    def follow(self, shown: Mapping[str, Typed], typed: Mapping[str, Typed]) -> None:
        """The register holds ``shown`` now; what is ``typed`` stays, changed where it differs."""
        self._shown = dict(shown)
        self._changed.clear()
        for name, value in typed.items():
            self.note(name, value)

    def wanted(self, typed: Mapping[str, Typed]) -> list[str]:
        """The names of what is to be written of ``typed``: of a new row all that is not blank, of an old one what was
        changed."""
        return [name for name, value in typed.items() if (value if self.is_new else name in self._changed)]
