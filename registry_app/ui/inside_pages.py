"""The pages of what is inside models, as the window deals with all of them together; each is made when it is first
asked for."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtGui import QPalette

from .choices import Choices
from .session import Session

if TYPE_CHECKING:
    from .nouns.page import NounPage

COLUMNS = "columns_{noun}"
"""What is kept of a page for the next start."""


class InsidePages(QObject):
    """Nouns are those of pages.INSIDE."""

    came = Signal(object)
    """A page (NounPage) was made."""
    standing_changed = Signal()
    counted = Signal(str, str)
    """A noun, and the line that says how many rows its page shows."""
    row_wanted = Signal(str, int)
    """The user wants to see the row of that noun and number."""

    def __init__(self, session: Session, choices: Choices, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._choices = session, choices
        self._made: dict[str, NounPage] = {}
        self._views_shown = True

    def page(self, noun: str) -> "NounPage":
        """The page of ``noun``."""
        if noun not in self._made:
            from .nouns.page import NounPage

            made = self._made[noun] = NounPage(self._session, noun)
            made.take_shape(self._choices.shape(COLUMNS.format(noun=noun)))
            made.views.setVisible(self._views_shown)
            made.standing_changed.connect(self.standing_changed)
            made.counted.connect(partial(self.counted.emit, noun))
            made.row_wanted.connect(self.row_wanted)
            self.came.emit(made)
        return self._made[noun]

    def __iter__(self) -> Iterator["NounPage"]:
        """The pages that there are so far."""
        return iter(tuple(self._made.values()))

    def show_views(self, shown: bool) -> None:
        """Show the views at the left of every page, or put them away."""
        self._views_shown = shown
        for page in self:
            page.views.setVisible(shown)

    def look_again(self) -> None:
        """Another day has begun."""
        for page in self:
            page.look_again()

    def dress(self, palette: QPalette) -> None:
        """Icons in the colours of ``palette``."""
        for page in self:
            page.dress(palette)

    def shapes(self) -> dict[str, QByteArray]:
        """The columns of each page, to be kept for the next start."""
        return {COLUMNS.format(noun=page.key): page.shape() for page in self}
