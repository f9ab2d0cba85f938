"""The points of one row, criterion by criterion; their total and the grade that they make."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from registry_app.domain.kinds import NUMBER, BadValue
from registry_app.domain.scoring import Criterion, total
from registry_app.domain.words import _
from registry_app.operations.round_results import TENTHS, shown_tenths
from registry_app.ui.widgets.flow import FlowLayout
from registry_app.ui.widgets.line_edit import LineEdit
from registry_app.ui.widgets.prose import Prose

from .entry_lines import Line, key_of, saved_points

LETTERS, EDGES = 5, 12
Key = Qt.Key


class PointsLine(QWidget):
    """Enter goes from criterion to criterion, after the last one to the next row; Escape goes back to the table.
    ``grade`` says what a total of tenths makes, "" for nothing."""

    typed = Signal()
    """Points were typed over those of the line that is shown."""
    ended = Signal(bool)
    """Whether the next row is wanted, or the table again."""

    def __init__(self, criteria: Sequence[Criterion], grade: Callable[[int], str]) -> None:
        super().__init__()
        self.setProperty("guide", "rounds")
        self._criteria, self._grade = tuple(criteria), grade
        self._line: Line | None = None
        self._fields = {key_of(one): self._field(one) for one in criteria}
        self._about, self._sum = Prose(), QLabel()
        cells = QWidget()
        flow = FlowLayout(cells)
        for one in criteria:
            flow.addWidget(self._cell(one))
        below = QHBoxLayout()
        below.addWidget(self._about, 1)
        below.addWidget(self._sum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(cells)
        column.addLayout(below)
        self._about.setText(_("Points: Tab goes here from the table, Enter to the next criterion."))

    def field(self, key: str) -> LineEdit:
        """The field of a criterion."""
        return self._fields[key]

    def show_line(self, line: Line | None) -> None:
        """Show the points of ``line``, those that are typed over those that are saved; None shows none."""
        self._line = line
        points = {**saved_points(line.row, self._criteria), **line.points} if line else {}
        for key, field in self._fields.items():
            if field.text() != points.get(key, ""):
                field.setText(points.get(key, ""))
            field.setReadOnly(line is None or bool(line.row.left_out))
        self._say_sum(points)

    def _say_sum(self, points: Mapping[str, str]) -> None:
        """The total, and the grade that it makes once every criterion has its points."""
        found = [tenths for key in self._fields if (tenths := _tenths(points.get(key, ""))) is not None]
        most, sum_of = sum(one.most for one in self._criteria), total(found)
        grade = self._grade(sum_of) if len(found) == len(self._criteria) else ""
        values = {"points": _shown(sum_of), "most": _shown(most), "grade": grade}
        text = _("Total {points} of {most}: {grade}") if grade else _("Total {points} of {most}")
        self._sum.setText(text.format(**values))

    def go(self) -> None:
        """Put the keyboard into the first field."""
        for field in list(self._fields.values())[:1]:
            field.setFocus()
            field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that go on, and the words of the criterion that is typed."""
        fields = list(self._fields.values())
        if watched not in fields or not isinstance(watched, LineEdit):
            return False
        place = fields.index(watched)
        if event.type() == QEvent.Type.FocusIn:
            one = self._criteria[place]
            self._about.setText(_("{criterion} (at most {most})").format(criterion=_named(one), most=_shown(one.most)))
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Key.Key_Return, Key.Key_Enter, Key.Key_Down):
            self._go_to(place + 1)
        elif event.key() == Key.Key_Up:
            self._go_to(place - 1)
        elif event.key() == Key.Key_Escape:
            self.ended.emit(False)
        else:
            return False
        return True

    def _go_to(self, place: int) -> None:
        fields = list(self._fields.values())
        if 0 <= place < len(fields):
            fields[place].setFocus()
            fields[place].selectAll()
        else:
            self.ended.emit(place > 0)

    def _field(self, one: Criterion) -> LineEdit:
        made, key = LineEdit(), key_of(one)
        made.setFixedWidth(self.fontMetrics().averageCharWidth() * LETTERS + EDGES)
        made.setAccessibleName(_("Points: {criterion}").format(criterion=_named(one)))
        made.setToolTip(_named(one))
        made.textEdited.connect(lambda text: self._put(key, " ".join(text.split())))
        made.installEventFilter(self)
        return made

    def _put(self, key: str, text: str) -> None:
        if self._line is not None:
            self._line.put_points(key, text, saved_points(self._line.row, self._criteria).get(key, ""))
            self.show_line(self._line)
            self.typed.emit()

    def _cell(self, one: Criterion) -> QWidget:
        cell = QWidget()
        row = QHBoxLayout(cell)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(3)
        label = QLabel(one.number or one.name)
        label.setToolTip(_named(one))
        label.setBuddy(self._fields[key_of(one)])
        row.addWidget(label)
        row.addWidget(self._fields[key_of(one)])
        row.addWidget(QLabel(f"/{_shown(one.most)}"))
        return cell


def _named(one: Criterion) -> str:
    return f"{one.number} {one.name}".strip()


def _tenths(text: str) -> int | None:
    """What is typed, None for nothing and for what is no number."""
    try:
        canonical = NUMBER.parse(text, date.today())
    except BadValue:
        return None
    return round(Decimal(canonical) * TENTHS) if canonical else None


def _shown(tenths: int) -> str:
    return NUMBER.show(shown_tenths(tenths))
