"""Who serves in the sample ward's teams: leaders replaced in due form, some gone, some in several teams, a few
leaders missing."""

from collections.abc import Sequence
from random import Random

from registry_app.domain.ids import PersonId, RoleId, TeamId
from registry_app.domain.membership import Membership
from registry_app.domain.team import Team
from registry_app.store.registry import Registry

from .sample_days import Days
from .sample_people import People, Wish

REPLACED, VACANT, LEFT, JOINED_LATER, SEVERAL = 12, 2, 3, 15, 6
"""Of a hundred teams: leader replaced, leader gone; of a hundred members: left before, joined later, known already."""
LARGE = 10
"""From so many members on there are two deputies."""
TWINS = 8
"""So many people stand in the register twice, to be found."""
LEAVING = ("resigned", "moved", "moved", "other", "deceased")
LEADER_AGE = 34


class Members:
    """Fills teams with people."""

    def __init__(self, registry: Registry, people: People, chance: Random, days: Days) -> None:
        self._registry, self._people, self._chance, self._days = registry, people, chance, days
        self._serving: dict[TeamId, list[PersonId]] = {}
        self._living: dict[int, list[PersonId]] = {}
        self._force: list[PersonId] = []

    def heads(self, team: TeamId) -> Sequence[PersonId]:
        """Who of ``team`` may be head of a household of it."""
        return self._serving[team]

    def fill(self, team: Team, wish: Wish, size: int, roles: Sequence[RoleId], end_paper: str) -> None:
        """``size`` members with ``roles`` (leader, deputy, member), and who was there before them."""
        known: list[PersonId] = []
        deputies = 2 if size >= LARGE else 1
        for place in range(size):
            role = roles[0 if place == 0 else 1 if place <= deputies else 2]
            person = self._somebody(wish, known, leads=place == 0)
            known.append(person)
            begun = self._begun(team, person)
            if place == 0 and team.valid_to is None:
                self._lead(team, wish, person, roles, begun, known)
                continue
            self._add(team, person, role, begun, over=team.valid_to, paper=end_paper)
            if self._chance.randrange(100) < LEFT:
                self._somebody_left(team, wish, roles[2])
        self._serving[team.id] = known
        if not wish.family:
            self._living.setdefault(wish.place, []).extend(known)
        if wish.schooled and team.valid_to:
            self._force.extend(known)

    def repeat_some(self) -> None:
        """Let some people stand in the register a second time, as lists from several bodies have them."""
        teams = [team for team in self._serving if len(self._serving[team]) > LARGE]
        for place in range(TWINS):
            team = self._registry.inside.teams.one(teams[(place * 7) % len(teams)])
            other = self._serving[teams[(place * 5 + 3) % len(teams)]][4]
            role = self._registry.inside.members.where("team_id", team.id)[-1].role_id
            self._add(team, self._people.again(other), role, team.valid_from, over=team.valid_to, paper="")

    def _somebody(self, wish: Wish, known: Sequence[PersonId], *, leads: bool) -> PersonId:
        if wish.schooled and self._force and self._chance.randrange(100) < 40:
            return self._force.pop()
        near = self._living.get(wish.place, ())
        if near and not wish.family and self._chance.randrange(100) < SEVERAL:
            person = self._chance.choice(near)
            if person not in known and self._fits(person, wish):
                return person
        low, high = wish.ages
        if leads:
            low = min(max(low, LEADER_AGE), high)
        return self._people.new(
            Wish(
                area=wish.area,
                place=wish.place,
                ages=(low, high),
                year=wish.year,
                women=wish.women,
                family=wish.family if leads or self._chance.randrange(10) else "",
                schooled=wish.schooled,
            )
        )

    def _fits(self, person: PersonId, wish: Wish) -> bool:
        age = wish.year - int((self._people.made[person].born or "0")[:4])
        return wish.ages[0] <= age <= wish.ages[1] and not wish.schooled

    def _begun(self, team: Team, person: PersonId) -> str:
        begun = team.valid_from or ""
        if self._chance.randrange(100) < JOINED_LATER:
            begun = self._days.later(begun, 1200, team.valid_to)
        return self._days.grown_up(begun, self._people.made[person].born or "", team.valid_to)

    def _lead(
        self, team: Team, wish: Wish, leader: PersonId, roles: Sequence[RoleId], begun: str, known: list[PersonId]
    ) -> None:
        drawn = self._chance.randrange(100)
        over = self._days.ended(begun, 3000) if drawn < REPLACED + VACANT else None
        if over is None:
            self._add(team, leader, roles[0], begun, paper=team.paper_number)
            return
        if drawn < VACANT:
            reason = self._chance.choice(("moved", "deceased", "resigned"))
            self._add(team, leader, roles[0], begun, over=over, reason=reason)
            known.remove(leader)
            return
        paper = f"{self._chance.randint(20, 260)}/QĐ-UBND"
        self._add(team, leader, roles[0], begun, over=over, reason="replaced", paper=paper)
        if self._chance.randrange(2) and not wish.schooled:
            self._add(team, leader, roles[2], over)
        else:
            known.remove(leader)
        after = self._somebody(wish, (*known, leader), leads=True)
        self._add(team, after, roles[0], over, paper=paper)
        known.insert(0, after)

    def _somebody_left(self, team: Team, wish: Wish, role: RoleId) -> None:
        person = self._people.new(wish)
        begun = self._days.grown_up(team.valid_from or "", self._people.made[person].born or "", team.valid_to)
        over = self._days.ended(begun, 2500, team.valid_to)
        if over:
            self._add(team, person, role, begun, over=over, reason=self._chance.choice(LEAVING))

    def _add(
        self,
        team: Team,
        person: PersonId,
        role: RoleId,
        begun: str | None,
        *,
        over: str | None = None,
        reason: str | None = None,
        paper: str = "",
    ) -> None:
        self._registry.inside.members.insert(
            Membership(
                person_id=person,
                team_id=team.id,
                role_id=role,
                valid_from=begun,
                valid_to=over,
                paper_number=paper if over is None else "",
                end_reason=(reason or "other") if over else None,
                end_paper=paper if over else "",
            )
        )
