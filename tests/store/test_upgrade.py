"""An upgrade sets a whole copy aside, keeps all that was there, and can be read past but not undone past."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from registry_app.domain.errors import CannotOpen, NotFound, ReadOnly
from registry_app.domain.ids import ActionId
from registry_app.domain.search import Moment, Search
from registry_app.domain.summaries import USUAL_DAYS
from registry_app.operations import files
from registry_app.store import engine, hashes, migrations, registry
from registry_app.store.registry import Registry

from ..making import TODAY, add

NEXT = (
    "CREATE TABLE colour (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL) STRICT",
    f"PRAGMA user_version = {migrations.VERSION + 1}",
)


@pytest.fixture
def old(new_register: Path, tmp_path: Path) -> Path:
    """A register with one model, of the version before a step that this test adds."""
    path = Path(shutil.copyfile(new_register, tmp_path / "a.registry"))
    with Registry.open(path, who="Lan") as opened:
        add(opened, "Một")
    return path


@pytest.fixture
def next_version(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program has one step more."""
    monkeypatch.setitem(migrations.STEPS, "m9999_colour", NEXT)
    monkeypatch.setattr(registry, "VERSION", migrations.VERSION + 1)
    monkeypatch.setattr(engine, "VERSION", migrations.VERSION + 1)
    monkeypatch.setattr(engine, "SCHEMA", migrations.SCHEMA | {NEXT[0]})


@pytest.mark.usefixtures("next_version")
def test_an_old_register_is_upgraded_with_a_whole_copy_set_aside(old: Path, tmp_path: Path) -> None:
    with Registry.open(old, who="Hoa") as opened:
        assert opened.models.count(Search(), Moment(TODAY)) == 1
        assert opened.connection.execute("SELECT count(*) FROM colour").fetchone() == (0,)

    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["a.registry", "a.registry.before-upgrade"]
    with Registry.open(old) as again:
        assert not again.read_only


@pytest.mark.usefixtures("next_version")
def test_what_was_done_before_an_upgrade_can_be_read_but_not_undone(old: Path) -> None:
    with Registry.open(old, who="Hoa") as opened:
        assert opened.undoable is None
        with pytest.raises(NotFound, match="nâng cấp"):
            opened.undo(ActionId(2))
        add(opened, "Hai")
        assert opened.undoable is not None


def test_the_copy_set_aside_opens_in_the_version_that_wrote_it(
    old: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context():
        request.getfixturevalue("next_version")
        Registry.open(old).close()
    copy = old.with_name("a.registry.before-upgrade")
    monkeypatch.undo()

    with Registry.open(copy) as opened:
        assert opened.models.count(Search(), Moment(TODAY)) == 1
    with pytest.raises(CannotOpen, match="mới hơn"):
        Registry.open(old)


@pytest.mark.usefixtures("next_version")
def test_an_old_register_that_may_only_be_read_is_not_upgraded(old: Path) -> None:
    before = old.read_bytes()

    with pytest.raises(ReadOnly, match="nâng cấp"):
        Registry.open(old, read_only=True)

    assert old.read_bytes() == before


RELEASED = sorted((Path(__file__).parent.parent / "files" / "registers").glob("*-small.registry"))
OLDER = [file for file in RELEASED if int.from_bytes(file.read_bytes()[60:64]) < migrations.VERSION]


@pytest.mark.parametrize("file", RELEASED, ids=lambda file: file.stem)
def test_after_an_upgrade_everything_derived_and_every_hash_is_of_the_new_form(file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(file, tmp_path / file.name))

    with Registry.open(path, who="Hoa") as opened:
        connection = opened.connection
        before = sorted(connection.execute("SELECT * FROM model_index").fetchall())
        with opened.rehearsal():
            opened.refresh([number for (number,) in connection.execute("SELECT id FROM model").fetchall()])
            assert sorted(connection.execute("SELECT * FROM model_index").fetchall()) == before
        kept = {row[0]: hashes.row_hash(row) for row in connection.execute("SELECT * FROM model")}
        assert dict(connection.execute("SELECT row_id, hash FROM row_hash WHERE noun = 'model'")) == kept
        query = "SELECT row_count, hash_sum FROM state WHERE noun = 'model' ORDER BY action_id DESC LIMIT 1"
        assert connection.execute(query).fetchone() == (len(kept), hashes.signed(sum(kept.values())))


KILLED = """
import os, sys
from pathlib import Path
from registry_app.store import derived
from registry_app.store.registry import Registry
derived.rebuild = lambda *_all: os._exit(9)
Registry.open(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("file", OLDER, ids=lambda file: file.stem)
def test_a_program_killed_while_it_upgrades_leaves_the_register_as_it_was(file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(file, tmp_path / "a.registry"))

    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)

    assert done.returncode == 9
    assert path.read_bytes() == file.read_bytes()
    with Registry.open(path, who="Hoa") as opened:
        assert not opened.read_only
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.registry", "a.registry.before-upgrade"]


@pytest.mark.parametrize(
    ("problem", "said"),
    [(PermissionError(13, "denied"), "đang mở ở nơi khác"), (OSError(28, "full"), "không ghi được")],
)
def test_an_upgrade_that_cannot_take_its_place_leaves_the_register_as_it_was(
    problem: OSError, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copyfile(RELEASED[0], tmp_path / "a.registry"))
    replace = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if target == path:
            raise problem
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(CannotOpen, match=said):
        Registry.open(path)

    assert path.read_bytes() == RELEASED[0].read_bytes()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.registry", "a.registry.before-upgrade"]


def test_a_register_from_before_is_asked_for_summaries_from_the_day_of_its_upgrade(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(RELEASED[0], tmp_path / "a.registry"))

    with files.open_register(path, who="Hoa") as opened:
        ward = opened.settings.ward()
        acts = opened.undoable

    assert (ward.summary_days, ward.summary_since) == (USUAL_DAYS, date.today().isoformat())
    with files.open_register(path, who="Hoa") as again:
        assert again.undoable == acts
