"""Which grades are weak, and how many reviews running said so."""

import pytest

from registry_app.domain.weakness import weak_grades, weak_run

RANKS = {1: 1, 2: 2, 3: 3, 4: 4, 5: None}


@pytest.mark.parametrize(("rank", "weak"), [(0, {4}), (4, {4}), (3, {3, 4}), (9, set())])
def test_weak_are_the_ranks_from_the_wards_own_on(rank: int, weak: set[int]) -> None:
    assert weak_grades(RANKS, rank) == weak


def test_without_ranks_nothing_is_weak() -> None:
    assert weak_grades({}) == weak_grades({5: None}) == frozenset()


@pytest.mark.parametrize(
    ("reviews", "run"),
    [
        ([], (0, None)),
        ([("2024-01-01", 4, "no")], (1, "2024-01-01")),
        ([("2024-01-01", 1, "no"), ("2025-01-01", 4, None)], (2, "2024-01-01")),
        ([("2024-01-01", 4, None), ("2025-01-01", 1, "yes")], (0, None)),
        ([("2024-01-01", 4, None), ("2024-06-01", 1, None), ("2025-01-01", 4, None)], (1, "2025-01-01")),
        ([("2024-01-01", 4, None), ("2025-01-01", None, None)], (1, "2024-01-01")),
    ],
)
def test_the_run_is_of_the_newest_and_one_good_review_ends_it(
    reviews: list[tuple[str, int | None, str | None]], run: tuple[int, str | None]
) -> None:
    assert weak_run(reviews, {4}) == run
