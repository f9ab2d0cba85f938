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

    def first_rows(self, report: str) -> str:
        """The choice of rows to begin with: a due list of models that are not due would mostly be blank."""
        own = printing.default_search(report).view
        return ALL if own != "all" and self.search.view not in (own, "overdue", "soon") else SHOWN

    def counts(self, registry: Registry, report: str, at: Moment) -> Mapping[str, int]:
        """How many rows each choice would print."""
        shelf = registry.models
        return {
            SHOWN: shelf.count(self.search, at),
            SELECTED: len(self.selected),
            ALL: shelf.count(printing.default_search(report), at),
        }

    def prepared(self, registry: Registry, wishes: Wishes, at: Moment) -> Prepared:
        """The paper that ``wishes`` ask for, as values."""
        search = printing.default_search(wishes.report) if wishes.rows == ALL else self.search
        return printing.prepare(
            registry,
            wishes.report,
            search,
            at,
            kind=wishes.kind,
            ids=self.selected if wishes.rows == SELECTED else None,
            day=at.on if wishes.dated else None,
        )


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
