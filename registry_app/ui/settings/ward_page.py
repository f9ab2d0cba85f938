"""What the ward says of itself: names and letterhead, who signs, whom papers go to, what counts as due and missing."""

from msgspec.structs import replace
from PySide6.QtWidgets import QLabel

from registry_app.domain import kinds
from registry_app.domain.cleaning import line
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.fields import EDITABLE
from registry_app.domain.kinds import Kind
from registry_app.domain.rules import EMPTY
from registry_app.domain.ward import Ward
from registry_app.domain.words import N_, _
from registry_app.ui.form_dialog import shortened
from registry_app.ui.widgets.check_list import CheckList
from registry_app.ui.widgets.choice import Offer
from registry_app.ui.widgets.editor import Editor
from registry_app.ui.widgets.field_grid import FieldGrid
from registry_app.ui.widgets.lines import LongText, OneLine, WrappedLine
from registry_app.ui.widgets.scrolling import Scrolling

from .page import SettingsPage
from .reading import read

MOST_DAYS = 366
NUMBER_LETTERS = 8
NOT_NEEDED = frozenset(("name", "type", "kind", "partners", "tags", "interval_months", "review_on", "period_to"))
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
    (N_("Official count"), (("count_paused", N_("In the count")),)),
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
TICKED = ("needed", "count_paused")


class WardPage(SettingsPage):
    """``wanted`` is the ward as typed."""

    def __init__(self, ward: Ward) -> None:
        super().__init__()
        self._ward = ward
        self.fields = FieldGrid()
        self.fields.setContentsMargins(0, 0, 8, 0)
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
        self._before = self.fields.typed()
        self.rows.addWidget(Scrolling(self.fields), 1)
        self.rows.addWidget(self.notice)

    @property
    def is_changed(self) -> bool:
        return self.fields.typed() != self._before

    def lock(self) -> None:
        self.fields.lock(True)

    def wanted(self) -> Ward:
        """The ward's facts as typed, cleaned; holidays as they were. Raises Refused."""
        texts = read(self.fields, {name: _kind(name) for name in self.fields.names if name not in TICKED})
        within = int(texts.pop("within") or 0)
        problems = []
        if not 1 <= within <= MOST_DAYS:
            problems.append(Problem("within", N_("Write 1 to {most} days."), {"most": MOST_DAYS}))
        if not line(texts["name"]):
            problems.append(Problem("name", EMPTY))
        if problems:
            raise Refused(problems)
        many = {name: tuple(part for part in map(line, texts.pop(name).split("\n")) if part) for name in LINES}
        needed = tuple(self.fields["needed"].typed())
        if set(needed) == set(self._ward.needed):
            needed = self._ward.needed
        paused = "count_paused" in self.fields["count_paused"].typed()
        changed = replace(self._ward, within=within, needed=needed, count_paused=paused)
        return replace(changed, **texts, **many)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Each at its field."""
        told: dict[str, list[str]] = {}
        for problem in problems:
            told.setdefault(problem.field, []).append(str(problem))
        self.fields.clear_problems()
        for name, texts in told.items():
            if name in self.fields:
                self.fields.say(name, shortened(texts))
        self.say(shortened([text for name, texts in told.items() if name not in self.fields for text in texts]))
        first = self.fields.first_problem()
        if first:
            self.fields[first].control.setFocus()


def _editor(name: str, ward: Ward) -> Editor:
    if name == "needed":
        return CheckList([Offer(field.name, _(field.label)) for field in EDITABLE if field.name not in NOT_NEEDED])
    if name == "count_paused":
        return CheckList([Offer(name, _("Paused models count, too"))])
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
    if name == "count_paused":
        return (name,) if value else ()
    if name == "needed" and isinstance(value, tuple):
        return value
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def _kind(name: str) -> Kind:
    if name == "within":
        return kinds.WHOLE
    return kinds.LONG if name in LINES else kinds.TEXT
