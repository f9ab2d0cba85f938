"""One of a few fixed choices: a plain combo box of keys and labels, in groups where there are groups."""

from collections.abc import Sequence
from typing import cast

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy

from .editor import Editor, Typed, one_text
from .wheel import guard

KEY = Qt.ItemDataRole.UserRole
LEAST_LETTERS = 10


class Offer(Struct, frozen=True):
    """One choice: its key, what people read, the heading under which it stands, its icon."""

    key: str
    label: str
    group: str = ""
    icon: QIcon | None = None


class Choice(Editor):
    """``typed`` is the key. ``blank`` is what people read for none; without it one is always chosen."""

    def __init__(self, offers: Sequence[Offer] = (), *, blank: str | None = None) -> None:
        super().__init__()
        self._blank = blank
        self._box = QComboBox()
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(LEAST_LETTERS)
        self._box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._box.setMaxVisibleItems(16)
        guard(self._box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box)
        self.setFocusProxy(self._box)
        self.offer(offers)
        self._box.currentIndexChanged.connect(self.edited)
        self._box.activated.connect(self.committed)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer these from now on; the chosen key stays where it is still offered."""
        chosen = self.typed()
        blocked = self._box.blockSignals(True)
        self._box.clear()
        if self._blank is not None:
            self._box.addItem(self._blank, "")
        group = ""
        for one in offers:
            if one.group and one.group != group:
                self._add_heading(one.group)
                group = one.group
            self._box.addItem(one.icon or QIcon(), one.label, one.key)
        self._box.setCurrentIndex(max(self._box.findData(chosen), self._first()))
        self._box.blockSignals(blocked)

    def typed(self) -> str:
        return str(self._box.currentData(KEY) or "")

    def fill(self, typed: Typed) -> None:
        """A key that is no longer offered is offered for as long as it is what stands here."""
        key = one_text(typed)
        place = self._box.findData(key)
        if place < 0 and key:
            self._box.addItem(key, key)
            place = self._box.count() - 1
        self._box.setCurrentIndex(max(place, self._first()))

    def lock(self, locked: bool) -> None:
        self._box.setEnabled(not locked)

    @property
    def words(self) -> str:
        """What people read of what is chosen."""
        return str(self._box.currentText())

    def _first(self) -> int:
        """The first item that can be chosen."""
        flags = [self._box.model().flags(self._box.model().index(row, 0)) for row in range(self._box.count())]
        return next((row for row, flag in enumerate(flags) if flag & Qt.ItemFlag.ItemIsSelectable), -1)

    def _add_heading(self, text: str) -> None:
        heading = QStandardItem(text)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        cast(QStandardItemModel, self._box.model()).appendRow(heading)
