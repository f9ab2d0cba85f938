"""The command of results."""

from pathlib import Path

import pytest

from .conftest import Add, Run

SHARED = ("--period", "6 tháng đầu 2026", "--source", "Báo cáo 97")


def test_a_figure_is_entered_and_listed(run: Run, file: Path) -> None:
    added = run("results", file, "add", "--indicator", "TIN", "--value", "trên 1.200", *SHARED)
    listed = run("results", file)

    assert added.outcome == 0
    assert added.out.startswith("KQ-00001  Tin báo quần chúng cung cấp: trên 1.200 tin, 6 tháng đầu năm 2026")
    assert "trên 1.200" in listed.out
    assert listed.out.rstrip().endswith("1 số liệu")


def test_a_figure_is_given_out_as_json(run: Run, file: Path) -> None:
    added = run("results", file, "add", "--indicator", "khiếu kiện phức tạp", "--value", "5/6", *SHARED)
    run("results", file, "add", "--indicator", "KHIEU-KIEN", "--value", "23/27", *SHARED, "--json")
    (found,) = run("results", file, "list", "--format", "json").json

    assert added.outcome == 1
    assert (found["amount"], found["total"], found["percent"], found["unit"]) == ("23", "27", "85.2", "vụ")
    assert (found["period_from"], found["period_to"]) == ("2026-01-01", "2026-06-30")
    assert "indicator_id" not in found


def test_a_figure_of_a_model_an_area_or_another_place(run: Run, file: Path, add: Add) -> None:
    code = add("Camera an ninh")

    run("results", file, "add", "--indicator", "DB", "--value", "109", *SHARED, "--model", code.lower())
    run("results", file, "add", "--indicator", "TIN", "--value", "7", *SHARED, "--place", "Phường cũ")
    of_model = run("results", file, "list", "--model", code, "--format", "json").json
    every = run("results", file, "list", "--format", "json").json

    assert [one["model_code"] for one in of_model] == [code]
    assert [one["scope"] for one in every] == ["Phường cũ", "Camera an ninh"]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--period", "2025"), 1),
        (("--period", "6 tháng đầu 2025"), 0),
        (("--indicator", "HEROIN"), 1),
        (("--source", "bao cao"), 2),
        (("--search", "heroin"), 1),
        (("--view", "check"), 1),
    ],
)
def test_figures_are_narrowed(run: Run, file: Path, options: tuple[str, ...], found: int) -> None:
    run("results", file, "add", "--indicator", "TIN", "--value", "5", "--period", "2025", "--source", "Báo cáo năm")
    garbled = ("--exactness", "check", "--as-written", "3,61 kg 7")
    run("results", file, "add", "--indicator", "HEROIN", *garbled, *SHARED)

    assert len(run("results", file, "list", *options, "--format", "json").json) == found


def test_sums_that_do_not_add_up_are_told_with_exit_1(run: Run, file: Path) -> None:
    for code, figure in (("TIN", "12"), ("TIN-ANCT", "1"), ("TIN-TPHS", "2"), ("TIN-TNXH", "3"), ("TIN-KHAC", "4")):
        last = run("results", file, "add", "--indicator", code, "--value", figure, *SHARED)

    told = run("results", file, "check")
    told_json = run("results", file, "check", "--format", "json").json
    run("results", file, "add", "--indicator", "TIN", "--value", "10", "--period", "2025")

    assert "10 = 1 + 2 + 3 + 4" in last.err
    assert told.outcome == 1
    assert "10 = 1 + 2 + 3 + 4" in told.out
    assert [(one["code"], one["whole"], one["sum"]) for one in told_json] == [("KQ-00001", "12", "10")]


@pytest.mark.parametrize("act", ["check", "--check"])
def test_a_register_whose_sums_add_up_is_said_to_be_so(run: Run, file: Path, act: str) -> None:
    answer = run("results", file, act)

    assert (answer.outcome, answer.err) == (0, "")
    assert answer.out.startswith("Mọi tổng đều khớp")


def test_the_indicators_are_listed_with_unit_and_whole(run: Run, file: Path) -> None:
    found = run("results", file, "indicators", "--format", "json").json
    table = run("results", file, "indicators").out
    csv = run("results", file, "indicators", "--format", "csv").out

    (part,) = (one for one in found if one["code"] == "TIN-ANCT")
    assert (part["unit"], part["kind"], part["part_of"]) == ("tin", "count", "TIN")
    assert "Heroin thu giữ" in table
    assert len(csv.strip().splitlines()) == len(found) + 1


@pytest.mark.parametrize(
    ("value", "indicator", "said"),
    [
        ("hàng trăm", "TIN", "hàng trăm"),
        ("5 vụ", "TIN", "vụ"),
        ("9/8", "KHIEU-KIEN", "lớn hơn"),
        ("5", "không có", "không có"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_entered(
    run: Run, file: Path, value: str, indicator: str, said: str
) -> None:
    answer = run("results", file, "add", "--indicator", indicator, "--value", value, *SHARED)

    assert answer.outcome == 1
    assert said in answer.err
    assert run("results", file, "list", "--format", "json").json == []


def test_a_period_that_cannot_be_read_is_said(run: Run, file: Path) -> None:
    assert "2013-2023" in run("results", file, "list", "--period", "hôm kia").err


@pytest.mark.parametrize("suffix", ["pdf", "docx", "xlsx"])
def test_figures_are_put_on_paper(run: Run, file: Path, tmp_path: Path, suffix: str) -> None:
    run("results", file, "add", "--indicator", "TIN", "--value", "5", *SHARED)
    out = tmp_path / f"ket-qua.{suffix}"

    answer = run("results", file, "report", "--period", "6 tháng đầu 2026", "--out", out)

    assert answer.outcome == 0
    assert " 1 " in answer.out
    assert out.stat().st_size > 1000


def test_csv_has_a_heading_and_a_line_a_figure(run: Run, file: Path) -> None:
    run("results", file, "add", "--indicator", "TIN", "--value", "gần 40 nghìn", *SHARED)

    heading, line = run("results", file, "list", "--format", "csv").out.strip().splitlines()

    assert "Chỉ tiêu" in heading
    assert "gần 40.000" in line
