"""The page of one noun: its views at the left, search, filters and list in the middle, the form at the right."""

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from registry_app.domain.search import Moment, Order, Search
from registry_app.domain.words import _
from registry_app.store.registry import Registry
from registry_app.ui import icons, theme
from registry_app.ui.page import Standing
from registry_app.ui.session import Session

from .declared import PAGES
from .foot import foot_of
from .form import NounForm
from .fresh import fresh
from .hints import count_line, empty_hint
from .narrowing import NounNarrowing
from .removing import agreed, removed
from .rows import NounRows
from .table import NounTable
from .turning import Turning
from .view_counts import ViewCounts

if TYPE_CHECKING:
    from registry_app.ui.models.clipboard import Copied

FORM_SHARE, FORM_LARGEST_SHARE, FORM_NARROWEST, FORM_WIDEST = 0.34, 0.42, 400, 470


class NounPage(QWidget):
    """Looks only while it is seen: what changed meanwhile is looked up when it is shown."""

    standing_changed = Signal()
    counted = Signal(str)
    """The line that says how many rows are shown."""
    row_wanted = Signal(str, int)
    """The user wants to see a row of another noun: the noun and the number."""

    def __init__(self, session: Session, noun: str) -> None:
        super().__init__()
        self.key = noun
        self._session, self._declared = session, PAGES[noun]
        self.setProperty("guide", self._declared.guide)
        self._is_stale = self._is_fresh = True
        self.rows = NounRows(session, noun, self)
        self.table = NounTable(self.rows, self._declared.of, self._declared.columns)
        self.form = NounForm(session, self._declared)
        self.narrowing = NounNarrowing(self._declared, self.form.may_leave, self)
        self.asking, self.views = self.narrowing.asking, self.narrowing.views
        self.search_box, self.filters = self.narrowing.search_box, self.narrowing.filters
        self._turning = Turning(self.table, self.form, self.narrowing, self)
        self._counts = ViewCounts(session, noun, [view.key for view in self._declared.views], self)
        self.foot = foot_of(noun, session)
        self._lay_out()
        self._join()
        self.dress(self.palette())

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.search_box, self.filters, self.narrowing.notice):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        if self.foot is not None:
            column.addWidget(self.foot)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._parts.setChildrenCollapsible(False)
        for widget, narrowest in ((self.views, 130), (middle, 240), (self.form, 300)):
            widget.setMinimumWidth(narrowest)
            self._parts.addWidget(widget)
        self._parts.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6, 6, 6, 0)
        whole.addWidget(self._parts)
        for first, then in pairwise((self.views, self.search_box, self.filters, self.table, self.form)):
            QWidget.setTabOrder(first, then)

    def _join(self) -> None:
        self._session.opened.connect(self._open)
        self._session.closing.connect(self._close)
        self._session.came_back.connect(lambda: self.table.viewport().update())
        self._session.changed.connect(lambda _changes: self.look_again())
        self.asking.changed.connect(self._show_asked)
        self.narrowing.day_changed.connect(self._look)
        self._turning.turned.connect(self.standing_changed)
        self.table.order_wanted.connect(self.asking.sort)
        self.table.selection_changed.connect(self.standing_changed)
        self.rows.filled.connect(self._count)
        self._counts.counted.connect(self._show_count)
        self.form.dirty_changed.connect(lambda _dirty: self.standing_changed.emit())
        self.form.row_wanted.connect(self.row_wanted)

    def dress(self, palette: QPalette) -> None:
        """Icons in the colours of ``palette``."""
        self.search_box.show_icon(icons.icon("search", palette))

    # -- what is asked of it ---------------------------------------------------------------------------------------

    @property
    def search(self) -> Search:
        """What the list shows."""
        return self.asking.search

    @property
    def at(self) -> Moment:
        """The day whose state is shown."""
        now = self._session.moment
        return replace(now, on=self.narrowing.day or now.on)

    @property
    def standing(self) -> Standing:
        """What commands may act on now."""
        chosen, writable, day = self.table.chosen_count, self.form.writable, self.narrowing.day
        return Standing(
            chosen=chosen,
            view=self.search.view,
            dirty=self.form.is_dirty,
            savable=writable and (self.form.is_dirty or self.form.is_new),
            removable=writable and chosen > 0,
            endable=writable and chosen > 0 and self._declared.endable,
            as_of=day.isoformat() if day else "",
            words={
                "new": _(self._declared.new),
                "save_and_next": _("Save and go to the ne&xt row"),
                "save_and_add": _("Save and &add another row"),
                "trash": _("De&lete"),
                **({"print_sheet": _(self._declared.sheet)} if self._declared.sheet else {}),
            },
        )

    def begin(self) -> None:
        """Show what the page shows at first."""
        self.show_search(self._declared.begins)

    @property
    def notice(self) -> str:
        """What is said above the list; "" for nothing."""
        return self.narrowing.notice.text

    def show_search(self, search: Search) -> None:
        """Show what ``search`` finds and nothing else."""
        self.narrowing.show_search(search)

    def show_number(self, number: int) -> None:
        """Bring that row into list and form, after asking about unsaved work."""
        if not self.may_leave():
            return
        if self._is_stale:
            self._look()
        self._turning.find(number)
        self._turning.show(number)

    def may_leave(self) -> bool:
        """Whether what is in the form may go; asks about unsaved work."""
        return self.form.may_leave()

    def start_new(self) -> None:
        """Put a new, empty row into the form, after asking about unsaved work."""
        if not self.may_leave():
            return
        if self.narrowing.day is not None:
            self.narrowing.want_day(None)
        self._turning.show_new(fresh(self.key, self.search, self.at.on))

    def save(self) -> bool:
        """Save what is in the form; False when it was refused."""
        return self.form.save()

    def save_and_next(self) -> bool:
        """Save what is in the form and show the next row of the list; after a new one begin another."""
        return self._turning.save_and_next()

    def remove(self) -> None:
        """Delete the chosen rows; where something hangs on one, say what."""
        chosen = self.table.chosen
        if not (chosen and agreed(self, len(chosen)) and self.may_leave()):
            return
        following = self.table.after(chosen[-1])
        if removed(self._session, self.key, chosen, self) and following is not None and self.table.choose(following):
            self._turning.show(following)

    def end(self) -> None:
        """Give the chosen rows a day from which they are no more."""
        from .ending import end

        if self.table.chosen and self.may_leave():
            end(self._session, self.key, self.table.chosen, self.window())

    def copying(self) -> "tuple[int, Callable[[Registry], Copied]]":
        """How many rows are chosen, and what gathers them for other programs."""
        from .copying import gathered

        chosen, columns, at, noun = self.table.chosen, self.table.columns, self.at, self.key
        return len(chosen), lambda registry: gathered(registry, noun, chosen, columns, at)

    def printing(self) -> tuple[str, Search, tuple[int, ...]]:
        """What is printed of it: the report to begin with, what the list shows, the chosen rows."""
        return self._declared.report, self.search, self.table.chosen

    def go_to_search(self) -> None:
        """Put the cursor into the search box."""
        self.search_box.setFocus()
        self.search_box.selectAll()

    def choose_columns(self) -> None:
        """Let the user choose which columns there are, and in which order."""
        self.table.choose_columns()

    def look_again(self) -> None:
        """The day or the register changed."""
        self._is_stale = True
        if self.isVisible():
            self._look()

    def shape(self) -> QByteArray:
        """The user's own columns, for the next start."""
        return self.table.shape()

    def take_shape(self, shape: QByteArray) -> None:
        """Have the columns of the last start."""
        self.table.take_shape(shape)

    # -- what happens ----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """It may have been out of sight for long."""
        super().showEvent(event)
        if self._is_stale:
            self._look()
        if self._is_fresh:
            self._is_fresh = False
            self._share(self.width())

    def _share(self, width: int) -> None:
        side = self.views.sizeHint().width()
        narrowest = max(FORM_NARROWEST, min(theme.grown(FORM_NARROWEST), round(width * FORM_LARGEST_SHARE)))
        form = max(narrowest, min(FORM_WIDEST, round(width * FORM_SHARE)))
        self._parts.setSizes([side, max(240, width - side - form), form])

    def _open(self) -> None:
        self._is_stale = True
        self.narrowing.begin()
        self.look_again()

    def _close(self) -> None:
        self._counts.forget()
        self.rows.clear()
        self._is_stale = True

    def _look(self) -> None:
        if not self._session.is_open or self._session.is_lent:
            return
        self._is_stale = False
        self.narrowing.offer(self._session.registry)
        self.form.look_at(self.at)
        self._show_asked()
        self._counts.look(self.at, self.search.view)

    def _show_asked(self) -> None:
        search = self.search
        by_name = None if search.words.strip() else self._declared.order or Order(self._declared.title)
        self.table.show_order(search.order[0] if search.order else by_name)
        self.table.hint = empty_hint(self._declared, search)
        if self._session.is_open and not self._is_stale:
            self.rows.show(search, self.at)
            if self.foot is not None:
                self.foot.look(search, self.at)
        self.standing_changed.emit()

    def _count(self) -> None:
        total = self._counts.of(self.search.view)
        shown = len(self.rows.ids)
        self.counted.emit(count_line(self._declared, shown, shown if total is None else total))

    def _show_count(self, view: str, count: int) -> None:
        self.views.show_count(view, count)
        if view == self.search.view:
            self._count()
