"""All people who may have been entered twice, pair by pair: join them, say that they are two, or leave it for later."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from registry_app.domain.dates import show_date
from registry_app.domain.errors import Refused
from registry_app.domain.ids import PersonId
from registry_app.domain.options import label
from registry_app.domain.person import PersonRow
from registry_app.domain.search import Moment
from registry_app.domain.twins import REASONS, Pair
from registry_app.domain.words import _, n_
from registry_app.operations import twins
from registry_app.store.history import Changes
from registry_app.ui import theme
from registry_app.ui.form_dialog import EDGE
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.once_button import OnceButton
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable
from registry_app.ui.widgets.scrolling import Scrolling

from .compare_panel import ComparePanel

SIZE = (900, 640)
MOST = 500
"""Pairs shown at once; the next ones move up as these are dealt with."""
LETTERS = (30, 30)


class TwinsDialog(QDialog):
    """``only`` shows that pair alone, whether somebody has taken them for two or not."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, only: Pair | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "people")
        self.setWindowTitle(_("People who may have been entered twice"))
        self._session, self._only = session, only
        self._pairs: list[Pair] = []
        self._later: set[Pair] = set()
        self.summary = Prose(quiet=False)
        self.table = RecordTable(
            _("Pairs of people"),
            [Heading(_("One"), LETTERS[0]), Heading(_("The other"), LETTERS[1]), Heading(_("Why"))],
        )
        self.panel = ComparePanel(session)
        self._warning, self._notice = MarkedLabel(), MarkedLabel()
        self.join_button = self._button(_("&Join into one"), self.join)
        self.two_button = self._button(_("&Not the same person"), self.say_two)
        self.later_button = self._button(_("&Later"), self.put_off)
        self._lay_out()
        self.table.chosen.connect(self._show)
        self.refresh()

    @classmethod
    def show_pairs(cls, session: Session, parent: QWidget | None = None) -> None:
        """Show all pairs until the user is done."""
        cls._run(cls(session, parent))

    @classmethod
    def compare(cls, session: Session, one: PersonId, other: PersonId, parent: QWidget | None = None) -> None:
        """Compare two people whom the user has chosen."""
        cls._run(cls(session, parent, only=Pair(one=one, other=other, reasons=())))

    @property
    def pair(self) -> Pair | None:
        """The pair that is compared."""
        key = self.table.chosen_key
        return None if key is None else self._pairs[key]

    def refresh(self) -> None:
        """Look for pairs anew; those put off come last."""
        found = [self._only] if self._only else list(twins.pairs(self._session.registry))
        self._show_pairs(found)

    def join(self) -> None:
        """Make one person of the two, as chosen."""
        if self.pair:
            self._do(twins.merge, self.panel.keep, self.panel.drop, self.panel.fields)

    def say_two(self) -> None:
        """Keep in mind that they are two."""
        if self.pair:
            self._do(twins.not_the_same, self.pair.one, self.pair.other)

    def put_off(self) -> None:
        """Leave this pair for later, and look at the next."""
        if self.pair:
            self._later.add(self.pair)
            self.refresh()

    def _show_pairs(self, found: Sequence[Pair]) -> None:
        waiting = [pair for pair in found if pair not in self._later]
        put_off = [pair for pair in found if pair in self._later]
        self._pairs = [*waiting, *put_off][:MOST]
        ids = {person for pair in self._pairs for person in (pair.one, pair.other)}
        people = self._session.registry.inside.people.window(sorted(ids), Moment(date.today()))
        rows = {row.id: row for row in people}
        self.table.clearSelection()
        self.table.show_records([_record(place, pair, rows) for place, pair in enumerate(self._pairs)])
        if self._pairs:
            self.table.choose(0)
        self.summary.setText(_summary(len(found), len(put_off)))
        self._show(self.table.chosen_key)

    def _show(self, key: int | None) -> None:
        pair = self._pairs[key] if key is not None and key < len(self._pairs) else None
        if pair is None:
            self.panel.clear()
        else:
            self.panel.show_two(pair.one, pair.other)
        order = [self.table, *self.panel.buttons, self.join_button]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        apart = pair is not None and pair.apart
        text = _("Both have identity numbers of 12 digits, and these differ: they are probably two people.")
        self._warning.say(text if apart else "", marks.NOTICE)
        writable = not self._session.registry.read_only
        self.join_button.setEnabled(writable and pair is not None)
        self.two_button.setEnabled(writable and pair is not None and bool(pair.reasons))
        self.later_button.setEnabled(len(self._pairs) > 1)

    def _do(self, operation: Callable[..., Changes], *arguments: object) -> None:
        """Do it and go on with the next pair; a known problem is said and the pair stays."""
        self._notice.clear()
        try:
            with self._session.telling(self._say):
                done = self._session.run(operation, *arguments)
        except Refused as refused:
            self._say(str(refused))
            return
        if done is None:
            return
        if self._only:
            self.accept()
        else:
            self.refresh()

    def _say(self, text: str) -> None:
        self._notice.say(text, marks.PROBLEM)

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(Scrolling(self.panel))
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 2)
        self.table.setVisible(self._only is None)
        self.table.setMinimumHeight(self.table.fontMetrics().height() * 6)
        buttons = QHBoxLayout()
        for button in (self.join_button, self.two_button, self.later_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        close = QDialogButtonBox()
        close.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        for widget in (self.summary, parts, self._warning, self._notice):
            column.addWidget(widget, 1 if widget is parts else 0)
        column.addWidget(Prose(_("Each change is saved at once; Undo in the main window takes it back.")))
        column.addLayout(buttons)
        self.later_button.setVisible(self._only is None)
        room = self.screen().availableGeometry()
        width, height = map(theme.grown, SIZE)
        self.resize(min(width, room.width() - EDGE), min(height, room.height() - EDGE))

    def _button(self, words: str, deed: Callable[[], None]) -> QPushButton:
        button = OnceButton(words, autoDefault=False)
        button.clicked.connect(lambda: deed())
        return button

    @staticmethod
    def _run(dialog: "TwinsDialog") -> None:
        dialog.exec()
        dialog.deleteLater()


def _record(place: int, pair: Pair, rows: dict[PersonId, PersonRow]) -> Record:
    why = "; ".join(label(REASONS, reason) for reason in pair.reasons)
    who = {column: [("person", person)] for column, person in enumerate((pair.one, pair.other))}
    cells = (_called(rows[pair.one]), _called(rows[pair.other]), why)
    return Record(key=place, cells=cells, faded=pair.apart, named=who)


def _called(row: PersonRow) -> str:
    return ", ".join(part for part in (f"{row.code} {row.name}", show_date(row.born)) if part)


def _summary(count: int, put_off: int) -> str:
    if not count:
        return _("Nobody seems to have been entered twice.")
    said = [n_("{count} pair to look at", "{count} pairs to look at", count).format(count=count)]
    if put_off:
        said.append(_("{count} of them put off").format(count=put_off))
    if count > MOST:
        said.append(_("the first {count} are shown").format(count=MOST))
    return ", ".join(said)
