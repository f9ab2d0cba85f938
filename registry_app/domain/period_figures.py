"""What happened to the models in a period: built, kept, effective, reviewed, graded, ended. Pure: figures from facts.

Built never stands without kept and effective: rewarding what was built alone is the office's known mistake
(domain.md 9).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from msgspec import Struct, field

from .counting import COUNTED

LIVING = frozenset(COUNTED)


class ModelAt(NamedTuple):
    """One model as it stood on the last day of a period. ``began`` is its first day as full ISO text, None unknown;
    ``status_before`` and ``status`` are kinds of status (the former on the day before the period, None when it was not
    there), ``status_id`` the label, ``status_on`` since when; grade and effective are those of its newest review that
    says them, ``last_review`` its day; ``reviewed`` the kinds of its reviews in the period, ``graded`` the grade that
    the newest of these gave."""

    id: int
    type: int
    began: str | None
    status_before: str | None
    status: str
    status_id: int
    status_on: str | None
    grade: int | None = None
    effective: str | None = None
    last_review: str | None = None
    reviewed: tuple[str, ...] = ()
    graded: int | None = None


class PeriodFigures(Struct, frozen=True, kw_only=True):
    """Of the models of the official count (``domain.counting``). ``there`` were counted on the last day, ``effective``
    of them were found effective, ``judged`` either way; ``built`` began in the period, of them ``built_kept`` still
    count and ``built_effective`` work with effect; ``ended`` and ``paused`` in the period, by label of status;
    ``reviewed`` models, ``reviews`` by kind; ``grades`` of those there by grade (None: none yet);
    ``never_reviewed`` of those there; ``by_type`` those there by type and kind of status."""

    there: int = 0
    effective: int = 0
    judged: int = 0
    built: tuple[int, ...] = ()
    built_kept: int = 0
    built_effective: int = 0
    ended: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    paused: int = 0
    resumed: int = 0
    reviewed: int = 0
    reviews: Mapping[str, int] = field(default_factory=dict)
    grades: Mapping[int | None, int] = field(default_factory=dict)
    never_reviewed: int = 0
    by_type: Mapping[tuple[int, str], int] = field(default_factory=dict)


def figures(models: Iterable[ModelAt], first: date, last: date, *, count_paused: bool = True) -> PeriodFigures:
    """The figures of the period from ``first`` to ``last``, both in."""
    counted = LIVING if count_paused else frozenset(("active",))
    begun, over = first.isoformat(), last.isoformat()
    there: list[ModelAt] = []
    built: list[ModelAt] = []
    ended: dict[int, tuple[int, ...]] = {}
    paused = resumed = 0
    reviewed: list[ModelAt] = []
    for one in models:
        if one.status in counted:
            there.append(one)
        if one.began and begun <= one.began <= over and one.status != "preparing":
            built.append(one)
        changed = one.status_before is not None and one.status_before != one.status
        if one.status == "ended" and one.status_before != "ended" and one.status_on and one.status_on >= begun:
            ended[one.status_id] = (*ended.get(one.status_id, ()), one.id)
        paused += one.status == "paused" != one.status_before and bool(one.status_on and one.status_on >= begun)
        resumed += changed and one.status_before == "paused" and one.status == "active"
        if one.reviewed:
            reviewed.append(one)
    kept = [one for one in built if one.status in counted]
    return PeriodFigures(
        there=len(there),
        effective=sum(one.effective == "yes" for one in there),
        judged=sum(one.effective is not None for one in there),
        built=tuple(one.id for one in built),
        built_kept=len(kept),
        built_effective=sum(one.effective == "yes" for one in kept),
        ended=ended,
        paused=paused,
        resumed=resumed,
        reviewed=len(reviewed),
        reviews=Counter(kind for one in reviewed for kind in one.reviewed),
        grades=Counter(one.grade for one in there),
        never_reviewed=sum(one.last_review is None for one in there),
        by_type=Counter((one.type, one.status) for one in there),
    )
