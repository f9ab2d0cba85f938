"""Enters what the command line gave out of people's data: files and tables on the screen."""

from registry_app.domain.errors import RegistryError
from registry_app.domain.words import _
from registry_app.operations import giving
from registry_app.store.registry import Registry

from . import values
from .console import complain


def enter(registry: Registry, label: str, criteria: str, people: int, form: str) -> None:
    """Enter what went out in that form; where it cannot be entered, say so."""
    note = giving.enter(registry, label, criteria, people=people, copy=giving.FULL, way=form)
    if note:
        complain(_("Note: {what}").format(what=note))


def enter_shown(file: str, label: str, criteria: str, people: int) -> None:
    """Enter what stood on the screen, now that it has been read; a register that cannot be written is only read."""
    if not people:
        return
    try:
        with values.writing(file) as registry:
            giving.enter(registry, label, criteria, people=people, copy=giving.FULL, way=giving.TERMINAL)
    except RegistryError:
        return
