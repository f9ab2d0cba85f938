"""A mark and its words in one line of text: state, problem, notice."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from . import marks
from .marks import Mark


class MarkedLabel(QWidget):
    """Icon and words in the mark's tone, wrapped; hidden while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None, *, selectable: bool = False) -> None:
        super().__init__(parent)
        self._mark: Mark | None = None
        self._icon = QLabel()
        self._words = QLabel(wordWrap=True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        if selectable:
            self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def text(self) -> str:
        """The words; "" when it is hidden."""
        return str(self._words.text())

    def say(self, text: str, mark: Mark) -> None:
        """Show ``text`` with ``mark``; "" hides the label."""
        self._mark = mark
        self._words.setText(text)
        self.setAccessibleName(text)
        if text:
            self._paint()
        self.setVisible(bool(text))

    def clear(self) -> None:
        """Say nothing."""
        if self.text:
            self.say("", self._mark or marks.NOTICE)

    def changeEvent(self, event: QEvent) -> None:
        """Another palette: other tones."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()

    def _paint(self) -> None:
        if self._mark is None:
            return
        wanted = marks.coloured(self._mark, self.palette())
        role = QPalette.ColorRole.WindowText
        if self._words.palette().color(role) != wanted.color(role):
            self._words.setPalette(wanted)
        self._icon.setPixmap(marks.picture(self._mark, self))
