"""Changing many models at once: shown first, done as one action, by the rules of a single edit."""

from pathlib import Path

import pytest

from registry_app.domain import words
from registry_app.domain.errors import Refused, RegistryError
from registry_app.domain.ids import ModelId
from registry_app.domain.model import LocalModel
from registry_app.operations import bulk, histories, lists, models
from registry_app.operations.deeds import AddNames, Deeds, MakeEmpty, RemoveNames, ReplaceText, SetTo
from registry_app.operations.replacing import Wanted
from registry_app.store.registry import Registry

from ..making import add


@pytest.fixture
def three(registry: Registry) -> list[ModelId]:
    """Two camera models and a bell."""
    return [
        add(registry, "Camera Tổ 1", level="Cấp xã", notes="cần xem lại", tags="mẫu", **{"extra.eyes": "4"}),
        add(registry, "Camera Tổ 2", areas="Tổ 2", tags="mẫu; mới", founded_on="2020"),
        add(registry, "Tiếng kẻng", "tiếng kẻng an ninh", areas="Tổ 2; Tổ 3"),
    ]


def names(registry: Registry, ids: list[ModelId]) -> list[str]:
    return [registry.models.one(model).name for model in ids]


def told(registry: Registry, ids: list[ModelId], deeds: Deeds) -> list[tuple[str, str]]:
    """(field, problem) for which the deeds are refused as such."""
    with pytest.raises(Refused) as refused:
        bulk.preview(registry, ids, deeds)
    return [(problem.field, str(problem)) for problem in refused.value.problems]


def everything(registry: Registry, ids: list[ModelId]) -> list[LocalModel]:
    return [registry.models.one(model) for model in ids]


def test_many_models_are_read_as_each_by_itself(registry: Registry, three: list[ModelId]) -> None:
    assert registry.models.many([three[2], ModelId(999), three[0]]) == everything(registry, [three[2], three[0]])


def test_a_preview_says_old_and_new_of_each_and_writes_nothing(registry: Registry, three: list[ModelId]) -> None:
    before = everything(registry, three)

    shown = bulk.preview(registry, three, {"level": SetTo("ward"), "notes": MakeEmpty()})

    assert [(one.code[:3], one.field, one.old, one.new) for one in shown.changes] == [
        ("CAM", "notes", "cần xem lại", ""),
        ("CAM", "level", "", "Cấp xã"),
        ("KAN", "level", "", "Cấp xã"),
    ]
    assert dict(shown.counts) == {"notes": 1, "level": 2}
    assert (shown.unchanged, shown.refused) == (0, ())
    assert everything(registry, three) == before


def test_every_kind_of_deed_is_done_as_one_action_and_undone_as_one(registry: Registry, three: list[ModelId]) -> None:
    before = everything(registry, three)
    deeds: Deeds = {
        "name": ReplaceText(Wanted(find="tổ", by="Khu phố")),
        "level": MakeEmpty(),
        "interval_months": SetTo("3"),
        "areas": AddNames(("Tổ 9",)),
        "tags": RemoveNames(("mẫu",)),
    }

    saved = bulk.apply(registry, bulk.preview(registry, three, deeds, create=True))

    first, second, third = everything(registry, three)
    area = {entry.id: entry.name for entry in registry.lists.areas.values()}
    assert (first.name, first.level, first.interval_months, first.tag_ids) == ("Camera Khu phố 1", None, 3, ())
    assert [registry.lists.tags[tag].name for tag in second.tag_ids] == ["mới"]
    assert [area[number] for number in third.area_ids] == ["Tổ 2", "Tổ 3", "Tổ 9"]
    assert saved.changes.label == "Bulk edit"
    registry.undo()
    assert everything(registry, three) == before
    registry.redo()
    assert registry.models.one(three[0]).name == "Camera Khu phố 1"


def test_models_that_were_not_given_are_never_touched(registry: Registry, three: list[ModelId]) -> None:
    other = registry.models.one(three[1])

    bulk.apply(registry, bulk.preview(registry, [three[0], three[2]], {"funding": SetTo("Ngân sách")}))

    assert registry.models.one(three[1]) == other
    assert registry.models.one(three[2]).funding == "Ngân sách"


def test_the_history_says_old_and_new(registry: Registry, three: list[ModelId]) -> None:
    bulk.apply(registry, bulk.preview(registry, three, {"name": ReplaceText(Wanted(find="Camera", by="Mắt"))}))

    newest = histories.history(registry, limit=1)[0]

    assert newest.label == words._(bulk.BULK_EDIT)
    assert {(change.old, change.new) for change in newest.changes} == {
        ("Camera Tổ 1", "Mắt Tổ 1"),
        ("Camera Tổ 2", "Mắt Tổ 2"),
    }


