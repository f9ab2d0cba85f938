"""The frame of the dialogs that write one row of what is inside a model."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from registry_app.operations import inside
from registry_app.operations.inside import Kept
from registry_app.store.registry import Registry
from registry_app.ui import theme
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.editor import one_text

from .noun_fields import add_fields, typed_of

WIDTH = 580


class NounDialog(FormDialog):
    """``value`` with number 0 is new; ``kept`` is what was written."""

    def __init__(
        self, session: Session, noun: str, value: Any, parent: QWidget | None, *, title: str, yes: str
    ) -> None:
        super().__init__(parent, title, yes=yes, width=theme.grown(WIDTH))
        self.setProperty("guide", "inside")
        self._session, self._noun, self._value = session, noun, value
        self.kept: Kept | None = None

    def show_fields(self, names: Sequence[str]) -> None:
        """Add the fields ``names`` and fill in what the value has."""
        lists = self._session.registry.lists
        add_fields(self.fields, self._noun, names, lists)
        self.fields.fill(typed_of(self._value, self._noun, names, lists))

    def links(self) -> Mapping[str, int | None]:
        """Which other rows it belongs to."""
        raise NotImplementedError

    def attempt(self) -> bool:
        """Write the row. Raises Refused."""
        links = self.links()
        typed = {name: one_text(text) for name, text in self.fields.typed().items() if f"{name}_id" not in links}
        return self.tried(self._session, self._write, typed, links)

    def written(self) -> int | None:
        """Show the dialog; the row that was written, None when it was given up. Where nothing may be written the fields
        are to be read."""
        if self._session.registry.read_only:
            self.fields.lock(True)
            self.yes_button.setEnabled(False)
        return self.kept.id if self.run() and self.kept else None

    def _write(self, registry: Registry, typed: Mapping[str, str], links: Mapping[str, int | None]) -> Kept:
        self.kept = inside.save(registry, self._noun, self._value.id, typed, **links)
        return self.kept
