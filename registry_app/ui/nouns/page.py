"""The page of one noun: its views at the left, search, filters and list in the middle, the form at the right."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from registry_app.domain.search import Moment, Order, Search
from registry_app.domain.words import _
from registry_app.store.registry import Registry
from registry_app.ui import icons, theme
from registry_app.ui.models.search_box import SearchBox
from registry_app.ui.page import Standing
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel

from .asking import NounAsking
from .declared import PAGES
from .filter_row import FilterRow
from .foot import foot_of
from .form import NounForm
from .fresh import fresh
from .hints import count_line, day_line, empty_hint
from .removing import agreed, removed
from .rows import NounRows
from .table import NounTable
from .view_counts import ViewCounts
from .views_list import NounViews

if TYPE_CHECKING:
    from registry_app.ui.models.clipboard import Copied

YEARLY = frozenset(("this-year", "last-year"))
"""Views that show one year only."""
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
        self.asking = NounAsking(noun, self)
        self.asking.start(self._declared.begins)
        self._before: int | None = None
        self._is_stale = self._is_fresh = True
        of = self._declared.of
        self.views = NounViews(self._declared.views)
        self.views.choose(self._declared.first)
        self.search_box = SearchBox()
        self.filters = FilterRow([of.by_name[name] for name in self._declared.filters], dated=self._declared.dated)
        self.rows = NounRows(session, noun, self)
        self.table = NounTable(self.rows, of, self._declared.columns)
        self.form = NounForm(session, self._declared)
        self._counts = ViewCounts(session, noun, [view.key for view in self._declared.views], self)
        self.foot = foot_of(noun, session)
        self._notice = MarkedLabel()
        self._lay_out()
        self._join()
        self.dress(self.palette())

    def _lay_out(self) -> None:
        box = self.search_box
        box.setPlaceholderText(_(self._declared.find))
        box.setAccessibleName(_(self._declared.finds))
        box.setProperty("guide", self._declared.guide)
        box.setToolTip(_("Words in any order, with or without accents."))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (box, self.filters, self._notice):
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
        for first, then in pairwise((self.views, box, self.filters, self.table, self.form)):
            QWidget.setTabOrder(first, then)

    def _join(self) -> None:
        self._session.opened.connect(self._open)
        self._session.closing.connect(self._close)
        self._session.came_back.connect(lambda: self.table.viewport().update())
        self._session.changed.connect(lambda _changes: self.look_again())
        self.asking.changed.connect(self._show_asked)
        self.views.chosen.connect(self.asking.view)
        self.search_box.searched.connect(self.asking.words)
        self.search_box.left_downwards.connect(self._go_to_list)
        self.filters.filters_changed.connect(self._filter)
        self.filters.day_wanted.connect(self._want_day)
        self.filters.wrong.connect(self._say_wrong)
        self.table.order_wanted.connect(self.asking.sort)
        self.table.current_changed.connect(self._go_to)
        self.table.selection_changed.connect(self.standing_changed)
        self.table.opened.connect(self._open_row)
        self.rows.filled.connect(self._count)
        self._counts.counted.connect(self._show_count)
        self.form.saved.connect(self._saved)
        self.form.left.connect(self._return)
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
        return replace(now, on=self.filters.day or now.on)

    @property
    def standing(self) -> Standing:
        """What commands may act on now."""
        chosen, writable = self.table.chosen_count, self.form.writable
        return Standing(
            chosen=chosen,
            view=self.search.view,
            dirty=self.form.is_dirty,
            savable=writable and (self.form.is_dirty or self.form.is_new),
            removable=writable and chosen > 0,
            endable=writable and chosen > 0 and self._declared.endable,
            as_of=self.filters.day.isoformat() if self.filters.day else "",
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
        return self._notice.text

    def show_search(self, search: Search) -> None:
        """Show what ``search`` finds and nothing else."""
        self.views.choose(search.view)
        self.search_box.show_text(search.words)
        self.filters.reset()
        self.asking.start(search)

    def show_number(self, number: int) -> None:
        """Bring that row into list and form, after asking about unsaved work."""
        if not self.may_leave():
            return
        if self._is_stale:
            self._look()
        if not self.table.choose(number):
            self.show_search(Search())
            self.table.choose(number)
        self._show(number)

    def may_leave(self) -> bool:
        """Whether what is in the form may go; asks about unsaved work."""
        return self.form.may_leave()

    def start_new(self) -> None:
        """Put a new, empty row into the form, after asking about unsaved work."""
        if not self.may_leave():
            return
        if self.filters.day is not None:
            self._want_day(None)
        self._before = self.table.current
        self.table.choose(None)
        self.form.show_new(fresh(self.key, self.search, self.at.on))
        self.standing_changed.emit()

    def save(self) -> bool:
        """Save what is in the form; False when it was refused."""
        return self.form.save()

    def save_and_next(self) -> bool:
        """Save what is in the form and show the next row of the list; after a new one begin another."""
        if self.form.is_new:
            done = self.form.save_and_new()
            if done:
                self.table.choose(None)
                self.standing_changed.emit()
            return done
        following = self.table.after(self.table.current)
        if not self.form.save():
            return False
        if following is None or not self.table.choose(following):
            self.form.say_done(_("This is the last row of the list."))
            return True
        self.form.step_to(following)
        self.standing_changed.emit()
        return True

    def remove(self) -> None:
        """Delete the chosen rows; where something hangs on one, say what."""
        chosen = self.table.chosen
        if not (chosen and agreed(self, len(chosen)) and self.may_leave()):
            return
        following = self.table.after(chosen[-1])
        if removed(self._session, self.key, chosen, self) and following is not None and self.table.choose(following):
            self._show(following)

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
        self.search_box.reset()
        self.filters.reset()
        self.views.choose(self._declared.first)
        self._is_stale = True
        self.asking.start(self._declared.begins)
        self.look_again()

    def _close(self) -> None:
        self._counts.forget()
        self.rows.clear()
        self._is_stale = True

    def _look(self) -> None:
        if not self._session.is_open or self._session.is_lent:
            return
        self._is_stale = False
        shelf = self._session.registry.inside.of(self.key)
        figures = {name: shelf.figures(name) for name in self.filters.figures}
        texts = {name: shelf.distinct(name) for name in self.filters.texts}
        self.filters.offer(self._session.registry.lists, figures, texts)
        self.filters.show_day(self.filters.day)
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

    def _filter(self) -> None:
        """A year that was chosen is looked for in all years."""
        chosen = self.filters.filters
        if self.search.view in YEARLY and any(one.field == "year" for one in chosen):
            self.views.choose("all")
            self.asking.view("all")
        self.asking.filter(chosen)

    def _want_day(self, day: date | None) -> None:
        """Show the state of ``day``; what is not saved is asked about first."""
        if not self.may_leave():
            self.filters.show_day(self.filters.day)
            return
        self.filters.show_day(day)
        self._notice.say("" if day is None else day_line(day), marks.LOCKED)
        self._look()

    def _say_wrong(self, why: str) -> None:
        if why:
            self._notice.say(why, marks.PROBLEM)
        elif self.filters.day is None:
            self._notice.clear()
        else:
            self._notice.say(day_line(self.filters.day), marks.LOCKED)

    def _count(self) -> None:
        total = self._counts.of(self.search.view)
        shown = len(self.rows.ids)
        self.counted.emit(count_line(self._declared, shown, shown if total is None else total))

    def _show_count(self, view: str, count: int) -> None:
        self.views.show_count(view, count)
        if view == self.search.view:
            self._count()

    def _open_row(self) -> None:
        self.form.fields.go_to_first()

    def _return(self) -> None:
        """Escape in the form: back to the list, and from a new row to the one that was shown before it."""
        if self.form.is_new and self._before is not None and self.table.choose(self._before):
            self._show(self._before)
        self._go_to_list()

    def _go_to_list(self) -> None:
        if self.table.current is None:
            self.table.choose_first()
        self.table.setFocus()

    def _go_to(self, number: int | None) -> None:
        """Another row became current: show it, unless there is unsaved work – then ask, once the mouse is up."""
        if number is None or number == self.form.number:
            return
        if self.form.is_dirty:
            QTimer.singleShot(0, self, lambda: self._leave_for(number))
        else:
            self._show(number)

    def _leave_for(self, number: int) -> None:
        if self.table.current != number:
            return
        if self.may_leave():
            self.table.choose(number)
            self._show(number)
        else:
            self.table.choose(self.form.number)

    def _show(self, number: int) -> None:
        self.form.show_row(number)
        self.standing_changed.emit()

    def _saved(self, number: int) -> None:
        if not self.table.choose(number):
            self.show_search(Search())
            self.table.choose(number)
        self.standing_changed.emit()
