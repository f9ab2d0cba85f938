"""Commands that show models: list, due, show."""

import csv
import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from registry_app.cli import table
from registry_app.cli.values import moment, reading, writing
from registry_app.domain.fields import FIELDS
from registry_app.domain.saved_view import SavedView
from registry_app.domain.search import Filter, Order, Search
from registry_app.operations import views

from .conftest import Add, Run

AT_LEAST = {
    "code", "name", "type", "field", "level", "lead", "areas", "status", "status_kind", "founded_on", "last_review",
    "next_review", "due", "grade", "effective",
}  # fmt: skip


def names(run: Run, file: Path, *arguments: object) -> list[str]:
    """The names that a list shows, in order."""
    return [one["name"] for one in run("list", file, "--format", "json", *arguments).json]


def test_the_json_list_holds_every_fact_of_every_model(run: Run, ward: Path) -> None:
    found = run("list", ward, "--format", "json").json

    assert len(found) >= 120
    for one in found:
        assert one.keys() >= AT_LEAST
        assert isinstance(one["areas"], list)
        assert one["due"] in ("overdue", "soon", "later", "never_reviewed", "none")
        assert one["status_kind"] in ("preparing", "active", "paused", "ended")
        assert one["founded_on"] is None or one["founded_on"][:4].isdigit()
        assert one["grade"] != ""
        assert all(not isinstance(one[key], type(None)) for key in ("name", "field", "lead", "status", "notes"))


def test_a_blank_model_gives_nulls_and_empty_texts(run: Run, file: Path, add: Add) -> None:
    add("Một")

    (one,) = run("list", file, "--format", "json").json

    nulls = {key for key, value in one.items() if value is None}
    assert nulls == {
        "level", "founded_on", "launched_on", "period_to", "interval_months", "review_on", "last_review",
        "next_review", "grade", "effective", "trashed_on", "status_on",
    }  # fmt: skip
    assert (one["field"], one["lead"], one["areas"], one["extra"]) == ("", "", [], {})


def test_words_match_without_accents_in_any_order(run: Run, file: Path, add: Add) -> None:
    add("Camera an ninh Tổ 5")
    add("Camera Đường sắt")

    assert names(run, file, "--search", "to 5 camera") == ["Camera an ninh Tổ 5"]
    assert names(run, file, "--search", "duong") == ["Camera Đường sắt"]
    assert names(run, file, "--search", "không có") == []


def test_numbers_sort_by_value_and_a_dash_sorts_downwards(run: Run, file: Path, add: Add) -> None:
    for name in ("Tổ 10", "Tổ 2", "An"):
        add(name)

    assert names(run, file) == ["An", "Tổ 2", "Tổ 10"]
    assert names(run, file, "--sort", "-name") == ["Tổ 10", "Tổ 2", "An"]
    assert names(run, file, "--sort=-name") == ["Tổ 10", "Tổ 2", "An"]


@pytest.mark.parametrize("wrong", [("--view", "zork"), ("--sort", "zork"), ("--sort", "-zork"), ("--format", "xml")])
def test_an_unknown_view_field_or_format_is_a_known_problem(run: Run, file: Path, wrong: tuple[str, str]) -> None:
    answer = run("list", file, *wrong)

    assert answer.outcome == 1
    assert len(answer.problems) == 1
    assert answer.out == ""


def test_the_table_has_a_line_a_model_and_the_count(run: Run, ward: Path) -> None:
    count = len(run("list", ward, "--format", "json").json)

    lines = run("list", ward).out.splitlines()

    assert lines[0].startswith("Mã ")
    assert len(lines) == count + 4
    assert lines[-1].endswith("tổ chức theo luật định")


def test_the_table_fits_a_terminal(run: Run, ward: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(table, "terminal_width", lambda: 100)

    assert max(table.wide(line) for line in run("list", ward).out.splitlines()) <= 100


def test_no_width_is_kept_to_when_another_program_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())

    assert table.terminal_width() is None


def test_the_csv_opens_in_excel_and_runs_no_formula(run: Run, file: Path, add: Add) -> None:
    add("=cmd|x", notes="dòng một\ndòng hai", extra={"eyes": 1234})

    out = run("list", file, "--format", "csv").out

    assert out.startswith('\ufeff"Mã","Tên mô hình"')
    heading, row = csv.reader(io.StringIO(out.removeprefix("\ufeff"), newline=""))
    cells = dict(zip(heading, row, strict=True))
    assert len(heading) == len(FIELDS) + 1
    assert cells["Tên mô hình"] == "'=cmd|x"
    assert cells["Ghi chú"] == "dòng một\ndòng hai"
    assert cells["Số mắt camera"] == "1.234"


