"""The ward's own views: kept, renamed, arranged, dropped and found by name; each deed can be taken back."""

import pytest

from registry_app.domain.errors import NotFound, ReadOnly, Refused
from registry_app.domain.ids import TypeId
from registry_app.domain.saved_view import SavedView, ShownColumn
from registry_app.domain.search import VIEWS, Filter, Moment, Order, Search
from registry_app.operations import lists, views
from registry_app.store.registry import Registry

from ..making import TODAY, add

CAMERAS = Search(
    view="overdue",
    words="tổ",
    filters=(
        Filter("type", (1, None)),
        Filter("last_review", high="2025-12-31", negated=True),
        Filter("interval_months", low="6", strict=True),
        Filter("notes", holds="cổng"),
        Filter("next_review", ("this-month",)),
    ),
    order=(Order("lead", descending=True), Order("name")),
    group="type",
)
COLUMNS = (ShownColumn(field="code", width=900), ShownColumn(field="extra.eyes"))


def saved(registry: Registry, name: str, search: Search = CAMERAS) -> SavedView:
    return views.save_view(registry, SavedView(name=name, search=search, columns=COLUMNS))[0]


def names(registry: Registry) -> list[str]:
    return [view.name for view in registry.views.all()]


def test_a_view_comes_back_as_it_was_kept(registry: Registry) -> None:
    view = saved(registry, "  Camera   quá hạn ")

    (read,) = registry.views.all()

    assert read == view
    assert read.name == "Camera quá hạn"
    assert read.search == CAMERAS
    assert read.columns == COLUMNS


def test_new_views_stand_last_and_can_be_arranged(registry: Registry) -> None:
    numbers = [saved(registry, name).id for name in ("A", "B", "C")]

    views.arrange_views(registry, [numbers[2], numbers[0], numbers[1]])

    assert names(registry) == ["C", "A", "B"]


def test_renaming_keeps_the_place(registry: Registry) -> None:
    first = saved(registry, "A")
    saved(registry, "B")

    views.save_view(registry, SavedView(id=first.id, name="Z", search=first.search, position=first.position))

    assert names(registry) == ["Z", "B"]


def test_every_deed_can_be_taken_back(registry: Registry) -> None:
    view = saved(registry, "A")
    views.delete_view(registry, view)
    assert names(registry) == []

    registry.undo()
    assert registry.views.all() == (view,)

    registry.undo()
    assert names(registry) == []


@pytest.mark.parametrize("name", ["", "  ", "camera", "CÁMERA", "all", "Quá hạn", "x" * 301])
def test_a_name_that_is_blank_too_long_or_taken_is_refused_at_its_field(registry: Registry, name: str) -> None:
    saved(registry, "Camera")

    with pytest.raises(Refused) as refused:
        saved(registry, name)

    assert [problem.field for problem in refused.value.problems] == ["name"]
    assert names(registry) == ["Camera"]


def test_a_view_may_keep_its_own_name(registry: Registry) -> None:
    view = saved(registry, "Camera")

    again, _changes = views.save_view(registry, SavedView(id=view.id, name="camera", search=Search()))

    assert again.name == "camera"


def test_a_register_open_for_reading_keeps_no_views(registry: Registry) -> None:
    with Registry.open(registry.path, who="Lan", read_only=True) as reader, pytest.raises(ReadOnly):
        saved(reader, "Camera")


def test_a_view_is_found_by_its_key_or_its_name_without_accents(registry: Registry) -> None:
    saved(registry, "Camera quá hạn")

    assert views.search_of(registry, "camera qua han") == CAMERAS
    for view in VIEWS:
        assert views.search_of(registry, view.key) == Search(view=view.key)


def test_an_unknown_view_is_refused_with_the_names_there_are(registry: Registry) -> None:
    saved(registry, "Camera quá hạn")

    with pytest.raises(NotFound, match=r"never-reviewed.*Camera quá hạn"):
        views.search_of(registry, "quý này")


def test_a_view_whose_entry_is_gone_shows_the_rest(registry: Registry) -> None:
    saved(
        registry, "A", Search(filters=(Filter("tags", (999,)), Filter("type", (1, 999)), Filter("extra.gone", ("1",))))
    )

    assert views.search_of(registry, "A").filters == (Filter("type", (1,)),)


def test_a_view_whose_type_was_retired_still_finds_its_models(registry: Registry) -> None:
    add(registry, "Camera an ninh")
    saved(registry, "A", Search(filters=(Filter("type", (1,)),)))

    lists.retire(registry, registry.lists.types[TypeId(1)])

    assert registry.models.count(views.search_of(registry, "A"), Moment(TODAY)) == 1


def test_a_query_narrows_the_view_and_says_what_it_cannot_read(registry: Registry) -> None:
    search, troubles = views.asked(registry, "paused", "tổ loại:camera rà-soát<13/2026", TODAY)

    assert search == Search(view="paused", words="tổ", filters=(Filter("type", holds="camera"),))
    assert [str(trouble) for trouble in troubles] == ["“13/2026”: không có tháng 13."]


def test_models_that_nobody_leads_are_found_by_a_word(sample_ward: Registry) -> None:
    at = Moment(TODAY)
    blank, _troubles = views.asked(sample_ward, "all", "lãnh-đạo:rỗng", at.on)
    led, _troubles = views.asked(sample_ward, "all", "-lãnh-đạo:rỗng", at.on)

    found = sample_ward.models.window(sample_ward.models.ids(blank, at), at)

    assert found
    assert {row.leaders for row in found} == {""}
    assert len(found) + sample_ward.models.count(led, at) == sample_ward.models.count(Search(), at)
