"""What the window shows while no register is open: make one, open one, look at the sample, or one opened lately."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from registry_app.domain.words import N_, _

from . import icons

OFFERS = (
    (
        "new_register",
        N_("&New register…"),
        N_("For a ward that has none yet; the usual lists are filled in."),
        "register",
    ),
    (
        "open_register",
        N_("&Open a register…"),
        N_("A file with the ending .registry on this computer or a stick."),
        "open",
    ),
    (
        "open_sample",
        N_("Look at the &sample"),
        N_("An invented ward with some 170 models, to try everything out."),
        "sample",
    ),
)
FEW = 4
WIDTH = 460


class StartPage(QWidget):
    """``wanted`` says what was chosen by the name of its command, ``recent_wanted`` which file."""

    wanted = Signal(str)
    recent_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._title())
        column.addSpacing(16)
        for name, text, about, icon in OFFERS:
            button = _Offer(_(text), icon)
            button.setAccessibleDescription(_(about))
            button.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
            _place(column, button)
            _place(column, _about(_(about)))
            column.addSpacing(8)
        self._recent = QVBoxLayout()
        column.addLayout(self._recent)
        column.addStretch(3)
        self.dress(self.palette())

    def _title(self) -> QLabel:
        title = QLabel(_("Register of community-security models"), alignment=Qt.AlignmentFlag.AlignHCenter)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        title.setFont(font)
        return title

    def dress(self, palette: QPalette) -> None:
        """Icons in the colours of ``palette``."""
        for button in self.findChildren(_Offer):
            button.setIcon(icons.icon(button.icon_name, palette))

    def show_recent(self, registers: Sequence[str]) -> None:
        """Offer the registers opened lately, newest first."""
        while item := self._recent.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        if registers:
            _place(self._recent, _about(_("Opened lately:")))
        for name in registers[:FEW]:
            path = Path(name)
            button = _Offer(f"{path.name} – {path.parent.name}".replace("&", "&&"), "history")
            button.setToolTip(name)
            button.clicked.connect(lambda _checked=False, path=path: self.recent_wanted.emit(path))
            _place(self._recent, button)
        self.dress(self.palette())


class _Offer(QPushButton):
    """A wide button whose words stand at the left, after its icon."""

    def __init__(self, text: str, icon_name: str) -> None:
        super().__init__("  " + text)
        self.icon_name = icon_name
        self.setIconSize(QSize(20, 20))
        self.setFixedWidth(WIDTH)
        self.setMinimumHeight(self.fontMetrics().height() + 18)
        self.setStyleSheet("text-align: left; padding-left: 10px;")


def _about(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setFixedWidth(WIDTH)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _place(column: QVBoxLayout, part: QWidget) -> None:
    column.addWidget(part, alignment=Qt.AlignmentFlag.AlignHCenter)
