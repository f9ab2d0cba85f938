"""Which rows of a round a worksheet is about, and how papers of a round go to the window that prints them."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from registry_app.domain.ids import AreaId
from registry_app.domain.review_round import ReviewRound
from registry_app.domain.round_shown import RowShown
from registry_app.domain.words import _
from registry_app.domain.worksheet import Worksheet
from registry_app.operations import round_papers, worksheets
from registry_app.operations.printing import Prepared
from registry_app.store.registry import Registry
from registry_app.ui.session import Session

from . import entry_choice
from .entry_choice import AREA, AREAS, CHOSEN, REVIEWER, REVIEWERS


class Narrowed(Struct, frozen=True, kw_only=True):
    """Rows of one area, of one reviewer, or of ``rows`` by their positions; none of them: all. ``name`` is what people
    call them, "" for all."""

    name: str = ""
    area: AreaId | None = None
    reviewer: str | None = None
    rows: tuple[int, ...] | None = None

    def make(self, registry: Registry, one: ReviewRound) -> Worksheet:
        """The worksheet, given out. Raises Refused, ReadOnly."""
        return worksheets.make(registry, one.id, area=self.area, reviewer=self.reviewer, rows=self.rows)


def narrowed(key: str, rows: Sequence[RowShown], chosen: Sequence[int]) -> list[Narrowed]:
    """The worksheets that a choice of ``entry_choice.sheet_offers`` means; those without a row to look at are left
    out."""
    looked_at = [row for row in rows if not row.left_out]
    if key == AREAS:
        keys = dict.fromkeys(f"{AREA}{row.area_id or 0}" for row in looked_at)
    elif key == REVIEWERS:
        keys = dict.fromkeys(f"{REVIEWER}{row.reviewer}" for row in looked_at)
    else:
        keys = {key: None}
    return [_one(each, found, chosen) for each in keys if (found := entry_choice.chosen(each, looked_at, ()))]


def _one(key: str, rows: Sequence[RowShown], chosen: Sequence[int]) -> Narrowed:
    if key == CHOSEN:
        return Narrowed(name=_("chosen"), rows=tuple(chosen))
    if key == f"{AREA}0":
        return Narrowed(name=_("(no area)"), rows=tuple(row.position for row in rows))
    if key.startswith(AREA):
        return Narrowed(name=rows[0].area, area=rows[0].area_id)
    if key.startswith(REVIEWER):
        return Narrowed(name=rows[0].reviewer or _("(nobody yet)"), reviewer=rows[0].reviewer)
    return Narrowed()


def print_worksheets(
    session: Session, one: ReviewRound, sheets: Sequence[tuple[str, Worksheet]], parent: QWidget
) -> None:
    """Show worksheets that are given out, by what people call them, in the window that prints them."""
    from registry_app.ui.printing.paper_window import Offered, PaperWindow

    offered = [Offered(label=f"{sheet.code} {name}".strip(), prepare=_reader(sheet)) for name, sheet in sheets]
    PaperWindow(session, _("Worksheets – {name}").format(name=one.name), offered, parent).show()


def print_papers(session: Session, one: ReviewRound, parent: QWidget) -> None:
    """Show the papers about the whole round in the window that prints them."""
    from registry_app.ui.printing.paper_window import Offered, PaperWindow

    def reader(key: str) -> Callable[[Registry], Prepared]:
        return lambda registry: round_papers.prepare(registry, one.id, key)

    offered = [Offered(label=str(paper), prepare=reader(paper.key)) for paper in round_papers.PAPERS]
    PaperWindow(session, _("Papers – {name}").format(name=one.name), offered, parent).show()


def _reader(sheet: Worksheet) -> Callable[[Registry], Prepared]:
    return lambda registry: round_papers.worksheet(registry, sheet)
