"""Which grades are weak, and how many reviews running said so of a model."""

from collections.abc import Container, Iterable, Mapping

LAST = 0
"""As the ward's ``weak_rank``: only the last rank of the scale is weak."""


def weak_grades(ranks: Mapping[int, int | None], weak_rank: int = LAST) -> frozenset[int]:
    """The grades (with their ranks, None outside the scale) from ``weak_rank`` on downwards."""
    known = [rank for rank in ranks.values() if rank is not None]
    first = weak_rank or max(known, default=0)
    return frozenset(grade for grade, rank in ranks.items() if rank is not None and rank >= first > 0)


def weak_run(reviews: Iterable[tuple[str, int | None, str | None]], weak: Container[int]) -> tuple[int, str | None]:
    """How many of the newest ``reviews`` (day, grade, effective "yes" or "no", in order of days) running were weak –
    not effective, or of a weak grade – and the day of the first of them. Those that say neither are passed over."""
    run, since = 0, None
    for on, grade, effective in reviews:
        if grade is None and effective is None:
            continue
        if effective == "no" or grade in weak:
            run, since = run + 1, since or on
        else:
            run, since = 0, None
    return run, since
