"""The commands about commendations, advanced examples and recognition."""

import json
from pathlib import Path

import pytest

from .conftest import Add, Run


def test_commendations_are_listed_and_counted(run: Run, ward: Path) -> None:
    answer = run("commendations", ward, "--view", "this-year")

    assert answer.outcome == 0
    assert "Tổ bảo vệ an ninh, trật tự phường" in answer.out
    assert answer.out.rstrip().endswith("4 tập thể, 4 cá nhân")


def test_the_query_knows_year_form_and_theme(run: Run, ward: Path) -> None:
    found = run("commendations", ward, "--search", "năm:2022 hinh-thuc:“Giấy khen”", "--format", "json").json

    assert sum(one["number"] for one in found) == 16
    assert {one["on"] for one in found} == {"2022-08-23"}


def test_rows_are_added_from_json_and_say_their_codes(run: Run, file: Path, add: Add) -> None:
    model = add("Camera an ninh")
    rows = [
        {"form": "Giấy khen", "recipient": "collective", "name": "Tổ 5", "on": "2026-08-19", "model_code": model},
        {"form": "bang khen", "name": "Nguyễn Văn An", "number": 1, "level": "ward"},
    ]

    answer = run("commendations", file, "add", "--json", "-", typed=json.dumps(rows).encode())

    assert answer.out.split() == ["KT-00001", "KT-00002"]
    (first, _second) = run("commendations", file, "--format", "json", "--sort", "code").json
    assert (first["model"], first["model_code"]) == ("Camera an ninh", model)


def test_what_is_wrong_in_json_is_told_by_row_and_nothing_is_added(run: Run, file: Path) -> None:
    rows = [{"form": "Giấy khen", "name": "A"}, {"form": "Huy hiệu", "name": "B"}]

    answer = run("commendations", file, "add", "--json", "-", typed=json.dumps(rows).encode())

    assert answer.outcome == 1
    assert "dòng 2" in answer.err
    assert run("commendations", file, "--format", "json").json == []


@pytest.mark.parametrize("arguments", [
    ("commendations", "add"),
    ("commendations", "register"),
    ("recognition", "register"),
    ("recognition", "register", "--year", "26"),
    ("recognition", "--year", "x"),
    ("exemplars", "--view", "nothing"),
])  # fmt: skip
def test_what_cannot_be_asked_is_said(run: Run, file: Path, arguments: tuple[str, ...]) -> None:
    command, *rest = arguments

    answer = run(command, file, *rest)

    assert answer.outcome == 1
    assert answer.err


def test_advanced_examples_are_listed_with_those_that_have_ended_when_asked(run: Run, ward: Path) -> None:
    assert len(run("exemplars", ward, "--format", "json").json) == 3
    assert len(run("exemplars", ward, "--view", "every", "--format", "json").json) == 4
    assert "2 tập thể, 1 cá nhân" in run("exemplars", ward).out


def test_a_year_of_recognition_says_where_the_ward_stands(run: Run, ward: Path) -> None:
    answer = run("recognition", ward, "--year", "2025")

    assert len(answer.out.split("\n\n")[0].splitlines()) == 2 + 36
    assert "33/35 được công nhận (94,3%)" in answer.out
    assert "Đạt các điều kiện" in answer.out


def test_a_year_is_registered_from_the_command_line(run: Run, ward: Path) -> None:
    answer = run("recognition", ward, "register", "--year", "2027", "--on", "2026")

    assert len(answer.out.split()) == 24 + 12
    found = run("recognition", ward, "--year", "2027", "--format", "json").json
    assert {one["registered_on"] for one in found} == {"2026"}


def test_form_bm1_is_written_to_a_file(run: Run, ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "bm1.pdf"

    answer = run("count", ward, "--force", "--as-of", "14/11/2026", "--out", out)

    assert answer.outcome == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert run("count", ward, "--force", "--out", tmp_path / "bm1.docx").outcome == 1
