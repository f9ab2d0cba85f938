"""The window: places the parts and joins the wires between them, nothing else."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QStackedWidget, QToolBar, QToolButton, QVBoxLayout, QWidget

from registry_app.domain.words import _
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from . import ask
from .actions import menus, view_menu
from .actions.command import Desk, State
from .actions.toolset import Toolset
from .choices import Choices
from .models.screen import ModelsScreen
from .notice_bar import NoticeBar
from .session import Session
from .start_page import StartPage

SHAPE, PARTS = "main_window", "models_screen"
MINUTE_MS = 60_000
FIRST_SIZE = QSize(1360, 720)


class MainWindow(QMainWindow):
    """Shows the open register, or while there is none what can be opened."""

    def __init__(self, session: Session, choices: Choices) -> None:
        super().__init__()
        self._session, self._choices = session, choices
        self._today = date.today()
        self.models = ModelsScreen(session)
        self._start_page: StartPage | None = None
        self.notice = NoticeBar()
        self._desk = Desk(window=self, session=session, screen=self.models, choices=choices)
        self.tools = Toolset(self._desk, self)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._lay_out()
        self._fill_menus()
        self._fill_toolbar()
        self._fill_status_bar()
        self._join()
        self._restore_shape()
        if session.is_open:
            self._show_register()

    # -- parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.models)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._pages)
        self.setCentralWidget(whole)

    def _fill_menus(self) -> None:
        for title, row in menus.MENUS:
            menu = self.menuBar().addMenu(_(title))
            self.tools.fill(menu, row)
            if row is menus.REGISTER_MENU:
                self._recent = QMenu(_("Opened &lately"), menu)
                menu.insertMenu(self.tools["open_sample"], self._recent)
            if not row:
                view_menu.fill(menu, self._desk)
        self.tools.hang_on(self.models.list, menus.LIST_MENU)

    def _fill_toolbar(self) -> None:
        bar = QToolBar(_("Tools"))
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.tools.fill(bar, menus.TOOLBAR)
        for command in menus.WORDED:
            button = bar.widgetForAction(self.tools[command])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(bar)

    def _fill_status_bar(self) -> None:
        self._count, self._saved = QLabel(), QLabel()
        self._count.setContentsMargins(6, 2, 0, 2)
        self._saved.setContentsMargins(0, 2, 6, 2)
        self.statusBar().addWidget(self._count, 1)
        self.statusBar().addPermanentWidget(self._saved)
        self.statusBar().setSizeGripEnabled(False)

    def _join(self) -> None:
        self._session.opened.connect(self._show_register)
        self._session.closing.connect(lambda: self._saved.setText(""))
        self._session.changed.connect(self._say_saved)
        self._session.problem.connect(lambda text: ask.tell(self, text))
        self._choices.problem.connect(lambda text: ask.tell(self, text))
        self._choices.changed.connect(self._show_recent)
        self.models.standing_changed.connect(self._allow)
        self.models.counted.connect(self._count.setText)
        self.notice.again_wanted.connect(self._open_again)
        self._minute.timeout.connect(self.turn_the_day)
        self._minute.start()

    # -- what is open ----------------------------------------------------------------------------------------------

    @property
    def start_page(self) -> StartPage:
        """What is shown while no register is open; made when it is first needed."""
        if self._start_page is None:
            self._start_page = StartPage()
            self._start_page.wanted.connect(lambda name: self.tools[name].trigger())
            self._start_page.recent_wanted.connect(lambda path: self._desk.open(path))
            self._pages.addWidget(self._start_page)
        return self._start_page

    def _show_start(self) -> None:
        self.start_page.show_recent(self._choices.now.recent)
        self._pages.setCurrentWidget(self.start_page)
        self.setWindowTitle(f"[*]{_(ask.TITLE)}")
        self._show_recent()
        self._allow()

    def _show_register(self) -> None:
        registry = self._session.registry
        QTimer.singleShot(0, self, lambda: self._choices.remember(registry.path))
        self._pages.setCurrentWidget(self.models)
        self.notice.say(registry.read_only_notice)
        self._name_window()
        self._allow()

    def _name_window(self) -> None:
        registry = self._session.registry
        self.setWindowTitle(f"{registry.settings.ward().name} – {registry.path.name}[*] – {_(ask.TITLE)}")

    def _show_recent(self) -> None:
        recent = self._choices.now.recent
        self._recent.clear()
        for number, name in enumerate(recent, start=1):
            action = self._recent.addAction(f"&{number}  {Path(name).name}".replace("&10", "1&0"))
            action.setToolTip(name)
            action.triggered.connect(lambda _checked=False, path=Path(name): self._desk.open(path))
        self._recent.setToolTipsVisible(True)
        self._recent.setEnabled(bool(recent))

    def _open_again(self) -> None:
        self._desk.open(self._session.registry.path)

    @property
    def count_line(self) -> str:
        """How many models are shown, as the status bar says it."""
        return self._count.text()

    @property
    def saved_notice(self) -> str:
        """What was saved last, as the status bar says it; "" when nothing was."""
        return self._saved.text()

    # -- what happens ----------------------------------------------------------------------------------------------

    def _allow(self) -> None:
        """Allow the commands that can be used now."""
        if not self._session.is_open:
            self.tools.allow(State())
            return
        registry, standing = self._session.registry, self.models.standing
        undo = registry.undoable
        self.tools.allow(
            State(
                is_open=True,
                may_write=not registry.read_only,
                chosen=standing.chosen,
                in_trash=standing.view == "trash",
                savable=standing.savable,
                undo=_(undo.label) if undo else "",
                redo=_(registry.redo_label),
            )
        )
        self.setWindowModified(standing.dirty)

    def _say_saved(self, changes: Changes) -> None:
        """Comes after COMMIT and never before."""
        now = datetime.now().strftime("%H:%M:%S")
        self._saved.setText(_("✓ Saved at {time}: {action}").format(time=now, action=_(changes.label)))
        if "setting" in changes.rows:
            self._name_window()

    def turn_the_day(self) -> None:
        """After midnight other models are due."""
        if self._session.is_open and date.today() != self._today:
            self._today = date.today()
            self._session.run(Registry.roll)
            self.models.look_again()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours: other icons."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "tools"):
            self.tools.dress(self.palette())
            self.models.dress(self.palette())
            self.notice.dress(self.palette())
            if self._start_page:
                self._start_page.dress(self.palette())

    def showEvent(self, event: QShowEvent) -> None:
        """Without a register: what can be opened."""
        if not self._session.is_open:
            self._show_start()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Unsaved work first: an exception here would still close the window."""
        if self._session.is_open and not self.models.may_leave():
            event.ignore()
            return
        self._choices.keep_shape(SHAPE, self.saveGeometry())
        self._choices.keep_shape(PARTS, self.models.shape())
        self._session.close()
        super().closeEvent(event)

    def _restore_shape(self) -> None:
        if not self.restoreGeometry(self._choices.shape(SHAPE)):
            room = self.screen().availableSize()
            self.resize(FIRST_SIZE.boundedTo(room))
        self.models.take_shape(self._choices.shape(PARTS), self.width())
