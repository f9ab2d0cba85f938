"""The letterhead as it will stand on paper, small: black on white in light and dark, drawn from the ward's facts."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from registry_app.domain.ward import Ward
from registry_app.domain.words import _

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DATED = "{place}, ngày ...... tháng ...... năm ......"
FAMILIES = ["Times New Roman", "Liberation Serif"]
PAPER, INK, EDGE = "#ffffff", "#000000", "#9aa1aa"
LEFT_PART, RULE_PART = 0.42, 0.4
MOTTO_PART = 1.0
"""The rules against the lines above them, as on paper: that of the motto is as long (Decree 30, Annex I, II.1)."""
MARGIN = 12
TOP, LINES = 10, 5
SMALLER = 0.92
"""The size of its letters against those of the window."""
Flag = Qt.AlignmentFlag


class Letterhead(QWidget):
    """Not to be worked with, only to be looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._ward = Ward()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ward(self, ward: Ward) -> None:
        """Draw the letterhead of ``ward``."""
        self._ward = ward
        said = ". ".join(part for part in (ward.superior.upper(), ward.issuing_body.upper()) if part)
        self.setAccessibleName(_("Letterhead on paper: {words}").format(words=said))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the longest names need."""
        return QSize(420, round(2 * TOP + LINES * self._metrics(self._font()).lineSpacing()))

    def minimumSizeHint(self) -> QSize:
        """Narrower it wraps."""
        return QSize(260, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Issuing body at the left, the state at the right, the date line below."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(EDGE))
            painter.setBrush(QColor(PAPER))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.setPen(QColor(INK))
            inside = QRectF(self.rect()).adjusted(MARGIN, TOP, -MARGIN, -TOP)
            split = inside.left() + inside.width() * LEFT_PART
            left = QRectF(inside.left(), inside.top(), split - inside.left() - MARGIN, inside.height())
            right = QRectF(split, inside.top(), inside.right() - split, inside.height())
            if self._ward.superior.strip():
                left.setTop(self._words(painter, left, self._ward.superior.upper(), self._font()))
            self._ruled(painter, left, self._ward.issuing_body.upper(), RULE_PART)
            right.setTop(self._words(painter, right, STATE, self._font(bold=True)))
            right.setTop(self._ruled(painter, right, MOTTO, MOTTO_PART))
            own = self._ward.place_name if " " in self._ward.name else ""
            day = DATED.format(place=own or "......")
            self._words(painter, right, day, self._font(italic=True))

    def _words(self, painter: QPainter, room: QRectF, text: str, font: QFont) -> float:
        """Write ``text`` in the middle of ``room``; answers where it ends."""
        painter.setFont(font)
        flags = int(Flag.AlignHCenter | Flag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        used = painter.boundingRect(room, flags, text)
        painter.drawText(room, flags, text)
        return min(used.bottom(), room.bottom())

    def _ruled(self, painter: QPainter, room: QRectF, text: str, part: float) -> float:
        """Write ``text`` bold with the rule under it, ``part`` of its width long."""
        below = self._words(painter, room, text, self._font(bold=True)) + 2
        width = min(self._metrics(self._font(bold=True)).horizontalAdvance(text), room.width()) * part
        middle = room.center().x()
        painter.drawLine(round(middle - width / 2), round(below), round(middle + width / 2), round(below))
        return below + 3

    def _font(self, *, bold: bool = False, italic: bool = False) -> QFont:
        made = QFont(FAMILIES)
        made.setPointSizeF(self.font().pointSizeF() * SMALLER)
        made.setBold(bold)
        made.setItalic(italic)
        return made

    def _metrics(self, font: QFont) -> QFontMetricsF:
        return QFontMetricsF(font, self)
