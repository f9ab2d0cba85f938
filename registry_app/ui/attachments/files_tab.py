"""The files beside one row: pictures small, others by name; added by button or by dropping them here."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from registry_app.domain.attachment import SUFFIXES, Attachment, size_text
from registry_app.domain.dates import show_date
from registry_app.domain.errors import Refused
from registry_app.domain.words import N_, _
from registry_app.operations import attaching
from registry_app.store.history import Changes
from registry_app.ui import ask, icons
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose

KEY = Qt.ItemDataRole.UserRole
PICTURE = QSize(64, 64)
SIGN = 32
PATTERN = " ".join(f"*{end}" for end in (*SUFFIXES.values(), ".jpeg"))
HAS_GROWN = N_(
    "The files make this register larger than 500 MB. It still works; copies of it take longer. "
    "Large photos can be made smaller when they are added."
)


class FilesTab(QWidget):
    """Shows the files of the row that ``show_row`` names. Every deed is an action of its own."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "files")
        self._session = session
        self._noun, self._row, self._writable = "", 0, False
        self._copies: tempfile.TemporaryDirectory[str] | None = None
        self.setAcceptDrops(True)
        self.files = QListWidget()
        self.files.setIconSize(PICTURE)
        self.files.setWordWrap(True)
        self.files.setSpacing(2)
        self.files.setAccessibleName(_("Files"))
        self.files.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.smaller = QCheckBox(_("Make photos s&maller"))
        self.smaller.setChecked(True)
        self.add_button = QPushButton(_("&Add files…"))
        self.open_button = QPushButton(_("&Open"))
        self.copy_button = QPushButton(_("Save a cop&y…"))
        self.name_button = QPushButton(_("&Rename…"))
        self.remove_button = QPushButton(_("Take a&way"))
        self._notice = MarkedLabel()
        self._hint = Prose(_("Drop files here, or choose “Add files”: PDF, JPEG, PNG, DOCX, XLSX up to 20 MB each."))
        self._lay_out()
        self.add_button.clicked.connect(self._choose)
        self.open_button.clicked.connect(self._open)
        self.copy_button.clicked.connect(self._save_copy)
        self.name_button.clicked.connect(self._rename)
        self.remove_button.clicked.connect(self._remove)
        self.files.itemSelectionChanged.connect(self._allow)
        self.files.itemActivated.connect(lambda _item: self._open())
        session.changed.connect(self._follow)
        self._allow()

    def _lay_out(self) -> None:
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for widget in (self.add_button, self.smaller):
            upper.addWidget(widget)
        for button in (self.open_button, self.copy_button, self.name_button, self.remove_button):
            lower.addWidget(button)
        upper.addStretch(1)
        lower.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(upper)
        rows.addWidget(self._notice)
        rows.addWidget(self.files, 1)
        rows.addWidget(self._hint)
        rows.addLayout(lower)

    def show_row(self, noun: str, row: int, *, writable: bool) -> None:
        """Show the files of that row of the table ``noun``; row 0: one that is not in the register yet."""
        self._noun, self._row, self._writable = noun, row, writable
        self._notice.say("", marks.NOTICE)
        self._refresh()

    def add(self, paths: list[Path]) -> None:
        """Keep the files at ``paths`` beside the row; what is not taken is said, and then none is."""
        try:
            done = self._session.run(attaching.attach, self._noun, self._row, paths, shrink=self.smaller.isChecked())
        except Refused as refused:
            self._notice.say("\n".join(str(problem) for problem in refused.problems), marks.PROBLEM)
            return
        if done and self._session.run(attaching.has_grown):
            self._notice.say(_(HAS_GROWN), marks.NOTICE)
        elif done:
            self._notice.say("", marks.NOTICE)

    @property
    def notice(self) -> str:
        """What is said about the last try; "" when there is nothing to say."""
        return self._notice.text

    # -- dropping --------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome where they can be kept."""
        if self._may_add and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep what was dropped."""
        event.acceptProposedAction()
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    # -- deeds -----------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        paths = ask.choose_files(self, _("Add files"), _pattern(PATTERN))
        if paths:
            self.add(paths)

    def _open(self) -> None:
        chosen = self._chosen
        if not chosen:
            return
        if self._copies is None:
            self._copies = tempfile.TemporaryDirectory(prefix="so-", ignore_cleanup_errors=True)
        copy = self._session.run(attaching.copy_to_read, chosen[0], Path(self._copies.name))
        if copy is not None and not ask.show_file(copy):
            self._notice.say(_("No program on this computer opens this file. Save a copy instead."), marks.PROBLEM)

    def _save_copy(self) -> None:
        one = self._session.registry.attachments.one(self._chosen[0])
        target = ask.choose_save(self, _("Save a copy"), Path.home() / one.name, _pattern(f"*{Path(one.name).suffix}"))
        if target is None:
            return
        saved = self._session.run(attaching.save_copy, one.id, target)
        if saved:
            ask.finished(self, _("A copy was saved: {path}").format(path=saved), saved)

    def _rename(self) -> None:
        one = self._session.registry.attachments.one(self._chosen[0])
        name = ask.line(self, _("Rename the file"), _("Name"), one.name)
        if name:
            self._session.run(attaching.rename, one.id, name, one.notes)

    def _remove(self) -> None:
        self._session.run(attaching.detach, self._chosen)

    # -- showing ---------------------------------------------------------------------------------------------------

    @property
    def _chosen(self) -> list[int]:
        return [int(item.data(KEY)) for item in self.files.selectedItems()]

    @property
    def _may_add(self) -> bool:
        return self._writable and self._row > 0

    def _follow(self, changes: Changes) -> None:
        if "attachment" in changes.rows and not self._session.is_lent:
            self._refresh()

    def _refresh(self) -> None:
        chosen = set(self._chosen)
        found = self._session.registry.attachments.of(self._noun, self._row) if self._row else []
        self.files.clear()
        for one in found:
            item = QListWidgetItem(self._icon(one), f"{one.name}\n{size_text(one.size)} · {show_date(one.added_on)}")
            item.setData(KEY, one.id)
            item.setToolTip(one.name)
            self.files.addItem(item)
            item.setSelected(one.id in chosen)
        if found and not self.files.selectedItems():
            self.files.item(0).setSelected(True)
        self._hint.setVisible(not found or self._may_add)
        self._allow()

    def _icon(self, one: Attachment) -> QIcon:
        """A small picture of the file, or what stands for its kind; all take the same room."""
        small = self._session.registry.attachments.thumbnail(one.digest) if one.is_picture else None
        picture = QPixmap()
        if not (small and picture.loadFromData(small)):
            name = "pdf" if one.media == "application/pdf" else "register"
            picture = icons.icon(name, self.palette()).pixmap(SIGN, SIGN)
        picture = picture.scaled(
            PICTURE.boundedTo(picture.size()),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        room = QPixmap(PICTURE)
        room.fill(Qt.GlobalColor.transparent)
        with QPainter(room) as painter:
            painter.drawPixmap((room.width() - picture.width()) // 2, (room.height() - picture.height()) // 2, picture)
        return QIcon(room)

    def _allow(self) -> None:
        chosen = len(self.files.selectedItems())
        self.add_button.setEnabled(self._may_add)
        self.smaller.setEnabled(self._may_add)
        self.open_button.setEnabled(chosen == 1)
        self.copy_button.setEnabled(chosen == 1)
        self.name_button.setEnabled(chosen == 1 and self._writable)
        self.remove_button.setEnabled(chosen > 0 and self._writable)


def _pattern(endings: str) -> str:
    """What a file dialog offers: "Files (*.pdf *.png)"."""
    return _("Files ({endings})").format(endings=endings)
