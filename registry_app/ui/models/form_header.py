"""The head of the form: code, status, when the next review is due and why, whether anything is unsaved."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from registry_app.domain.dates import show_date
from registry_app.domain.model import ModelRow
from registry_app.domain.options import DUES, label
from registry_app.domain.words import _
from registry_app.operations.details import Details
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose


class FormHeader(QFrame):
    """Read only; the code can be marked and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._code = QLabel()
        self._code.setTextFormat(Qt.TextFormat.PlainText)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = self._code.font()
        font.setBold(True)
        self._code.setFont(font)
        self._unsaved = QLabel(_("● Not saved"))
        self._unsaved.hide()
        self._status, self._due = MarkedLabel(), MarkedLabel()
        self._reason = Prose()
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._status, 1)
        top.addStretch(0)
        top.addWidget(self._unsaved)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 4, 8, 4)
        rows.setSpacing(1)
        rows.addLayout(top)
        for widget in (self._due, self._reason):
            rows.addWidget(widget)

    def show_new(self) -> None:
        """A model that is not in the register yet."""
        self._code.setText(_("New model – the code is given when it is saved"))
        self._status.clear()
        self._due.clear()
        self._reason.hide()

    def show_details(self, details: Details) -> None:
        """What the register knows of a model."""
        row = details.row
        self._code.setText(row.code)
        if row.trashed_on:
            self._status.say(_("In the trash since {day}").format(day=show_date(row.trashed_on)), marks.LOCKED)
            self._due.clear()
            self._reason.hide()
            return
        self._status.say(_status(row), marks.STATUS[row.status_kind])
        self._due.say(_due(row), marks.DUE[row.due])
        self._reason.setText(details.schedule if row.status_kind == "active" else "")
        self._reason.setVisible(row.status_kind == "active" and row.due != "none")

    @property
    def texts(self) -> tuple[str, str, str, str]:
        """Code, status, review state and its reason, as they read now."""
        reason = "" if self._reason.isHidden() else str(self._reason.text())
        return str(self._code.text()), self._status.text, self._due.text, reason

    @property
    def unsaved(self) -> str:
        """The word for unsaved work; "" while there is none."""
        return "" if self._unsaved.isHidden() else str(self._unsaved.text())

    def show_unsaved(self, unsaved: bool) -> None:
        """Say whether anything that is typed is not saved."""
        self._unsaved.setVisible(unsaved)


def _status(row: ModelRow) -> str:
    if not row.status_on:
        return row.status
    return _("{status} since {day}").format(status=row.status, day=show_date(row.status_on))


def _due(row: ModelRow) -> str:
    state = label(DUES, row.due)
    if not row.next_review or row.due == "none":
        return state
    return _("{state}: next review {day}").format(state=state, day=show_date(row.next_review))
