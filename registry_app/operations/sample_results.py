"""What the sample ward and the places of the sources reported: figures of past periods, each with its source."""

from collections.abc import Mapping, Sequence
from typing import Any

from registry_app.domain.errors import Refused
from registry_app.domain.ids import ModelId
from registry_app.domain.results import Result
from registry_app.domain.vietnamese import fold
from registry_app.store.registry import Registry

from . import result_checks
from .files import data

SHARED = ("source", "place", "period", "paper_number")


def fill(registry: Registry, models: Sequence[tuple[ModelId, Mapping[str, Any]]]) -> None:
    """Write every figure; ``models`` are those of the sample. Stands inside an open action."""
    numbers: dict[str, int] = {}
    for number, one in models:
        numbers.setdefault(fold(one["name"]), number)
    for paper in data("sample", "results.json"):
        shared = {name: paper[name] for name in SHARED}
        for one in paper["figures"]:
            typed = {**shared, **one}
            model = typed.pop("model", None)
            links = {"model_id": numbers[fold(model)]} if model else {}
            value, problems = result_checks.read_typed(registry, Result(), typed, links)
            problems += result_checks.problems(registry, value)
            if problems:
                raise Refused(problems)
            registry.inside.results.insert(value)
