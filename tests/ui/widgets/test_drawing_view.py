"""A drawing in the window: every shape is painted, in the colours of the palette, as large as the letters are."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from registry_app.domain.chart import COLOURS, Circle, Drawing, Line, Rect, Text
from registry_app.ui import theme
from registry_app.ui.widgets.drawing_view import DrawingView, colour


@pytest.fixture
def view(qtbot: QtBot) -> DrawingView:
    made = DrawingView("Biểu đồ")
    qtbot.addWidget(made)
    return made


def painted(view: DrawingView) -> QImage:
    return view.grab().toImage()


def test_what_is_drawn_is_made_for_the_width_that_there_is(view: DrawingView) -> None:
    asked: list[float] = []

    def draw(units: float) -> Drawing:
        asked.append(units)
        return Drawing(width=units, height=40, said="bốn mươi")

    view.resize(300, 10)
    view.show_drawing(draw)
    view.resize(600, 10)

    assert view.accessibleDescription() == "bốn mươi"
    assert asked[-1] == pytest.approx(2 * asked[0], rel=0.01)


def test_every_shape_is_painted(view: DrawingView) -> None:
    ground = view.palette().window().color()
    shapes = (
        Rect(x=0, y=0, width=20, height=20, fill="alert", outline="ink"),
        Line(x1=40, y1=10, x2=60, y2=10, colour="accent", width=6),
        Circle(x=90, y=10, radius=8, fill="good"),
        Text(x=120, y=16, words="████", colour="warn"),
    )
    view.resize(400, 60)
    view.show_drawing(lambda units: Drawing(width=units, height=30, shapes=shapes))

    image = painted(view)

    unit = view.fontInfo().pixelSize() / 10
    for x in (10, 50, 90, 130):
        assert image.pixelColor(round(x * unit), round(10 * unit)) != ground


def test_nothing_to_draw_takes_no_room(view: DrawingView) -> None:
    view.show_drawing(None)

    assert view.isHidden()
    assert view.sizeHint().height() == 0


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("role", [one for one in COLOURS if one not in ("ground", "grid")])
def test_every_colour_stands_out_from_the_ground(role: str, dark: bool) -> None:
    palette = theme.palette(dark=dark)

    found = colour(role, palette)  # type: ignore[arg-type]

    assert contrast(found, palette.base().color()) >= 3


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(one: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (one.redF(), one.greenF(), one.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_words_that_are_too_long_for_their_room_are_cut(view: DrawingView) -> None:
    long = Text(x=0, y=12, words="W" * 60, most=40)
    view.resize(400, 40)
    view.show_drawing(lambda units: Drawing(width=units, height=20, shapes=(long,)))

    image = painted(view)

    unit = view.fontInfo().pixelSize() / 10
    beyond = range(round(50 * unit), image.width())
    assert len({image.pixel(x, y) for x in beyond for y in range(image.height())}) == 1
