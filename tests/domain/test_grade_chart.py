"""The grades over the years as a drawing: steps, years, marks, and the same in words."""

from itertools import pairwise

import pytest

from registry_app.domain import grade_chart, words
from registry_app.domain.chart import Circle, Drawing, Line, Rect, Text, stacked
from registry_app.domain.entries import Grade
from registry_app.domain.ids import GradeId, ReviewId
from registry_app.domain.review import Review

NAMES = ("Tốt", "Khá", "Yếu")
GRADES = {GradeId(place): Grade(id=place, name=name, rank=place, position=place) for place, name in enumerate(NAMES, 1)}
GRADES[GradeId(4)] = Grade(id=4, name="Không phân loại", position=4)


def review(on: str, grade: int | None, effective: str | None = None, *, corrected: bool = False) -> Review:
    """One review; its number is its day."""
    number = ReviewId(int(on.replace("-", "")))
    chosen = None if grade is None else GradeId(grade)
    return Review(id=number, on=on, grade_id=chosen, effective=effective, corrected=corrected)


def drawn(*reviews: Review, width: float = grade_chart.WIDTH) -> Drawing:
    """The drawing of ``reviews``."""
    found = grade_chart.draw(reviews, GRADES, width=width)
    assert found is not None
    return found


def dots(drawing: Drawing, reviews: int) -> list[Circle]:
    """The dots of the reviews, without those of the legend."""
    return [shape for shape in drawing.shapes if isinstance(shape, Circle)][:reviews]


def test_without_a_grade_there_is_nothing_to_draw() -> None:
    assert grade_chart.draw([], GRADES) is None
    assert grade_chart.draw([review("2024-01-01", None), review("2025-01-01", 1, corrected=True)], GRADES) is None


def test_better_grades_stand_higher_and_later_reviews_further_right() -> None:
    drawing = drawn(review("2026-06-01", 1), review("2024-06-01", 3), review("2025-06-01", 4))

    first, second, third = dots(drawing, 3)

    assert first.x < second.x < third.x
    assert third.y < first.y < second.y


def test_a_full_dot_is_an_effective_model_and_a_hollow_one_is_none() -> None:
    drawing = drawn(review("2024-01-01", 1, "yes"), review("2025-01-01", 1, "no"), review("2026-01-01", 1))

    assert [dot.fill for dot in dots(drawing, 3)] == ["good", "ground", "quiet"]


def test_grades_and_years_are_named() -> None:
    texts = list(drawn(review("2024-01-01", 1), review("2026-01-01", 2)).texts())

    assert texts[:4] == [*NAMES, "Không phân loại"]
    assert texts[4:7] == ["2024", "2025", "2026"]


def test_a_grade_out_of_use_has_its_line_only_where_it_was_given() -> None:
    retired = {**GRADES, GradeId(3): Grade(id=3, name="Yếu", rank=3, position=3, retired=True)}

    given = grade_chart.draw([review("2024-01-01", 3)], retired)
    not_given = grade_chart.draw([review("2024-01-01", 1)], retired)

    assert given is not None
    assert not_given is not None
    assert "Yếu" in given.texts()
    assert "Yếu" not in not_given.texts()


@pytest.mark.parametrize("width", [160.0, 340.0, 900.0])
@pytest.mark.parametrize("last", ["2024-12-31", "2026-12-31", "2075-12-31"])
def test_everything_stays_inside_the_drawing(width: float, last: str) -> None:
    drawing = drawn(review("2024-01-01", 1, "yes"), review(last, 4, "no"), width=width)

    for shape in drawing.shapes:
        if isinstance(shape, Line):
            assert 0 <= min(shape.x1, shape.x2) <= max(shape.x1, shape.x2) <= width
            assert 0 <= min(shape.y1, shape.y2) <= max(shape.y1, shape.y2) <= drawing.height
        elif isinstance(shape, Circle):
            assert shape.radius <= shape.x <= width - shape.radius
        elif isinstance(shape, Text):
            assert 0 <= shape.x <= width
            assert 0 < shape.y <= drawing.height


def test_numbers_of_years_never_run_into_each_other() -> None:
    drawing = drawn(review("1990-01-01", 1), review("2026-01-01", 2), width=200)

    years = [shape.x for shape in drawing.shapes if isinstance(shape, Text) and shape.words.isdigit()]

    assert years
    assert all(later - earlier >= 26 for earlier, later in pairwise(years))


def test_the_same_is_said_in_words() -> None:
    words.use("en")

    said = drawn(review("2025-03-05", 2, "yes"), review("2024-03-05", 1)).said

    words.use("vi")
    assert said == "Grades over the years: 05/03/2024, Tốt; 05/03/2025, Khá, Effective."


def test_drawings_stand_below_each_other_as_one() -> None:
    one = Drawing(width=10, height=20, shapes=(Rect(x=1, y=2, width=3, height=4),), said="một")
    two = Drawing(width=30, height=5, shapes=(Line(x1=0, y1=0, x2=1, y2=1),), said="hai")

    both = stacked([one, two], gap=2)

    assert (both.width, both.height, both.said) == (30, 27, "một\nhai")
    assert both.shapes[1] == Line(x1=0, y1=22, x2=1, y2=23)
