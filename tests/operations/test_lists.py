"""The ward's lists: added to, renamed, retired; an entry in use is never deleted."""

import pytest
from msgspec.structs import replace

from registry_app.domain.entries import Area, Entry, Grade, ModelType, Organisation, Status, Tag, WorkField
from registry_app.domain.errors import Refused
from registry_app.domain.search import Moment, Search
from registry_app.operations import lists
from registry_app.store.registry import Registry

from ..making import TODAY, add


@pytest.mark.parametrize(
    "entry",
    [
        ModelType(code="NEW", name="Loại mới", interval_months=6),
        WorkField(name="Lĩnh vực mới"),
        Organisation(name="Đơn vị mới"),
        Area(name="Tổ dân phố 99"),
        Tag(name="mới"),
        Status(name="Chờ duyệt", kind="preparing", position=9),
        Grade(name="Xuất sắc", rank=0, position=9),
    ],
)
def test_every_list_takes_an_entry_and_gives_it_back_and_undo_takes_it_away(registry: Registry, entry: Entry) -> None:
    lists.save_entry(registry, entry)

    (found,) = [one for one in lists.entries_like(registry.lists, entry) if one.name == entry.name]
    assert found.id
    given = replace(found, id=0, code="") if isinstance(found, Organisation | Area) else replace(found, id=0)
    assert given == entry
    registry.undo()
    assert all(one.name != entry.name for one in lists.entries_like(registry.lists, entry))


def test_an_area_that_is_renamed_is_found_by_both_names(registry: Registry) -> None:
    model = add(registry, "Một", areas="Tổ 7")
    area = next(area for area in registry.lists.areas.values() if area.name == "Tổ 7")

    lists.save_entry(registry, replace(area, name="Khu phố Bến Nghé"))

    for words in ("to 7", "ben nghe"):
        assert list(registry.models.ids(Search(words=words), Moment(TODAY))) == [model]
    assert registry.models.window([model], Moment(TODAY))[0].areas == ("Khu phố Bến Nghé",)


def test_an_entry_in_use_is_retired_and_one_that_nothing_uses_is_deleted(registry: Registry) -> None:
    model = add(registry, "Một", tags="mẫu")
    lists.save_entry(registry, Tag(name="thừa"))
    used, spare = sorted(registry.lists.tags.values(), key=lambda tag: tag.name)

    lists.remove(registry, used)
    lists.remove(registry, spare)

    assert [(tag.name, tag.retired) for tag in registry.lists.tags.values()] == [("mẫu", True)]
    assert registry.models.window([model], Moment(TODAY))[0].tags == ("mẫu",)
    lists.retire(registry, registry.lists.tags[next(iter(registry.lists.tags))], retired=False)
    assert not next(iter(registry.lists.tags.values())).retired


def test_a_second_entry_of_the_same_name_is_refused(registry: Registry) -> None:
    with pytest.raises(Refused):
        lists.save_entry(registry, Organisation(name="CÔNG AN phường"))


def test_codes_of_areas_and_organisations_are_given(registry: Registry) -> None:
    lists.save_entry(registry, Area(name="Tổ 1"))
    lists.save_entry(registry, Area(name="Tổ 2"))

    codes = [area.code for area in registry.lists.areas.values()]

    assert len(set(codes)) == len(codes) == 3
    assert all(code.startswith("DB-") for code in codes)


def test_the_ward_itself_and_the_last_active_label_stay_in_use(registry: Registry) -> None:
    ward = next(area for area in registry.lists.areas.values() if area.whole_ward)

    for needed in (ward, registry.lists.default_status()):
        for take_away in (lists.retire, lists.remove):
            with pytest.raises(Refused):
                take_away(registry, needed)


@pytest.mark.parametrize("name", ["", " \u200b\t", "x" * 301])
def test_a_name_that_can_be_in_no_list_is_told(registry: Registry, name: str) -> None:
    with pytest.raises(Refused):
        lists.save_entry(registry, Organisation(name=name))


def test_a_name_is_cleaned_before_it_is_kept(registry: Registry) -> None:
    lists.save_entry(registry, Organisation(name="  Hội\tNgười  cao tuổi\u0007 mới "))

    assert "Hội Người cao tuổi mới" in {one.name for one in registry.lists.organisations.values()}
