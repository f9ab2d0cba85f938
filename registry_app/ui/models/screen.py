"""The screen of models: views at the left, search box over the list, the form at the right, and what joins them."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from registry_app.domain.counting import tally
from registry_app.domain.ids import ModelId
from registry_app.domain.model import LocalModel, ModelRow
from registry_app.domain.search import Order, Search
from registry_app.ui import icons
from registry_app.ui.session import Session

from .columns import orders
from .form import ModelForm
from .hints import count_line, empty_hint
from .list_model import ModelListModel
from .list_view import ModelListView
from .search_box import SearchBox
from .sidebar import Sidebar

COUNTED_BY_KIND = 2000
"""Up to so many rows the status line says of what they are."""
COUNT_PAUSE_MS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands on the screen: how many models are chosen, from which view, whether the form has unsaved work."""

    chosen: int = 0
    view: str = "all"
    dirty: bool = False


class ModelsScreen(QWidget):
    """Everything a ward does with its models, on one screen."""

    standing_changed = Signal()
    counted = Signal(str)
    """The line that says how many models are shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._search = Search()
        self._shown: ModelId | None = None
        self._counts: dict[str, int] = {}
        self.sidebar = Sidebar()
        self.search_box = SearchBox()
        self._rows = ModelListModel(session, self)
        self.list = ModelListView(self._rows)
        self.form = ModelForm(session, self)
        self._count_pause = QTimer(self, singleShot=True, interval=COUNT_PAUSE_MS)
        self._lay_out()
        self._join()
        self.dress(self.palette())

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search_box)
        column.addWidget(self.list)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._parts.setChildrenCollapsible(False)
        for part, narrowest in ((self.sidebar, 150), (middle, 240), (self.form, 300)):
            part.setMinimumWidth(narrowest)
            self._parts.addWidget(part)
        self._parts.setStretchFactor(1, 1)
        self._parts.setSizes([self.sidebar.sizeHint().width(), 640, 460])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6, 6, 6, 0)
        whole.addWidget(self._parts)
        for first, then in ((self.sidebar, self.search_box), (self.search_box, self.list), (self.list, self.form)):
            QWidget.setTabOrder(first, then)

    def _join(self) -> None:
        self._session.opened.connect(self._open)
        self._session.closing.connect(self._close)
        self._session.changed.connect(lambda _changes: self.look_again())
        self.sidebar.chosen.connect(lambda view: self.show_search(replace(self._search, view=view)))
        self.search_box.searched.connect(lambda words: self.show_search(replace(self._search, words=words)))
        self.search_box.left_downwards.connect(self._go_to_list)
        self.list.order_wanted.connect(self._sort)
        self.list.current_changed.connect(self._go_to)
        self.list.selection_changed.connect(self.standing_changed)
        self.list.opened.connect(self.form.setFocus)
        self.form.saved.connect(self._saved)
        self.form.dirty_changed.connect(lambda _dirty: self.standing_changed.emit())
        self._rows.filled.connect(self._count_pause.start)
        self._count_pause.timeout.connect(self._count)

    def dress(self, palette: QPalette) -> None:
        """Icons in the colours of ``palette``."""
        self.search_box.show_icon(icons.icon("search", palette))

    # -- what is asked of it ---------------------------------------------------------------------------------------

    @property
    def search(self) -> Search:
        """What the list shows: print this, and the paper has the same rows in the same order."""
        return self._search

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
        return Standing(chosen=len(self.chosen), view=self._search.view, dirty=self.form.is_dirty)

    @property
    def rows(self) -> ModelListModel:
        """The rows of the list."""
        return self._rows

    def show_search(self, search: Search) -> None:
        """Show what ``search`` finds; the form keeps what it has."""
        self._search = search
        self.list.steps_on = False
        self.list.hint = empty_hint(search)
        self._rows.show(search)
        shown_by_name = None if search.words.strip() else Order("name")
        self.list.show_order(search.order[0] if search.order else shown_by_name)
        self.standing_changed.emit()

    def start_new(self, base: LocalModel | None = None) -> None:
        """Put a new, empty model into the form – or one like ``base`` – after asking about unsaved work."""
        if self.form.may_leave():
            self._shown = None
            self.list.choose(None)
            self.form.show_new(base)
            self.form.setFocus()

    def save(self) -> bool:
        """Save what is in the form; False when it was refused."""
        return self.form.save()

    def show_model(self, model: ModelId) -> None:
        """Bring ``model`` into the list and the form."""
        if not self.list.choose(model):
            self.search_box.reset()
            self.sidebar.choose("all")
            self.show_search(Search())
            self.list.choose(model)
        self._show(model)

    def look_again(self) -> None:
        """The day or the register changed: other rows, other counts. The row after one that left takes its place, but
        never while the form has unsaved work."""
        self.list.steps_on = not self.form.is_dirty
        self._rows.look_again()
        self._show_counts()
        self.standing_changed.emit()

    def shape(self) -> QByteArray:
        """How wide the parts are, for the next start."""
        return self._parts.saveState()

    def take_shape(self, shape: QByteArray) -> None:
        """Make the parts as wide as they were; nothing where ``shape`` is empty or not ours."""
        self._parts.restoreState(shape)

    def go_to_search(self) -> None:
        """Put the cursor into the search box."""
        self.search_box.setFocus()
        self.search_box.selectAll()

    # -- what happens ----------------------------------------------------------------------------------------------

    def _open(self) -> None:
        self._shown = None
        self.search_box.reset()
        self.sidebar.choose("all")
        self.form.show_model(None)
        self._show_counts()
        self.show_search(Search())

    def _close(self) -> None:
        self._count_pause.stop()
        self._rows.clear()

    def _show_counts(self) -> None:
        at = self._session.moment
        self._counts = self._session.registry.models.view_counts(at)
        self.sidebar.show_counts(self._counts, at.within)

    def _sort(self, order: Order) -> None:
        self.show_search(replace(self._search, order=orders(order.field, descending=order.descending)))

    def _go_to_list(self) -> None:
        if self._rows.ids and self.list.current is None:
            self.list.selectRow(0)
        self.list.setFocus()

    def _go_to(self, model: ModelId | None) -> None:
        """Another row became current: show it, unless there is unsaved work – then ask, once the mouse is up."""
        if model is None or model == self._shown:
            return
        if self.form.is_dirty:
            QTimer.singleShot(0, self, lambda: self._leave_for(model))
        else:
            self._show(model)

    def _leave_for(self, model: ModelId) -> None:
        if self.list.current != model:
            return
        if self.form.may_leave():
            self.list.choose(model)
            self._show(model)
        else:
            self.list.choose(self._shown)

    def _show(self, model: ModelId) -> None:
        self._shown = model
        self.form.show_model(model)

    def _saved(self, model: ModelId) -> None:
        self._shown = model
        self.list.choose(model)

    def _count(self) -> None:
        shown = len(self._rows.ids)
        total = self._counts.get("trash" if self._search.view == "trash" else "all", 0)
        counted = tally(self._rows.rows()) if 0 < shown <= COUNTED_BY_KIND else None
        self.counted.emit(count_line(shown, total, counted))
