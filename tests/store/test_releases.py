"""Registers that released versions left behind: each opens in this version with all that it held."""

import shutil
from pathlib import Path

import pytest

from registry_app import __version__
from registry_app.domain.search import Moment, Search
from registry_app.store.registry import Registry

from ..making import TODAY

REGISTERS = Path(__file__).parent.parent / "files" / "registers"
HELD = {"empty": 0, "small": 3}


@pytest.mark.parametrize("file", sorted(REGISTERS.glob("*.registry")), ids=lambda file: file.stem)
def test_a_register_of_an_earlier_version_opens_with_all_it_held(file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(file, tmp_path / file.name))
    kind = file.stem.rpartition("-")[2]

    with Registry.open(path) as opened:
        rows = opened.models.window(opened.models.ids(Search(), Moment(TODAY)), Moment(TODAY))
        assert len(rows) == HELD[kind]
        assert len(opened.lists.types) == (34 if file.stem < "0.3" else 37)
        assert not opened.read_only


@pytest.mark.parametrize("file", sorted(REGISTERS.glob("0.3*-small.registry")), ids=lambda file: file.stem)
def test_what_is_inside_models_opens_as_well(file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(file, tmp_path / file.name))

    with Registry.open(path) as opened:
        (team,) = opened.inside.teams.rows(Search(noun="team"), Moment(TODAY))
        assert (team.leader, team.members, team.households) == ("Nguyễn Văn Ắng", 1, 1)
        assert opened.inside.cameras.count(Search(noun="camera_point", words="nga ba dinh"), Moment(TODAY)) == 1


def test_this_version_has_left_its_registers_behind() -> None:
    for kind in HELD:
        assert (REGISTERS / f"{__version__}-{kind}.registry").is_file()
