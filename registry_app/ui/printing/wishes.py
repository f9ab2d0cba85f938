"""What the user asks to have printed, as values; which rows a choice means is decided here and nowhere else."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.counting import grouped
from registry_app.domain.describing import view_name
from registry_app.domain.search import Moment, Search
from registry_app.domain.wish import USUAL, Wish
from registry_app.domain.words import N_, _
from registry_app.operations import paper_rows, printing
from registry_app.operations.paper_rows import Owner
from registry_app.operations.printing import Prepared
from registry_app.reports.spec import Kind
from registry_app.store.registry import Registry

SHOWN, SELECTED, OWNED, ALL = "shown", "selected", "owned", "all"
LABELS = {SHOWN: N_("Shown in the list"), SELECTED: N_("Selected in the list")}


class Wishes(Struct, frozen=True, kw_only=True):
    """``report`` is a name of printing.REPORTS, ``rows`` one of SHOWN, SELECTED, OWNED (of the one row selected), ALL;
    ``dated``: with today's date; the rest is the ``wish``."""

    report: str
    rows: str = SHOWN
    dated: bool = False
    wish: Wish = USUAL

    @property
    def kind(self) -> Kind:
        """The form of the paper."""
        return Kind(self.wish.kind)

    def then(self, at: Moment) -> Moment:
        """The day whose state is wished; that of ``at`` unless another one is."""
        return replace(at, on=date.fromisoformat(self.wish.as_of)) if self.wish.as_of else at

    def wishing(self, **new: object) -> "Wishes":
        """The same with another wish."""
        return replace(self, wish=replace(self.wish, **new))


class Source(Struct, frozen=True, kw_only=True):
    """The list that the window was opened from: its search, and the rows selected in it."""

    search: Search
    selected: tuple[int, ...]

    def reports(self) -> tuple[str, ...]:
        """The reports that can be had from here: a sheet is about the one row that is selected."""
        return tuple(name for name, declared in printing.REPORTS.items() if not declared.about or self._owns(name))

    def choices(self, report: str) -> tuple[str, ...]:
        """The choices of rows that differ: a list that shows all that the report has is not offered twice."""
        declared = printing.REPORTS[report]
        if declared.about:
            return (OWNED,)
        if declared.noun != self.search.noun:
            return (OWNED, ALL) if self._owns(report) else (ALL,)
        shown = () if self.search == printing.default_search(report) else (SHOWN,)
        return (*shown, SELECTED, ALL)

    def first_rows(self, report: str) -> str:
        """The choice of rows to begin with: what the list shows, but a due list of models that are not due would mostly
        be blank."""
        choices = self.choices(report)
        if SHOWN not in choices:
            return choices[0] if OWNED in choices else ALL
        own = printing.default_search(report).view
        fits = own == "all" or self.search.view in (own, "overdue", "soon")
        return SHOWN if fits or self.search.noun != "model" else ALL

    def counts(self, registry: Registry, report: str, at: Moment) -> Mapping[str, int]:
        """How many rows each choice prints; a sheet is one."""
        declared = printing.REPORTS[report]
        if declared.about:
            return {OWNED: 1}
        if declared.noun != self.search.noun:
            owned = OWNED in self.choices(report)
            counted = {OWNED: self._prepared(registry, Wishes(report=report, rows=OWNED), at).rows} if owned else {}
            return {**counted, ALL: printing.count(registry, report, at) or 0}
        shelf = registry.models if declared.noun == "model" else registry.inside.of(declared.noun)
        chosen = frozenset(self.selected)
        return {
            SHOWN: shelf.count(self.search, at),
            SELECTED: len(chosen.intersection(shelf.ids(self._search(SELECTED, report), at))) if chosen else 0,
            ALL: shelf.count(self._search(ALL, report), at),
        }

    def prepared(self, registry: Registry, wishes: Wishes, at: Moment) -> Prepared:
        """The paper that ``wishes`` ask for, as values."""
        return self._prepared(registry, wishes, at)

    def owner(self, registry: Registry) -> Owner | None:
        """The one row that is selected, if other rows can belong to it."""
        if len(self.selected) != 1 or self.search.noun not in paper_rows.WHOSE:
            return None
        return paper_rows.owner(registry, self._code(registry))

    def _prepared(self, registry: Registry, wishes: Wishes, at: Moment) -> Prepared:
        return printing.prepare(
            registry,
            wishes.report,
            self._search(wishes.rows, wishes.report),
            at,
            ids=self.selected if wishes.rows == SELECTED else None,
            day=at.on if wishes.dated else None,
            wish=wishes.wish,
            of=self.owner(registry) if wishes.rows == OWNED else None,
        )

    def _code(self, registry: Registry) -> str:
        noun = self.search.noun
        shelf = registry.models if noun == "model" else registry.inside.of(noun)
        code: str = shelf.one(self.selected[0]).code  # type: ignore[arg-type]
        return code

    def _owns(self, report: str) -> bool:
        declared, noun = printing.REPORTS[report], self.search.noun
        if len(self.selected) != 1 or noun not in paper_rows.WHOSE:
            return False
        return declared.about == noun if declared.about else declared.noun in paper_rows.WHOSE[noun]

    def _search(self, rows: str, report: str) -> Search:
        """Where the rows come from, and in which order; selected ones count whatever the report's own search says."""
        if rows == SHOWN:
            return self.search
        if rows in (ALL, OWNED):
            return printing.default_search(report)
        trash = self.search.noun == "model" and self.search.view == "trash"
        whole = "trash" if trash else "all" if self.search.noun == "model" else "every"
        return Search(view=whole, order=self.search.order, noun=self.search.noun)


def rows_label(rows: str, report: str, at: Moment, count: int, of: str = "") -> str:
    """A choice of rows for people, with how many it prints; ``of`` is the name of the row that is selected."""
    if rows == OWNED:
        words = _("Of “{name}”").format(name=of)
        return (
            words if printing.REPORTS[report].about else _("{rows}: {count}").format(rows=words, count=grouped(count))
        )
    usual = printing.default_search(report)
    words = _(LABELS[rows]) if rows in LABELS else view_name(usual.view, at, noun=usual.noun)
    return _("{rows}: {count}").format(rows=words, count=grouped(count))


def shown_day(day: date) -> str:
    """``day`` as on paper."""
    return day.strftime("%d/%m/%Y")
