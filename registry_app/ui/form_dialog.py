"""The frame of our dialogs: fields above, what concerns all of them, two buttons below."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Concatenate, ParamSpec

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
from registry_app.ui.widgets.scrolling import scrolling

P = ParamSpec("P")


class FormDialog(QDialog):
    """Closes only when ``attempt`` succeeded: what was typed is never lost to a refusal."""

    def __init__(self, parent: QWidget | None, title: str, *, yes: str, width: int = 560) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.fields = FieldGrid()
        self.rows = QVBoxLayout(self)
        self._notice = MarkedLabel()
        self._buttons = QDialogButtonBox()
        self.yes_button = self._buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self.no_button = self._buttons.addButton(_("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.yes_button.setDefault(True)
        self._buttons.accepted.connect(self._go)
        self._buttons.rejected.connect(self.reject)
        self._width = width

    def lay_out(self, *above: QWidget, body: QWidget | None = None) -> None:
        """Put ``above``, the fields (or ``body`` that holds them), the notice and the buttons in their places."""
        for widget in above:
            self.rows.addWidget(widget)
        self.rows.addWidget(body or scrolling(self.fields), 1)
        self.rows.addWidget(self._notice)
        self.rows.addWidget(self._buttons)
        room = self.screen().availableGeometry()
        high = self.fields.heightForWidth(self._width - 40) if body is None else 0
        wanted = max(self.sizeHint().height(), high + 120)
        self.resize(min(self._width, room.width() - 40), min(wanted, room.height() - 60))

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
        session.problem.connect(self.say)
        try:
            return session.run(operation, *args, **kwargs) is not None
        finally:
            session.problem.disconnect(self.say)

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

    def _go(self) -> None:
        self.say("")
        try:
            if self.attempt():
                self.accept()
        except Refused as refused:
            self.show_problems(refused.problems)


MOST_TEXTS = 3


def shortened(texts: list[str]) -> str:
    """A few of ``texts``, a line each, and how many more there are."""
    unique = list(dict.fromkeys(texts))
    shown = unique[:MOST_TEXTS]
    if len(unique) > MOST_TEXTS:
        shown.append(_("and {count} more").format(count=len(unique) - MOST_TEXTS))
    return "\n".join(shown)
