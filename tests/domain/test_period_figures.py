"""What happened to the models in a period: built never without kept and effective; ended by label; grades."""

from datetime import date
from typing import Any

import pytest

from registry_app.domain.period_figures import ModelAt, PeriodFigures, figures

FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)


def model(number: int = 1, **facts: Any) -> ModelAt:
    """An active model from before the period."""
    usual: dict[str, Any] = {
        "type": 1,
        "began": "2020-01-01",
        "status_before": "active",
        "status": "active",
        "status_id": 2,
        "status_on": "2020-01-01",
    }
    return ModelAt(number, **{**usual, **facts})


def of(*models: ModelAt, **more: Any) -> PeriodFigures:
    """The figures of the period."""
    return figures(models, FIRST, LAST, **more)


@pytest.mark.parametrize(
    ("began", "counts"), [("2025-12-31", 0), ("2026-01-01", 1), ("2026-06-30", 1), ("2026-07-01", 0), (None, 0)]
)
def test_built_is_what_began_in_the_period_both_days_in(began: str | None, counts: int) -> None:
    assert len(of(model(began=began, status_before=None)).built) == counts


def test_of_what_was_built_is_told_what_is_kept_and_what_works() -> None:
    new = {"began": "2026-02-01", "status_before": None}
    found = of(
        model(1, **new, effective="yes"),
        model(2, **new, effective="no"),
        model(3, **new, status="ended", status_id=4, status_on="2026-05-01"),
        model(4, **new, status="preparing", status_id=1),
    )

    assert (found.built, found.built_kept, found.built_effective) == ((1, 2, 3), 2, 1)


def test_what_ended_in_the_period_stands_by_its_label() -> None:
    found = of(
        model(1, status="ended", status_id=4, status_on="2026-03-01"),
        model(2, status="ended", status_id=5, status_on="2026-04-01"),
        model(3, status="ended", status_id=4, status_before="ended", status_on="2019-04-01"),
    )

    assert found.ended == {4: (1,), 5: (2,)}
    assert found.there == 0


def test_paused_ones_count_as_the_ward_says() -> None:
    paused = model(status="paused", status_on="2026-02-01")

    assert (of(paused).there, of(paused).paused) == (1, 1)
    assert of(paused, count_paused=False).there == 0
    assert of(model(status_before="paused")).resumed == 1


def test_one_that_began_and_paused_in_the_period_paused_in_it() -> None:
    assert of(model(status_before=None, status="paused", status_on="2026-02-01")).paused == 1
    assert of(model(status_before="paused", status="paused", status_on="2026-02-01")).paused == 0
    assert of(model(status_before=None, status="paused", status_on=None)).paused == 0


def test_reviews_grades_and_effect_are_of_models_not_of_reviews() -> None:
    found = of(
        model(1, reviewed=("review", "review"), grade=1, effective="yes", last_review="2026-05-05"),
        model(2, reviewed=("interim",), grade=3, effective="no", last_review="2026-05-05"),
        model(3),
    )

    assert (found.reviewed, dict(found.reviews)) == (2, {"review": 2, "interim": 1})
    assert dict(found.grades) == {1: 1, 3: 1, None: 1}
    assert (found.effective, found.judged, found.never_reviewed) == (1, 2, 1)
