"""``round``: a round of reviews from the opening to the closing, on the command line."""

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from registry_app.store.registry import Registry

from .conftest import Add, Run

YEAR = date.today().year
CODE = f"DRS-{YEAR}-001"


@pytest.fixture
def models(file: Path, add: Add) -> Path:
    """Three models in two areas."""
    add("Camera ngõ 3", areas="Tổ dân phố 1", founded_on="2020")
    add("Zalo an ninh", areas="Tổ dân phố 1", founded_on="2021")
    add("Tiếng loa an ninh", areas="Tổ dân phố 2", founded_on="2022")
    return file


@pytest.fixture
def opened(run: Run, models: Path) -> Path:
    """A register with an open round over all of them."""
    done = run(
        *("round", models, "open", "Rà soát cả năm", "--from", f"1/1/{YEAR}", "--to", f"31/12/{YEAR}"),
        *("--deadline", f"15/12/{YEAR}", "--reviewer", "Tổ dân phố 1=Bà Liên"),
    )
    assert (done.outcome, done.out.strip()) == (0, f"{CODE}: 3 dòng")
    return models


def test_rounds_are_listed_with_how_far_they_have_come(run: Run, opened: Path) -> None:
    (found,) = run("round", opened, "list", "--format", "json").json

    assert (found["code"], found["name"], found["kind"]) == (CODE, "Rà soát cả năm", "review")
    assert (found["rows"], found["entered"], found["waiting"]) == (3, 0, 3)
    assert (found["deadline"], found["closed_on"]) == (f"{YEAR}-12-15", None)
    assert CODE in run("round", opened, "list").out


def test_a_round_without_models_is_refused(run: Run, file: Path) -> None:
    done = run("round", file, "open", "Đợt", "--from", f"1/1/{YEAR}", "--to", f"31/12/{YEAR}")

    assert done.outcome == 1
    assert "phạm vi" in done.err.lower()


def test_a_round_takes_what_a_search_shows(run: Run, models: Path) -> None:
    period = ("--from", f"1/1/{YEAR}", "--to", f"31/12/{YEAR}")

    assert run("round", models, "open", "Đợt", *period, "--search", "loa").out.strip().endswith("1 dòng")


def test_the_status_tells_areas_reviewers_and_rows(run: Run, opened: Path) -> None:
    found = run("round", opened, "status", CODE, "--rows", "--format", "json").json

    assert [(one["name"], one["rows"]) for one in found["by_area"]] == [("Tổ dân phố 1", 2), ("Tổ dân phố 2", 1)]
    assert [(one["name"], one["waiting"]) for one in found["by_reviewer"]] == [("Bà Liên", 2), ("", 1)]
    assert [(one["row"], one["model"], one["state"]) for one in found["models"]] == [
        (1, "Camera ngõ 3", "waiting"),
        (2, "Zalo an ninh", "waiting"),
        (3, "Tiếng loa an ninh", "waiting"),
    ]
    assert "Bà Liên" in run("round", opened, "status", CODE).out
    assert "Zalo an ninh" in run("round", opened, "status", CODE, "--waiting", "--format", "csv").out


def test_rows_are_shared_out_and_left_out(run: Run, opened: Path) -> None:
    assert run("round", opened, "assign", CODE, "Ông Hòa", "--area", "Tổ dân phố 2").outcome == 0
    assert run("round", opened, "leave-out", CODE, "--reason", "chưa bàn giao", "--row", "1", "--row", "2").outcome == 0
    assert run("round", opened, "take-in", CODE, "--row", "2").outcome == 0

    rows = run("round", opened, "status", CODE, "--rows", "--format", "json").json["models"]

    assert [(one["reviewer"], one["state"]) for one in rows] == [
        ("Bà Liên", "left_out"),
        ("Bà Liên", "waiting"),
        ("Ông Hòa", "waiting"),
    ]
    assert run("round", opened, "assign", CODE, "Ông Hòa").outcome == 1
    assert run("round", opened, "assign", CODE, "Ông Hòa", "--row", "9").outcome == 1


def test_one_row_is_entered(run: Run, opened: Path) -> None:
    done = run(
        "round", opened, "enter", CODE, "--row", "1", "--grade", "tốt", "--effective", "yes", "--findings", "Đều"
    )

    (first, *_others) = run("round", opened, "status", CODE, "--rows", "--format", "json").json["models"]
    assert done.outcome == 0
    assert (first["grade"], first["effective"], first["findings"]) == ("Tốt", "yes", "Đều")


def test_results_come_as_json_and_go_in_again_as_they_came_out(run: Run, opened: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text(json.dumps([{"row": 1, "grade": "Khá"}, {"row": 2, "effective": False}]), "utf-8")

    assert run("round", opened, "enter", CODE, "--json", path).outcome == 0

    rows = run("round", opened, "status", CODE, "--rows", "--format", "json").json["models"]
    assert [(one["grade"], one["effective"]) for one in rows] == [("Khá", None), (None, "no"), (None, None)]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ([{"row": 1, "grade": "A+"}], "A+"),
        ([{"row": 7, "grade": "Tốt"}], "7"),
        ([{"code": "CAM-1999-001", "grade": "Tốt"}], "CAM-1999-001"),
        ([{"row": 1, "mark": "Tốt"}], "mark"),
        ([{"grade": "Tốt"}], "code"),
        ([{"row": "một", "grade": "Tốt"}], "một"),
        ([{"row": 1, "on": f"1/1/{YEAR - 1}"}], str(YEAR - 1)),
    ],
)
def test_bad_results_are_told_and_nothing_is_entered(
    run: Run, opened: Path, tmp_path: Path, content: object, word: str
) -> None:
    path = tmp_path / "r.json"
    path.write_text(json.dumps([{"row": 2, "grade": "Tốt"}, *content]), "utf-8")  # type: ignore[misc]

    done = run("round", opened, "enter", CODE, "--json", path)

    assert done.outcome == 1
    assert word in done.err
    assert run("round", opened, "list", "--format", "json").json[0]["entered"] == 0


