"""Which rows of a round are wanted, and in which order: pure but for the words, which the register is asked about."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct

from registry_app.domain.round_shown import RowShown
from registry_app.domain.search import Order
from registry_app.domain.vietnamese import fold, sort_key

NOBODY = "-"
"""Stands for the rows that have no area or no reviewer."""
MOST = 20_000
LETTERS = 60
"""How much of a text decides its place."""


class Wanted(Struct, frozen=True, kw_only=True):
    """``state``, ``area`` and ``reviewer`` "" for all; ``words`` as typed."""

    state: str = ""
    area: str = ""
    reviewer: str = ""
    words: str = ""
    order: Order | None = None


Holding = Callable[[str], frozenset[int]]
"""The numbers of the models that hold a word."""


def found(rows: Sequence[RowShown], wanted: Wanted, holding: Holding) -> list[RowShown]:
    """The rows that are wanted, in the order of the round or the one that is asked for."""
    kept = [row for row in rows if _passes(row, wanted)]
    for word in fold(wanted.words).split():
        models = holding(word)
        kept = [row for row in kept if row.model_id in models or _says(row, word)]
    return _sorted(kept, wanted.order) if wanted.order else kept


def _passes(row: RowShown, wanted: Wanted) -> bool:
    return (
        (not wanted.state or row.state == wanted.state)
        and _is(row.area, wanted.area)
        and _is(row.reviewer, wanted.reviewer)
    )


def _is(name: str, wanted: str) -> bool:
    return not wanted or name == ("" if wanted == NOBODY else wanted)


def _says(row: RowShown, word: str) -> bool:
    return word in _folded(row.area) or word in _folded(row.reviewer) or word in _folded(row.leader)


@lru_cache(maxsize=MOST)
def _folded(name: str) -> str:
    return fold(name)


def _sorted(rows: Iterable[RowShown], order: Order) -> list[RowShown]:
    """Blanks come last either way; rows alike stay in the order of the round."""
    values = [(_value(row, order.field), row) for row in rows]
    filled = [pair for pair in values if pair[0] is not None]
    filled.sort(key=lambda pair: pair[0], reverse=order.descending)
    return [row for _value, row in filled] + [row for value, row in values if value is None]


def _value(row: RowShown, field: str) -> Any:
    value: Any = getattr(row, field)
    if value in (None, ""):
        return None
    return _key(value[:LETTERS]) if isinstance(value, str) else value


@lru_cache(maxsize=MOST)
def _key(text: str) -> Any:
    return sort_key(text)
