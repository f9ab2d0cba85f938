"""Members of a team: added several at once or not at all, changed in their row, and the leader replaced in one act."""

from collections.abc import Sequence
from datetime import date

import pytest

from registry_app.domain.errors import NotFound, Problem, Refused
from registry_app.domain.ids import TeamId
from registry_app.domain.inside_rules import holds
from registry_app.domain.membership import MemberRow
from registry_app.domain.search import Moment
from registry_app.operations import inside, inside_checks, members
from registry_app.operations.member_writing import NewMember
from registry_app.store.registry import Registry

from .. import peopled
from ..insides import add_member, add_site, add_team
from ..making import TODAY


def fields(problems: Sequence[Problem]) -> list[str]:
    """Where the problems are told."""
    return [problem.field for problem in problems]


def refused(registry: Registry, team: TeamId, *new: NewMember) -> list[str]:
    """At which fields adding is refused; nothing may have been saved."""
    before = registry.undoable
    with pytest.raises(Refused) as told:
        members.add(registry, team, new)
    assert registry.undoable == before
    return fields(told.value.problems)


def new(name: str, role: str | None = None, **person: str) -> NewMember:
    """Somebody new, in a role."""
    return NewMember(person={"name": name, **person}, membership={} if role is None else {"role": role})


def roster(registry: Registry, team: TeamId, on: str = TODAY.isoformat()) -> list[tuple[str, str]]:
    """Who was what in the team on a day, in the order of entry."""
    rows: Sequence[MemberRow] = inside_checks.team_rows(registry, team)
    return [(row.name, row.role) for row in rows if holds(row, date.fromisoformat(on))]


# -- adding ------------------------------------------------------------------------------------------------------------


def test_new_people_and_known_ones_become_members_in_one_action(registry: Registry) -> None:
    team = add_team(registry)
    known = peopled.person(registry, "Lê Thị Chín", phone="0987654321")

    added = members.add(registry, team, [new("Nguyễn Văn An", "tổ trưởng"), NewMember(person_id=known)])

    assert roster(registry, team) == [("Nguyễn Văn An", "Tổ trưởng"), ("Lê Thị Chín", "Tổ viên")]
    assert added.codes == ("NG-00002", "NG-00001")
    assert added.people[1] == known
    registry.undo()
    assert roster(registry, team) == []
    assert len(registry.inside.people.many([1, 2])) == 1


def test_what_is_typed_of_somebody_known_is_written_unless_it_is_blank(registry: Registry) -> None:
    team = add_team(registry)
    known = peopled.person(registry, "Lê Thị Chín", phone="0987654321", address="Số 1")

    members.add(registry, team, [NewMember(person_id=known, person={"phone": " ", "address": "Số 2"})])

    person = registry.inside.people.one(known)
    assert (person.phone, person.address) == ("0987654321", "Số 2")


def test_problems_are_told_by_the_number_of_the_member_all_at_once(registry: Registry) -> None:
    team = add_team(registry)
    wrong = NewMember(person={"name": "Bình", "phone": "abc"}, membership={"role": "Vua", "valid_from": "32/1"})

    told = refused(registry, team, new("An"), wrong, new("", born="2030"))

    assert told == ["2.phone", "2.role", "2.valid_from", "3.name", "3.born"]


def test_of_one_member_alone_the_field_is_told_without_a_number(registry: Registry) -> None:
    assert refused(registry, add_team(registry), new("An", "")) == ["role"]


def test_two_leaders_in_one_paste_are_refused_at_the_second(registry: Registry) -> None:
    assert refused(registry, add_team(registry), new("An", "Tổ trưởng"), new("Bình", "Chủ nhiệm")) == ["2.role"]


def test_somebody_who_is_in_the_team_cannot_be_added_again(registry: Registry) -> None:
    team = add_team(registry)
    person, _membership = add_member(registry, team, "An")

    assert refused(registry, team, NewMember(person_id=person)) == ["name"]
    assert refused(registry, team, new("Bình"), *[NewMember(person_id=person)] * 2) == ["2.name", "3.name"]


