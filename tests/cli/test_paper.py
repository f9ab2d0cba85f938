"""The command that prints."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from registry_app.domain.wish import Template, Wish
from registry_app.operations import templates
from registry_app.store.registry import Registry

from .conftest import Run


def text(path: Path) -> str:
    """The words on a PDF's pages."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)


@pytest.mark.parametrize("report", ["models", "due"])
def test_the_count_on_paper_is_the_count_of_the_list(run: Run, ward: Path, tmp_path: Path, report: str) -> None:
    out = tmp_path / "giấy.pdf"
    listed = run("list", ward, "--view", {"models": "all", "due": "due"}[report], "--format", "json").json

    answer = run("print", ward, report, "--out", out)

    assert answer.outcome == 0
    assert answer.out.strip() == f"Đã in {len(listed)} dòng: {out}"
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text(out)


def test_search_and_view_choose_what_is_printed(run: Run, ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    listed = run("list", ward, "--search", "camera", "--view", "overdue", "--format", "json").json

    answer = run("print", ward, "models", "--out", out, "--search", "camera", "--view", "overdue", "--sort", "-code")

    assert f"Đã in {len(listed)} dòng" in answer.out
    assert "camera" in text(out)


def test_an_appendix_has_no_motto(run: Run, ward: Path, tmp_path: Path) -> None:
    run("print", ward, "due", "--out", tmp_path / "a.pdf", "--paper", "appendix")

    assert "Phụ lục" in text(tmp_path / "a.pdf")
    assert "CỘNG HÒA" not in text(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    "wrong", [("zork",), ("models", "--paper", "zork"), ("models", "--view", "zork"), ("due", "--sort", "zork")]
)
def test_an_unknown_report_paper_view_or_field_is_a_known_problem(
    run: Run, ward: Path, tmp_path: Path, wrong: tuple[str, ...]
) -> None:
    answer = run("print", ward, *wrong, "--out", tmp_path / "a.pdf")

    assert answer.outcome == 1
    assert len(answer.problems) == 1
    assert not (tmp_path / "a.pdf").exists()


def test_an_older_pdf_is_printed_over(run: Run, ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    run("print", ward, "due", "--out", out)

    assert run("print", ward, "models", "--out", out).outcome == 0
    assert sorted(path.name for path in tmp_path.glob("*.part")) == []


def test_nothing_but_a_pdf_is_printed_over(run: Run, ward: Path) -> None:
    before = ward.read_bytes()

    answer = run("print", ward, "models", "--out", ward)

    assert answer.outcome == 1
    assert len(answer.problems) == 1
    assert ward.read_bytes() == before


@pytest.mark.parametrize("name", ["", "không có/a.pdf"])
def test_a_place_where_nothing_can_be_written_is_a_known_problem(
    run: Run, file: Path, tmp_path: Path, name: str
) -> None:
    answer = run("print", file, "models", "--out", tmp_path / name)

    assert answer.outcome == 1
    assert len(answer.problems) == 1


def test_letters_that_no_font_has_are_named(run: Run, file: Path, tmp_path: Path) -> None:
    run("add", file, "--json", "-", typed='{"name": "Tổ \U0001f46e", "type": "CAM"}'.encode())

    answer = run("print", file, "models", "--out", tmp_path / "a.pdf")

    assert answer.outcome == 0
    assert "\U0001f46e" in answer.err


def test_every_report_is_listed_with_its_rows(run: Run, ward: Path) -> None:
    found = {one["report"]: one for one in run("reports", ward, "--format", "json").json}

    assert {"models", "due", "sites", "teams", "members", "leaders", "households", "cameras"} <= found.keys()
    assert found["models"]["rows"] == len(run("list", ward, "--format", "json").json)
    assert found["cameras"]["rows"] == len(run("cameras", ward, "--format", "json").json)
    assert found["model-sheet"]["rows"] is None
    assert "signature" in found["households"]["columns"]
    assert "Danh sách thành viên" in run("reports", ward).out


def test_a_roster_is_printed_for_the_notice_board_and_entered(run: Run, ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    team = run("teams", ward, "--format", "json").json[0]

    answer = run("print", ward, "members", "--of", team["code"], "--copy", "posting", "--out", out)
    given = run("given", ward, "--format", "json").json

    assert answer.out.strip() == f"Đã in {team['members']} dòng: {out}"
    assert "•••" in text(out)
    assert (given[0]["people"], given[0]["copy"], given[0]["way"]) == (team["members"], "posting", "pdf")
    assert "Bản niêm yết" in run("given", ward).out


@pytest.mark.parametrize("report", ["sites", "teams", "leaders", "cameras"])
def test_rows_on_paper_are_the_rows_of_the_list(run: Run, ward: Path, tmp_path: Path, report: str) -> None:
    rows = {one["report"]: one["rows"] for one in run("reports", ward, "--format", "json").json}

    answer = run("print", ward, report, "--out", tmp_path / "a.pdf")

    assert answer.out.startswith(f"Đã in {rows[report]} dòng")


def test_columns_group_title_and_blank_lines_are_the_callers(run: Run, ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    options = ("--columns", "name,eyes,state", "--group", "none", "--title", "Biểu camera", "--blank-lines", "2")

    answer = run("print", ward, "cameras", "--search", "trạng-thái:hỏng", *options, "--out", out)

    assert answer.outcome == 0
    assert "BIỂU CAMERA" in text(out)
    assert "Cộng:" not in text(out).replace("Tổng cộng:", "")


def test_a_roster_of_a_past_day_says_so(run: Run, ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"

    run("print", ward, "leaders", "--as-of", "05/03/2022", "--out", out)

    assert "Số liệu đến ngày 05/3/2022" in text(out)


def test_a_template_of_the_register_is_used_and_options_go_over_it(run: Run, ward: Path, tmp_path: Path) -> None:
    wish = Wish(columns=("name", "phone"), title="Danh bạ", group="")
    with Registry.open(ward) as registry:
        templates.save_template(registry, Template(name="Danh bạ", report="leaders", wish=wish))
    out = tmp_path / "a.pdf"

    run("print", ward, "leaders", "--template", "danh ba", "--title", "Biểu", "--out", out)

    assert "BIỂU" in text(out)
    assert "(3)" in text(out)
    assert "(4)" not in text(out)


@pytest.mark.parametrize(
    "wrong",
    [
        ("members", "--columns", "zork"),
        ("members", "--group", "zork"),
        ("members", "--copy", "zork"),
        ("members", "--template", "zork"),
        ("members", "--of", "zork"),
        ("members", "--as-of", "zork"),
        ("members", "--blank-lines", "zork"),
        ("members", "--columns", "name,religion", "--copy", "posting"),
        ("model-sheet",),
        ("person-sheet", "--of", "zork"),
    ],
)
def test_what_cannot_be_printed_is_a_known_problem(
    run: Run, ward: Path, tmp_path: Path, wrong: tuple[str, ...]
) -> None:
    answer = run("print", ward, *wrong, "--out", tmp_path / "a.pdf")

    assert answer.outcome == 1
    assert len(answer.problems) == 1
    assert not (tmp_path / "a.pdf").exists()


def test_a_file_of_another_kind_is_refused_by_its_name(run: Run, ward: Path, tmp_path: Path) -> None:
    answer = run("print", ward, "models", "--out", tmp_path / "a.txt")

    assert answer.outcome == 1
    assert ".pdf" in answer.err


def test_while_a_window_writes_a_roster_is_printed_but_cannot_be_entered(run: Run, ward: Path, tmp_path: Path) -> None:
    with Registry.open(ward):
        answer = run("print", ward, "leaders", "--out", tmp_path / "a.pdf")

    assert answer.outcome == 0
    assert (tmp_path / "a.pdf").exists()
    assert "không ghi được vào danh sách" in answer.err
    assert run("given", ward, "--format", "json").json == []


@pytest.mark.parametrize(("view", "outcome"), [("due", 0), ("overdue", 0), ("soon", 0), ("ended", 1), ("all", 1)])
def test_the_paper_of_what_is_due_shows_nothing_else(
    run: Run, ward: Path, tmp_path: Path, view: str, outcome: int
) -> None:
    answer = run("print", ward, "due", "--view", view, "--out", tmp_path / "a.pdf")

    assert answer.outcome == outcome
    assert (tmp_path / "a.pdf").exists() is (outcome == 0)
