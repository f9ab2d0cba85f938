"""What is inside models is found, ordered and shown as of any day; what is searched follows every change; no save
walks through a table."""

import json
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from registry_app.domain.dates import first_day
from registry_app.domain.errors import NotFound
from registry_app.domain.noun_views import NOUN_VIEWS
from registry_app.domain.nouns import NOUNS
from registry_app.domain.search import ANY, Filter, Moment, Order, Search
from registry_app.operations import inside, models
from registry_app.store import noun_texts
from registry_app.store.engine import Error
from registry_app.store.noun_links import GOING, HANGING
from registry_app.store.noun_tables import SEARCHED, TABLES
from registry_app.store.registry import Registry

from .. import peopled
from ..insides import add_member, add_site, add_team
from ..making import TODAY

AT = Moment(TODAY)


def names(registry: Registry, noun: str, at: Moment = AT, **wanted: object) -> list[str]:
    """What stands first in the rows that are found, in order."""
    shelf = registry.inside.of(noun)
    ids = shelf.ids(Search(noun=noun, **wanted), at)  # type: ignore[arg-type]
    assert len(ids) == shelf.count(Search(noun=noun, **wanted), at)  # type: ignore[arg-type]
    first = {"site": "title", "household": "head", "result": "indicator"}.get(noun, "name")
    return [getattr(row, first) for row in shelf.window(ids, at)]


@pytest.fixture
def ward(registry: Registry) -> Registry:
    """A team of two with a household, and a camera point beside it."""
    team = add_team(registry, "Tổ liên gia số 1", valid_from="2024-01-01", paper_number="12/QĐ")
    person, _membership = add_member(registry, team, "Nguyễn Văn An", "Tổ trưởng", valid_from="2024-01-01")
    add_member(registry, team, "Bùi Thị Ánh")
    peopled.household(registry, "Lê Văn Tám", team_id=team, address="Số 5", head_id=person)
    site = registry.inside.teams.one(team).site_id
    inside.save(registry, "camera_point", 0, {"name": "Ngã ba chợ", "eyes": "8", "state": "broken"}, site_id=site)
    inside.save(registry, "commendation", 0, {"form": "Giấy khen", "on": "2026"}, person_id=person)
    inside.save(registry, "exemplar", 0, {"name": "Tổ 5", "recipient": "collective"})
    inside.save(registry, "recognition", 0, {"year": "2026", "area": "Tổ 5"})
    inside.save(registry, "result", 0, {"indicator": "TIN", "figure": "trên 1.200", "period": "2025"})
    return registry


# -- every view and field ----------------------------------------------------------------------------------------------


def test_the_views_of_the_store_are_those_that_people_are_offered() -> None:
    assert {noun: set(one.views) for noun, one in TABLES.items()} == {
        noun: {view.key for view in views} for noun, views in NOUN_VIEWS.items()
    }


def test_every_field_of_a_row_has_its_expression_and_every_value_its_column() -> None:
    for noun, declared in NOUNS.items():
        assert set(TABLES[noun].fields) == set(declared.row.__struct_fields__) - {"id"}
        assert set(TABLES[noun].columns) == set(declared.value.__struct_fields__) - {"id"}


@pytest.mark.parametrize("noun", TABLES)
def test_every_view_is_found_counted_and_shown(ward: Registry, noun: str) -> None:
    for view in TABLES[noun].views:
        found = names(ward, noun, view=view)
        assert found or view not in ("all", "every"), view


@pytest.mark.parametrize("noun", TABLES)
def test_every_field_sorts_groups_and_filters(ward: Registry, noun: str) -> None:
    everything = sorted(names(ward, noun))
    for field in NOUNS[noun].by_name:
        for asked in ({"order": (Order(field, descending=True),)}, {"group": field}):
            assert sorted(names(ward, noun, **asked)) == everything, (field, asked)
        for one in (
            Filter(field, values=(None,)),
            Filter(field, values=("x",), negated=True),
            Filter(field, low="2020-01-01", high="2027-01-01"),
            Filter(field, holds="x"),
        ):
            found = names(ward, noun, filters=(one,))
            others = names(ward, noun, filters=(replace(one, negated=not one.negated),))
            assert sorted(found + others) == everything, one


