"""What values a field has and how many rows each: always as many as a filter of that value finds."""

import pytest
from msgspec.structs import replace

from registry_app.domain.errors import NotFound
from registry_app.domain.fields import BY_NAME, listed
from registry_app.domain.ids import AreaId
from registry_app.domain.search import Filter, Moment, Search
from registry_app.store import facets
from registry_app.store.axes import GROUPABLE
from registry_app.store.facets import SOME
from registry_app.store.registry import Registry

from ..making import TODAY, add

AT = Moment(TODAY)
SEARCHES = (
    Search(),
    Search(words="an ninh"),
    Search(view="overdue"),
    Search(filters=(Filter("status_kind", ("active",)), Filter("level", ("ward",)))),
)


def filled(field: str) -> Filter:
    return Filter(field, (None,), negated=True)


def values(
    registry: Registry, field: str, search: Search = SEARCHES[0], letters: str = ""
) -> dict[int | str | None, int]:
    return dict(registry.facets.of(search, field, AT, letters=letters).values)


@pytest.mark.parametrize("search", SEARCHES, ids=str)
def test_each_value_is_counted_as_often_as_its_filter_finds_it(sample_ward: Registry, search: Search) -> None:
    extras = [name for name in listed(sample_ward.lists) if name.startswith("extra.")]

    for field in (*BY_NAME, *extras[::7]):
        others = tuple(one for one in search.filters if one.field != field)
        for value, count in sample_ward.facets.of(search, field, AT).values:
            if value == SOME:
                assert sample_ward.models.count(replace(search, filters=(*others, filled(field))), AT) == count, field
                continue
            if len(str(value)) == len("2014") and listed(sample_ward.lists)[field].family == "day":
                continue  # a year finds its months as well
            found = Search(view=search.view, words=search.words, filters=(*others, Filter(field, (value,))))
            assert sample_ward.models.count(found, AT) == count, (field, value)


@pytest.mark.parametrize("search", SEARCHES, ids=str)
def test_values_of_a_field_that_has_one_add_up_to_all_rows(sample_ward: Registry, search: Search) -> None:
    for field in BY_NAME.values():
        others = tuple(one for one in search.filters if one.field != field.name)
        rows = sample_ward.models.count(Search(view=search.view, words=search.words, filters=others), AT)
        total = sum(values(sample_ward, field.name, search).values())  # SOME and blank: long texts as well
        assert total >= rows if field.many else total == rows, field.name


def test_the_filter_of_the_field_itself_does_not_count_but_all_others_do(sample_ward: Registry) -> None:
    narrowed = Search(filters=(Filter("kind", ("theme",)), Filter("level", ("ward",))))

    assert values(sample_ward, "kind", narrowed) == values(
        sample_ward, "kind", Search(filters=(Filter("level", ("ward",)),))
    )
    assert values(sample_ward, "level", narrowed) == values(
        sample_ward, "level", Search(filters=(Filter("kind", ("theme",)),))
    )


def test_days_are_told_by_month_and_years_that_are_all_that_is_known_by_year(registry: Registry) -> None:
    add(registry, "A", founded_on="05/03/2020")
    add(registry, "B", founded_on="03/2020")
    add(registry, "C", founded_on="2021")
    add(registry, "D")

    assert registry.facets.of(Search(), "founded_on", AT).values == (("2020-03", 2), ("2021", 1), (None, 1))


def test_names_of_lists_stand_in_the_order_of_the_lists_and_blank_last(registry: Registry) -> None:
    add(registry, "A", areas="Tổ 10; Tổ 2")
    add(registry, "B", areas="Tổ 2")
    add(registry, "C")

    told = registry.facets.of(Search(), "areas", AT).values

    names = [registry.lists.areas[AreaId(int(number))].name if number else None for number, _count in told]
    assert names == ["Tổ 2", "Tổ 10", None]
    assert [count for _number, count in told] == [2, 1, 1]


def test_an_area_that_a_model_has_twice_counts_it_once(registry: Registry) -> None:
    number = add(registry, "A", areas="Tổ 2")
    with registry.change("twice") as change:
        registry.connection.execute(
            """INSERT INTO site (model_id, area_id, name)
               SELECT model_id, area_id, 'cổng sau' FROM site WHERE model_id = ?""",
            (number,),
        )
    assert change.changes.rows

    assert set(values(registry, "areas").values()) == {1}
    assert set(values(registry, "areas", Search(filters=(Filter("kind", ("model",)),))).values()) == {1}


def test_trashed_models_count_only_in_the_trash(sample_ward: Registry) -> None:
    before = values(sample_ward, "areas")
    tagged = values(sample_ward, "tags")

    assert sum(values(sample_ward, "type", Search(view="trash")).values()) == sample_ward.models.count(
        Search(view="trash"), AT
    )
    assert before == values(sample_ward, "areas", Search(filters=(Filter("kind", ("model", "theme")),)))
    assert tagged == values(sample_ward, "tags", Search(filters=(Filter("kind", ("model", "theme")),)))


