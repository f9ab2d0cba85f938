"""A small picture of the life of one model: statuses as bands with words, founding, launch and reviews as marks, a line
for today. Everything in it is said in words, too."""

from datetime import date
from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from registry_app.domain.words import _
from registry_app.ui import icons, theme
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marks import Mark

from .life import Band, Event, Life

SIDE, SIGN, DOT = 12, 14, 5
"""Logical pixels: room left and right, the size of a mark, its size where marks stand close."""
BETWEEN = 6
SIGNS = {
    "founded": Mark("status", "quiet"),
    "launched": Mark("launch", "quiet"),
    "review": Mark("view-later", "good"),
}
RANK = {"next": 0, "founded": 1, "launched": 2, "review": 3}
"""Whose words are written first where there is no room for all."""
FAINT = {False: 34, True: 60}
"""How much of its tone the ground of a band has, of 255, in the light and in the dark."""


class Timeline(QWidget):
    """Shows a Life; without one it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._life: Life | None = None
        self.setAccessibleName(_("Timeline of the model"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_life(self, life: Life | None) -> None:
        """Show ``life``; None shows nothing."""
        self._life = life
        self.setAccessibleDescription("\n".join(life.sentences) if life else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Words, marks, bands and years under each other."""
        return QSize(320, self._ground() + self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:
        """As high as ``sizeHint``, much narrower."""
        return QSize(120, self.sizeHint().height())

    def told_at(self, place: QPoint) -> tuple[str, ...]:
        """What stands at ``place``, in words: the marks near it, else the band under it."""
        if self._life is None:
            return ()
        near = [one.sentence for one, middle in self._signs() if abs(middle - place.x()) <= SIGN // 2 + 1]
        if near and place.y() < self._bar().top():
            return tuple(near)
        return tuple(band.sentence for band in self._life.bands if self._area(band).contains(place))

    def event(self, event: QEvent) -> bool:
        """The tool tip of what the mouse is over."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            lines = "<br>".join(escape(one) for one in self.told_at(event.pos()))
            QToolTip.showText(event.globalPos(), f"<p>{lines}</p>" if lines else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bands, years, today, marks and as many words over them as there is room for."""
        if self._life is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for band in self._life.bands:
                self._paint_band(painter, band)
            self._paint_years(painter, self._paint_today(painter))
            self._paint_events(painter)

    # -- where -----------------------------------------------------------------------------------------------------

    def _line(self) -> int:
        return self.fontMetrics().height()

    def _bar(self) -> QRect:
        return QRect(SIDE, self._line() + SIGN + 8, max(1, self.width() - 2 * SIDE), self._line() + 6)

    def _ground(self) -> int:
        return self._line() + SIGN + 8 + self._line() + 6

    def _x(self, day: date) -> int:
        life = self._life
        if life is None:
            return 0
        span = max(1, (life.end - life.start).days)
        return SIDE + round((day - life.start).days / span * self._bar().width())

    def _area(self, band: Band) -> QRect:
        left, right, bar = self._x(band.start), self._x(band.end), self._bar()
        return QRect(left, bar.top(), max(3, right - left), bar.height())

    def _signs(self) -> list[tuple[Event, int]]:
        """Every event with the middle of its mark; a launch right after the founding stands beside it."""
        found: list[tuple[Event, int]] = []
        events = self._life.events if self._life else ()
        founded = next((self._x(one.on) for one in events if one.sort == "founded"), None)
        for one in events:
            middle = self._x(one.on)
            if one.sort == "launched" and founded is not None and 0 <= middle - founded < SIGN:
                middle = founded + SIGN
            found.append((one, middle))
        return found

    # -- painting --------------------------------------------------------------------------------------------------

    def _tone(self, mark: Mark) -> QColor:
        return theme.tone(mark.tone, dark=theme.is_dark(self.palette()))

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        mark, area = marks.STATUS[band.kind], self._area(band)
        tone, faint = self._tone(mark), QColor(self._tone(mark))
        faint.setAlpha(FAINT[theme.is_dark(self.palette())])
        ended = band.kind == "ended"
        painter.fillRect(area, QBrush(faint, Qt.BrushStyle.BDiagPattern if ended else Qt.BrushStyle.SolidPattern))
        painter.setPen(tone)
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        left = area.left() + 4
        if area.width() > SIGN + 8:
            top = area.top() + (area.height() - SIGN) // 2
            painter.drawPixmap(left, top, self._picture(mark))
            left += SIGN + 4
        room = area.right() - 3 - left
        text = painter.fontMetrics().elidedText(band.name, Qt.TextElideMode.ElideRight, room)
        if len(text) > 2:
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(QRect(left, area.top(), room, area.height()), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_today(self, painter: QPainter) -> QRect:
        """The line of today and its word; returns where the word stands."""
        bar, word = self._bar(), _("Today")
        x = self._x(self._life.today) if self._life else 0
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 2, Qt.PenStyle.DashLine))
        painter.drawLine(x, bar.top() - 4, x, bar.bottom() + 4)
        area = self._word_area(painter, word, x, bar.bottom() + 3)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word)
        return area

    def _paint_years(self, painter: QPainter, taken: QRect) -> None:
        life, bar = self._life, self._bar()
        if life is None:
            return
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        room = painter.fontMetrics().horizontalAdvance("0000") + 2 * BETWEEN
        years = life.end.year - life.start.year
        step = max(1, -(-room * max(1, years) // bar.width()))
        for year in range(life.start.year + 1, life.end.year + 1, step):
            x = self._x(date(year, 1, 1))
            painter.drawLine(x, bar.bottom(), x, bar.bottom() + 3)
            area = self._word_area(painter, str(year), x, bar.bottom() + 3)
            if not area.adjusted(-BETWEEN, 0, BETWEEN, 0).intersects(taken):
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(year))

    def _paint_events(self, painter: QPainter) -> None:
        signs = sorted(self._signs(), key=lambda one: RANK[one[0].sort], reverse=True)
        reviews = [one for one, _x in signs if one.sort == "review"]
        crowded = len(reviews) * SIGN > self._bar().width()
        middle = self._line() + 3 + SIGN // 2
        for one, x in signs:
            mark = SIGNS.get(one.sort) or marks.DUE[one.due]
            if crowded and one.sort == "review":
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._tone(mark))
                painter.drawEllipse(QPoint(x, middle), DOT // 2, DOT // 2)
            else:
                painter.drawPixmap(x - SIGN // 2, middle - SIGN // 2, self._picture(mark))
        self._paint_words(painter, signs)

    def _paint_words(self, painter: QPainter, signs: list[tuple[Event, int]]) -> None:
        """The most telling words first, the newest first among equals; never one over another."""
        taken: list[QRect] = []
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        for one, x in sorted(signs, key=lambda sign: (RANK[sign[0].sort], -sign[0].on.toordinal())):
            area = self._word_area(painter, one.word, x, 0)
            if not any(area.adjusted(-BETWEEN, 0, BETWEEN, 0).intersects(other) for other in taken):
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, one.word)
                taken.append(area)

    def _word_area(self, painter: QPainter, word: str, x: int, top: int) -> QRect:
        """Where ``word`` stands over or under ``x``, inside the widget."""
        width = painter.fontMetrics().horizontalAdvance(word) + 2
        return QRect(max(0, min(x - width // 2, self.width() - width)), top, width, self._line())

    def _picture(self, mark: Mark) -> QPixmap:
        return icons.pixmap(mark.icon, self._tone(mark).name(), SIGN, self.devicePixelRatioF())
