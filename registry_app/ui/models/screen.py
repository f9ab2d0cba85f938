"""The screen of models: views at the left, search box over the list, the form at the right, and what joins them."""

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from registry_app.domain.ids import ModelId
from registry_app.domain.model import LocalModel, ModelRow
from registry_app.domain.search import Order, Search
from registry_app.domain.words import _
from registry_app.store.registry import Registry
from registry_app.ui import icons, theme
from registry_app.ui.page import Standing
from registry_app.ui.session import Session

from .asking import Asking
from .columns import headed, orders, whole
from .filtering import Filtering, filtered_fields, highlighted
from .hints import count_line, empty_hint
from .list_model import ModelListModel
from .list_view import ModelListView
from .official_count import OfficialCount
from .saved_views import SavedViews
from .search_box import SearchBox
from .sidebar import Sidebar
from .sidebar_feed import SidebarFeed

if TYPE_CHECKING:
    from .clipboard import Copied
    from .empty_list import EmptyList
    from .form import ModelForm

COUNTED_BY_KIND = 2000
"""Up to so many rows the status line says of what they are."""
COUNT_PAUSE_MS = 120
IDLE_MS = 20
"""Long enough for the rows to be painted first."""
FORM_SHARE, FORM_NARROWEST, FORM_WIDEST = 0.36, 400, 470
FORM_LARGEST_SHARE = 0.42
"""How much of the width the form takes at first, and its limits in pixels."""


