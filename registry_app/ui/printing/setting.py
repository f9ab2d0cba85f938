"""Sets a paper aside from the window's thread, shows it, and offers the ways it can go: what every window with a paper
has. Who uses it lays its widgets out; closing the window drops a paper under way."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QPushButton

from registry_app.domain.counting import grouped
from registry_app.domain.errors import RegistryError
from registry_app.domain.words import _
from registry_app.operations import printing
from registry_app.operations.printing import Prepared, Printed
from registry_app.ui import icons, keys
from registry_app.ui.background import Task, run_aside
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel

from .preview import Preview
from .ways import Paper, Ways

MOST_LETTERS = 12


class Setting(QObject):
    """One paper of ``window``: ``preview`` shows it, ``info`` says how many pages, ``warning`` which letters no font
    has, ``buttons`` take it to a file, a printer, a reader."""

    shown = Signal()
    """A paper has been set and is seen."""

    def __init__(self, session: Session, window: QDialog) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._task: Task[Printed] | None = None
        self.preview = Preview()
        self.info = MarkedLabel(selectable=True)
        self.warning = MarkedLabel(selectable=True)
        self._ways = Ways(session, window, lambda text: self.info.say(text, marks.DONE))
        self._buttons = self._make_buttons()
        self._allow(None)
        self._dress()
        window.installEventFilter(self)
        window.finished.connect(self.drop)

    @property
    def paper(self) -> Paper | None:
        """What is seen and would be saved; None while it is being set."""
        return self._ways.paper

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """From left to right; the first is about the printer, not about the paper."""
        return tuple(self._buttons)

    def set_paper(self, prepared: Prepared) -> None:
        """Set ``prepared`` and show it; a paper under way is dropped."""
        self.drop()
        work = partial(printing.render, prepared)
        show = partial(self._show, prepared)
        self._task = run_aside(self._window, work, show, self._fail, title=_("The paper is being set…"))
        self._task.ended.connect(partial(self._settle, self._task))

    def drop(self) -> None:
        """What is seen holds no longer."""
        self._allow(None)
        if self._task is not None:
            task, self._task = self._task, None
            task.cancel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another palette of the window: another colour of the lines."""
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        for button, icon in self._buttons.items():
            button.setIcon(icons.icon(icon, self._window.palette()))

    def _show(self, prepared: Prepared, printed: Printed) -> None:
        self.preview.show_pdf(printed.pdf)
        self._tell(printed)
        self._allow(Paper(printed=printed, prepared=prepared, pages=self.preview.pages))
        self.shown.emit()

    def _fail(self, problem: Exception) -> None:
        if isinstance(problem, RegistryError):
            self._session.problem.emit(str(problem))

    def _settle(self, task: "Task[Printed]") -> None:
        """A task has come to its end; without a paper, and not dropped for another one, it was stopped by the user."""
        if task is not self._task:
            return
        self._task = None
        if self._ways.paper is None:
            self.info.say(_("Stopped: what you see is out of date. Choose again to set the paper."), marks.NOTICE)

    def _tell(self, printed: Printed) -> None:
        pages, rows = grouped(self.preview.pages), grouped(printed.rows)
        text = (
            _("{pages} A4 pages, landscape; {rows} rows")
            if self.preview.landscape
            else _("{pages} A4 pages, upright; {rows} rows")
        )
        self.info.say(text.format(pages=pages, rows=rows), marks.DONE)
        letters = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in sorted(printed.missing)[:MOST_LETTERS])
        more = " …" if len(printed.missing) > MOST_LETTERS else ""
        said = _("These letters are in no font of the program and print as a box: {letters}")
        self.warning.say(said.format(letters=letters + more) if letters else "", marks.NOTICE)

    def _make_buttons(self) -> dict[QPushButton, str]:
        """The buttons with their icons."""
        ways: tuple[tuple[str, str, Callable[[], None], str], ...] = (
            (_("&Test page…"), "ruler", self._ways.send_rulers, ""),
            (_("Open in the PDF &reader"), "pdf", self._ways.open_elsewhere, "Ctrl+O"),
            (_("&Print…"), "print", self._send, "Ctrl+P"),
            (_("&Word…"), "copy", partial(self._ways.save_as, ".docx"), ""),
            (_("&Excel…"), "lists", partial(self._ways.save_as, ".xlsx"), ""),
            (_("&Save as PDF…"), "save", self._ways.save, "Ctrl+S"),
        )
        made = {}
        for words, icon, action, key in ways:
            button = QPushButton(words)
            button.setAutoDefault(False)
            if key:
                button.setShortcut(QKeySequence(key))
                button.setToolTip(keys.shown(key))
            button.clicked.connect(lambda _checked=False, action=action: action())
            made[button] = icon
        list(made)[-1].setDefault(True)
        next(iter(made)).setToolTip(_("Prints rulers, to see what the printer reaches and that 100 mm are 100 mm."))
        return made

    def _send(self) -> None:
        self._ways.send(self.preview.page)

    def _allow(self, paper: Paper | None) -> None:
        """Offer the ways of ``paper``; without one only the test page can be printed."""
        self._ways.paper = paper
        for button in self.buttons[1:]:
            button.setEnabled(paper is not None)
