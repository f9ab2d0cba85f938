"""A window on finished papers of which nothing is to be chosen but which one: the paper, and the ways it can go."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from registry_app.domain.words import _
from registry_app.operations.printing import Prepared
from registry_app.store.registry import Registry
from registry_app.ui.form_dialog import EDGE
from registry_app.ui.session import Session
from registry_app.ui.widgets.wheel import guard

SIZE = (1000, 760)


class Offered(Struct, frozen=True, kw_only=True):
    """One paper: what it is called, and what reads it."""

    label: str
    prepare: Callable[[Registry], Prepared]


class PaperWindow(QDialog):
    """Follows the register. ``offered`` are the papers, the one of number ``first`` is shown at the beginning."""

    def __init__(
        self, session: Session, title: str, offered: Sequence[Offered], parent: QWidget | None = None, *, first: int = 0
    ) -> None:
        super().__init__(parent)
        from .setting import Setting  # QtPdf

        self.setProperty("guide", "print")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._session, self._offered = session, tuple(offered)
        self.setting = Setting(session, self)
        self.choice = QComboBox()
        self.choice.addItems([one.label for one in self._offered])
        self.choice.setCurrentIndex(first)
        self.choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        guard(self.choice)
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self.finished.connect(self._soon.stop)
        self._soon.timeout.connect(self.refresh)
        self.choice.currentIndexChanged.connect(lambda _place: self._soon.start())
        session.changed.connect(self._look_again)
        session.closing.connect(self.reject)
        self._soon.start()

    def _look_again(self, _changes: object) -> None:
        self._soon.start()

    def refresh(self) -> None:
        """Read the chosen paper, aside, and set it; not while long work has the register: its changes bring us back."""
        if not self._session.is_open or self._session.is_lent:
            return
        self.setting.drop()
        chosen = self._offered[self.choice.currentIndex()]
        prepared = self._session.run_and_wait(self, chosen.prepare, title=_("Reading the rows…"))
        if prepared is not None:
            self.setting.set_paper(prepared)

    def _lay_out(self) -> None:
        label = QLabel(_("P&aper:"))
        label.setBuddy(self.choice)
        self.choice.setAccessibleName(_("Paper"))
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.choice)
        top.addStretch(1)
        for widget in (label, self.choice):
            widget.setVisible(len(self._offered) > 1)
        for place, button in enumerate(self.setting.buttons):
            below.addWidget(button)
            if place == 0:
                below.addStretch(1)
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        below.addWidget(close)
        rows = QVBoxLayout(self)
        rows.addLayout(top)
        rows.addWidget(self.setting.preview, 1)
        rows.addWidget(self.setting.info)
        rows.addWidget(self.setting.warning)
        rows.addLayout(below)
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width() - EDGE), min(SIZE[1], room.height() - EDGE))
        self.setting.preview.setFocus()
