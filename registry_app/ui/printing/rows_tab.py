"""Which rows a paper has, of which day, and whether it is for the file or for a notice board."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QRadioButton, QVBoxLayout, QWidget

from registry_app.domain import kinds
from registry_app.domain.kinds import BadValue
from registry_app.domain.search import Moment
from registry_app.domain.wish import COPIES, FULL, POSTING
from registry_app.domain.words import N_, _
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose

from .wishes import ALL, OWNED, SELECTED, SHOWN, Wishes, rows_label

ABOUT = {
    FULL: N_("Everything as it is, for the file."),
    POSTING: N_("For a notice board: identity numbers and phones masked, only the year of birth, no frame."),
}
MOST_LETTERS = 22
"""Of the name of what is selected; its tool tip has all."""


class RowsTab(QWidget):
    """Shows Wishes and tells what is wished instead."""

    rows_wanted = Signal(str)
    """One of the choices of rows."""
    wished = Signal(dict)
    """The new values of Wish, by name."""

    def __init__(self, at: Moment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = at
        self.choices = {rows: QRadioButton() for rows in (SHOWN, SELECTED, OWNED, ALL)}
        self.copies = {one.key: QRadioButton(str(one)) for one in COPIES}
        self.as_of = DateField(kinds.DATE)
        self.as_of.control.setAccessibleName(_("State of the day"))
        self._trouble = MarkedLabel()
        self._about = Prose()
        column = QVBoxLayout(self)
        column.addWidget(_group(_("Rows"), *self.choices.values()))
        column.addWidget(_group(_("Copy"), *self.copies.values(), self._about))
        column.addWidget(_group(_("State of the day (empty: today)"), self.as_of, self._trouble))
        column.addStretch(1)
        for rows, button in self.choices.items():
            button.clicked.connect(lambda _checked, rows=rows: self.rows_wanted.emit(rows))
        for copy, button in self.copies.items():
            button.clicked.connect(lambda _checked, copy=copy: self.wished.emit({"copy": copy}))
        self.as_of.committed.connect(self._tell_day)

    def show_wishes(self, wishes: Wishes) -> None:
        """Take ``wishes`` over without telling."""
        self.choices[wishes.rows].setChecked(True)
        self.copies[wishes.wish.copy].setChecked(True)
        self._about.setText(_(ABOUT[wishes.wish.copy]))
        if not self._trouble.text:  # what was typed and is no date stays
            self.as_of.fill(kinds.DATE.show(wishes.wish.as_of))

    def show_counts(self, counts: Mapping[str, int], offered: Collection[str], report: str, *, of: str) -> None:
        """Offer some choices of rows and say how many each prints; a choice of none can only be left."""
        for rows, button in self.choices.items():
            button.setVisible(rows in offered)
            if rows in counts:
                room = self.fontMetrics().averageCharWidth() * MOST_LETTERS
                short = self.fontMetrics().elidedText(of, Qt.TextElideMode.ElideRight, room)
                button.setText(rows_label(rows, report, self._at, counts[rows], short))
                button.setToolTip("" if short == of else rows_label(rows, report, self._at, counts[rows], of))
                button.setEnabled(bool(counts[rows]) or button.isChecked())

    @property
    def texts(self) -> tuple[str, ...]:
        """What the choices that are offered say."""
        return tuple(button.text() for button in self.choices.values() if button.isVisibleTo(self))

    def _tell_day(self) -> None:
        try:
            day = self.as_of.value() or ""
        except BadValue as wrong:
            self._trouble.say(str(wrong), marks.PROBLEM)
            return
        self._trouble.say("", marks.PROBLEM)
        self.wished.emit({"as_of": day})


def _group(title: str, *parts: QWidget) -> QGroupBox:
    box = QGroupBox(title)
    column = QVBoxLayout(box)
    exclusive = QButtonGroup(box)
    for part in parts:
        column.addWidget(part)
        if isinstance(part, QRadioButton):
            exclusive.addButton(part)
    return box
