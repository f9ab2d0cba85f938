"""When a model looks outdated: weight and limit of each reason, and from which grade on a review was weak."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel

from registry_app.domain import kinds
from registry_app.domain.entries import Grade
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.kinds import BadValue
from registry_app.domain.outdated import RULES
from registry_app.domain.words import N_, _
from registry_app.ui.widgets.cell_table import CellTable
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.records import Heading

from .page import SettingsPage

ABOUT = N_(
    "A model is listed among those that look outdated when any of these reasons holds. Weights order the list; a "
    "weight of 0 turns a reason off. No law says these numbers: they are the ward's own."
)
WEIGHT, LIMIT = 1, 2
MOST_WEIGHT, MOST_LIMIT = 99, 3650
Changes = tuple[tuple[str, int, int], ...]


class OutdatedPage(SettingsPage):
    """``wanted`` is what differs from the rules as they come, and the first weak rank."""

    def __init__(self, changes: Changes, weak_rank: int, grades: Sequence[Grade]) -> None:
        super().__init__(_(ABOUT))
        self._before, self._rank = _whole(changes), weak_rank
        headings = (Heading(_("Reason")), Heading(_("Weight"), 8), Heading(_("Limit"), 8), Heading(_("Counted in"), 18))
        self.table = CellTable(_("Reasons why a model looks outdated"), headings, written=(WEIGHT, LIMIT))
        self.table.show_rows(
            [
                (_(rule.label), str(self._before[rule.key][0]), self._limit(rule.key, rule.unit), _(rule.unit))
                for rule in RULES
            ]
        )
        ranked = [grade for grade in grades if grade.rank is not None and not grade.retired]
        self.weak = Choice([Offer(str(grade.rank), grade.name) for grade in ranked], blank=_("(the last of the scale)"))
        self.weak.setMinimumWidth(self.fontMetrics().averageCharWidth() * 32)
        self.weak.fill(str(weak_rank) if weak_rank else "")
        self.table.cell_written.connect(lambda row, _column: self._check(row))
        words = QLabel(_("A grade is &weak from:"))
        words.setBuddy(self.weak.control)
        row = QHBoxLayout()
        row.addWidget(words)
        row.addWidget(self.weak)
        row.addStretch(1)
        self.rows.addLayout(row)
        self.rows.addWidget(self.table, 1)
        self.rows.addWidget(self.notice)

    @property
    def is_changed(self) -> bool:
        try:
            return self.wanted() != (_changed(self._before), self._rank)
        except Refused:
            return True

    def wanted(self) -> tuple[Changes, int]:
        """What differs from the rules as they come, and the first weak rank (0: the last). Raises Refused."""
        found, problems = {}, []
        for row, rule in enumerate(RULES):
            try:
                found[rule.key] = self._typed(row)
            except BadValue as wrong:
                told = {"reason": _(rule.label), "why": str(wrong)}
                problems.append(Problem("outdated", N_("“{reason}”: {why}"), {**told}))
        if problems:
            raise Refused(problems)
        return _changed(found), int(str(self.weak.typed()) or 0)

    def _limit(self, key: str, unit: str) -> str:
        return str(self._before[key][1]) if unit else ""

    def _typed(self, row: int) -> tuple[int, int]:
        rule = RULES[row]
        weight = _number(self.table.text(row, WEIGHT), MOST_WEIGHT)
        return weight, _number(self.table.text(row, LIMIT), MOST_LIMIT) if rule.unit else 0

    def _check(self, row: int) -> None:
        """Say at once what is wrong with a cell; it stays as typed."""
        try:
            self._typed(row)
        except BadValue as wrong:
            self.say(_("“{reason}”: {why}").format(reason=_(RULES[row].label), why=str(wrong)))
        else:
            self.say("")


def _number(text: str, most: int) -> int:
    number = int(kinds.WHOLE.parse(text, date.today()) or 0)
    if number > most:
        raise BadValue(N_("write at most {most}."), most=most)
    return number


def _whole(changes: Changes) -> dict[str, tuple[int, int]]:
    """Weight and limit of every rule."""
    said = {key: (weight, limit) for key, weight, limit in changes}
    return {rule.key: said.get(rule.key, (rule.weight, rule.limit)) for rule in RULES}


def _changed(rules: dict[str, tuple[int, int]]) -> Changes:
    """Those that differ from the rules as they come."""
    usual = {rule.key: (rule.weight, rule.limit) for rule in RULES}
    return tuple((key, *rules[key]) for key in usual if rules[key] != usual[key])
