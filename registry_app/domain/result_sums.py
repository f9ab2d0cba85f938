"""Whether figures agree with each other: wholes with the sums of their parts, and no figure twice. Values in, findings
out; a doubt is told only where every number that it rests on is exact."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Protocol

from msgspec import Struct

from . import kinds
from .entries import Indicator
from .errors import Problem
from .ids import AreaId, IndicatorId, ModelId
from .vietnamese import fold
from .words import N_

DIFFERS = N_("“{name}” is {whole}, but its parts give {sum} = {parts}.")
EXCEEDS = N_("“{name}” is {whole}, but the parts that are here give {sum} already: {parts}.")
TWICE = N_("“{name}” of this period, scope and source is in the register already: {code}, {figure}.")
Indicators = Mapping[Any, Indicator]
Place = tuple[ModelId | None, AreaId | None, str, str, str, str, str]
"""Scope, period, source and paper: only figures of one place are compared."""


class Told(Protocol):
    """A figure as these checks see it."""

    @property
    def indicator_id(self) -> IndicatorId: ...
    @property
    def model_id(self) -> ModelId | None: ...
    @property
    def area_id(self) -> AreaId | None: ...
    @property
    def place(self) -> str: ...
    @property
    def period_from(self) -> str: ...
    @property
    def period_to(self) -> str: ...
    @property
    def amount(self) -> str | None: ...
    @property
    def exactness(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def paper_number(self) -> str: ...


class Finding(Struct, frozen=True, kw_only=True):
    """A whole and the parts that were added; ``fits`` says whether nothing is wrong with them."""

    whole: Any
    parts: tuple[Any, ...]
    problem: Problem | None

    @property
    def fits(self) -> bool:
        """Whether whole and parts agree."""
        return self.problem is None


def place(one: Told) -> Place:
    """What a figure shares with those that it may be compared with."""
    begun, over = one.period_from, one.period_to
    return one.model_id, one.area_id, fold(one.place), begun, over, fold(one.source), fold(one.paper_number)


def checked(results: Iterable[Told], indicators: Indicators) -> list[Finding]:
    """Every whole among ``results`` that can be held against its parts, in their order."""
    by_place: dict[Place, list[Told]] = {}
    for one in results:
        by_place.setdefault(place(one), []).append(one)
    found = []
    for together in by_place.values():
        for whole in together:
            finding = _held(whole, together, indicators)
            if finding is not None:
                found.append(finding)
    return found


def twins(one: Any, others: Iterable[Any]) -> list[Any]:
    """Those of ``others`` that say the same of the same: indicator, scope, period and source."""
    return [
        other
        for other in others
        if other.id != one.id and other.indicator_id == one.indicator_id and place(other) == place(one)
    ]


def twice(other: Any, name: str, figure: str) -> Problem:
    """That ``other``, a figure of the indicator ``name``, says the same already."""
    return Problem("indicator", TWICE, {"name": name, "code": other.code, "figure": figure})


def _held(whole: Told, together: Sequence[Told], indicators: Indicators) -> Finding | None:
    """``whole`` against its parts; None where nothing certain can be said."""
    own = indicators.get(whole.indicator_id)
    if own is None or own.kind != "sum" or whole.exactness != "exact" or whole.amount is None:
        return None
    parts = [one for one in together if _part_of(one, own, indicators)]
    counted = {one.indicator_id for one in parts}
    if not parts or len(counted) < len(parts) or any(one.exactness != "exact" for one in parts):
        return None
    wanted = {one.id for one in indicators.values() if one.part_of == own.id and not one.retired}
    complete = wanted <= counted
    parts.sort(key=lambda one: indicators[one.indicator_id].position)
    total, amounts = Decimal(whole.amount), [Decimal(one.amount or "0") for one in parts]
    if not complete and sum(amounts) <= total:
        return None
    problem = None
    if sum(amounts) != total:
        values: dict[str, object] = {
            "name": own.name,
            "whole": shown(total),
            "sum": shown(sum(amounts, Decimal())),
            "parts": " + ".join(map(shown, amounts)),
        }
        problem = Problem("figure", DIFFERS if complete else EXCEEDS, values)
    return Finding(whole=whole, parts=tuple(parts), problem=problem)


def _part_of(one: Told, whole: Indicator, indicators: Indicators) -> bool:
    own = indicators.get(one.indicator_id)
    return own is not None and own.part_of == whole.id


def shown(number: Decimal) -> str:
    """A number as people write it."""
    return kinds.NUMBER.show(kinds.plain_number(number))
