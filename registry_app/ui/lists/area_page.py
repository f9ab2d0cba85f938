"""The list of areas, with the acts that a decision makes: rename, merge, split, and what was done so far."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from registry_app.domain.entries import Area
from registry_app.domain.errors import Refused
from registry_app.domain.words import _
from registry_app.ui.session import Session

from .declared import Listing
from .entry_page import EntryPage


class AreaPage(EntryPage):
    """Acts stand in a row of their own, under what every list can do."""

    def __init__(self, session: Session, listing: Listing) -> None:
        self.acts: dict[str, QPushButton] = {}
        super().__init__(session, listing, Area())
        self.setProperty("guide", "areas")
        row = QHBoxLayout()
        for name, words, deed in (
            ("rename", _("Re&name…"), self.rename),
            ("renumber", _("Renum&ber…"), self.renumber),
            ("merge", _("&Merge…"), self.merge),
            ("split", _("&Split…"), self.split),
            ("history", _("Changes so &far…"), self.show_history),
        ):
            self.acts[name] = self._act(words, deed)
            row.addWidget(self.acts[name])
        row.addStretch(1)
        self._column.addLayout(row)
        self.table.chosen.connect(lambda _key: self._allow())
        self._allow()

    @property
    def area(self) -> Area | None:
        """The area that is chosen."""
        chosen = self.chosen
        return chosen if isinstance(chosen, Area) else None

    def retire(self) -> None:
        """As in every list; an area that ended by an act is not offered again."""
        try:
            super().retire()
        except Refused as refused:
            self._session.problem.emit(str(refused))

    def rename(self) -> None:
        """Another name by decision."""
        from .area_acts import RenameAreaDialog

        if self.area:
            RenameAreaDialog.rename(self._session, self.area, self.window())

    def renumber(self) -> None:
        """Other numbers, of several at once."""
        from .area_renumber import RenumberAreasDialog

        RenumberAreasDialog.renumber(self._session, self.area, self.window())

    def merge(self) -> None:
        """One area of several."""
        from .area_merge import MergeAreasDialog

        MergeAreasDialog.merge(self._session, self.area if self._acts_on_chosen else None, self.window())

    def split(self) -> None:
        """Several areas of one."""
        from .area_split import SplitAreaDialog

        if self.area:
            SplitAreaDialog.split(self._session, self.area, self.window())

    def show_history(self) -> None:
        """What was done to the chosen area; to all when none is chosen."""
        from .area_history import AreaHistoryDialog

        AreaHistoryDialog.show_acts(self._session, self.area, self.window())

    @property
    def _acts_on_chosen(self) -> bool:
        return self.area is not None and not self.area.retired and not self.area.whole_ward

    def _allow(self) -> None:
        writable = not self._session.registry.read_only
        self.acts["rename"].setEnabled(writable and self._acts_on_chosen)
        self.acts["split"].setEnabled(writable and self._acts_on_chosen)
        self.acts["renumber"].setEnabled(writable)
        self.acts["merge"].setEnabled(writable)

    def _act(self, words: str, deed: Callable[[], Any]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: deed())
        return button
