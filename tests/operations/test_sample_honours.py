"""The sample ward holds the commendations of the source papers and years of recognition that obey every rule."""

from collections import Counter
from datetime import date

from registry_app.domain.recognition_rules import Standing
from registry_app.domain.search import Moment, Search
from registry_app.operations import force, honour_checks, recognising
from registry_app.reports.honours import count_commendations
from registry_app.store.registry import Registry

AT = Moment(date(2026, 11, 15))
HONG_BANG, HA_NAM, HONG_LINH = "2020-12-29", "2022-01-14", "2022-08-23"


def told(registry: Registry, on: str) -> Counter[tuple[str, str, str]]:
    """How many were commended on that day, by form, level and recipient."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for row in registry.inside.commendations.rows(Search(noun="commendation"), AT):
        if row.on == on:
            counts[row.form.split(" “")[0], row.level or "", row.recipient] += row.number
    return counts


def test_the_commendations_of_the_sources_add_up(sample_ward: Registry) -> None:
    assert told(sample_ward, HONG_BANG) == {
        ("Kỷ niệm chương", "ministry", "person"): 14,
        ("Giấy khen", "district", "collective"): 14,
        ("Giấy khen", "district", "person"): 16,
    }
    assert told(sample_ward, HA_NAM) == {
        ("Cờ thi đua xuất sắc", "province", "collective"): 2,
        ("Kỷ niệm chương", "ministry", "person"): 15,
        ("Bằng khen", "ministry", "collective"): 8,
        ("Bằng khen", "province", "collective"): 14,
        ("Bằng khen", "province", "person"): 8,
        ("Danh hiệu", "province", "collective"): 7,
    }
    assert told(sample_ward, HONG_LINH) == {
        ("Bằng khen", "province", "collective"): 1,
        ("Giấy khen", "province", "person"): 1,
        ("Giấy khen", "district", "collective"): 6,
        ("Giấy khen", "district", "person"): 9,
    }
    assert told(sample_ward, HONG_LINH).total() == 17


def test_the_17_of_hong_linh_are_told_by_theme(sample_ward: Registry) -> None:
    themes: Counter[str] = Counter()
    for row in sample_ward.inside.commendations.rows(Search(noun="commendation"), AT):
        if row.on == HONG_LINH:
            themes["5 nhất" if "5 nhất" in row.theme else row.theme] += row.number

    assert themes == {"5 nhất": 11, "Tổ liên gia": 6}


def test_every_honour_of_the_sample_obeys_the_rules(sample_ward: Registry) -> None:
    inside = sample_ward.inside
    for noun in ("commendation", "exemplar", "recognition"):
        shelf = inside.of(noun)
        view = "every" if noun == "exemplar" else "all"
        for value in shelf.many(shelf.ids(Search(noun=noun, view=view), AT)):
            found = (*honour_checks.problems(sample_ward, value), *honour_checks.warnings(sample_ward, value))
            assert not found, (value, [str(one) for one in found])


def test_the_years_of_recognition_stand_differently(sample_ward: Registry) -> None:
    found: dict[int, Standing] = {
        year: recognising.ward_standing(sample_ward, year) for year in recognising.years(sample_ward)
    }

    assert list(found) == [2026, 2025, 2024, 2023]
    assert {year: one.meets for year, one in found.items()} == {2026: False, 2025: True, 2024: True, 2023: False}
    assert [problem.field for problem in found[2023].why] == ["registered_on", "recognised"]
    assert found[2026].waiting == 12
    areas = [row for row in recognising.rows(sample_ward, 2026) if row.subject == "residential"]
    assert len(areas) == 24


def test_form_bm1_of_the_sample_has_all_its_columns(sample_ward: Registry) -> None:
    total = force.read(sample_ward, date(2026, 11, 14)).total

    assert (total.merit_collectives, total.merit_people) == (1, 1)
    assert (total.praise_collectives, total.praise_people) == (0, 2)
    assert total.injured == 1


def test_what_the_list_counts_is_what_was_given(sample_ward: Registry) -> None:
    rows = [
        one for one in sample_ward.inside.commendations.rows(Search(noun="commendation"), AT) if one.on == HONG_BANG
    ]

    assert count_commendations(rows) == "14 tập thể, 30 cá nhân"
