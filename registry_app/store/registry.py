"""The register file, open: reading through its shelves, writing only inside ``change``, undo and redo by name."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from registry_app.domain.entries import Lists
from registry_app.domain.errors import CannotOpen, ReadOnly, RegistryError, system_reason
from registry_app.domain.ids import ActionId
from registry_app.domain.words import N_

from . import derived, engine, history, log, rolling
from .entries import LIST_TABLES, EntryShelf
from .history import Action, Changes
from .lock import Lock
from .migrations import VERSION
from .models import ModelShelf
from .reviews import ReviewShelf, StatusShelf
from .settings import SettingShelf
from .views import ViewShelf

if TYPE_CHECKING:
    from .attachments import AttachmentShelf
    from .counted import CountShelf
    from .facets import FacetShelf
    from .force import ForceShelf
    from .given_out import GivenOutShelf
    from .inside import Inside
    from .loop import Loop
    from .templates import TemplateShelf

UNDO = N_("Undo")
REDO = N_("Redo")


class Change:
    """An open action: ``changes`` is filled when it has been committed, and stays empty when nothing changed."""

    def __init__(self, action: ActionId, label: str) -> None:
        self.action = action
        self.label = label
        self.changes = Changes(label=label)


class Registry:
    """One open register. The connection belongs to one thread at a time (rules.md, "Threads")."""

    def __init__(self, path: Path, connection: engine.Connection, *, lock: Lock | None, why: str, who: str) -> None:
        self.path = path
        self.connection = connection
        self.read_only = lock is None
        self.why_read_only = why
        self.who = who
        self.models = ModelShelf(self)
        self.entries = EntryShelf(self)
        self.reviews = ReviewShelf(self)
        self.statuses = StatusShelf(self)
        self.settings = SettingShelf(self)
        self.views = ViewShelf(self)
        self.on_change: Callable[[Changes], None] | None = None
        self._lock = lock
        self._lists: Lists | None = None
        self._armed = False
        self._closed = False
        self._changing = False
        self._identity = _identity(path)
        self._generation = self._read_generation()

    @cached_property
    def facets(self) -> "FacetShelf":
        """Which values there are and how many models have each; read when it is first asked for."""
        from .facets import FacetShelf

        return FacetShelf(self)

    @cached_property
    def attachments(self) -> "AttachmentShelf":
        """Files kept beside rows; read when one is first asked for."""
        from .attachments import AttachmentShelf

        return AttachmentShelf(self)

    @cached_property
    def counted(self) -> "CountShelf":
        """What the official count needs of a day; read when it is first asked for."""
        from .counted import CountShelf

        return CountShelf(self)

    @cached_property
    def force(self) -> "ForceShelf":
        """The statutory bodies, what was written down of them, courses; read when it is first asked for."""
        from .force import ForceShelf

        return ForceShelf(self)

    @cached_property
    def inside(self) -> "Inside":
        """What is inside models: sites, teams, people …; read when it is first asked for."""
        from .inside import Inside

        return Inside(self)

    @cached_property
    def loop(self) -> "Loop":
        """Rounds, grades by year, decisions, what looks outdated; read when it is first asked for."""
        from .loop import Loop

        return Loop(self)

    @cached_property
    def given_out(self) -> "GivenOutShelf":
        """Which papers and files with people's data were given out."""
        from .given_out import GivenOutShelf

        return GivenOutShelf(self)

    @cached_property
    def templates(self) -> "TemplateShelf":
        """The ward's print templates."""
        from .templates import TemplateShelf

        return TemplateShelf(self)

    # -- opening and closing ---------------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, *, who: str = "") -> "Registry":
        """A new, unseeded register at ``path``; raises CannotOpen when something is there already."""
        if path.exists():
            raise CannotOpen(N_("“{name}” exists already. Choose another name; nothing was changed."), name=path.name)
        if not path.parent.is_dir():
            raise CannotOpen(N_("There is no folder “{folder}”. Make it first."), folder=str(path.parent))
        from .upgrade import build  # opening a register of this version needs none of it

        part = path.with_name(path.name + ".part")
        try:
            part.unlink(missing_ok=True)
            with engine.named_errors(path):
                build(part)
            part.replace(path)
        except OSError as problem:
            part.unlink(missing_ok=True)
            raise CannotOpen(
                N_("“{name}” cannot be made here: {why}."), name=path.name, why=system_reason(problem)
            ) from None
        return cls.open(path, who=who)

    @classmethod
    def open(cls, path: Path, *, who: str = "", read_only: bool = False) -> "Registry":
        """Open a register; for reading only when asked, when another program writes it, or where it cannot be written.

        Raises CannotOpen, with the file untouched, for anything that is not a whole register of this version.
        """
        engine.examine(path)
        lock, why = (None, "") if read_only else _take_lock(path, who)
        try:
            with engine.named_errors(path):
                connection = engine.connect(path, "rw" if lock else "ro")
                try:
                    if engine.verify(connection, path) < VERSION:
                        if lock is None:
                            raise ReadOnly(
                                N_("“{name}” must be upgraded first: open it where it can be written."), name=path.name
                            )
                        from .upgrade import upgrade

                        connection = upgrade(connection, path, who)
                    registry = cls(path, connection, lock=lock, why=why, who=who)
                    registry.roll()
                except BaseException:
                    connection.close()
                    raise
        except BaseException:
            if lock:
                lock.free()
            raise
        return registry

    def close(self) -> None:
        """Leave one file behind and let the next writer in; harmless when closed already."""
        if self._closed:
            return
        self._closed = True
        if not self.read_only:
            self.connection.execute("PRAGMA query_only = OFF")
            self.connection.execute("PRAGMA journal_mode = DELETE")
        self.connection.close()
        if self._lock:
            self._lock.free()

    def __enter__(self) -> "Registry":
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    # -- reading ---------------------------------------------------------------------------------------------------

    @property
    def lists(self) -> Lists:
        """All lists as they stand now."""
        if self._lists is None:
            self._lists = self.entries.lists()
        return self._lists

    @property
    def undoable(self) -> Action | None:
        """What ``undo`` would take back."""
        return history.undoable(self.connection)

    @property
    def redoable(self) -> Action | None:
        """The undo that ``redo`` would take back."""
        return history.redoable(self.connection)

    @property
    def redo_label(self) -> str:
        """The label (a marked text) of what ``redo`` would do again; "" when there is nothing."""
        found = self.redoable
        return log.first_label(self.connection, found.id) if found else ""

    @property
    def read_only_notice(self) -> str:
        """Why nothing can be written here, as a sentence in the language in use; "" when it can."""
        return str(self._refusal()) if self.read_only else ""

    # -- writing ---------------------------------------------------------------------------------------------------

    @contextmanager
    def change(self, label: str, *, undoes: ActionId | None = None, barrier: bool = False) -> Iterator[Change]:
        """One named action: all or nothing, logged, derived data brought up to date, on the disk when it returns.

        ``label`` is a marked text. Raises ReadOnly, or RegistryError when the file was replaced or cannot be written.
        """
        if self._changing:
            raise RuntimeError("change() inside change()")
        self._may_write()
        connection = self.connection
        with engine.named_errors(self.path):
            connection.execute("PRAGMA query_only = OFF")
            try:
                if not self._armed:
                    history.arm(connection)
                    self._armed = True
                connection.execute("BEGIN IMMEDIATE")
                self._changing = True
                change = Change(self._begin(label, undoes, barrier), label)
                yield change
                change.changes = self._finish(change)
            except engine.Error:
                self.forget_lists()  # the engine may have rolled back by itself
                raise
            finally:
                self._changing = False
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                    self.forget_lists()
                connection.execute("PRAGMA query_only = ON")
        if change.changes and self.on_change:
            self.on_change(change.changes)

    @contextmanager
    def note(self) -> Iterator[None]:
        """A small write that is no action: it is in no history, and nothing takes it back. Raises as ``change``."""
        if self._changing:
            raise RuntimeError("note() inside change()")
        self._may_write()
        connection = self.connection
        with engine.named_errors(self.path):
            connection.execute("PRAGMA query_only = OFF")
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                connection.execute("PRAGMA query_only = ON")

    def _may_write(self) -> None:
        if self.read_only:
            raise self._refusal()
        if _identity(self.path) != self._identity or self._read_generation() != self._generation:
            raise RegistryError(
                N_("“{name}” was replaced or changed by another program. Nothing was saved; open it again."),
                name=self.path.name,
            )

    def _refusal(self) -> ReadOnly:
        return ReadOnly(self.why_read_only or engine.READ_ONLY, name=self.path.name, who=Lock(self.path).holder())

    def _begin(self, label: str, undoes: ActionId | None, barrier: bool) -> ActionId:
        number = history.write_action(self.connection, label, self.who, undoes=undoes, barrier=barrier)
        self.connection.execute("INSERT INTO current_action (id) VALUES (?)", (number,))
        return number

    def _finish(self, change: Change) -> Changes:
        rows = history.changed_rows(self.connection, change.action)
        if not rows:
            return Changes(label=change.label)
        derived.refresh(self.connection, change.action, rows, date.today())
        self.connection.execute("DELETE FROM current_action")
        self._commit(change.action)
        if LIST_TABLES & rows.keys():
            self._lists = None
        return Changes(action=change.action, label=change.label, rows=rows)

    def _commit(self, action: ActionId) -> None:
        self.connection.execute("UPDATE register SET generation = generation + 1")
        try:
            self.connection.execute("COMMIT")
        except engine.Error:
            if self.connection.in_transaction or not self._has(action):
                raise
        self._generation += 1

    def _has(self, action: ActionId) -> bool:
        return self.connection.execute("SELECT 1 FROM action WHERE id = ?", (action,)).fetchone() is not None

    def _read_generation(self) -> int:
        return int(self.connection.execute("SELECT generation FROM register").fetchone()[0])

    def roll(self) -> None:
        """Bring up to date whose day, entered ahead, has come; see ``rolling.rolled``."""
        self.connection = rolling.rolled(self.connection, self.path, writes=not self.read_only, who=self.who)

    def forget_lists(self) -> None:
        """Read the lists anew when they are next asked for: entries were added in the open action."""
        self._lists = None

    def refresh(self, models: Iterable[int]) -> None:
        """Recompute the derived data of ``models`` inside an open action or rehearsal."""
        derived.refresh_models(self.connection, models, date.today())

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """Write as one would, look at what comes of it, and leave no trace. Raises ReadOnly."""
        with self.change(""):
            yield
            self.connection.execute("ROLLBACK")

    # -- undo ------------------------------------------------------------------------------------------------------

    def undo(self, action: ActionId | None = None, *, skip_changed: bool = False) -> Changes:
        """Take back ``action``, or the newest that can be; empty Changes when none can. Raises Conflict, NotFound."""
        found = self.undoable if action is None else history.undoable_action(self.connection, action)
        return self._take_back(found, UNDO, skip_changed=skip_changed) if found else Changes()

    def redo(self) -> Changes:
        """Take back the newest undo that nothing has followed; empty Changes when there is none. Raises Conflict."""
        found = self.redoable
        return self._take_back(found, REDO, skip_changed=False) if found else Changes()

    def size(self, action: ActionId | None) -> int:
        """How many rows ``action`` changed, and taking it back would; 0 for none."""
        return 0 if action is None else log.count_of(self.connection, action)

    def _take_back(self, action: Action, label: str, *, skip_changed: bool) -> Changes:
        with self.change(label, undoes=action.id) as change:
            history.reverse(self.connection, action.id, skip_changed=skip_changed)
        return change.changes


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _take_lock(path: Path, who: str) -> tuple[Lock | None, str]:
    if not os.access(path, os.W_OK):
        return None, engine.READ_ONLY
    lock = Lock(path)
    try:
        if lock.take(who, engine.computer()):
            return lock, ""
    except OSError:
        return None, engine.READ_ONLY
    return None, N_("“{name}” is open for writing by {who}. It can be read; close it there to write here.")
