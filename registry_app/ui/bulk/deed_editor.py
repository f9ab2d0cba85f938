"""What is to be done to one field: leave it as it is, set it, empty it, replace text in it, add or remove names."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from registry_app.domain.words import N_, _
from registry_app.operations.deeds import AddNames, Deed, MakeEmpty, RemoveNames, ReplaceText, SetTo
from registry_app.ui.models.values import for_operations
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.editor import Editor, Typed

from .wanted_editor import WantedEditor

LEAVE, SET, EMPTY, REPLACE, ADD, REMOVE = "leave", "set", "empty", "replace", "add", "remove"
WAYS = {
    LEAVE: N_("Leave as is"),
    SET: N_("Set to"),
    EMPTY: N_("Make empty"),
    REPLACE: N_("Replace text"),
    ADD: N_("Add names"),
    REMOVE: N_("Remove names"),
}
WAY_LETTERS, FRAME = 15, 40


class DeedEditor(Editor):
    """A box with the ways that the field allows, and the editor that the chosen way needs; what was typed for a way
    stays while another one is tried. ``makers`` make the editors when they are first needed."""

    def __init__(self, name: str, label: str, makers: Mapping[str, Callable[[], Editor]], ways: Sequence[str]) -> None:
        super().__init__()
        self._name, self._label, self._makers = name, label, makers
        self._editors: dict[str, Editor] = {}
        self._way = Choice([Offer(way, _(WAYS[way])) for way in ways])
        self._way.setFixedWidth(self._way_width())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._way, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addStretch(0)
        self.setFocusProxy(self._way.control)
        self._way.edited.connect(self._show_editor)
        self._way.committed.connect(self.committed)

    @property
    def way(self) -> str:
        """Which way is chosen."""
        return self._way.typed()

    def choose(self, way: str) -> None:
        """Choose a way as the user does."""
        self._way.fill(way)

    @property
    def editor(self) -> Editor | None:
        """The editor that the chosen way needs."""
        return self._editors.get(self.way)

    @property
    def deed(self) -> Deed | None:
        """What is to be done; None for nothing. Nothing of what was typed is checked here."""
        editor = self.editor
        if self.way == EMPTY:
            return MakeEmpty()
        if editor is None:
            return None
        if isinstance(editor, WantedEditor):
            return ReplaceText(editor.wanted)
        typed = editor.typed()
        if self.way == SET:
            ready = for_operations(self._name, typed)
            return SetTo(ready)
        names = typed if isinstance(typed, tuple) else (typed,)
        return AddNames(names) if self.way == ADD else RemoveNames(names)

    def typed(self) -> Typed:
        return self.editor.typed() if self.editor else ""

    def fill(self, typed: Typed) -> None:
        if self.editor:
            self.editor.fill(typed)

    def lock(self, locked: bool) -> None:
        self._way.lock(locked)
        for editor in self._editors.values():
            editor.lock(locked)

    def _way_width(self) -> int:
        """The same for every field: room for the longest of all ways."""
        letters = self.fontMetrics()
        longest = max(letters.horizontalAdvance(_(text)) for text in WAYS.values())
        return max(letters.averageCharWidth() * WAY_LETTERS, longest + FRAME)

    def _show_editor(self) -> None:
        way = self.way
        if way in self._makers and way not in self._editors:
            self._make(way)
        for other, editor in self._editors.items():
            editor.setVisible(other == way)
        self.updateGeometry()
        self.edited.emit()

    def _make(self, way: str) -> None:
        editor = self._editors[way] = self._makers[way]()
        if not isinstance(editor, WantedEditor):
            name = _("{field}: {way}").format(field=self._label, way=_(WAYS[way]))
            editor.control.setAccessibleName(name)
        self._row.insertWidget(1, editor, 1)
        _put_after(self._way, editor)
        editor.edited.connect(self.edited)
        editor.committed.connect(self.committed)
        editor.refused.connect(self.refused)


def _put_after(before: Editor, editor: Editor) -> None:
    """Let Tab go from ``before`` through all parts of ``editor``, which is younger than what stands below it."""
    last: QWidget = before.control
    parts = [one for one in editor.findChildren(QWidget) if one.window() is before.window()]
    for part in (one for one in parts if one.window() is last.window()):
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(part.parent(), QComboBox):
            QWidget.setTabOrder(last, part)
            last = part
