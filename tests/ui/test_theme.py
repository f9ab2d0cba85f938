"""Every tone reads on every ground that it stands on, and both themes are whole."""

import pytest
from PySide6.QtGui import QColor, QPalette

from registry_app.ui import theme

READS = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text of usual size."""


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
        ("Link", "Window"),
    ],
)
def test_every_text_of_the_palette_reads(text: str, ground: str, dark: bool) -> None:
    colours, role = theme.palette(dark=dark), QPalette.ColorRole

    assert contrast(colours.color(getattr(role, text)), colours.color(getattr(role, ground))) >= READS


@pytest.mark.parametrize("dark", [False, True])
def test_a_palette_knows_whether_it_is_dark(dark: bool) -> None:
    assert theme.is_dark(theme.palette(dark=dark)) is dark
