"""The views down the left side, each with how many models it holds: fixed ones, the values of a few fields, the ward's
own. It only shows what it is told; ``sidebar_feed`` asks the register."""

from collections.abc import Container, Iterable, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTreeWidget, QTreeWidgetItem, QWidget

from registry_app.domain.fields import BY_NAME
from registry_app.domain.search import VIEWS
from registry_app.domain.words import N_, _
from registry_app.ui import icons, theme

SHOWN = (
    "all", "overdue", "soon", "never-reviewed", "interim", "final", "no-leader", "period-over", "missing", "paused",
    "ended", "statutory", "trash",
)  # fmt: skip
AXES = ("type", "field", "areas", "status", "lead")
SAVED = "saved"
SAVED_TITLE = N_("Saved views")
TONES = {"overdue": "alert", "soon": "warn", "no-leader": "warn", "period-over": "warn"}
COUNT = 1
OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
KEY = Qt.ItemDataRole.UserRole
INDENT = 14
Key = tuple[object, ...]
"""("view", its key), ("value", field, value), ("saved", number) or ("part", field or SAVED)."""


class Line(Struct, frozen=True):
    """One line of a part: what it stands for, its words, how many models (None while nobody has counted)."""

    key: Key
    text: str
    count: int | None = None


class Sidebar(QTreeWidget):
    """One view is chosen at a time; parts are closed until somebody opens them."""

    chosen = Signal(str)
    """The key of a fixed view (search.VIEWS) that the user chose."""
    value_chosen = Signal(str, object)
    """A field and one of its values (None: blank)."""
    saved_chosen = Signal(int)
    """The number of a view of the ward's own."""
    part_opened = Signal(str)
    """A part (one of AXES, or SAVED) wants its lines."""
    saved_menu_wanted = Signal(int, object)
    """The menu of the ward's own view of that number, at a place of the screen (QPoint)."""
    saved_key_pressed = Signal(int, object)
    """A key on the ward's own view of that number: F2, Del, Alt+Up, Alt+Down (QKeyCombination)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "views")
        self.setAccessibleName(_("Views"))
        self._dress_tree()
        self._items: dict[Key, QTreeWidgetItem] = {}
        for key in SHOWN:
            self._add(self.invisibleRootItem(), Line(("view", key), ""))
        for part in (*AXES, SAVED):
            self._add_part(part)
        self._widest = self._widest_label()
        self._dress()
        self.setCurrentItem(self._items["view", "all"])
        self.currentItemChanged.connect(self._tell)
        self.itemClicked.connect(self._toggle)
        self.itemExpanded.connect(self._opened)
        self.itemCollapsed.connect(lambda item: self._mark(item))

    def _dress_tree(self) -> None:
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setIconSize(QSize(theme.grown(icons.MENU), theme.grown(icons.MENU)))
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setExpandsOnDoubleClick(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._want_menu)
        heads = self.header()
        heads.setStretchLastSection(False)
        heads.setMinimumSectionSize(24)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)

    def _add(self, parent: QTreeWidgetItem, line: Line) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent)
        item.setData(0, KEY, line.key)
        item.setTextAlignment(COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setSizeHint(0, QSize(0, self.fontMetrics().height() + 12))
        self._items[line.key] = item
        self._say(item, line)
        return item

    def _add_part(self, part: str) -> None:
        item = self._add(self.invisibleRootItem(), Line(("part", part), part_title(part)))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        item.setHidden(part == SAVED)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)

    def _say(self, item: QTreeWidgetItem, line: Line) -> None:
        item.setText(0, line.text)
        item.setToolTip(0, line.text)
        item.setText(COUNT, "" if line.count is None else f"{line.count:,}".replace(",", "."))
        said = line.text if line.count is None else f"{line.text}: {line.count}"
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)

    # -- what is shown ---------------------------------------------------------------------------------------------

    @property
    def view(self) -> str:
        """The key of the chosen fixed view; "all" where another kind of line is chosen."""
        key = self._key(self.currentItem())
        return str(key[1]) if key[:1] == ("view",) else "all"

    @property
    def open_parts(self) -> tuple[str, ...]:
        """The parts whose lines can be seen."""
        return tuple(part for part in (*AXES, SAVED) if self._items["part", part].isExpanded())

    def choose(self, view: str) -> None:
        """Choose a fixed view as the user would."""
        self.setCurrentItem(self._items["view", view])

    def choose_quietly(self, *key: object) -> None:
        """Let the line of ``key`` be the chosen one and tell nobody; where it is not there, none is chosen."""
        blocked = self.blockSignals(True)
        item = self._items.get(key)
        self.setCurrentIndex(self.indexFromItem(item) if item else QModelIndex())
        self.blockSignals(blocked)
        self.viewport().update()

    def show_counts(self, counts: Mapping[str, int], within: int) -> None:
        """Show how many models each fixed view holds; ``within`` is how many days are soon."""
        for option in VIEWS:
            item = self._items.get(("view", option.key))
            if item is not None:
                text = str(option).format(days=within)
                self._say(item, Line(("view", option.key), text, counts.get(option.key, 0)))

    def leave_out(self, views: Container[str]) -> None:
        """Show all fixed views but these, which stand for what the ward does not ask for."""
        for view in SHOWN:
            self._items["view", view].setHidden(view in views)

    def say_more(self, view: str, text: str) -> None:
        """Let the tip of a fixed view say ``text`` as well."""
        item = self._items["view", view]
        item.setToolTip(0, "\n".join(part for part in (item.text(0), text) if part))
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, text)

    def show_lines(self, part: str, lines: Sequence[Line]) -> None:
        """Show ``lines`` in ``part``; the chosen one stays chosen, if it is among them."""
        parent = self._items["part", part]
        old = [self._key(parent.child(place)) for place in range(parent.childCount())]
        if old == [line.key for line in lines]:
            for line in lines:
                self._say(self._items[line.key], line)
            return
        chosen = self._key(self.currentItem())
        blocked = self.blockSignals(True)
        for key in old:
            del self._items[key]
        parent.takeChildren()
        for line in lines:
            self._add(parent, line)
        if chosen in self._items:
            self.setCurrentItem(self._items[chosen])
        self.blockSignals(blocked)
        if part == SAVED:
            parent.setHidden(not lines)
            self._dress_lines(lines)

    def open_part(self, part: str) -> None:
        """Open ``part`` as the user would."""
        self._items["part", part].setExpanded(True)

    def close_parts(self, parts: Iterable[str] = (*AXES, SAVED)) -> None:
        """Close ``parts``: what they show belongs to another register."""
        for part in parts:
            self._items["part", part].setExpanded(False)
            self.show_lines(part, ())

    # -- look ------------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Other colours: other icons."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_items"):
            self._dress()

    def sizeHint(self) -> QSize:
        """Wide enough for the longest label and its count."""
        return QSize(self._widest + 60 + theme.grown(icons.MENU), 300)

    def _widest_label(self) -> int:
        labels = (str(option).format(days=30) for option in VIEWS if option.key in SHOWN)
        bold = QFont(self.font())
        bold.setBold(True)
        metrics, bold_metrics = self.fontMetrics(), QFontMetrics(bold)
        parts = (bold_metrics.horizontalAdvance(part_title(part)) for part in (*AXES, SAVED))
        return max(*map(metrics.horizontalAdvance, labels), *parts)

    def _dress(self) -> None:
        dark = theme.is_dark(self.palette())
        for key, item in self._items.items():
            if key[0] == "view":
                tone = theme.tone(TONES.get(str(key[1]), "quiet"), dark=dark)
                item.setIcon(0, icons.tinted(f"view-{key[1]}", tone, self.palette()))
            elif key[0] == "part":
                self._mark(item)
            elif key[0] == "saved":
                self._dress_lines([Line(key, "")])

    def _dress_lines(self, lines: Iterable[Line]) -> None:
        icon = icons.tinted("view-saved", theme.tone("quiet", dark=theme.is_dark(self.palette())), self.palette())
        for line in lines:
            self._items[line.key].setIcon(0, icon)

    def _mark(self, item: QTreeWidgetItem) -> None:
        name = "open-part" if item.isExpanded() else "closed-part"
        tone = theme.tone("quiet", dark=theme.is_dark(self.palette()))
        item.setIcon(0, icons.tinted(name, tone, self.palette()))

    # -- what happens ----------------------------------------------------------------------------------------------

    def _key(self, item: QTreeWidgetItem | None) -> Key:
        return tuple(item.data(0, KEY)) if item is not None else ()

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        kind, *rest = self._key(item) or ("",)
        if kind == "view":
            self.chosen.emit(rest[0])
        elif kind == "value":
            self.value_chosen.emit(*rest)
        elif kind == "saved":
            self.saved_chosen.emit(rest[0])

    def _toggle(self, item: QTreeWidgetItem) -> None:
        if self._key(item)[:1] == ("part",):
            item.setExpanded(not item.isExpanded())

    def _opened(self, item: QTreeWidgetItem) -> None:
        self._mark(item)
        self.part_opened.emit(self._key(item)[1])

    def _want_menu(self, place: QPoint) -> None:
        key = self._key(self.itemAt(place))
        if key[:1] == ("saved",):
            self.saved_menu_wanted.emit(key[1], self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the ward's own views; Enter and the arrows open a part."""
        item = self.currentItem()
        key = self._key(item)
        if key[:1] == ("saved",) and (event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete) or _with_alt(event)):
            self.saved_key_pressed.emit(key[1], event.keyCombination())
        elif item and key[:1] == ("part",) and event.key() in OPENING:
            self._toggle(item)
        else:
            super().keyPressEvent(event)


def _with_alt(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)


def part_title(part: str) -> str:
    """What the part of an axis, or of the ward's own views, is called."""
    return _(SAVED_TITLE) if part == SAVED else BY_NAME[part].short
