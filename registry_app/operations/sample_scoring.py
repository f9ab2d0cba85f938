"""The sample ward's scale of grades and its example of a score sheet, from data in resources/sample."""

from collections.abc import Mapping
from typing import Any

from registry_app.domain.scoring import Criterion, ScoreSheet, Step
from registry_app.domain.vietnamese import fold
from registry_app.store.registry import Registry

from .files import data


def fill(registry: Registry, grades: Mapping[str, Any]) -> None:
    """Write them, inside the open action; ``grades`` are row numbers by folded name."""
    about = data("sample", "scoring.json")
    shelf = registry.loop.scoring
    scale = about["scale"]
    steps = [Step(grade_id=grades[fold(one["grade"])], least=one["least"]) for one in scale["steps"]]
    shelf.save_scale(scale["from_year"], steps)
    for sheet in about["sheets"]:
        number = shelf.save_sheet(ScoreSheet(name=sheet["name"]))
        shelf.save_criteria(number, [Criterion(**one) for one in sheet["criteria"]])
