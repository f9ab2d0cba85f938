"""Which columns the list has, and in which order: ticks, moved by the mouse or by Alt and the arrows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from registry_app.domain.fields import Field
from registry_app.domain.saved_view import ShownColumn
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import _
from registry_app.ui.widgets.line_edit import LineEdit
from registry_app.ui.widgets.ticks import TickDelegate

from .columns import USUAL_SHOWN, words_of

NAME = Qt.ItemDataRole.UserRole
SIZE = (460, 520)


class ColumnChooser(QDialog):
    """Ticked are the columns shown, in the order of the list from top to bottom."""

    def __init__(
        self,
        fields: Mapping[str, Field],
        shown: Sequence[ShownColumn],
        parent: QWidget | None,
        usual: Sequence[ShownColumn] = USUAL_SHOWN,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Columns of the list"))
        self._fields, self._usual = fields, usual
        self._widths = {column.field: column.width for column in shown}
        self._search = LineEdit(_("Find a column"))
        self._search.setClearButtonEnabled(True)
        self._search.setAccessibleName(_("Find a column"))
        self._search.textChanged.connect(self._narrow)
        self._list = QListWidget()
        self._list.setItemDelegate(TickDelegate(self._list))
        self._list.setAccessibleName(_("Columns"))
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._list.itemChanged.connect(lambda _item: self._allow())
        self._list.currentRowChanged.connect(lambda _row: self._allow())
        self._list.installEventFilter(self)
        self._search.installEventFilter(self)
        self._lay_out()
        self._fill([column.field for column in shown])
        self.resize(*SIZE)

    @classmethod
    def choose(
        cls,
        parent: QWidget | None,
        fields: Mapping[str, Field],
        shown: Sequence[ShownColumn],
        *,
        usual: Sequence[ShownColumn] = USUAL_SHOWN,
    ) -> tuple[ShownColumn, ...] | None:
        """The columns that the user wants of all ``fields``; None to leave those ``shown``. ``usual`` can be had again
        at once."""
        dialog = cls(fields, shown, parent, usual)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.chosen
        dialog.deleteLater()
        return chosen if agreed else None

    @property
    def chosen(self) -> tuple[ShownColumn, ...]:
        """What is ticked now, from top to bottom; columns that were there keep their width."""
        items = (self._list.item(row) for row in range(self._list.count()))
        names = (str(item.data(NAME)) for item in items if item.checkState() == Qt.CheckState.Checked)
        return tuple(ShownColumn(field=name, width=self._widths.get(name, 0)) for name in names)

    def _lay_out(self) -> None:
        self._up = self._button(_("Move &up"), _("Alt+Up"), -1)
        self._down = self._button(_("Move &down"), _("Alt+Down"), 1)
        usual = QPushButton(_("&As usual"))
        usual.setAutoDefault(False)
        usual.clicked.connect(self._reset)
        side = QVBoxLayout()
        for button in (self._up, self._down, usual):
            side.addWidget(button)
        side.addStretch(1)
        label = QLabel(_("&Columns to show, from left to right:"))
        label.setBuddy(self._list)
        middle = QHBoxLayout()
        middle.addWidget(self._list, 1)
        middle.addLayout(side)
        self._buttons = QDialogButtonBox()
        self._yes = self._buttons.addButton(_("&Show these"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._yes.setDefault(True)
        self._buttons.addButton(_("Ca&ncel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        for part in (self._search, label):
            rows.addWidget(part)
        rows.addLayout(middle, 1)
        rows.addWidget(self._buttons)

    def _button(self, text: str, tip: str, step: int) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._move(step))
        return button

    def _fill(self, shown: Sequence[str]) -> None:
        """Ticked ones first, then the others as they are declared."""
        self._list.clear()
        ticked = [name for name in shown if name in self._fields]
        for name in (*ticked, *(other for other in self._fields if other not in ticked)):
            item = QListWidgetItem(words_of(self._fields[name]))
            item.setData(NAME, name)
            item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(Qt.CheckState.Checked if name in ticked else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._narrow(self._search.text())

    def _reset(self) -> None:
        self._widths.clear()
        self._fill([column.field for column in self._usual])

    def _narrow(self, typed: str) -> None:
        """Show what holds ``typed``, whatever its accents."""
        wanted = fold(typed)
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(wanted not in fold(item.text()))
        visible = self._visible()
        if self._list.currentRow() not in visible:
            self._list.setCurrentRow(visible[0] if visible else -1)
        self._allow()

    def _visible(self) -> list[int]:
        return [row for row in range(self._list.count()) if not self._list.item(row).isHidden()]

    def _move(self, step: int) -> None:
        """Move the current column past the next one in sight."""
        place = self._place(step)
        if place is None:
            return
        row = self._list.currentRow()
        self._list.insertItem(place, self._list.takeItem(row))
        self._list.setCurrentRow(place)

    def _place(self, step: int) -> int | None:
        visible, row = self._visible(), self._list.currentRow()
        if row not in visible:
            return None
        place = visible.index(row) + step
        return visible[place] if 0 <= place < len(visible) else None

    def _allow(self) -> None:
        self._up.setEnabled(self._place(-1) is not None)
        self._down.setEnabled(self._place(1) is not None)
        self._yes.setEnabled(bool(self.chosen))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt and the arrows move a column; from the search the arrows go to the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(step)
                return True
            if step and watched is self._search:
                self._list.setFocus()
                return True
        return super().eventFilter(watched, event)
