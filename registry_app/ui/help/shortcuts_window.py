"""All keys in one list: those of the commands as they are now, and those of list, search box and form."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from registry_app.domain import kinds
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_, _
from registry_app.ui import keys

FIRST_SIZE = QSize(560, 640)
OTHERS = (
    (N_("Search box: empty it"), "Esc"),
    (N_("Search box: to the list"), "Down"),
    (N_("List: open the model in the form"), "Return"),
    (N_("List: choose all"), "Ctrl+A"),
    (N_("List: choose several, one by one"), "Ctrl+Space"),
    (N_("List: the menu of the chosen models"), "Menu"),
    (N_("Form: next field, field before"), "Tab"),
    (N_("Form: next page"), "Ctrl+Tab"),
    (N_("Everywhere: open a menu with its underlined letter"), "Alt"),
)
"""What widgets do of themselves; portable keys."""


class ShortcutsWindow(QDialog):
    """A list to be searched and copied; keys are changed in the settings."""

    def __init__(self, lines: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Shortcuts"))
        self.setProperty("guide", "shortcuts")
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize()))
        self._lines = lines
        self._search = QLineEdit(placeholderText=_("Look for a command or a key"), maxLength=kinds.LINE_LIMIT)
        self._search.setAccessibleName(_("Look for a command or a key"))
        self._search.setClearButtonEnabled(True)
        self._list = QTreeWidget()
        self._list.setAccessibleName(_("Shortcuts"))
        self._list.setHeaderLabels([_("What is done"), _("Keys")])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setAllColumnsShowFocus(True)
        self._list.setAlternatingRowColors(True)
        heads = self._list.header()
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._said = QLabel()
        self._lay_out()
        self._search.textChanged.connect(self._look)
        self._look("")

    @classmethod
    def show_all(cls, parent: QWidget, commands: Sequence[tuple[str, str]]) -> "ShortcutsWindow":
        """Show the keys of ``commands`` – (words, portable keys) each –, then what widgets do of themselves."""
        for old in parent.findChildren(cls):
            old.close()
            old.deleteLater()
        others = [(_(text), keys) for text, keys in OTHERS]
        window = cls([(text, keys.shown(pressed)) for text, pressed in (*commands, *others)], parent)
        window.show()
        return window

    @property
    def shown(self) -> list[tuple[str, str]]:
        """(what, keys) of each line that is listed."""
        items = (self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount()))
        return [(item.text(0), item.text(1)) for item in items if item]

    def look_for(self, typed: str) -> None:
        """Look for words as if they were typed."""
        self._search.setText(typed)

    def copy(self) -> None:
        """Put what is listed on the clipboard, as lines with a tab between, to be printed from any text."""
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in self.shown))
        self._said.setText(_("Copied: paste it into Word or Excel and print it there."))

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        copy = buttons.addButton(_("&Copy as text"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(_("C&lose"), QDialogButtonBox.ButtonRole.RejectRole)
        copy.clicked.connect(self.copy)
        close.clicked.connect(self.reject)
        for button in (copy, close):
            button.setAutoDefault(False)
        self._said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addWidget(self._said)
        column.addWidget(buttons)

    def _look(self, typed: str) -> None:
        wanted = fold(typed).split()
        self._list.clear()
        for line in self._lines:
            if all(word in fold(" ".join(line)) for word in wanted):
                QTreeWidgetItem(self._list, list(line)).setToolTip(0, line[0])
