"""What the user asks to have printed, as values; which rows a choice means is decided here and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from registry_app.domain.describing import view_name
from registry_app.domain.ids import ModelId
from registry_app.domain.search import Moment, Search
from registry_app.domain.words import N_, _
from registry_app.operations import printing
from registry_app.operations.printing import Prepared
from registry_app.reports.spec import Kind
from registry_app.store.registry import Registry

SHOWN, SELECTED, ALL = "shown", "selected", "all"
LABELS = {SHOWN: N_("Shown in the list"), SELECTED: N_("Selected in the list")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """``report`` is a name of printing.REPORTS, ``rows`` one of SHOWN, SELECTED, ALL; ``dated``: with today's date."""

    report: str
    rows: str = SHOWN
    kind: Kind = Kind.INTERNAL
    dated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The list that the window was opened from: its search, and the models selected in it."""

    search: Search
    selected: tuple[ModelId, ...]

    def choices(self, report: str) -> tuple[str, ...]:
        """The choices of rows that differ: a list that shows all that the report has is not offered twice."""
        shown = () if self.search == printing.default_search(report) else (SHOWN,)
        return (*shown, SELECTED, ALL)

    def first_rows(self, report: str) -> str:
        """The choice of rows to begin with: a due list of models that are not due would mostly be blank."""
        own = printing.default_search(report).view
        fits = own == "all" or self.search.view in (own, "overdue", "soon")
        return SHOWN if fits and SHOWN in self.choices(report) else ALL

    def counts(self, registry: Registry, report: str, at: Moment) -> Mapping[str, int]:
        """How many rows each choice prints."""
        shelf = registry.models
        return {
            SHOWN: shelf.count(self.search, at),
            SELECTED: len(shelf.ids(self._search(SELECTED, report), at, among=self.selected)),
            ALL: shelf.count(self._search(ALL, report), at),
        }

    def prepared(self, registry: Registry, wishes: Wishes, at: Moment) -> Prepared:
        """The paper that ``wishes`` ask for, as values."""
        return printing.prepare(
            registry,
            wishes.report,
            self._search(wishes.rows, wishes.report),
            at,
            kind=wishes.kind,
            ids=self.selected if wishes.rows == SELECTED else None,
            day=at.on if wishes.dated else None,
        )

    def _search(self, rows: str, report: str) -> Search:
        """Where the rows come from, and in which order; selected ones count whatever the report's own search says."""
        if rows == SHOWN:
            return self.search
        if rows == ALL:
            return printing.default_search(report)
        return Search(view="trash" if self.search.view == "trash" else "all", order=self.search.order)


def rows_label(rows: str, report: str, at: Moment, count: int) -> str:
    """A choice of rows for people, with how many it prints."""
    words = _(LABELS[rows]) if rows in LABELS else view_name(printing.default_search(report).view, at)
    return _("{rows}: {count}").format(rows=words, count=grouped(count))


def grouped(number: int) -> str:
    """``number`` as Vietnamese write it: 1.234."""
    return f"{number:,}".replace(",", ".")


def shown_day(day: date) -> str:
    """``day`` as on paper."""
    return day.strftime("%d/%m/%Y")
