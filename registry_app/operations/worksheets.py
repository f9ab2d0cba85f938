"""Worksheets of a round: registered when they are printed, so that they are known when they come back.

Reading and entering filled ones is in ``worksheets_back``.
"""

from collections.abc import Sequence
from datetime import date, datetime

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import AreaId, RoundId
from registry_app.domain.round_shown import RowShown
from registry_app.domain.words import N_
from registry_app.domain.worksheet import Worksheet
from registry_app.store.registry import Registry

from .round_checks import NO_ROW, refuse_closed
from .worksheet_form import book
from .worksheets_back import Filled, enter_worksheet, read_back

__all__ = [
    "Filled",
    "Worksheet",
    "book",
    "by_code",
    "enter_worksheet",
    "make",
    "preview",
    "read_back",
    "rows_of",
    "worksheets",
]


def make(
    registry: Registry,
    round_id: RoundId,
    *,
    area: AreaId | None = None,
    reviewer: str | None = None,
    rows: Sequence[int] | None = None,
) -> Worksheet:
    """Register a printing of the rows of ``area``, of ``reviewer`` ("": of nobody yet), or of the positions ``rows``;
    rows left out are not on it. No action: nothing takes it back.

    Raises Refused (at "rows" when there is no such row, at "round" when it is closed), NotFound, ReadOnly.
    """
    sheet = preview(registry, round_id, area=area, reviewer=reviewer, rows=rows)
    return registry.loop.worksheets.add(sheet, registry.loop.rounds.one(round_id).code)


def preview(
    registry: Registry,
    round_id: RoundId,
    *,
    area: AreaId | None = None,
    reviewer: str | None = None,
    rows: Sequence[int] | None = None,
) -> Worksheet:
    """As ``make``, but nothing is registered: the code ends in "P00". For looking before printing."""
    found = registry.loop.rounds.one(round_id)
    refuse_closed(found)
    there = registry.loop.rounds.rows(round_id)
    known = {row.position for row in there}
    if unknown := [position for position in rows or () if position not in known]:
        raise Refused([Problem("rows", NO_ROW, {"row": position}) for position in unknown])
    wanted = [
        row.position
        for row in there
        if not row.left_out
        and (area is None or row.area_id == area)
        and (reviewer is None or row.reviewer == reviewer)
        and (rows is None or row.position in rows)
    ]
    if not wanted:
        text = N_("There is no row to print: the rows asked for are left out, or there are none.")
        raise Refused([Problem("rows", text)])
    return Worksheet(
        code=f"{found.code}-P00",
        round_id=round_id,
        at=datetime.now().astimezone().isoformat(timespec="seconds"),
        area_id=area,
        reviewer=reviewer,
        rows=tuple(wanted),
        register=registry.loop.worksheets.register,
    )


def rows_of(registry: Registry, worksheet: Worksheet) -> list[RowShown]:
    """The rows on the worksheet, in its order."""
    shown = {row.position: row for row in registry.loop.rounds.rows_shown(worksheet.round_id, date.today())}
    return [shown[position] for position in worksheet.rows if position in shown]


def worksheets(registry: Registry, round_id: RoundId) -> list[Worksheet]:
    """Every printing of the round, newest first."""
    return registry.loop.worksheets.of(round_id)


def by_code(registry: Registry, code: str) -> Worksheet:
    """The printing of that code (any case). Raises NotFound."""
    return registry.loop.worksheets.by_code(code)
