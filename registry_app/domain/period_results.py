"""The ward's own results of a period: figures of the whole period, else those of its parts added where they do not
overlap."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from . import kinds
from .result_text import canonical, said
from .results import ResultRow

WORST = ("exact", "over", "nearly", "check")
"""A sum is as exact as its least exact part."""


class Total(Struct, frozen=True, kw_only=True):
    """What an indicator comes to in a period; ``figure`` is canonical (``result_text``), ``parts`` says how many
    figures were added."""

    indicator: str
    topic: str
    unit: str
    figure: str
    parts: int

    @property
    def said(self) -> str:
        """The figure with its unit for people, in the language in use."""
        return said(self.figure, self.unit)

    @property
    def number(self) -> Decimal | None:
        """The number of an exact figure, of x/y the x; None of any other."""
        amount = self.figure.partition("/")[0]
        return Decimal(amount) if amount and amount[0].isdigit() else None


def totals(rows: Iterable[ResultRow], first: str, last: str) -> list[Total]:
    """What the ward's own figures of ``rows`` come to from ``first`` to ``last`` (ISO days, both in), by topic and
    indicator in their order. Figures of models, areas and other places are parts of it or none of its business."""
    found: dict[str, list[ResultRow]] = {}
    for row in sorted(rows, key=lambda row: (row.position, row.indicator)):
        own = not (row.model_id or row.area_id or row.place)
        if own and first <= row.period_from and row.period_to <= last:
            found.setdefault(row.indicator, []).append(row)
    return [_total(_apart(rows)) for rows in found.values()]


def _apart(rows: Sequence[ResultRow]) -> list[ResultRow]:
    """The longest periods first, of others those that do not overlap what is taken."""
    taken: list[ResultRow] = []
    for row in sorted(rows, key=lambda row: (row.period_from, _reversed(row.period_to))):
        if all(row.period_from > one.period_to or row.period_to < one.period_from for one in taken):
            taken.append(row)
    return taken


def _reversed(day: str) -> tuple[int, ...]:
    return tuple(-int(part) for part in day.split("-"))


def _total(rows: Sequence[ResultRow]) -> Total:
    one = rows[0]
    if len(rows) == 1:
        figure = one.figure
    else:
        exactness = max((row.exactness for row in rows), key=WORST.index)
        totals = [row.total for row in rows if row.total]
        figure = canonical(
            _sum(row.amount for row in rows if row.amount),
            _sum(totals) if len(totals) == len(rows) else None,
            exactness,
        )
    return Total(indicator=one.indicator, topic=one.topic, unit=one.unit, figure=figure, parts=len(rows))


def _sum(amounts: Iterable[str]) -> str:
    return kinds.plain_number(sum((Decimal(one) for one in amounts), Decimal(0)))
