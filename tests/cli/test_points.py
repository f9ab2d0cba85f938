"""Points on the command line: review --points, scales."""

from pathlib import Path
from typing import Any

import pytest

from registry_app.domain.ids import SheetId
from registry_app.operations import files, scoring
from registry_app.operations.scoring import TypedCriterion, TypedStep

from .conftest import Add, Run

THREE = (
    TypedCriterion(number="1", name="Có kế hoạch", most="30"),
    TypedCriterion(number="2.1", name="Có quy chế; có sổ", most="20,5"),
    TypedCriterion(number="2.2", name="Có kết quả", most="49,5"),
)
DAY = ("--date", "01/02/2026")


def keep_sheet(file: Path, name: str = "Bảng chấm", rows: tuple[TypedCriterion, ...] = THREE) -> SheetId:
    """Save a score sheet in the register."""
    with files.open_register(file) as registry:
        return scoring.save_sheet(registry, SheetId(0), name, rows).id


@pytest.fixture
def scored(file: Path) -> Path:
    """A register with one score sheet, and a scale by points from 2026 on."""
    keep_sheet(file)
    with files.open_register(file) as registry:
        numbers = {one.name: number for number, one in registry.lists.grades.items()}
        least = {"Tốt": "80", "Khá": "65,5", "Yếu": "0", "Không phân loại": ""}
        steps = [TypedStep(grade_id=numbers[name], least=points) for name, points in least.items()]
        scoring.save_scale(registry, "2026", steps)
    return file


def reviews(run: Run, file: Path, code: str) -> Any:
    """The reviews of one model."""
    return run("show", file, code, "--format", "json").json["reviews"]


def kept(file: Path, code: str) -> list[dict[str, int]]:
    """The tenths by number of criterion of the reviews of one model that have points."""
    with files.open_register(file, read_only=True) as registry:
        criteria = registry.loop.scoring.criteria()
        of = [review.id for review in registry.reviews.of(registry.models.by_code(code))]
        found = registry.loop.scoring.points(of)
        return [{criteria[number].number: tenths for number, tenths in one.items()} for one in found.values()]


def test_points_are_kept_with_the_review_and_make_its_grade(run: Run, scored: Path, add: Add) -> None:
    code = add(founded_on="2020")

    answer = run("review", scored, code, *DAY, "--points", "1=25; 2.1=7,5; 2.2=40.5")

    assert (answer.outcome, answer.err) == (0, "")
    assert answer.out.startswith("Tổng: 73/100 điểm · đề xuất xếp loại: Khá\n" + code)
    assert [one["grade"] for one in reviews(run, scored, code)] == ["Khá"]
    assert kept(scored, code) == [{"1": 250, "2.1": 75, "2.2": 405}]


def test_a_grade_that_is_said_stands_beside_the_points(run: Run, scored: Path, add: Add) -> None:
    code = add(founded_on="2020")

    run("review", scored, code, *DAY, "--grade", "Yếu", "--points", "1=30;2.1=20,5", "--points", "2.2=49,5")

    assert [one["grade"] for one in reviews(run, scored, code)] == ["Yếu"]
    assert kept(scored, code) == [{"1": 300, "2.1": 205, "2.2": 495}]


def test_while_criteria_have_no_points_no_grade_is_given(run: Run, scored: Path, add: Add) -> None:
    code = add(founded_on="2020")

    answer = run("review", scored, code, *DAY, "--points", "2.2=40; 1=")

    assert answer.out.startswith("Tổng: 40/100 điểm · còn 2 tiêu chí chưa chấm\n")
    assert [one["grade"] for one in reviews(run, scored, code)] == [None]
    assert kept(scored, code) == [{"2.2": 400}]


def test_every_problem_is_told_with_its_criterion_and_nothing_is_saved(run: Run, scored: Path, add: Add) -> None:
    code = add(founded_on="2020")

    answer = run("review", scored, code, *DAY, "--points", "1=31; 2.1=ba; 2.2=1,25; 9=1; 4; 1=2")

    assert (answer.outcome, answer.out) == (1, "")
    assert answer.problems == [
        "Điểm số: “Bảng chấm” không có tiêu chí “9”. Các tiêu chí: 1, 2.1, 2.2.",
        "Điểm số: “4”: hãy viết TIÊU-CHÍ=ĐIỂM, ví dụ 1.2=7,5.",
        "Điểm số: Tiêu chí 1 ghi hai lần.",
        "Điểm số: Tiêu chí 1: 31 điểm, vượt điểm chuẩn 30.",
        "Điểm số: Tiêu chí 2.1: “ba” không phải là số. Hãy ghi theo mẫu 1.234,56.",
        "Điểm số: Tiêu chí 2.2: “1,25”: hãy ghi điểm từ 0 trở lên, nhiều nhất một chữ số sau dấu phẩy.",
    ]
    assert reviews(run, scored, code) == []


def test_a_review_that_cannot_be_keeps_no_points(run: Run, scored: Path, add: Add) -> None:
    code = add(founded_on="2020")

    answer = run("review", scored, code, "--date", "01/02/2019", "--points", "1=3")

    assert answer.outcome == 1
    assert reviews(run, scored, code) == []


