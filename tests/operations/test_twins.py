"""One person entered twice: suggested by what they have in common, joined field by field, undone by one undo."""

import pytest

from registry_app.domain.errors import Refused
from registry_app.domain.ids import PersonId, TeamId
from registry_app.domain.search import Moment, Search
from registry_app.operations import twins
from registry_app.store import twins as store
from registry_app.store.registry import Registry

from ..making import TODAY, add
from ..peopled import everything, household, member, person, site, team

NOW = Moment(TODAY)


@pytest.fixture
def of(registry: Registry) -> TeamId:
    """A team."""
    return team(registry, site(registry, add(registry, "Camera an ninh")))


@pytest.mark.parametrize(
    ("typed", "reasons"),
    [
        ({"name": "nguyen van AN", "born": "1980"}, ("name_and_year",)),
        ({"name": "Nguyễn Văn An", "born": "02/01/1980"}, ("name_and_year",)),
        ({"name": "Ai đó", "id_number": "031 080 001 234"}, ("id_number",)),
        ({"name": "Ai đó", "phone": "+84 912 345 678"}, ("phone",)),
        ({"name": "Nguyễn Văn An", "born": "1980", "phone": "0912345678"}, ("name_and_year", "phone")),
    ],
)
def test_who_has_the_same_name_and_year_or_number_is_suggested(
    registry: Registry, typed: dict[str, str], reasons: tuple[str, ...]
) -> None:
    known = person(registry, born="1980-05-02", id_number="031080001234", phone="0912345678 / 0987654321")

    (twin,) = twins.likely(registry, typed)

    assert (twin.person.id, twin.reasons) == (known, reasons)


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"name": "Nguyễn Văn An"},
        {"name": "Nguyễn Văn An", "born": "1981"},
        {"name": "Nguyễn Văn Ân", "born": "vovan"},
        {"name": "", "born": "", "phone": "0912", "id_number": "12"},
    ],
)
def test_nobody_is_suggested_for_less(registry: Registry, typed: dict[str, str]) -> None:
    person(registry, born="1980", id_number="031080001234", phone="0912345678")

    assert twins.likely(registry, typed) == ()


def test_somebody_of_the_register_is_never_his_own_twin(registry: Registry) -> None:
    one = person(registry, born="1980")

    assert twins.likely(registry, one) == ()
    assert twins.likely(registry, {"name": "Nguyễn Văn An", "born": "1980"}, but=one) == ()


def test_a_phone_that_a_whole_office_has_suggests_nobody(registry: Registry) -> None:
    for number in range(7):
        person(registry, f"Người {number}", phone="02253123456")

    assert twins.likely(registry, {"phone": "02253123456"}) == ()
    assert twins.pairs(registry) == ()


def test_pairs_come_the_likeliest_first_and_two_whole_identity_numbers_speak_against_it(registry: Registry) -> None:
    one = person(registry, "Lê Bình", born="1975", id_number="031075000001")
    other = person(registry, "LÊ BÌNH", born="1975-03", id_number="031075000002")
    third = person(registry, "Trần Cúc", id_number="031075000001")
    fourth = person(registry, "Phạm Dung", phone="0912345678")
    fifth = person(registry, "Phạm Dũng", phone="0987654321 / 0912345678")

    found = twins.pairs(registry)

    assert [(pair.one, pair.other, pair.reasons, pair.apart) for pair in found] == [
        (one, third, ("id_number",), False),
        (fourth, fifth, ("phone",), False),
        (one, other, ("name_and_year",), True),
    ]


def test_what_was_said_not_to_be_one_person_is_not_suggested_again_until_undone(registry: Registry) -> None:
    one, other = person(registry, born="1980"), person(registry, born="1980")

    twins.not_the_same(registry, other, one)

    assert twins.pairs(registry) == ()
    assert twins.likely(registry, one) == twins.likely(registry, other) == ()
    assert not twins.not_the_same(registry, one, other)
    registry.undo()
    assert [(pair.one, pair.other) for pair in twins.pairs(registry)] == [(one, other)]


def test_each_field_is_taken_from_whom_it_was_chosen_and_blanks_are_filled(registry: Registry) -> None:
    keep = person(registry, "Nguyễn Văn An", born="1980", phone="0912345678", notes="Cũ")
    drop = person(registry, "Nguyễn Văn Ân", born="1980-05-02", phone="0987654321", sex="male", notes="Mới")

    twins.merge(registry, keep, drop, {"name": "drop", "born": "keep", "phone": "both", "notes": "both"})

    found = registry.inside.people.one(keep)
    assert (found.name, found.born, found.sex) == ("Nguyễn Văn Ân", "1980", "male")
    assert (found.phone, found.notes) == ("0912345678 / 0987654321", "Cũ\nMới")


def test_the_more_precise_date_of_birth_stays_when_nobody_chooses(registry: Registry) -> None:
    keep, drop = person(registry, born="1980"), person(registry, born="1980-05-02")

    twins.merge(registry, keep, drop)

    assert registry.inside.people.one(keep).born == "1980-05-02"


def test_who_was_joined_into_another_is_in_no_list_and_stays_in_the_log(registry: Registry) -> None:
    keep, drop = person(registry, born="1980"), person(registry, born="1980")

    twins.merge(registry, keep, drop)

    assert list(registry.inside.people.ids(Search(noun="person", words="nguyen"), NOW)) == [keep]
    assert registry.inside.people.one(drop).name == "Nguyễn Văn An"
    assert store.heir(registry.connection, drop) == keep
    assert twins.pairs(registry) == ()