def test_blank_and_filled_are_told_apart(ward: Registry) -> None:
    inside.save(ward, "person", 1, {"phone": "0912345678"})

    assert names(ward, "person", filters=(Filter("phone", values=(None,)),)) == ["Bùi Thị Ánh"]
    assert names(ward, "person", filters=(Filter("phone", values=(None,), negated=True),)) == ["Nguyễn Văn An"]
    assert names(ward, "person", filters=(Filter(ANY, holds="0912 345"),)) == []
    assert names(ward, "person", filters=(Filter(ANY, holds="0912345"),)) == ["Nguyễn Văn An"]


def test_entries_are_filtered_by_their_number(ward: Registry) -> None:
    leader = next(role.id for role in ward.lists.roles.values() if role.kind == "leader")

    assert names(ward, "membership", filters=(Filter("role", values=(leader,)),)) == ["Nguyễn Văn An"]


def test_a_view_or_field_that_does_not_exist_is_told(ward: Registry) -> None:
    with pytest.raises(NotFound, match="trash"):
        names(ward, "team", view="trash")
    with pytest.raises(NotFound, match="aim"):
        names(ward, "team", order=(Order("aim"),))


# -- words and order ---------------------------------------------------------------------------------------------------


def test_words_are_found_without_accents_in_any_order(ward: Registry) -> None:
    assert names(ward, "person", words="an nguyen") == ["Nguyễn Văn An"]
    assert names(ward, "person", words="lien gia") == ["Nguyễn Văn An", "Bùi Thị Ánh"]
    assert names(ward, "team", words="to 5 12/qd") == ["Tổ liên gia số 1"]
    assert names(ward, "membership", words="anh lien gia") == ["Bùi Thị Ánh"]
    assert names(ward, "household", words="tam") == ["Lê Văn Tám"]
    assert names(ward, "camera_point", words="cho dc-00001") == ["Ngã ba chợ"]
    assert names(ward, "site", words="mo hinh o to") == ["Tổ 5"]
    assert names(ward, "person", words="khong_co%") == []


def test_exact_accents_come_first_then_word_starts_then_inside_words(registry: Registry) -> None:
    for name in ("Lê Xóm Nhàmai", "Lê Mạ", "Lê Ma"):
        peopled.person(registry, name)

    assert names(registry, "person", words="ma") == ["Lê Ma", "Lê Xóm Nhàmai", "Lê Mạ"]
    assert names(registry, "person", words="mạ")[0] == "Lê Mạ"
    assert names(registry, "person", words="ma", order=(Order("name"),)) == ["Lê Ma", "Lê Mạ", "Lê Xóm Nhàmai"]


def test_people_stand_by_given_name_and_teams_by_the_value_of_numbers(registry: Registry) -> None:
    site = add_site(registry)
    for name in ("Tổ 10", "Tổ 2"):
        add_team(registry, name, site)
    for name in ("Trần Bình", "Nguyễn Văn An", "Lê Thị An"):
        person = peopled.person(registry, name)
        peopled.member(registry, registry.inside.teams.one(1).id, person)

    assert names(registry, "person") == ["Lê Thị An", "Nguyễn Văn An", "Trần Bình"]
    assert names(registry, "membership") == ["Lê Thị An", "Nguyễn Văn An", "Trần Bình"]
    assert names(registry, "team") == ["Tổ 2", "Tổ 10"]


# -- as of a day -------------------------------------------------------------------------------------------------------


def test_a_row_shows_who_there_was_on_the_day(ward: Registry) -> None:
    inside.end(ward, "membership", [1], "1/6/2026", reason="moved")

    (then,) = ward.inside.teams.window([1], Moment(date(2026, 5, 31)))
    (now,) = ward.inside.teams.window([1], AT)

    assert (then.leader, then.members) == ("Nguyễn Văn An", 2)
    assert (now.leader, now.members) == ("", 1)
    assert names(ward, "membership", Moment(date(2023, 12, 31))) == []
    assert names(ward, "membership", Moment(date(2024, 1, 1))) == ["Nguyễn Văn An", "Bùi Thị Ánh"]
    assert names(ward, "team", view="no-leader") == ["Tổ liên gia số 1"]
    assert names(ward, "person", view="former") == ["Nguyễn Văn An"]


@pytest.mark.parametrize("noun", ["team", "membership", "household", "camera_point", "site"])
def test_what_is_in_a_trashed_model_is_in_no_list(ward: Registry, noun: str) -> None:
    assert names(ward, noun)
    models.trash(ward, [ward.inside.sites.one(1).model_id])

    assert names(ward, noun) == []
    assert names(ward, noun, view="ended") == []
    assert names(ward, "person", view="serving") == []
    assert ward.inside.people.window([1], AT)[0].teams == ()