def test_of_several_sheets_one_must_be_named(run: Run, scored: Path, add: Add) -> None:
    code = add(founded_on="2020")
    keep_sheet(scored, "Bảng khác")
    asked = ("review", scored, code, *DAY, "--points", "1=3")

    assert run(*asked).problems == [
        "Bảng chấm điểm: Phường có nhiều bảng: “Bảng chấm”, “Bảng khác”. Hãy nêu rõ bảng nào."
    ]
    assert run(*asked, "--scale", "Bảng lạ").outcome == 1
    assert reviews(run, scored, code) == []
    assert run(*asked, "--scale", "bang khac").outcome == 0
    assert kept(scored, code) == [{"1": 30}]


def test_without_a_sheet_in_use_no_points_are_given(run: Run, file: Path, add: Add) -> None:
    code = add(founded_on="2020")
    number = keep_sheet(file)
    with files.open_register(file) as registry:
        scoring.retire_sheet(registry, number)

    answer = run("review", file, code, *DAY, "--points", "1=3")

    assert answer.problems == ["Bảng chấm điểm: Phường không có bảng chấm điểm nào đang dùng."]
    assert reviews(run, file, code) == []


def test_several_models_are_given_no_points(run: Run, scored: Path, add: Add) -> None:
    one, two = add("Một", founded_on="2020"), add("Hai", founded_on="2020")

    answer = run("review", scored, one, two, *DAY, "--points", "1=3")

    assert answer.problems == ["Điểm số: Mỗi lần chỉ chấm điểm một mô hình; ở đây có 2."]
    assert [*reviews(run, scored, one), *reviews(run, scored, two)] == []


def test_a_sheet_without_points_is_told(run: Run, scored: Path, add: Add) -> None:
    code = add(founded_on="2020")

    assert run("review", scored, code, *DAY, "--scale", "Bảng chấm").outcome == 1
    assert reviews(run, scored, code) == []


def test_a_criterion_without_a_number_is_named_by_its_code(run: Run, file: Path, add: Add) -> None:
    code = add(founded_on="2020")
    keep_sheet(file, rows=(TypedCriterion(name="Có quy chế", most="10"),))
    (sheet, _grades) = run("scales", file, "--format", "json").json
    (criterion,) = sheet["criteria"]

    answer = run("review", file, code, *DAY, "--points", f"{criterion['code']}=7,5")

    assert answer.outcome == 0
    assert kept(file, code) == [{"": 75}]


class TestScales:
    def test_sheets_and_scales_are_listed_with_all_that_they_hold(self, run: Run, scored: Path) -> None:
        sheet, grades = run("scales", scored, "--format", "json").json

        assert {key: sheet[key] for key in ("kind", "name", "retired", "uses", "most")} == {
            "kind": "score_sheet",
            "name": "Bảng chấm",
            "retired": False,
            "uses": 0,
            "most": 100,
        }
        assert [(one["number"], one["text"], one["most"]) for one in sheet["criteria"]] == [
            ("1", "Có kế hoạch", 30),
            ("2.1", "Có quy chế; có sổ", 20.5),
            ("2.2", "Có kết quả", 49.5),
        ]
        assert (grades["kind"], grades["from_year"]) == ("grades", 2026)
        assert [(one["text"], one["from_points"]) for one in grades["grades"]] == [
            ("Tốt", 80),
            ("Khá", 65.5),
            ("Yếu", 0),
            ("Không phân loại", None),
        ]

    def test_the_table_speaks_the_language_in_use(self, run: Run, scored: Path) -> None:
        heading, _rule, first, *_rest, last = run("scales", scored).out.splitlines()

        assert heading.split("  ")[0] == "Tên"
        assert first.split() == ["Bảng", "chấm", "bảng", "chấm", "điểm", "1", "Có", "kế", "hoạch", "30"]
        assert last.startswith("từ năm 2026")
        assert run("scales", scored, "--lang", "en").out.splitlines()[-1].startswith("from the year 2026")

    def test_the_csv_has_points_as_people_write_them(self, run: Run, scored: Path) -> None:
        lines = run("scales", scored, "--format", "csv").out.splitlines()

        assert lines[2] == '"Bảng chấm","bảng chấm điểm","2.1","Có quy chế; có sổ","20,5",""'
        assert lines[5] == '"từ năm 2026","xếp loại","2","Khá","","65,5"'

    def test_without_a_scale_the_grades_of_every_year_are_listed(self, run: Run, file: Path) -> None:
        (grades,) = run("scales", file, "--format", "json").json

        assert (grades["name"], grades["from_year"], len(grades["grades"])) == ("", None, 5)
        assert "mọi năm" in run("scales", file).out

    def test_sheets_out_of_use_are_listed_when_asked_for(self, run: Run, file: Path) -> None:
        number = keep_sheet(file)
        with files.open_register(file) as registry:
            scoring.retire_sheet(registry, number)

        assert len(run("scales", file, "--format", "json").json) == 1
        assert run("scales", file, "--retired", "--format", "json").json[0]["retired"] is True

    def test_an_unknown_format_is_refused(self, run: Run, file: Path) -> None:
        assert run("scales", file, "--format", "xml").outcome == 1
