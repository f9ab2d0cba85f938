"""Acts on areas on the command line."""

from pathlib import Path
from typing import Any

import pytest

from .conftest import Add, Run

PAPER = ("--on", "01/07/2026", "--paper", "12/NQ-HĐND")


@pytest.fixture
def codes(run: Run, file: Path, add: Add) -> tuple[str, str]:
    """Two areas, with a model in the first."""
    made = tuple(run("area", file, "add", name).out.strip() for name in ("Tổ dân phố 1", "Tổ dân phố 2"))
    add("Camera an ninh", areas=["Tổ dân phố 1"])
    return made[0], made[1]


def in_use(run: Run, file: Path) -> set[str]:
    """The names of the areas in use, the ward itself left out."""
    found = run("area", file, "list", "--format", "json").json
    return {one["name"] for one in found if not one["retired"] and not one["whole_ward"]}


def history(run: Run, file: Path, *code: str) -> Any:
    """The acts as JSON."""
    return run("area", file, "history", *code, "--format", "json").json


def test_a_renaming_has_a_day_and_a_paper(run: Run, file: Path, codes: tuple[str, str]) -> None:
    answer = run("area", file, "rename", codes[0], "Khu phố Sen", "--on", "01/07/2026", "--paper", "05/QĐ")

    assert (answer.outcome, answer.out) == (0, f"{codes[0]}  Khu phố Sen\n")
    (act,) = history(run, file, codes[0])
    assert act == {
        "kind": "rename",
        "on": "2026-07-01",
        "paper_number": "05/QĐ",
        "notes": "",
        "before": ["Tổ dân phố 1"],
        "after": ["Khu phố Sen"],
    }
    assert "01/07/2026" in run("area", file, "history").out


def test_numbers_change_places(run: Run, file: Path, codes: tuple[str, str]) -> None:
    assert run("area", file, "renumber", f"{codes[0]}=2", f"{codes[1]}=1").out.splitlines() == [
        f"{codes[0]}  Tổ dân phố 2",
        f"{codes[1]}  Tổ dân phố 1",
    ]
    assert run("area", file, "renumber", codes[0]).outcome == 1


def test_a_preview_counts_and_does_nothing_and_the_merge_does_it(run: Run, file: Path, codes: tuple[str, str]) -> None:
    shown = run("area", file, "merge", *codes, "--into", "Khu phố Sen", "--on", "01/07/2026", "--preview")

    assert shown.out.splitlines() == ["Kết thúc: Tổ dân phố 1, Tổ dân phố 2", "Sang Khu phố Sen: Điểm: 1"]
    assert in_use(run, file) == {"Tổ dân phố 1", "Tổ dân phố 2"}

    done = run("area", file, "merge", *codes, "--into", "Khu phố Sen", *PAPER)

    assert done.outcome == 0
    assert in_use(run, file) == {"Khu phố Sen"}
    assert len(run("list", file, "--search", "to dan pho 1", "--format", "json").json) == 1
    assert run("undo", file).outcome == 0
    assert in_use(run, file) == {"Tổ dân phố 1", "Tổ dân phố 2"}


def test_a_list_of_a_past_day_has_the_areas_of_then(run: Run, file: Path, codes: tuple[str, str]) -> None:
    run("area", file, "merge", *codes, "--into", "Khu phố Sen", *PAPER)

    found = {day: run("sites", file, "--as-of", day, "--format", "json").json for day in ("30/06/2026", "01/07/2026")}

    assert [[one["area"] for one in rows] for rows in found.values()] == [["Tổ dân phố 1"], ["Khu phố Sen"]]


def test_an_area_goes_into_one_that_lives_on(run: Run, file: Path, codes: tuple[str, str]) -> None:
    assert run("area", file, "merge", codes[0], "--into", codes[1], *PAPER).outcome == 0

    assert in_use(run, file) == {"Tổ dân phố 2"}


@pytest.mark.parametrize(
    "wrong",
    [
        ("--into", "Khu phố Sen"),
        ("--into", "Khu phố Sen", "--on", "vovan", "--paper", "1"),
        ("--into", "DB-999", *PAPER),
        ("--into", "Khu phố Sen", "--on", "01/07/2030", "--paper", "1"),
    ],
)
def test_a_merge_that_cannot_be_is_refused_in_one_line_a_field(
    run: Run, file: Path, codes: tuple[str, str], wrong: tuple[str, ...]
) -> None:
    answer = run("area", file, "merge", *codes, *wrong)

    assert answer.outcome == 1
    assert len(answer.problems) == 1
    assert len(in_use(run, file)) == 2


def test_an_area_is_not_merged_into_itself(run: Run, file: Path, codes: tuple[str, str]) -> None:
    answer = run("area", file, "merge", codes[0], "--into", codes[0], *PAPER)

    assert answer.outcome == 1
    assert "Tổ dân phố 1" in answer.err


def test_what_the_preview_of_a_split_gives_can_be_changed_and_read_back(
    run: Run, file: Path, codes: tuple[str, str], add: Add, tmp_path: Path
) -> None:
    second = add("Tiếng kẻng", areas=["Tổ dân phố 1"])
    into = ("split", codes[0], "--into", "Khu phố Sen; Khu phố Súng")
    shown = run("area", file, *into, "--preview", "--format", "csv").out
    sheet = tmp_path / "chia.csv"
    lines = [text.replace("Sen", "Súng") if second in text else text for text in shown.splitlines()]
    sheet.write_text("\n".join(lines), encoding="utf-8")

    assert run("area", file, *into, *PAPER).outcome == 1
    done = run("area", file, *into, *PAPER, "--assign", sheet)

    assert done.outcome == 0
    assert done.out.splitlines()[2:] == ["Sang Khu phố Sen: Điểm: 1", "Sang Khu phố Súng: Điểm: 1"]
    assert run("show", file, second, "--format", "json").json["areas"] == ["Khu phố Súng"]
    assert in_use(run, file) == {"Khu phố Sen", "Khu phố Súng", "Tổ dân phố 2"}


@pytest.mark.parametrize("text", ["ZZ-1;Khu phố Sen", "CAM-2026-001;Khu phố Lạ"])
def test_a_line_that_cannot_be_is_told_with_its_number(
    run: Run, file: Path, codes: tuple[str, str], tmp_path: Path, text: str
) -> None:
    sheet = tmp_path / "chia.csv"
    sheet.write_text(f"Mã;Địa bàn\n{text}\n", encoding="utf-8")

    answer = run("area", file, "split", codes[0], "--into", "Khu phố Sen; Khu phố Súng", "--assign", sheet)

    assert answer.outcome == 1
    assert "Dòng 2" in answer.err


def test_a_sheet_that_is_not_there_or_no_text_is_told(
    run: Run, file: Path, codes: tuple[str, str], tmp_path: Path
) -> None:
    (tmp_path / "x.csv").write_bytes(b"\xff\xfe\x00")

    for name in ("y.csv", "x.csv"):
        answer = run("area", file, "split", codes[0], "--into", "A; B", "--assign", tmp_path / name)
        assert (answer.outcome, len(answer.problems)) == (1, 1)
