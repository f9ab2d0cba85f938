"""Charts as drawings: nothing stands outside, parts are as long as their numbers, the words say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain.chart import Circle, Drawing, Line, Rect, Text
from registry_app.domain.charts import Bar, Series, lying, standing

TWO = (Series(label="Đang hoạt động", colour="good"), Series(label="Tạm dừng", colour="warn"))
BARS = st.lists(
    st.builds(
        Bar, label=st.text("Tổ dân phố 123", min_size=1, max_size=30), parts=st.tuples(*[st.integers(0, 500)] * 2)
    ),
    min_size=1,
    max_size=30,
)


def inside(drawing: Drawing) -> bool:
    """Whether every shape lies within the drawing; words by where they begin or end."""
    for shape in drawing.shapes:
        match shape:
            case Rect():
                points = [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
            case Line():
                points = [(shape.x1, shape.y1), (shape.x2, shape.y2)]
            case Circle() | Text():
                points = [(shape.x, shape.y)]
        if not all(-0.01 <= x <= drawing.width + 0.01 and -0.01 <= y <= drawing.height + 0.01 for x, y in points):
            return False
    return True


@given(BARS)
def test_whatever_the_figures_nothing_stands_outside(bars: list[Bar]) -> None:
    assert inside(lying("Trạng thái", TWO, bars))
    assert inside(standing("Xếp loại", TWO, bars))


def test_parts_are_as_long_as_their_numbers() -> None:
    drawing = lying("Trạng thái", TWO, [Bar(label="Camera", parts=(30, 10)), Bar(label="Kẻng", parts=(0, 20))])

    boxes = [shape for shape in drawing.shapes if isinstance(shape, Rect) and shape.outline]
    assert [round(box.width / boxes[1].width, 6) for box in boxes] == [3, 1, 2]
    assert [box.fill for box in boxes] == ["good", "warn", "warn"]


def test_sums_and_names_are_written_out() -> None:
    drawing = standing("Xếp loại", TWO, [Bar(label="2025", parts=(3, 4)), Bar(label="2026", parts=(0, 0))])

    assert {"2025", "7", "2026", "Đang hoạt động"} <= set(drawing.texts())
    assert drawing.said == "Xếp loại. 2025: 7 (Đang hoạt động 3, Tạm dừng 4); 2026: 0"


@pytest.mark.parametrize("draw", [lying, standing])
def test_a_chart_without_any_figure_is_still_a_drawing(draw: type) -> None:
    assert inside(draw("Trống", TWO, []))
