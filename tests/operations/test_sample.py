"""The sample ward holds what the sources name, obeys every rule, and is the same each time."""

from datetime import date
from pathlib import Path

import pytest

from registry_app.domain import identity, rules
from registry_app.domain.errors import Cancelled
from registry_app.domain.noun_views import NOUN_VIEWS
from registry_app.domain.nouns import NOUNS
from registry_app.domain.search import Moment, Search
from registry_app.domain.vietnamese import fold
from registry_app.operations import inside_checks, sample
from registry_app.operations.files import data
from registry_app.store.registry import Registry

AT = Moment(date(2026, 11, 15))
SOURCE_NAMES = (
    "so dau",
    "minh khai",
    "cho long son",
    "tuyen pho di bo kieu mau",
    "doan ket, quyet liet phong chong dich covid-19",
    "tam chuc",
    "tu quan, tu phong, chong dich covid-19",
    "camera an ninh",
    "tu quan ve an ninh",
    "trat tu an toan giao thong, trat tu do thi, ve sinh moi truong",
    "cau lac bo phong, chong toi pham",
    "dan van kheo",
    "moc khoa an toan",
    "giam te nan ma tuy",
    "to lien gia an toan ve an",
    "tu phong, tu quan ve an",
    "giu gin an",
    "cum lien ket",
    "to tu quan khu nha tro cong nhan",
)


def widest(noun: str) -> Search:
    """All rows of ``noun``, ended ones too where rows end."""
    views = [view.key for view in NOUN_VIEWS[noun]]
    return Search(noun=noun, view="every" if "every" in views else "all")


def test_the_sample_is_large_enough_and_has_every_type_and_every_source_name(sample_ward: Registry) -> None:
    rows = sample_ward.models.window(sample_ward.models.ids(Search(), AT), AT)
    names = [fold(row.name) for row in rows]

    assert len(rows) >= 120
    assert {row.type for row in rows} == {one.name for one in sample_ward.lists.types.values()}
    assert len(sample_ward.lists.types) == 37
    assert len([area for area in sample_ward.lists.areas.values() if not area.whole_ward]) == 24
    assert [name for name in SOURCE_NAMES if not any(fold(name) in one for one in names)] == []
    assert sum(one["source"] is not None for one in data("sample", "models.json")) == 19


def test_exactly_four_pairs_share_name_and_type(sample_ward: Registry) -> None:
    rows = sample_ward.models.window(sample_ward.models.ids(Search(), AT), AT)
    keys = [(fold(row.name), row.type) for row in rows]

    assert sorted(keys.count(key) for key in set(keys) if keys.count(key) > 1) == [2, 2, 2, 2]


def test_every_model_review_and_status_of_the_sample_obeys_the_rules(sample_ward: Registry) -> None:
    lists = sample_ward.lists
    for row in sample_ward.models.window(sample_ward.models.ids(Search(), AT), AT):
        assert rules.problems(sample_ward.models.one(row.id), lists, AT.on) == ()
        for review in sample_ward.reviews.of(row.id):
            problems = rules.review_problems(review, row, AT.on)
            assert [problem for problem in problems if problem.field == "on"] == []
        for change in sample_ward.statuses.of(row.id):
            assert rules.status_problems(change, lists) == ()


def test_the_sample_is_the_same_each_time_and_says_that_it_is_one(sample_ward: Registry, tmp_path: Path) -> None:
    with sample.make(tmp_path / "again.registry") as again:
        ids = again.models.ids(Search(), AT)
        assert again.models.window(ids, AT) == sample_ward.models.window(ids, AT)
        for noun in NOUNS:
            some = again.inside.of(noun)
            numbers = some.ids(widest(noun), AT)[::7]
            assert some.many(numbers) == sample_ward.inside.of(noun).many(numbers)
        assert again.settings.ward().sample
        assert "dữ liệu mẫu" in again.settings.ward().name


def test_the_inside_of_the_sample_is_large_enough(sample_ward: Registry) -> None:
    counts = {noun: sample_ward.inside.of(noun).count(Search(noun=noun), AT) for noun in NOUNS}

    assert counts["site"] >= 330
    assert counts["team"] >= 500
    assert counts["person"] >= 4000
    assert counts["household"] >= 2500
    assert counts["camera_point"] >= 300


def test_nobody_in_the_sample_can_be_rung_up_or_looked_up(sample_ward: Registry) -> None:
    people = list(sample_ward.inside.people.rows(Search(noun="person"), AT))

    assert {one.phone[:5] for one in people} == {"", "09000"}
    assert {one.id_number[:3] for one in people} == {"", "000"}
    assert all(identity.PHONE.parse(one.phone, AT.on) == one.phone for one in people if one.phone)
    assert all(identity.ID_NUMBER.parse(one.id_number, AT.on) == one.id_number for one in people if one.id_number)
    assert {one.sex for one in people} == {"male", "female"}
    assert {(one.minority, one.ethnicity, one.religion) for one in people} == {(None, "", "")}


def test_teams_of_the_sample_have_the_size_that_their_kind_has(sample_ward: Registry) -> None:
    teams = list(sample_ward.inside.teams.rows(Search(noun="team"), AT))
    force = [team for team in teams if team.name.startswith("Tổ bảo vệ ANTT")]
    joined = [team for team in teams if team.name.startswith("Tổ liên gia")]

    assert len(force) == 24
    assert all(2 <= team.members <= 5 for team in force)
    assert all(5 <= team.households <= 15 for team in joined)
    assert 1 <= sum(team.leader == "" for team in teams) <= 30


def test_leaders_of_the_sample_were_replaced_by_decision_and_some_people_serve_twice(sample_ward: Registry) -> None:
    members = list(sample_ward.inside.members.rows(Search(noun="membership", view="every"), AT))
    replaced = [one for one in members if one.end_reason == "replaced"]
    twice = sample_ward.inside.people.count(Search(noun="person", view="several"), AT)

    assert len(replaced) >= 20
    assert all(one.role_kind == "leader" and one.end_paper for one in replaced)
    assert twice >= 50
    assert sample_ward.inside.people.count(Search(noun="person", view="former"), AT) >= 50


@pytest.mark.parametrize("noun", NOUNS)
def test_the_inside_of_the_sample_obeys_every_rule(sample_ward: Registry, noun: str) -> None:
    shelf = sample_ward.inside.of(noun)
    numbers = shelf.ids(widest(noun), AT)
    step = max(1, len(numbers) // 400)

    for value in shelf.many(numbers[::step]):
        assert inside_checks.problems(sample_ward, value, value) == ()


def test_a_sample_that_is_stopped_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        sample.make(tmp_path / "a.registry", stopped=lambda: True)

    assert list(tmp_path.iterdir()) == []
