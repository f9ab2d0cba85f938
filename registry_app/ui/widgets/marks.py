"""The mark of a state – its icon and its tone – which always stands beside the word for it."""

from msgspec import Struct
from PySide6.QtGui import QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from registry_app.ui import icons, theme

SIZE = 16


class Mark(Struct, frozen=True):
    """An icon of resources/icons and a tone of theme.TONES."""

    icon: str
    tone: str


STATUS = {
    "preparing": Mark("status-preparing", "quiet"),
    "active": Mark("status-active", "good"),
    "paused": Mark("status-paused", "warn"),
    "ended": Mark("status-ended", "quiet"),
}
DUE = {
    "overdue": Mark("view-overdue", "alert"),
    "soon": Mark("view-soon", "warn"),
    "never_reviewed": Mark("view-never-reviewed", "warn"),
    "later": Mark("view-later", "good"),
    "none": Mark("due-none", "quiet"),
}
PROBLEM = Mark("view-overdue", "alert")
NOTICE = Mark("view-missing", "warn")
DONE = Mark("view-later", "good")
LOCKED = Mark("lock", "quiet")
BUSY = Mark("view-soon", "quiet")


def picture(mark: Mark, widget: QWidget) -> QPixmap:
    """The icon of ``mark`` for the ground and the screen of ``widget``."""
    colour = theme.tone(mark.tone, dark=theme.is_dark(widget.palette()))
    return icons.pixmap(mark.icon, colour.name(), theme.grown(SIZE), widget.devicePixelRatioF())


def icon(mark: Mark, widget: QWidget) -> QIcon:
    """``picture`` for lists and combo boxes; it stands out from the ground of a chosen row, too."""
    return icons.tinted(mark.icon, theme.tone(mark.tone, dark=theme.is_dark(widget.palette())), widget.palette())


def coloured(mark: Mark, palette: QPalette) -> QPalette:
    """``palette`` with texts in the tone of ``mark``."""
    made = QPalette(palette)
    made.setColor(QPalette.ColorRole.WindowText, theme.tone(mark.tone, dark=theme.is_dark(palette)))
    return made
