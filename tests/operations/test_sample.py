"""The sample ward holds what the sources name, obeys every rule, and is the same each time."""

from datetime import date
from pathlib import Path

from registry_app.domain import rules
from registry_app.domain.search import Moment, Search
from registry_app.domain.vietnamese import fold
from registry_app.operations import sample
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


def test_the_sample_is_large_enough_and_has_every_type_and_every_source_name(sample_ward: Registry) -> None:
    rows = sample_ward.models.window(sample_ward.models.ids(Search(), AT), AT)
    names = [fold(row.name) for row in rows]

    assert len(rows) >= 120
    assert {row.type for row in rows} == {one.name for one in sample_ward.lists.types.values()}
    assert len(sample_ward.lists.types) == 34
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
        assert again.settings.ward().sample
        assert "dữ liệu mẫu" in again.settings.ward().name
