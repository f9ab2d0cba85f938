"""What a user does with single rows of an open round: who looks at them, where, and which are not looked at.

Rows are named by their positions. Every deed is one action, all or nothing.
"""

from collections.abc import Callable, Sequence
from datetime import date

from msgspec.structs import replace

from registry_app.domain import kinds
from registry_app.domain.cleaning import line
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import AreaId, RoundId
from registry_app.domain.kinds import BadValue
from registry_app.domain.review_round import RoundRow
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from .round_checks import NO_ROW, refuse_closed

Edit = Callable[[RoundRow], RoundRow]


def assign(registry: Registry, round_id: RoundId, rows: Sequence[int], reviewer: str) -> Changes:
    """Let ``reviewer`` ("": nobody yet) look at the rows of those positions. Raises Refused, NotFound, ReadOnly."""
    name = _text("reviewer", reviewer)
    return _edit(registry, round_id, rows, N_("Assign reviewer"), lambda row: replace(row, reviewer=name))


def move(registry: Registry, round_id: RoundId, rows: Sequence[int], area: AreaId | None) -> Changes:
    """Let the rows be looked at in ``area``; the model's own sites stay. Raises Refused, NotFound, ReadOnly."""
    if area is not None and area not in registry.lists.areas:
        raise Refused([Problem("area", N_("This area is no longer in the register."))])
    return _edit(registry, round_id, rows, N_("Move to another area"), lambda row: replace(row, area_id=area))


def leave_out(registry: Registry, round_id: RoundId, rows: Sequence[int], reason: str) -> Changes:
    """Do not look at the rows in this round, and say why; what was seen of them stays but makes no review.

    Raises Refused (at "reason" when it is blank), NotFound, ReadOnly.
    """
    why = reason_text(reason)
    return _edit(registry, round_id, rows, N_("Leave out of the round"), lambda row: replace(row, left_out=why))


def take_in(registry: Registry, round_id: RoundId, rows: Sequence[int]) -> Changes:
    """Take rows that were left out in again. Raises Refused, NotFound, ReadOnly."""
    return _edit(registry, round_id, rows, N_("Take into the round again"), lambda row: replace(row, left_out=""))


def reason_text(reason: str) -> str:
    """The reason for leaving out, as it is kept. Raises Refused when it is blank or too long."""
    why = _text("reason", reason)
    if not why:
        raise Refused([Problem("reason", N_("Say why these models are left out of the round."))])
    return why


def _text(field: str, typed: str) -> str:
    try:
        return kinds.TEXT.parse(line(typed), date.today())
    except BadValue as wrong:
        raise Refused([Problem(field, wrong.text, wrong.values)]) from None


def _edit(registry: Registry, round_id: RoundId, rows: Sequence[int], label: str, edit: Edit) -> Changes:
    with registry.change(label) as change:
        refuse_closed(registry.loop.rounds.one(round_id))
        known = {row.position: row for row in registry.loop.rounds.rows(round_id)}
        unknown = [position for position in rows if position not in known]
        if unknown:
            raise Refused([Problem("rows", NO_ROW, {"row": position}) for position in unknown])
        wanted = [known[position] for position in dict.fromkeys(rows)]
        registry.loop.rounds.update_rows([(row, edit(row)) for row in wanted])
    return change.changes
