"""Makes several areas of one: their names, day and paper, and row by row who goes where before anything is done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from registry_app.domain.area_changes import NewArea
from registry_app.domain.entries import Area
from registry_app.domain.errors import Problem
from registry_app.domain.ids import AreaId
from registry_app.domain.nouns import NOUNS
from registry_app.domain.words import _
from registry_app.operations import area_splits, areas
from registry_app.ui import theme
from registry_app.ui.session import Session
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.copies import CopiesOut
from registry_app.ui.widgets.multi_picker import MultiPicker
from registry_app.ui.widgets.prose import Prose

from .area_acts import ActDialog
from .division_model import HEADINGS, KIND, NAME, TO, WHERE, DivisionModel

WIDTH = 820
LINES, ROOM = 9, 8
LETTERS = {KIND: 13, TO: 22}


class SplitAreaDialog(ActDialog):
    """The table fills once there are two names and a day."""

    def __init__(self, session: Session, area: Area, parent: QWidget | None = None) -> None:
        title = _("Split “{area}”").format(area=area.name)
        super().__init__(session, parent, title, yes=_("&Split"), width=theme.grown(WIDTH))
        self._area = area
        note = _("One name after the other, Enter between them. The old name among them lives on.")
        names = MultiPicker([area.name], hint=_("Name of a new area"))
        self.fields.add("into", _("&New areas"), names, required=True, note=note)
        self.add_act(paper=True)
        self.division = DivisionModel(self)
        self.table = _DivisionView(self.division)
        self.table.copied_from = lambda: area.name
        self.fields.add_wide(self._division_panel())
        self.follow()
        self.fields.finish()
        self.division.sent.connect(self.show_preview)
        self.lay_out(Prose(_("What belongs to the area on that day is divided; what had ended before stays.")))
        self.fields["into"].control.setFocus()

    @classmethod
    def split(cls, session: Session, area: Area, parent: QWidget | None = None) -> bool:
        """Ask and do it; whether it was done."""
        return cls(session, area, parent).run()

    @property
    def into(self) -> list[NewArea]:
        """The new areas."""
        return [NewArea(name=name) for name in self.fields["into"].typed()]

    def send(self) -> None:
        """Send the chosen rows to the area chosen beside the button."""
        lines = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        if self._to.typed():
            self.division.send(lines, int(self._to.typed()))

    def previewed(self) -> tuple[str, Sequence[Problem]]:
        """What goes to each of the new areas. Raises RegistryError."""
        area = AreaId(self._area.id)
        shown = area_splits.split_preview(self.session.registry, area, self.into, self.act, wanted=self.division.wanted)
        self.division.show_rows([one for one, _to in shown.rows], shown.names)
        self._to.offer([Offer(str(place), name) for place, name in enumerate(shown.names)])
        nouns = [Offer(noun, _(NOUNS[noun].many)) for noun in self.division.nouns]
        self._only.offer(nouns)
        said = [
            _("To {area}: {counts}").format(area=name, counts=areas.counted(shown.counts(place)))
            for place, name in enumerate(shown.names)
        ]
        if shown.new_sites:
            text = _("New sites, for teams that go another way than their site: {count}")
            said.append(text.format(count=shown.new_sites))
        return "\n".join(said), (*shown.notes, *shown.problems)

    def attempt(self) -> bool:
        """Split it. Raises Refused."""
        self.show_preview()
        area, into, act, wanted = AreaId(self._area.id), self.into, self.act, self.division.wanted
        rows = len(area_splits.split_preview(self.session.registry, area, into, act).rows)
        return self.carried_out(rows, lambda registry: area_splits.split(registry, area, into, act, wanted=wanted))

    def _division_panel(self) -> QWidget:
        self._only, self._to = Choice(blank=_("All rows")), Choice()
        self._send = QPushButton(_("Sen&d the chosen rows there"), autoDefault=False)
        show, to = QLabel(_("Sh&ow:")), QLabel(_("&To:"))
        show.setBuddy(self._only.control)
        to.setBuddy(self._to.control)
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(_row(show, self._only))
        column.addWidget(self.table)
        column.addLayout(_row(to, self._to, self._send))
        column.addWidget(Prose(_("Teams follow their site, households and people their team, until you send them.")))
        self._only.control.setAccessibleName(_("Show:"))
        self._to.control.setAccessibleName(_("To:"))
        self._only.edited.connect(lambda: self.division.show_only(self._only.typed()))
        self._send.clicked.connect(self.send)
        enter = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(self.send)
        return panel


def _row(label: QLabel, choice: Choice, *others: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(label)
    row.addWidget(choice, 1)
    for widget in others:
        row.addWidget(widget)
    return row


class _DivisionView(CopiesOut, QTableView):
    """Rows of one height; several can be chosen, Ctrl+A chooses all that are shown."""

    def __init__(self, rows: DivisionModel) -> None:
        super().__init__()
        self.setModel(rows)
        self.setAccessibleName(_("Who goes where"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        lines, heads = self.verticalHeader(), self.horizontalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(self.fontMetrics().height() + ROOM)
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in LETTERS.items():
            self.setColumnWidth(column, letter * letters + 2 * ROOM)
        self.setMinimumHeight((self.fontMetrics().height() + ROOM) * LINES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name and place share what the others leave."""
        super().resizeEvent(event)
        others = sum(self.columnWidth(column) for column in range(len(HEADINGS)) if column in LETTERS)
        half = max((self.viewport().width() - others) // 2, self.fontMetrics().averageCharWidth() * 16)
        self.setColumnWidth(NAME, half)
        self.setColumnWidth(WHERE, half)
