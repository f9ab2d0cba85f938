"""Adds or changes one entry of a list; a changed interval is shown on its models before it is written."""

from typing import Any

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from registry_app.domain import rules
from registry_app.domain.entries import AwardForm, Entry, ExtraField, Grade, Indicator, ModelType, Status
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import TypeId
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_, _
from registry_app.operations import lists as operations
from registry_app.operations.lists import entries_like
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose

from .declared import Listing, Part
from .interval_preview import IntervalPreview


class EntryDialog(FormDialog):
    """``entry`` with id 0 is a new one."""

    def __init__(self, session: Session, listing: Listing, entry: Entry, parent: QWidget | None = None) -> None:
        title = f"{_(listing.one)}: {entry.name}" if entry.id else _("New: {what}").format(what=_(listing.one))
        super().__init__(parent, title, yes=_("&Save"), width=500)
        self._session, self._listing, self._entry = session, listing, entry
        self._fixed = [part for part in listing.parts if part.fixed and self._is_fixed(part)]
        for part in listing.parts:
            if part.name == "code" and part.fixed and not entry.id:
                continue
            note = _(part.note) if part.note and part not in self._fixed else ""
            self.fields.add(part.name, _(part.label), part.edit(), required=part.required, note=note)
            if part.offers:
                self.fields[part.name].offer(part.offers(session.registry.lists))
            self.fields.fill({part.name: part.text(entry)})
        self.fields.lock(True, [part.name for part in self._fixed if part.name in self.fields])
        self.fields.finish()
        self.lay_out(Prose(_(listing.about)))
        self.fields["name"].control.setFocus()

    @classmethod
    def edit(cls, session: Session, listing: Listing, entry: Entry, parent: QWidget | None = None) -> bool:
        """Ask what ``entry`` should be and write it; whether it was written."""
        return cls(session, listing, entry, parent).run()

    def attempt(self) -> bool:
        """Write the entry. Raises Refused."""
        entry = self._typed()
        others = entries_like(self._session.registry.lists, entry)
        problems = [*rules.entry_problems(entry, others), *_own_problems(entry)]
        if problems:
            raise Refused(problems)
        if isinstance(entry, ExtraField) and not entry.key:
            entry = replace(entry, key=free_key(entry.name, others))
        if isinstance(entry, Status | Grade | Indicator | AwardForm) and not entry.id:
            last = max((getattr(other, "position", 0) for other in others), default=-1)
            entry = replace(entry, position=last + 1)
        if not self._agreed(entry):
            return False
        return self.tried(self._session, operations.save_entry, entry)

    def _typed(self) -> Entry:
        parts = [part for part in self._listing.parts if part not in self._fixed and part.name in self.fields]
        read = self.read({part.name: part.kind for part in parts})
        values: dict[str, Any] = {part.name: part.value(read[part.name], self._entry) for part in parts}
        if isinstance(self._entry, ModelType):
            values["code"] = values["code"].upper()
        return replace(self._entry, **values)

    def _agreed(self, entry: Entry) -> bool:
        """A changed interval is shown on the models of its type first."""
        old = self._entry
        if not (isinstance(entry, ModelType) and isinstance(old, ModelType) and old.id):
            return True
        if entry.interval_months == old.interval_months:
            return True
        return IntervalPreview.agreed(self._session, TypeId(old.id), entry.interval_months, self)

    def _is_fixed(self, part: Part) -> bool:
        """What older rows hang on stays as it is; an extra field that nothing uses may still change its kind."""
        if not self._entry.id:
            return False
        registry = self._session.registry
        kept = bool(rules.kept_problems(self._entry, registry.lists))
        return part.name == "code" or kept or bool(registry.entries.uses(self._entry))


def free_key(name: str, others: list[Entry]) -> str:
    """An ASCII key for a new extra field that no other field of its type has."""
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in fold(name))
    plain = "_".join(letters.split()) or "field"
    taken = {other.key for other in others if isinstance(other, ExtraField)}
    return next(key for key in (plain, *(f"{plain}_{number}" for number in range(2, 10_000))) if key not in taken)


def _own_problems(entry: Entry) -> list[Problem]:
    if isinstance(entry, ExtraField) and entry.kind == "choice" and not entry.choices:
        return [Problem("choices", N_("Write the choices, one a line."))]
    return []
