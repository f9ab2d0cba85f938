"""What the window shows while no register is open: make one, open one, look at the sample, or one opened lately."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from registry_app.domain.errors import system_reason
from registry_app.domain.words import N_, _

from .widgets.offer import LETTERS, Offer, Offers
from .widgets.scrolling import Scrolling

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


class StartPage(QWidget):
    """``wanted`` says what was chosen by the name of its command, ``recent_wanted`` which file."""

    wanted = Signal(str)
    recent_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "start")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addStretch(2)
        column.addWidget(self._title())
        column.addSpacing(16)
        offers, self._recent = Offers(), Offers()
        for name, text, about, icon in OFFERS:
            button = Offer(_(text), icon, about=_(about))
            button.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
            offers.add(button, _(about))
        column.addWidget(offers)
        column.addWidget(self._recent)
        column.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolling(inside))

    def _title(self) -> QLabel:
        title = QLabel(
            _("Register of community-security models"), alignment=Qt.AlignmentFlag.AlignHCenter, wordWrap=True
        )
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        title.setFont(font)
        return title

    def show_recent(self, registers: Sequence[str]) -> None:
        """Offer the registers opened lately, newest first, with their folder and last change; one that cannot be
        opened stays in sight, greyed, and says why."""
        self._recent.clear()
        if registers:
            self._recent.say(_("Opened lately:"))
        for name in registers[:FEW]:
            self._offer_recent(Path(name))

    def _offer_recent(self, path: Path) -> None:
        changed, why = _state(path)
        said = why or _("Last change {when}").format(when=changed)
        button = Offer(path.name.replace("&", "&&"), "history", about=f"{path.parent}. {said}", name=path.name)
        button.setEnabled(not why)
        button.clicked.connect(lambda: self.recent_wanted.emit(path))
        width = self.fontMetrics().averageCharWidth() * LETTERS
        folder = self.fontMetrics().elidedText(str(path.parent), Qt.TextElideMode.ElideMiddle, width)
        self._recent.add(button, f"{said}\n{folder}", tip=str(path))


def _state(path: Path) -> tuple[str, str]:
    """When ``path`` was last changed, and why it cannot be opened; one of them is ""."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return "", _("Not there any more: moved, renamed, or on a stick that is not plugged in.")
    except OSError as problem:
        return "", _("Cannot be reached: {why}.").format(why=system_reason(problem))
    return f"{datetime.fromtimestamp(found.st_mtime):%d/%m/%Y %H:%M}", ""
