"""Short ways to put something into a register."""

from datetime import date

from registry_app.domain.ids import ModelId
from registry_app.operations import models
from registry_app.store.registry import Registry

TODAY = date(2026, 11, 22)


def add(registry: Registry, name: str, kind_of_model: str = "CAM", **typed: str) -> ModelId:
    """Add one model; list names that are new are added too."""
    new = models.NewModel(typed={"name": name, "type": kind_of_model, **typed})
    (number,) = models.add(registry, [new], create=True).ids
    return number