@pytest.mark.parametrize(
    ("name", "deed"),
    [
        ("name", MakeEmpty()),
        ("type", MakeEmpty()),
        ("kind", MakeEmpty()),
        ("founded_on", SetTo("31/02/2020")),
        ("interval_months", SetTo("ba")),
        ("funding", SetTo("x" * 1_000_000)),
        ("notes", SetTo("\u200b")),
        ("notes", SetTo("  \n ")),
        ("lead", SetTo(("Không có ai",))),
        ("tags", RemoveNames(("không có",))),
        ("areas", AddNames(("  ",))),
        ("level", ReplaceText(Wanted(find="a"))),
        ("aim", ReplaceText(Wanted(find=""))),
        ("name", AddNames(("a",))),
        ("code", SetTo("X-1")),
        ("extra.none", SetTo("1")),
        ("extra.eyes", SetTo("nhiều")),
    ],
)
def test_a_deed_that_makes_no_sense_is_told_at_its_field(
    registry: Registry, three: list[ModelId], name: str, deed: SetTo
) -> None:
    assert [field for field, _text in told(registry, three[:1], {name: deed, "paper_signer": SetTo("A")})] == [name]


def test_line_breaks_become_spaces_as_in_the_form(registry: Registry, three: list[ModelId]) -> None:
    shown = bulk.preview(registry, three[:1], {"funding": SetTo("một\r\nhai\tba")})

    assert shown.changes[0].new == "một hai ba"


def test_a_model_that_breaks_a_rule_is_refused_whole(registry: Registry, three: list[ModelId]) -> None:
    deeds: Deeds = {"name": ReplaceText(Wanted(find="Tiếng kẻng")), "funding": SetTo("Ngân sách")}

    shown = bulk.preview(registry, three, deeds)

    assert [(one.id, one.problem.field) for one in shown.refused] == [(three[2], "name")]
    assert {one.id for one in shown.changes} == set(three[:2])
    with pytest.raises(Refused):
        bulk.apply(registry, shown)
    assert names(registry, three)[2] == "Tiếng kẻng"
    assert registry.models.one(three[0]).funding == ""


def test_refused_models_are_left_out_when_asked(registry: Registry, three: list[ModelId]) -> None:
    deeds: Deeds = {"name": ReplaceText(Wanted(find="Tiếng kẻng")), "funding": SetTo("Ngân sách")}

    bulk.apply(registry, bulk.preview(registry, three, deeds), leave_out_refused=True)

    assert [registry.models.one(model).funding for model in three] == ["Ngân sách", "Ngân sách", ""]


def test_a_replacement_that_grows_too_long_is_refused(registry: Registry, three: list[ModelId]) -> None:
    shown = bulk.preview(registry, three, {"name": ReplaceText(Wanted(find="Camera", by="x" * 400))})

    assert {one.id for one in shown.refused} == set(three[:2])
    assert shown.unchanged == 1


def test_single_changes_can_be_left_out(registry: Registry, three: list[ModelId]) -> None:
    shown = bulk.preview(registry, three, {"name": ReplaceText(Wanted(find="Camera", by="Mắt"))})

    bulk.apply(registry, shown, without={(three[0], "name")}, label=bulk.REPLACE)

    assert names(registry, three) == ["Camera Tổ 1", "Mắt Tổ 2", "Tiếng kẻng"]


def test_a_register_that_changed_since_the_preview_is_not_written(registry: Registry, three: list[ModelId]) -> None:
    shown = bulk.preview(registry, three, {"notes": SetTo("mới")})
    models.edit(registry, three[0], {"notes": "người khác viết"})

    with pytest.raises(RegistryError, match=r"preview|xem trước"):
        bulk.apply(registry, shown)

    assert registry.models.one(three[0]).notes == "người khác viết"
    assert registry.models.one(three[1]).notes == ""


def test_a_change_elsewhere_does_not_matter(registry: Registry, three: list[ModelId]) -> None:
    shown = bulk.preview(registry, three[:1], {"notes": SetTo("mới")})
    models.edit(registry, three[1], {"notes": "khác"})

    assert bulk.apply(registry, shown).codes == (registry.models.one(three[0]).code,)


