"""The frame of dialogs that look ahead: live counts while something is typed, a preview before anything is done."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetrics, QHideEvent
from PySide6.QtWidgets import QApplication, QWidget

from registry_app.domain.errors import Refused
from registry_app.domain.ids import ModelId
from registry_app.domain.words import _
from registry_app.operations import bulk
from registry_app.operations.bulk_plan import Preview
from registry_app.operations.deeds import Deeds
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import MANY, Session
from registry_app.ui.widgets.prose import Prose

from .preview_dialog import PreviewDialog, summary

PAUSE_MS = 300
EACH = 4
"""Looking at what a model would become takes as long as reading so many rows."""


class AheadDialog(FormDialog):
    """Its "yes" shows the preview, and the preview's makes the change. ``label`` is what the history calls it;
    ``letters`` how many stand side by side, as far as the screen allows."""

    label = bulk.BULK_EDIT
    ticks = False

    def __init__(self, session: Session, parent: QWidget | None, title: str, *, letters: int) -> None:
        width = QFontMetrics(QApplication.font()).averageCharWidth() * letters
        super().__init__(parent, title, yes=_("&Preview…"), width=width)
        self._session = session
        self.counts = Prose()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.count)
        self.fields.edited.connect(lambda _name: self._count_soon())

    def lay_out(self, *above: QWidget) -> None:
        """As usual, and the counts under the fields."""
        super().lay_out(*above)
        self.rows.insertWidget(self.rows.count() - 2, self.counts)
        self._grow()

    @property
    def ids(self) -> Sequence[ModelId]:
        """The models that may be changed: no others are looked at."""
        raise NotImplementedError

    @property
    def deeds(self) -> Deeds:
        """What is to be done. Raises Refused."""
        raise NotImplementedError

    def may_create(self, deeds: Deeds) -> bool | None:  # noqa: ARG002 - a dialog that adds no names needs no deeds
        """Whether new names are to be added to the lists; None: the user wants to look again. Raises Refused."""
        return False

    def count(self) -> None:
        """Say how much would change, as far as that takes no time; what is wrong is said when the user is done."""
        text = ""
        if len(self.ids) <= MANY and not self._session.is_lent:
            try:
                deeds = self.deeds
                text = summary(bulk.preview(self._session.registry, self.ids, deeds, create=True), self._session)
                text = text if deeds else ""
            except Refused:
                text = ""
        self.counts.setText(text)
        self._grow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        self._pause.stop()
        super().hideEvent(event)

    def _count_soon(self) -> None:
        if self.isVisible():
            self._pause.start()

    def attempt(self) -> bool:
        """Show what would change; whether it was done. Raises Refused."""
        deeds = self.deeds
        create = self.may_create(deeds)
        if create is None:
            return False
        with self._session.telling(self.say):
            shown: Preview | None = self._session.run_on(
                EACH * len(self.ids),
                self,
                bulk.preview,
                self.ids,
                deeds,
                create=create,
                title=_("Looking at what would change"),
            )
        if shown is None:
            return False
        if not shown.changes and not shown.refused:
            self.say(_("Nothing would change."))
            return False
        return PreviewDialog.agreed(self._session, shown, label=self.label, ticks=self.ticks, parent=self)