@pytest.mark.parametrize(("ending", "noun"), [("site", "team"), ("team", "membership"), ("team", "household")])
def test_what_belongs_to_something_that_has_ended_has_ended(ward: Registry, ending: str, noun: str) -> None:
    inside.end(ward, ending, [1], "1/6/2026")

    assert names(ward, noun) == []
    assert names(ward, noun, view="ended")
    assert names(ward, noun, Moment(date(2026, 5, 31)))
    assert names(ward, "person", view="serving") == []


def test_a_household_without_a_team_takes_part(registry: Registry) -> None:
    peopled.household(registry, "Lê Văn Tám")

    assert names(registry, "household") == ["Lê Văn Tám"]


def test_people_are_told_apart_by_how_they_serve(ward: Registry) -> None:
    peopled.person(ward, "Trần Chi")
    second = add_team(ward, "Tổ 2", ward.inside.teams.one(1).site_id)
    peopled.member(ward, second, ward.inside.people.one(2).id)

    assert names(ward, "person", view="unassigned") == ["Trần Chi"]
    assert names(ward, "person", view="several") == ["Bùi Thị Ánh"]
    assert ward.inside.people.window([2], AT)[0].teams == ("Tổ liên gia số 1", "Tổ 2")


# -- one row -----------------------------------------------------------------------------------------------------------


def test_codes_are_given_once_and_found_in_any_case(ward: Registry) -> None:
    assert ward.inside.people.by_code(" ng-00002 ") == 2
    inside.remove(ward, "camera_point", [1])
    kept = inside.save(ward, "camera_point", 0, {"name": "Cổng"}, site_id=1)

    assert kept.code == "DC-00002"
    with pytest.raises(NotFound, match="NG-9"):
        ward.inside.people.by_code("NG-9")


def test_rows_that_are_gone_are_left_out_or_told(ward: Registry) -> None:
    assert ward.inside.people.many([99, 1])[0].id == 1
    assert ward.inside.people.window([99], AT) == []
    with pytest.raises(NotFound):
        ward.inside.people.one(99)


def test_a_column_that_was_not_declared_is_a_mistake_of_the_program(ward: Registry) -> None:
    with pytest.raises(ValueError, match="replaced_by"):
        ward.inside.people.where("replaced_by", 1)
    with pytest.raises(ValueError, match="x"):
        ward.inside.people.alike("x", "1")


def test_rows_are_found_by_the_rows_to_which_they_are_linked(ward: Registry) -> None:
    members = ward.inside.members
    leader = members.one(1)

    assert [one.id for one in members.where("team_id", 1)] == [1, 2]
    assert members.where("team_id", 1, role_id=leader.role_id) == [leader]
    assert members.where("team_id", 2) == []


def test_people_with_a_number_are_found_among_those_in_use(registry: Registry) -> None:
    first = peopled.person(registry, "An", phone="0912345678 / 0987654321")
    peopled.person(registry, "Bình", phone="0912345678")
    peopled.person(registry, "Chi", phone="09123456789")
    with registry.change("ghép"):
        registry.connection.execute("UPDATE person SET replaced_by = ? WHERE name = 'Bình'", (first,))

    assert [one.name for one in registry.inside.people.alike("phone", "0912345678")] == ["An"]
    assert registry.inside.people.alike("phone", "") == []


def test_people_are_found_by_how_their_names_begin(registry: Registry) -> None:
    first = peopled.person(registry, "Đặng Thị Ánh")
    for name in ("Đặng Thị Anh", "Dang Van Nam", "Đặng Thị Ánh", "Nguyễn Đặng Thị", "Đặng Thịnh"):
        peopled.person(registry, name)
    people = registry.inside.people

    found = [one.name for one in people.many(people.beginning("dang thi", AT, 10))]
    assert found == ["Đặng Thị Ánh", "Đặng Thị Anh", "Đặng Thị Ánh", "Đặng Thịnh"]
    assert people.beginning("dang thi", AT, 1) == [first]
    with registry.change("ghép"):
        registry.connection.execute("UPDATE person SET replaced_by = 2 WHERE id = ?", (first,))
    assert first not in people.beginning("dang thi", AT, 10)


