"""Grades year by year, score sheets, points of reviews: one action each, refused with what is wrong, undone whole."""

import pytest

from registry_app.domain.errors import NotFound, Refused
from registry_app.domain.ids import CriterionId, GradeId, SheetId
from registry_app.domain.review import Review
from registry_app.operations import lists, pasting_criteria, reviewing, scoring
from registry_app.operations.scoring import TypedCriterion, TypedStep
from registry_app.store.registry import Registry

from ..making import add

THREE = (
    TypedCriterion(number="1", name="Có kế hoạch", most="30"),
    TypedCriterion(number="2.1", name="Có quy chế", most="20,5"),
    TypedCriterion(number="2.2", name="Có kết quả", most="49,5"),
)


def grade(registry: Registry, name: str) -> GradeId:
    """The number of a grade."""
    return next(number for number, one in registry.lists.grades.items() if one.name == name)


def steps(registry: Registry, **least: str) -> list[TypedStep]:
    """Steps by the names of their grades, "_" for a blank."""
    return [TypedStep(grade_id=grade(registry, name.replace("_", " ")), least=points) for name, points in least.items()]


def names(registry: Registry, on: str) -> list[str]:
    """The grades offered on that day."""
    return [one.name for one in scoring.offered(registry, on)]


def kept(registry: Registry) -> tuple[SheetId, list[CriterionId]]:
    """A sheet of THREE: its number and those of its criteria."""
    number = scoring.save_sheet(registry, SheetId(0), "Bảng chấm điểm", THREE).id
    return number, [CriterionId(one.id) for one in scoring.sheet(registry, number).criteria]


def test_without_a_scale_every_grade_in_use_is_offered(registry: Registry) -> None:
    weak = registry.lists.grades[grade(registry, "Yếu")]

    lists.retire(registry, weak)

    assert names(registry, "2026-05-01") == ["Tốt", "Khá", "Trung bình", "Không phân loại"]


def test_a_scale_holds_from_its_year_on_until_the_next(registry: Registry) -> None:
    scoring.save_scale(registry, "2024", steps(registry, Tốt="80", Khá="65", Yếu="0"))
    scoring.save_scale(registry, "2026", steps(registry, Tốt="", Yếu=""))

    assert len(names(registry, "2023-12-31")) == 5
    assert names(registry, "2024-01-01") == names(registry, "2025-12-31") == ["Tốt", "Khá", "Yếu"]
    assert names(registry, "2030-01-01") == ["Tốt", "Yếu"]
    registry.undo()
    assert names(registry, "2030-01-01") == ["Tốt", "Khá", "Yếu"]


def test_a_scale_saved_again_keeps_the_rows_that_stay(registry: Registry) -> None:
    scoring.save_scale(registry, "2026", steps(registry, Tốt="80", Khá="65", Yếu=""))

    changes = scoring.save_scale(registry, "2026", steps(registry, Tốt="85", Khá="65", Trung_bình="50"))

    assert {noun: len(rows) for noun, rows in changes.rows.items()} == {"grade_scale": 3}
    assert [step.least for step in scoring.scale(registry, 2026)] == [850, 650, 500]


@pytest.mark.parametrize(
    ("year", "least", "fields"),
    [
        ("", {"Tốt": "80"}, ["year"]),
        ("1066", {"Tốt": "80"}, ["year"]),
        ("2026", {}, ["grades"]),
        ("2026", {"Tốt": "80", "Khá": "80"}, ["least.2"]),
        ("2026", {"Khá": "80", "Tốt": "65"}, ["least.2"]),
        ("2026", {"Tốt": "rất nhiều", "Khá": "65,55"}, ["least.1", "least.2"]),
        ("2026", {"Tốt": "-1"}, ["least.1"]),
        ("2026", {"Tốt": "1001"}, ["least.1"]),
    ],
)
def test_a_scale_that_cannot_be_is_refused_where_it_is_wrong(
    registry: Registry, year: str, least: dict[str, str], fields: list[str]
) -> None:
    with pytest.raises(Refused) as told:
        scoring.save_scale(registry, year, steps(registry, **least))

    assert [problem.field for problem in told.value.problems] == fields
    assert scoring.scales(registry) == {}


def test_the_scale_of_the_year_before_is_copied(registry: Registry) -> None:
    scoring.save_scale(registry, "2024", steps(registry, Tốt="80", Khá=""))

    scoring.copy_scale(registry, "2026")

    assert scoring.scales(registry)[2026] == scoring.scales(registry)[2024]
    with pytest.raises(Refused):
        scoring.copy_scale(registry, "2026")


def test_a_copy_for_the_first_year_begins_with_all_grades_in_use(registry: Registry) -> None:
    scoring.copy_scale(registry, "2026")

    assert [step.least for step in scoring.scales(registry)[2026]] == [None] * 5


