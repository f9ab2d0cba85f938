"""One person: a member of the team or somebody of the register, chosen by name, or a new name."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout

from registry_app.domain.vietnamese import fold
from registry_app.domain.words import _
from registry_app.ui.session import Session
from registry_app.ui.widgets.editor import Editor, Typed, one_text

from . import suggestions
from .cell_line import CellLine
from .suggestions import Suggestion


class PersonField(Editor):
    """``first`` are offered before all others: row numbers of people by what they are called."""

    def __init__(self, session: Session, first: Mapping[int, str]) -> None:
        super().__init__()
        self._first = dict(first)
        self._others = suggestions.people(session)
        self._person: int | None = None
        self._line = CellLine(self, self._suggest, slow=True)
        self._line.setPlaceholderText(_("Write a name; Alt+Down offers the members"))
        self._line.setToolTip(self._line.placeholderText())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line)
        self.setFocusProxy(self._line)
        self._line.textEdited.connect(self._forget)
        self._line.ended.connect(self._go_on)
        self._line.editingFinished.connect(self._take)
        self._line.refused.connect(self.refused)

    @property
    def person(self) -> int | None:
        """Who of the register it is; None for somebody new."""
        self._take()
        return self._person

    @property
    def chosen(self) -> int | None:
        """Who of the register was chosen so far."""
        return self._person

    def choose(self, person: int, name: str) -> None:
        """It is that person of the register."""
        self._line.setText(name)
        self._person = person
        self.committed.emit()

    def typed(self) -> str:
        return str(self._line.text())

    def fill(self, typed: Typed) -> None:
        self._line.setText(one_text(typed))
        self._forget()

    def lock(self, locked: bool) -> None:
        self._line.setReadOnly(locked)

    def _suggest(self, typed: str) -> list[Suggestion]:
        plain = fold(typed)
        mine = [
            Suggestion(text=name, label=_("{name} (member)").format(name=name), key=key)
            for key, name in self._first.items()
            if plain in fold(name)
        ]
        return [*mine, *(one for one in self._others(typed) if one.key not in self._first)]

    def _forget(self, _text: str = "") -> None:
        self._person = None
        self.edited.emit()

    def _take(self) -> None:
        """Whoever was chosen; a name that only one of the first has is theirs."""
        picked, self._line.picked = self._line.picked, None
        if picked is not None and picked.text == self.typed():
            self._person = picked.key
        elif self._person is None:
            same = [key for key, name in self._first.items() if fold(name) == fold(self.typed())]
            self._person = same[0] if len(same) == 1 else None
        self.committed.emit()

    def _go_on(self, way: str) -> None:
        if way in ("right", "down"):
            self.focusNextPrevChild(True)
        elif way == "left":
            self.focusNextPrevChild(False)
