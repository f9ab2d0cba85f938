"""The history for people: old → new of every field, rebuilt from a log that keeps little."""

from pathlib import Path

from msgspec.structs import replace

from registry_app.domain.ids import ReviewId
from registry_app.domain.review import Review, StatusChange
from registry_app.domain.ward import Ward
from registry_app.operations import files, histories, lists, models, reviewing
from registry_app.operations.histories import Entry, history, row_name
from registry_app.operations.history_words import NOUNS, WARD_FACTS
from registry_app.store import history as log
from registry_app.store.registry import Registry

from ..making import add


def told(entry: Entry) -> list[tuple[str, str | None, str | None]]:
    """Field, old and new of every change, as people read them."""
    return [(change.field, change.old, change.new) for change in entry.changes]


def keyed(entry: Entry) -> list[tuple[str, str | None, str | None]]:
    """Field, old and new of every change, as programs read them."""
    return [(f"{one.noun_key}.{one.field_key}", one.old_value, one.new_value) for one in entry.changes]


def test_every_logged_column_has_its_words(registry: Registry) -> None:
    untold = {
        "model": {"code", "review_on_entered"},
        "model_extra": {"extra_id"},
        "setting": {"key"},
        "site": {"place_kind"},
        "area_former_name": {"valid_to"},
    }
    for table in log.LOGGED:
        noun = NOUNS[table]
        silent = {"id", noun.owner_column} | untold.get(table, set())
        assert set(log.columns(registry.connection, table)) - silent == set(noun.columns), table


def test_every_fact_of_the_ward_has_its_words() -> None:
    assert WARD_FACTS.keys() == set(Ward.__struct_fields__)


def test_an_edit_tells_old_and_new_for_people_and_for_programs(registry: Registry) -> None:
    model = add(registry, "Cũ", founded_on="5/3/2020", level="ward")
    models.edit(registry, model, {"name": "Mới", "founded_on": "2021", "level": "", "type": "LGA"})

    newest = history(registry, model)[0]

    assert told(newest) == [
        ("Tên mô hình", "Cũ", "Mới"),
        ("Loại mô hình", "Camera an ninh", "Tổ liên gia an toàn về an ninh, trật tự"),
        ("Cấp", "Cấp xã", None),
        ("Ngày thành lập", "05/03/2020", "2021"),
    ]
    assert keyed(newest)[2:] == [("model.level", "ward", None), ("model.founded_on", "2020-03-05", "2021")]
    assert {change.code for change in newest.changes} == {"CAM-2020-001"}


def test_what_was_entered_is_told_as_of_then_after_later_edits(registry: Registry) -> None:
    model = add(registry, "Đầu", **{"extra.eyes": "12", "areas": "Tổ 1"})
    models.edit(registry, model, {"name": "Giữa", "extra.eyes": "13"})
    models.edit(registry, model, {"name": "Sau", "extra.eyes": ""})

    third, second, first = history(registry, model)

    assert ("model.name", None, "Đầu") in keyed(first)
    assert ("model.extra.eyes", None, "12") in keyed(first)
    assert ("Số mắt camera", "12", "13") in told(second)
    assert keyed(third) == [("model.name", "Giữa", "Sau"), ("model.extra.eyes", "13", None)]


def test_what_is_gone_is_still_told(registry: Registry) -> None:
    model = add(registry, "Một", tags="mẫu", partners="Hội A")
    models.edit(registry, model, {"tags": "", "partners": "Hội B"}, create=True)
    registry.undo()
    registry.undo()

    entries = history(registry)

    assert ("model.tags", None, "mẫu") in keyed(entries[-2])
    assert ("model.partners", "Hội A", None) in keyed(entries[2])
    assert ("model.name", "Một", None) in keyed(entries[0])


def test_an_area_that_a_model_leaves_is_told_by_name(registry: Registry) -> None:
    model = add(registry, "Một", areas="Tổ 1; Tổ 2")
    models.edit(registry, model, {"areas": "Tổ 2"})

    newest = history(registry, model)[0]

    assert ("site.area", "Tổ 1", None) in keyed(newest)


