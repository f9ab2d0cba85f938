"""Every command that names people says so in the list of what was given out, whatever form they are shown in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from registry_app.operations import inside
from registry_app.store.registry import Registry

from .. import peopled
from .conftest import Add, Run

CODE = "CAM-2026-001"


@pytest.fixture
def led(file: Path, add: Add) -> Path:
    """A register with one model that two people lead."""
    add("Camera an ninh")
    with Registry.open(file) as registry:
        site = peopled.site(registry, registry.models.by_code(CODE), peopled.area(registry, "Tổ dân phố 5"))
        team = peopled.team(registry, site)
        for name in ("Nguyễn Văn An", "Trần Thị Bình"):
            leader = peopled.person(registry, name)
            peopled.member(registry, team, leader, "Tổ trưởng", valid_from="2024-01-01")
    return file


def given(run: Run, file: Path) -> list[tuple[str, str, int, str]]:
    found = run("given", file, "--format", "json").json
    assert all(one["copy"] == "full" and one["at"] and one["computer"] for one in found)
    return [(one["report"], one["criteria"], one["people"], one["way"]) for one in found]


@pytest.mark.parametrize(("form", "way"), [("table", "terminal"), ("json", "json")])
def test_a_model_that_is_shown_is_entered_with_its_leaders(run: Run, led: Path, form: str, way: str) -> None:
    answer = run("show", led, CODE, "--format", form)

    assert "Nguyễn Văn An" in answer.out
    assert given(run, led) == [("Mô hình", CODE, 2, way)]


@pytest.mark.parametrize("form", ["table", "json"])
def test_a_model_that_nobody_leads_is_shown_and_not_entered(run: Run, file: Path, add: Add, form: str) -> None:
    run("show", file, add("Tiếng kẻng"), "--format", form)

    assert given(run, file) == []


@pytest.mark.parametrize("command", ["list", "due"])
@pytest.mark.parametrize(("form", "entered"), [("table", 0), ("json", 1), ("csv", 1)])
def test_models_are_entered_where_their_leaders_stand_among_them(
    run: Run, led: Path, command: str, form: str, entered: int
) -> None:
    run("edit", led, CODE, "--set", "review_on=2026-01-01")

    answer = run(command, led, "--format", form)

    assert ("Nguyễn Văn An" in answer.out) == bool(entered)
    assert [(report, people, way) for report, _of, people, way in given(run, led)] == [("Mô hình", 2, form)] * entered


@pytest.mark.parametrize("form", ["table", "json"])
def test_what_the_history_tells_of_people_is_entered(run: Run, led: Path, form: str) -> None:
    with Registry.open(led) as registry:
        inside.save(registry, "person", 0, {"name": "Lê Thị Cúc", "phone": "0912345678"})

    answer = run("history", led, "--limit", "1", "--format", form)

    assert "Lê Thị Cúc" in answer.out
    assert given(run, led) == [("Lịch sử", "cả cuốn sổ", 1, "terminal" if form == "table" else form)]


def test_a_history_of_models_alone_is_not_entered(run: Run, file: Path, add: Add) -> None:
    add("Tiếng kẻng")

    run("history", file)

    assert given(run, file) == []


@pytest.mark.parametrize(("form", "entered"), [("json", 1), ("csv", 0), ("table", 0)])
def test_rows_of_a_round_are_entered_where_they_name_leaders(run: Run, led: Path, form: str, entered: int) -> None:
    run("round", led, "open", "Sáu tháng", "--from", "01/01/2026", "--to", "30/06/2026")
    (code,) = (one["code"] for one in run("round", led, "list", "--format", "json").json)

    answer = run("round", led, "status", code, "--rows", "--format", form)
    run("round", led, "status", code, "--format", form)

    assert ("Nguyễn Văn An" in answer.out) == bool(entered)
    assert given(run, led) == [("Mô hình trong đợt", code, 2, "json")] * entered


@pytest.mark.parametrize(("form", "entered"), [("json", 1), ("csv", 1), ("table", 0)])
def test_who_would_go_where_in_a_split_is_entered(run: Run, led: Path, form: str, entered: int) -> None:
    with Registry.open(led) as registry:
        (of,) = (one for one in registry.lists.areas.values() if one.name == "Tổ dân phố 5")
        peopled.household(registry, "Vũ Hồng", area_id=of.id)
        peopled.person(registry, "Đỗ Lan", area_id=of.id)

    split = ("split", of.code, "--into", "Một; Hai", "--on", "01/07/2026", "--preview", "--format", form)
    answer = run("area", led, *split)

    assert ("Vũ Hồng" in answer.out) == bool(entered), answer.err
    assert given(run, led) == [("Ai về đâu", of.code, 2, form)] * entered


@pytest.mark.parametrize("more", [("--preview",), ()])
def test_two_people_who_are_joined_are_entered(run: Run, led: Path, more: tuple[str, ...]) -> None:
    run("person", led, "merge", "NG-00001", "NG-00002", *more)

    assert given(run, led) == [("Người", "NG-00001; NG-00002", 2, "terminal")]


COMMANDS = (
    ("show", CODE),
    ("show", CODE, "--format", "json"),
    ("list", "--format", "csv"),
    ("history",),
    ("teams",),
    ("person", "merge", "NG-00001", "NG-00002", "--preview"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_cannot_be_entered_is_shown_all_the_same_and_says_so(
    run: Run, led: Path, command: tuple[str, ...]
) -> None:
    with Registry.open(led):
        answer = run(command[0], led, *command[1:])

    assert answer.outcome == 0
    assert "Nguyễn Văn An" in answer.out
    assert len(answer.problems) == 1
    assert "không ghi được vào danh sách" in answer.err
    assert given(run, led) == []


@pytest.mark.parametrize("command", [("show", CODE), ("list", "--format", "json"), ("people", "--format", "csv")])
def test_what_nobody_reads_to_its_end_is_entered(run: Run, led: Path, command: tuple[str, ...]) -> None:
    typed = [sys.executable, "-u", "-m", "registry_app", command[0], str(led), *command[1:]]
    read, write = os.pipe()
    os.close(read)

    with os.fdopen(write, "wb") as nowhere:
        ended = subprocess.run(typed, stdout=nowhere, stderr=subprocess.PIPE, check=False)

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert [people for _report, _of, people, _way in given(run, led)] == [2]
