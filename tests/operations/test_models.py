"""What a user does with models: add, save, duplicate, trash; what was wrong is told at its field and nothing saved."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry_app.domain.cleaning import block, line
from registry_app.domain.errors import Refused
from registry_app.domain.ids import ModelId
from registry_app.domain.search import Moment, Search
from registry_app.operations import models
from registry_app.operations.models import NewModel
from registry_app.store.registry import Registry

from ..making import TODAY, add

AT = Moment(TODAY)
EVERYTHING = {
    "name": "Camera an ninh Tổ 5",
    "type": "camera an ninh",
    "kind": "chuyên đề",
    "field": "an ninh, trat tu chung",
    "level": "Cấp tỉnh, thành phố",
    "lead": "cong an phuong",
    "partners": "Hội Nông dân phường; Đoàn TNCS Hồ Chí Minh phường",
    "areas": ["Tổ 5", "Tổ 10"],
    "tags": "mẫu; 5 nhất",
    "paper_kind": "Quyết định",
    "paper_number": "12/QĐ-UBND",
    "founded_on": "5/3/2020",
    "paper_signer": "Nguyễn Văn An",
    "launched_on": "06/2020",
    "aim": "Dòng một\r\nDòng hai",
    "funding": "Xã hội hóa 30.000.000 đồng",
    "notes": "ghi chú",
    "interval_months": "3",
    "review_on": "2027",
    "extra.eyes": "1.250",
    "extra.sign_posted": "có",
}


def fields(refused: Refused) -> list[str]:
    """The fields that have a problem."""
    return [problem.field for problem in refused.problems]


def refused(registry: Registry, **typed: str) -> list[str]:
    """The fields at which adding is refused; nothing may have been saved."""
    with pytest.raises(Refused) as told:
        models.add(registry, [NewModel(typed={"name": "Một", "type": "CAM", **typed})])
    assert registry.models.count(Search(), AT) == 0
    assert registry.undoable is None
    return fields(told.value)


def test_every_field_is_kept_as_it_was_typed(registry: Registry) -> None:
    saved = models.add(registry, [NewModel(typed=EVERYTHING)], create=True)
    (row,) = registry.models.window(saved.ids, AT)

    assert saved.codes == (row.code,) == ("CAM-2020-001",)
    assert (row.name, row.type, row.kind, row.level) == ("Camera an ninh Tổ 5", "Camera an ninh", "theme", "province")
    assert (row.field, row.lead) == ("An ninh, trật tự chung", "Công an phường")
    assert row.partners == ("Hội Nông dân phường", "Đoàn TNCS Hồ Chí Minh phường")
    assert (row.areas, row.tags) == (("Tổ 5", "Tổ 10"), ("mẫu", "5 nhất"))
    assert (row.founded_on, row.launched_on, row.review_on) == ("2020-03-05", "2020-06", "2027")
    assert (row.aim, row.interval_months, row.next_review) == ("Dòng một\nDòng hai", 3, "2027")
    assert row.extra == {"eyes": "1250", "sign_posted": "yes"}
    assert (row.status, row.status_on) == ("Đang hoạt động", "2020-03-05")


def test_codes_count_by_type_and_year_and_are_never_given_again(registry: Registry) -> None:
    first = add(registry, "Một", founded_on="2020")
    registry.undo()
    second = models.add(registry, [NewModel(typed={"name": "Hai", "type": "CAM", "founded_on": "2020"})])
    third = models.add(registry, [NewModel(typed={"name": "Ba", "type": "CAM"})])

    assert first
    assert second.codes == ("CAM-2020-002",)
    assert third.codes == (f"CAM-{date.today().year}-001",)


def test_a_code_that_is_brought_along_is_kept_and_passed_over_by_the_counter(registry: Registry) -> None:
    models.add(registry, [NewModel(typed={"name": "Một", "type": "CAM"}, code="CAM-2020-001")])

    saved = models.add(registry, [NewModel(typed={"name": "Hai", "type": "CAM", "founded_on": "2020"})])

    assert saved.codes == ("CAM-2020-002",)


def test_a_used_code_is_refused_even_from_the_trash(registry: Registry) -> None:
    added = models.add(registry, [NewModel(typed={"name": "Một", "type": "CAM"}, code="CAM-2020-001")])
    models.trash(registry, added.ids)

    with pytest.raises(Refused) as told:
        models.add(registry, [NewModel(typed={"name": "Hai", "type": "CAM"}, code="cam-2020-001")])

    assert fields(told.value) == ["code"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": " \t "}, "name"),
        ({"name": "x" * 301}, "name"),
        ({"type": "kiểu lạ"}, "type"),
        ({"founded_on": "31/02/2020"}, "founded_on"),
        ({"founded_on": "01/01/2099"}, "founded_on"),
        ({"launched_on": "hôm kia"}, "launched_on"),
        ({"level": "cấp nhà"}, "level"),
        ({"lead": "Công an tỉnh lạ"}, "lead"),
        ({"areas": "Tổ dân phố 99"}, "areas"),
        ({"interval_months": "nửa năm"}, "interval_months"),
        ({"interval_months": "999"}, "interval_months"),
        ({"aim": "x" * 10_001}, "aim"),
        ({"extra.eyes": "mười"}, "extra.eyes"),
        ({"extra.wheels": "4"}, "extra.wheels"),
        ({"colour": "đỏ"}, "colour"),
        ({"code": "X-1"}, "code"),
        ({"last_review": "2020-01-01"}, "last_review"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_saved(
    registry: Registry, typed: dict[str, str], field: str
) -> None:
    assert refused(registry, **typed) == [field]


def test_all_problems_are_told_at_once(registry: Registry) -> None:
    assert sorted(refused(registry, founded_on="32/13/2020", level="x", areas="y")) == ["areas", "founded_on", "level"]


def test_an_unknown_status_is_refused_with_those_that_come_near(registry: Registry) -> None:
    with pytest.raises(Refused, match="Đang hoạt động"):
        models.add(registry, [NewModel(typed={"name": "Một", "type": "CAM"}, status="hoạt động tốt")])


def test_several_are_added_all_or_none(registry: Registry) -> None:
    good, bad = NewModel(typed={"name": "Một", "type": "CAM"}), NewModel(typed={"name": "", "type": "CAM"})

    with pytest.raises(Refused) as told:
        models.add(registry, [good, bad])

    assert fields(told.value) == ["2.name"]
    assert registry.models.count(Search(), AT) == 0


def test_a_refused_save_adds_nothing_to_the_lists(registry: Registry) -> None:
    with pytest.raises(Refused):
        models.add(registry, [NewModel(typed={"name": "", "type": "CAM", "areas": "Tổ 5"})], create=True)

    assert all(area.name != "Tổ 5" for area in registry.lists.areas.values())


def test_a_twin_is_saved_with_a_warning(registry: Registry) -> None:
    add(registry, "Tiếng kẻng an ninh", "KAN")

    saved = models.add(registry, [NewModel(typed={"name": "TIẾNG KẺNG an ninh", "type": "KAN"})])

    assert [warning.field for warning in saved.warnings] == ["name"]


def test_an_area_that_is_taken_away_ends_its_site_and_one_that_is_added_begins_one(registry: Registry) -> None:
    model = add(registry, "Một", areas="Tổ 1; Tổ 2", founded_on="01/01/2020")

    models.edit(registry, model, {"areas": "Tổ 2; Tổ 3"}, create=True)

    query = """SELECT a.name, s.valid_from, s.valid_to FROM site s JOIN area a ON a.id = s.area_id ORDER BY s.id"""
    today = date.today().isoformat()
    assert registry.connection.execute(query).fetchall() == [
        ("Tổ 1", "2020-01-01", today),
        ("Tổ 2", "2020-01-01", None),
        ("Tổ 3", today, None),
    ]


def test_an_empty_text_empties_a_field_and_a_missing_one_leaves_it(registry: Registry) -> None:
    model = add(registry, "Một", areas="Tổ 1", notes="cũ", funding="mới")

    models.edit(registry, model, {"notes": "", "areas": ""})

    (row,) = registry.models.window([model], AT)
    assert (row.notes, row.areas, row.funding) == ("", (), "mới")


def test_extra_fields_go_with_the_type(registry: Registry) -> None:
    model = add(registry, "Một", **{"extra.eyes": "4"})

    models.edit(registry, model, {"type": "Tiếng kẻng an ninh"})

    assert registry.models.window([model], AT)[0].extra == {}
    registry.undo()
    assert registry.models.window([model], AT)[0].extra == {"eyes": "4"}


def test_a_code_stays_when_type_and_date_change(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020")

    models.edit(registry, model, {"type": "Zalo an ninh", "founded_on": "2021"})

    assert registry.models.one(model).code == "CAM-2020-001"


def test_the_trash_keeps_all_and_is_in_no_other_list(registry: Registry) -> None:
    model = add(registry, "Một", areas="Tổ 1")
    before = registry.models.one(model)

    models.trash(registry, [model])
    assert registry.models.count(Search(), AT) == 0
    assert registry.models.count(Search(view="trash"), AT) == 1
    models.untrash(registry, [model])

    assert registry.models.one(model) == before


def test_a_duplicate_has_no_code_and_no_papers_of_its_own(registry: Registry) -> None:
    model = add(registry, "Một", areas="Tổ 1", founded_on="2020", paper_number="1/QĐ")

    copy = models.duplicate(registry, model)

    assert (copy.id, copy.code, copy.founded_on, copy.paper_number) == (ModelId(0), "", None, "")
    assert (copy.name, len(copy.area_ids)) == ("Một", 1)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(min_size=1, max_size=200), notes=st.text(max_size=400))
def test_any_text_comes_back_cleaned_and_whole(registry: Registry, name: str, notes: str) -> None:
    if not line(name):
        return

    model = add(registry, name, "TP", notes=notes)

    (row,) = registry.models.window([model], AT)
    assert (row.name, row.notes) == (line(name), block(notes))
    assert model in registry.models.ids(Search(words=name), AT)


@pytest.mark.parametrize(
    "name",
    ["<b", "A & B", "<img src=/etc/passwd>", "“x” 'y' \"z\"", "a\tb\x07c", "😀👩‍👩‍👧", "To\u0302\u0309", "x" * 200],
)
def test_hostile_names_are_stored_cleaned(registry: Registry, name: str) -> None:
    model = add(registry, name)

    assert registry.models.one(model).name == line(name)


def test_a_list_name_that_is_too_long_is_told_at_its_field_and_an_invisible_one_is_none(registry: Registry) -> None:
    with pytest.raises(Refused) as told:
        models.add(registry, [NewModel(typed={"name": "Một", "type": "CAM", "areas": "x" * 301})], create=True)
    model = add(registry, "Hai", areas="\u200b; \u0007")

    assert fields(told.value) == ["areas"]
    assert registry.models.one(model).area_ids == ()


def test_a_semicolon_in_an_extra_text_stays(registry: Registry) -> None:
    model = add(registry, "Cổng trường", "CT", **{"extra.school": "Trường A; Trường B"})

    assert registry.models.window([model], AT)[0].extra["school"] == "Trường A; Trường B"
