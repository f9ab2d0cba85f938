"""A roster pasted from a sheet into the member table: which column is what, and the members that its rows are.

Nothing is written; what is in doubt is left to whoever looks at the columns.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain import member_columns
from registry_app.domain.cleaning import line
from registry_app.domain.errors import Problem
from registry_app.domain.ids import TeamId
from registry_app.domain.member_columns import FAMILY, FEMALE, IGNORED, MALE, content_field, heading_field
from registry_app.domain.twins import Twin
from registry_app.domain.vietnamese import fold
from registry_app.exchange.pasted_cells import cells
from registry_app.store.registry import Registry

from .member_writing import NewMember, split
from .members import check
from .roster_shapes import shaped
from .twins import likely

FIRST_ROWS = 12
"""Rows among which the heading is looked for: titles may stand above it."""
TOTALS = ("tong cong", "tong so", "cong")
SPECIAL = frozenset((MALE, FEMALE, FAMILY, IGNORED))
ONLY_CERTAIN = frozenset(("phone", "id_number"))
"""What is taken by its look even under a heading that says nothing."""


class Recognised(Struct, frozen=True, kw_only=True):
    """``columns`` names the field of each column of ``rows``, "" for none; ``heading`` says whether a heading told so;
    ``left_out`` are rows that are no people: titles, headings, column numbers, totals."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    heading: bool
    left_out: tuple[tuple[str, ...], ...] = ()


class Known(Struct, frozen=True, kw_only=True):
    """What the register says of members before they are added: who each may be already, the likeliest first, and what
    would be refused, at "n.field" of the n-th."""

    twins: tuple[tuple[Twin, ...], ...]
    problems: tuple[Problem, ...]


def recognise(text: str, roles: Sequence[str] = ()) -> Recognised:
    """What a block of cells holds; cells are cleaned, rows without anything are dropped. ``roles`` are the names of the
    ward's roles, by which a column without a heading is known."""
    table = _squared([[line(cell) for cell in row] for row in cells(text)])
    first, columns = _heading(table)
    people: list[list[str]] = []
    left_out = [row for row in table[:first] if any(row)]
    for row in table[first:]:
        if any(row):
            (left_out if _is_no_person(row) else people).append(row)
    columns = _by_content(columns, people, roles, heading=first > 0)
    columns, people = shaped(columns, people)
    return Recognised(
        columns=tuple("" if name == IGNORED else name for name in columns),
        rows=tuple(map(tuple, people)),
        heading=first > 0,
        left_out=tuple(map(tuple, left_out)),
    )


def members(found: Recognised) -> tuple[NewMember, ...]:
    """The members that the rows are, in order, blank cells left out; a column without a field says nothing."""
    return tuple(
        split({name: cell for name, cell in zip(found.columns, row, strict=True) if name and cell})
        for row in found.rows
    )


def known(registry: Registry, team: TeamId, members: Sequence[NewMember]) -> Known:
    """Look for ``members`` in the register, and see whether ``team`` could have them. Raises Refused, ReadOnly."""
    twins = tuple(likely(registry, one.person) for one in members)
    problems = check(registry, team, members).problems
    if len(members) == 1:
        problems = tuple(replace(problem, field=f"1.{problem.field}") for problem in problems)
    return Known(twins=twins, problems=problems)


def chosen(found: Recognised, columns: Sequence[str]) -> Recognised:
    """The same rows with the columns as a clerk has put them right."""
    return replace(found, columns=tuple(columns))


def _squared(rows: list[list[str]]) -> list[list[str]]:
    """All rows as wide as the last column in which anything stands."""
    width = max((place + 1 for row in rows for place, cell in enumerate(row) if cell), default=0)
    return [(row + [""] * width)[:width] for row in rows]


def _heading(table: Sequence[Sequence[str]]) -> tuple[int, list[str]]:
    """Where the people begin – 0 without a heading –, and the field of each column as far as a heading says."""
    known = member_columns.headings()
    named = [[heading_field(cell, known) for cell in row] for row in table[:FIRST_ROWS]]
    headings = [place for place, row in enumerate(table[:FIRST_ROWS]) if _is_heading(row, named[place])]
    if not headings:
        return 0, [""] * (len(table[0]) if table else 0)
    after = headings[0] + 1
    columns = named[headings[0]]
    while after < len(named) and _is_second_heading(table[after], named[after]):
        columns = [lower or upper for lower, upper in zip(named[after], columns, strict=True)]
        after += 1
    return after, columns


def _is_heading(row: Sequence[str], names: Sequence[str]) -> bool:
    """Most of what stands there names a field and is no value, or it names the name and holds no figure."""
    filled = [cell for cell in row if cell]
    told = [name for cell, name in zip(row, names, strict=True) if name and not member_columns.is_value(cell)]
    if len(filled) == 1:
        return len(told) == 1 and told[0] not in SPECIAL
    most = len(set(told)) > 1 and len(told) * 2 >= len(filled)
    return most or ("name" in told and not any(map(str.isdigit, "".join(filled))))


def _is_second_heading(row: Sequence[str], names: Sequence[str]) -> bool:
    """All that stands there names a field: the lower row of a heading, with men and women apart."""
    all_told = all(name for cell, name in zip(row, names, strict=True) if cell)
    return all_told and (_is_heading(row, names) or {MALE, FEMALE} <= set(names))


def _is_no_person(row: Sequence[str]) -> bool:
    """The numbers of the columns, or a total: nobody is called so."""
    first = fold(next(cell for cell in row if cell))
    is_total = first.startswith(TOTALS) and not any(content_field([cell]) == "name" for cell in row[1:])
    return is_total or member_columns.is_count(row)


def _by_content(
    columns: list[str], people: Sequence[Sequence[str]], roles: Sequence[str], *, heading: bool
) -> list[str]:
    """``columns`` with those filled in whose cells say clearly what they are, each field once."""
    found: list[str] = []
    for place, name in enumerate(columns):
        look = name or content_field([row[place] for row in people], roles)
        if not name and heading and look not in ONLY_CERTAIN:
            look = ""
        taken = look != IGNORED and (look in found or (not name and look in columns))
        found.append("" if taken else look)
    return found
