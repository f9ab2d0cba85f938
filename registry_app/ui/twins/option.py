"""A radio button whose words wrap: a long note is read whole, and a click on the words chooses as well."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QSizePolicy, QWidget


class Option(QWidget):
    """``button`` belongs into a group; ``name`` is read out before the words."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self.button = QRadioButton()
        self.button.setAccessibleName(f"{name}: {words}")
        self.words = _Words(words, self.button)
        self.button.setMinimumHeight(self.words.fontMetrics().height())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)


class _Words(QLabel):
    def __init__(self, words: str, button: QRadioButton) -> None:
        super().__init__(words, wordWrap=True)
        self._button = button
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = self.sizePolicy()  # says already that the height goes by the width
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Narrow columns wrap."""
        return QSize(self.fontMetrics().averageCharWidth() * 10, super().minimumSizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The words are part of the button."""
        self._button.setFocus(Qt.FocusReason.MouseFocusReason)
        self._button.setChecked(True)
        event.accept()
