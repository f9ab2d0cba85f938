"""Two people side by side, field by field: where they differ one chooses, and what goes over is said below."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from registry_app.domain.errors import RegistryError
from registry_app.domain.fields import shown
from registry_app.domain.ids import PersonId
from registry_app.domain.nouns import NOUNS
from registry_app.domain.person import Person, PersonRow
from registry_app.domain.search import Moment
from registry_app.domain.twins import BOTH, DROP, JOINABLE, KEEP, MERGED, differing, usual_choice
from registry_app.domain.words import _
from registry_app.operations import twins
from registry_app.operations.twins import MergePreview
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose

from .option import Option

FIELD_OF = {"area_id": "area"}
CODE = "code"
ONE, OTHER, BOTH_SIDES = 0, 1, 2
LABEL_LETTERS = 15


class ComparePanel(QWidget):
    """Blank until two people are shown. ``changed`` when another value was chosen."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._two: tuple[Person, Person] | None = None
        self._groups: dict[str, QButtonGroup] = {}
        self._grid = QWidget()
        self._moves = Prose(quiet=False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.addWidget(self._grid)
        self._column.addWidget(self._moves)
        self._column.addStretch(1)

    def show_two(self, one: PersonId, other: PersonId) -> None:
        """Compare these two."""
        people = self._session.registry.inside.people
        self._two = people.one(one), people.one(other)
        rows = people.window([one, other], Moment(date.today()))
        self._renew(rows)
        self._say_moves()

    def clear(self) -> None:
        """Compare nobody."""
        self._two = None
        self._renew([])
        self._moves.setText("")

    @property
    def buttons(self) -> list[QAbstractButton]:
        """All that can be chosen, as one reads."""
        return [button for group in self._groups.values() for button in group.buttons()]

    @property
    def keep(self) -> PersonId:
        """Who stays."""
        return self._in_order[0].id

    @property
    def drop(self) -> PersonId:
        """Who goes into that one."""
        return self._in_order[1].id

    @property
    def fields(self) -> dict[str, str]:
        """Whose value stays, by attribute, as ``twins.merge`` takes it."""
        kept = self._groups[CODE].checkedId()
        found = {}
        for name, group in self._groups.items():
            if name != CODE:
                side = group.checkedId()
                found[name] = BOTH if side == BOTH_SIDES else KEEP if side == kept else DROP
        return found

    def choose(self, name: str, side: int) -> None:
        """Choose the value of ``name`` (code: who stays): 0 left, 1 right, 2 both."""
        self._groups[name].button(side).setChecked(True)

    @property
    def _in_order(self) -> tuple[Person, Person]:
        if self._two is None:
            raise RuntimeError("nobody is compared")
        one, other = self._two
        return (one, other) if self._groups[CODE].checkedId() == ONE else (other, one)

    def _renew(self, rows: Sequence[Any]) -> None:
        """A grid of its own for every two."""
        old, self._grid = self._grid, QWidget()
        self._groups = {}
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        if self._two is not None:
            self._fill(grid, rows)
        both = any(group.button(BOTH_SIDES) for group in self._groups.values())
        for column, stretch in enumerate((0, 3, 3, 2 if both else 0)):
            grid.setColumnStretch(column, stretch)
        self._column.replaceWidget(old, self._grid)
        old.hide()
        old.deleteLater()

    def _fill(self, grid: QGridLayout, rows: Sequence[Any]) -> None:
        if self._two is None:
            return
        one, other = self._two
        by_name = NOUNS["person"].by_name
        self._add_choice(grid, CODE, _("Who stays"), [row.code for row in rows], {})
        line = QFrame(frameShape=QFrame.Shape.HLine, frameShadow=QFrame.Shadow.Sunken)
        grid.addWidget(line, grid.rowCount(), 0, 1, 4)
        usual = usual_choice(one, other)
        apart = differing(one, other)
        for name in MERGED:
            field = by_name[FIELD_OF.get(name, name)]
            texts = [shown(row, field) for row in rows]
            if name in apart:
                self._add_choice(grid, name, _(field.label), texts, usual)
            elif any(texts):
                _add_texts(grid, _(field.label), texts)
        served = by_name["teams"]
        texts = [_served(row) for row in rows]
        if any(texts):
            _add_texts(grid, _(served.label), texts)

    def _add_choice(self, grid: QGridLayout, name: str, label: str, texts: list[str], usual: Mapping[str, str]) -> None:
        row = grid.rowCount()
        grid.addWidget(_label(label), row, 0, Qt.AlignmentFlag.AlignTop)
        group = self._groups[name] = QButtonGroup(self._grid)
        words = [*texts, _("both")] if name in JOINABLE else texts
        for side, text in enumerate(words):
            option = Option(text, label)
            group.addButton(option.button, side)
            grid.addWidget(option, row, 1 + side, Qt.AlignmentFlag.AlignTop)
        group.button(OTHER if usual.get(name) == DROP else ONE).setChecked(True)
        group.idToggled.connect(lambda _side, on: self._chosen() if on else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: other lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the wrapped words need; what is around scrolls."""
        self.setMinimumHeight(max(self._column.heightForWidth(self.width()), 0))

    def _chosen(self) -> None:
        self._say_moves()
        self.changed.emit()

    def _say_moves(self) -> None:
        """What goes over to the one who stays."""
        if self._two is None:
            return
        try:
            preview = twins.preview(self._session.registry, self.keep, self.drop, self.fields)
        except RegistryError as why:
            self._moves.setText(str(why))
            return
        self._moves.setText("\n".join(moves(preview)))
        self._fit()


def moves(preview: MergePreview) -> list[str]:
    """What joining moves, a line each."""
    kept = preview.keep.code
    said = [
        _("Goes over to {code}: {role}, {team}").format(code=kept, role=row.role, team=row.team)
        for row in preview.moved
    ]
    said += [
        _("Becomes one time in the team: {role}, {team}").format(role=one.role, team=one.rows[0].team)
        for one in preview.joined
    ]
    counts = (
        (_("Courses: {count}"), preview.courses),
        (_("Households: {count}"), preview.households),
        (_("Commendations, advanced examples: {count}"), preview.honours),
        (_("Attached files: {count}"), preview.files),
    )
    said += [text.format(count=count) for text, count in counts if count]
    return said or [_("Nothing hangs on {code} that would go over.").format(code=preview.drop.code)]


def _served(row: PersonRow) -> str:
    return "\n".join(f"{role}, {team}" for role, team in zip(row.roles, row.teams, strict=False))


def _add_texts(grid: QGridLayout, label: str, texts: list[str]) -> None:
    row = grid.rowCount()
    grid.addWidget(_label(label), row, 0, Qt.AlignmentFlag.AlignTop)
    for side, text in enumerate(texts):
        grid.addWidget(Prose(text, quiet=False), row, 1 + side, Qt.AlignmentFlag.AlignTop)


def _label(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFixedWidth(label.fontMetrics().averageCharWidth() * LABEL_LETTERS)
    return label
