"""What the ward says of itself: names and letterhead, who signs, whom papers go to, what counts as due and missing."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QWidget

from registry_app.domain import kinds
from registry_app.domain.cleaning import line
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.fields import EDITABLE
from registry_app.domain.kinds import Kind
from registry_app.domain.ward import Ward
from registry_app.domain.words import N_, _
from registry_app.operations import files
from registry_app.store.registry import Registry
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.check_list import CheckList
from registry_app.ui.widgets.choice import Offer
from registry_app.ui.widgets.editor import Editor
from registry_app.ui.widgets.lines import LongText, OneLine, WrappedLine

MOST_DAYS = 366
NUMBER_LETTERS = 8
NOT_NEEDED = frozenset(("name", "type", "kind", "partners", "tags", "interval_months", "review_on"))
"""Always there, or nothing is amiss when they are blank."""

SECTIONS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        N_("The ward and its letterhead"),
        (
            ("name", N_("Name of the ward")),
            ("superior", N_("Body above")),
            ("issuer", N_("Issuing body")),
            ("committee", N_("Committee that keeps the register")),
            ("number_code", N_("Letters of the paper's number")),
            ("place", N_("Place in the date line")),
        ),
    ),
    (
        N_("Signature and recipients"),
        (
            ("signer_authority", N_("Signed for")),
            ("signer_position", N_("Position")),
            ("signer_name", N_("Name of the signer")),
            ("recipients", N_("Recipients, one a line")),
        ),
    ),
    (
        N_("What is due, what is missing"),
        (("within", N_("Days that count as due soon")), ("needed", N_("Fields that should not be blank"))),
    ),
    (
        N_("Suggestions, one a line"),
        (
            ("paper_kinds", N_("Founding papers")),
            ("reasons", N_("Reasons for a status")),
            ("decisions", N_("Decisions after a review")),
        ),
    ),
)
LINES = ("recipients", "paper_kinds", "reasons", "decisions")
WRAPPED = ("committee", "issuer")


class WardDialog(FormDialog):
    """Writes ``Ward`` as one action."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("The ward"), yes=_("&Save"), width=640)
        self._session = session
        self._ward = ward = session.registry.settings.ward()
        for title, rows in SECTIONS:
            heading = QLabel(_(title))
            font = heading.font()
            font.setBold(True)
            heading.setFont(font)
            self.fields.add_wide(heading)
            for name, label in rows:
                self.fields.add(name, _(label), _editor(name, ward), required=name == "name")
        self.fields.finish()
        self.fields.fill({name: _typed(name, ward) for name in self.fields.names})
        self.lay_out()
        if session.registry.read_only:
            self.fields.lock(True)
            self.yes_button.setEnabled(False)

    @classmethod
    def edit(cls, session: Session, parent: QWidget | None = None) -> None:
        """Show the ward's facts until they are saved or left as they are."""
        cls(session, parent).run()

    def attempt(self) -> bool:
        """Write the facts. Raises Refused."""
        read = self.read({name: _kind(name) for name in self.fields.names if name != "needed"})
        within = int(read.pop("within") or 0)
        if not 1 <= within <= MOST_DAYS:
            raise Refused([Problem("within", N_("Write 1 to {most} days."), {"most": MOST_DAYS})])
        many = {name: tuple(part for part in map(line, read.pop(name).split("\n")) if part) for name in LINES}
        needed = tuple(self.fields["needed"].typed())
        if set(needed) == set(self._ward.needed):
            needed = self._ward.needed
        ward = replace(self._ward, **read, **many, within=within, needed=needed)  # type: ignore[arg-type]
        if ward == self._ward:
            return True
        return self.tried(self._session, _saved, ward)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """The operation calls the name "ward"."""
        super().show_problems(tuple(replace(one, field="name") if one.field == "ward" else one for one in problems))


def _saved(registry: Registry, ward: Ward) -> bool:
    files.save_ward(registry, ward)
    return True


def _editor(name: str, ward: Ward) -> Editor:
    if name == "needed":
        return CheckList([Offer(field.name, _(field.label)) for field in EDITABLE if field.name not in NOT_NEEDED])
    if name in LINES:
        return LongText(least=3, most=7)
    if name == "within":
        return OneLine(width=NUMBER_LETTERS, unit=_("days"))
    if name in WRAPPED:
        return WrappedLine()
    hints = {"place": ward.place_name, "issuer": ward.issuing_body}
    return OneLine(hint=hints.get(name, ""))


def _typed(name: str, ward: Ward) -> str | tuple[str, ...]:
    value: object = getattr(ward, name)
    if name == "needed" and isinstance(value, tuple):
        return value
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def _kind(name: str) -> Kind:
    if name == "within":
        return kinds.WHOLE
    return kinds.LONG if name in LINES else kinds.TEXT
