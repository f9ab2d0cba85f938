"""Saved means saved: a program that is killed while it writes loses nothing that it had acknowledged."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from registry_app.domain.search import Moment, Search
from registry_app.store import engine
from registry_app.store.registry import Registry

from ..making import TODAY

WRITER = """
import sys
from pathlib import Path
from registry_app.operations import models
from registry_app.store.registry import Registry
path, how, name = sys.argv[1:]
registry = Registry.open(Path(path))
number = 0
while True:
    number += 1
    if how == "boastful":
        print(number, flush=True)
    new = [models.NewModel(typed={"name": f"{name} {number}-{part}", "type": "CAM"}) for part in range(3)]
    models.add(registry, new)
    if how == "honest":
        print(number, flush=True)
"""
ROUNDS = 12


def killed(path: Path, how: str, name: str, after: float) -> int:
    """Let a writer run ``after`` seconds past its first save, kill it, return how many saves it had acknowledged."""
    command = [sys.executable, "-c", WRITER, str(path), how, name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(after)
        writer.kill()
        rest = writer.stdout.read()
    return 1 + sum(line.endswith("\n") for line in rest.splitlines(keepends=True))


def found_after(path: Path, how: str, chance: random.Random) -> list[tuple[int, int]]:
    """Saves acknowledged and models found, round by round; the file is whole after each."""
    rounds = []
    for number in range(ROUNDS):
        name = f"{how}-{number}-x"
        saved = killed(path, how, name, chance.uniform(0, 0.06))
        with Registry.open(path) as opened:
            rounds.append((saved, opened.models.count(Search(words=name), Moment(TODAY))))
            assert opened.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert opened.connection.execute("PRAGMA foreign_key_check").fetchone() is None
    return rounds


def test_a_killed_writer_loses_no_acknowledged_save_and_leaves_none_half(new_register: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.registry"
    shutil.copyfile(new_register, path)

    for saved, found in found_after(path, "honest", random.Random(7)):
        assert found % 3 == 0
        assert found // 3 - saved in (0, 1)


def test_the_test_above_can_fail(new_register: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.registry"
    shutil.copyfile(new_register, path)

    rounds = found_after(path, "boastful", random.Random(7))

    assert any(found // 3 < saved for saved, found in rounds)


def test_the_file_is_written_as_promised(registry: Registry) -> None:
    def value(pragma: str) -> object:
        return registry.connection.execute(f"PRAGMA {pragma}").fetchone()[0]

    asked = [value(name) for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "trusted_schema")]

    assert asked == ["truncate", 2, 1, 1, 0]


def test_another_file_cannot_be_attached(registry: Registry, tmp_path: Path) -> None:
    with pytest.raises(engine.Error, match="not authorized"):
        registry.connection.execute("ATTACH ? AS other", (str(tmp_path / "other.db"),))