def test_a_worksheet_leaves_and_comes_back_filled(run: Run, opened: Path, tmp_path: Path) -> None:
    path = tmp_path / "phiếu.xlsx"
    done = run("round", opened, "worksheet", CODE, "--reviewer", "Bà Liên", "--out", path)
    assert (done.outcome, f"{CODE}-P01: 2" in done.out) == (0, True)
    _fill(path, {"1": "Tốt"})

    entered = run("round", opened, "enter", CODE, "--sheet", path)

    assert entered.outcome == 0
    assert "Zalo an ninh" in entered.out
    again = run("round", opened, "enter", CODE, "--sheet", path)
    assert (again.outcome, "--again" in again.err) == (1, True)
    assert run("round", opened, "enter", CODE, "--sheet", path, "--again").outcome == 0


def test_an_older_worksheet_is_entered_only_when_that_is_meant(run: Run, opened: Path, tmp_path: Path) -> None:
    path = tmp_path / "cũ.xlsx"
    run("round", opened, "worksheet", CODE, "--out", path)
    run("round", opened, "worksheet", CODE, "--out", tmp_path / "mới.xlsx")
    _fill(path, {"1": "Tốt"})

    done = run("round", opened, "enter", CODE, "--sheet", path)

    assert (done.outcome, f"{CODE}-P02" in done.err, "--older" in done.err) == (1, True, True)
    assert run("round", opened, "enter", CODE, "--sheet", path, "--older", "--preview").outcome == 0
    assert run("round", opened, "enter", CODE, "--sheet", path, "--older").outcome == 0
    assert run("round", opened, "list", "--format", "json").json[0]["entered"] == 1


def test_a_worksheet_is_written_for_the_printer(run: Run, opened: Path, tmp_path: Path) -> None:
    path = tmp_path / "phiếu.pdf"

    assert run("round", opened, "worksheet", CODE, "--area", "Tổ dân phố 1", "--out", path).outcome == 0

    assert path.read_bytes().startswith(b"%PDF")


def test_papers_about_a_round_are_written(run: Run, opened: Path, tmp_path: Path) -> None:
    path = tmp_path / "biên bản.pdf"

    assert run("round", opened, "paper", CODE, "minutes", "--out", path).outcome == 0
    assert run("round", opened, "paper", CODE, "xyz", "--out", path).outcome == 1

    assert path.read_bytes().startswith(b"%PDF")


def test_only_one_way_of_entering_is_taken(run: Run, opened: Path) -> None:
    assert run("round", opened, "enter", CODE).outcome == 1
    assert run("round", opened, "enter", CODE, "--row", "1", "--json", "-").outcome == 1


def test_a_round_is_closed_undone_and_closed_again(run: Run, opened: Path) -> None:
    run("round", opened, "enter", CODE, "--row", "1", "--grade", "Tốt", "--effective", "yes")

    refused = run("round", opened, "close", CODE)
    assert (refused.outcome, "2" in refused.err) == (1, True)
    assert "Zalo an ninh" in run("round", opened, "close", CODE, "--preview").out
    closed = run("round", opened, "close", CODE, "--leave-out-rest", "hết thời gian")
    assert (closed.outcome, "2" in closed.out) == (0, True)
    assert run("undo", opened).outcome == 0
    assert run("round", opened, "list", "--format", "json").json[0]["closed_on"] is None
    assert run("round", opened, "close", CODE, "--leave-out-rest", "hết thời gian").outcome == 0

    found = run("round", opened, "snapshot", CODE, "--format", "json").json
    assert [one["withdrawn"] for one in found] == [False, True]
    assert found[0]["grades"] == {"Tốt": 1, "": 2}
    assert found[0]["round"]["left_out"] == 2
    with Registry.open(opened, read_only=True) as registry:
        assert len(registry.reviews.of(registry.models.by_code("CAM-2020-001"))) == 1


def test_an_unknown_round_names_those_that_there_are(run: Run, opened: Path) -> None:
    done = run("round", opened, "status", "DRS-1")

    assert (done.outcome, CODE in done.err) == (1, True)


def test_a_register_open_elsewhere_can_be_looked_at(run: Run, opened: Path) -> None:
    with Registry.open(opened):
        assert run("round", opened, "status", CODE).outcome == 0
        assert run("round", opened, "enter", CODE, "--row", "1", "--grade", "Tốt").outcome == 1


def _fill(path: Path, grades: dict[str, str]) -> None:
    book = load_workbook(path)
    cells = book.worksheets[0]
    for line in range(1, cells.max_row):
        if (grade := grades.get(str(cells.cell(line, 1).value))) is not None:
            cells.cell(line, 9).value = grade
    book.save(path)
