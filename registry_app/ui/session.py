"""The open register as the window sees it: one signal when anything changed, known errors shown in one place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Signal

from registry_app.domain.errors import Refused, RegistryError
from registry_app.domain.search import Moment
from registry_app.domain.words import _
from registry_app.operations import files
from registry_app.store.engine import interruptible, named_errors
from registry_app.store.history import Changes
from registry_app.store.registry import Registry
from registry_app.ui.widgets.copies import OUTLET, Taken

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from .background import Deaf, Progress, Task

P = ParamSpec("P")
T = TypeVar("T")
MANY = 500
"""Work on more rows than this is done aside from the window's thread."""
WRITING = 5
"""A row is written in the time in which so many are read."""


class Session(QObject):
    """Holds the register. ``changed`` carries the store's ``Changes``; each view decides whether to look again."""

    opened = Signal()
    closing = Signal()
    changed = Signal(object)
    problem = Signal(str)
    """A known problem as a sentence for the user; the window shows it."""
    not_entered = Signal(str)
    """Why what a table gave to the clipboard could not be entered in the list of what was given out."""
    came_back = Signal()
    """Long work has given the register back; what could not be read while it was lent can be painted now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._registry: Registry | None = None
        self._lent = False
        self._untold: list[Changes] = []
        OUTLET.taken.connect(self._enter_copy)

    @property
    def is_open(self) -> bool:
        """Whether a register is open."""
        return self._registry is not None

    @property
    def registry(self) -> Registry:
        """The open register; asking without one, or while it ``is_lent``, is a bug."""
        if self._registry is None:
            raise RuntimeError("no register is open")
        if self._lent:
            raise RuntimeError("the register is lent to another thread")
        return self._registry

    @property
    def is_lent(self) -> bool:
        """Whether long work has the register: painting goes on with what was read before, reading waits. It ends with
        ``changed`` if anything was changed."""
        return self._lent

    @property
    def moment(self) -> Moment:
        """Today, with the ward's own number of days that count as soon."""
        return Moment(date.today(), self.registry.settings.ward().within)

    def open(self, path: Path, *, who: str = "") -> bool:
        """Open ``path`` in place of what is open; on a known problem say it, keep what was open, return False."""
        try:
            registry = files.open_register(path, who=who)
        except RegistryError as known:
            self.problem.emit(str(known))
            return False
        self.adopt(registry)
        return True

    def adopt(self, registry: Registry) -> None:
        """Take over a register that was just opened or made."""
        self.close()
        registry.on_change = self._tell
        self._registry = registry
        self.opened.emit()

    def give_away(self) -> Registry | None:
        """Let go of the register without closing it, so that another session adopts it; None when none is open."""
        registry = self.registry if self.is_open else None
        if registry is not None:
            self.closing.emit()
            registry.on_change = None
            self._registry = None
        return registry

    def close(self) -> None:
        """Close what is open; views let go of it first."""
        if self.is_open:
            registry = self.registry
            self.closing.emit()
            registry.close()
            self._registry = None

    def run(self, operation: Callable[Concatenate[Registry, P], T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Do ``operation`` on the register; None after a known problem, which was said. Refused goes to the caller,
        who shows each problem at its field."""
        try:
            with named_errors(self.registry.path):
                return operation(self.registry, *args, **kwargs)
        except Refused:
            raise
        except RegistryError as known:
            self.problem.emit(str(known))
            return None

    @contextmanager
    def telling(self, say: Callable[[str], None]) -> Iterator[None]:
        """Let ``say`` have the known problems of what is done inside, too."""
        link = self.problem.connect(say)
        try:
            yield
        finally:
            QObject.disconnect(link)

    # -- long work -------------------------------------------------------------------------------------------------

    def run_long(
        self,
        owner: "QWidget | None",
        operation: Callable[..., T],
        *args: Any,
        title: str,
        done: Callable[[T], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
        **kwargs: Any,
    ) -> "Task[T]":
        """Lend the register to a thread for ``operation(registry, *args, **kwargs)`` and return at once. Until it comes
        back nobody can type or click; after 400 ms a window over that of ``owner`` says ``title`` and has Cancel, which
        rolls back. ``changed`` comes first, then ``done`` or ``refused``; other known problems, Cancel among them, are
        said as by ``run``. All of it on the window's thread."""
        from .background import Deaf, run_aside

        registry = self.registry
        deaf = Deaf(self)
        self._lent = True

        def work(go_on: "Progress") -> T:
            with named_errors(registry.path), interruptible(registry.connection, lambda: not go_on(0, 0)):
                result: T = operation(registry, *args, **kwargs)
                return result

        def back(result: T) -> None:
            self._take_back(deaf)
            if done:
                done(result)

        def failed(problem: Exception) -> None:
            self._take_back(deaf)
            if isinstance(problem, Refused) and refused:
                refused(problem)
            elif isinstance(problem, RegistryError):
                self.problem.emit(str(problem))

        return run_aside(self, work, back, failed, title=title, over=owner, keeps=True)

    def run_and_wait(
        self, owner: "QWidget | None", operation: Callable[..., T], *args: Any, title: str, **kwargs: Any
    ) -> T | None:
        """As ``run``, by way of ``run_long``: the window goes on painting, and this returns when the work has come
        back. Raises Refused."""
        results: list[T] = []
        refusals: list[Refused] = []
        loop = QEventLoop()
        task = self.run_long(
            owner, operation, *args, title=title, done=results.append, refused=refusals.append, **kwargs
        )
        task.ended.connect(loop.quit)
        loop.exec()
        if refusals:
            raise refusals[0]
        return results[0] if results else None

    def run_on(
        self,
        rows: int,
        owner: "QWidget | None",
        operation: Callable[..., T],
        *args: Any,
        title: str,
        **kwargs: Any,
    ) -> T | None:
        """As ``run`` for a few ``rows``, as ``run_and_wait`` for more than MANY. Raises Refused."""
        if rows <= MANY:
            return self.run(operation, *args, **kwargs)
        return self.run_and_wait(owner, operation, *args, title=title, **kwargs)

    def write_on(
        self,
        rows: int,
        owner: "QWidget | None",
        operation: Callable[..., T],
        *args: Any,
        title: str,
        **kwargs: Any,
    ) -> T | None:
        """As ``run_on``, for work that writes so many ``rows``. Raises Refused."""
        return self.run_on(WRITING * rows, owner, operation, *args, title=title, **kwargs)

    def _take_back(self, deaf: "Deaf") -> None:
        """The register has come back: tell what was changed meanwhile."""
        self._lent = False
        deaf.end()
        self.came_back.emit()
        told, self._untold = self._untold, []
        for changes in told:
            self.changed.emit(changes)

    # -- undo ------------------------------------------------------------------------------------------------------

    def undo(self, owner: "QWidget | None" = None) -> Changes | None:
        """Take back the newest action; None when there was none or a known problem was said."""
        newest = self.registry.undoable
        rows = self.registry.size(newest.id if newest else None)
        return self.write_on(rows, owner, Registry.undo, title=_("Undoing…")) or None

    def redo(self, owner: "QWidget | None" = None) -> Changes | None:
        """Take back the newest undo; None when there was none or a known problem was said."""
        newest = self.registry.redoable
        rows = self.registry.size(newest.id if newest else None)
        return self.write_on(rows, owner, Registry.redo, title=_("Redoing…")) or None

    def _enter_copy(self, taken: Taken) -> None:
        """People's data of the open register went out of a table to the clipboard."""
        from registry_app.operations import giving  # not before somebody copies

        if not self.is_open:
            return
        why = self.run(giving.taken, taken.table, taken.of, taken.people)
        if why:
            self.not_entered.emit(why)

    def _tell(self, changes: Changes) -> None:
        """Called on the thread that changed it."""
        if self._lent:
            self._untold.append(changes)
        else:
            self.changed.emit(changes)
