"""The program's own line icons: SVG files drawn in a colour that suits the palette, each made once."""

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImageReader, QPalette, QPixmap

from registry_app import resources

SIZES = (16, 20)
Mode, Group, Role = QIcon.Mode, QPalette.ColorGroup, QPalette.ColorRole


def icon(name: str, palette: QPalette) -> QIcon:
    """The icon as menus, buttons and the toolbar show it, greyed where it is disabled."""
    return tinted(name, palette.color(Group.Active, Role.WindowText), palette)


def tinted(name: str, colour: QColor, palette: QPalette) -> QIcon:
    """The icon in ``colour``; on a chosen row in the colour of its text, greyed where it is disabled."""
    made = QIcon()
    scale = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    wanted = {
        Mode.Normal: colour,
        Mode.Disabled: palette.color(Group.Disabled, Role.WindowText),
        Mode.Selected: palette.color(Role.HighlightedText),
    }
    for mode, shade in wanted.items():
        for size in SIZES:
            made.addPixmap(pixmap(name, shade.name(), size, scale), mode)
    return made


def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    made = QIcon()
    for size in (16, 32, 48, 64):
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
