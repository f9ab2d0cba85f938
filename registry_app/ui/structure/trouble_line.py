"""What is wrong in a table, below it: which line, which column, why, and what would be right where that is known."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from registry_app.domain.words import _, n_
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel

from .sheet_view import SheetView


class TroubleLine(QWidget):
    """Speaks of the current cell, else of the first in which something is wrong."""

    gone_to = Signal()
    """The user went to the cell."""

    def __init__(self, view: SheetView) -> None:
        super().__init__()
        self._view = view
        self._at = (0, "")
        self._label = MarkedLabel()
        self.fix_button, self.go_button = QPushButton(), QPushButton(_("&Go to the cell"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.fix_button, self.go_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.fix_button.clicked.connect(self._fix)
        self.go_button.clicked.connect(self.go)
        view.rows.touched.connect(self.look)
        view.current_changed.connect(self.look)
        self.look()

    @property
    def text(self) -> str:
        """What is said; "" when nothing is wrong."""
        return self._label.text

    def look(self) -> None:
        """Say what is wrong now."""
        found = list(self._view.sheet.troubles())
        at = self._view.currentIndex()
        columns = self._view.sheet.columns
        here = (at.row(), columns[at.column()].name) if at.isValid() else (-1, "")
        found.sort(key=lambda one: ((one[0], one[1].name) != here, one[2].notice))
        self.setVisible(bool(found))
        if not found:
            self._label.clear()
            return
        row, column, told = found[0]
        text = _("Line {row}, {column}: {text}").format(row=row + 1, column=column.label, text=told.text)
        if len(found) > 1:
            more = n_("({count} more cell)", "({count} more cells)", len(found) - 1).format(count=len(found) - 1)
            text = f"{text} {more}"
        self._at = (row, column.name)
        self._label.say(text, marks.NOTICE if told.notice else marks.PROBLEM)
        self.go_button.setVisible(self._at != here)
        self.fix_button.setVisible(bool(told.fix))
        self.fix_button.setText(_("&Write {text}").format(text=told.fix))

    def go(self) -> None:
        """Go to the cell that is spoken of, ready to mend it."""
        row, name = self._at
        names = [one.name for one in self._view.sheet.columns]
        if name in names:
            self._view.go_to(row, names.index(name))
            self.gone_to.emit()

    def _fix(self) -> None:
        row, name = self._at
        told = self._view.sheet.lines[row].told.get(name)
        if told and told.fix:
            self._view.settle()
            self._view.sheet.write(row, name, told.fix)
            self._view.rows.follow(row)
            self._view.setFocus()