def test_due_lists_the_oldest_debt_first(run: Run, ward: Path) -> None:
    found = run("due", ward, "--on", "22/11/2026", "--format", "json").json

    assert {one["due"] for one in found} == {"overdue", "soon"}
    days = [one["next_review"] for one in found]
    assert len(days) > 10
    assert days[0] < "2026-11-22"


def test_due_counts_both_ends_of_its_days(run: Run, file: Path, add: Add) -> None:
    add("Một", review_on="10/03/2026")

    def due(*arguments: object) -> list[str]:
        return [one["due"] for one in run("due", file, "--format", "json", *arguments).json]

    assert due("--on", "2026-03-01", "--within", 9) == ["soon"]
    assert due("--on", "01/03/2026", "--within", 8) == []
    assert due("--on", "10/03/2026", "--within", 0) == ["soon"]
    assert due("--on", "11/03/2026", "--within", 0) == ["overdue"]


@pytest.mark.parametrize("wrong", [("--on", "31/02/2026"), ("--on", "2026"), ("--within", "x"), ("--within", "-1")])
def test_a_wrong_day_or_number_is_a_known_problem(run: Run, file: Path, wrong: tuple[str, str]) -> None:
    answer = run("due", file, f"{wrong[0]}={wrong[1]}")

    assert answer.outcome == 1
    assert len(answer.problems) == 1


def test_show_tells_why_the_review_is_due_then(run: Run, file: Path, add: Add) -> None:
    code = add(founded_on="31/01/2020", notes="một\nhai")

    out = run("show", file, code).out

    assert "Căn cứ hạn rà soát" in out
    assert "6 tháng sau ngày thành lập 31/01/2020" in out
    assert run("show", file, code, "--format", "json").json["schedule"] == "6 tháng sau ngày thành lập 31/01/2020"


def test_show_lists_reviews_and_statuses(run: Run, file: Path, add: Add) -> None:
    code = add(founded_on="31/01/2020")
    run("review", file, code, "--date", "1/2/2021", "--grade", "Khá")

    out = run("show", file, code).out

    assert "Các lần rà soát" in out
    assert "01/02/2021" in out
    assert "Các lần đổi trạng thái" in out


def test_reading_works_while_another_program_writes_and_writing_is_refused(run: Run, file: Path) -> None:
    with writing(str(file)):
        assert run("list", file).outcome == 0
        answer = run("undo", file)

    assert answer.outcome == 1
    assert len(answer.problems) == 1


def test_reading_what_names_nobody_leaves_the_file_as_it_was(run: Run, ward: Path) -> None:
    before = (ward.read_bytes(), sorted(ward.parent.iterdir()))

    for command in (("list",), ("due",), ("history",), ("show", "TQ-2017-001"), ("area", "list")):
        run(command[0], ward, *command[1:])

    assert (ward.read_bytes(), sorted(ward.parent.iterdir())) == before


def test_the_day_of_a_list_is_today(file: Path) -> None:
    with reading(str(file)) as registry:
        assert moment(registry).on == date.today()


def test_vietnamese_letters_stand_in_json_as_they_are(run: Run, file: Path, add: Add) -> None:
    add("Đường")

    out = run("list", file, "--format", "json").out

    assert "Đường" in out
    assert json.loads(out)[0]["name"] == "Đường"


def test_the_query_of_the_window_is_understood(run: Run, ward: Path) -> None:
    everything = set(names(run, ward))
    cameras = set(names(run, ward, "--search", "loại:camera"))
    others = set(names(run, ward, "--search=-type:camera"))

    assert cameras
    assert others
    assert cameras | others == everything
    assert names(run, ward, "--search", "quá-hạn") == names(run, ward, "--view", "overdue")


def test_what_of_a_query_cannot_be_read_is_said_and_the_rest_is_searched_for(run: Run, file: Path, add: Add) -> None:
    add("Camera an ninh Tổ 5")

    answer = run("list", file, "--format", "json", "--search", "camera rà-soát<13/2026 loaij:x")

    assert answer.outcome == 0
    assert [one["name"] for one in answer.json] == []
    assert "13/2026" in answer.problems[0]
    assert "loaij" in answer.problems[1]
    assert "loại" in answer.problems[1]


def test_a_saved_view_is_shown_by_its_name(run: Run, ward: Path) -> None:
    with writing(str(ward)) as registry:
        search = Search(filters=(Filter("kind", ("theme",)),), order=(Order("name", descending=True),))
        views.save_view(registry, SavedView(name="Chuyên đề của phường", search=search))

    found = run("list", ward, "--format", "json", "--view", "chuyen de cua phuong").json

    assert found
    assert {one["kind"] for one in found} == {"theme"}
    assert run("list", ward, "--view", "không có").outcome == 1
