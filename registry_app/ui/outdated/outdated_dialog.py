"""All models that look outdated, the gravest first: the evidence of each, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from registry_app.domain.dates import show_date
from registry_app.domain.ids import ModelId
from registry_app.domain.outdated import LABELS
from registry_app.domain.search import Moment
from registry_app.domain.words import _, n_
from registry_app.operations import outdated
from registry_app.operations.outdated import Shown
from registry_app.store.registry import Registry
from registry_app.ui import theme
from registry_app.ui.form_dialog import EDGE
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable

from .excuse_dialog import ExcuseDialog

SIZE = (980, 620)
MOST = 300
"""Models shown at once: nobody deals with more before the list is made anew."""
Found = tuple[int, list[Shown]]


class OutdatedDialog(QDialog):
    """``wanted`` is the model that the user wants to see in the list, or None. What is found is looked up aside."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "outdated")
        self.setWindowTitle(_("Models that look outdated"))
        self._session = session
        self._shown: list[Shown] = []
        self.wanted: ModelId | None = None
        self.summary = Prose(quiet=False)
        self.excused = QCheckBox(_("&With those that are excused"))
        headings = [Heading(_("Weight"), 7), Heading(_("Code"), 14), Heading(_("Model"), 34), Heading(_("Evidence"))]
        self.table = RecordTable(_("Models that look outdated"), headings)
        self.evidence = Prose(quiet=False)
        self._notice = MarkedLabel()
        self.show_button = self._button(_("&Show the model"), self.go_to_model)
        self.decide_button = self._button(_("&Decide…"), self.decide)
        self.excuse_button = self._button(_("&Excuse…"), self.excuse)
        self.withdraw_button = self._button(_("&Take the excuse back"), self.withdraw)
        self._lay_out()
        self.table.chosen.connect(lambda _key: self._show_evidence())
        self.table.opened.connect(lambda _key: self.go_to_model())
        self.excused.toggled.connect(lambda _on: self.refresh())

    @classmethod
    def show_all(cls, session: Session, parent: QWidget | None = None) -> ModelId | None:
        """Show them until the user is done; the model that is wanted in the list, or None."""
        dialog = cls(session, parent)
        dialog.refresh()
        dialog.exec()
        dialog.deleteLater()
        return dialog.wanted

    def refresh(self) -> None:
        """Look for them anew."""
        asked = (self._session.moment, self.excused.isChecked())
        found = self._session.run_and_wait(self, _look, *asked, title=_("Looking for outdated models…"))
        count, self._shown = found or (0, [])
        self.table.show_records([_record(one) for one in self._shown])
        self.summary.setText(_summary(count))
        self._show_evidence()

    @property
    def chosen(self) -> Shown | None:
        """What stands under the cursor."""
        key = self.table.chosen_key
        return next((one for one in self._shown if one.row.id == key), None)

    def go_to_model(self) -> None:
        """Close and have the model shown in the list."""
        if self.chosen:
            self.wanted = self.chosen.row.id
            self.accept()

    def decide(self) -> None:
        """Decide about the model: strengthen, merge, end …"""
        from registry_app.ui.decisions.decision_dialog import DecisionDialog

        if self.chosen and DecisionDialog.decide(self._session, [self.chosen.row.id], self):
            self.refresh()

    def excuse(self) -> None:
        """Let the model be for a while."""
        one = self.chosen
        if one and ExcuseDialog.excuse(self._session, [one.row.id], [f"{one.row.code} {one.row.name}"], self):
            self.refresh()

    def withdraw(self) -> None:
        """The excuse holds no longer."""
        self._notice.clear()
        with self._session.telling(self._say):
            if self.chosen and self._session.run(outdated.withdraw, [self.chosen.row.id]) is not None:
                self.refresh()

    def _show_evidence(self) -> None:
        one = self.chosen
        self.evidence.setText(_evidence(one) if one else "")
        writable = one is not None and not self._session.registry.read_only
        excused = one is not None and one.found.excuse is not None
        self.show_button.setEnabled(one is not None)
        self.decide_button.setEnabled(writable)
        self.excuse_button.setEnabled(writable)
        self.withdraw_button.setEnabled(writable and excused)

    def _say(self, text: str) -> None:
        self._notice.say(text, marks.PROBLEM)

    def _lay_out(self) -> None:
        top, buttons = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.summary, 1)
        top.addWidget(self.excused)
        for button in (self.show_button, self.decide_button, self.excuse_button, self.withdraw_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        close = QDialogButtonBox()
        close.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        buttons.addWidget(close)
        self.evidence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.evidence.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        for widget in (self.evidence, self._notice):
            column.addWidget(widget)
        column.addWidget(Prose(_("Weights and limits are set in the settings, page “Outdated”.")))
        column.addLayout(buttons)
        room = self.screen().availableGeometry()
        width, height = map(theme.grown, SIZE)
        self.resize(min(width, room.width() - EDGE), min(height, room.height() - EDGE))

    @staticmethod
    def _button(words: str, deed: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, autoDefault=False)
        button.clicked.connect(lambda: deed())
        return button


def _look(registry: Registry, at: Moment, excused: bool) -> Found:
    """How many there are, and the gravest of them."""
    found = outdated.find(registry, at, excused=excused)
    return len(found), list(outdated.shown(registry, found[:MOST], at))


def _record(one: Shown) -> Record:
    why = "; ".join(_(LABELS[reason.key]) for reason in one.found.reasons)
    if one.found.excuse:
        why = _("Excused until {day}: {why}").format(day=show_date(one.found.excuse.until), why=why)
    cells = (str(one.found.weight), one.row.code, one.row.name, why)
    return Record(key=one.row.id, cells=cells, faded=one.found.excuse is not None)


def _evidence(one: Shown) -> str:
    lines = [f"{one.row.code} – {one.row.name}", *(f"• {_of(str(reason))}" for reason in one.found.reasons)]
    if one.found.excuse:
        lines.append(_("Reason of the excuse: {reason}").format(reason=one.found.excuse.reason))
    return "\n".join(lines)


def _of(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _summary(count: int) -> str:
    if not count:
        return _("No model looks outdated.")
    said = n_("{count} model looks outdated", "{count} models look outdated", count).format(count=count)
    return _("{said}; the gravest {most} are shown").format(said=said, most=MOST) if count > MOST else said
