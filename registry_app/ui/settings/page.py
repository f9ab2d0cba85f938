"""What every page of the settings is: it knows whether anything was changed on it, and can be locked."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from registry_app.domain.errors import Problem
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose


class SettingsPage(QWidget):
    """Nothing is written here: the window asks every page what is wanted and writes it together."""

    def __init__(self, about: str = "") -> None:
        super().__init__()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.notice = MarkedLabel()
        if about:
            self.rows.addWidget(Prose(about))

    @property
    def is_changed(self) -> bool:
        """Whether the user wants other than what was there when the window opened."""
        raise NotImplementedError

    def lock(self) -> None:
        """The register can only be read."""
        self.setEnabled(False)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong on this page."""
        self.say("\n".join(str(problem) for problem in problems))

    def say(self, text: str) -> None:
        """Say what is wrong with the page; "" for nothing."""
        self.notice.say(text, marks.PROBLEM)
