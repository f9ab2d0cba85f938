"""The command that counts."""

import csv
import io
from pathlib import Path

import pytest

from registry_app.domain.counting import AXES

from .conftest import Add, Run

FIGURES = {
    "models", "sites", "teams", "people", "households", "areas", "camera_points", "eyes", "recorders", "planned_eyes",
    "planned_recorders",
}  # fmt: skip


def test_json_holds_every_figure_and_what_stands_beside(run: Run, ward: Path) -> None:
    found = run("count", ward, "--format", "json", "--as-of", "15/11/2026").json

    assert found.keys() == {"as_of", *FIGURES, "themes", "statutory"}
    assert found["as_of"] == "2026-11-15"
    assert found["themes"].keys() == found["statutory"].keys() == FIGURES
    assert found["sites"] >= 330


@pytest.mark.parametrize("axis", AXES)
def test_the_count_is_told_apart(run: Run, ward: Path, axis: str) -> None:
    found = run("count", ward, "--by", axis, "--format", "json").json

    assert found["by"] == axis
    assert all(one.keys() == {axis, "counts", *FIGURES} for one in found["parts"])
    assert sum(one["models"] for one in found["parts"] if one["counts"]) >= found["models"]


def test_the_table_says_the_day_the_count_and_ends_in_the_whole(run: Run, ward: Path) -> None:
    lines = run("count", ward, "--by", "type", "--as-of", "15/11/2026").out.splitlines()

    assert lines[0].startswith("Tính đến ngày 15/11/2026: ")
    assert " mô hình / " in lines[0]
    assert lines[-1].startswith("Tổng số")


def test_what_does_not_count_is_marked_by_status(run: Run, ward: Path) -> None:
    out = run("count", ward, "--by", "status").out

    assert "Thanh loại (không tính)" in out
    assert "Tạm dừng (không tính)" not in out


def test_csv_is_the_table(run: Run, ward: Path) -> None:
    rows = list(csv.reader(io.StringIO(run("count", ward, "--format", "csv").out.lstrip("\ufeff"))))

    assert rows[0][:4] == ["Thống kê", "Mô hình", "Điểm", "Tổ"]
    assert [row[0] for row in rows[1:]] == ["Mô hình", "Chuyên đề", "Tổ chức theo luật định"]
    assert len({len(row) for row in rows}) == 1


def test_an_empty_register_counts_zero(run: Run, file: Path) -> None:
    assert run("count", file, "--format", "json").json["models"] == 0
    assert "0 mô hình / 0 điểm / 0 tổ" in run("count", file).out


def test_a_model_counts_from_its_day_on(run: Run, file: Path, add: Add) -> None:
    add("Một", status_on="2026-03-05", areas=["Tổ dân phố 9"])

    assert run("count", file, "--as-of", "04/03/2026", "--format", "json").json["models"] == 0
    assert run("count", file, "--as-of", "05/03/2026", "--format", "json").json["models"] == 1


@pytest.mark.parametrize("arguments", [("--by", "tên"), ("--as-of", "31/02/2026"), ("--format", "xml")])
def test_what_is_not_known_is_told(run: Run, file: Path, arguments: tuple[str, str]) -> None:
    answer = run("count", file, *arguments)

    assert answer.outcome == 1
    assert len(answer.problems) == 1


def test_the_force_is_given_out_as_the_form_has_it(run: Run, ward: Path) -> None:
    found = run("count", ward, "--force", "--on", "14/11/2026", "--format", "json").json

    assert (found["since"], found["on"]) == ("2026-10-15", "2026-11-14")
    assert [one["bodies"] for one in found["bodies"]] == [3, 1]
    assert found["total"]["teams_actual"] == sum(one["teams_actual"] for one in found["bodies"])
    assert found["total"].keys() >= {"members_decided", "members_before", "members_actual", "over_70", "minority"}


def test_the_force_as_a_table_and_as_csv(run: Run, ward: Path) -> None:
    lines = run("count", ward, "--force", "--on", "14/11/2026").out.splitlines()
    rows = list(csv.reader(io.StringIO(run("count", ward, "--force", "--format", "csv").out.lstrip("\ufeff"))))

    assert lines[0] == "Tổ chức theo luật định, kỳ từ ngày 15/10/2026 đến ngày 14/11/2026"
    assert rows[0][-1] == "Tổng số"
    assert len({len(row) for row in rows}) == 1


def test_the_figures_of_a_period_are_written_down(run: Run, ward: Path) -> None:
    run("count", ward, "--force", "--record", "--on", "14/12/2026")

    now = run("count", ward, "--force", "--on", "14/12/2026", "--format", "json").json["total"]
    after = run("count", ward, "--force", "--on", "14/01/2027", "--format", "json").json["total"]
    assert after["members_before"] == now["members_actual"]
    assert run("history", ward, "--format", "json", "--limit", 1).json[0]["label"] == "Ghi số liệu của kỳ"


def test_force_and_by_do_not_go_together(run: Run, ward: Path) -> None:
    assert run("count", ward, "--force", "--by", "type").outcome == 1
