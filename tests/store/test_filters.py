"""Each kind of filter finds exactly the rows that its words promise, and its opposite the others."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry_app.domain.dates import first_day
from registry_app.domain.periods import PERIODS, stretch
from registry_app.domain.query import parse, searched
from registry_app.domain.search import ANY, Filter, Moment, Search
from registry_app.store.registry import Registry

from ..making import TODAY, add

AT = Moment(TODAY)


def found(registry: Registry, *filters: Filter) -> set[str]:
    """Names of what passes all ``filters``."""
    ids = registry.models.ids(Search(filters=filters), AT)
    return {row.name for row in registry.models.window(ids, AT)}


@pytest.fixture
def ward(registry: Registry) -> Registry:
    """Five models that differ in what filters look at."""
    add(registry, "A", founded_on="05/03/2020", areas="Tổ 2; Tổ 10", tags="mẫu", lead="Hội Phụ nữ", interval_months="6")
    add(registry, "B", founded_on="2020", areas="Tổ 2", tags="mẫu; mới", interval_months="12", notes="Có 100% camera_2")
    add(registry, "C", founded_on="12/2021", areas="Tổ 10", partners="Hội Phụ nữ", notes="hoà giải")
    add(registry, "D", "KAN", founded_on="01/01/2022", lead="Đoàn Thanh niên")
    add(registry, "E", "KAN")
    return registry


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("thành-lập:2020", "AB"),
        ("thành-lập:03/2020", "A"),
        ("thành-lập<2021", "AB"),
        ("thành-lập<=2021", "ABC"),
        ("thành-lập>2020", "CD"),
        ("thành-lập>=12/2021", "CD"),
        ("thành-lập:2021..2022", "CD"),
        ("thành-lập:rỗng", "E"),
        ("-thành-lập:rỗng", "ABCD"),
        ("-thành-lập:2020", "CDE"),
        ("-thành-lập<2021", "CDE"),
        ("chu-kỳ:6", "A"),
        ("chu-kỳ>6", "B"),
        ("chu-kỳ>=6", "AB"),
        ("chu-kỳ:7..12", "B"),
        ("thẻ:mẫu", "AB"),
        ("thẻ:mẫu thẻ:mới", "B"),
        ("-thẻ:mẫu", "CDE"),
        ("thẻ:rỗng", "CDE"),
        ("địa-bàn:to-2", "AB"),
        ("địa-bàn:tổ", "ABC"),
        ("-địa-bàn:to-2", "CDE"),
        ("địa-bàn:rỗng", "DE"),
        ("-địa-bàn:rỗng", "ABC"),
        ("chủ-trì:phụ-nữ", "A"),
        ("chủ-trì:hội", "A"),
        ("phối-hợp:hội", "C"),
        ("chủ-trì:rỗng", "BCE"),
        ("-chủ-trì:phụ-nữ", "BCDE"),
        ("ghi-chú:hòa", "C"),
        ('ghi-chú:"100%"', "B"),
        ("ghi-chú:%", "B"),
        ("ghi-chú:camera_2", "B"),
        ('"hoa giai"', "C"),
        ('-"hoa giai"', "ABDE"),
        ("loại:kan", "DE"),
        ("loại:KAN -thành-lập:rỗng", "D"),
        ("tên=A", "A"),
        ("mã:kan", "DE"),
    ],
)
def test_a_query_finds_what_its_words_promise(ward: Registry, typed: str, wanted: str) -> None:
    query = parse(typed, ward.lists, TODAY)

    assert not query.troubles
    search = searched(Search(), query)
    assert found(ward, *search.filters) == set(wanted)
    assert ward.models.count(search, AT) == len(wanted)


@pytest.mark.parametrize("sign", ["%", "_", "*", "&", "' OR 1=1 --"])
def test_signs_that_sql_means_something_by_are_only_letters(ward: Registry, sign: str) -> None:
    wanted = {"B"} if sign in "%_" else set()

    assert found(ward, Filter("notes", holds=sign)) == wanted
    assert found(ward, Filter(ANY, holds=sign)) == wanted
    assert found(ward, Filter("notes", (sign,))) == set()


@pytest.mark.parametrize("period", [option.key for option in PERIODS])
def test_a_period_holds_its_days_and_moves_with_the_day(sample_ward: Registry, period: str) -> None:
    rows = sample_ward.models.window(sample_ward.models.ids(Search(), AT), AT)
    for field in ("last_review", "founded_on", "next_review"):
        for on in (date(2026, 11, 22), date(2026, 1, 31), date(2024, 2, 29)):
            low, high = stretch(period, on)
            wanted = {
                row.id for row in rows if (day := getattr(row, field)) and low <= first_day(day).isoformat() <= high
            }
            search = Search(filters=(Filter(field, (period,)),))
            assert set(sample_ward.models.ids(search, Moment(on))) == wanted


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    field=st.sampled_from(("founded_on", "last_review", "next_review", "status_on")),
    low=st.dates(date(2015, 1, 1), date(2027, 12, 31)),
    high=st.dates(date(2015, 1, 1), date(2027, 12, 31)),
    open_end=st.sampled_from(("", "low", "high")),
)
def test_a_range_of_days_holds_both_its_ends(
    sample_ward: Registry, field: str, low: date, high: date, open_end: str
) -> None:
    one = Filter(
        field, low="" if open_end == "low" else low.isoformat(), high="" if open_end == "high" else high.isoformat()
    )
    rows = sample_ward.models.window(sample_ward.models.ids(Search(), AT), AT)

    wanted = {
        row.id
        for row in rows
        if (day := getattr(row, field))
        and (not one.low or first_day(day) >= low)
        and (not one.high or first_day(day) <= high)
    }

    assert set(sample_ward.models.ids(Search(filters=(one,)), AT)) == wanted


def test_a_filter_and_its_opposite_share_all_rows(sample_ward: Registry) -> None:
    everything = set(sample_ward.models.ids(Search(), AT))
    for one in (
        Filter("type", holds="camera"),
        Filter("areas", (1, 2, None)),
        Filter("tags", holds="m"),
        Filter("due", ("overdue", "soon")),
        Filter("last_review", (None, "2025")),
        Filter("founded_on", low="2020-01-01"),
        Filter("interval_months", ("6",)),
        Filter("extra.eyes", low="10", high="50"),
        Filter("notes", (None,)),
        Filter(ANY, holds="tổ dân phố"),
    ):
        negated = Filter(one.field, one.values, one.holds, one.low, one.high, one.strict, negated=True)
        there = set(sample_ward.models.ids(Search(filters=(one,)), AT))
        gone = set(sample_ward.models.ids(Search(filters=(negated,)), AT))
        assert there, one
        assert there | gone == everything
        assert not there & gone
