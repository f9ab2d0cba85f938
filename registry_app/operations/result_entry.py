"""Many figures of one period, scope and source entered at once: one action, all or nothing."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain import result_rules, result_sums
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import IndicatorId, ResultId
from registry_app.domain.result_sums import Finding
from registry_app.domain.results import Result
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from . import result_checks
from .inside_text import Typed

HEAD = ("period", "area", "place", "source", "paper_number")
"""The fields that all figures share."""
NOTHING = N_("Write at least one figure.")


class Entered(Struct, frozen=True, kw_only=True):
    """What was written: how many figures are new and how many were changed, and what is worth a look."""

    changes: Changes
    new: int
    changed: int
    warnings: tuple[Problem, ...] = ()


def head(registry: Registry, typed: Typed, model: int | None) -> tuple[Result, list[Problem]]:
    """What all figures share, without a figure; and what is wrong with it, each at its field."""
    shared = {name: typed.get(name, "") for name in HEAD}
    value, found = result_checks.read_typed(registry, Result(), shared, {"model_id": model})
    told = {problem.field for problem in found}
    rest = [one for one in result_checks.problems(registry, value) if one.field in HEAD and one.field not in told]
    return value, [*found, *rest]


def standing(registry: Registry, shared: Result) -> Mapping[IndicatorId, Result]:
    """The figures that the register has of the scope, period and source of ``shared``, by indicator."""
    if not shared.period_from:
        return {}
    beside = registry.inside.results.beside(shared)
    same = [one for one in beside if result_sums.place(one) == result_sums.place(shared)]
    return {one.indicator_id: one for one in reversed(same)}


def read(
    registry: Registry, typed: Typed, figures: Mapping[IndicatorId, str], model: int | None = None
) -> tuple[list[Result], list[Problem]]:
    """The values that ``save`` would write, and every problem: of the head at its field, of a figure at "n.figure" with
    the number of its indicator."""
    shared, problems = head(registry, typed, model)
    there = standing(registry, shared)
    found: list[Result] = []
    for indicator, text in figures.items():
        base = there.get(indicator, replace(shared, id=ResultId(0), indicator_id=indicator))
        value, wrong = result_checks.read_typed(registry, base, {"figure": text}, {})
        own = [*wrong, *(one for one in result_checks.problems(registry, value) if not wrong)]
        problems += [replace(one, field=f"{indicator}.figure") for one in own if one.field not in HEAD]
        found.append(value)
    return found, problems


def findings(registry: Registry, values: Sequence[Result]) -> list[Finding]:
    """Wholes and parts among ``values`` and what the register has beside them, as they would stand."""
    if not values or not values[0].period_from:
        return []
    new = {value.indicator_id: value for value in values}
    beside = [one for one in standing(registry, values[0]).values() if one.indicator_id not in new]
    return result_sums.checked([*values, *beside], registry.lists.indicators)


def save(registry: Registry, typed: Typed, figures: Mapping[IndicatorId, str], model: int | None = None) -> Entered:
    """Write every figure that is not blank, over the one of the same scope, period and source where there is one.

    Raises Refused with every problem as ``read`` tells them, ReadOnly.
    """
    wanted = {indicator: text for indicator, text in figures.items() if text.strip()}
    with registry.change(N_("Enter results")) as change:
        values, problems = read(registry, typed, wanted, model)
        if not wanted and not problems:
            problems = [Problem("", NOTHING)]
        if problems:
            raise Refused(problems)
        shelf = registry.inside.results
        for value in values:
            if value.id:
                shelf.update(value)
            else:
                shelf.insert(value)
        off = tuple(one.problem for one in findings(registry, values) if one.problem)
    new = sum(not value.id for value in values)
    early = result_rules.warnings(values[0], date.today())
    return Entered(changes=change.changes, new=new, changed=len(values) - new, warnings=(*early, *off))
