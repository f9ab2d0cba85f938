"""One list on a page: find an entry, add, change, take out of use, offer again, delete."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from registry_app.domain import kinds, rules
from registry_app.domain.entries import Entry
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import _, n_
from registry_app.operations import lists as operations
from registry_app.operations.lists import entries_like
from registry_app.store.history import Changes
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable

from .declared import Listing
from .entry_dialog import EntryDialog


class EntryPage(QWidget):
    """``blank`` is what a new entry starts from; it also says which extra fields (of which type) the page is about."""

    more_wanted = Signal(object)
    """The entry whose own list (a type's extra fields) is to be shown."""

    def __init__(self, session: Session, listing: Listing, blank: Entry, *, more: str = "") -> None:
        super().__init__()
        self._session, self._listing, self._blank = session, listing, blank
        self._entries: dict[int, Entry] = {}
        self.search = QLineEdit(placeholderText=_("Find in this list"), maxLength=kinds.LINE_LIMIT)
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(_("Find in this list"))
        self.retired_too = QCheckBox(_("Show those &out of use"))
        headings = [Heading(_(part.heading or part.label), part.letters) for part in listing.parts if part.shown]
        self.table = RecordTable(_(listing.title), [*headings, Heading(_("State"), 10)])
        self._about = Prose()
        buttons = QHBoxLayout()
        self._add = self._button(buttons, _("&Add…"), self.add)
        self._edit = self._button(buttons, _("C&hange…"), self.edit)
        self._more = self._button(buttons, more, self._ask_more)
        self._more.setVisible(bool(more))
        self.retire_button = self._button(buttons, _("Take out of &use"), self.retire)
        self.delete_button = self._button(buttons, _("&Delete"), self.delete)
        buttons.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.retired_too)
        rows = self._column = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Prose(_(listing.about)))
        rows.addLayout(top)
        rows.addWidget(self.table, 1)
        rows.addWidget(self._about)
        rows.addLayout(buttons)
        self.search.textChanged.connect(self.refresh)
        self.retired_too.toggled.connect(self.refresh)
        self.table.chosen.connect(self._show_one)
        self.table.opened.connect(lambda _key: self.edit())
        session.changed.connect(self._follow)
        self.refresh()

    @property
    def chosen(self) -> Entry | None:
        """The entry chosen in the table."""
        key = self.table.chosen_key
        return self._entries.get(key) if key is not None else None

    def refresh(self) -> None:
        """Show the list as it is now, as far as it is searched for."""
        words = fold(self.search.text()).split()
        every = entries_like(self._session.registry.lists, self._blank)
        self._entries = {
            entry.id: entry
            for entry in every
            if (self.retired_too.isChecked() or not entry.retired) and all(word in fold(entry.name) for word in words)
        }
        self.table.show_records([self._record(entry) for entry in self._entries.values()])

    def add(self) -> None:
        """Ask for a new entry; it is chosen afterwards."""
        before = {entry.id for entry in entries_like(self._session.registry.lists, self._blank)}
        if EntryDialog.edit(self._session, self._listing, self._blank, self.window()):
            self.search.clear()
            for entry in entries_like(self._session.registry.lists, self._blank):
                if entry.id not in before:
                    self.table.choose(entry.id)

    def edit(self) -> None:
        """Change the chosen entry."""
        if self.chosen and self._edit.isEnabled():
            EntryDialog.edit(self._session, self._listing, self.chosen, self.window())

    def retire(self) -> None:
        """Take the chosen entry out of use, or offer it again."""
        if self.chosen:
            self._session.run(operations.retire, self.chosen, retired=not self.chosen.retired)

    def delete(self) -> None:
        """Delete the chosen entry, which nothing uses."""
        if self.chosen:
            self._session.run(operations.remove, self.chosen)

    def _ask_more(self) -> None:
        if self.chosen:
            self.more_wanted.emit(self.chosen)

    def _follow(self, changes: Changes) -> None:
        if changes:
            self.refresh()

    def _show_one(self, _key: int | None) -> None:
        entry = self.chosen
        registry = self._session.registry
        uses = registry.entries.uses(entry) if entry else 0
        kept = " ".join(map(str, rules.kept_problems(entry, registry.lists))) if entry else ""
        self._about.setText(kept or (_in_use(uses) if entry else ""))
        writable = not registry.read_only
        self._add.setEnabled(writable)
        self._edit.setEnabled(writable and entry is not None)
        self._more.setEnabled(entry is not None)
        self.retire_button.setEnabled(writable and entry is not None and (entry.retired or not kept))
        self.retire_button.setText(_("Offer a&gain") if entry and entry.retired else _("Take out of &use"))
        self.delete_button.setEnabled(writable and entry is not None and not uses and not kept)

    def _record(self, entry: Entry) -> Record:
        cells = [part.cell(entry) for part in self._listing.parts if part.shown]
        state = _("out of use") if entry.retired else _("in use")
        return Record(key=entry.id, cells=(*cells, state), faded=entry.retired)

    def _button(self, row: QHBoxLayout, words: str, deed: Callable[[], Any]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: deed())
        row.addWidget(button)
        return button


def _in_use(uses: int) -> str:
    if not uses:
        return _("Nothing uses this entry; it can be deleted.")
    return n_(
        "Used in {count} place: it can be taken out of use, not deleted.",
        "Used in {count} places: it can be taken out of use, not deleted.",
        uses,
    ).format(count=uses)
