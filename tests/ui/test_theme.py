"""Every tone reads on every ground that it stands on, and both themes are whole."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from registry_app.operations.preferences import AS_SYSTEM, FONT_POINTS
from registry_app.ui import theme
from registry_app.ui.widgets.ticks import TickDelegate

READS = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text of usual size."""
SEEN = 3
"""WCAG 2.2, 1.4.11: the least contrast of what one must see to use a control."""


def luminance(colour: QColor) -> float:
    parts = [part / 255 for part in (colour.red(), colour.green(), colour.blue())]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", theme.TONES)
@pytest.mark.parametrize("ground", ["Base", "AlternateBase", "Window"])
def test_a_tone_reads_on_its_ground(name: str, ground: str, dark: bool) -> None:
    role = getattr(QPalette.ColorRole, ground)

    assert contrast(theme.tone(name, dark=dark), theme.palette(dark=dark).color(role)) >= READS


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Text", "Base"),
        ("Text", "AlternateBase"),
        ("WindowText", "Window"),
        ("ButtonText", "Button"),
        ("HighlightedText", "Highlight"),
        ("ToolTipText", "ToolTipBase"),
        ("PlaceholderText", "Base"),
        ("PlaceholderText", "AlternateBase"),
        ("PlaceholderText", "Window"),
        ("Link", "Window"),
    ],
)
def test_every_text_of_the_palette_reads(text: str, ground: str, dark: bool) -> None:
    colours, role = theme.palette(dark=dark), QPalette.ColorRole

    assert contrast(colours.color(getattr(role, text)), colours.color(getattr(role, ground))) >= READS


@pytest.mark.parametrize("dark", [False, True])
def test_a_palette_knows_whether_it_is_dark(dark: bool) -> None:
    assert theme.is_dark(theme.palette(dark=dark)) is dark


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_an_empty_box_is_seen_in_dark_colours(qapp: QApplication, qtbot: QtBot, kind: type[QAbstractButton]) -> None:
    theme.apply(qapp, "dark")
    window = QWidget()
    box = kind(window)
    qtbot.addWidget(window)
    box.resize(60, 20)
    window.show()

    assert outline(window.grab(box.geometry()).toImage(), qapp.palette().color(QPalette.ColorRole.Window)) >= SEEN

    theme.apply(qapp, "light")
    QApplication.processEvents()
    assert box.palette().color(QPalette.ColorRole.Window) == qapp.palette().color(QPalette.ColorRole.Window)


def test_an_empty_box_of_a_list_is_seen_in_dark_colours(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "dark")
    rows = QListWidget()
    rows.setItemDelegate(TickDelegate(rows))
    item = QListWidgetItem()
    item.setCheckState(Qt.CheckState.Unchecked)
    rows.addItem(item)
    qtbot.addWidget(rows)
    rows.show()

    image = rows.viewport().grab(rows.visualItemRect(item)).toImage()

    assert outline(image, qapp.palette().color(QPalette.ColorRole.Base)) >= SEEN


def outline(image: QImage, ground: QColor) -> float:
    """The contrast of what is seen best in the first dots of the middle line."""
    middle = image.height() // 2
    return max(contrast(image.pixelColor(x, middle), ground) for x in range(min(12, image.width())))


@pytest.fixture
def letters(qapp: QApplication) -> Iterator[QApplication]:
    """The letters of the test run come back afterwards."""
    font = qapp.font()
    yield qapp
    qapp.setFont(font)


@pytest.mark.parametrize("points", FONT_POINTS)
def test_letters_are_as_large_as_chosen_and_as_before_again(letters: QApplication, points: int) -> None:
    usual = theme.usual_points()

    theme.wear_letters(letters, points)
    assert letters.font().pointSizeF() == points
    theme.wear_letters(letters, AS_SYSTEM)

    assert letters.font().pointSizeF() == usual


def test_icons_beside_large_letters_are_large(letters: QApplication) -> None:
    letters.setFont(QFont("Liberation Sans", 10))
    assert (theme.grown(16), theme.grown(20)) == (16, 20)

    letters.setFont(QFont("Liberation Sans", 16))

    assert theme.grown(16) >= 24


def test_a_tone_made_fainter_stays_as_it_is_for_others(qapp: QApplication) -> None:
    theme.tone("alert", dark=False).setAlpha(90)

    assert theme.tone("alert", dark=False).alpha() == 255
