"""Shows what a bulk change would do before it is done: each change with old and new, those refused first with why."""

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from registry_app.domain.errors import Refused
from registry_app.domain.words import _, n_
from registry_app.operations import bulk
from registry_app.operations.bulk_plan import Preview
from registry_app.ui.form_dialog import EDGE, shortened
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose

from .fields import label_of
from .preview_model import PreviewModel
from .preview_view import PreviewView

LETTERS, LINES = 154, 34


class PreviewDialog(QDialog):
    """``ticks``: single changes can be unticked. Closes with success only when the change was made."""

    def __init__(
        self, session: Session, shown: Preview, *, label: str, ticks: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Preview: {action}").format(action=_(label)))
        self._session, self.shown, self._label = session, shown, label
        icon = marks.icon(marks.PROBLEM, self)
        self.rows = PreviewModel(shown, session.registry.lists, icon, ticks=ticks, parent=self)
        self.table = PreviewView(self.rows)
        self.summary = Prose(summary(shown, session), quiet=False)
        self._warning, self._notice = MarkedLabel(), MarkedLabel()
        self.leave_out = QCheckBox()
        self._buttons = QDialogButtonBox()
        self.yes_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.no_button = self._buttons.addButton(_("&Back"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(ticks)
        self._warning.say(shortened([str(problem) for problem in shown.warnings]), marks.NOTICE)
        self.rows.ticked.connect(self._allow)
        self.leave_out.toggled.connect(self._allow)
        self._buttons.accepted.connect(self._go)
        self._buttons.rejected.connect(self.reject)
        self.yes_button.setDefault(True)
        self._allow()

    @classmethod
    def agreed(
        cls, session: Session, shown: Preview, *, label: str, ticks: bool, parent: QWidget | None = None
    ) -> bool:
        """Show what would change and do it when the user agrees; whether it was done."""
        dialog = cls(session, shown, label=label, ticks=ticks, parent=parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return done

    def _lay_out(self, ticks: bool) -> None:
        count = len({one.id for one in self.shown.refused})
        text = n_(
            "&Leave out the model that cannot be changed and change the others",
            "&Leave out the {count} models that cannot be changed and change the others",
            count,
        )
        self.leave_out.setText(text.format(count=count))
        self.leave_out.setVisible(bool(count))
        column = QVBoxLayout(self)
        for part in (self.summary, self._warning, self.table, self._tick_row(), self.leave_out, self._notice):
            column.addWidget(part, 1 if part is self.table else 0)
        self._ticking.setVisible(ticks)
        column.addWidget(self._buttons)
        room = self.screen().availableGeometry()
        width, height = self.fontMetrics().averageCharWidth() * LETTERS, self.fontMetrics().height() * LINES
        self.resize(min(width, room.width() - EDGE), min(height, room.height() - EDGE))
        self.table.setFocus()
        self.table.choose(0)

    def _tick_row(self) -> QWidget:
        self._ticking = QWidget()
        row = QHBoxLayout(self._ticking)
        row.setContentsMargins(0, 0, 0, 0)
        for text, ticked in ((_("&Tick all"), True), (_("Tick &none"), False)):
            button = QPushButton(text, autoDefault=False)
            button.clicked.connect(lambda _checked=False, ticked=ticked: self.rows.tick_all(ticked))
            row.addWidget(button)
        row.addWidget(Prose(_("Space ticks or unticks the chosen rows.")), 1)
        return self._ticking

    def _allow(self) -> None:
        count = self.rows.ticked_models
        text = n_("&Change {count} model", "&Change {count} models", count)
        self.yes_button.setText(text.format(count=count))
        self.yes_button.setEnabled(count > 0 and (not self.shown.refused or self.leave_out.isChecked()))

    def _go(self) -> None:
        """Make the change; a known problem is said and the dialog stays."""
        try:
            with self._session.telling(self._say):
                saved = self._session.write_on(
                    len(self.shown.ids),
                    self,
                    bulk.apply,
                    self.shown,
                    leave_out_refused=self.leave_out.isChecked(),
                    without=self.rows.unticked,
                    label=self._label,
                    title=_("The models are being changed"),
                )
        except Refused as refused:
            self._say(shortened([str(problem) for problem in refused.problems]))
            return
        if saved is not None:
            self.accept()

    def _say(self, text: str) -> None:
        self._notice.say(text, marks.PROBLEM)


def summary(shown: Preview, session: Session) -> str:
    """How much would change, by field, and what would not."""
    lists = session.registry.lists
    parts = [
        n_("{field}: {count} change", "{field}: {count} changes", count).format(
            field=label_of(name, lists), count=count
        )
        for name, count in shown.counts.items()
    ]
    if shown.unchanged:
        text = n_("{count} model stays as it is", "{count} models stay as they are", shown.unchanged)
        parts.append(text.format(count=shown.unchanged))
    refused = len({one.id for one in shown.refused})
    if refused:
        parts.append(
            n_("{count} model cannot be changed", "{count} models cannot be changed", refused).format(count=refused)
        )
    return "  ·  ".join(parts) or _("Nothing would change.")
