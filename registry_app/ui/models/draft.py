"""What is typed over a model and not saved yet: which fields differ from what the register holds. Knows no widgets."""

from collections.abc import Mapping

from registry_app.domain.model import LocalModel
from registry_app.ui.widgets.editor import Typed

from .values import for_operations


class Draft:
    """``base`` is the model as the register has it, or what a new one starts from."""

    def __init__(self, base: LocalModel) -> None:
        self.base = base
        self._shown: dict[str, Typed] = {}
        self._changed: set[str] = set()

    @property
    def is_new(self) -> bool:
        """Whether the register does not have the model yet."""
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

    def to_save(self, typed: Mapping[str, Typed], *, other_type: bool) -> dict[str, Typed]:
        """The part of ``typed`` that an operation is to write: all that is not blank of a new model; of an old one what
        was changed, and all extra fields when it got another type."""
        if self.is_new:
            wanted = [name for name, value in typed.items() if value]
        else:
            wanted = [
                name
                for name, value in typed.items()
                if name in self._changed or (other_type and name.startswith("extra.") and value)
            ]
        return {name: for_operations(name, typed[name]) for name in wanted}