def test_all_that_hangs_on_the_dropped_goes_over(registry: Registry, of: TeamId) -> None:
    keep, drop = person(registry, born="1980"), person(registry, born="1980")
    member(registry, of, drop, "Tổ trưởng", valid_from="2024")
    house = household(registry, head_id=drop)
    with registry.change("course and file"):
        registry.connection.execute(
            "INSERT INTO course (person_id, name) VALUES (?, 'PCCC'), (?, 'PCCC')", (keep, drop)
        )
        registry.connection.execute(
            "INSERT INTO attachment (noun, row_id, blob_hash, name, media, size, added_on) "
            "VALUES ('person', ?, 'x', 'a.pdf', 'application/pdf', 1, '2026-01-01')",
            (drop,),
        )

    shown = twins.preview(registry, keep, drop)
    twins.merge(registry, keep, drop)

    assert [(row.team, row.role) for row in shown.moved] == [("Tổ 1", "Tổ trưởng")]
    assert (shown.joined, shown.courses, shown.households, shown.files) == ((), 0, 1, 1)
    (row,) = registry.inside.people.window([keep], NOW)
    assert (row.teams, row.roles) == (("Tổ 1",), ("Tổ trưởng",))
    assert registry.inside.households.one(house).head_id == keep
    assert len(store.courses(registry.connection, keep)) == 1
    assert store.courses(registry.connection, drop) == []
    assert [content for _number, content in store.attachments(registry.connection, keep)] == ["x"]


def test_times_in_one_team_that_overlap_become_one_and_others_stay_apart(registry: Registry, of: TeamId) -> None:
    keep, drop = person(registry, born="1980"), person(registry, born="1980")
    first = member(registry, of, keep, valid_from="2020-01-01", valid_to="2022-06-01")
    member(registry, of, drop, "Tổ trưởng", valid_from="2022", paper_number="05/QĐ")
    before = member(registry, of, drop, valid_from="2015", valid_to="2018")

    (joined,) = twins.preview(registry, keep, drop).joined
    twins.merge(registry, keep, drop)

    assert (joined.role, [row.role for row in joined.rows]) == ("Tổ trưởng", ["Tổ viên", "Tổ trưởng"])
    left = {one.id: one for one in registry.inside.members.where("person_id", keep)}
    assert left.keys() == {first, before}
    assert (left[first].valid_from, left[first].valid_to, left[first].paper_number) == ("2020-01-01", None, "05/QĐ")
    assert registry.lists.roles[left[first].role_id].name == "Tổ trưởng"
    assert registry.inside.members.where("person_id", drop) == []


def test_one_long_time_takes_in_all_that_it_overlaps(registry: Registry, of: TeamId) -> None:
    keep, drop = person(registry, born="1980"), person(registry, born="1980")
    member(registry, of, keep, valid_from="2018", valid_to="2020")
    member(registry, of, keep, valid_from="2021", valid_to="2023")
    member(registry, of, drop, valid_from="2019", valid_to="2022")

    twins.merge(registry, keep, drop)

    (left,) = registry.inside.members.where("person_id", keep)
    assert (left.valid_from, left.valid_to) == ("2018", "2023")


def test_what_was_known_not_to_be_the_dropped_is_not_the_kept_either(registry: Registry) -> None:
    keep, drop, third = (person(registry, born="1980") for _ in range(3))
    twins.not_the_same(registry, drop, third)
    twins.not_the_same(registry, keep, drop)

    twins.merge(registry, keep, drop)

    assert store.different(registry.connection) == {(keep, third)}


def test_one_undo_brings_everything_back_and_a_redo_joins_again(registry: Registry, of: TeamId) -> None:
    keep, drop = person(registry, born="1980"), person(registry, born="1980-05-02", sex="male")
    member(registry, of, keep, valid_from="2020")
    member(registry, of, drop, "Tổ trưởng", valid_from="2022")
    household(registry, head_id=drop)
    before = everything(registry)

    twins.merge(registry, keep, drop)
    after = everything(registry)

    registry.undo()
    assert everything(registry) == before
    registry.redo()
    assert everything(registry) == after


def test_one_person_alone_or_one_joined_before_is_refused(registry: Registry) -> None:
    keep, drop, third = (person(registry, born="1980") for _ in range(3))
    twins.merge(registry, keep, drop)
    before = everything(registry)

    for one, other in ((keep, keep), (third, drop), (drop, third)):
        with pytest.raises(Refused):
            twins.merge(registry, one, other)
        with pytest.raises(Refused):
            twins.preview(registry, one, other)
    with pytest.raises(Refused):
        twins.not_the_same(registry, keep, keep)
    assert everything(registry) == before


@pytest.mark.parametrize("fields", [{"name": "both"}, {"code": "drop"}, {"name": "x"}])
def test_a_choice_that_cannot_be_made_is_refused(registry: Registry, fields: dict[str, str]) -> None:
    keep, drop = person(registry, born="1980"), person(registry, born="1980")

    with pytest.raises(Refused):
        twins.merge(registry, keep, drop, fields)

    assert len(registry.inside.people.ids(Search(noun="person"), NOW)) == 2


def test_a_chain_of_joinings_ends_at_the_last(registry: Registry) -> None:
    first, second, third = (person(registry, born="1980") for _ in range(3))

    twins.merge(registry, second, first)
    twins.merge(registry, third, second)

    assert store.heir(registry.connection, PersonId(first)) == third
