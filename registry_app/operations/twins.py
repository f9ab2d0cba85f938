"""One person entered twice: who may be, what joining two rows would move, and the joining, taken back by one undo."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from registry_app.domain import identity, kinds
from registry_app.domain.cleaning import line
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import PersonId
from registry_app.domain.kinds import BadValue, Kind
from registry_app.domain.membership import MemberRow, Membership
from registry_app.domain.person import Person
from registry_app.domain.search import Moment
from registry_app.domain.twins import (
    BOTH,
    DROP,
    JOINABLE,
    KEEP,
    MERGED,
    Lives,
    Pair,
    Twin,
    are_apart,
    in_order,
    lives,
    merged,
    strength,
    usual_choice,
)
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_
from registry_app.store import twins as store
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

Typed = Mapping[str, str]
KNOWN_BY: Mapping[str, Kind] = {"born": kinds.PARTIAL, "id_number": identity.ID_NUMBER, "phone": identity.PHONE}
"""What is compared besides the name, and how it is read."""


class JoinedTime(Struct, frozen=True, kw_only=True):
    """Two times in one team that become one: ``rows`` as they are, ``result`` as it will be, ``role`` its role."""

    rows: tuple[MemberRow, ...]
    result: Membership
    role: str


class MergePreview(Struct, frozen=True, kw_only=True):
    """What joining would make of two people. ``result`` is the one that stays; ``moved`` are memberships that go over
    as they are, ``joined`` those that become one; the numbers count what goes over besides."""

    keep: Person
    drop: Person
    result: Person
    moved: tuple[MemberRow, ...]
    joined: tuple[JoinedTime, ...]
    courses: int
    households: int
    honours: int
    files: int


# -- who may be one ----------------------------------------------------------------------------------------------------


def likely(registry: Registry, asked: Typed | PersonId, *, but: PersonId = PersonId(0)) -> tuple[Twin, ...]:
    """Who in the register may be the person ``asked``: what was typed so far (name, born, id_number, phone; what cannot
    be read counts as blank), or somebody of the register. The likeliest first; never ``but``, nor whom somebody has
    said not to be that person. Nothing is written."""
    if not isinstance(asked, Mapping):
        but = asked
    facts = _facts_typed(asked) if isinstance(asked, Mapping) else _facts_of(registry.inside.people.one(asked))
    connection = registry.connection
    found = store.like(connection, facts, but)
    if but:
        for one, other in store.different(connection, but):
            found.pop(other if one == but else one, None)
    rows = registry.inside.people.window(sorted(found), Moment(date.today()))
    made = [
        Twin(person=row, reasons=in_order(found[row.id]), apart=are_apart(row.id_number, facts.id_number))
        for row in rows
    ]
    return tuple(sorted(made, key=lambda twin: (-strength(twin.reasons, apart=twin.apart), twin.person.id)))


def pairs(registry: Registry) -> tuple[Pair, ...]:
    """Every two people of the register who may be one, the likeliest first; not those that somebody has said are not
    the same person."""
    found = store.every_pair(registry.connection)
    numbers = store.id_numbers(registry.connection, {person for two in found for person in two})
    made = [
        Pair(
            one=PersonId(one),
            other=PersonId(other),
            reasons=in_order(reasons),
            apart=are_apart(numbers[one], numbers[other]),
        )
        for (one, other), reasons in found.items()
    ]
    return tuple(sorted(made, key=lambda pair: (-strength(pair.reasons, apart=pair.apart), pair.one, pair.other)))


def _facts_typed(typed: Typed) -> store.Facts:
    read = {name: _readable(kind, typed.get(name, "")) for name, kind in KNOWN_BY.items()}
    return store.Facts(
        name=fold(line(typed.get("name", ""))),
        year=read["born"][:4],
        id_number=read["id_number"],
        phone=read["phone"],
    )


def _facts_of(person: Person) -> store.Facts:
    return store.Facts(
        name=fold(person.name), year=(person.born or "")[:4], id_number=person.id_number, phone=person.phone
    )


def _readable(kind: Kind, text: str) -> str:
    try:
        return kind.parse(text, date.today())
    except BadValue:
        return ""


# -- saying that they are not ------------------------------------------------------------------------------------------


def not_the_same(registry: Registry, one: PersonId, other: PersonId) -> Changes:
    """Keep in mind that these are two people: they are not offered as one again. Raises Refused, ReadOnly."""
    _refuse_one(one, other)
    with registry.change(N_("Not the same person")) as change:
        store.remember_different(registry.connection, store.ordered(one, other))
    return change.changes


# -- joining -----------------------------------------------------------------------------------------------------------


def preview(
    registry: Registry, keep: PersonId, drop: PersonId, fields: Mapping[str, str] | None = None
) -> MergePreview:
    """What ``merge`` would do; ``fields`` as there, None for the usual choice. Nothing is written. Raises Refused,
    NotFound."""
    mine, other = _two(registry, keep, drop)
    chosen = usual_choice(mine, other) if fields is None else fields
    _refuse_fields(chosen)
    found = _lives(registry, keep, drop)
    connection = registry.connection
    return MergePreview(
        keep=mine,
        drop=other,
        result=merged(mine, other, chosen),
        moved=tuple(_rows(registry, [one.id for one in found.moved])),
        joined=tuple(_joined(registry, found)),
        courses=len(found.courses_moved),
        households=len(store.households(connection, drop)),
        honours=store.honours(connection, drop),
        files=len(store.attachments(connection, drop)),
    )


def merge(registry: Registry, keep: PersonId, drop: PersonId, fields: Mapping[str, str] | None = None) -> Changes:
    """Make one person of two, as one action. ``fields`` says of each attribute (twins.MERGED) whose value stays,
    ``keep`` or ``drop``, or ``both`` for phone and notes; what is not named stays as ``keep`` has it, None asks for the
    usual choice, and a blank is always filled from the other. Memberships, courses, households, honours and files go
    over; times in the same team that overlap become one. ``drop`` is in no list any more, the history keeps it.

    Raises Refused, NotFound, ReadOnly.
    """
    with registry.change(N_("Join people")) as change:
        mine, other = _two(registry, keep, drop)
        chosen = usual_choice(mine, other) if fields is None else fields
        _refuse_fields(chosen)
        found = _lives(registry, keep, drop)
        inside = registry.inside
        for gone in found.gone:
            inside.members.delete(gone.id)
        for one in (*found.moved, *found.joined):
            inside.members.update(one)
        store.move_courses(registry.connection, found.courses_moved, found.courses_gone)
        store.hand_over(registry.connection, drop, keep)
        inside.people.update(merged(mine, other, chosen))
    return change.changes


def _two(registry: Registry, keep: PersonId, drop: PersonId) -> tuple[Person, Person]:
    """Both people, of whom neither was joined into another. Raises Refused, NotFound."""
    _refuse_one(keep, drop)
    people = registry.inside.people
    found = people.one(keep), people.one(drop)
    for person in found:
        if store.replaced_by(registry.connection, person.id):
            heir = people.one(store.heir(registry.connection, person.id))
            text = N_("{code} was joined into {heir} before; take that one.")
            raise Refused([Problem("", text, {"code": person.code, "heir": heir.code})])
    return found


def _refuse_one(one: PersonId, other: PersonId) -> None:
    if one == other:
        raise Refused([Problem("", N_("This is one person only; choose two."))])


def _refuse_fields(fields: Mapping[str, str]) -> None:
    problems = []
    for name, chosen in fields.items():
        allowed = (KEEP, DROP, BOTH) if name in JOINABLE else (KEEP, DROP)
        if name not in MERGED or chosen not in allowed:
            text = N_("“{choice}” cannot be chosen for “{field}”.")
            problems.append(Problem(name, text, {"choice": chosen, "field": name}))
    if problems:
        raise Refused(problems)


def _lives(registry: Registry, keep: PersonId, drop: PersonId) -> Lives:
    members, connection = registry.inside.members, registry.connection
    return lives(
        keep,
        members.where("person_id", keep),
        members.where("person_id", drop),
        store.courses(connection, keep),
        store.courses(connection, drop),
    )


def _joined(registry: Registry, found: Lives) -> list[JoinedTime]:
    """The times that become one, each with all the rows that go into it."""
    made = []
    for result in found.joined:
        parts = [one.id for one in found.gone if one.team_id == result.team_id]
        role = registry.lists.roles[result.role_id].name
        made.append(JoinedTime(rows=tuple(_rows(registry, [result.id, *parts])), result=result, role=role))
    return made


def _rows(registry: Registry, ids: Sequence[int]) -> list[MemberRow]:
    return registry.inside.members.window(ids, Moment(date.today()))
