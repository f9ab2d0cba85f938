"""The history page by page: what answers to words, who, deed and days, and what can no longer be taken back."""

import time_machine

from registry_app.domain.ids import ActionId
from registry_app.operations import history_pages, models
from registry_app.operations.histories import Entry, history
from registry_app.operations.history_pages import Wanted, page, why_not
from registry_app.store.registry import Registry

from ..making import add


def found(registry: Registry, wanted: Wanted) -> list[str]:
    return [entry.label for entry in page(registry, wanted, None, 100).entries]


def test_pages_follow_each_other_without_gap_or_repetition(registry: Registry) -> None:
    for number in range(7):
        add(registry, f"Camera {number}")
    whole = [entry.action for entry in history(registry)]

    pages: list[int] = []
    before: ActionId | None = None
    for _page in range(20):
        read = page(registry, Wanted(), before, 3)
        pages += [entry.action for entry in read.entries]
        before = read.older
        if before is None:
            break

    assert pages == whole


def test_words_are_found_without_accents_in_values_and_names(registry: Registry) -> None:
    model = add(registry, "Camera an ninh", areas="Tổ dân phố 77")
    models.edit(registry, model, {"notes": "Màn hình hỏng", "aim": "Giữ trật tự"})

    (edit,) = page(registry, Wanted(words="man hinh"), None, 10).entries

    assert [change.new for change in edit.changes] == ["Màn hình hỏng"]
    assert found(registry, Wanted(words="to dan pho 77")) == ["Thêm mô hình"]
    assert found(registry, Wanted(words="xe dap")) == []


def test_who_deed_and_days_narrow_together(registry: Registry) -> None:
    with time_machine.travel("2030-01-31T10:00:00", tick=False):
        model = add(registry, "Một")
    with time_machine.travel("2030-02-01T10:00:00", tick=False):
        registry.who = "Hùng"
        models.edit(registry, model, {"notes": "hai"})
        models.trash(registry, [model])

    assert found(registry, Wanted(who="Hùng")) == ["Chuyển vào thùng rác", "Sửa mô hình"]
    assert found(registry, Wanted(who="Hùng", deed="Edit model")) == ["Sửa mô hình"]
    assert found(registry, Wanted(since="2030-01-01", until="2030-01-31")) == ["Thêm mô hình"]
    assert found(registry, Wanted(who="Hùng", until="2030-01-31")) == []


def test_one_model_is_told_only_what_was_done_to_it(registry: Registry) -> None:
    one, other = add(registry, "Một"), add(registry, "Hai")
    models.trash(registry, [one, other])

    read = page(registry, Wanted(model=one), None, 10)

    assert [entry.label for entry in read.entries] == ["Chuyển vào thùng rác", "Thêm mô hình"]
    assert {change.code for entry in read.entries for change in entry.changes} == {"CAM-2026-001"}


def test_writers_and_deeds_are_offered_once_in_order(registry: Registry) -> None:
    registry.who = "Đặng An"
    add(registry, "Một")
    add(registry, "Hai")

    assert history_pages.writers(registry) == ["Đặng An", "Lan"]
    assert history_pages.deeds(registry).count("Add model") == 1


def test_why_an_action_cannot_be_taken_back_is_said(registry: Registry) -> None:
    model = add(registry, "Một")
    models.edit(registry, model, {"notes": "hai"})
    registry.undo()

    undo, edit, addition, start = (*history(registry)[:3], history(registry)[-1])

    assert [why_not(entry) for entry in (undo, edit, addition, start)] == [
        history_pages.IS_UNDO,
        history_pages.UNDONE,
        "",
        history_pages.BARRED,
    ]


def test_a_page_of_a_long_history_tells_the_same_as_the_whole(registry: Registry) -> None:
    """Only what begins in a page is walked back from now; what merely changed there says itself what it was."""
    model = add(registry, "Một", areas="Tổ dân phố 77")
    for number in range(5):
        models.edit(registry, model, {"notes": f"lần {number}", "areas": "Tổ dân phố 77" if number % 2 else ""})
    registry.undo()
    models.trash(registry, [model])
    whole = history(registry)

    paged: list[Entry] = []
    before: ActionId | None = None
    for _page in whole:
        read = page(registry, Wanted(), before, 1)
        paged += read.entries
        before = read.older

    assert paged == whole
