"""A month to point at a day in: a popup under a date field."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QPushButton, QVBoxLayout, QWidget

from registry_app.domain.dates import FIRST_YEAR, LAST_YEAR
from registry_app.domain.words import _, language

LOCALES = {"vi": "vi_VN", "en": "en_GB"}


class CalendarPopup(QFrame):
    """Closes itself when a day was pointed at, or on Escape or a click elsewhere."""

    chosen = Signal(str)
    """The day as ISO text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._month = QCalendarWidget()
        self._month.setLocale(QLocale(LOCALES[language()]))
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setMinimumDate(QDate(FIRST_YEAR, 1, 1))
        self._month.setMaximumDate(QDate(LAST_YEAR, 12, 31))
        plain = QTextCharFormat()
        plain.setForeground(self.palette().color(QPalette.ColorRole.Text))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._month.setWeekdayTextFormat(day, plain)
        self.today = QPushButton(_("&Today"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4, 4, 4, 4)
        rows.addWidget(self._month)
        rows.addWidget(self.today)
        self._month.clicked.connect(self._choose)
        self._month.activated.connect(self._choose)
        self.today.clicked.connect(lambda: self._choose(QDate.currentDate()))

    def show_under(self, field: QWidget, day: date) -> None:
        """Show the month of ``day`` under ``field``, or above it where the screen ends."""
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        below = field.mapToGlobal(QPoint(0, field.height()))
        room = field.screen().availableGeometry()
        left = max(room.left(), min(below.x(), room.right() - self.width()))
        top = below.y()
        if top + self.height() > room.bottom():
            top = max(room.top(), below.y() - field.height() - self.height())
        self.move(left, top)
        self.show()
        self._month.setFocus()

    def _choose(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(str(day.toString(Qt.DateFormat.ISODate)))
