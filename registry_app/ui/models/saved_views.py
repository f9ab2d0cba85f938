"""What a user does with the ward's own views in the sidebar: save what the list shows, rename, replace, move, drop."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QKeyCombination, QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from registry_app.domain.errors import Refused
from registry_app.domain.saved_view import SavedView, ShownColumn
from registry_app.domain.search import Search
from registry_app.domain.words import N_, _
from registry_app.ui import ask
from registry_app.ui.session import Session

from .sidebar import Sidebar
from .sidebar_feed import SidebarFeed

NAME = N_("Name of the view, as the sidebar shall show it:")


class SavedViews(QObject):
    """Joined to one sidebar; ``showing`` tells what the list shows now, and with which columns."""

    def __init__(
        self,
        session: Session,
        sidebar: Sidebar,
        feed: SidebarFeed,
        showing: Callable[[], tuple[Search, tuple[ShownColumn, ...]]],
    ) -> None:
        super().__init__(sidebar)
        self._session, self._sidebar, self._feed, self._showing = session, sidebar, feed, showing
        sidebar.saved_menu_wanted.connect(self._show_menu)
        sidebar.saved_key_pressed.connect(self._press)

    def save_new(self) -> None:
        """Ask for a name and keep what the list shows under it."""
        search, columns = self._showing()
        name = ""
        while (typed := ask.line(self._window, _("Save this view"), _(NAME), name)) is not None:
            name = typed
            saved = self._save(SavedView(name=name, search=search, columns=columns))
            if saved:
                self._feed.choose_saved(saved.id)
                return

    def rename(self, view: SavedView) -> None:
        """Ask for another name."""
        name = view.name
        while (typed := ask.line(self._window, _("Rename the view"), _(NAME), name)) is not None:
            name = typed
            if self._save(replace(view, name=name)):
                return

    def replace(self, view: SavedView) -> None:
        """Let ``view`` be what the list shows now."""
        search, columns = self._showing()
        self._save(replace(view, search=search, columns=columns))

    def move(self, view: SavedView, step: int) -> None:
        """Move ``view`` up (-1) or down (1)."""
        from registry_app.operations import views

        numbers = [one.id for one in self._feed.saved]
        place = numbers.index(view.id)
        other = max(0, min(len(numbers) - 1, place + step))
        if other != place:
            numbers.insert(other, numbers.pop(place))
            self._session.run(views.arrange_views, numbers)

    def delete(self, view: SavedView) -> None:
        """Drop ``view`` after asking; undo brings it back."""
        from registry_app.operations import views

        text = _("Delete the view “{view}”? The models stay as they are.").format(view=view.name)
        if ask.confirm(self._window, text, yes=_("&Delete"), no=_("&Keep")):
            self._session.run(views.delete_view, view)

    @property
    def _window(self) -> QWidget:
        return self._sidebar.window()

    def _save(self, view: SavedView) -> SavedView | None:
        """What was saved; None after a refusal, which was said."""
        from registry_app.operations import views

        try:
            done = self._session.run(views.save_view, view)
        except Refused as refused:
            ask.tell(self._window, "\n".join(str(problem) for problem in refused.problems))
            return None
        return done[0] if done else view

    def _of(self, number: int) -> SavedView | None:
        return next((view for view in self._feed.saved if view.id == number), None)

    def _show_menu(self, number: int, place: QPoint) -> None:
        menu = self.menu(number)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def menu(self, number: int) -> QMenu | None:
        """What can be done with the view of that number; None where it is gone or nothing can be written."""
        view = self._of(number)
        if view is None or self._session.registry.read_only:
            return None
        menu = QMenu(self._sidebar)
        for text, deed in (
            (_("&Rename…\tF2"), lambda: self.rename(view)),
            (_("Show here what the &list shows now"), lambda: self.replace(view)),
            (_("Move &up\tAlt+↑"), lambda: self.move(view, -1)),
            (_("Move do&wn\tAlt+↓"), lambda: self.move(view, 1)),
            (_("&Delete…\tDel"), lambda: self.delete(view)),
        ):
            menu.addAction(text).triggered.connect(lambda _checked=False, deed=deed: deed())
        return menu

    def _press(self, number: int, keys: QKeyCombination) -> None:
        view = self._of(number)
        if view is None or self._session.registry.read_only:
            return
        key = keys.key()
        if key == Qt.Key.Key_F2:
            self.rename(view)
        elif key == Qt.Key.Key_Delete:
            self.delete(view)
        else:
            self.move(view, -1 if key == Qt.Key.Key_Up else 1)
