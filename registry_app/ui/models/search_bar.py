"""The search box with a button that explains it, and below it a line that says what of the query cannot be read."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from registry_app.domain.query import Query
from registry_app.domain.words import N_, _
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.marks import PROBLEM
from registry_app.ui.widgets.small_button import SmallButton

from .search_box import SearchBox

PATIENCE_MS = 700
"""A term that is being typed is not complained of."""
MOST_QUOTED = 40
SHORTENED = N_("The text was too long: only its beginning is searched for.")
GAP = 2


class SearchBar(QWidget):
    """Shows the box; told the query as it was read."""

    def __init__(self, box: SearchBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "find")
        self._box = box
        self._query: Query | None = None
        self._cut = ""
        """The beginning of a text that was too long."""
        self._complaint = MarkedLabel()
        self.help_button = SmallButton("help", _("How to search: words, terms and examples"))
        self.help_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.help_button.clicked.connect(self.explain)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._complain)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(box, 1)
        row.addWidget(self.help_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addWidget(self._complaint)
        box.shortened.connect(self._say_shortened)
        box.kept.connect(lambda _text: self.complain_now())

    @property
    def complaint(self) -> str:
        """What is said below the box; "" when all is well."""
        return self._complaint.text

    def show_query(self, query: Query) -> None:
        """Mark at once what of ``query`` cannot be read, and say it when typing has paused for longer."""
        self._query = query
        if not query.troubles:
            self._patience.stop()
            self._box.mark_wrong(())
            self._say(_(SHORTENED) if self._cut and self._cut == self._box.text() else "")
        elif self._complaint.text:
            self._complain()
        else:
            self._patience.start()

    def complain_now(self) -> None:
        """Typing is over."""
        if self._patience.isActive():
            self._complain()

    def explain(self) -> None:
        """Show the card of the language with examples."""
        from registry_app.ui.filters.query_help import QueryHelp

        card = QueryHelp(self)
        card.chosen.connect(self._box.try_text)
        card.show_below(self.help_button.mapToGlobal(QPoint(self.help_button.width(), self.help_button.height())))

    def _complain(self) -> None:
        self._patience.stop()
        if self._query is None or not self._query.troubles:
            return
        if self._box.is_offering:
            self._patience.start()
            return
        text, troubles = self._query.text, self._query.troubles
        self._box.mark_wrong([(trouble.start, trouble.end) for trouble in troubles])
        self._say(complaints([(text[one.start : one.end], str(one)) for one in troubles]))

    def _say_shortened(self) -> None:
        self._cut = self._box.text()
        self._say(_(SHORTENED))

    def _say(self, text: str) -> None:
        self._complaint.say(text, PROBLEM)
        self._box.setAccessibleDescription(text)


def complaints(parts: Sequence[tuple[str, str]]) -> str:
    """The reason of each part that cannot be read, which is quoted; the other words count, and that is said."""
    lines = []
    for part, why in parts:
        shown = part if len(part) <= MOST_QUOTED else f"{part[:MOST_QUOTED]}…"
        named = not part.strip() or f"“{part}”" in why
        lines.append(why if named else _("“{part}” – {why}").format(part=shown, why=why))
    return " ".join((*lines, _("The rest of the text is searched for.")))
