"""The ways a finished paper can go: into a file, to a printer, to the system's own reader.

QtPrintSupport is imported when the first page goes to a printer.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget
from shiboken6 import isValid

from registry_app.domain.errors import RegistryError
from registry_app.domain.words import _, n_
from registry_app.operations import giving, printing
from registry_app.operations.printing import Prepared, Printed
from registry_app.ui import ask
from registry_app.ui.background import run_aside
from registry_app.ui.session import Session

from .reader import open_in_reader

if TYPE_CHECKING:
    from .printer import PrintJob

PDF_PATTERN = "PDF (*.pdf)"
PATTERNS = {".docx": "Word (*.docx)", ".xlsx": "Excel (*.xlsx)"}
PATIENCE_MS, AGAIN_MS = 400, 100


class Paper(Struct, frozen=True, kw_only=True):
    """A finished paper and the values that it was set from."""

    printed: Printed
    prepared: Prepared
    pages: int

    @property
    def name(self) -> str:
        """A file name without its ending."""
        return self.prepared.name


class Ways:
    """Takes ``paper`` where the user wants it; without one nothing happens. ``window`` is where questions are asked,
    ``say`` takes the sentence that something was printed."""

    def __init__(self, session: Session, window: QWidget, say: Callable[[str], None]) -> None:
        self.paper: Paper | None = None
        self._session = session
        self._window = window
        self._say = say

    def save(self) -> None:
        """Ask for a name and write the paper there; say so, with ways to open it."""
        if self.paper is None:
            return
        printed, suggested = self.paper.printed, _documents() / f"{self.paper.name}.pdf"
        chosen = ask.choose_save(self._window, _("Save the paper as PDF"), suggested, PDF_PATTERN)
        if chosen is None:
            return
        try:
            printing.save(printed, chosen)
        except RegistryError as known:
            self._session.problem.emit(str(known))
            return
        self._finish(chosen)

    def save_as(self, suffix: str) -> None:
        """Ask for a name and write the same rows and columns there as Word (".docx") or Excel (".xlsx")."""
        if self.paper is None:
            return
        prepared = self.paper.prepared
        suggested = _documents() / f"{prepared.name}{suffix}"
        chosen = ask.choose_save(self._window, _("Save the paper"), suggested, PATTERNS[suffix])
        if chosen is None:
            return

        def work(go_on: Callable[[int, int], bool]) -> Path:
            printing.save_bytes(printing.written(prepared.report, suffix, go_on), chosen)
            return chosen

        run_aside(self._window, work, self._finish, self._fail, title=_("The paper is being written…"))

    def _finish(self, file: Path) -> None:
        """Enter what was given out, and say that ``file`` was made."""
        self._give(file.suffix)
        ask.finished(self._window, _("“{name}” was saved.").format(name=file.name), file)

    def _fail(self, problem: Exception) -> None:
        if isinstance(problem, RegistryError):
            self._session.problem.emit(str(problem))

    def _give(self, way: str) -> None:
        """Enter that people's data was given out; where it cannot be entered, say so."""
        if self.paper is not None:
            self._enter(self.paper.prepared, way)

    def _enter(self, prepared: Prepared, way: str) -> None:
        """Enter it; while long work has the register, once that has come back."""
        if self._session.is_lent:
            QTimer.singleShot(AGAIN_MS, self._session, partial(self._enter, prepared, way))
        elif self._session.is_open:
            why = self._session.run(giving.give, prepared, way)
            if why and isValid(self._window):
                self._say(why)

    def open_elsewhere(self) -> None:
        """Show a copy in the system's own reader."""
        if self.paper is None:
            return
        try:
            opened = open_in_reader(self.paper.printed, self.paper.name)
            self._give(printing.PDF)
        except RegistryError as known:
            self._session.problem.emit(str(known))
            return
        if not opened:
            ask.tell(
                self._window, _("This computer has no program for PDF files. Save the paper and open it elsewhere.")
            )

    def send(self, page: int) -> None:
        """Ask for a printer and print at 100 %; ``page`` (from 1) is the one that is read now."""
        from .printer import PrintJob, choose_printer

        if self.paper is None:
            return
        paper = self.paper
        chosen = choose_printer(self._window, self._window.windowTitle(), pages=paper.pages, page=page)
        if chosen is not None:
            self._give(giving.PRINT)
            self._follow(PrintJob(paper.printed.pdf, chosen, self._window))

    def send_rulers(self) -> None:
        """Print the page that shows margins and true measure."""
        from .printer import choose_printer
        from .ruler_page import print_ruler_page

        chosen = choose_printer(self._window, _("Test page of the printer"), pages=1, page=1)
        if chosen is None:
            return
        if print_ruler_page(chosen):
            self._say(_("The test page went to the printer “{printer}”.").format(printer=chosen.printerName()))
        else:
            self._refused()

    def _follow(self, job: "PrintJob") -> None:
        """Start ``job``, with Cancel once it takes longer."""
        progress = QProgressDialog(_("Sending to the printer…"), _("Cancel"), 0, 0, self._window)
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(PATIENCE_MS)
        progress.setAutoReset(False)
        progress.canceled.connect(job.stop)
        job.printed.connect(partial(_show_progress, progress))
        job.ended.connect(partial(self._settle, job, progress))
        job.start()

    def _settle(self, job: "PrintJob", progress: QProgressDialog, well: bool) -> None:
        stopped = progress.wasCanceled()
        progress.deleteLater()
        job.deleteLater()
        if stopped:
            self._say(_("Printing was stopped. Pages that the printer had taken may still come."))
        elif well:
            text = n_(
                "{count} page went to the printer “{printer}”.",
                "{count} pages went to the printer “{printer}”.",
                job.sheets,
            )
            self._say(text.format(count=job.sheets, printer=job.printer_name))
        else:
            self._refused()

    def _refused(self) -> None:
        text = _("The printer did not take the paper. Check that it is on and connected, or save the paper as PDF.")
        ask.tell(self._window, text)


def _show_progress(progress: QProgressDialog, done: int, of: int) -> None:
    progress.setMaximum(of)
    progress.setValue(done)


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
