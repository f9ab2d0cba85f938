"""The program's own line icons: SVG files drawn in a colour that suits the palette, each made once."""

from collections.abc import Iterable, Mapping
from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImageReader, QPalette, QPixmap

from registry_app import resources

from . import theme

MENU, BUTTON = 16, 20
"""Sizes, logical pixels."""
Mode, Group, Role = QIcon.Mode, QPalette.ColorGroup, QPalette.ColorRole


def icon(name: str, palette: QPalette, *sizes: int) -> QIcon:
    """The icon as menus and buttons show it, greyed where it is disabled; for both unless ``sizes`` say."""
    shades = {
        Mode.Normal: palette.color(Group.Active, Role.WindowText),
        Mode.Disabled: palette.color(Group.Disabled, Role.WindowText),
    }
    return _made(name, shades, sizes or (MENU, BUTTON))


def tinted(name: str, colour: QColor, palette: QPalette) -> QIcon:
    """The icon of a row in ``colour``; on a chosen row in the colour of its text."""
    return _made(name, {Mode.Normal: colour, Mode.Selected: palette.color(Role.HighlightedText)}, (MENU,))


def blank() -> QIcon:
    """As large as the icon of a row, for a row without one among others that have theirs."""
    empty = QPixmap(theme.grown(MENU), theme.grown(MENU))
    empty.fill(Qt.GlobalColor.transparent)
    return QIcon(empty)


def _made(name: str, shades: Mapping[QIcon.Mode, QColor], sizes: Iterable[int]) -> QIcon:
    made = QIcon()
    scale = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    for mode, shade in shades.items():
        for size in dict.fromkeys((*sizes, *map(theme.grown, sizes))):
            made.addPixmap(pixmap(name, shade.name(), size, scale), mode)
    return made


def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    made = QIcon()
    for size in (16, 32, 48):
        made.addPixmap(pixmap("app", "#000000", size, 1.0))
    return made


@cache
def pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    """``resources/icons/NAME.svg`` in ``colour`` (#rrggbb), ``size`` logical pixels on a screen of that ``scale``."""
    buffer = QBuffer()
    buffer.setData(QByteArray(_text(name).replace(b"currentColor", colour.encode())))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(round(size * scale), round(size * scale)))
    made = QPixmap.fromImage(reader.read())
    made.setDevicePixelRatio(scale)
    return made


@cache
def _text(name: str) -> bytes:
    return (resources.folder() / "icons" / f"{name}.svg").read_bytes()
