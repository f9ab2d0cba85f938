"""The window: places the parts and joins the wires between them, nothing else."""

from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from registry_app.domain.ids import ModelId, TeamId
from registry_app.domain.search import Search
from registry_app.domain.words import _
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from . import ask, icons, placing, theme
from .actions import help as helping
from .actions import menus, paper, view_menu
from .actions.command import Desk, State
from .actions.toolset import Toolset
from .choices import Choices
from .inside_pages import InsidePages
from .models.screen import ModelsScreen
from .notice_bar import NoticeBar
from .page import Page
from .pages import INSIDE, Pages
from .session import Session

if TYPE_CHECKING:
    from .nouns.page import NounPage
    from .overview.overview_page import OverviewPage
    from .rounds.page import RoundsPage
    from .start_page import StartPage

SHAPE, PARTS, COLUMNS = "main_window", "models_screen", "columns"
ROUND_COLUMNS = "columns_round"
MINUTE_MS = 60_000
SOON_MS = 800
FIRST_SIZE = QSize(1360, 720)


class MainWindow(QMainWindow):
    """Shows the open register, or while there is none what can be opened."""

    def __init__(self, session: Session, choices: Choices) -> None:
        super().__init__()
        self._session, self._choices = session, choices
        self._today = date.today()
        self.models = ModelsScreen(session)
        self.inside_pages = InsidePages(session, choices, self)
        self._counted: dict[str, str] = {}
        self.notice = NoticeBar()
        self._desk = Desk(
            window=self,
            session=session,
            screen=self.models,
            choices=choices,
            commands=menus.all_keys,
            turn_to=self.turn_to,
            shown=lambda: self.page,
            show_views=self._show_views,
            say=lambda text: self._saved.setText(f"✓ {text}"),
        )
        self.tools = Toolset(self._desk, self)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._lay_out()
        self._fill_menus()
        self._fill_toolbar()
        self._fill_status_bar()
        self._join()
        self.models.filtering.keep_with(choices)
        self._restore_shape()
        if session.is_open:
            self._show_register()

    # -- parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        makers = {"list": lambda: self.models, "start": self._make_start_page, "overview": self._make_overview}
        inside = {noun: partial(self.inside_pages.page, noun) for noun in INSIDE}
        self.pages = Pages({**makers, **inside, "round": self._make_rounds}, lambda: self.page.may_leave())
        self.pages.page("list")
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.pages)
        self.setCentralWidget(whole)

    def _fill_menus(self) -> None:
        for title, row in menus.MENUS:
            menu = self.menuBar().addMenu(_(title))
            self.tools.fill(menu, row)
            if row is menus.REGISTER_MENU:
                self._recent = QMenu(_("Opened l&ately"), menu)
                menu.insertMenu(self.tools["open_sample"], self._recent)
            if row is menus.VIEW_MENU:
                inside = QMenu(_("&Inside the models"), menu)
                self.tools.fill(inside, menus.INSIDE_PAGES)
                menu.insertMenu(menu.actions()[menus.VIEW_MENU.index(None)], inside)
                view_menu.fill(menu, self._desk)
        self.tools.hang_on(self.models.list, menus.LIST_MENU)

    def _fill_toolbar(self) -> None:
        bar = QToolBar(_("Tools"))
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(theme.grown(icons.BUTTON), theme.grown(icons.BUTTON)))
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
        self._session.not_entered.connect(self._saved.setText)
        self._choices.problem.connect(lambda text: ask.tell(self, text))
        self._choices.changed.connect(self._show_recent)
        self.models.standing_changed.connect(self._allow)
        self.models.counted.connect(partial(self._say_count, "list"))
        self.pages.turned.connect(self._turned)
        self.inside_pages.came.connect(lambda page: self.tools.hang_on(page.table, menus.inside_menu(page.key)))
        self.inside_pages.standing_changed.connect(self._allow)
        self.inside_pages.counted.connect(self._say_count)
        self.inside_pages.row_wanted.connect(self._show_row)
        self.models.wanted.connect(lambda name: self.tools[name].trigger())
        self.notice.again_wanted.connect(self._open_again)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._give_help_key)
        self._minute.timeout.connect(self.turn_the_day)
        self._minute.start()

    # -- what is open ----------------------------------------------------------------------------------------------

    @property
    def start_page(self) -> "StartPage":
        """What is shown while no register is open; made when it is first needed."""
        return cast("StartPage", self.pages.page("start"))

    @property
    def overview(self) -> "OverviewPage":
        """What is to be done today; made when it is first asked for."""
        return cast("OverviewPage", self.pages.page("overview"))

    def inside(self, noun: str) -> "NounPage":
        """The page of that noun (one of pages.INSIDE); made when it is first asked for."""
        return cast("NounPage", self.pages.page(noun))

    @property
    def rounds(self) -> "RoundsPage":
        """The page of rounds of reviews; made when it is first asked for."""
        return cast("RoundsPage", self.pages.page("round"))

    @property
    def page(self) -> Page:
        """The page with rows that is shown; that of the models where none is."""
        if self.pages.key == "round":
            return self.rounds
        return self.inside(self.pages.key) if self.pages.key in INSIDE else self.models

    def _make_start_page(self) -> QWidget:
        from .start_page import StartPage

        made = StartPage()
        made.wanted.connect(lambda name: self.tools[name].trigger())
        made.recent_wanted.connect(lambda path: self._desk.open(path))
        return made

    def _make_overview(self) -> QWidget:
        from .overview.overview_page import OverviewPage

        made = OverviewPage(self._session)
        made.view_wanted.connect(self._go_to_view)
        made.model_wanted.connect(self._go_to_model)
        made.recent_wanted.connect(lambda path: self._desk.open(path))
        return made

    def _make_rounds(self) -> QWidget:
        from .rounds.page import RoundsPage

        made = RoundsPage(self._session, lambda: self.models.search)
        made.take_shape(self._choices.shape(ROUND_COLUMNS))
        made.bar.fill(self.tools[command] for command in menus.ROUND_BAR if command)
        self.tools.hang_on(made.rows.table, menus.ROUND_MENU)
        made.standing_changed.connect(self._allow)
        made.counted.connect(partial(self._say_count, "round"))
        made.model_wanted.connect(self._go_to_model)
        return made

    def begin(self) -> None:
        """A user has started the program: where nothing was ever opened, ask about a new register unbidden; offer the
        tour once, when a register is open."""
        self._session.opened.connect(self._offer_tour_soon)
        if self._session.is_open:
            self._offer_tour_soon()
        elif not self._choices.now.recent:
            self.tools["new_register"].trigger()

    def _offer_tour_soon(self) -> None:
        if not self._choices.now.tour_seen:
            QTimer.singleShot(SOON_MS, self, lambda: helping.offer_tour(self._desk))

    def _give_help_key(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Dialogs need F1 for themselves: the window's own keys do not reach there."""
        if new is not None and new.window() is not self and isinstance(new.window(), QDialog):
            from .help.help_key import attach

            attach(new.window())

    def turn_to(self, page: str) -> bool:
        """Show one of pages.TABS of the open register; False when the user stays at unsaved work."""
        if not self._session.is_open:
            return False
        if page == "overview":
            self.overview.show_recent(self._choices.now.recent)
        done = self.pages.turn_to(page)
        if done and page == "overview":
            self.overview.go()
        self._allow()
        return done

    def _turned(self) -> None:
        self._count.setText(self._counted.get(self.pages.key, ""))
        self._allow()

    def _say_count(self, page: str, line: str) -> None:
        self._counted[page] = line
        if page == self.pages.key:
            self._count.setText(line)

    def _show_views(self, shown: bool) -> None:
        self.models.sidebar.setVisible(shown)
        self.inside_pages.show_views(shown)

    def _go_to_view(self, view: str) -> None:
        if self.turn_to("list"):
            self.models.search_box.reset()
            self.models.sidebar.choose(view)
            self.models.show_search(Search(view=view))
            self.models.list.setFocus()

    def _go_to_model(self, model: ModelId) -> None:
        if self.turn_to("list"):
            self.models.show_model(model)
            self.models.list.setFocus()

    def _show_row(self, noun: str, number: int) -> None:
        """Show a row of ``noun``: a team in its own window, others on their page."""
        if noun == "team":
            from .structure.team_window import TeamWindow

            TeamWindow.show_team(self._session, TeamId(number), self)
        elif self.turn_to(noun):
            self.inside(noun).show_number(number)

    def _show_start(self) -> None:
        self.start_page.show_recent(self._choices.now.recent)
        self.pages.turn_to("start")
        self.setWindowTitle(f"[*]{_(ask.TITLE)}")
        self._show_recent()
        self._allow()

    def _show_register(self) -> None:
        registry = self._session.registry
        QTimer.singleShot(0, self, lambda: self._choices.remember(registry.path))
        self.turn_to(self._choices.now.start_on)
        self.notice.say(registry.read_only_notice)
        paper.restore_panes(self._desk)
        self._name_window()

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
        registry, page = self._session.registry, self.page
        undo, standing = registry.undoable, page.standing
        rows = standing.chosen if page.key == self.pages.key else 0
        self.tools.allow(
            State(
                is_open=True,
                may_write=not registry.read_only,
                of_models=page is self.models,
                chosen=rows if page is self.models else 0,
                in_trash=page is self.models and standing.view == "trash",
                rows=rows,
                removable=standing.removable,
                endable=standing.endable,
                savable=standing.savable,
                words=standing.words,
                may=standing.may,
                why_not=standing.why_not,
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
        if self._session.is_open and not self._session.is_lent and date.today() != self._today:
            self._today = date.today()
            self._session.run(Registry.roll)
            self.models.look_again()
            self.inside_pages.look_again()
            if "round" in self.pages.made:
                self.rounds.look_again()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours: other icons."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "tools"):
            self.tools.dress(self.palette())
            self.models.dress(self.palette())
            self.inside_pages.dress(self.palette())
            self.notice.dress(self.palette())

    def showEvent(self, event: QShowEvent) -> None:
        """Without a register: what can be opened."""
        if not self._session.is_open:
            self._show_start()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Unsaved work first: an exception here would still close the window."""
        if self._session.is_lent or (self._session.is_open and not self.page.may_leave()):
            event.ignore()
            return
        self.keep_shape()
        self._session.close()
        super().closeEvent(event)

    def keep_shape(self) -> None:
        """Keep where the window stands and how its parts share it, for the next one."""
        shapes = {SHAPE: self.saveGeometry(), PARTS: self.models.shape(), COLUMNS: self.models.list.shape()}
        if "round" in self.pages.made:
            shapes[ROUND_COLUMNS] = self.rounds.shape()
        self._choices.keep_shapes({**shapes, **self.inside_pages.shapes(), **paper.panes(self._desk)})

    def _restore_shape(self) -> None:
        placing.place(self, self._choices.shape(SHAPE), FIRST_SIZE)
        self.models.take_shape(self._choices.shape(PARTS), self.width())
        self.models.list.take_shape(self._choices.shape(COLUMNS))
