"""Below the list of results: what of all figures is worth a look, and the way to the table of figures."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from registry_app.domain.search import Moment, Search
from registry_app.domain.words import _, n_
from registry_app.ui.page_foot import PageFoot
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel

DOUBTS = ("check", "sums", "twice")


class ResultsFoot(PageFoot):
    """What is worth a look is told of the whole register, whatever of it the list shows."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._notice = MarkedLabel()
        self.table_button = QPushButton(_("Enter a table of &figures…"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.table_button)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 2, 0, 4)
        rows.setSpacing(4)
        rows.addWidget(self._notice)
        rows.addLayout(buttons)
        self.table_button.clicked.connect(self._enter)

    @property
    def notice(self) -> str:
        """What is worth a look, as it reads now."""
        return self._notice.text

    def look(self, search: Search, at: Moment) -> None:  # noqa: ARG002 - of the whole register
        """Count what is worth a look."""
        shelf = self._session.registry.inside.results
        counts = {view: shelf.count(Search(view=view, noun="result"), at) for view in DOUBTS}
        self._notice.say(doubts(counts), marks.NOTICE)
        self.table_button.setEnabled(not self._session.registry.read_only)

    def _enter(self) -> None:
        from .figures_dialog import FiguresDialog

        FiguresDialog.enter(self._session, self.window())


def doubts(counts: dict[str, int]) -> str:
    """What is worth a look, in words; "" for nothing."""
    texts = {
        "check": n_("{count} figure needs checking", "{count} figures need checking", counts["check"]),
        "sums": n_("{count} sum does not add up", "{count} sums do not add up", counts["sums"]),
        "twice": n_("{count} figure is entered twice", "{count} figures are entered twice", counts["twice"]),
    }
    told = [texts[view].format(count=counts[view]) for view in DOUBTS if counts[view]]
    return _("Worth a look: {what}. The views at the left show which.").format(what="; ".join(told)) if told else ""
