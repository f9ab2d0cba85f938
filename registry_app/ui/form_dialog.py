"""The frame of our dialogs: fields above, what concerns all of them, two buttons below."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.kinds import BadValue, Kind
from registry_app.domain.words import _
from registry_app.store.registry import Registry
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.editor import one_text
from registry_app.ui.widgets.field_grid import FieldGrid
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.scrolling import Scrolling

P = ParamSpec("P")
MOST_TEXTS = 3
EDGE = 48
"""What the screen keeps for itself: title bar, borders."""


class FormDialog(QDialog):
    """Closes only when ``attempt`` succeeded: what was typed is never lost to a refusal."""

    def __init__(self, parent: QWidget | None, title: str, *, yes: str, width: int = 560) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.fields = FieldGrid()
        self.fields.setContentsMargins(0, 0, 8, 0)
        self.rows = QVBoxLayout(self)
        self._notice = MarkedLabel()
        self._buttons = QDialogButtonBox()
        self.yes_button = self._buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self.no_button = self._buttons.addButton(_("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.yes_button.setDefault(True)
        self._buttons.accepted.connect(self._go)
        self._buttons.rejected.connect(self.reject)
        self._width = width

    def lay_out(self, *above: QWidget) -> None:
        """Put ``above``, the fields, the notice and the buttons in their places."""
        for widget in above:
            self.rows.addWidget(widget)
        self._body = Scrolling(self.fields)
        self.rows.addWidget(self._body, 1)
        self.rows.addWidget(self._notice)
        self.rows.addWidget(self._buttons)
        room = self.screen().availableGeometry()
        self.resize(min(self._width, room.width() - EDGE), 1)
        self._grow()

    def run(self) -> bool:
        """Show the dialog until it succeeded (True) or was given up."""
        done = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return done

    def read(self, kinds: Mapping[str, Kind]) -> dict[str, str]:
        """The canonical text of the named fields. Raises Refused with every one that is wrong."""
        found: dict[str, str] = {}
        problems = []
        for name, kind in kinds.items():
            try:
                found[name] = kind.parse(one_text(self.fields[name].typed()), date.today())
            except BadValue as wrong:
                problems.append(Problem(name, wrong.text, wrong.values))
        if problems:
            raise Refused(problems)
        return found

    def attempt(self) -> bool:
        """Do what the dialog is for; False when it was refused and said so. Raises Refused."""
        raise NotImplementedError

    def tried(
        self, session: Session, operation: Callable[Concatenate[Registry, P], object], *args: P.args, **kwargs: P.kwargs
    ) -> bool:
        """Whether ``operation`` was done; a known problem is said here, too. Raises Refused."""
        with session.telling(self.say):
            return session.run(operation, *args, **kwargs) is not None

    def tried_on(self, rows: int, session: Session, operation: Callable[..., object], *args: object) -> bool:
        """As ``tried``, for work on so many ``rows``: a great many are written aside from the window's thread."""
        with session.telling(self.say):
            return session.write_on(rows, self, operation, *args, title=self.windowTitle()) is not None

    def say(self, text: str) -> None:
        """Say what is wrong with the whole; "" for nothing."""
        self._notice.say(text, marks.PROBLEM)

    @property
    def notice(self) -> str:
        """What is said to be wrong with the whole."""
        return self._notice.text

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say each problem at its field, those of no field below."""
        told: dict[str, list[str]] = {}
        for problem in problems:
            told.setdefault(problem.field, []).append(str(problem))
        self.fields.clear_problems()
        rest = [text for name, texts in told.items() if name not in self.fields for text in texts]
        for name, texts in told.items():
            if name in self.fields:
                self.fields.say(name, shortened(texts))
        self.say(shortened(rest))
        first = self.fields.first_problem()
        if first:
            self.fields[first].control.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """What was said while it was hidden has its room, too."""
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Be high enough for what there is to read, as far as the screen allows; never lower than before."""
        margins = self.rows.contentsMargins()
        inside = self.width() - margins.left() - margins.right()
        high = margins.top() + margins.bottom()
        for place in range(self.rows.count()):
            item = self.rows.itemAt(place)
            widget = item.widget() if item else None
            if widget is None or widget.isHidden():
                continue
            if widget is self._body:
                high += self._body.height_for(inside)
            else:
                high += max(widget.heightForWidth(inside), widget.sizeHint().height())
            high += self.rows.spacing()
        room = self.screen().availableGeometry().height() - EDGE
        self.resize(self.width(), max(self.height(), min(high, room)))

    def _go(self) -> None:
        self.say("")
        try:
            if self.attempt():
                self.accept()
        except Refused as refused:
            self.show_problems(refused.problems)
            QTimer.singleShot(0, self, self._grow)


def shortened(texts: list[str]) -> str:
    """A few of ``texts``, a line each, and how many more there are."""
    unique = list(dict.fromkeys(texts))
    shown = unique[:MOST_TEXTS]
    if len(unique) > MOST_TEXTS:
        shown.append(_("and {count} more").format(count=len(unique) - MOST_TEXTS))
    return "\n".join(shown)