def test_new_names_are_added_to_the_list_in_the_same_action(registry: Registry, three: list[ModelId]) -> None:
    shown = bulk.preview(
        registry, three, {"lead": SetTo(("Hội Mới",)), "partners": AddNames(("hội mới",))}, create=True
    )
    assert "Hội Mới" not in [one.name for one in registry.lists.organisations.values()]
    assert {one.new for one in shown.changes} == {"Hội Mới"}

    bulk.apply(registry, shown)

    found = [one.id for one in registry.lists.organisations.values() if one.name == "Hội Mới"]
    assert [registry.models.one(model).lead_id for model in three] == found * 3
    registry.undo()
    assert "Hội Mới" not in [one.name for one in registry.lists.organisations.values()]


def test_a_retired_name_that_was_never_typed_stays(registry: Registry, three: list[ModelId]) -> None:
    tag = next(one for one in registry.lists.tags.values() if one.name == "mẫu")
    lists.retire(registry, tag)

    bulk.apply(registry, bulk.preview(registry, three, {"tags": AddNames(("mới",))}))

    assert [len(registry.models.one(model).tag_ids) for model in three] == [2, 2, 1]


def test_an_extra_field_is_set_where_the_type_has_it(registry: Registry, three: list[ModelId]) -> None:
    shown = bulk.preview(registry, three, {"extra.eyes": SetTo("1.250")})

    assert [(one.old, one.new) for one in shown.changes] == [("4", "1.250"), ("", "1.250")]
    assert [one.id for one in shown.refused] == [three[2]]


def test_another_type_shows_what_is_lost_with_the_old_one(registry: Registry, three: list[ModelId]) -> None:
    shown = bulk.preview(registry, three[:1], {"type": SetTo(("tiếng kẻng an ninh",))})

    assert [(one.field, one.old) for one in shown.changes] == [("type", "Camera an ninh"), ("extra.eyes", "4")]
    bulk.apply(registry, shown)
    assert registry.models.one(three[0]).extra == {}
    registry.undo()
    assert list(registry.models.one(three[0]).extra.values()) == ["4"]


def test_models_that_would_be_twins_are_told_and_may_be_saved(registry: Registry, three: list[ModelId]) -> None:
    shown = bulk.preview(registry, three[:1], {"name": SetTo("camera tổ 2")})
    assert [problem.values for problem in shown.warnings] == [{"count": 1}]

    assert bulk.apply(registry, shown).warnings == shown.warnings


def test_a_model_that_is_as_wanted_is_counted_as_unchanged(registry: Registry, three: list[ModelId]) -> None:
    shown = bulk.preview(registry, [*three, three[0]], {"level": SetTo("Cấp xã")})

    assert (len(shown.changes), shown.unchanged) == (2, 1)


def test_looking_ahead_tells_how_far_it_is_and_stops_when_asked(registry: Registry, three: list[ModelId]) -> None:
    steps: list[tuple[int, int]] = []

    def stop(so_far: int, of: int) -> bool:
        steps.append((so_far, of))
        return False

    shown = bulk.preview(registry, three, {"notes": SetTo("x")}, progress=stop)

    assert (steps, shown.changes) == ([(0, 3)], ())


def test_own_review_dates_are_entered_today(registry: Registry, three: list[ModelId]) -> None:
    bulk.apply(registry, bulk.preview(registry, three, {"review_on": SetTo("1/2/2027")}))
    entered = registry.connection.execute("SELECT DISTINCT review_on_entered FROM model").fetchall()
    assert len(entered) == 1
    assert entered[0][0]

    bulk.apply(registry, bulk.preview(registry, three, {"review_on": MakeEmpty()}))

    assert registry.connection.execute("SELECT DISTINCT review_on_entered FROM model").fetchall() == [(None,)]


def test_sites_end_and_begin_as_in_a_single_edit(registry: Registry, three: list[ModelId], tmp_path: Path) -> None:
    bulk.apply(registry, bulk.preview(registry, three[:2], {"areas": SetTo(("Tổ 3",))}))

    sites = registry.connection.execute(
        """SELECT s.model_id, a.name, valid_from, valid_to IS NULL FROM site s JOIN area a ON a.id = s.area_id
           WHERE s.model_id IN (?, ?) ORDER BY s.id""",
        three[:2],
    ).fetchall()
    began = sites[-1][2]
    assert sites == [(three[1], "Tổ 2", "2020", 0), (three[0], "Tổ 3", None, 1), (three[1], "Tổ 3", began, 1)]
    assert len(began) == len("2026-11-22")