def test_reviews_corrections_and_statuses_are_told(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="05/03/2020")
    reviewing.mark_reviewed(registry, [model], Review(on="2021-01-31", effective="yes", findings="tốt"))
    (review,) = registry.reviews.of(model)
    reviewing.correct_review(registry, ReviewId(review.id), Review(on="2021-02-01"))
    ended = next(one for one in registry.lists.statuses.values() if one.name == "Ghép")
    reviewing.change_status(registry, [model], StatusChange(status_id=ended.id, on="2022-01-01", reason="x"))  # type: ignore[arg-type]

    status, correction, reviewed, _added = history(registry, model)

    assert ("Trạng thái", "Đang hoạt động", "Ghép") in told(status)
    assert ("Thay cho lần rà soát ngày", None, "31/01/2021") in told(correction)
    assert ("review.effective", None, "yes") in keyed(reviewed)


def test_an_undo_names_what_it_took_back_and_marks_it(registry: Registry) -> None:
    add(registry, "Một")
    registry.undo()
    registry.redo()
    registry.undo()

    entries = history(registry)[:4]

    labels = ["Hoàn tác: Thêm mô hình", "Làm lại: Thêm mô hình", "Hoàn tác: Thêm mô hình", "Thêm mô hình"]
    assert [entry.label for entry in entries] == labels
    assert [entry.undone for entry in entries] == [False, False, True, True]


def test_the_history_of_a_model_leaves_other_models_out(registry: Registry) -> None:
    one, two = add(registry, "Một", areas="Tổ 1"), add(registry, "Hai", areas="Tổ 1")
    models.trash(registry, [one, two])

    entries = history(registry, two)

    assert [len({change.code for change in entry.changes}) for entry in entries] == [1, 1]
    assert len(entries) == 2


def test_list_entries_and_the_wards_facts_are_told(registry: Registry) -> None:
    area = next(iter(registry.lists.areas.values()))
    lists.save_entry(registry, replace(area, name="Phường Mới"))
    files.save_ward(registry, replace(registry.settings.ward(), within=45, signer_name="Lê An"))

    ward, renamed = history(registry, limit=2)

    assert ("Địa bàn", area.name, "Phường Mới") in [(one.noun, one.old, one.new) for one in renamed.changes]
    assert keyed(ward) == [("ward.signer_name", None, "Lê An"), ("ward.within", "30", "45")]


def test_names_are_in_the_history_of_a_retired_and_of_a_deleted_entry(registry: Registry) -> None:
    model = add(registry, "Một", lead="Hội A")
    models.edit(registry, model, {"lead": ""})
    body = next(one for one in registry.lists.organisations.values() if one.name == "Hội A")
    lists.remove(registry, body)

    assert keyed(history(registry, model)[0]) == [("model.lead", "Hội A", None)]


def test_the_limits_are_kept_and_what_is_left_out_is_counted(sample_ward: Registry) -> None:
    (newest,) = history(sample_ward, limit=1, rows=5)

    assert newest.more > 1000
    assert len(history(sample_ward, limit=0)) == 0
    assert history(sample_ward, limit=1, rows=None)[0].more == 0


def test_the_newest_come_first_and_no_more_than_usual(registry: Registry) -> None:
    model = add(registry, "Một")
    for number in range(3):
        models.edit(registry, model, {"notes": str(number)})

    entries = history(registry, model, 2)

    assert [change.new for entry in entries for change in entry.changes] == ["2", "1"]


def test_a_row_is_named_by_its_noun_and_code(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020", areas="Tổ 1")

    assert row_name(registry, "model", model) == "Mô hình CAM-2020-001"
    assert row_name(registry, "site", 1) == "Điểm mô hình CAM-2020-001"


def test_an_empty_history_is_empty(registry: Registry, tmp_path: Path) -> None:
    with Registry.create(tmp_path / "bare.registry") as bare:
        assert histories.history(bare) == []
