"""The window of one team: its facts, the tables of its members and households, all saved as one action."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import TeamId
from registry_app.domain.search import Moment, Search
from registry_app.domain.words import N_, _, n_
from registry_app.operations import team_sheet
from registry_app.operations.team_sheet import SheetRow, SheetWritten
from registry_app.ui import ask
from registry_app.ui.form_dialog import shortened
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.tab_bar import ROOMY, TabBar

from . import roster
from .household_sheet import HouseholdSheet
from .member_sheet import MemberSheet
from .roster_page import RosterPage
from .sheet import Line
from .team_head import TeamHead
from .typed_sheet import TypedSheet

SIZE = (1240, 660)
EDGE = 40
UNSAVED = N_("What is typed is not saved yet, and only what is saved is printed.")
Typed = list[tuple[TypedSheet, Line, SheetRow]]


class TeamWindow(QDialog):
    """Keeps every letter until it is saved or given up by name."""

    def __init__(self, session: Session, team: TeamId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "inside")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._session, self._team = session, team
        self._saving = self._writable = False
        self.head, self.tabs = TeamHead(), QTabWidget()
        self.tabs.setTabBar(TabBar(beside=ROOMY))
        self.tabs.setDocumentMode(True)
        self.leader_button = QPushButton(_("&Replace the leader…"))
        self.members = RosterPage(session, "membership", MemberSheet(session), _("Add &member"), (self.leader_button,))
        self.households = RosterPage(session, "household", HouseholdSheet(session), _("Add &household"))
        self.save_button, self.close_button = QPushButton(_("&Save")), QPushButton(_("Close"))
        self.print_button = QPushButton(_("&Print the list…"))
        self._notice = MarkedLabel(selectable=True)
        self._lay_out()
        self._join()
        self._show_all()

    @classmethod
    def show_team(cls, session: Session, team: TeamId, parent: QWidget | None = None) -> "TeamWindow":
        """Show the window of ``team`` over ``parent``; it is there until the user closes it."""
        shown = cls(session, team, parent)
        shown.show()
        shown.begin()
        return shown

    @property
    def pages(self) -> tuple[RosterPage, RosterPage]:
        """Members and households."""
        return self.members, self.households

    @property
    def shown_page(self) -> RosterPage:
        """The one that is in front; the head is about its day."""
        return self.households if self.tabs.currentWidget() is self.households else self.members

    @property
    def is_dirty(self) -> bool:
        """Whether anything is typed that is not saved."""
        return any(page.sheet.now.is_dirty for page in self.pages)

    @property
    def notice(self) -> str:
        """What is said below the tables."""
        return self._notice.text

    def begin(self) -> None:
        """Put the keyboard where members are typed."""
        self.members.sheet.view.setFocus()
        if self.members.sheet.now.writable and not self.members.sheet.now.filled:
            self.members.sheet.begin()

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show_all(self) -> None:
        self._writable = self._may_write()
        for page in self.pages:
            page.sheet.show_lines(self._lines(page, self._session.moment), writable=self._writable)
            page.return_to_now()
            page.let_write(self._writable)
        self._show_head()

    def _show_head(self) -> None:
        on = self.shown_page.on
        (team,) = self._session.registry.inside.teams.window([self._team], Moment(on) if on else self._session.moment)
        self.head.show_team(team, on)
        for page in self.pages:
            page.of = team.name
        self.head.edit_button.setEnabled(self._writable and on is None)
        self.setWindowTitle(f"{team.name} – {team.model}[*]")
        self._count()

    def _count(self) -> None:
        titles = (_("Members ({count})"), _("Households ({count})"))
        for place, (page, title) in enumerate(zip(self.pages, titles, strict=True)):
            self.tabs.setTabText(place, title.format(count=len(page.sheet.view.sheet.filled)))
        dirty = self.is_dirty
        self.setWindowModified(dirty)
        self.save_button.setEnabled(dirty and self._writable)

    def _may_write(self) -> bool:
        """Whether members may be typed: not into a model that lies in the trash."""
        registry = self._session.registry
        site = registry.inside.sites.one(registry.inside.teams.one(self._team).site_id)
        return not registry.read_only and not registry.models.is_trashed(site.model_id)

    def _lines(self, page: RosterPage, at: Moment, *, past: bool = False) -> list[Line]:
        read = roster.member_lines if page is self.members else roster.household_lines
        return read(self._session.registry, self._team, page.sheet.now.columns, at, past=past)

    def _show_day(self, page: RosterPage, on: date | None) -> None:
        if on is None:
            page.show_past(None)
        else:
            page.show_past(self._lines(page, Moment(on), past=True), on)
        self._show_head()

    def _follow(self, _changes: object) -> None:
        """The register changed: show it, but never over what is being typed."""
        if self._saving:
            return
        if not self._session.registry.inside.teams.many([self._team]):
            self._let_go()
            return
        for page in self.pages:
            page.sheet.follow(self._lines(page, self._session.moment))
        self._show_head()

    # -- saving ----------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Write all that was typed as one action; False when it was refused and says so."""
        shown = self.tabs.currentWidget()
        where = shown.sheet.view.where() if isinstance(shown, RosterPage) else None
        ready = [page.sheet.begin_attempt() for page in self.pages]
        typed: Typed = [(page.sheet, one, row) for page in self.pages for one, row in page.sheet.rows()]
        if not typed:
            return True
        if not all(ready):
            self._refuse(next(page for page, fine in zip(self.pages, ready, strict=True) if not fine), ())
            return False
        self._saving = True
        rows = [row for _sheet, _line, row in typed]
        try:
            written = self._session.write_on(len(rows), self, team_sheet.write, self._team, rows, title=_("Saving…"))
        except Refused as refused:
            self._tell(typed, refused.problems)
            return False
        finally:
            self._saving = False
        if written is None:
            return False
        self._after(typed, written)
        if where and isinstance(shown, RosterPage):
            shown.sheet.view.return_to(where)
        return True

    def _after(self, typed: Typed, written: SheetWritten) -> None:
        said = n_("{count} row is saved.", "{count} rows are saved.", len(typed)).format(count=len(typed))
        warned = [f"{self._called(typed, one)}: {one}" for one in written.warnings]
        self._show_all()
        if warned:
            self._notice.say("\n".join([said, _("Please check:"), shortened(warned)]), marks.NOTICE)
        else:
            self._notice.say(said, marks.DONE)

    def _called(self, typed: Typed, problem: Problem) -> str:
        """Whom the problem of the n-th row is about."""
        number = int(problem.field.partition(".")[0])
        sheet, one, _row = typed[number - 1]
        return one.texts.get(sheet.now.columns[0].name, "")

    def _tell(self, typed: Typed, problems: Sequence[Problem]) -> None:
        rest = []
        for problem in problems:
            number, _dot, name = problem.field.partition(".")
            if not number.isdigit():
                rest.append(str(problem))
                continue
            sheet, one, _row = typed[int(number) - 1]
            sheet.tell(one, Problem(name, problem.text, problem.values))
        wrong = next((page for page in self.pages if page.sheet.now.has_problem), self.members)
        self._refuse(wrong, rest)

    def _refuse(self, page: RosterPage, rest: Sequence[str]) -> None:
        page.return_to_now()
        self.tabs.setCurrentWidget(page)
        self._show_head()
        self._notice.say(" ".join([_("Not saved: please mend what is marked."), *rest]), marks.PROBLEM)
        page.sheet.trouble.look()
        page.sheet.trouble.go()

    # -- leaving ---------------------------------------------------------------------------------------------------

    def may_leave(self) -> bool:
        """Whether the window may go: asks once what is to become of unsaved work."""
        for page in self.pages:
            page.sheet.view.settle()
        if not self.is_dirty:
            return True
        (team,) = self._session.registry.inside.teams.many([self._team])
        answer = ask.save_discard_stay(self, _("“{name}” has changes that are not saved.").format(name=team.name))
        return self.save() if answer == "save" else answer == "discard"

    def reject(self) -> None:
        """Escape and the button: after asking about unsaved work."""
        if self.may_leave():
            super().reject()

    def _let_go(self) -> None:
        """The register is closed, or the team is no longer in it."""
        self.done(0)

    # -- deeds -----------------------------------------------------------------------------------------------------

    def _edit(self) -> None:
        from .team_dialog import TeamDialog

        TeamDialog.edit(self._session, self._team, self)

    def _replace_leader(self) -> None:
        from .leader_dialog import LeaderDialog

        self.members.sheet.view.settle()
        LeaderDialog.replace(self._session, self._team, self)

    def _print(self) -> None:
        """Print the table that is shown, as of its day; what is typed is saved first."""
        from registry_app.ui.printing.print_window import PrintWindow

        page = self.shown_page
        page.sheet.view.settle()
        if self.is_dirty:
            agreed = ask.confirm(self, _(UNSAVED), yes=_("&Save and print"), no=_("&Stay here"))
            if not (agreed and self.save()):
                return
        report, as_of = "members" if page is self.members else "households", page.on.isoformat() if page.on else ""
        shown = PrintWindow(self._session, report, Search(noun="team"), (self._team,), self, as_of=as_of)
        self.finished.connect(shown.reject)
        shown.show()

    def _undo(self) -> None:
        """Take back the last action; what is typed and not saved is no action yet."""
        if not self.is_dirty:
            self._session.undo(self)

    def _redo(self) -> None:
        """Do again what was taken back last."""
        if not self.is_dirty:
            self._session.redo(self)

    def _say_notice(self, said: str) -> None:
        self._notice.say(said, marks.NOTICE)

    def _paste(self, text: str) -> None:
        from .paste_dialog import PasteDialog

        PasteDialog.add(self._session, self._team, text, self)

    # -- looks -----------------------------------------------------------------------------------------------------

    def _join(self) -> None:
        self._session.changed.connect(self._follow)
        self._session.closing.connect(self._let_go)
        self._session.not_entered.connect(self._say_notice)
        self.tabs.currentChanged.connect(lambda _place: self._show_head())
        self.head.edit_button.clicked.connect(self._edit)
        self.leader_button.clicked.connect(self._replace_leader)
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self._print)
        self.close_button.clicked.connect(self.reject)
        self.members.sheet.view.block_pasted.connect(self._paste)
        for page in self.pages:
            page.sheet.touched.connect(self._count)
            page.sheet.view.typing.save_wanted.connect(self.save)
            page.day_wanted.connect(lambda on, page=page: self._show_day(page, on))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.save)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._print)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Redo), self, self._redo)

    def _lay_out(self) -> None:
        for page in self.pages:
            self.tabs.addTab(page, "")
        for button in (self.print_button, self.save_button, self.close_button):
            button.setAutoDefault(False)
        self.print_button.setToolTip(QKeySequence(QKeySequence.StandardKey.Print).toString())
        self.save_button.setToolTip(QKeySequence(QKeySequence.StandardKey.Save).toString())
        buttons = QHBoxLayout()
        buttons.addWidget(self._notice, 100)
        buttons.addStretch(1)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.close_button)
        rows = QVBoxLayout(self)
        rows.addWidget(self.head)
        rows.addWidget(self.tabs, 1)
        rows.addLayout(buttons)
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width() - EDGE), min(SIZE[1], room.height() - EDGE))
