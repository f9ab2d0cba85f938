"""The command that prints."""

from pathlib import Path

import pytest
from pypdf import PdfReader

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
    assert answer.out.strip() == f"Tệp PDF gồm {len(listed)} mô hình: {out}"
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text(out)


def test_search_and_view_choose_what_is_printed(run: Run, ward: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    listed = run("list", ward, "--search", "camera", "--view", "overdue", "--format", "json").json

    answer = run("print", ward, "models", "--out", out, "--search", "camera", "--view", "overdue", "--sort", "-code")

    assert f"gồm {len(listed)} mô hình" in answer.out
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
