"""What can be done with the chosen round and its rows: each deed by its name, and which of them can be done now."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from registry_app.domain.ids import RoundId
from registry_app.domain.round_shown import RoundShown, RowShown
from registry_app.domain.search import Search
from registry_app.domain.words import N_, _, n_
from registry_app.operations import rounds
from registry_app.ui import ask
from registry_app.ui.session import Session

NEW, PRINT_LIST = "new_round", "print_list"
MANY = 500
"""Of more chosen rows it is not looked up of which state they are."""
PATTERN = N_("Filled worksheets (*.xlsx)")
OPENED = N_("The round “{name}” is open with {count} rows. Undo (Ctrl+Z) takes the opening back.")
CLOSED = N_("The round “{name}” is closed: {count} reviews were recorded. Undo (Ctrl+Z) opens it again.")


class Page(Protocol):
    """The page as deeds see it."""

    model_wanted: SignalInstance

    @property
    def shown(self) -> RoundShown | None:
        """The chosen round."""
        ...

    @property
    def chosen(self) -> list[RowShown]:
        """Its chosen rows."""
        ...

    @property
    def chosen_count(self) -> int:
        """How many these are."""
        ...

    @property
    def listed(self) -> list[RowShown]:
        """The rows that are shown."""
        ...

    @property
    def whole(self) -> list[RowShown]:
        """All rows of the round."""
        ...

    @property
    def showing(self) -> Search:
        """What the list of models shows."""
        ...

    @property
    def writable(self) -> bool:
        """Whether anything may be written."""
        ...

    def window(self) -> QWidget:
        """Over which dialogs stand."""
        ...

    def show_round(self, number: RoundId) -> None:
        """Choose that round."""
        ...

    def say(self, text: str, *, warned: bool = False) -> None:
        """Say what was done."""
        ...

    def hold(self, held: bool) -> None:
        """Do not look again at every change meanwhile."""
        ...


class RoundDeeds(QObject):
    """Asks for what a deed needs, does it, and says on the page what was done."""

    def __init__(self, page: Page, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._session = page, session
        self._deeds: dict[str, Callable[[], None]] = {
            NEW: self.new_round,
            "edit_round": self.edit_round,
            "enter_round": self.enter_round,
            "read_worksheet": self.read_worksheet,
            "print_worksheets": self.print_worksheets,
            "print_papers": self.print_papers,
            "assign_reviewer": self.assign_reviewer,
            "move_rows": self.move_rows,
            "leave_out": self.leave_out,
            "take_in": self.take_in,
            "show_model": self.show_model,
            "close_round": self.close_round,
        }

    @property
    def allowed(self) -> frozenset[str]:
        """The names of what can be done now."""
        shown, count = self._page.shown, self._page.chosen_count
        if shown is None:
            return frozenset()
        states = {row.state for row in self._page.chosen} if count <= MANY else {"waiting", "left_out"}
        may = {"print_papers"}
        if count == 1:
            may.add("show_model")
        if not self._page.writable:
            return frozenset(may)
        may.add("edit_round")
        if shown.is_open:
            may |= {"enter_round", "read_worksheet", "print_worksheets", "assign_reviewer", "close_round"}
            if states - {"left_out"}:
                may.add("leave_out")
            if "left_out" in states:
                may.add("take_in")
            if count:
                may.add("move_rows")
        return frozenset(may)

    @property
    def why_not(self) -> dict[str, str]:
        """Why deeds cannot be done while there is no round; printing what the page lists is one of them."""
        if self._page.shown is not None:
            return {}
        return dict.fromkeys({*self._deeds, PRINT_LIST} - {NEW}, _("There is no round of reviews yet"))

    def do(self, name: str) -> None:
        """Do the deed of that name."""
        self._deeds[name]()

    # -- rounds ----------------------------------------------------------------------------------------------------

    def new_round(self) -> None:
        """Open a round over what the list shows, or another view."""
        from .open_dialog import OpenRoundDialog

        opened = OpenRoundDialog.open_round(self._session, self._page.showing, self._page.window())
        if opened is None:
            return
        self._page.show_round(opened.id)
        said = [_(OPENED).format(name=rounds.one(self._session.registry, opened.id).round.name, count=opened.rows)]
        self._page.say(" ".join([*said, *map(str, opened.warnings)]), warned=bool(opened.warnings))

    def edit_round(self) -> None:
        """Another name, deadline, paper number, other notes."""
        from .edit_dialog import EditRoundDialog

        EditRoundDialog.edit(self._session, self._shown.round, self._page.window())

    def close_round(self) -> None:
        """Look at what closing would do, and do it."""
        from .close_dialog import CloseRoundDialog

        shown = self._shown
        closed = CloseRoundDialog.close_round(self._session, shown, self._page.window())
        if closed is not None:
            self._page.say(_(CLOSED).format(name=shown.round.name, count=closed.reviews))

    # -- results ---------------------------------------------------------------------------------------------------

    def enter_round(self) -> None:
        """Show the entry screen, at the chosen row where there is one."""
        chosen = self._page.chosen
        self.open_row(chosen[0].position if len(chosen) == 1 else 0)

    def open_row(self, position: int) -> None:
        """The entry screen at the row of that position; of a round that is closed the model."""
        if "enter_round" not in self.allowed:
            self.show_model()
            return
        from .entry_window import EntryWindow

        self._page.hold(True)
        shown = EntryWindow.show_round(self._session, self._shown, self._page.window(), position=position)
        if shown is None:
            self._page.hold(False)
        else:
            shown.finished.connect(lambda _result: self._page.hold(False))

    def read_worksheet(self) -> None:
        """Choose a worksheet that was filled on a computer."""
        path = ask.choose_open(self._page.window(), _("Read a filled worksheet"), _(PATTERN))
        if path is not None:
            self.read_back(path)

    def read_back(self, path: Path) -> None:
        """Show what a filled worksheet would enter, and enter it."""
        from .back_dialog import BackDialog

        entered = BackDialog.read(self._session, path, self._page.window())
        if entered is not None:
            text = n_(
                "{count} result was entered from “{file}”. Undo (Ctrl+Z) takes it back.",
                "{count} results were entered from “{file}”. Undo (Ctrl+Z) takes them back.",
                entered.count,
            )
            self._page.show_round(entered.round_id)
            self._page.say(text.format(count=entered.count, file=path.name))

    def print_worksheets(self) -> None:
        """Give out worksheets, on paper or as files."""
        from .sheets_dialog import SheetsDialog

        rows, chosen = self._page.whole, self._page.chosen
        SheetsDialog.give_out(self._session, self._shown, rows, chosen if len(chosen) > 1 else [], self._page.window())

    def print_papers(self) -> None:
        """Minutes, summary of grades, proposals."""
        from .papers import print_papers

        print_papers(self._session, self._shown.round, self._page.window())

    # -- rows ------------------------------------------------------------------------------------------------------

    def assign_reviewer(self) -> None:
        """Who looks at the chosen rows; without any chosen, at all that are shown."""
        from .assign_dialog import AssignDialog

        rows = self._page.chosen or self._page.listed
        AssignDialog.assign(self._session, self._id, rows, self._page.window())

    def move_rows(self) -> None:
        """In which area the chosen rows are looked at."""
        from .move_dialog import MoveDialog

        MoveDialog.move_rows(self._session, self._id, self._page.chosen, self._page.window())

    def leave_out(self) -> None:
        """Why the chosen rows are not looked at."""
        from .leave_out_dialog import LeaveOutDialog

        rows = [row for row in self._page.chosen if not row.left_out]
        LeaveOutDialog.leave_out(self._session, self._id, rows, self._page.window())

    def take_in(self) -> None:
        """Look at the chosen rows all the same."""
        rows = [row.position for row in self._page.chosen if row.left_out]
        title = _("Taking models in…")
        self._session.write_on(len(rows), self._page.window(), rounds.take_in, self._id, rows, title=title)

    def show_model(self) -> None:
        """The model of the chosen row, in the list of models."""
        for row in self._page.chosen[:1]:
            self._page.model_wanted.emit(row.model_id)

    @property
    def _shown(self) -> RoundShown:
        shown = self._page.shown
        if shown is None:
            raise RuntimeError("no round is chosen")
        return shown

    @property
    def _id(self) -> RoundId:
        return self._shown.round.id
