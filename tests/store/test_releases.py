"""Registers that released versions left behind: each opens in this version with all that it held."""

import shutil
from pathlib import Path

import pytest

from registry_app import __version__
from registry_app.domain.search import Moment, Search
from registry_app.operations import files
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


@pytest.mark.parametrize("file", sorted(REGISTERS.glob("0.[34]*-small.registry")), ids=lambda file: file.stem)
def test_what_is_inside_models_opens_as_well(file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(file, tmp_path / file.name))

    with Registry.open(path) as opened:
        (team,) = opened.inside.teams.rows(Search(noun="team"), Moment(TODAY))
        assert (team.leader, team.members, team.households) == ("Nguyễn Văn Ắng", 1, 1)
        assert opened.inside.cameras.count(Search(noun="camera_point", words="nga ba dinh"), Moment(TODAY)) == 1


@pytest.mark.parametrize("file", sorted(REGISTERS.glob("0.4*-small.registry")), ids=lambda file: file.stem)
def test_rounds_decisions_and_results_open_as_well(file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(file, tmp_path / file.name))

    with Registry.open(path) as opened:
        (shown,) = opened.loop.rounds.shown()
        assert (shown.entered, shown.left_out, shown.is_open) == (1, 2, False)
        assert [one.kind for one in opened.loop.decisions.all()] == ["keep"]
        (result,) = opened.inside.of("result").rows(Search(noun="result"), Moment(TODAY))
        assert result.figure == ">1200"


@pytest.mark.parametrize("file", sorted(REGISTERS.glob("*-small.registry")), ids=lambda file: file.stem)
def test_an_older_register_gets_the_new_lists_once(file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(file, tmp_path / file.name))

    with files.open_register(path) as opened:
        first = (len(opened.lists.indicators), len(opened.lists.award_forms), len(opened.lists.roles))
    with files.open_register(path) as opened:
        again = (len(opened.lists.indicators), len(opened.lists.award_forms), len(opened.lists.roles))

    assert min(first) > 0
    assert again == first


def test_this_version_has_left_its_registers_behind() -> None:
    for kind in HELD:
        assert (REGISTERS / f"{__version__}-{kind}.registry").is_file()
