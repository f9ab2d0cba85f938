"""The parts of replacing a leader (kiện toàn), inside an open action: what was typed of the act, the end of the old
memberships, what the old leader stays as."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain import kinds
from registry_app.domain.dates import first_day
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import MembershipId, RoleId
from registry_app.domain.inside_rules import dated_problems
from registry_app.domain.kinds import BadValue
from registry_app.domain.membership import MemberRow, Membership
from registry_app.domain.options import END_REASONS
from registry_app.domain.words import N_
from registry_app.store.registry import Registry

from .typed import Unknown, find, option_key


class Act(Struct, frozen=True, kw_only=True):
    """A replacement as it was read: ISO day, paper, key of the reason, the role in which the old leader stays."""

    on: str
    paper: str
    reason: str | None
    stays: RoleId | None

    @property
    def day(self) -> date:
        """The day from which the new leader leads."""
        return first_day(self.on)


def read_act(registry: Registry, typed: dict[str, str]) -> Act:
    """The act from the texts on, paper, reason and old_stays_as. Raises Refused, problems at these fields."""
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for name, text in typed.items():
        try:
            values[name] = _read(registry, name, text)
        except (BadValue, Unknown) as wrong:
            problems.append(Problem(name, wrong.text, wrong.values))
    if problems:
        raise Refused(problems)
    return Act(on=values["on"], paper=values["paper"], reason=values["reason"], stays=values["old_stays_as"])  # type: ignore[arg-type]


def end(registry: Registry, rows: Iterable[MemberRow], act: Act, reason: str | None) -> tuple[MembershipId, ...]:
    """End the memberships of ``rows`` by the act. Raises Refused, told at "on"."""
    ended = []
    for row in rows:
        value = replace(registry.inside.members.one(row.id), valid_to=act.on, end_reason=reason, end_paper=act.paper)
        if found := dated_problems(value):
            raise Refused([replace(found[0], field="on")])
        registry.inside.members.update(value)
        ended.append(row.id)
    return tuple(ended)


def stay(registry: Registry, row: MemberRow, act: Act) -> None:
    """Let the old leader go on in the role that was chosen, if one was."""
    if act.stays is not None:
        registry.inside.members.insert(
            Membership(
                person_id=row.person_id,
                team_id=row.team_id,
                role_id=act.stays,
                valid_from=act.on,
                paper_number=act.paper,
            )
        )


def _read(registry: Registry, name: str, text: str) -> object:
    if name == "paper":
        return kinds.TEXT.parse(text, date.today())
    if name == "reason":
        return option_key(END_REASONS, text)
    if name == "on":
        day = kinds.PARTIAL.parse(text, date.today())
        if not day:
            raise BadValue(N_("Give the day from which the new leader leads."))
        return day
    return _staying_role(registry, text) if text.strip() else None


def _staying_role(registry: Registry, text: str) -> int:
    role = find(registry.lists.roles.values(), text)
    if registry.lists.roles[RoleId(role.id)].kind == "leader":
        raise BadValue(N_("“{role}” leads too; choose a role that does not."), role=role.name)
    return role.id
