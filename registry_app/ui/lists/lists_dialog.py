"""All the lists of a ward in one window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from registry_app.domain.entries import Area, Entry, ExtraField
from registry_app.domain.ids import TypeId
from registry_app.domain.words import _
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose

from .area_page import AreaPage
from .declared import EXTRAS, LISTINGS, TYPES, Listing
from .entry_page import EntryPage

SIZE = (900, 560)


class ListsDialog(QDialog):
    """The names of the lists at the left, the chosen list at the right. Every change is an action of its own."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "lists")
        self.setWindowTitle(_("Lists of the ward"))
        self._session = session
        self._names = QListWidget()
        self._names.setAccessibleName(_("Lists of the ward"))
        self._pages = QStackedWidget()
        for listing in LISTINGS:
            self._names.addItem(_(listing.title))
            more = _("&Extra fields…") if listing is TYPES else ""
            page = _page(session, listing, more)
            page.more_wanted.connect(self._show_extras)
            self._pages.addWidget(page)
        self._names.setSpacing(2)
        self._names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._names.setFixedWidth(self._names.sizeHintForColumn(0) + 28)
        self._notice = MarkedLabel()
        session.problem.connect(self._say)
        close = QDialogButtonBox()
        close.addButton(_("C&lose"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        sides = QHBoxLayout()
        sides.addWidget(self._names)
        sides.addWidget(self._pages, 1)
        rows = QVBoxLayout(self)
        rows.addLayout(sides, 1)
        rows.addWidget(self._notice)
        rows.addWidget(Prose(_("Each change is saved at once; Undo in the main window takes it back.")))
        rows.addWidget(close)
        self._names.currentRowChanged.connect(self._pages.setCurrentIndex)
        self._names.setCurrentRow(0)
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width() - 40), min(SIZE[1], room.height() - 60))

    @classmethod
    def edit(cls, session: Session, parent: QWidget | None = None, *, plural: str = "") -> None:
        """Show the lists, the one of that name in ``Lists`` first, until the user is done."""
        dialog = cls(session, parent)
        if plural:
            dialog.page(plural)
        dialog.exec()
        dialog.deleteLater()

    def page(self, plural: str) -> EntryPage:
        """The page of the list of that name in ``Lists``."""
        place = next(place for place, listing in enumerate(LISTINGS) if listing.plural == plural)
        self._names.setCurrentRow(place)
        found = self._pages.widget(place)
        if not isinstance(found, EntryPage):
            raise TypeError(plural)
        return found

    def _say(self, text: str) -> None:
        self._notice.say(text, marks.PROBLEM)

    def _show_extras(self, entry: Entry) -> None:
        dialog = ExtrasDialog(self._session, entry, self)
        dialog.exec()
        dialog.deleteLater()


def _page(session: Session, listing: Listing, more: str) -> EntryPage:
    if listing.value is Area:
        return AreaPage(session, listing)
    return EntryPage(session, listing, listing.value(), more=more)


class ExtrasDialog(QDialog):
    """The extra fields of one type."""

    def __init__(self, session: Session, of: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Extra fields of “{type}”").format(type=of.name))
        self.page = EntryPage(session, EXTRAS, ExtraField(type_id=TypeId(of.id)))
        close = QDialogButtonBox()
        close.addButton(_("C&lose"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self.page, 1)
        rows.addWidget(close)
        self.resize(720, 420)
