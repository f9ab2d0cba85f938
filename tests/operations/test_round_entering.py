"""Entering results of a round: each kind of bad input told apart at its entry, nothing half entered, points make the
grade."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from msgspec.structs import replace

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import CriterionId, RoundId, SheetId
from registry_app.operations import rounds, scoring
from registry_app.operations.rounds import Entered
from registry_app.store.registry import Registry

from ..making import add
from .rounding import NEW, opened, row, ward


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    """The day on which all this happens."""
    with time_machine.travel(datetime(2026, 11, 22, 9, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def scored(registry: Registry) -> RoundId:
    """A round with a score sheet of two criteria, 60 and 40 points, and a scale of 2026 from 80, 65, 50 and 0 on."""
    ward(registry)
    grades = {grade.name: number for number, grade in registry.lists.grades.items()}
    least = {"Tốt": 800, "Khá": 650, "Trung bình": 500, "Yếu": 0}
    with registry.change("Add to list"):
        execute = registry.connection.execute
        sheet = execute("INSERT INTO score_sheet (name) VALUES ('Thang 100')").lastrowid or 0
        for number, most in (("1", 600), ("2", 400)):
            query = "INSERT INTO score_criterion (sheet_id, number, name, most, position) VALUES (?, ?, ?, ?, ?)"
            execute(query, (sheet, number, f"Tiêu chí {number}", most, int(number)))
        for position, (name, points) in enumerate(least.items()):
            query = "INSERT INTO grade_scale (from_year, grade_id, position, least) VALUES (2026, ?, ?, ?)"
            execute(query, (grades[name], position, points))
    return rounds.open_round(registry, replace(NEW, sheet_id=SheetId(sheet))).id


def told(registry: Registry, number: RoundId, *entries: Entered) -> tuple[Problem, ...]:
    """What entering is refused for."""
    with pytest.raises(Refused) as refused:
        rounds.enter(registry, number, entries)
    return refused.value.problems


def test_a_result_is_entered_by_position_or_code_as_one_action(registry: Registry) -> None:
    number = opened(registry)
    code = row(registry, number, 2).code

    rounds.enter(
        registry,
        number,
        [
            Entered(position=1, on="5/11/2026", grade="tot", effective="Có", findings="Hoạt động đều"),
            Entered(code=code.lower(), grade="Yếu", effective="không", decision="củng cố"),
        ],
    )

    one, two = (row(registry, number, position) for position in (1, 2))
    assert (one.on, one.grade, one.effective, one.findings) == ("2026-11-05", "Tốt", "yes", "Hoạt động đều")
    assert (two.grade, two.effective, two.decision) == ("Yếu", "no", "củng cố")
    registry.undo()
    assert rounds.one(registry, number).entered == 0


def test_what_is_not_said_stays_and_blank_empties(registry: Registry) -> None:
    number = opened(registry)
    rounds.enter(registry, number, [Entered(position=1, on="5/11/2026", grade="Tốt", effective="x", findings="tốt")])

    rounds.enter(registry, number, [Entered(position=1, findings="", grade="Khá")])

    found = row(registry, number, 1)
    assert (found.on, found.grade, found.effective, found.findings) == ("2026-11-05", "Khá", "yes", "")


def test_words_alone_keep_the_row_waiting(registry: Registry) -> None:
    number = opened(registry)

    rounds.enter(registry, number, [Entered(position=1, findings="Tổ trưởng đi vắng")])

    assert row(registry, number, 1).waiting
    assert row(registry, number, 1).findings == "Tổ trưởng đi vắng"


@pytest.mark.parametrize(
    ("entry", "field", "said"),
    [
        (Entered(position=9, grade="Tốt"), "row", "9"),
        (Entered(code="CAM-2020-999", grade="Tốt"), "row", "CAM-2020-999"),
        (Entered(position=1, grade="Xuất sắc"), "grade", "Tốt, Khá"),
        (Entered(position=1, on="30/6/2026"), "on", "30/06/2026"),
        (Entered(position=1, on="23/11/2026"), "on", "23/11/2026"),
        (Entered(position=2, on="1/8/2026"), "on", "01/09/2026"),
        (Entered(position=1, on="11/2026"), "on", "11/2026"),
        (Entered(position=1, effective="lúc có lúc không"), "effective", "lúc có lúc không"),
        (Entered(position=1, points={"1": "5"}), "points.1", "DRS"),
    ],
)
def test_each_kind_of_bad_result_is_told_apart(registry: Registry, entry: Entered, field: str, said: str) -> None:
    number = opened(registry)
    good = Entered(position=3, grade="Tốt")

    (problem,) = told(registry, number, good, entry)

    assert problem.field == f"2.{field}"
    assert said in str(problem) or field.startswith("points")
    assert rounds.one(registry, number).entered == 0


def test_all_problems_are_told_at_once(registry: Registry) -> None:
    number = opened(registry)

    found = told(registry, number, Entered(position=1, grade="A", effective="?"), Entered(position=2, on="1/1/2020"))

    assert [problem.field for problem in found] == ["1.grade", "1.effective", "2.on"]


def test_a_model_outside_the_round_is_named(registry: Registry) -> None:
    number = opened(registry)
    code = registry.models.one(add(registry, "Ngoài đợt")).code

    (problem,) = told(registry, number, Entered(code=code, grade="Tốt"))

    assert code in str(problem)
    assert "DRS-2026-001" in str(problem)


def test_the_same_row_twice_is_refused(registry: Registry) -> None:
    number = opened(registry)

    (problem,) = told(registry, number, Entered(position=1, grade="Tốt"), Entered(position=1, grade="Khá"))

    assert problem.field == "2.row"


def test_a_row_left_out_takes_no_result(registry: Registry) -> None:
    number = opened(registry)
    rounds.leave_out(registry, number, [1], "chưa bàn giao")

    (problem,) = told(registry, number, Entered(position=1, grade="Tốt"))

    assert "chưa bàn giao" in str(problem)


def test_a_closed_round_takes_no_result(registry: Registry) -> None:
    number = opened(registry)
    rounds.close(registry, number, "22/11/2026", leave_out_rest="hết thời gian")

    (problem,) = told(registry, number, Entered(position=1, grade="Tốt"))

    assert problem.field == "round"
    assert "22/11/2026" in str(problem)


def test_the_scale_of_the_rounds_year_decides_which_grades_there_are(registry: Registry, scored: RoundId) -> None:
    (problem,) = told(registry, scored, Entered(position=1, grade="Không phân loại"))

    assert problem.field == "1.grade"
    assert "2026" in str(problem)


def test_points_make_the_grade_when_none_is_given(registry: Registry, scored: RoundId) -> None:
    rounds.enter(registry, scored, [Entered(position=1, points={"1": "52,5", "2": "20"})])

    found = row(registry, scored, 1)
    assert (found.grade, [points for _criterion, points in found.scores]) == ("Khá", [525, 200])
    rounds.enter(registry, scored, [Entered(position=1, points={"2": "40"})])
    assert row(registry, scored, 1).grade == "Tốt"
    registry.undo()
    assert [points for _criterion, points in row(registry, scored, 1).scores] == [525, 200]


def test_a_criterion_that_was_replaced_since_brings_no_points(registry: Registry, scored: RoundId) -> None:
    rounds.enter(registry, scored, [Entered(position=1, points={"1": "60", "2": "40"})])
    sheet = rounds.one(registry, scored).round.sheet_id or SheetId(0)
    one, _two = registry.loop.scoring.criteria(sheet).values()
    kept = scoring.TypedCriterion(id=CriterionId(one.id), number="1", name=one.name, most="60")
    scoring.save_sheet(registry, sheet, "Thang 100", [kept, scoring.TypedCriterion(number="2", name="Mới", most="40")])

    rounds.enter(registry, scored, [Entered(position=2, points={"1": "50", "2": "5"})])
    (warning,) = rounds.entry_warnings(registry, scored, [Entered(position=1, points={"2": "5"})])

    assert row(registry, scored, 2).grade == "Trung bình"
    assert "“Khá”" in str(warning)


def test_a_grade_that_differs_from_the_points_is_a_warning_and_stays(registry: Registry, scored: RoundId) -> None:
    entry = Entered(position=1, grade="Tốt", points={"1": "30", "2": "20"})

    (warning,) = rounds.entry_warnings(registry, scored, [entry])

    assert warning.field == "1.grade"
    assert "Trung bình" in str(warning)
    rounds.enter(registry, scored, [entry])
    assert row(registry, scored, 1).grade == "Tốt"


def test_criteria_without_points_make_no_grade(registry: Registry, scored: RoundId) -> None:
    entry = Entered(position=1, points={"1": "60"})

    (warning,) = rounds.entry_warnings(registry, scored, [entry])

    assert warning.field == "1.points"
    rounds.enter(registry, scored, [entry])
    assert row(registry, scored, 1).waiting


@pytest.mark.parametrize("typed", ["60,1", "-1", "7,25", "nhiều"])
def test_points_that_a_criterion_cannot_have_are_refused(registry: Registry, scored: RoundId, typed: str) -> None:
    (problem,) = told(registry, scored, Entered(position=1, points={"1": typed}))

    assert problem.field == "1.points.1"
    assert "tiêu chí 1: " in str(problem)


def test_an_unknown_criterion_is_refused(registry: Registry, scored: RoundId) -> None:
    (problem,) = told(registry, scored, Entered(position=1, points={"3": "5"}))

    assert problem.field == "1.points.3"
    assert "3" in str(problem)


def test_another_result_over_a_first_is_told(registry: Registry) -> None:
    number = opened(registry)
    rounds.enter(registry, number, [Entered(position=1, grade="Tốt")])

    assert [one.field for one in rounds.entry_warnings(registry, number, [Entered(position=1, grade="Khá")])] == [
        "1.row"
    ]
    assert rounds.entry_warnings(registry, number, [Entered(position=1, grade="Tốt", findings="đều")]) == ()
