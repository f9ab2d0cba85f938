"""A table that is typed into, with what is wrong in it below; what of it is to be written."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from registry_app.domain.errors import Problem
from registry_app.domain.person import PersonRow
from registry_app.operations.team_sheet import SheetRow
from registry_app.ui.session import Session

from . import suggestions
from .sheet import Column, Line, Sheet
from .sheet_view import SheetView
from .suggestions import Suggestion
from .trouble_line import TroubleLine


class TypedSheet(QWidget):
    """``now`` is what may be written in; a past day is shown in its place, to be read only. In the column ``who`` names
    of people are written: those whom the register knows are offered."""

    touched = Signal()
    """Texts changed, or another sheet is shown."""

    def __init__(self, session: Session, name: str, columns: Sequence[Column], *, who: str) -> None:
        super().__init__()
        self._session = session
        offered = {one.name: suggestions.choices(one.choices) for one in columns if one.choices}
        offered[who] = suggestions.people(session)
        self.now = Sheet(columns, who=who)
        self.view = SheetView(name, self.now, offered, slow=frozenset((who,)))
        self.trouble = TroubleLine(self.view)
        self.lay = QVBoxLayout(self)
        self.lay.setContentsMargins(0, 0, 0, 0)
        self.lay.addWidget(self.view, 1)
        self.lay.addWidget(self.trouble)
        self.view.rows.touched.connect(self.touched)
        self.view.typing.picked.connect(self._picked)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[Line], *, writable: bool) -> None:
        """Show ``lines`` in place of what is there."""
        self.now.writable = writable
        self.now.show(lines)
        self.view.rows.show_sheet(self.now)

    def follow(self, lines: Sequence[Line]) -> None:
        """The register changed: show it under what is typed."""
        self.view.settle()
        at = self.view.currentIndex()
        self.now.follow(lines)
        self.view.rows.refresh()
        if at.isValid() and at.row() < self.view.rows.rowCount():
            self.view.setCurrentIndex(self.view.rows.index(at.row(), at.column()))

    def show_past(self, lines: Sequence[Line] | None) -> None:
        """Show what was on another day; None: what is now, with all that is typed."""
        self.view.settle()
        if lines is None:
            self.view.rows.show_sheet(self.now)
            return
        past = Sheet(self.now.columns, who=self.now.who, writable=False)
        past.show(lines)
        self.view.rows.show_sheet(past)

    def chosen(self) -> list[Line]:
        """The lines in which a cell is chosen, but blank ones."""
        lines = self.view.sheet.lines
        return [lines[row] for row in self.view.chosen_rows() if not lines[row].is_blank]

    def drop_new(self) -> None:
        """Take the chosen lines away that the register does not have."""
        self.view.settle()
        self.now.drop(self.view.chosen_rows())
        self.view.rows.refresh()

    def begin(self) -> None:
        """Go to where the next line begins."""
        self.view.settle()
        self.view.go_to(self.view.rows.rowCount() - 1, 0)

    # -- who it is -------------------------------------------------------------------------------------------------

    def known(self, person: PersonRow) -> dict[str, str]:
        """What the register knows of ``person``, as texts of the cells."""
        raise NotImplementedError

    def take_person(self, row: int, person: PersonRow) -> None:
        """A new line is somebody of the register: what is known of them stands where nothing was typed."""
        self.now.link(row, person.id, self.known(person))
        self.view.rows.follow(row)

    def _picked(self, row: int, _name: str, suggestion: Suggestion) -> None:
        if not self.now.lines[row].is_new or suggestion.key is None:
            return
        found = self._session.registry.inside.people.window([suggestion.key], self._session.moment)
        if found:
            self.take_person(row, found[0])

    # -- writing ---------------------------------------------------------------------------------------------------

    def rows(self) -> list[tuple[Line, SheetRow]]:
        """What is to be written: changed lines, then new ones."""
        raise NotImplementedError

    def begin_attempt(self) -> bool:
        """Take what is being typed; whether nothing in the table hinders a save."""
        self.view.settle()
        self.now.forget_refusals()
        self.trouble.look()
        return not any(one.hinders for one in self.now.filled)

    def tell(self, one: Line, problem: Problem) -> None:
        """Say what is wrong with a line, at the field that ``problem`` names."""
        row = self.now.place(one)
        self.now.tell(row, problem.field, str(problem))
        self.view.rows.follow(row)

    def tell_all(self, several: Iterable[tuple[Line, Problem]]) -> None:
        """``tell`` of many lines, which are shown once."""
        rows = {id(one): row for row, one in enumerate(self.now.lines)}
        for one, problem in several:
            self.now.tell(rows[id(one)], problem.field, str(problem))
        self.view.rows.retell()
