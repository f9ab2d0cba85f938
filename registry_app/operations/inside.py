"""What a user does with what is inside models: save, remove and end sites, teams, people, members, households and
camera points. Each is one action that can be undone."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain import kinds
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import TeamId
from registry_app.domain.inside_rules import dated_problems
from registry_app.domain.kinds import BadValue
from registry_app.domain.membership import Membership
from registry_app.domain.nouns import NOUNS
from registry_app.domain.options import END_REASONS
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from . import inside_checks, inside_removing, members
from .inside_text import Typed, link_problems
from .member_writing import split, under, write_new
from .typed import option_key

V = TypeVar("V", bound=Struct)
LABELS = {
    "site": (N_("Add site"), N_("Edit site"), N_("Delete sites"), N_("End sites")),
    "team": (N_("Add team"), N_("Edit team"), N_("Delete teams"), N_("End teams")),
    "person": (N_("Add person"), N_("Edit person"), N_("Delete people"), ""),
    "membership": (N_("Add member"), N_("Edit member"), N_("Delete members"), N_("End memberships")),
    "household": (N_("Add household"), N_("Edit household"), N_("Delete households"), N_("End households")),
    "camera_point": (
        N_("Add camera point"),
        N_("Edit camera point"),
        N_("Delete camera points"),
        N_("End camera points"),
    ),
    "result": (N_("Add result"), N_("Edit result"), N_("Delete results"), ""),
    "commendation": (N_("Add commendation"), N_("Edit commendation"), N_("Delete commendations"), ""),
    "exemplar": (
        N_("Add advanced example"),
        N_("Edit advanced example"),
        N_("Delete advanced examples"),
        N_("End advanced examples"),
    ),
    "recognition": (N_("Add recognition"), N_("Edit recognition"), N_("Delete recognitions"), ""),
}
"""What the actions are called in the history: add, edit, delete, end."""
ADD, EDIT, DELETE, END = range(4)


class Kept(Struct, frozen=True, kw_only=True):
    """What a save did: the row, its code ("" of what has none; of a member, the person's), and what is worth a look."""

    changes: Changes
    id: int
    code: str
    warnings: tuple[Problem, ...] = ()


def read(registry: Registry, noun: str, base: V, typed: Typed, **links: int | None) -> V:
    """The value that ``save`` would write over ``base``. Raises Refused with every problem, each at its field."""
    value, found = inside_checks.read(registry, noun, base, typed, links)
    if found:
        raise Refused(found)
    return value


def save(registry: Registry, noun: str, number: int, typed: Typed, **links: int | None) -> Kept:
    """Add (number 0) or change one row: what was typed by field name, and ``links`` (site_id, team_id, model_id,
    person_id, head_id) that were chosen. Fields and links not named stay. A member's own facts go to the person.

    Raises Refused with every problem, each at its field, NotFound, ReadOnly.
    """
    with registry.change(LABELS[noun][EDIT if number else ADD]) as change:
        if noun == "membership":
            kept = _save_member(registry, number, typed, links)
        else:
            kept = keep(registry, noun, number, typed, links)
    return replace(kept, changes=change.changes)


def remove(registry: Registry, noun: str, numbers: Sequence[int]) -> Changes:
    """Delete rows as one action. Raises Refused when something hangs on one of them, saying what to do; ReadOnly."""
    with registry.change(LABELS[noun][DELETE]) as change:
        inside_removing.remove(registry, noun, numbers)
    return change.changes


def end(
    registry: Registry, noun: str, numbers: Sequence[int], on: str, *, reason: str | None = None, paper: str = ""
) -> Changes:
    """Let rows hold until the day before ``on``, as one action; memberships keep why and by which paper.

    Raises Refused at on, reason or paper; of the n-th of several at "n.on"; ReadOnly.
    """
    with registry.change(LABELS[noun][END]) as change:
        ending = _read_end(noun, on, reason, paper)
        problems: list[Problem] = []
        for number, value in enumerate(registry.inside.of(noun).many(numbers), start=1):
            ended = replace(value, **ending)
            problems += under(number, numbers, _end_problems(value, ended))
            registry.inside.of(noun).update(ended)
        if problems:
            raise Refused(problems)
    return change.changes


def keep(registry: Registry, noun: str, number: int, typed: Typed, links: Mapping[str, int | None]) -> Kept:
    """As ``save``, inside an open action; not for members. Its changes are empty."""
    shelf = registry.inside.of(noun)
    base: Any = shelf.one(number) if number else NOUNS[noun].value()
    value = read(registry, noun, base, typed, **links)
    if not number:
        number = shelf.insert(value)
    elif value != base:
        shelf.update(value)
    value = shelf.one(number)
    return Kept(
        changes=Changes(),
        id=number,
        code=getattr(value, "code", ""),
        warnings=inside_checks.warnings(registry, value),
    )


def _save_member(registry: Registry, number: int, typed: Typed, links: dict[str, int | None]) -> Kept:
    if found := link_problems(registry, links):
        raise Refused(found)
    if number:
        written = members.edit(registry, number, typed, **links)
    else:
        new = split(typed, links.get("person_id"))
        written = write_new(registry, Membership(team_id=TeamId(links.get("team_id") or 0)), new)
    return Kept(changes=Changes(), id=written.membership.id, code=written.person.code, warnings=written.warnings)


def _read_end(noun: str, on: str, reason: str | None, paper: str) -> dict[str, object]:
    """The attributes that say that something is over. Raises Refused."""
    try:
        day = kinds.PARTIAL.parse(on, date.today())
    except BadValue as wrong:
        raise Refused([Problem("on", wrong.text, wrong.values)]) from None
    if not day:
        raise Refused([Problem("on", N_("Give the day from which it is over."))])
    if noun != "membership":
        return {"valid_to": day}
    try:
        return {
            "valid_to": day,
            "end_reason": option_key(END_REASONS, reason or ""),
            "end_paper": kinds.TEXT.parse(paper, date.today()),
        }
    except BadValue as wrong:
        raise Refused([Problem("reason", wrong.text, wrong.values)]) from None


def _end_problems(value: Any, ended: Any) -> list[Problem]:
    if value.valid_to:
        return [Problem("on", N_("It has an end already ({day})."), {"day": kinds.PARTIAL.show(value.valid_to)})]
    return [replace(problem, field="on") for problem in dated_problems(ended)]
