"""Writes one member – the person and the membership together – inside an open action."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import RoleId
from registry_app.domain.membership import Membership
from registry_app.domain.person import FIELDS as PERSON_FIELDS
from registry_app.domain.person import Person
from registry_app.store.registry import Registry

from . import inside_checks
from .inside_text import Typed, link_problems

NONE: Mapping[str, int | None] = {}
PERSONAL = frozenset(field.name for field in PERSON_FIELDS if field.page) - {"notes"}
"""Fields of a member that are the person's own."""


class NewMember(Struct, frozen=True, kw_only=True):
    """What is typed for one member: ``person_id`` of somebody whom the register knows, else the fields of ``person``;
    of somebody known, what ``person`` gives is written unless it is blank. A role that is not given is the first plain
    one."""

    person: Typed = field(default_factory=dict)
    person_id: int | None = None
    membership: Typed = field(default_factory=dict)


class Written(Struct, frozen=True, kw_only=True):
    """A person and a membership as they stand in the register now, and what is worth a look about them."""

    person: Person
    membership: Membership
    warnings: tuple[Problem, ...]


def split(typed: Typed, person_id: int | None = None) -> NewMember:
    """The fields of a member's row by whose they are."""
    return NewMember(
        person={name: text for name, text in typed.items() if name in PERSONAL},
        person_id=person_id,
        membership={name: text for name, text in typed.items() if name not in PERSONAL},
    )


def write_new(registry: Registry, base: Membership, typed: NewMember) -> Written:
    """Add a member as ``base`` with what was typed. Raises Refused with the problems of person and membership."""
    person, texts = Person(), typed.person
    if typed.person_id:
        found = registry.inside.people.many([typed.person_id])
        if not found:
            raise Refused(link_problems(registry, {"person_id": typed.person_id}))
        person = found[0]
        texts = {name: text for name, text in texts.items() if text.strip()}
    role = plain_role(registry) if "role" not in typed.membership and not base.role_id else base.role_id
    return write(registry, replace(base, role_id=role), person, texts, typed.membership)


def write(
    registry: Registry,
    base: Membership,
    person: Person,
    own: Typed,
    typed: Typed,
    links: Mapping[str, int | None] = NONE,
) -> Written:
    """Write what was typed over a person and a membership, each new when its number is 0. Raises Refused."""
    changed_person, problems = inside_checks.read(registry, "person", person, own, {})
    changed, more = inside_checks.read(registry, "membership", _of(base, person), typed, links)
    if problems := [*problems, *more]:
        raise Refused(problems)
    warnings: tuple[Problem, ...] = ()
    if changed_person != person or not person.id:
        changed_person = _kept_person(registry, changed_person)
        warnings = inside_checks.warnings(registry, changed_person)
    changed = replace(changed, person_id=changed_person.id)
    if not base.id:
        changed = replace(changed, id=registry.inside.members.insert(changed))
    elif changed != base:
        registry.inside.members.update(changed)
    warnings += inside_checks.warnings(registry, changed)
    return Written(person=changed_person, membership=changed, warnings=warnings)


def _of(base: Membership, person: Person) -> Membership:
    return base if base.id else replace(base, person_id=person.id)


def plain_role(registry: Registry, kind: str = "member") -> RoleId:
    """The first role in use of that kind; 0 when there is none."""
    found = (role.id for role in registry.lists.roles.values() if role.kind == kind and not role.retired)
    return RoleId(next(found, 0))


def _kept_person(registry: Registry, person: Person) -> Person:
    people = registry.inside.people
    if person.id:
        people.update(person)
        return person
    return people.one(people.insert(person))


def under(number: int, several: Sequence[object], problems: Sequence[Problem]) -> list[Problem]:
    """``problems`` of the n-th of ``several``, told at "n.field"; of one alone, as they are."""
    lead = f"{number}." if len(several) > 1 else ""
    return [replace(problem, field=lead + problem.field) for problem in problems]
