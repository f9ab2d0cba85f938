"""The look: Fusion, light or dark, palette colours only, letters as large as wanted; and the few tones that states have
beside their icon."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

Role = QPalette.ColorRole
USUAL_POINTS = "usual_points"
USUAL_HEIGHT, LARGE = 15, 1.2
"""How high a line of usual letters is, logical pixels; from how many times that on letters count as large."""

LIGHT = {
    Role.Window: "#f3f4f6",
    Role.WindowText: "#1b1f24",
    Role.Base: "#ffffff",
    Role.AlternateBase: "#f6f8fa",
    Role.Text: "#1b1f24",
    Role.PlaceholderText: "#666d76",
    Role.Button: "#eceef1",
    Role.ButtonText: "#1b1f24",
    Role.ToolTipBase: "#fff6d6",
    Role.ToolTipText: "#1b1f24",
    Role.Highlight: "#1f5f8b",
    Role.HighlightedText: "#ffffff",
    Role.Accent: "#1f5f8b",
    Role.Link: "#1f5f8b",
    Role.LinkVisited: "#5b3f8b",
    Role.BrightText: "#ffffff",
}
DARK = {
    Role.Window: "#1e2125",
    Role.WindowText: "#e6e9ec",
    Role.Base: "#31363d",
    Role.AlternateBase: "#363b43",
    Role.Text: "#e6e9ec",
    Role.PlaceholderText: "#a3aab3",
    Role.Button: "#41474f",
    Role.ButtonText: "#e6e9ec",
    Role.ToolTipBase: "#4a4326",
    Role.ToolTipText: "#f4ecd0",
    Role.Highlight: "#3a7ca8",
    Role.HighlightedText: "#ffffff",
    Role.Accent: "#5aa7d6",
    Role.Link: "#7cc0ea",
    Role.LinkVisited: "#b9a4e6",
    Role.BrightText: "#ffffff",
}
OUTLINED = "#c8d0da"
"""What Fusion takes the outline of a box to tick from, which it makes half as dark again: on a dark ground the window's
own colour gives an outline that nobody sees."""
BOXES = ("QCheckBox", "QRadioButton")
FADED = {False: "#8b929b", True: "#8d949d"}

TONES = {
    "alert": ("#b3261e", "#ff9087"),
    "warn": ("#855500", "#ffcb61"),
    "good": ("#1b6e3c", "#7fd69a"),
    "quiet": ("#5c636b", "#a3aab3"),
}
"""Colours of states on a light and on a dark ground; each reads at 4.5 : 1 or better."""


def apply(app: QApplication, theme: str) -> None:
    """Wear ``theme`` (preferences.THEMES): "system" is as light or dark as the system says it is."""
    worn = palette(dark=theme == "dark" or (theme == "system" and _system_is_dark(app)))
    app.setPalette(worn)
    for name in BOXES:
        app.setPalette(outlined(worn), name)  # type: ignore[arg-type]  # the stubs want bytes, PySide a str


def wear_letters(app: QApplication, points: int) -> None:
    """Write everything in letters of ``points``; 0: as the system has them. Widgets that took their measures from the
    font before are to be made anew."""
    wanted = points or usual_points()
    if app.font().pointSizeF() != wanted:
        font = app.font()
        font.setPointSizeF(wanted)
        app.setFont(font)


def usual_points() -> float:
    """How large the system's own letters are, as found before any other were chosen."""
    app = QApplication.instance()
    found = app.property(USUAL_POINTS) if app else None
    if found is None:
        found = QApplication.font().pointSizeF()
        if app:
            app.setProperty(USUAL_POINTS, found)
    return float(found)


def grown(pixels: int) -> int:
    """``pixels`` of what stands beside words – an icon, a part of the window –, more where the letters are large."""
    times = QFontMetrics(QApplication.font()).height() / USUAL_HEIGHT
    return round(pixels * times) if times >= LARGE else pixels


def palette(*, dark: bool) -> QPalette:
    """Our own colours, the same on every system."""
    colours = DARK if dark else LIGHT
    made = QPalette(QColor(colours[Role.Button]), QColor(colours[Role.Window]))
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(FADED[dark]))
    made.setColor(QPalette.ColorGroup.Disabled, Role.Highlight, QColor(colours[Role.Button]))
    made.setColor(QPalette.ColorGroup.Disabled, Role.HighlightedText, QColor(FADED[dark]))
    return made


def outlined(palette: QPalette) -> QPalette:
    """``palette`` for what can be ticked, its outline seen at 3 : 1 or better in dark colours."""
    if not is_dark(palette):
        return palette
    made = QPalette(palette)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        made.setColor(group, Role.Window, QColor(OUTLINED))
    return made


def is_dark(palette: QPalette) -> bool:
    """Whether texts stand on a dark ground."""
    return palette.color(Role.Base).lightness() < 128


def tone(name: str, *, dark: bool) -> QColor:
    """The colour of a state, one of TONES; the caller's own, to be made fainter."""
    return QColor(_tone(name, dark))


@cache
def _tone(name: str, dark: bool) -> QColor:
    return QColor(TONES[name][dark])


def _system_is_dark(app: QApplication) -> bool:
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark
