"""What hangs on reviews is brought up to date by itself where nothing else was touched, and comes out as a whole
recomputing would."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from registry_app.domain.ids import ModelId
from registry_app.domain.review import Review
from registry_app.operations import models, reviewing
from registry_app.store.registry import Registry

from ..making import add

Act = Callable[[Registry, list[ModelId]], object]


def kept(registry: Registry) -> list[tuple[object, ...]]:
    """Everything derived of models."""
    return [
        row
        for table in ("model_index", "model_text", "model_summary")
        for row in registry.connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
    ]


def anew(registry: Registry) -> list[tuple[object, ...]]:
    """The same, worked out anew."""
    with registry.rehearsal():
        registry.refresh([number for (number,) in registry.connection.execute("SELECT id FROM model")])
        return kept(registry)


def grade(registry: Registry, name: str) -> Review:
    """A review of yesterday's month with that grade."""
    number = next(number for number, one in registry.lists.grades.items() if one.name == name)
    return Review(on="2026-10-05", grade_id=number, effective="no")


def _reviewed(registry: Registry, ids: list[ModelId]) -> None:
    reviewing.mark_reviewed(registry, ids, grade(registry, "Yếu"))


def _summed(registry: Registry, ids: list[ModelId]) -> None:
    reviewing.mark_reviewed(registry, ids, replace(grade(registry, "Tốt"), kind="final"))


def _corrected(registry: Registry, ids: list[ModelId]) -> None:
    _summed(registry, ids)
    wrong = registry.reviews.of(ids[0])[0]
    reviewing.correct_review(registry, wrong.id, Review(on="2026-09-01", kind="review"))


def _own_date(registry: Registry, ids: list[ModelId]) -> None:
    models.edit(registry, ids[0], {"review_on": "30/11/2090"})
    reviewing.mark_reviewed(registry, ids, Review(on=date.today().isoformat()))
    assert registry.models.one(ids[0]).review_on is None


def _with_tag(registry: Registry, ids: list[ModelId]) -> None:
    with registry.change("Edit model"):
        registry.reviews.add([replace(grade(registry, "Khá"), model_id=ids[0])])
        registry.models.update(replace(registry.models.one(ids[0]), name="Tên khác"), "2026-11-22")


@pytest.mark.parametrize("act", [_reviewed, _summed, _corrected, _own_date, _with_tag])
def test_reviews_derive_what_a_whole_recomputing_would(registry: Registry, act: Act) -> None:
    ids = [
        add(registry, "Camera ngõ 3", founded_on="31/1/2024", areas="Tổ dân phố 1", interval_months="6"),
        add(registry, "Tổ liên gia", "LGA", launched_on="2025", areas="Tổ dân phố 2"),
    ]

    act(registry, ids)

    assert kept(registry) == anew(registry)
    registry.undo()
    assert kept(registry) == anew(registry)
    registry.redo()
    assert kept(registry) == anew(registry)


def test_an_own_review_date_that_must_not_be_blank_counts_as_missing_once_a_review_cleared_it(
    registry: Registry,
) -> None:
    ward = registry.settings.ward()
    with registry.change("Settings"):
        registry.settings.save(replace(ward, needed=("review_on",)))
    model = add(registry, "Camera ngõ 3", review_on="30/11/2090")

    reviewing.mark_reviewed(registry, [model], Review(on=date.today().isoformat()))

    assert kept(registry) == anew(registry)
    assert registry.connection.execute("SELECT missing FROM model_index").fetchall() == [(1,)]
