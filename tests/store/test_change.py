"""Writing: every write a named action, all or nothing, logged; undo and redo by name."""

import json
import sqlite3
from pathlib import Path

import pytest

from registry_app.domain.entries import Tag, WorkField
from registry_app.domain.errors import Cancelled, Conflict, NotFound, RegistryError
from registry_app.domain.ids import ActionId, ModelId
from registry_app.domain.search import Moment, Search
from registry_app.operations import models
from registry_app.store import engine, hashes, history
from registry_app.store.registry import Registry

from ..making import TODAY, add


def test_a_write_outside_change_is_refused_by_the_engine(registry: Registry) -> None:
    with pytest.raises(sqlite3.OperationalError):
        registry.connection.execute("UPDATE model_type SET name = 'x'")


def test_a_write_behind_the_back_of_an_action_is_refused_by_the_triggers(registry: Registry) -> None:
    add(registry, "Một")
    registry.connection.execute("PRAGMA query_only = OFF")

    with pytest.raises(sqlite3.IntegrityError, match="outside change"):
        registry.connection.execute("UPDATE model SET name = 'x'")


def test_an_action_that_changes_nothing_leaves_no_line(registry: Registry) -> None:
    before = registry.undoable

    with registry.change("Nothing") as change:
        pass

    assert not change.changes
    assert registry.undoable == before


