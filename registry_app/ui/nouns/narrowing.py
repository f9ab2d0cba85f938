"""What narrows a noun's list, joined: its views, the search box, the filters and the day above it, and what they tell
NounAsking."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from registry_app.domain.search import Search
from registry_app.domain.words import _
from registry_app.store.registry import Registry
from registry_app.ui.models.search_box import SearchBox
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel

from .asking import NounAsking
from .declared import Declared
from .filter_row import FilterRow
from .hints import day_line
from .views_list import NounViews

YEARLY = frozenset(("this-year", "last-year"))
"""Views that show one year only."""


class NounNarrowing(QObject):
    """Its widgets are placed by the page; ``may_leave`` asks about unsaved work before another day is shown."""

    day_changed = Signal()
    """Another day's state is to be shown."""

    def __init__(self, declared: Declared, may_leave: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._declared, self._may_leave = declared, may_leave
        self.asking = NounAsking(declared.noun, self)
        self.asking.start(declared.begins)
        self.views = NounViews(declared.views)
        self.views.choose(declared.first)
        self.search_box = SearchBox()
        fields = [declared.of.by_name[name] for name in declared.filters]
        self.filters = FilterRow(fields, dated=declared.dated)
        self.notice = MarkedLabel()
        self._dress()
        self._join()

    def _dress(self) -> None:
        box = self.search_box
        box.setPlaceholderText(_(self._declared.find))
        box.setAccessibleName(_(self._declared.finds))
        box.setProperty("guide", self._declared.guide)
        box.setToolTip(_("Words in any order, with or without accents."))

    def _join(self) -> None:
        self.views.chosen.connect(self.asking.view)
        self.search_box.searched.connect(self.asking.words)
        self.filters.filters_changed.connect(self._filter)
        self.filters.day_wanted.connect(self.want_day)
        self.filters.wrong.connect(self._say_wrong)

    @property
    def day(self) -> date | None:
        """The day whose state is shown; None for today."""
        return self.filters.day

    def begin(self) -> None:
        """Forget what was typed, and ask for what the page shows at first."""
        self.search_box.reset()
        self.views.choose(self._declared.first)
        self._ask(self._declared.begins)

    def show_search(self, search: Search) -> None:
        """Ask for what ``search`` finds and nothing else."""
        self.views.choose(search.view)
        self.search_box.show_text(search.words)
        self._ask(search)

    def _ask(self, search: Search) -> None:
        """Without filters, and as it is today."""
        was_past = self.day is not None
        self.filters.reset()
        self._say_day()
        self.asking.start(search)
        if was_past:
            self.day_changed.emit()

    def offer(self, registry: Registry) -> None:
        """Offer what there is to filter by now."""
        shelf = registry.inside.of(self._declared.noun)
        figures = {name: shelf.figures(name) for name in self.filters.figures}
        texts = {name: shelf.distinct(name) for name in self.filters.texts}
        self.filters.offer(registry.lists, figures, texts)
        self.filters.show_day(self.day)

    def want_day(self, day: date | None) -> None:
        """Show the state of ``day``; what is not saved is asked about first."""
        if not self._may_leave():
            self.filters.show_day(self.day)
            return
        self.filters.show_day(day)
        self._say_day()
        self.day_changed.emit()

    def _filter(self) -> None:
        """A year that was chosen is looked for in all years."""
        chosen = self.filters.filters
        if self.asking.search.view in YEARLY and any(one.field == "year" for one in chosen):
            self.views.choose("all")
            self.asking.view("all")
        self.asking.filter(chosen)

    def _say_wrong(self, why: str) -> None:
        if why:
            self.notice.say(why, marks.PROBLEM)
        else:
            self._say_day()

    def _say_day(self) -> None:
        self.notice.say("" if self.day is None else day_line(self.day), marks.LOCKED)
