"""The sites of a model, under each its teams and camera points, with who leads and how many belong to it."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from registry_app.domain.camera_point import CameraRow
from registry_app.domain.dates import show_date
from registry_app.domain.ids import ModelId
from registry_app.domain.inside_rules import holds
from registry_app.domain.search import Moment
from registry_app.domain.site import SiteRow
from registry_app.domain.team import TeamRow
from registry_app.domain.words import _
from registry_app.operations import people_shown
from registry_app.store.registry import Registry
from registry_app.ui import icons
from registry_app.ui.widgets.branches import SeenBranches
from registry_app.ui.widgets.copies import NAMED, CopiesOut, named
from registry_app.ui.widgets.records import ROOM

KEY = Qt.ItemDataRole.UserRole
NAME, LEADER, MEMBERS, HOUSEHOLDS, CAMERAS = range(5)
NAME_LETTERS, LEADER_LETTERS = 14, 11
LETTERS = {MEMBERS: 6, HOUSEHOLDS: 4, CAMERAS: 4}
ICONS = {"site": "site", "team": "team", "camera_point": "camera"}
Row = SiteRow | TeamRow | CameraRow
R = TypeVar("R", bound=Row)


class Node(Struct, frozen=True):
    """What a row of the tree stands for."""

    noun: str
    number: int
    name: str


class Branch(Struct, frozen=True, kw_only=True):
    """A site with what is in it."""

    site: SiteRow
    teams: tuple[TeamRow, ...]
    cameras: tuple[CameraRow, ...]


def branches(registry: Registry, model: ModelId, at: Moment, *, ended: bool) -> tuple[Branch, ...]:
    """The sites of ``model`` with their teams and camera points, in the order of entry; what is over only where
    ``ended`` is asked for."""
    inside = registry.inside
    sites = inside.sites.window([one.id for one in inside.sites.where("model_id", model)], at)
    shown = list(_wanted(sites, at, ended=ended))
    teams = {one.id: site.id for site in shown for one in inside.teams.where("site_id", site.id)}
    cameras = {one.id: site.id for site in shown for one in inside.cameras.where("site_id", site.id)}
    team_rows = list(_wanted(inside.teams.window(list(teams), at), at, ended=ended))
    camera_rows = list(_wanted(inside.cameras.window(list(cameras), at), at, ended=ended))
    return tuple(
        Branch(
            site=site,
            teams=tuple(row for row in team_rows if teams[row.id] == site.id),
            cameras=tuple(row for row in camera_rows if cameras[row.id] == site.id),
        )
        for site in shown
    )


def _wanted(rows: Iterable[R], at: Moment, *, ended: bool) -> Iterator[R]:
    return (row for row in rows if ended or holds(row, at.on))


class StructureTree(SeenBranches, CopiesOut, QTreeWidget):
    """What was chosen and closed stays so when it is shown anew."""

    chosen = Signal()
    opened = Signal(object)
    """The Node that was double-clicked or entered."""

    def __init__(self) -> None:
        super().__init__()
        self._closed: set[int] = set()
        self.setAccessibleName(_("Sites and teams"))
        self.setColumnCount(CAMERAS + 1)
        self.setHeaderLabels([_("Site, team"), _("Leader"), _("Mem."), _("Hh."), _("Cam.")])
        tips = (_("Members"), _("Households"), _("Camera points"))
        for column, tip in zip((MEMBERS, HOUSEHOLDS, CAMERAS), tips, strict=True):
            self.headerItem().setToolTip(column, tip)
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setIndentation(14)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.itemSelectionChanged.connect(self.chosen)
        self.itemDoubleClicked.connect(lambda item, _column: self._open(item))
        self.itemCollapsed.connect(lambda item: self._closed.add(_node(item).number))
        self.itemExpanded.connect(lambda item: self._closed.discard(_node(item).number))

    @property
    def current(self) -> Node | None:
        """What is chosen."""
        items = self.selectedItems()
        return _node(items[0]) if items else None

    @property
    def site(self) -> int | None:
        """The site that is chosen, or in which what is chosen lies; the only one where nothing is."""
        items = self.selectedItems()
        if not items and self.topLevelItemCount() == 1:
            return _node(self.topLevelItem(0)).number
        top = items[0].parent() or items[0] if items else None
        return _node(top).number if top else None

    def show_branches(self, found: Iterable[Branch], at: Moment) -> None:
        """Show ``found`` in place of what is there."""
        before = self.current
        blocked = self.blockSignals(True)
        self.clear()
        for branch in found:
            top = self._item(Node("site", branch.site.id, branch.site.title or _("(without a name)")), branch.site, at)
            self.addTopLevelItem(top)
            for team in branch.teams:
                top.addChild(self._item(Node("team", team.id, team.name), team, at))
            for camera in branch.cameras:
                top.addChild(self._item(Node("camera_point", camera.id, camera.name), camera, at))
            top.setExpanded(branch.site.id not in self._closed)
        if before:
            self._choose(before)
        self.blockSignals(blocked)
        self.chosen.emit()

    def choose(self, noun: str, number: int) -> None:
        """Choose a row, if it is there."""
        self._choose(Node(noun, number, ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        items = self.selectedItems()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and items:
            self._open(items[0])
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names and leaders share what the figures leave."""
        super().resizeEvent(event)
        letter, words = self.fontMetrics().averageCharWidth(), self.header().fontMetrics().horizontalAdvance
        rest = self.viewport().width()
        for column in LETTERS:
            wide = max(words(self.headerItem().text(column)), letter * LETTERS[column]) + ROOM
            self.setColumnWidth(column, wide)
            rest -= wide
        heading = words(self.headerItem().text(LEADER)) + 2 * ROOM
        leader = max(heading, letter * LEADER_LETTERS, rest // 3)
        self.setColumnWidth(LEADER, leader)
        self.setColumnWidth(NAME, max(letter * NAME_LETTERS, rest - leader))

    def _open(self, item: QTreeWidgetItem) -> None:
        self.opened.emit(_node(item))

    def _choose(self, wanted: Node) -> None:
        for item in self._items():
            node = _node(item)
            if (node.noun, node.number) == (wanted.noun, wanted.number):
                self.setCurrentItem(item)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for place in range(self.topLevelItemCount()):
            top = self.topLevelItem(place)
            inside = [top, *(top.child(number) for number in range(top.childCount()))] if top else []
            yield from (item for item in inside if item is not None)

    def _item(self, node: Node, row: Row, at: Moment) -> QTreeWidgetItem:
        over = not holds(row, at.on)
        name = node.name
        if over:
            name = _("{name} (ended {day})").format(name=name, day=show_date(row.valid_to))
        item = QTreeWidgetItem([name, *_figures(row)])
        item.setData(NAME, KEY, node)
        item.setData(LEADER, NAMED, named(people_shown.in_cell(node.noun, row, "leader")))
        item.setIcon(NAME, icons.icon(ICONS[node.noun], self.palette()))
        for column in range(self.columnCount()):
            item.setToolTip(column, item.text(column))
            if column >= MEMBERS:
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if over:
                item.setForeground(column, self.palette().color(QPalette.ColorRole.PlaceholderText))
        return item


def _figures(row: Row) -> list[str]:
    """Who leads, and how many members, households and camera points there are."""
    if isinstance(row, SiteRow):
        return [row.leader, *map(str, (row.members, row.households, row.cameras))]
    if isinstance(row, TeamRow):
        decided = "" if row.decided is None else f"/{row.decided}"
        return [row.leader, f"{row.members}{decided}", str(row.households), ""]
    return ["", "", "", "" if row.eyes is None else str(row.eyes)]


def _node(item: QTreeWidgetItem | None) -> Node:
    if item is None:
        raise RuntimeError("a row of the tree without an item")
    found = item.data(NAME, KEY)
    if not isinstance(found, Node):
        raise RuntimeError("a row of the tree without its node")
    return found
