"""All that was typed into the tables of a team is one action, all or nothing."""

import pytest

from registry_app.domain.errors import Refused
from registry_app.domain.ids import ModelId, TeamId
from registry_app.operations import inside, models, team_sheet
from registry_app.operations.team_sheet import SheetRow
from registry_app.store.registry import Registry


@pytest.fixture
def team(registry: Registry) -> TeamId:
    """A team of one site."""
    new = models.NewModel(typed={"name": "Camera an ninh", "type": "CAM"})
    (model,) = models.add(registry, [new]).ids
    site = inside.save(registry, "site", 0, {"name": "Chợ"}, model_id=ModelId(model)).id
    return TeamId(inside.save(registry, "team", 0, {"name": "Tổ 1"}, site_id=site).id)


def member(name: str, **typed: str) -> SheetRow:
    return SheetRow(typed={"name": name, **typed})


def names(registry: Registry, team: TeamId) -> list[str]:
    members = registry.inside.members.where("team_id", team)
    return [registry.inside.people.one(one.person_id).name for one in members]


def test_members_and_households_new_and_changed_are_one_action(registry: Registry, team: TeamId) -> None:
    team_sheet.write(registry, team, [member("Nguyễn Văn An", role="Tổ trưởng")])
    (old,) = registry.inside.members.where("team_id", team)
    household = SheetRow(noun="household", typed={"head": "Lê Thị Mơ", "people": "4"})

    team_sheet.write(
        registry, team, [SheetRow(number=old.id, typed={"phone": "912345678"}), member("Trần Bình"), household]
    )

    assert names(registry, team) == ["Nguyễn Văn An", "Trần Bình"]
    assert registry.inside.people.one(old.person_id).phone == "0912345678"
    assert [one.people for one in registry.inside.households.where("team_id", team)] == [4]
    registry.undo()
    assert names(registry, team) == ["Nguyễn Văn An"]
    assert not registry.inside.households.where("team_id", team)


def test_every_problem_is_told_with_its_row_and_nothing_is_written(registry: Registry, team: TeamId) -> None:
    rows = [member("An", phone="abc"), member("Bình"), SheetRow(noun="household", typed={"people": "9999"})]

    with pytest.raises(Refused) as refused:
        team_sheet.write(registry, team, rows)

    assert {problem.field for problem in refused.value.problems} == {"1.phone", "3.head", "3.people"}
    assert names(registry, team) == []


def test_who_leads_may_change_places_with_somebody_in_one_go(registry: Registry, team: TeamId) -> None:
    team_sheet.write(registry, team, [member("An", role="Tổ viên"), member("Bình", role="Tổ trưởng")])
    first, second = registry.inside.members.where("team_id", team)

    team_sheet.write(
        registry,
        team,
        [
            SheetRow(number=first.id, typed={"role": "Tổ trưởng"}),
            SheetRow(number=second.id, typed={"role": "Tổ viên"}),
        ],
    )

    roles = registry.lists.roles
    kinds = [roles[one.role_id].kind for one in registry.inside.members.where("team_id", team)]
    assert kinds == ["leader", "member"]


def test_somebody_whom_the_register_knows_is_not_entered_twice(registry: Registry, team: TeamId) -> None:
    person = inside.save(registry, "person", 0, {"name": "Lê Mơ", "born": "1970"}).id

    team_sheet.write(registry, team, [SheetRow(typed={"name": "Lê Mơ", "phone": "0912345678"}, person_id=person)])

    assert [one.person_id for one in registry.inside.members.where("team_id", team)] == [person]
    assert registry.inside.people.one(person).phone == "0912345678"
    assert registry.inside.people.one(person).born == "1970"


def test_that_they_are_two_people_is_remembered(registry: Registry, team: TeamId) -> None:
    other = inside.save(registry, "person", 0, {"name": "Lê Mơ", "born": "1970"}).id

    team_sheet.write(registry, team, [SheetRow(typed={"name": "Lê Mơ", "born": "1970"}, others=(other,))])

    found = registry.connection.execute("SELECT one_id, other_id FROM not_the_same").fetchall()
    (member_of,) = registry.inside.members.where("team_id", team)
    assert [tuple(row) for row in found] == [(other, member_of.person_id)]


def test_a_household_keeps_its_head_until_another_is_written(registry: Registry, team: TeamId) -> None:
    head = inside.save(registry, "person", 0, {"name": "Lê Mơ"}).id
    team_sheet.write(registry, team, [SheetRow(noun="household", typed={"head": "Lê Mơ"}, person_id=head)])
    (one,) = registry.inside.households.where("team_id", team)
    assert one.head_id == head

    team_sheet.write(registry, team, [SheetRow(noun="household", number=one.id, typed={"people": "3"})])
    assert registry.inside.households.one(one.id).head_id == head

    team_sheet.write(registry, team, [SheetRow(noun="household", number=one.id, typed={"head": "Trần Nga"})])
    assert registry.inside.households.one(one.id).head_id is None


@pytest.mark.parametrize(
    ("rows", "label"),
    [
        ([member("An")], "Add member"),
        ([member("An"), member("Bình")], "Add members"),
        ([SheetRow(noun="household", typed={"head": "An"})], "Add households"),
        ([member("An"), SheetRow(noun="household", typed={"head": "An"})], "Edit team"),
    ],
)
def test_the_action_is_called_by_what_it_is_about(
    registry: Registry, team: TeamId, rows: list[SheetRow], label: str
) -> None:
    assert team_sheet.write(registry, team, rows).changes.label == label
