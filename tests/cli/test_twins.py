"""People entered twice, on the command line."""

from pathlib import Path

import pytest

from registry_app.operations import files

from ..peopled import person
from .conftest import Run


@pytest.fixture
def people(file: Path) -> Path:
    """A register with two people who may be one."""
    with files.open_register(file, who="Lan") as registry:
        person(registry, born="1980", phone="0912345678")
        person(registry, "NGUYỄN VĂN AN", born="1980-05-02", phone="0987654321", sex="male")
        person(registry, "Lê Bình")
    return file


def test_those_who_may_be_one_are_listed_with_the_reasons(run: Run, people: Path) -> None:
    (pair,) = run("people", people, "--twins", "--format", "json").json

    assert [pair[side]["code"] for side in ("one", "other")] == ["NG-00001", "NG-00002"]
    assert (pair["reasons"], pair["id_numbers_differ"]) == (["name_and_year"], False)
    said = run("people", people, "--twins").out
    assert "cùng tên và năm sinh" in said
    assert said.splitlines()[-1] == "1 cặp"
    assert run("people", people, "--twins", "--format", "csv").out.startswith('\ufeff"Mã"')


def test_two_are_joined_after_a_preview_and_an_undo_parts_them(run: Run, people: Path) -> None:
    shown = run("person", people, "merge", "NG-00001", "ng-00002", "--take", "name=drop", "--preview")
    assert shown.out.splitlines()[0] == "NG-00001  NGUYỄN VĂN AN"
    assert len(run("people", people, "--format", "json").json) == 3

    assert run("person", people, "merge", "NG-00001", "NG-00002", "--take", "phone=both").outcome == 0

    found = {one["code"]: one for one in run("people", people, "--format", "json").json}
    assert found.keys() == {"NG-00001", "NG-00003"}
    assert (found["NG-00001"]["phone"], found["NG-00001"]["sex"]) == ("0912345678 / 0987654321", "male")
    run("undo", people)
    assert len(run("people", people, "--format", "json").json) == 3


def test_two_who_are_not_one_are_not_listed_again(run: Run, people: Path) -> None:
    assert run("person", people, "differ", "NG-00001", "NG-00002").outcome == 0

    assert run("people", people, "--twins", "--format", "json").json == []
    assert run("people", people, "--twins").out == "0 cặp\n"


@pytest.mark.parametrize(
    "wrong",
    [
        ("merge", "NG-00001", "NG-00001"),
        ("merge", "NG-00001", "NG-09999"),
        ("merge", "NG-00001", "NG-00002", "--take", "name=x"),
        ("merge", "NG-00001", "NG-00002", "--take", "vovan=keep"),
        ("merge", "NG-00001", "NG-00002", "--take", "name=both"),
        ("merge", "NG-00001", "NG-00002", "--take", "teams=keep"),
        ("differ", "NG-00001", "NG-00001"),
    ],
)
def test_what_cannot_be_joined_is_refused(run: Run, people: Path, wrong: tuple[str, ...]) -> None:
    answer = run("person", people, *wrong)

    assert answer.outcome == 1
    assert len(answer.problems) == 1
    assert len(run("people", people, "--format", "json").json) == 3