class ModelsScreen(QWidget):
    """Everything a ward does with its models, on one screen."""

    standing_changed = Signal()
    counted = Signal(str)
    """The line that says how many models are shown."""
    wanted = Signal(str)
    """The name of a command that an empty list offers."""
    key = "list"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.asking = Asking(session, self)
        self._shown: ModelId | None = None
        self._before: ModelId | None = None
        self._form: ModelForm | None = None
        self._empty: EmptyList | None = None
        self._counts: dict[str, int] = {}
        self._official = OfficialCount(session, self)
        self.sidebar = Sidebar()
        self.search_box = SearchBox()
        self._rows = ModelListModel(session, self)
        self.list = ModelListView(self._rows)
        self.filtering = Filtering(session, self.asking, self.search_box, self)
        self._count_pause = QTimer(self, singleShot=True, interval=COUNT_PAUSE_MS)
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self.feed = SidebarFeed(session, self.sidebar, self.asking, self.list.show_columns)
        self.saved_views = SavedViews(session, self.sidebar, self.feed, lambda: (self.search, self.list.columns))
        self._lay_out()
        self._join()
        self.dress(self.palette())

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.filtering.search_bar)
        column.addWidget(self.filtering.chips)
        column.addWidget(self.list, 1)
        self._form_place = QStackedWidget()
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._parts.setChildrenCollapsible(False)
        for part, narrowest in ((self.sidebar, 150), (middle, 240), (self._form_place, 300)):
            part.setMinimumWidth(narrowest)
            self._parts.addWidget(part)
        self._parts.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6, 6, 6, 0)
        whole.addWidget(self._parts)
        help_button, chips = self.filtering.search_bar.help_button, self.filtering.chips
        for first, then in pairwise((self.sidebar, self.search_box, help_button, chips, self.list)):
            QWidget.setTabOrder(first, then)

    def _join(self) -> None:
        self._session.opened.connect(self._open)
        self._session.closing.connect(self._close)
        self._session.came_back.connect(lambda: self.list.viewport().update())
        self._session.changed.connect(lambda _changes: self.look_again())
        self.asking.changed.connect(self._show_asked)
        self.asking.typed_changed.connect(self.search_box.show_text)
        self.search_box.searched.connect(self.asking.type)
        self.search_box.left_downwards.connect(self._go_to_list)
        self.filtering.sort_wanted.connect(lambda name, down: self.asking.sort(orders(name, descending=down)))
        self.filtering.left.connect(self._go_to_list)
        self.list.filter_wanted.connect(self.filtering.open_filter)
        self.list.order_wanted.connect(lambda order: self.asking.sort(whole(order)))
        self.list.group_wanted.connect(self.asking.group)
        self.list.current_changed.connect(self._go_to)
        self.list.selection_changed.connect(self.standing_changed)
        self.list.opened.connect(lambda: self.form.setFocus())
        self._rows.filled.connect(self._count_pause.start)
        self._rows.filled.connect(self._show_empty)
        self._count_pause.timeout.connect(self._count)
        self._idle.timeout.connect(self._catch_up)
        self.list.first_paint.over.connect(self._idle.start)
        self.list.first_paint.over.connect(self._rows.wait_on)

    def dress(self, palette: QPalette) -> None:
        """Icons in the colours of ``palette``."""
        self.search_box.show_icon(icons.icon("search", palette))

    # -- the form --------------------------------------------------------------------------------------------------

    @property
    def form(self) -> "ModelForm":
        """The form; made when it is first asked for, at the latest in an idle slice after the first rows are painted
        (importing and making it takes a third of a start)."""
        if self._form is None:
            from .form import ModelForm

            self._form = ModelForm(self._session, self)
            self._form.saved.connect(self._saved)
            self._form.left.connect(self._return)
            self._form.dirty_changed.connect(lambda _dirty: self.standing_changed.emit())
            self._form_place.addWidget(self._form)
            QWidget.setTabOrder(self.list, self._form)
        return self._form

    @property
    def is_dirty(self) -> bool:
        """Whether the form has unsaved work."""
        return self._form is not None and self._form.is_dirty

    def may_leave(self) -> bool:
        """Whether what is in the form may go; asks about unsaved work."""
        return self.list.finish_editing() and (self._form is None or self._form.may_leave())

    # -- what is asked of it ---------------------------------------------------------------------------------------

    @property
    def search(self) -> Search:
        """What the list shows: print this, and the paper has the same rows in the same order."""
        return self.asking.search

    @property
    def chosen(self) -> tuple[ModelId, ...]:
        """The selected models, from top to bottom."""
        return self.list.chosen

    @property
    def chosen_rows(self) -> list[ModelRow]:
        """The selected models as the list shows them."""
        return self._session.registry.models.window(self.chosen, self._session.moment)

    @property
    def standing(self) -> Standing:
        """What commands may act on now."""
        form = self._form
        savable = form is not None and (form.is_dirty or form.is_new)
        chosen = self.list.chosen_count
        return Standing(chosen=chosen, view=self.search.view, dirty=self.is_dirty, savable=savable)

    @property
    def rows(self) -> ModelListModel:
        """The rows of the list."""
        return self._rows

    def show_search(self, search: Search) -> None:
        """Show what ``search`` finds and nothing else; the form keeps what it has."""
        self.asking.start(search)

    def _show_asked(self) -> None:
        search = self.search
        self.list.steps_on = False
        self.list.hint = empty_hint(search)
        self.list.highlight(highlighted(search))
        self.list.heads.show_filtered(filtered_fields(search))
        self._rows.show(search)
        shown_by_name = () if search.words.strip() else (Order("name"),)
        self.list.heads.show_order(headed(search.order) if search.order else shown_by_name)
        self.standing_changed.emit()

    def open_filter(self, field: str = "") -> None:
        """Open the filter of ``field``, or of the column in which the current cell is, below its heading."""
        columns = [column.field for column in self._rows.columns]
        current = max(0, self.list.currentIndex().column())
        self.list.heads.ask_filter(columns.index(field) if field in columns else current)

    def start_new(self, base: LocalModel | None = None) -> None:
        """Put a new, empty model into the form – or one like ``base`` – after asking about unsaved work."""
        if self.may_leave():
            self._before, self._shown = self.list.current, None
            self.list.choose(None)
            self.form.show_new(base)
            self.standing_changed.emit()

    def save(self) -> bool:
        """Save what is in the form; False when it was refused."""
        return self.form.save()

    def save_and_next(self) -> bool:
        """Save what is in the form and show the next model of the list; after a new one begin another of its type."""
        if self.form.is_new:
            return self._save_and_new()
        following = self.list.after(self.list.current)
        if not self.form.save():
            return False
        if following is None or not self.list.choose(following):
            self.form.say_done(_("This is the last model of the list."))
            return True
        self._shown = following
        self.form.step_to(following)
        self.standing_changed.emit()
        return True

    def _save_and_new(self) -> bool:
        if not self.form.save_and_new():
            return False
        self._before, self._shown = self._shown, None
        self.list.choose(None)
        self.standing_changed.emit()
        return True

    def remove(self) -> None:
        """Move the chosen models to the trash."""
        from .trashing import trash

        trash(self._session, self.chosen, self.window(), self.may_leave)

    def end(self) -> None:
        """Models end by their status."""

    def copying(self) -> "tuple[int, Callable[[Registry], Copied]]":
        """How many rows are chosen, and what gathers them for other programs."""
        from .clipboard import gathered

        chosen, columns, at = self.chosen, self.list.shown_columns, self._session.moment
        return len(chosen), lambda registry: gathered(registry, chosen, at, columns)

    def printing(self) -> tuple[str, Search, tuple[int, ...]]:
        """What is printed of it: the report to begin with, what the list shows, the chosen models."""
        return "models", self.search, self.chosen

    def choose_columns(self) -> None:
        """Let the user choose which columns the list has, and in which order."""
        self.list.choose_columns()

    def show_model(self, model: ModelId) -> None:
        """Bring ``model`` into the list and the form, after asking about unsaved work."""
        if not self.may_leave():
            return
        if not self.list.choose(model):
            self.search_box.reset()
            self.sidebar.choose("all")
            self.show_search(Search())
            self.list.choose(model)
        self._show(model)

    def resume(self, base: Search, typed: str, model: ModelId | None) -> None:
        """Show what a window before this one showed: what was asked for, what was typed in its search box, and the
        model that was current in its list."""
        self.sidebar.choose(base.view)
        self.show_search(base)
        if typed:
            self.search_box.show_text(typed)
            self.asking.type(typed)
        if model is not None and self.list.choose(model):
            QTimer.singleShot(0, self, self._show_current)  # making the form is half of making the window

    def _show_current(self) -> None:
        if self._session.is_open and not self._session.is_lent and self.list.current is not None and not self.is_dirty:
            self._show(self.list.current)

    def look_again(self) -> None:
        """The day or the register changed: other rows, other counts. The row after one that left takes its place, but
        never while the form has unsaved work."""
        self.list.steps_on = not self.is_dirty
        self._rows.look_again()
        self._idle.start()
        self.standing_changed.emit()

    def shape(self) -> QByteArray:
        """How wide the parts are, for the next start."""
        return self._parts.saveState()

    def take_shape(self, shape: QByteArray, width: int) -> None:
        """Make the parts as wide as they were; where ``shape`` is empty or not ours, as suits a window of ``width``."""
        if not self._parts.restoreState(shape):
            side = self.sidebar.sizeHint().width()
            narrowest = max(FORM_NARROWEST, min(theme.grown(FORM_NARROWEST), width * FORM_LARGEST_SHARE))
            form = round(max(narrowest, min(FORM_WIDEST, width * FORM_SHARE)))
            self._parts.setSizes([side, max(240, width - side - form), form])

    def go_to_search(self) -> None:
        """Put the cursor into the search box."""
        self.search_box.setFocus()
        self.search_box.selectAll()

    # -- what happens ----------------------------------------------------------------------------------------------

    def _open(self) -> None:
        self._shown = None
        self.search_box.reset()
        self.sidebar.choose("all")
        if self._form is not None:
            self._form.show_row(None)
        self.show_search(Search())
        self._idle.start()

    def _close(self) -> None:
        self.search_box.reset()
        self._count_pause.stop()
        self._idle.stop()
        self._rows.clear()

    def _catch_up(self) -> None:
        """What can wait until the rows are painted: counts of the views, and at first the form."""
        if not self._session.is_open or self.list.first_paint.is_ahead:
            return
        if self._session.is_lent:
            self._idle.start()
            return
        self._counts = self.feed.look()
        count = self._official.whole()
        self.sidebar.say_more("all", count.whole if count else "")
        self._count_pause.start()
        self.form.show()

    def _show_empty(self) -> None:
        """Offer something to do where no row is."""
        if self._rows.ids:
            if self._empty is not None:
                self._empty.clear()
            return
        if self._empty is None:
            from .empty_list import EmptyList

            self._empty = EmptyList(self.list)
            self._empty.wanted.connect(self._go_on)
        registry, at = self._session.registry, self._session.moment
        total = registry.models.count(Search(), at)
        self._empty.show_for(self.search, total=total, within=at.within, may_write=not registry.read_only)

    def _go_on(self, wanted: str) -> None:
        """Something was chosen in an empty list."""
        if wanted not in ("clear_search", "show_all"):
            self.wanted.emit(wanted)
            return
        if wanted == "show_all":
            self.sidebar.choose("all")
            self.show_search(Search())
        else:
            self.asking.drop_all()
        self.list.setFocus()

    def _return(self) -> None:
        """Escape in the form: back to the list, and from a new model to the one that was shown before it."""
        if self.form.is_new and self._before is not None and self.list.choose(self._before):
            self._show(self._before)
        self._go_to_list()

    def _go_to_list(self) -> None:
        if self._rows.ids and self.list.current is None:
            self.list.choose_first()
        self.list.setFocus()

    def _go_to(self, model: ModelId | None) -> None:
        """Another row became current: show it, unless there is unsaved work – then ask, once the mouse is up."""
        if model is None or model == self._shown:
            return
        if self.is_dirty:
            QTimer.singleShot(0, self, lambda: self._leave_for(model))
        else:
            self._show(model)

    def _leave_for(self, model: ModelId) -> None:
        if self.list.current != model:
            return
        if self.may_leave():
            self.list.choose(model)
            self._show(model)
        else:
            self.list.choose(self._shown)

    def _show(self, model: ModelId) -> None:
        self._shown = model
        self.form.show_row(model)
        self.standing_changed.emit()

    def _saved(self, model: ModelId) -> None:
        self._shown = model
        self.list.choose_soon(model)
        self.standing_changed.emit()

    def _count(self) -> None:
        if self._session.is_lent:
            self._count_pause.start()
            return
        from registry_app.domain.counting import tally

        shown = len(self._rows.ids)
        total = self._counts.get(self.search.view, 0)
        official = self._official.of(self.search, self._rows.ids)
        said = official.said if official else ""
        if not said and 0 < shown <= COUNTED_BY_KIND:
            said = str(tally(self._rows.rows()))
        self.counted.emit(count_line(shown, total, said))
