"""What the user chose for themselves, as the window keeps it: read once, written at each change."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from registry_app.domain.errors import RegistryError
from registry_app.domain.words import _
from registry_app.operations import preferences
from registry_app.operations.preferences import Preferences


class Choices(QObject):
    """``changed`` comes after each change; ``problem`` says why one could not be written (it holds until the end).

    Without ``keeps`` nothing is read or written: for a picture.
    """

    changed = Signal()
    theme_changed = Signal()
    window_outdated = Signal()
    """Another language or size of letters was chosen: windows are to be made anew."""
    problem = Signal(str)

    def __init__(self, parent: QObject | None = None, *, keeps: bool = True) -> None:
        super().__init__(parent)
        self._keeps = keeps
        self._damaged = _set_damaged_aside() if keeps else None
        self._now = preferences.load() if keeps else Preferences()

    @property
    def now(self) -> Preferences:
        """The choices that hold."""
        return self._now

    def change(self, **chosen: Any) -> None:
        """Let other choices hold (fields of Preferences) and write them down."""
        before, wanted = self._now, replace(self._now, **chosen)
        if wanted == before:
            return
        self._now = wanted
        try:
            if self._keeps:
                preferences.save(wanted)
        except RegistryError as known:
            self.problem.emit(str(known))
        self.changed.emit()
        if wanted.theme != before.theme:
            self.theme_changed.emit()
        if (wanted.language, wanted.font_points) != (before.language, before.font_points):
            self.window_outdated.emit()

    def heir(self) -> "Choices":
        """The same choices for a window that takes the place of another: who listened to these hears nothing more."""
        heir = Choices(keeps=False)
        heir._keeps, heir._now, heir._damaged = self._keeps, self._now, self._damaged
        return heir

    def take_news(self) -> str:
        """A sentence about settings that could not be read at this start, once; "" when they could."""
        damaged, self._damaged = self._damaged, None
        if damaged is None:
            return ""
        text = _("Your settings on this computer were damaged and start anew. The old file was kept as “{name}”.")
        return text.format(name=str(damaged))

    def remember(self, register: Path) -> None:
        """Put ``register`` at the head of those opened lately."""
        name = str(register.absolute())
        others = (one for one in self._now.recent if one != name)
        self.change(recent=(name, *others)[: preferences.MOST_RECENT])

    def forget(self, register: Path) -> None:
        """Drop a register that is no longer there."""
        self.change(recent=tuple(one for one in self._now.recent if one != str(register)))

    def shape(self, name: str) -> QByteArray:
        """The bytes that Qt keeps of a window or a part of it; empty when there are none."""
        found = _shapes().value(name) if self._keeps else None
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep_shape(self, name: str, shape: QByteArray) -> None:
        """Keep such bytes for the next start."""
        self.keep_shapes({name: shape})

    def keep_shapes(self, shapes: Mapping[str, QByteArray]) -> None:
        """The same for several, written at once."""
        if self._keeps:
            kept = _shapes()
            for name, shape in shapes.items():
                kept.setValue(name, shape)


def _set_damaged_aside() -> Path | None:
    try:
        return preferences.set_damaged_aside()
    except OSError:
        return None  # the folder cannot be written: the next change says so


def _shapes() -> QSettings:
    """Beside the user's own choices, in a file of Qt's own form."""
    return QSettings(str(preferences.path().with_name("window.ini")), QSettings.Format.IniFormat)
