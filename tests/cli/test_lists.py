"""Commands about the ward's lists: type, area, organisation."""

from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

KINDS = ("type", "area", "organisation")


def entries(run: Run, file: Path, kind: str) -> Any:
    """One list, by code."""
    return {one["code"]: one for one in run(kind, file, "list", "--format", "json").json}


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_is_added_renamed_and_retired_by_its_code(run: Run, file: Path, kind: str) -> None:
    code = run(kind, file, "add", "Tên đầu").out.strip()

    assert run(kind, file, "rename", code, "Tên sau").outcome == 0
    assert run(kind, file, "retire", code).outcome == 0

    entry = entries(run, file, kind)[code]
    assert (entry["name"], entry["retired"], entry["uses"]) == ("Tên sau", True, 0)


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_that_is_there_already_is_refused(run: Run, file: Path, kind: str) -> None:
    run(kind, file, "add", "Hòa Bình")

    answer = run(kind, file, "add", "hoà  BÌNH")

    assert answer.outcome == 1
    assert answer.problems == ["Tên: “Hòa Bình” đã có trong danh mục."]


@pytest.mark.parametrize("act", [("rename", "ZZ-9", "x"), ("retire", "ZZ-9")])
@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_code_is_refused(run: Run, file: Path, kind: str, act: tuple[str, ...]) -> None:
    answer = run(kind, file, *act)

    assert answer.outcome == 1
    assert len(answer.problems) == 1


@pytest.mark.parametrize("name", ["", "x" * 301])
def test_an_empty_or_too_long_name_is_refused(run: Run, file: Path, name: str) -> None:
    assert run("area", file, "add", name).outcome == 1
    assert run("area", file, "rename", "DB-001", name).outcome == 1


def test_a_new_type_gets_its_abbreviation_from_its_name(run: Run, file: Path) -> None:
    assert run("type", file, "add", "Đội xung kích", "--unit", "đội", "--interval", 6).out == "DXK\n"
    assert run("type", file, "add", "Đường xanh kiểu mẫu", "--code", "dxkm").out == "DXKM\n"
    assert run("type", file, "add", "Đội xe kéo").out == "DXK2\n"
    assert entries(run, file, "type")["DXK"]["interval_months"] == 6


@pytest.mark.parametrize("wrong", [("--code", "CAM"), ("--code", "a b"), ("--interval", "999"), ("--interval", "x")])
def test_a_type_that_cannot_be_is_refused(run: Run, file: Path, wrong: tuple[str, str]) -> None:
    assert run("type", file, "add", "Loại mới", *wrong).outcome == 1


def test_a_renamed_area_is_still_found_by_its_old_name(run: Run, file: Path) -> None:
    code = run("area", file, "add", "Xóm Trại").out.strip()
    run("add", file, "--json", "-", typed='{"name": "Một", "type": "CAM", "areas": ["Xóm Trại"]}'.encode())

    run("area", file, "rename", code, "Tổ dân phố 1")

    assert len(run("list", file, "--search", "xom trai", "--format", "json").json) == 1
    assert entries(run, file, "area")[code]["former_names"] == ["Xóm Trại"]


def test_a_list_is_shown_as_table_and_csv(run: Run, file: Path) -> None:
    assert run("organisation", file, "list").out.startswith("Mã ")
    assert run("organisation", file, "list", "--format", "csv").out.startswith('\ufeff"Mã","Tên"')
    assert run("organisation", file, "list", "--format", "xml").outcome == 1


def test_no_act_is_wrong_usage(run: Run, file: Path) -> None:
    assert run("area", file).outcome == 2
