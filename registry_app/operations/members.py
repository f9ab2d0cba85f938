"""What a user does with the members of a team: add several at once, change one, replace the leader (kiện toàn)."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import MembershipId, PersonId, TeamId
from registry_app.domain.inside_rules import holds
from registry_app.domain.membership import MemberRow, Membership
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from . import inside_checks, leader_act
from .inside_text import Typed
from .leader_act import Act
from .member_writing import NewMember, Written, plain_role, split, under, write, write_new

ADD_ONE, ADD_SEVERAL, REPLACE = N_("Add member"), N_("Add members"), N_("Replace the leader")


class Added(Struct, frozen=True, kw_only=True):
    """What was added: memberships, people and their codes, in order; ``warnings`` did not keep them from it and are
    told at the fields that problems would be."""

    changes: Changes
    ids: tuple[MembershipId, ...]
    people: tuple[PersonId, ...]
    codes: tuple[str, ...]
    warnings: tuple[Problem, ...]


class Checked(Struct, frozen=True, kw_only=True):
    """What adding would say, without doing it; fields of the n-th of several start with "n."."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


class Replaced(Struct, frozen=True, kw_only=True):
    """Who leads now: the membership and the person's code; ``ended`` are the memberships that are over with it."""

    changes: Changes
    id: MembershipId
    code: str
    ended: tuple[MembershipId, ...]
    warnings: tuple[Problem, ...]


def add(registry: Registry, team: TeamId, members: Sequence[NewMember]) -> Added:
    """Add members to a team as one action, all or nothing.

    Raises Refused (fields of the n-th of several start with "n."), ReadOnly.
    """
    with registry.change(ADD_ONE if len(members) == 1 else ADD_SEVERAL) as change:
        written, problems = _write_all(registry, team, members)
        if problems:
            raise Refused(problems)
    return Added(
        changes=change.changes,
        ids=tuple(one.membership.id for one in written),
        people=tuple(one.person.id for one in written),
        codes=tuple(one.person.code for one in written),
        warnings=_all_warnings(written),
    )


def check(registry: Registry, team: TeamId, members: Sequence[NewMember]) -> Checked:
    """What ``add`` would say of ``members``; nothing is written. Raises ReadOnly."""
    with registry.rehearsal():
        written, problems = _write_all(registry, team, members)
    return Checked(problems=tuple(problems), warnings=_all_warnings(written))


def edit(registry: Registry, number: int, typed: Typed, **links: int | None) -> Written:
    """Write what was typed in a member's row inside an open action: the person's own fields to the person, the others
    and the links to the membership. Raises Refused, NotFound."""
    base = registry.inside.members.one(number)
    person = registry.inside.people.one(links.get("person_id") or base.person_id)
    parts = split(typed)
    return write(registry, base, person, parts.person, parts.membership, links)


def replace_leader(
    registry: Registry,
    team: TeamId,
    *,
    leader: NewMember,
    on: str,
    paper: str,
    reason: str = "replaced",
    old_stays_as: str = "",
) -> Replaced:
    """Kiện toàn as one action: whoever leads on the day ``on`` stops then for ``reason`` (of END_REASONS) by ``paper``
    and, if ``old_stays_as`` names a role, stays in it; ``leader`` begins, and stops being what they were in the team.

    Raises Refused (at on, reason, paper, old_stays_as, or a field of the leader), ReadOnly.
    """
    with registry.change(REPLACE) as change:
        _refuse_gone(registry, team)
        typed = {"on": on, "paper": paper, "reason": reason, "old_stays_as": old_stays_as}
        act = leader_act.read_act(registry, typed)
        now = [row for row in inside_checks.team_rows(registry, team) if holds(row, act.day)]
        leaving = [row for row in now if row.role_kind == "leader"]
        rising = [row for row in now if row.person_id == leader.person_id]
        _refuse_same(leader, leaving)
        ended = leader_act.end(registry, leaving, act, act.reason) + leader_act.end(registry, rising, act, None)
        for row in leaving:
            leader_act.stay(registry, row, act)
        written = _begin(registry, team, leader, act)
    return Replaced(
        changes=change.changes,
        id=written.membership.id,
        code=written.person.code,
        ended=ended,
        warnings=written.warnings,
    )


def _write_all(registry: Registry, team: TeamId, members: Sequence[NewMember]) -> tuple[list[Written], list[Problem]]:
    """Write one after the other, each seen by those after it; those that are refused are told and left out."""
    written: list[Written] = []
    problems: list[Problem] = []
    _refuse_gone(registry, team)
    for number, one in enumerate(members, start=1):
        try:
            done = write_new(registry, Membership(team_id=team), one)
        except Refused as refused:
            problems += under(number, members, refused.problems)
            continue
        written.append(replace(done, warnings=tuple(under(number, members, done.warnings))))
    return written, problems


def _all_warnings(written: Iterable[Written]) -> tuple[Problem, ...]:
    return tuple(warning for one in written for warning in one.warnings)


def _refuse_gone(registry: Registry, team: TeamId) -> None:
    if not registry.inside.teams.many([team]):
        raise Refused([Problem("team", N_("This team is no longer in the register."))])


def _begin(registry: Registry, team: TeamId, leader: NewMember, act: Act) -> Written:
    """Let the new leader begin; what the act does not say of them may have been typed. Raises Refused."""
    base = Membership(team_id=team, role_id=plain_role(registry, "leader"), valid_from=act.on, paper_number=act.paper)
    written = write_new(registry, base, leader)
    if registry.lists.roles[written.membership.role_id].kind != "leader":
        raise Refused([Problem("role", N_("Choose a role that leads."))])
    return written


def _refuse_same(leader: NewMember, leaving: Iterable[MemberRow]) -> None:
    for row in leaving:
        if row.person_id == leader.person_id:
            raise Refused([Problem("name", N_("{name} leads this team already."), {"name": row.name})])