def test_a_person_may_serve_in_several_teams(registry: Registry) -> None:
    first = add_team(registry)
    second = add_team(registry, "Tổ 2", registry.inside.teams.one(first).site_id)
    person, _membership = add_member(registry, first, "An")

    members.add(registry, second, [NewMember(person_id=person)])

    (row,) = registry.inside.people.window([person], Moment(TODAY))
    assert row.teams == ("Tổ liên gia số 1", "Tổ 2")


def test_a_team_or_person_that_is_gone_is_told(registry: Registry) -> None:
    assert refused(registry, TeamId(99), new("An")) == ["team"]
    assert refused(registry, add_team(registry), NewMember(person_id=99)) == ["name"]


def test_warnings_are_told_by_number_too(registry: Registry) -> None:
    team = add_team(registry, valid_from="2026-01-01")
    early = NewMember(person={"name": "Bình", "id_number": "012345678"}, membership={"valid_from": "2025"})

    added = members.add(registry, team, [new("An"), early])

    assert fields(added.warnings) == ["2.id_number", "2.valid_from"]


def test_checking_says_what_adding_would_and_leaves_no_trace(registry: Registry) -> None:
    team = add_team(registry)
    before = peopled.everything(registry)

    checked = members.check(registry, team, [new("", "Tổ trưởng"), new("An", "Tổ trưởng", id_number="012345678")])

    assert fields(checked.problems) == ["1.name"]
    assert fields(checked.warnings) == ["2.id_number"]
    assert peopled.everything(registry) == before
    assert members.add(registry, team, [new("An")]).codes == ("NG-00001",)


@pytest.mark.parametrize(("born", "told"), [("1950", ["born"]), ("2009", ["born"]), ("1980", [])])
def test_the_force_has_ages_of_its_own(registry: Registry, born: str, told: list[str]) -> None:
    force = add_team(registry, "Tổ bảo vệ ANTT số 1", add_site(registry, kind_of_model="BVAN"))
    other = add_team(registry, "Tổ 1", add_site(registry, "Tổ 6"))

    assert fields(members.add(registry, force, [new("An", born=born)]).warnings) == told
    assert fields(members.add(registry, other, [new("Bình", born=born)]).warnings) == []


# -- one member's row --------------------------------------------------------------------------------------------------


def test_the_row_of_a_member_writes_to_the_person_and_to_the_membership(registry: Registry) -> None:
    team = add_team(registry)
    person, number = add_member(registry, team, "An")

    kept = inside.save(registry, "membership", number, {"phone": "912345678", "role": "Tổ phó", "notes": "mới"})

    assert registry.inside.people.one(person).phone == "0912345678"
    assert registry.inside.people.one(person).notes == ""
    assert registry.inside.members.one(number).notes == "mới"
    assert roster(registry, team) == [("An", "Tổ phó")]
    assert (kept.id, kept.code) == (number, "NG-00001")
    registry.undo()
    assert registry.inside.people.one(person).phone == ""


def test_a_new_row_makes_a_member_of_a_new_or_a_known_person(registry: Registry) -> None:
    team = add_team(registry)
    known = peopled.person(registry, "Bình")

    inside.save(registry, "membership", 0, {"name": "An", "role": "Tổ trưởng"}, team_id=team)
    inside.save(registry, "membership", 0, {"role": "Tổ phó"}, team_id=team, person_id=known)

    assert roster(registry, team) == [("An", "Tổ trưởng"), ("Bình", "Tổ phó")]


def test_a_new_row_without_a_team_is_refused(registry: Registry) -> None:
    with pytest.raises(Refused) as told:
        inside.save(registry, "membership", 0, {"name": "An"})

    assert fields(told.value.problems) == ["team"]


def test_a_member_moves_to_another_team_by_a_link(registry: Registry) -> None:
    first = add_team(registry)
    second = add_team(registry, "Tổ 2", registry.inside.teams.one(first).site_id)
    _person, number = add_member(registry, first, "An")

    inside.save(registry, "membership", number, {}, team_id=second)

    assert roster(registry, first) == []
    assert roster(registry, second) == [("An", "Tổ viên")]


