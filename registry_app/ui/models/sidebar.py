"""The fixed views down the left side, each with how many models it holds."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTreeWidget, QTreeWidgetItem, QWidget

from registry_app.domain.search import VIEWS
from registry_app.domain.words import _
from registry_app.ui import icons, theme

SHOWN = ("all", "overdue", "soon", "never-reviewed", "missing", "paused", "ended", "trash")
TONES = {"overdue": "alert", "soon": "warn"}
COUNT = 1


class Sidebar(QTreeWidget):
    """One view is chosen at a time."""

    chosen = Signal(str)
    """The key of a view (search.VIEWS) that the user chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Views"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setIconSize(QSize(16, 16))
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        heads = self.header()
        heads.setStretchLastSection(False)
        heads.setMinimumSectionSize(24)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)
        self._items = {key: self._item(key) for key in SHOWN}
        self._dress()
        self.setCurrentItem(self._items["all"])
        self.currentItemChanged.connect(self._tell)

    def _item(self, key: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self)
        item.setData(0, Qt.ItemDataRole.UserRole, key)
        item.setTextAlignment(COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setSizeHint(0, QSize(0, self.fontMetrics().height() + 12))
        return item

    @property
    def view(self) -> str:
        """The key of the chosen view."""
        item = self.currentItem()
        return str(item.data(0, Qt.ItemDataRole.UserRole)) if item else "all"

    def choose(self, view: str) -> None:
        """Choose ``view`` as the user would."""
        self.setCurrentItem(self._items[view])

    def show_counts(self, counts: Mapping[str, int], within: int) -> None:
        """Show how many models each view holds; ``within`` is how many days are soon."""
        for option in VIEWS:
            item = self._items.get(option.key)
            if item is None:
                continue
            label, count = str(option).format(days=within), counts.get(option.key, 0)
            item.setText(0, label)
            item.setToolTip(0, label)
            item.setText(COUNT, f"{count:,}".replace(",", "."))
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{label}: {count}")

    def changeEvent(self, event: QEvent) -> None:
        """Other colours: other icons."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_items"):
            self._dress()

    def sizeHint(self) -> QSize:
        """Wide enough for the longest label and its count."""
        labels = (str(option) for option in VIEWS if option.key in SHOWN)
        widest = max(self.fontMetrics().horizontalAdvance(label.format(days=30)) for label in labels)
        return QSize(widest + 76, 300)

    def _dress(self) -> None:
        dark = theme.is_dark(self.palette())
        for key, item in self._items.items():
            item.setIcon(0, icons.tinted(f"view-{key}", theme.tone(TONES.get(key, "quiet"), dark=dark), self.palette()))

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self.view)
