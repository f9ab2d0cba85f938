"""Every icon that the program names is there, drawn in the colour asked for, and sharp on every screen."""

import pytest
from PySide6.QtGui import QColor, QPixmap

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


def colours(image: QPixmap) -> set[str]:
    picture = image.toImage()
    points = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {colour.name() for colour in points if colour.alpha() > 200}


@pytest.mark.parametrize("name", NAMED)
def test_an_icon_is_drawn_in_its_colour(name: str) -> None:
    assert QColor("#b3261e").name() in colours(icons.pixmap(name, "#b3261e", 32, 1.0))


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_is_as_sharp_as_the_screen(scale: float) -> None:
    image = icons.pixmap("save", "#000000", 16, scale)

    assert image.width() == round(16 * scale)
    assert image.devicePixelRatio() == scale


def test_no_icon_file_takes_its_colour_from_elsewhere() -> None:
    for file in (resources.folder() / "icons").glob("*.svg"):
        text = file.read_text("utf-8")
        assert ("#" in text) == (file.stem == "app"), file.name
