"""The task cards in a window beside the work: their list with a search at the left, the card at the right."""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from registry_app.domain import kinds
from registry_app.domain.words import _

from . import cards
from .card_text import CardText

FIRST_SIZE = QSize(940, 640)
SIDE = 250
KEY = Qt.ItemDataRole.UserRole


class HelpWindow(QDialog):
    """One beside each window that asks; asked again it comes to the front with the card that is wanted now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        self.setModal(False)
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize()))
        self._search = QLineEdit(placeholderText=_("Look for a task"), maxLength=kinds.LINE_LIMIT)
        self._search.setAccessibleName(_("Look for a task"))
        self._search.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setAccessibleName(_("Tasks"))
        self._list.setSpacing(2)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = QLabel(_("No card holds all these words."), wordWrap=True)
        self._text = CardText()
        self._lay_out()
        self._search.textChanged.connect(self._look)
        self._list.currentItemChanged.connect(self._turn)
        self._text.anchorClicked.connect(self._follow)
        self._look("")

    @classmethod
    def show_card(cls, parent: QWidget, name: str) -> "HelpWindow":
        """Show the card ``name`` in a window beside ``parent``."""
        window = parent if isinstance(parent, cls) else parent.findChild(cls) or cls(parent)
        window.choose(name)
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    @property
    def shown(self) -> str:
        """The name of the card that is shown; "" for none."""
        row = self._list.currentRow()
        return self._names()[row] if row >= 0 else ""

    @property
    def titles(self) -> list[str]:
        """The titles that are listed."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    @property
    def text(self) -> str:
        """The words of the card that is shown."""
        return str(self._text.toPlainText())

    def choose(self, name: str) -> None:
        """Show the card ``name``; a search that leaves it out is emptied."""
        if name not in self._names():
            self._search.clear()
        if name in self._names():
            self._list.setCurrentRow(self._names().index(name))

    def look_for(self, typed: str) -> None:
        """Look for words as if they were typed."""
        self._search.setText(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the search goes to the list; it closes nothing. Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._text.setFocus()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(side)
        parts.addWidget(self._text)
        parts.setStretchFactor(1, 1)
        parts.setSizes([SIDE, self.width() - SIDE])
        whole = QVBoxLayout(self)
        whole.addWidget(parts)

    def _names(self) -> list[str]:
        return [str(self._list.item(row).data(KEY)) for row in range(self._list.count())]

    def _look(self, typed: str) -> None:
        """List the cards that hold what is typed; the one that is shown stays where it is among them."""
        shown = self.shown
        self._list.blockSignals(True)
        self._list.clear()
        for card in cards.found(typed):
            item = QListWidgetItem(card.title, self._list)
            item.setData(KEY, card.name)
        self._list.blockSignals(False)
        names = self._names()
        self._nothing.setVisible(not names)
        if names:
            self._list.setCurrentRow(names.index(shown) if shown in names else 0)

    def _turn(self, item: QListWidgetItem | None) -> None:
        card = next((one for one in cards.cards() if item is not None and one.name == item.data(KEY)), None)
        if card:
            self._text.show_file(str(card.file))

    def _follow(self, link: QUrl) -> None:
        """A link leads to another card, and nowhere else."""
        name = link.fileName().removesuffix(".md")
        if name in cards.CARDS:
            self.choose(name)
