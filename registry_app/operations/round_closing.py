"""Closing a round: results become reviews, next dates follow, and what there is then is counted and kept for ever."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from msgspec import Struct, field
from msgspec.structs import replace

from registry_app.domain import kinds
from registry_app.domain.dates import show_date
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import ModelId, RoundId
from registry_app.domain.kinds import BadValue
from registry_app.domain.review_round import ReviewRound, RoundRow
from registry_app.domain.round_shown import RowShown, Seen, Snapshot
from registry_app.domain.schedule import starts_before
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry
from registry_app.store.rounds import RowFacts

from . import snapshots as counted
from .round_checks import listed, refuse_closed
from .round_rows import reason_text


class Closing(Struct, frozen=True, kw_only=True):
    """What closing now would do: ``waiting`` rows still without a result, how many are ``left_out``, ``reviews`` to be
    written, results by grade (row number of the grade; None: none given) and by effective ("yes", "no", "": nothing
    said), ``problems`` what keeps it from being closed apart from waiting rows, as ``close`` raises them."""

    waiting: tuple[RowShown, ...] = ()
    left_out: int = 0
    reviews: int = 0
    grades: Mapping[int | None, int] = field(default_factory=dict)
    effective: Mapping[str, int] = field(default_factory=dict)
    next_dates: tuple[tuple[str, int], ...] = ()
    """How many of the models reviewed fall due next in which month (ISO text of 7 letters; "": no periodic review), in
    order; empty where there are ``problems`` or the register can only be read."""
    problems: tuple[Problem, ...] = ()


class Closed(Struct, frozen=True, kw_only=True):
    """What a closing did; ``reviews`` is how many were written."""

    changes: Changes
    reviews: int


def closing(registry: Registry, round_id: RoundId, on: str = "") -> Closing:
    """What closing on the day ``on`` (as typed; "": today) would do; nothing is written. Raises NotFound."""
    found = registry.loop.rounds.one(round_id)
    rows = registry.loop.rounds.rows_shown(round_id, date.today())
    facts = [RowFacts(row, row.code, row.founded_on, row.trashed, row.ended) for row in rows]
    problems: list[Problem] = []
    try:
        plan = _Plan(found, facts, on or date.today().isoformat())
        problems += plan.problems
    except Refused as refused:
        problems += refused.problems
    seen = [row for row in rows if row.entered and not row.left_out]
    return Closing(
        waiting=tuple(row for row in rows if row.waiting),
        left_out=sum(bool(row.left_out) for row in rows),
        reviews=len(seen),
        grades=counted.tally(row.grade_id for row in seen),
        effective=counted.tally(row.effective or "" for row in seen),
        next_dates=() if problems or registry.read_only else _next_dates(registry, plan),
        problems=tuple(problems),
    )


def close(registry: Registry, round_id: RoundId, on: str, *, leave_out_rest: str = "") -> Closed:
    """Close the round on the day ``on`` (as typed) as one action: a review of every entered row – dated as the row,
    else ``on``, but never after the period –, a snapshot of what is counted then. Rows that wait are left out for the
    reason ``leave_out_rest``. Undoing that action opens the round again and withdraws the snapshot.

    Raises Refused: at "on" for a wrong day, at "leave_out_rest" when rows wait and no reason is given, at "N.model"
    when the model of row N takes no reviews any more, at "round" when it is closed already; NotFound, ReadOnly.
    """
    with registry.change(N_("Close a round of reviews")) as change:
        found = registry.loop.rounds.one(round_id)
        refuse_closed(found)
        facts = _left_out(registry, registry.loop.rounds.named(round_id), leave_out_rest)
        plan = _Plan(found, facts, on)
        if plan.problems:
            raise Refused(plan.problems)
        before = registry.loop.round_ends.reviewed_before(plan.models)
        _write(registry, plan)
        registry.loop.rounds.update(replace(found, closed_on=plan.on))
        seen = Seen(
            rows=len(facts),
            entered=len(plan.seen),
            left_out=sum(bool(one.row.left_out) for one in facts),
            grades=counted.tally(row.grade_id for row, _on in plan.seen),
            effective=counted.tally(row.effective or "" for row, _on in plan.seen),
            never_before=len(set(plan.models) - before),
        )
        counts = counted.counts(registry, date.fromisoformat(plan.on), plan.models)
        at = datetime.now().astimezone().isoformat(timespec="seconds")
        registry.loop.round_ends.keep(round_id, change.action, at, plan.on, counts, seen)
    return Closed(changes=change.changes, reviews=len(plan.seen))


def snapshots(registry: Registry, round_id: RoundId) -> list[Snapshot]:
    """What was counted at each closing of the round, newest first, withdrawn ones too."""
    return registry.loop.round_ends.snapshots(round_id)


class _Plan:
    """Which rows become reviews of which day, and what keeps them from it. Raises Refused for a wrong closing day."""

    def __init__(self, found: ReviewRound, facts: Sequence[RowFacts], on: str) -> None:
        self.round = found
        self.on = _closing_day(found, on)
        self.seen: list[tuple[RoundRow, str]] = []
        self.problems: list[Problem] = []
        last = min(self.on, found.period_to)
        for one in facts:
            if one.row.entered and not one.row.left_out:
                day = one.row.on or last
                self.seen.append((one.row, day))
                self.problems += _row_problems(one, day, self.on)

    @property
    def models(self) -> list[ModelId]:
        """The models that get a review."""
        return [row.model_id for row, _on in self.seen]


def _closing_day(found: ReviewRound, typed: str) -> str:
    try:
        day = kinds.DATE.parse(typed, date.today())
    except BadValue as wrong:
        raise Refused([Problem("on", wrong.text, wrong.values)]) from None
    values: dict[str, object] = {"day": show_date(day), "begin": show_date(found.period_from)}
    if not day:
        raise Refused([Problem("on", N_("Give the day of the closing."))])
    if day > date.today().isoformat():
        raise Refused([Problem("on", N_("The closing day {day} lies in the future."), values)])
    if day < found.period_from:
        raise Refused([Problem("on", N_("The closing day {day} lies before the period begins ({begin})."), values)])
    return day


def _row_problems(one: RowFacts, day: str, closing: str) -> list[Problem]:
    values: dict[str, object] = {"row": one.row.position, "code": one.code, "day": show_date(day)}
    where = f"{one.row.position}.model"
    if one.trashed:
        return [Problem(where, N_("Row {row}: {code} is in the trash. Take it out, or leave the row out."), values)]
    if one.ended:
        return [Problem(where, N_("Row {row}: {code} has ended meanwhile. Leave the row out of the round."), values)]
    if day > closing:
        text = N_("Row {row} ({code}) was looked at on {day}, after the closing day.")
        return [Problem(f"{one.row.position}.on", text, values)]
    if starts_before(day, one.founded_on):
        text = N_("Row {row}: {code} was founded on {founded}, after the review of {day}. Give the row its own day.")
        return [Problem(f"{one.row.position}.on", text, {**values, "founded": show_date(one.founded_on)})]
    return []


def _left_out(registry: Registry, facts: Sequence[RowFacts], reason: str) -> list[RowFacts]:
    """The rows with those that wait left out for ``reason``. Raises Refused when some wait and none is given."""
    waiting = [one for one in facts if one.row.waiting]
    if not waiting:
        return list(facts)
    if not reason.strip():
        rows = listed([one.row.position for one in waiting])
        text = N_("{count} rows have no result yet ({rows}). Enter them, or give the reason why they are left out.")
        raise Refused([Problem("leave_out_rest", text, {"count": len(waiting), "rows": rows})])
    why = reason_text(reason)
    registry.loop.rounds.update_rows([(one.row, replace(one.row, left_out=why)) for one in waiting])
    return [replace(one, row=replace(one.row, left_out=why)) if one.row.waiting else one for one in facts]


def _write(registry: Registry, plan: _Plan) -> None:
    # in the order of the models: beside the reviews that they have already, where the engine is fastest
    registry.loop.round_ends.write_reviews(plan.round.kind, sorted(plan.seen, key=lambda pair: pair[0].model_id))
    by_day: dict[str, list[ModelId]] = {}
    for row, on in plan.seen:
        by_day.setdefault(on, []).append(row.model_id)
    for on, models in by_day.items():
        registry.models.clear_review_date(models, on)


def _next_dates(registry: Registry, plan: _Plan) -> tuple[tuple[str, int], ...]:
    with registry.rehearsal():
        _write(registry, plan)
        registry.refresh(plan.models)
        return tuple(registry.loop.round_ends.next_months(plan.models))