def test_of_many_texts_the_first_are_told_and_letters_find_the_others(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facets, "MOST", 2)
    for name in ("Ánh sáng", "Bến bãi", "Camera", "Đường hoa"):
        add(registry, name, funding=name)

    for field in ("name", "funding"):
        told = registry.facets.of(Search(), field, AT)
        assert len(told.values) == 2
        assert told.more
        assert values(registry, field, letters="duong") == {"Đường hoa": 1}
    assert not registry.facets.of(Search(), "name", AT, letters="ánh").more


def test_long_texts_are_told_for_letters_only_but_how_many_are_filled_in_and_blank(registry: Registry) -> None:
    for notes in ("Đã sơ kết", "đã sơ kết", "Chờ kinh phí", ""):
        add(registry, "A", notes=notes)

    told = registry.facets.of(Search(), "notes", AT)

    assert told.by_letters
    assert told.values == ((SOME, 3), (None, 1))
    assert values(registry, "notes", letters="so ket") == {"Đã sơ kết": 1, "đã sơ kết": 1}
    assert not registry.facets.of(Search(), "notes", AT, letters="ket").by_letters


def test_long_texts_that_the_filter_in_force_asks_for_are_told(registry: Registry) -> None:
    for notes in ("Đã sơ kết", "Đã sơ kết", "Chờ kinh phí"):
        add(registry, "A", notes=notes)

    told = registry.facets.of(Search(filters=(Filter("notes", ("Đã sơ kết", None)),)), "notes", AT)

    assert told.values == ((SOME, 3), ("Đã sơ kết", 2))


def test_a_declared_field_of_long_texts_is_told_in_the_same_way(registry: Registry) -> None:
    add(registry, "A", **{"extra.eyes": "4"})
    with registry.change("other kind") as _change:
        registry.connection.execute("UPDATE extra_field SET kind = 'long' WHERE key = 'eyes'")

    told = registry.facets.of(Search(), "extra.eyes", AT)

    assert told.values == ((SOME, 1),)
    assert told.by_letters


@pytest.mark.parametrize(("letters", "found"), [("so ket", 2), ("SƠ KẾT", 2), ("kinh phi", 1), ("100%", 1), ("a_b", 0)])
def test_letters_are_looked_for_as_they_stand_whatever_else_the_model_says(
    registry: Registry, letters: str, found: int
) -> None:
    for notes in ("Đã sơ kết", "chờ sơ kết", "Chờ kinh phí", "xong 100%", "axb"):
        add(registry, "Sơ kết", notes=notes, aim="kinh phí")

    assert sum(values(registry, "notes", letters=letters).values()) == found


def test_dates_among_the_particulars_of_a_type_are_filtered_by_month_year_and_period(sample_ward: Registry) -> None:
    def count(*wanted: str) -> int:
        return sample_ward.models.count(Search(filters=(Filter("extra.checked_on", wanted),)), AT)

    months = values(sample_ward, "extra.checked_on")

    assert all(value is None or len(str(value)) == 7 for value in months)
    assert count("2025") == sum(number for value, number in months.items() if str(value).startswith("2025"))
    assert count("last-year") == count("2025") > 0


def test_groups_stand_in_the_order_of_the_rows_and_count_all_of_them(sample_ward: Registry) -> None:
    for field in sorted(GROUPABLE):
        search = Search(group=field)
        groups = sample_ward.facets.groups(search, AT, sample_ward.models.ids(search, AT))
        rows = sample_ward.models.count(search, AT)

        assert sum(group.count for group in groups) == rows, field
        assert sum(group.overdue for group in groups) == sample_ward.models.count(Search(view="overdue"), AT), field


def test_an_unknown_field_is_named(registry: Registry) -> None:
    with pytest.raises(NotFound, match="bogus"):
        registry.facets.of(Search(), "bogus", AT)


def test_numbers_count_models_with_none_and_leave_out_those_in_the_trash(registry: Registry) -> None:
    add(registry, "A", areas="Tổ 1; Tổ 2")
    add(registry, "B", areas="Tổ 2")
    add(registry, "C")
    gone = add(registry, "D", areas="Tổ 2")
    before = registry.facets.of(Search(), "sites", AT).values
    with registry.change("trash"):
        registry.models.trash([gone], "2026-11-01")

    assert before == ((0, 1), (1, 2), (2, 1))
    assert registry.facets.of(Search(), "sites", AT).values == ((0, 1), (1, 1), (2, 1))
    assert registry.facets.of(Search(view="trash"), "sites", AT).values == ((1, 1),)


def test_options_stand_in_the_order_in_which_they_are_sorted_and_blank_last(registry: Registry) -> None:
    for name, level in (("A", "ministry"), ("B", "ward"), ("C", ""), ("D", "province"), ("E", "district")):
        add(registry, name, level=level)

    told = [value for value, _count in registry.facets.of(Search(), "level", AT).values]

    assert told == ["ward", "district", "province", "ministry", None]