def test_the_facts_of_a_person_may_be_put_right_although_the_membership_breaks_a_rule(registry: Registry) -> None:
    team = add_team(registry)
    add_member(registry, team, "An", "Tổ trưởng")
    person, number = add_member(registry, team, "Bình", "Tổ trưởng")

    inside.save(registry, "membership", number, {"phone": "0912345678"})

    assert registry.inside.people.one(person).phone == "0912345678"
    with pytest.raises(Refused):
        inside.save(registry, "membership", number, {"notes": "x"})


def test_a_row_that_is_gone_cannot_be_saved(registry: Registry) -> None:
    with pytest.raises(NotFound):
        inside.save(registry, "membership", 7, {"phone": "0912345678"})


# -- replacing the leader ----------------------------------------------------------------------------------------------


def test_replacing_ends_the_old_leader_and_begins_the_new_by_one_paper(registry: Registry) -> None:
    team = add_team(registry)
    _old, number = add_member(registry, team, "An", "Tổ trưởng", valid_from="2024-01-01")

    done = members.replace_leader(registry, team, leader=new("Bình"), on="1/6/2026", paper="12/QĐ-UBND")

    assert roster(registry, team, "2026-05-31") == [("An", "Tổ trưởng")]
    assert roster(registry, team, "2026-06-01") == [("Bình", "Tổ trưởng")]
    ended, begun = registry.inside.members.many([number, done.id])
    assert (ended.end_reason, ended.end_paper) == ("replaced", "12/QĐ-UBND")
    assert (begun.valid_from, begun.paper_number) == ("2026-06-01", "12/QĐ-UBND")
    assert (done.ended, done.code) == ((number,), "NG-00002")
    registry.undo()
    assert roster(registry, team) == [("An", "Tổ trưởng")]


def test_a_member_of_the_team_rises_and_the_old_leader_stays_in_another_role(registry: Registry) -> None:
    team = add_team(registry)
    _old, led = add_member(registry, team, "An", "Tổ trưởng")
    deputy, second = add_member(registry, team, "Bình", "Tổ phó")

    rising = NewMember(person_id=deputy)
    done = members.replace_leader(
        registry, team, leader=rising, on="1/6/2026", paper="12/QĐ", reason="resigned", old_stays_as="tổ viên"
    )

    assert sorted(roster(registry, team)) == [("An", "Tổ viên"), ("Bình", "Tổ trưởng")]
    assert done.ended == (led, second)
    assert [one.end_reason for one in registry.inside.members.many(done.ended)] == ["resigned", None]


def test_a_team_without_a_leader_gets_one(registry: Registry) -> None:
    team = add_team(registry)

    done = members.replace_leader(registry, team, leader=new("Bình", "Chủ nhiệm"), on="2026", paper="")

    assert roster(registry, team) == [("Bình", "Chủ nhiệm")]
    assert done.ended == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"on": ""}, ["on"]),
        ({"on": "31/2/2026", "old_stays_as": "Vua"}, ["on", "old_stays_as"]),
        ({"reason": "vì thế"}, ["reason"]),
        ({"old_stays_as": "Chủ nhiệm"}, ["old_stays_as"]),
        ({"on": "1/1/2020"}, ["role"]),
        ({"leader": NewMember(person_id=1)}, ["name"]),
        ({"leader": new("")}, ["name"]),
        ({"leader": new("Bình", "Tổ viên")}, ["role"]),
        ({"paper": "x" * 301}, ["paper"]),
    ],
)
def test_a_replacement_that_cannot_be_is_told_at_its_field(
    registry: Registry, change: dict[str, object], told: list[str]
) -> None:
    team = add_team(registry)
    add_member(registry, team, "An", "Tổ trưởng", valid_from="2024-01-01")
    act: dict[str, object] = {"leader": new("Bình"), "on": "1/6/2026", "paper": "12/QĐ", **change}
    before = peopled.everything(registry)

    with pytest.raises(Refused) as found:
        members.replace_leader(registry, team, **act)  # type: ignore[arg-type]

    assert fields(found.value.problems) == told
    assert peopled.everything(registry) == before
