"""Everything that was typed into the tables of one team – members and households, new and changed – as one action."""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.household import Household
from registry_app.domain.ids import PersonId, TeamId
from registry_app.domain.membership import Membership
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry
from registry_app.store.twins import ordered, remember_different

from . import inside, inside_checks, members
from .inside_text import Typed
from .member_writing import split, write_new

ADD_HOUSEHOLDS, EDIT_MEMBERS, EDIT_HOUSEHOLDS = N_("Add households"), N_("Edit members"), N_("Edit households")
LABELS: Mapping[tuple[str, bool], str] = {
    ("membership", True): members.ADD_SEVERAL,
    ("membership", False): EDIT_MEMBERS,
    ("household", True): ADD_HOUSEHOLDS,
    ("household", False): EDIT_HOUSEHOLDS,
}
"""By noun, and whether all rows are new."""


class SheetRow(Struct, frozen=True, kw_only=True):
    """One row: ``number`` is that of the membership or household, 0 for a new one; ``typed`` has the fields that were
    typed; ``person_id`` is who a new member or the head of a household is, where the register knows them; ``others``
    are people whom a new member was said not to be."""

    noun: Literal["membership", "household"] = "membership"
    number: int = 0
    typed: Typed = field(default_factory=dict)
    person_id: int | None = None
    others: tuple[int, ...] = ()


class SheetWritten(Struct, frozen=True, kw_only=True):
    """What was done, and what is worth a look, at "n.field" of the n-th row."""

    changes: Changes
    warnings: tuple[Problem, ...] = ()


def write(registry: Registry, team: TeamId, rows: Sequence[SheetRow]) -> SheetWritten:
    """Write ``rows`` as one action, all or nothing. Who stops leading is written before who begins to.

    Raises Refused with every problem, at "n.field" of the n-th row from 1, ReadOnly.
    """
    problems: list[Problem] = []
    warnings: list[Problem] = []
    leading = {fold(one.name) for one in registry.lists.roles.values() if one.kind == "leader"}
    order = sorted(range(len(rows)), key=lambda place: _rank(rows[place], leading))
    with registry.change(_label(rows)) as change:
        for place in order:
            try:
                found = _write(registry, team, rows[place])
            except Refused as refused:
                problems += _at(place, refused.problems)
            else:
                warnings += _at(place, found)
        if problems:
            raise Refused(problems)
    return SheetWritten(changes=change.changes, warnings=tuple(warnings))


def _rank(row: SheetRow, leading: set[str]) -> tuple[bool, bool]:
    """What was there before what is new; who begins to lead after who may have stopped."""
    return fold(row.typed.get("role", "")) in leading, not row.number


def _write(registry: Registry, team: TeamId, row: SheetRow) -> Sequence[Problem]:
    """Write one row inside the open action; what is worth a look. Raises Refused."""
    if row.noun == "household":
        return _write_household(registry, team, row)
    if row.number:
        return members.edit(registry, row.number, row.typed).warnings
    written = write_new(registry, Membership(team_id=team), split(row.typed, row.person_id))
    for other in row.others:
        remember_different(registry.connection, ordered(written.person.id, PersonId(other)))
    return written.warnings


def _write_household(registry: Registry, team: TeamId, row: SheetRow) -> Sequence[Problem]:
    shelf = registry.inside.households
    base = shelf.one(row.number) if row.number else Household()
    head = row.person_id or (None if "head" in row.typed else base.head_id)
    value = inside.read(registry, "household", base, row.typed, team_id=base.team_id or team, head_id=head)
    if row.number:
        shelf.update(value)
    else:
        shelf.insert(value)
    return inside_checks.warnings(registry, value)


def _at(place: int, problems: Sequence[Problem]) -> list[Problem]:
    return [replace(problem, field=f"{place + 1}.{problem.field}") for problem in problems]


def _label(rows: Sequence[SheetRow]) -> str:
    """What the action is called: by what it is about."""
    kinds = {(row.noun, not row.number) for row in rows}
    if kinds == {("membership", True)} and len(rows) == 1:
        return members.ADD_ONE
    if len(kinds) == 1:
        return LABELS[kinds.pop()]
    nouns = {noun for noun, _new in kinds}
    return LABELS[nouns.pop(), False] if len(nouns) == 1 else inside.LABELS["team"][inside.EDIT]
