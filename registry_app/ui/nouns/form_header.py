"""The head of a noun's form: code, what the register reckons of the row, whether anything is unsaved."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from registry_app.domain.fields import shown
from registry_app.domain.words import _
from registry_app.ui.widgets.prose import Prose

from .declared import Declared

BETWEEN = "  ·  "


class NounHeader(QFrame):
    """Read only; the code can be marked and copied. A ``button`` stands at its right where the noun has one."""

    def __init__(self, declared: Declared, button: QPushButton | None = None) -> None:
        super().__init__()
        self._declared, self._button = declared, button
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._code = QLabel()
        self._code.setTextFormat(Qt.TextFormat.PlainText)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = self._code.font()
        font.setBold(True)
        self._code.setFont(font)
        self._unsaved = QLabel(_("● Not saved"))
        self._unsaved.hide()
        self._facts = Prose()
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._code, 1)
        top.addWidget(self._unsaved)
        if button is not None:
            top.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 4, 8, 4)
        rows.setSpacing(1)
        rows.addLayout(top)
        rows.addWidget(self._facts)

    def show_new(self) -> None:
        """A row that is not in the register yet."""
        coded = "code" in self._declared.of.by_name
        self._code.setText(_("The code is given when it is saved") if coded else _(self._declared.unnamed))
        self._facts.hide()
        self._show_button(False)

    def show_row(self, row: Any) -> None:
        """What the register knows of a row."""
        fields = self._declared.of.by_name
        title = shown(row, fields[self._declared.title])
        self._code.setText(row.code if "code" in fields else title)
        facts = [(fields[name].short, shown(row, fields[name])) for name in self._declared.facts]
        self._facts.setText(BETWEEN.join(f"{label}: {text}" for label, text in facts if text))
        self._facts.setVisible(bool(self._facts.text()))
        self._show_button(True)

    @property
    def texts(self) -> tuple[str, str]:
        """Code and facts, as they read now."""
        return str(self._code.text()), "" if self._facts.isHidden() else str(self._facts.text())

    @property
    def unsaved(self) -> str:
        """The word for unsaved work; "" while there is none."""
        return "" if self._unsaved.isHidden() else str(self._unsaved.text())

    def show_unsaved(self, unsaved: bool) -> None:
        """Say whether anything that is typed is not saved."""
        self._unsaved.setVisible(unsaved)

    def _show_button(self, there: bool) -> None:
        if self._button is not None:
            self._button.setVisible(there)
