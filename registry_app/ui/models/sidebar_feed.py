"""What the sidebar shows comes from the register here – counts, values, the ward's own views – and what is chosen in it
is asked for."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from registry_app.domain.describing import value_text
from registry_app.domain.fields import BY_NAME
from registry_app.domain.saved_view import SavedView, ShownColumn, usable
from registry_app.domain.search import Filter, Search
from registry_app.domain.summaries import unasked
from registry_app.domain.words import _
from registry_app.store.history import Changes
from registry_app.ui.session import Session

from .asking import Asking
from .sidebar import AXES, SAVED, Line, Sidebar

NEVER_BLANK = frozenset(("type", "status"))


class SidebarFeed(QObject):
    """Counts a part only while it is open, the ward's own views one by one in idle moments."""

    def __init__(
        self,
        session: Session,
        sidebar: Sidebar,
        asking: Asking,
        show_columns: Callable[[tuple[ShownColumn, ...]], None],
    ) -> None:
        super().__init__(sidebar)
        self._session, self._sidebar, self._asking = session, sidebar, asking
        self._show_columns = show_columns
        self._saved: dict[int, SavedView] = {}
        self._counts: dict[int, int] = {}
        sidebar.chosen.connect(self._choose_view)
        sidebar.value_chosen.connect(self._choose_value)
        sidebar.saved_chosen.connect(self._choose_saved)
        sidebar.part_opened.connect(self._show_part)
        session.closing.connect(self._forget)
        session.changed.connect(self._follow)

    @property
    def saved(self) -> tuple[SavedView, ...]:
        """The ward's own views, in order."""
        return tuple(self._saved.values())

    def look(self) -> dict[str, int]:
        """Count anew what can be seen; returns how many models each fixed view holds."""
        at = self._session.moment
        counts = self._session.registry.models.view_counts(at)
        self._sidebar.show_counts(counts, at.within)
        self._sidebar.leave_out(unasked(self._session.registry.settings.ward()))
        self._read_saved()
        for part in self._sidebar.open_parts:
            self._show_part(part)
        if SAVED not in self._sidebar.open_parts:
            self._sidebar.show_lines(SAVED, [Line(("saved", view.id), view.name) for view in self.saved])
        return counts

    def choose_saved(self, number: int) -> None:
        """Show the ward's own view of that number, its line chosen."""
        self._sidebar.open_part(SAVED)
        self._sidebar.choose_quietly("saved", number)
        self._choose_saved(number)

    def _follow(self, changes: Changes) -> None:
        if "saved_view" in changes.rows:
            self._read_saved()

    def _read_saved(self) -> None:
        self._saved = {view.id: view for view in self._session.registry.views.all()}

    # -- lines -----------------------------------------------------------------------------------------------------

    def _show_part(self, part: str) -> None:
        if not self._session.is_open or self._session.is_lent:
            return
        if part == SAVED:
            self._show_saved()
            return
        registry = self._session.registry
        field = BY_NAME[part]
        found = registry.facets.of(Search(), part, self._session.moment).values
        lines = [
            Line(("value", part, value), value_text(value, field, registry.lists), count) for value, count in found
        ]
        if part not in NEVER_BLANK and not any(value is None for value, _count in found):
            lines.append(Line(("value", part, None), value_text(None, field, registry.lists), 0))
        self._sidebar.show_lines(part, lines)

    def _show_saved(self) -> None:
        lines = [Line(("saved", view.id), view.name, self._counts.get(view.id)) for view in self.saved]
        self._sidebar.show_lines(SAVED, lines)
        for view in self.saved:
            QTimer.singleShot(0, self, partial(self._count, view))

    def _count(self, view: SavedView) -> None:
        if not self._session.is_open or self._session.is_lent or view.id not in self._saved:
            return
        search = usable(view, self._session.registry.lists)[0].search
        self._counts[view.id] = self._session.registry.models.count(search, self._session.moment)
        lines = [Line(("saved", one.id), one.name, self._counts.get(one.id)) for one in self.saved]
        self._sidebar.show_lines(SAVED, lines)

    def _forget(self) -> None:
        self._saved, self._counts = {}, {}
        self._sidebar.close_parts((*AXES, SAVED))

    # -- what is chosen --------------------------------------------------------------------------------------------

    def _choose_view(self, view: str) -> None:
        self._ask(Search(view=view))

    def _choose_value(self, field: str, value: int | str | None) -> None:
        self._ask(Search(filters=(Filter(field, (value,)),)))

    def _ask(self, search: Search) -> None:
        """Show exactly what is counted there, sorted and grouped as before."""
        base = self._asking.base
        self._asking.start(replace(search, order=base.order, group=base.group))

    def _choose_saved(self, number: int) -> None:
        if number not in self._saved:
            return
        view, lost = usable(self._saved[number], self._session.registry.lists)
        self._asking.start(view.search)
        if view.columns:
            self._show_columns(view.columns)
        if lost:
            names = ", ".join(BY_NAME[name].short if name in BY_NAME else name for name in lost)
            text = _(
                "The view “{view}” asks for something that is no longer in the register ({what}). The rest is shown."
            )
            self._session.problem.emit(text.format(view=view.name, what=names))
