"""What a user does about models that look outdated: see them with the reasons, excuse some for a while."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from registry_app.domain import kinds, outdated
from registry_app.domain.decision import Excuse
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import ModelId
from registry_app.domain.model import ModelRow
from registry_app.domain.outdated import Judge, Reason
from registry_app.domain.search import Moment
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from .typed import canonical

BATCH = 1000
KINDS = {"until": kinds.DATE, "reason": kinds.TEXT}


class Outdated(Struct, frozen=True, kw_only=True):
    """One model that looks outdated: why, how much it weighs, and the excuse that holds for it, if any."""

    id: ModelId
    weight: int
    reasons: tuple[Reason, ...]
    excuse: Excuse | None = None


class Shown(Struct, frozen=True, kw_only=True):
    """The same with the model as lists show it."""

    row: ModelRow
    found: Outdated


def find(registry: Registry, at: Moment, *, excused: bool = False) -> list[Outdated]:
    """The active models that look outdated, the gravest first, then by name; with ``excused``
    those too that somebody excused."""
    judge = Judge(at.on, registry.settings.ward().outdated)
    shelf = registry.loop.outdated
    let_be = shelf.excused(at.on)
    found = []
    for facts in shelf.facts(at.on):
        excuse = let_be.get(facts.id)
        reasons = () if excuse and not excused else judge.reasons(facts)
        if reasons:
            found.append(Outdated(id=facts.id, weight=outdated.weight(reasons), reasons=tuple(reasons), excuse=excuse))
    return sorted(found, key=lambda one: -one.weight)


def shown(registry: Registry, found: Sequence[Outdated], at: Moment) -> Iterator[Shown]:
    """``found`` with the rows of their models, in order."""
    for start in range(0, len(found), BATCH):
        part = found[start : start + BATCH]
        rows = {row.id: row for row in registry.models.window([one.id for one in part], at)}
        yield from (Shown(row=rows[one.id], found=one) for one in part if one.id in rows)


def excuse(registry: Registry, models: Sequence[ModelId], until: str, reason: str) -> Changes:
    """Let ``models`` be until the day ``until`` (as typed, that day too) for ``reason``, as one action; a newer excuse
    stands before an older. Raises Refused at until or reason, ReadOnly."""
    today = date.today()
    with registry.change(N_("Excuse from looking outdated")) as change:
        value = _read(until, reason, today)
        registry.loop.outdated.excuse(
            Excuse(model_id=model, on=today.isoformat(), until=value.until, reason=value.reason) for model in models
        )
    return change.changes


def withdraw(registry: Registry, models: Sequence[ModelId]) -> Changes:
    """Take back the excuses that hold for ``models`` today, as one action. Raises ReadOnly."""
    shelf, wanted = registry.loop.outdated, set(models)
    with registry.change(N_("Take back excuses")) as change:
        shelf.forget([one for model, one in shelf.excused(date.today()).items() if model in wanted])
    return change.changes


def _read(until: str, reason: str, today: date) -> Excuse:
    """What was typed. Raises Refused with every problem at its field."""
    values, problems = canonical(KINDS, {"until": until, "reason": reason})
    told = {problem.field for problem in problems}
    if not values["until"] and "until" not in told:
        problems.append(Problem("until", N_("Say until which day it is excused.")))
    elif values["until"] and values["until"] < today.isoformat():
        problems.append(Problem("until", N_("This day is over already.")))
    if not values["reason"] and "reason" not in told:
        problems.append(Problem("reason", N_("Say why it is excused.")))
    if problems:
        raise Refused(problems)
    return Excuse(until=values["until"], reason=values["reason"])
