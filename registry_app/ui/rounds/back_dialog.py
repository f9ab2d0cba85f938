"""Shows what a worksheet that was filled on a computer would enter, what is missing and what is wrong with it; then
enters it."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QSplitter, QVBoxLayout, QWidget

from registry_app.domain import kinds, options
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import RoundId
from registry_app.domain.kinds import BadValue
from registry_app.domain.round_shown import RowShown
from registry_app.domain.words import _, n_
from registry_app.operations import worksheets
from registry_app.operations.rounds import Entered
from registry_app.operations.worksheets import Filled
from registry_app.store.registry import Registry
from registry_app.ui.form_dialog import shortened
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.marks import Mark
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable

from .close_dialog import positions

SIZE, EDGE = (1080, 620), 48


class Done(Struct, frozen=True):
    """What was entered: how many results, into which round."""

    round_id: RoundId
    count: int


class Read(Struct, frozen=True):
    """A worksheet as it was read, the rows of the printing, the name of the round."""

    filled: Filled
    rows: Mapping[int, RowShown]
    round_name: str


def read(registry: Registry, path: Path) -> Read:
    """Read a filled worksheet. Raises RegistryError."""
    filled = worksheets.read_back(registry, path)
    rows = {row.position: row for row in worksheets.rows_of(registry, filled.worksheet)}
    return Read(filled, rows, registry.loop.rounds.one(filled.worksheet.round_id).name)


class BackDialog(QDialog):
    """Nothing is entered while anything is wrong: all of the sheet, or nothing."""

    def __init__(self, session: Session, path: Path, found: Read, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "rounds")
        self.setWindowTitle(_("Worksheet {name}").format(name=path.name))
        self._session, self._read, self.filled = session, found, found.filled
        self.entries = RecordTable(_("What would be entered"), self._headings())
        about = [Heading(_("What is to be said of the worksheet"))]
        self.problems = RecordTable(_("Problems of the worksheet"), about)
        self.all_the_same = QCheckBox()
        self._missing, self._notice = MarkedLabel(selectable=True), MarkedLabel(selectable=True)
        self._buttons = QDialogButtonBox()
        self.yes_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.no_button = self._buttons.addButton(_("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._fill()
        self.all_the_same.toggled.connect(lambda _ticked: self._allow())
        self._buttons.accepted.connect(self._go)
        self._buttons.rejected.connect(self.reject)
        self._allow()

    @classmethod
    def read(cls, session: Session, path: Path, parent: QWidget | None = None) -> Done | None:
        """Read the worksheet, show it and enter it; None when nothing was entered."""
        found = session.run_and_wait(parent, read, path, title=_("Reading the worksheet…"))
        if found is None:
            return None
        dialog = cls(session, path, found, parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return Done(found.filled.worksheet.round_id, len(found.filled.entries)) if agreed else None

    @property
    def notice(self) -> str:
        """Why it was not entered; "" for nothing."""
        return self._notice.text

    def _go(self) -> None:
        """Enter it; a known problem is said and the dialog stays."""
        agreed = self.all_the_same.isChecked()
        try:
            with self._session.telling(self._say):
                done = self._session.write_on(
                    len(self.filled.entries),
                    self,
                    worksheets.enter_worksheet,
                    self.filled,
                    older=agreed,
                    again=agreed,
                    title=_("Entering the results…"),
                )
        except Refused as refused:
            self._say(shortened([str(problem) for problem in refused.problems]))
            return
        if done is not None:
            self.accept()

    def _say(self, text: str) -> None:
        self._notice.say(text, marks.PROBLEM)

    def _allow(self) -> None:
        count = len(self.filled.entries)
        self.yes_button.setText(n_("&Enter {count} row", "&Enter {count} rows", count).format(count=count))
        asked = bool(self.filled.older or self.filled.again)
        self.yes_button.setEnabled(
            count > 0 and not self.filled.problems and (not asked or self.all_the_same.isChecked())
        )

    # -- what is shown ---------------------------------------------------------------------------------------------

    def _headings(self) -> list[Heading]:
        return [
            Heading(_("No."), 6),
            Heading(_("Code"), 14),
            Heading(_("Model")),
            Heading(_("Grade"), 13),
            Heading(_("Effective"), 15),
            Heading(_("Findings"), 34),
            Heading(_("Decision"), 14),
            Heading(_("Date of review"), 12),
        ]

    def _fill(self) -> None:
        wrong = {number for one in self.filled.problems if (number := _number(one))}
        icons = {True: marks.icon(marks.PROBLEM, self), False: marks.icon(marks.DONE, self)}
        self.entries.show_records(
            [
                Record(key=number, cells=self._cells(one), icon=icons[number in wrong])
                for number, one in enumerate(self.filled.entries, start=1)
            ]
        )
        told = list(self._told())
        self.problems.show_records(
            [Record(key=place, cells=(text,), icon=marks.icon(mark, self)) for place, (text, mark) in enumerate(told)]
        )
        self.problems.setVisible(bool(told))
        missing = self.filled.missing
        text = n_("{count} row has no result on it: {rows}", "{count} rows have no result on it: {rows}", len(missing))
        said = text.format(count=len(missing), rows=positions(missing)) if missing else ""
        self._missing.say(said or _("Every row of the worksheet has its result."), marks.NOTICE if said else marks.DONE)

    def _cells(self, one: Entered) -> tuple[str, ...]:
        row = self._read.rows.get(one.position)
        return (
            str(one.position or ""),
            one.code or (row.code if row else ""),
            row.model if row else "",
            one.grade or "",
            _effective(one.effective or ""),
            one.findings or "",
            one.decision or "",
            one.on or "",
        )

    def _told(self) -> Iterator[tuple[str, Mark]]:
        """What keeps it from being entered first, then what is asked about, then what is worth a look."""
        for one in self.filled.problems:
            yield self._placed(one), marks.PROBLEM
        for asked in (self.filled.older, self.filled.again):
            if asked is not None:
                yield str(asked), marks.NOTICE
        for one in self.filled.warnings:
            yield self._placed(one), marks.NOTICE

    def _placed(self, problem: Problem) -> str:
        """The sentence, with the row that it is about where it does not name it."""
        number = _number(problem)
        entry = self.filled.entries[number - 1] if number and number <= len(self.filled.entries) else None
        if entry is None or "code" in problem.values:
            return str(problem)
        return _("Row {row} ({code}): {problem}").format(row=entry.position, code=entry.code, problem=problem)

    def _lay_out(self) -> None:
        sheet = self.filled.worksheet
        said = _("Worksheet {code} of the round “{name}”, {count} rows")
        about = said.format(code=sheet.code, name=self._read.round_name, count=len(sheet.rows))
        self.all_the_same.setText(_("Enter it a&ll the same"))
        self.all_the_same.setVisible(bool(self.filled.older or self.filled.again))
        halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        halves.addWidget(self.problems)
        halves.addWidget(self.entries)
        halves.setStretchFactor(0, 1)
        halves.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.addWidget(Prose(about, quiet=False))
        column.addWidget(halves, 1)
        for part in (self._missing, self.all_the_same, self._notice, self._buttons):
            column.addWidget(part)
        self.yes_button.setDefault(True)
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width() - EDGE), min(SIZE[1], room.height() - EDGE))


def _effective(typed: str) -> str:
    """What people read for yes or no as it was typed; what is neither stays as it is."""
    try:
        return options.label(options.EFFECTIVE, kinds.YES_NO.parse(typed, date.today())) or typed
    except BadValue:
        return typed


def _number(problem: Problem) -> int:
    """Which entry a problem is about; 0 for the whole sheet."""
    number = problem.field.partition(".")[0]
    return int(number) if number.isdigit() else 0
