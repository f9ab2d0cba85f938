"""Commands about what was done: history, undo, redo."""

from datetime import datetime
from pathlib import Path

import pytest

from .conftest import Add, Run


def name(run: Run, file: Path, code: str) -> str:
    """The name of one model."""
    return str(run("show", file, code, "--format", "json").json["name"])


def test_the_history_of_a_model_is_newest_first_with_old_and_new(run: Run, file: Path, add: Add) -> None:
    code = add("Cũ")
    run("edit", file, code, "--set", "name=Mới", "founded_on=5/3/2020")

    newest, first = run("history", file, code, "--format", "json").json

    assert list(newest) == ["action", "at", "who", "computer", "label", "undoes", "changes"]
    assert newest["label"] == "Sửa mô hình"
    assert datetime.fromisoformat(newest["at"]).tzinfo
    assert newest["changes"] == [
        {"noun": "model", "code": code, "field": "name", "old": "Cũ", "new": "Mới"},
        {"noun": "model", "code": code, "field": "founded_on", "old": None, "new": "2020-03-05"},
    ]
    assert {"noun": "model", "code": code, "field": "name", "old": None, "new": "Cũ"} in first["changes"]


def test_the_history_of_the_register_tells_every_action(run: Run, file: Path, add: Add) -> None:
    add("Một")
    run("undo", file)

    found = run("history", file, "--format", "json").json

    assert [one["label"] for one in found] == ["Hoàn tác: Thêm mô hình", "Thêm mô hình", "Lập sổ"]
    assert [one["undoes"] for one in found] == [found[1]["action"], None, None]


def test_the_table_says_who_when_and_what(run: Run, file: Path, add: Add) -> None:
    code = add("Cũ")
    run("edit", file, code, "--set", "name=Mới")

    lines = run("history", file, code).out.splitlines()

    assert lines[0].endswith("Sửa mô hình")
    assert lines[1].strip() == f"Mô hình {code}, Tên mô hình: Cũ → Mới"


def test_a_limit_tells_only_the_newest(run: Run, file: Path, add: Add) -> None:
    add("Một")
    add("Hai")

    assert len(run("history", file, "--limit", 1, "--format", "json").json) == 1
    assert run("history", file, "--limit", "x").outcome == 1


def test_undo_and_redo_say_what_they_took_back(run: Run, file: Path, add: Add) -> None:
    code = add("Cũ")
    run("edit", file, code, "--set", "name=Mới")

    undone = run("undo", file)
    after_undo = name(run, file, code)
    redone = run("redo", file)

    assert undone.out.startswith("Hoàn tác: Sửa mô hình")
    assert after_undo == "Cũ"
    assert redone.out.startswith("Làm lại: Sửa mô hình")
    assert name(run, file, code) == "Mới"


def test_nothing_to_undo_or_redo_is_a_known_problem(run: Run, file: Path) -> None:
    assert (run("undo", file).outcome, run("redo", file).outcome) == (1, 1)


def test_an_older_action_is_undone_by_its_number(run: Run, file: Path, add: Add) -> None:
    one, two = add("Một"), add("Hai")
    first = run("history", file, one, "--format", "json").json[0]["action"]

    assert run("undo", file, first).outcome == 0
    assert [row["code"] for row in run("list", file, "--format", "json").json] == [two]


def test_an_undo_that_would_lose_later_work_is_refused_with_the_rows(run: Run, file: Path, add: Add) -> None:
    code = add("Một")
    run("edit", file, code, "--set", "name=Hai", "aim=a")
    number = run("history", file, code, "--format", "json").json[0]["action"]
    run("edit", file, code, "--set", "name=Ba")

    answer = run("undo", file, number)

    assert answer.outcome == 1
    assert answer.problems[1:] == [f"  Mô hình {code}"]
    assert name(run, file, code) == "Ba"


def test_skip_changed_leaves_such_rows_alone(run: Run, file: Path, add: Add) -> None:
    one, two = add("Một"), add("Hai")
    run("trash", file, one, two)
    number = run("history", file, one, "--format", "json").json[0]["action"]
    run("untrash", file, one)

    answer = run("undo", file, number, "--skip-changed")

    assert answer.outcome == 0
    assert len(run("list", file, "--format", "json").json) == 2


@pytest.mark.parametrize("action", ["999", "x", "-1"])
def test_an_action_that_is_not_there_is_a_known_problem(run: Run, file: Path, action: str) -> None:
    answer = run("undo", file, "--", action)

    assert answer.outcome == 1
    assert len(answer.problems) == 1