def test_a_failure_inside_an_action_takes_everything_back(registry: Registry) -> None:
    def broken() -> None:
        with registry.change("Broken"):
            registry.entries.save(Tag(name="mẫu"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()

    assert not registry.lists.tags
    assert registry.undoable is None


def test_change_inside_change_is_a_bug(registry: Registry) -> None:
    with pytest.raises(RuntimeError), registry.change("Outer"), registry.change("Inner"):
        pass


def test_the_log_holds_only_what_changed(registry: Registry) -> None:
    model = add(registry, "Một")
    models.edit(registry, model, {"name": "Hai"})
    last = registry.undoable
    assert last is not None

    (line,) = history.lines(registry.connection, last.id)

    assert (line.noun, line.kind, line.image) == ("model", "update", {"name": ["Một", "Hai"]})


def test_undo_and_redo_go_by_name_one_at_a_time(registry: Registry) -> None:
    model = add(registry, "Một")
    models.edit(registry, model, {"name": "Hai"})
    models.edit(registry, model, {"name": "Ba"})

    registry.undo()
    registry.undo()
    assert registry.models.one(model).name == "Một"
    assert registry.undoable is not None
    assert registry.undoable.label == "Add model"
    registry.redo()
    assert registry.models.one(model).name == "Hai"
    registry.redo()
    assert registry.models.one(model).name == "Ba"
    assert registry.redoable is None


def test_a_new_action_ends_what_could_be_redone(registry: Registry) -> None:
    model = add(registry, "Một")
    models.edit(registry, model, {"name": "Hai"})
    registry.undo()

    models.edit(registry, model, {"name": "Ba"})

    assert registry.redoable is None
    assert not registry.redo()


def test_undo_reaches_across_a_restart(registry: Registry) -> None:
    model = add(registry, "Một")
    models.edit(registry, model, {"name": "Hai"})
    registry.close()

    with Registry.open(registry.path) as again:
        again.undo()
        assert again.models.one(model).name == "Một"
        again.redo()
        assert again.models.one(model).name == "Hai"


def test_an_undone_and_redone_trash_brings_back_every_part(registry: Registry) -> None:
    model = add(registry, "Một", areas="Tổ 2; Tổ 10", tags="mẫu", **{"extra.eyes": "4"})
    whole = registry.models.one(model)

    registry.undo()
    assert registry.models.count(Search(), Moment(TODAY)) == 0
    registry.redo()

    assert registry.models.one(model) == whole
    assert list(registry.models.ids(Search(words="to 10"), Moment(TODAY))) == [model]


def test_undoing_an_older_action_conflicts_where_its_column_changed_since(registry: Registry) -> None:
    model = add(registry, "Một")
    first = models.edit(registry, model, {"name": "Hai"}).changes.action
    models.edit(registry, model, {"name": "Ba"})

    with pytest.raises(Conflict) as conflict:
        registry.undo(first)

    assert conflict.value.rows == (f"model {model}",)
    assert registry.models.one(model).name == "Ba"


def test_undoing_an_older_action_leaves_other_columns_alone(registry: Registry) -> None:
    model = add(registry, "Một")
    first = models.edit(registry, model, {"name": "Hai"}).changes.action
    models.edit(registry, model, {"notes": "ghi chú"})

    registry.undo(first)

    found = registry.models.one(model)
    assert (found.name, found.notes) == ("Một", "ghi chú")


def test_rows_changed_since_can_be_skipped(registry: Registry) -> None:
    one, two = add(registry, "Một"), add(registry, "Hai")
    trashed = models.trash(registry, [one, two]).action
    models.untrash(registry, [one])

    registry.undo(trashed, skip_changed=True)

    assert registry.models.count(Search(view="trash"), Moment(TODAY)) == 0


def test_a_model_that_others_lean_on_is_not_taken_back(registry: Registry) -> None:
    added = models.add(registry, [models.NewModel(typed={"name": "Một", "type": "CAM"})]).changes.action
    model = registry.models.ids(Search(), Moment(TODAY))[0]
    models.edit(registry, ModelId(model), {"areas": "Tổ 1"}, create=True)

    with pytest.raises(Conflict):
        registry.undo(added)


def test_an_action_that_is_no_action_or_undone_says_so(registry: Registry) -> None:
    model = add(registry, "Một")
    first = models.edit(registry, model, {"name": "Hai"}).changes.action
    registry.undo()

    for number in (first, ActionId(999), ActionId(1)):
        with pytest.raises(NotFound):
            registry.undo(number)


def test_the_start_of_a_register_cannot_be_undone(registry: Registry) -> None:
    assert registry.undoable is None
    assert not registry.undo()
    assert registry.lists.types


def test_every_logged_table_has_a_number_that_is_never_given_again(registry: Registry) -> None:
    for table in history.LOGGED:
        (sql,) = registry.connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        assert "id INTEGER PRIMARY KEY AUTOINCREMENT" in sql
        assert sql.endswith("STRICT")
        assert "CASCADE" not in sql


def test_each_action_notes_how_many_rows_its_tables_hold_and_the_sum_of_their_hashes(registry: Registry) -> None:
    one = add(registry, "Một")
    add(registry, "Hai")
    models.edit(registry, one, {"name": "Ba"})
    registry.undo()

    for table in ("model", "site", "status_change", "organisation", "setting"):
        rows = registry.connection.execute(f"SELECT * FROM {table}").fetchall()
        expected = (len(rows), hashes.signed(sum(hashes.row_hash(row) for row in rows)))
        noted = registry.connection.execute(
            "SELECT row_count, hash_sum FROM state WHERE noun = ? ORDER BY action_id DESC LIMIT 1", (table,)
        ).fetchone()
        assert (noted or (0, 0)) == expected


def test_a_file_that_another_program_changed_is_noticed_before_the_next_write(registry: Registry) -> None:
    with sqlite3.connect(registry.path) as other:
        other.execute("UPDATE register SET generation = generation + 5")
    other.close()

    with pytest.raises(RegistryError, match="đã bị chương trình khác"):
        add(registry, "Một")


def test_a_file_that_was_put_in_its_place_is_noticed(registry: Registry, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.write_bytes(registry.path.read_bytes())
    copy.replace(registry.path)

    with pytest.raises(RegistryError, match="đã bị chương trình khác"):
        add(registry, "Một")


def test_a_rename_in_a_list_reaches_what_hangs_on_it_in_the_same_action(registry: Registry) -> None:
    model = add(registry, "Một", areas="Tổ 2")
    (area,) = registry.models.one(model).area_ids

    with registry.change("Rename"):
        registry.connection.execute("UPDATE area SET name = 'Khu phố Bến Nghé' WHERE id = ?", (area,))

    assert list(registry.models.ids(Search(words="ben nghe"), Moment(TODAY))) == [model]
    registry.undo()
    assert not registry.models.ids(Search(words="ben nghe"), Moment(TODAY))


def test_a_change_tells_who_listens_once_and_undo_tells_too(registry: Registry) -> None:
    heard: list[str] = []
    registry.on_change = lambda changes: heard.append(changes.label)

    with registry.change("First"):
        registry.entries.save(WorkField(name="Mới"))
    registry.undo()

    assert heard == ["First", "Undo"]


def test_images_are_json_that_keeps_every_letter(registry: Registry) -> None:
    name = 'Tổ "5" <b>&\\ 😀'
    model = add(registry, name)
    models.edit(registry, model, {"name": "Khác"})

    (image,) = registry.connection.execute(
        "SELECT image FROM change WHERE kind = 'update' AND noun = 'model'"
    ).fetchone()

    assert json.loads(image) == {"name": [name, "Khác"]}


def test_a_change_that_is_stopped_leaves_nothing_and_the_next_one_works(registry: Registry) -> None:
    looks = 0

    def stopped() -> bool:
        nonlocal looks
        looks += 1
        return looks > 3

    def endless() -> None:
        with engine.interruptible(registry.connection, stopped), registry.change("Stopped"):
            registry.entries.save(Tag(name="mới"))
            registry.forget_lists()
            assert "mới" in {tag.name for tag in registry.lists.tags.values()}
            while True:
                registry.connection.execute("UPDATE tag SET name = name || 'x' WHERE name <> 'mới'")

    with pytest.raises(Cancelled):
        endless()

    assert not registry.connection.in_transaction
    assert "mới" not in {tag.name for tag in registry.lists.tags.values()}
    add(registry, "Một")
    assert registry.models.count(Search(), Moment(TODAY)) == 1
