"""Every paper and file with people's data that leaves the register is entered in a list of its own (domain.md §4.2)."""

from datetime import datetime
from typing import TYPE_CHECKING

from registry_app.domain.describing import described
from registry_app.domain.errors import RegistryError
from registry_app.domain.nouns import NOUNS
from registry_app.domain.search import Moment, Search
from registry_app.domain.words import N_, _
from registry_app.store.engine import computer
from registry_app.store.given_out import Given
from registry_app.store.registry import Registry

if TYPE_CHECKING:
    from .printing import Prepared

PRINT, CSV, JSON, CLIPBOARD, TERMINAL = "print", "csv", "json", "clipboard", "terminal"
"""Ways to give out besides the suffixes of files."""
FULL = "full"
NOT_ENTERED = N_("This could not be entered in the list of what was given out: {why}")


def give(registry: Registry, prepared: "Prepared", way: str) -> str:
    """Enter that the paper was given out by ``way`` – print, or the suffix of a file. A paper without people's data is
    not entered. Answers "", or why it could not be entered, as a sentence to be shown: a register that can only be read
    may be given out from all the same."""
    return enter(
        registry, prepared.label, prepared.criteria, people=prepared.people, copy=prepared.copy, way=way.lstrip(".")
    )


def copied(registry: Registry, search: Search, at: Moment, people: int) -> str:
    """Enter that rows chosen among those of ``search`` went to other programs by the clipboard, with the data of so
    many ``people``. Answers as ``give``."""
    label = _(NOUNS[search.noun].many) if search.noun in NOUNS else _("Models")
    criteria = described(search, registry.lists, at, selected=True)
    return enter(registry, label, criteria, people=people, copy=FULL, way=CLIPBOARD)


def taken(registry: Registry, table: str, of: str, people: int) -> str:
    """As ``copied``, for cells of a ``table`` that stands in no list: ``of`` says of what it is."""
    criteria = "; ".join(filter(None, (of, _("Selected cells"))))
    return enter(registry, table, criteria, people=people, copy=FULL, way=CLIPBOARD)


def enter(registry: Registry, report: str, criteria: str, *, people: int, copy: str, way: str) -> str:
    """As ``give``, for what is no paper."""
    if not people:
        return ""
    given = Given(
        at=datetime.now().astimezone().isoformat(timespec="seconds"),
        who=registry.who,
        computer=computer(),
        report=report,
        criteria=criteria,
        people=people,
        copy=copy,
        way=way,
    )
    try:
        registry.given_out.add(given)
    except RegistryError as why:
        return _(NOT_ENTERED).format(why=why)
    return ""
