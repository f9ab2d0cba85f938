"""How often the models of each type are reviewed, all types in one table."""

from collections.abc import Sequence
from datetime import date

from registry_app.domain import kinds
from registry_app.domain.entries import ModelType
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import TypeId
from registry_app.domain.kinds import BadValue
from registry_app.domain.rules import MOST_MONTHS
from registry_app.domain.words import N_, _
from registry_app.ui.widgets.cell_table import CellTable
from registry_app.ui.widgets.records import Heading

from .page import SettingsPage

ABOUT = N_(
    "Months between the reviews of the models of a type; empty: no periodic review. Before anything is written you see "
    "which models get which new date."
)
MONTHS = 2


class IntervalsPage(SettingsPage):
    """``wanted`` is the intervals that were changed, by type."""

    def __init__(self, types: Sequence[ModelType]) -> None:
        super().__init__(_(ABOUT))
        self._types = [one for one in types if not one.retired]
        headings = (Heading(_("Type of model")), Heading(_("Abbreviation"), 12), Heading(_("Months"), 10))
        self.table = CellTable(_("Review intervals"), headings, written=(MONTHS,))
        self.table.show_rows([(one.name, one.code, _months(one)) for one in self._types])
        self.table.cell_written.connect(lambda row, _column: self._check(row))
        self.rows.addWidget(self.table, 1)
        self.rows.addWidget(self.notice)

    @property
    def is_changed(self) -> bool:
        return any(self.table.text(row, MONTHS) != _months(one) for row, one in enumerate(self._types))

    def wanted(self) -> dict[TypeId, int | None]:
        """Months by type, None for no periodic review; only what was changed. Raises Refused."""
        found, problems = {}, []
        for row, one in enumerate(self._types):
            try:
                months = self._typed(row)
            except BadValue as wrong:
                problems.append(Problem("intervals", N_("“{type}”: {why}"), {"type": one.name, "why": str(wrong)}))
                continue
            if months != one.interval_months:
                found[TypeId(one.id)] = months
        if problems:
            raise Refused(problems)
        return found

    def _typed(self, row: int) -> int | None:
        text = kinds.WHOLE.parse(self.table.text(row, MONTHS), date.today())
        if text and not 1 <= int(text) <= MOST_MONTHS:
            raise BadValue(N_("write 1 to {most} months, or nothing."), most=MOST_MONTHS)
        return int(text) if text else None

    def _check(self, row: int) -> None:
        """Say at once what is wrong with a cell; it stays as typed."""
        try:
            self._typed(row)
        except BadValue as wrong:
            self.say(_("“{type}”: {why}").format(type=self._types[row].name, why=str(wrong)))
        else:
            self.say("")


def _months(one: ModelType) -> str:
    return "" if one.interval_months is None else str(one.interval_months)
