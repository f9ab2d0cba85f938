"""Rows into groups: told apart by a field, numbered, each with its title, its count and its lines for the hand."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.search import Moment
from registry_app.domain.words import _

from .shown import Fields, Shown
from .spec import Group

Count = Callable[[Sequence[Any]], str]
APART = {"team": "team_code", "model": "model_code"}
"""Fields whose groups are told apart by more than their name: two teams may be called alike."""
BESIDE = {"team": "model", "model": "model_code"}
"""What stands behind the name of such a group."""


class Layout(Struct, frozen=True, kw_only=True):
    """``by`` is the field of the groups ("" for none), ``counted`` says how many rows are; ``titled``: in the group's
    title, else (where ``subtotals``) below its rows; ``anew``: each group is numbered from 1."""

    by: str
    columns: Sequence[Shown]
    fields: Fields
    at: Moment
    counted: Count
    titled: bool
    anew: bool
    subtotals: bool
    blanks: int
    posting: bool


def grouped(rows: Sequence[Any], layout: Layout) -> list[Group]:
    """``rows``, which come sorted by their group, as groups of cells. One group alone has no count of its own."""
    groups = []
    before = 0
    for (title, _apart), members in groupby(rows, key=lambda row: _key(row, layout)):
        inside = list(members)
        groups.append(_group(title, inside, 0 if layout.anew else before, layout))
        before += len(inside)
    if len(groups) == 1:
        return [replace(groups[0], total="")]
    return groups


def _group(title: str, rows: Sequence[Any], before: int, layout: Layout) -> Group:
    cells = []
    for number, row in enumerate(rows, before + 1):
        texts = (one.text(row, layout.at, layout.fields, posting=layout.posting) for one in layout.columns)
        cells.append((str(number), *texts))
    count = layout.counted(rows) if layout.by and (layout.titled or layout.subtotals) else ""
    named = _title(title, rows[0], layout.by)
    return Group(
        title=f"{named} – {count}" if count and layout.titled else named,
        rows=cells,
        total=_("Subtotal: {tally}").format(tally=count) if count and not layout.titled else "",
        blanks=layout.blanks,
    )


def _key(row: Any, layout: Layout) -> tuple[str, str]:
    if not layout.by:
        return "", ""
    apart = APART.get(layout.by, "")
    text = Shown(name=layout.by).text(row, layout.at, layout.fields, posting=layout.posting)
    return text, getattr(row, apart, "") if apart else ""


def _title(title: str, row: Any, by: str) -> str:
    """What a group is called: a team with its model, a model with its code."""
    if not by:
        return ""
    text = getattr(row, BESIDE[by], "") if by in BESIDE else ""
    named = title or _("(blank)")
    return f"{named} ({text})" if text else named
