"""A register from before gets the lists that are new, once."""

import shutil
from pathlib import Path

import pytest

from registry_app.operations import files
from registry_app.operations.files import data

REGISTERS = Path(__file__).parent.parent / "files" / "registers"


@pytest.mark.parametrize("name", ["0.1.0-small", "0.2.0-small", "0.3.0-small", "0.3.0-empty"])
def test_an_old_register_gets_the_usual_indicators_once(name: str, tmp_path: Path) -> None:
    path = tmp_path / "old.registry"
    shutil.copyfile(REGISTERS / f"{name}.registry", path)

    with files.open_register(path) as first:
        found = list(first.lists.indicators.values())
    with files.open_register(path) as again:
        later = list(again.lists.indicators.values())

    assert [one.code for one in found] == [one["code"] for one in data("seed", "indicators.json")]
    assert later == found


def test_an_old_register_that_is_only_read_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "old.registry"
    shutil.copyfile(REGISTERS / "0.3.0-small.registry", path)
    with files.open_register(path):
        pass
    before = path.read_bytes()

    with files.open_register(path, read_only=True) as opened:
        assert opened.lists.indicators

    assert path.read_bytes() == before
