"""Every icon that the program names is there, drawn in the colour asked for, and sharp on every screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from registry_app import resources
from registry_app.ui import icons
from registry_app.ui.actions.menus import all_commands
from registry_app.ui.models.sidebar import SHOWN
from registry_app.ui.start_page import OFFERS
from registry_app.ui.widgets.marks import DUE, STATUS

pytestmark = pytest.mark.usefixtures("qapp")

NAMED = sorted(
    {command.icon for command in all_commands() if command.icon}
    | {f"view-{view}" for view in SHOWN}
    | {mark.icon for mark in (*DUE.values(), *STATUS.values())}
    | {icon for *_words, icon in OFFERS}
    | {"search", "lock"}
)


def points(image: QPixmap) -> Iterator[QColor]:
    picture = image.toImage()
    return (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))


def near(one: QColor, other: QColor) -> bool:
    """Half-covered points come back rounded."""
    return all(abs(a - b) <= 6 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))  # type: ignore[index]


def colours(image: QPixmap) -> set[str]:
    return {colour.name() for colour in points(image) if colour.alpha() > 200}


@pytest.mark.parametrize("name", NAMED)
def test_an_icon_is_drawn_in_its_colour(name: str) -> None:
    assert QColor("#b3261e").name() in colours(icons.pixmap(name, "#b3261e", 32, 1.0))


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_is_as_sharp_as_the_screen(scale: float) -> None:
    image = icons.pixmap("save", "#000000", 16, scale)

    assert image.width() == round(16 * scale)
    assert image.devicePixelRatio() == scale


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_an_icon_of_a_button_is_nothing_but_its_lines(qapp: QApplication, scale: float) -> None:
    palette = qapp.palette()

    image = icons.icon("save", palette).pixmap(QSize(20, 20), scale)

    assert image.width() == round(20 * scale)
    assert all(
        near(colour, palette.color(QPalette.ColorRole.WindowText)) for colour in points(image) if colour.alpha() > 200
    )
    assert image.toImage().pixelColor(0, 0).alpha() == 0


def test_an_icon_is_greyed_where_it_is_disabled_and_light_on_a_chosen_row(qapp: QApplication) -> None:
    palette, red = qapp.palette(), QColor("#b3261e")
    button, row = icons.icon("save", palette), icons.tinted("save", red, palette)
    grey = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)

    light = palette.color(QPalette.ColorRole.HighlightedText)
    for made, mode, shade in (
        (button, QIcon.Mode.Disabled, grey),
        (row, QIcon.Mode.Normal, red),
        (row, QIcon.Mode.Selected, light),
    ):
        inked = [colour for colour in points(made.pixmap(QSize(32, 32), mode)) if colour.alpha() > 200]
        assert inked
        assert all(near(colour, shade) for colour in inked)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_painted_icon_is_as_sharp_as_what_it_is_painted_on(qapp: QApplication, scale: float) -> None:
    ground = QPixmap(round(20 * scale), round(20 * scale))
    ground.setDevicePixelRatio(scale)
    ground.fill(QColor("white"))
    painter = QPainter(ground)

    icons.icon("save", qapp.palette()).paint(painter, QRect(0, 0, 20, 20))
    painter.end()

    white, drawn = QColor("white").name(), icons.pixmap("save", "#000000", 20, scale)
    inked = sum(1 for colour in points(ground) if colour.name() != white)
    assert inked == sum(1 for colour in points(drawn) if colour.alpha())


def test_no_icon_file_takes_its_colour_from_elsewhere() -> None:
    for file in (resources.folder() / "icons").glob("*.svg"):
        text = file.read_text("utf-8")
        assert ("#" in text) == (file.stem == "app"), file.name


@pytest.mark.parametrize(("scale", "angle"), [(1.0, 0), (1.5, 0), (2.0, 90), (1.25, 180)])
def test_an_icon_is_as_fine_as_it_is_painted_however_it_is_turned(
    scale: float, angle: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    scales: list[float] = []

    def pixmap(_name: str, _colour: str, size: int, scale: float) -> QPixmap:
        scales.append(scale)
        return QPixmap(size, size)

    monkeypatch.setattr(icons, "pixmap", pixmap)
    ground = QPixmap(64, 64)

    with QPainter(ground) as painter:
        painter.scale(scale, scale)
        painter.rotate(angle)
        icons.icon("print", QPalette()).paint(painter, QRect(0, 0, 16, 16))

    assert scales == [pytest.approx(scale)]
