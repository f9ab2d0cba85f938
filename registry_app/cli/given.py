"""Enters what the command line gave out of people's data: files and tables on the screen."""

from registry_app.domain.errors import RegistryError
from registry_app.domain.words import _
from registry_app.operations import giving
from registry_app.store.registry import Registry

from . import values
from .console import complain

TABLE = values.FORMATS[0]


def enter(registry: Registry, label: str, criteria: str, people: int, form: str) -> None:
    """Enter what went out in that form; where it cannot be entered, say so."""
    note = giving.enter(registry, label, criteria, people=people, copy=giving.FULL, way=form)
    if note:
        complain(_("Note: {what}").format(what=note))


def enter_shown(file: str, label: str, criteria: str, people: int, form: str = TABLE) -> None:
    """As ``enter``, for what went out of a register that was open for reading, now that it is closed."""
    if not people:
        return
    try:
        with values.writing(file) as registry:
            enter(registry, label, criteria, people, giving.TERMINAL if form == TABLE else form)
    except RegistryError as why:
        complain(_("Note: {what}").format(what=_(giving.NOT_ENTERED).format(why=why)))