def test_the_engine_too_keeps_what_something_hangs_on(ward: Registry) -> None:
    for noun in HANGING:
        assert ward.inside.of(noun).hanging(1)
        with pytest.raises(Error), ward.change("xóa"):
            ward.inside.of(noun).delete(1)
        assert ward.inside.of(noun).many([1])


def test_everything_that_refers_to_a_row_keeps_it_or_goes_with_it(ward: Registry) -> None:
    for (table,) in ward.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        for reference in ward.connection.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            if reference[2] in TABLES:
                said = [*HANGING.get(reference[2], {}).values(), *noun_going(reference[2])]
                assert any(f"FROM {table} WHERE {reference[3]} = ?" in query for query in said), (table, reference[2])


def noun_going(noun: str) -> tuple[str, ...]:
    """What is deleted with a row of that noun."""
    return GOING.get(noun, ())


# -- searched text follows ---------------------------------------------------------------------------------------------


def texts(registry: Registry) -> list[tuple[object, ...]]:
    """The searched texts as they are stored."""
    return sorted(registry.connection.execute("SELECT noun, id, name_key, folded, accented FROM noun_text").fetchall())


def anew(registry: Registry) -> list[tuple[object, ...]]:
    """The searched texts as they would be if all were computed now."""
    with registry.rehearsal():
        registry.connection.execute("DELETE FROM noun_text")
        noun_texts.write_all(registry.connection)
        return texts(registry)


def acts(registry: Registry) -> Iterator[None]:
    """One act after the other on which searched texts hang."""
    area = next(area for area in registry.lists.areas.values() if area.name == "Tổ 5")
    with registry.change("địa bàn"):
        registry.entries.save(replace(area, name="Khu phố 5", former_names=("Tổ 5",)))
    yield
    models.edit(registry, registry.inside.sites.one(1).model_id, {"name": "Mô hình mới"})
    yield
    inside.save(registry, "site", 1, {"name": "Chợ Long Sơn", "area": ""})
    yield
    inside.save(registry, "team", 1, {"name": "Tổ tự quản"})
    yield
    inside.end(registry, "membership", [1], "1/6/2026")
    yield
    inside.remove(registry, "membership", [2])
    yield
    registry.undo()
    yield
    inside.save(registry, "household", 1, {"team": "", "head": "Lê Thị Chín"})
    yield
    inside.remove(registry, "household", [1])
    yield


def test_searched_texts_are_always_what_they_would_be_if_computed_now(ward: Registry) -> None:
    for number, _done in enumerate(acts(ward)):
        assert texts(ward) == anew(ward), number


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=st.text(max_size=20), phone=st.sampled_from(["", "0912345678", "912 345 678"]))
def test_whatever_somebody_is_called_is_found_again(registry: Registry, name: str, phone: str) -> None:
    number = peopled.person(registry, name, phone=phone)

    assert number in registry.inside.people.ids(Search(noun="person"), AT)
    assert texts(registry) == anew(registry)


def test_finding_what_hangs_on_a_changed_row_walks_through_no_table(ward: Registry) -> None:
    for declared in SEARCHED:
        for table, query in declared.dependents.items():
            steps = ward.connection.execute(f"EXPLAIN QUERY PLAN {query}", {"rows": json.dumps([1]), "action": 1})
            plan = [row[3] for row in steps]
            walks = [step for step in plan if step.startswith("SCAN") and "json_each" not in step]
            assert walks == [], (declared.table, table)


@pytest.mark.parametrize("column", ["phone", "id_number"])
def test_finding_who_has_a_number_uses_the_index(ward: Registry, column: str) -> None:
    asked: list[str] = []
    ward.connection.set_trace_callback(asked.append)
    ward.inside.people.alike(column, "0912345678")
    ward.connection.set_trace_callback(None)

    plan = [row[3] for row in ward.connection.execute(f"EXPLAIN QUERY PLAN {asked[0]}")]

    assert any(f"person_by_{column}" in step for step in plan)


@given(
    day=st.dates(date(2019, 12, 30), date(2022, 1, 3)),
    bound=st.dates(date(2019, 12, 30), date(2022, 1, 3)),
    letters=st.sampled_from((4, 7, 10)),
)
def test_a_partial_date_stands_to_a_day_as_its_first_day_does(day: date, bound: date, letters: int) -> None:
    partial, on = bound.isoformat()[:letters], day.isoformat()
    whole = first_day(partial).isoformat()

    assert (partial <= on) == (whole <= on)
    assert (partial > on) == (whole > on)
