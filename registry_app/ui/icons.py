"""The program's own line icons: SVG files drawn in a colour that suits the palette, each made once."""

from collections.abc import Mapping
from functools import cache
from math import sqrt

from PySide6.QtCore import QBuffer, QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImageReader, QPainter, QPalette, QPixmap

from registry_app import resources

from . import theme

MENU, BUTTON = 16, 20
"""Sizes, logical pixels."""
Mode, Group, Role = QIcon.Mode, QPalette.ColorGroup, QPalette.ColorRole


class _Drawn(QIconEngine):
    """Draws an icon when it is first seen, as large and as fine as it is seen there: most icons of a window are not,
    and drawing them all is a tenth of a start."""

    def __init__(self, name: str, shades: Mapping[QIcon.Mode, QColor]) -> None:
        super().__init__()
        self._name, self._shades = name, shades

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Into ``rect``, in the shade of ``mode``."""
        scale = sqrt(abs(painter.deviceTransform().determinant()))  # its device would take Qt's classes long to make
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, scale))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """As it is drawn where a point is a pixel."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        """As it is drawn into ``size`` logical pixels on a screen of that ``scale``."""
        shade = self._shades.get(mode, self._shades[Mode.Normal])
        return pixmap(self._name, shade.name(), min(size.width(), size.height()), scale)

    def clone(self) -> "_Drawn":
        """Another that draws the same."""
        return _Drawn(self._name, self._shades)


def icon(name: str, palette: QPalette) -> QIcon:
    """The icon as menus and buttons show it, greyed where it is disabled."""
    shades = {
        Mode.Normal: palette.color(Group.Active, Role.WindowText),
        Mode.Disabled: palette.color(Group.Disabled, Role.WindowText),
    }
    return QIcon(_Drawn(name, shades))


def tinted(name: str, colour: QColor, palette: QPalette) -> QIcon:
    """The icon of a row in ``colour``; on a chosen row in the colour of its text."""
    return QIcon(_Drawn(name, {Mode.Normal: colour, Mode.Selected: palette.color(Role.HighlightedText)}))


def blank() -> QIcon:
    """As large as the icon of a row, for a row without one among others that have theirs."""
    empty = QPixmap(theme.grown(MENU), theme.grown(MENU))
    empty.fill(Qt.GlobalColor.transparent)
    return QIcon(empty)


def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    return QIcon(_Drawn("app", {Mode.Normal: QColor(Qt.GlobalColor.black)}))


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