def test_a_scale_taken_away_leaves_the_one_before(registry: Registry) -> None:
    scoring.save_scale(registry, "2024", steps(registry, Tốt=""))
    scoring.save_scale(registry, "2026", steps(registry, Yếu=""))

    scoring.remove_scale(registry, 2026)

    assert names(registry, "2026-01-01") == ["Tốt"]
    with pytest.raises(NotFound):
        scoring.remove_scale(registry, 2026)


def test_a_grade_that_a_scale_has_is_retired_instead_of_deleted(registry: Registry) -> None:
    scoring.save_scale(registry, "2026", steps(registry, Tốt=""))

    lists.remove(registry, registry.lists.grades[grade(registry, "Tốt")])

    assert registry.lists.grades[grade(registry, "Tốt")].retired


def test_a_grade_outside_the_scale_of_the_year_is_refused_with_those_offered(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020")
    scoring.save_scale(registry, "2026", steps(registry, Tốt="", Yếu=""))

    reviewing.mark_reviewed(registry, [model], Review(on="2025-12-31", grade_id=grade(registry, "Khá")))
    with pytest.raises(Refused) as told:
        reviewing.mark_reviewed(registry, [model], Review(on="2026-01-01", grade_id=grade(registry, "Khá")))

    (problem,) = told.value.problems
    assert problem.field == "grade"
    assert problem.values["grades"] == "Tốt, Yếu"


def test_a_correction_may_keep_the_grade_that_the_scale_has_no_more(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020")
    good = grade(registry, "Khá")
    reviewing.mark_reviewed(registry, [model], Review(on="2026-02-01", grade_id=good))
    scoring.save_scale(registry, "2026", steps(registry, Tốt=""))
    (wrong,) = registry.reviews.of(model)

    with pytest.raises(Refused):
        reviewing.correct_review(registry, wrong.id, Review(on="2026-02-01", grade_id=grade(registry, "Yếu")))
    reviewing.correct_review(registry, wrong.id, Review(on="2026-02-01", grade_id=good, findings="ghi lại"))

    assert registry.reviews.of(model)[0].findings == "ghi lại"


def test_a_sheet_is_kept_with_its_criteria_and_its_total(registry: Registry) -> None:
    saved = scoring.save_sheet(registry, SheetId(0), "  Bảng  chấm điểm ", THREE)

    shown = scoring.sheet(registry, saved.id)
    assert (shown.sheet.name, shown.total, shown.uses) == ("Bảng chấm điểm", 1000, 0)
    assert [(one.number, one.most) for one in shown.criteria] == [("1", 300), ("2.1", 205), ("2.2", 495)]
    assert saved.notes == ()
    registry.undo()
    assert scoring.sheets(registry, retired=True) == []


def test_a_total_other_than_100_is_told_and_not_refused(registry: Registry) -> None:
    saved = scoring.save_sheet(registry, SheetId(0), "Ngắn", THREE[:2])

    assert [note.values["total"] for note in saved.notes] == ["50,5"]


def test_what_is_wrong_with_a_sheet_is_told_row_by_row(registry: Registry) -> None:
    kept(registry)
    rows = (
        TypedCriterion(number="1", name="", most="3"),
        TypedCriterion(),
        TypedCriterion(number="1", name="Hai lần", most="0"),
        TypedCriterion(number="3", name="Chữ", most="ba"),
    )

    with pytest.raises(Refused) as told:
        scoring.save_sheet(registry, SheetId(0), "bảng CHẤM điểm", rows)

    assert [problem.field for problem in told.value.problems] == ["3.most", "name", "1.name", "2.most", "2.number"]


def test_a_sheet_without_name_or_criteria_is_refused(registry: Registry) -> None:
    with pytest.raises(Refused) as told:
        scoring.save_sheet(registry, SheetId(0), " ", [])

    assert [problem.field for problem in told.value.problems] == ["name", "criteria"]


def test_points_of_a_review_make_a_total_and_a_grade(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020")
    sheet, numbers = kept(registry)
    scoring.save_scale(registry, "2026", steps(registry, Tốt="80", Khá="65", Yếu="0"))

    points = scoring.read_points(registry, dict(zip(numbers, ("30", "12,5", "30"), strict=True)))
    reviewing.mark_reviewed(registry, [model], Review(on="2026-02-01"), points)

    (review,) = registry.reviews.of(model)
    given = scoring.points_of(registry, [review.id], {review.id: review.on})[review.id]
    assert (given.sheet.id, given.scored.total, given.scored.most) == (sheet, 725, 1000)
    assert given.scored.grade_id == grade(registry, "Khá")
    assert scoring.sheet(registry, sheet).uses == 1
    registry.undo()
    assert registry.loop.scoring.points([review.id]) == {}


def test_points_of_many_models_are_one_action(registry: Registry) -> None:
    several = [add(registry, name, founded_on="2020") for name in ("Một", "Hai", "Ba")]
    _sheet, numbers = kept(registry)

    changes = reviewing.mark_reviewed(registry, several, Review(on="2026-02-01"), {numbers[0]: 250, numbers[1]: 10})

    assert {noun: len(rows) for noun, rows in changes.rows.items() if noun != "model"} == {
        "review": 3,
        "review_score": 6,
    }


def test_while_a_criterion_has_no_points_they_make_no_grade(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020")
    _sheet, numbers = kept(registry)
    scoring.save_scale(registry, "2026", steps(registry, Tốt="1", Yếu="0"))

    reviewing.mark_reviewed(registry, [model], Review(on="2026-02-01"), {numbers[0]: 300})

    (review,) = registry.reviews.of(model)
    scored = scoring.points_of(registry, [review.id], {review.id: review.on})[review.id].scored
    assert (scored.lacking, scored.grade_id) == (2, None)


def test_more_points_than_a_criterion_has_are_refused(registry: Registry) -> None:
    _sheet, numbers = kept(registry)

    with pytest.raises(Refused) as told:
        scoring.read_points(registry, {numbers[0]: "30,1", numbers[1]: "x", numbers[2]: ""})

    assert {problem.field for problem in told.value.problems} == {f"points.{numbers[0]}", f"points.{numbers[1]}"}


def test_points_by_two_sheets_at_once_are_refused(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020")
    _sheet, one = kept(registry)
    other = scoring.save_sheet(registry, SheetId(0), "Khác", THREE).id
    second = CriterionId(scoring.sheet(registry, other).criteria[0].id)

    with pytest.raises(Refused) as told:
        reviewing.mark_reviewed(registry, [model], Review(on="2026-02-01"), {one[0]: 10, second: 10})

    assert [problem.field for problem in told.value.problems] == ["sheet"]


def test_a_criterion_taken_off_keeps_the_points_that_it_gave(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020")
    sheet, numbers = kept(registry)
    reviewing.mark_reviewed(registry, [model], Review(on="2026-02-01"), dict.fromkeys(numbers, 100))

    left = [TypedCriterion(id=numbers[2], number="1", name="Có kết quả", most="100")]
    scoring.save_sheet(registry, sheet, "Bảng chấm điểm", left)

    (review,) = registry.reviews.of(model)
    given = scoring.points_of(registry, [review.id], {review.id: review.on})[review.id]
    assert [one.id for one in scoring.sheet(registry, sheet).criteria] == [numbers[2]]
    assert given.scored.total == 300
    registry.undo()
    assert len(scoring.sheet(registry, sheet).criteria) == 3


def test_a_criterion_that_gave_no_points_is_deleted(registry: Registry) -> None:
    sheet, numbers = kept(registry)

    scoring.save_sheet(registry, sheet, "Bảng chấm điểm", [TypedCriterion(id=numbers[0], name="Một", most="100")])

    assert list(registry.loop.scoring.criteria(sheet)) == [numbers[0]]


def test_a_retired_sheet_is_offered_no_more_until_it_is_again(registry: Registry) -> None:
    sheet, _numbers = kept(registry)

    scoring.retire_sheet(registry, sheet)

    assert scoring.sheets(registry) == []
    scoring.retire_sheet(registry, sheet, retired=False)
    assert [one.sheet.id for one in scoring.sheets(registry)] == [sheet]


def test_a_sheet_pasted_from_excel_is_read_without_heading_title_and_total() -> None:
    text = (
        "TT\tNội dung chấm điểm\tĐiểm chuẩn (100 điểm)\tĐiểm tự chấm\r\n"
        "I\tCông tác lãnh đạo\t\t\r\n"
        "1.\tNghị quyết, kế hoạch quý I\t3\t\r\n"
        '2\t"Sơ kết,\ntổng kết"\t2,5\t\r\n'
        "Tổng cộng\t\t100\t\r\n"
    )

    found = pasting_criteria.recognise(text)

    assert [(one.number, one.name, one.most) for one in found.criteria] == [
        ("1", "Nghị quyết, kế hoạch quý I", "3"),
        ("2", "Sơ kết, tổng kết", "2,5"),
    ]
    assert len(found.left_out) == 3


def test_a_sheet_pasted_without_heading_is_known_by_its_look() -> None:
    found = pasting_criteria.recognise("1.1\tCó quy chế hoạt động\t10\n1.2\tHọp định kỳ\t15\n")

    assert [(one.number, one.name, one.most) for one in found.criteria] == [
        ("1.1", "Có quy chế hoạt động", "10"),
        ("1.2", "Họp định kỳ", "15"),
    ]


def test_names_alone_are_criteria_without_points() -> None:
    found = pasting_criteria.recognise("Có quy chế\nHọp định kỳ")

    assert [(one.name, one.most) for one in found.criteria] == [("Có quy chế", ""), ("Họp định kỳ", "")]
