"""One task card to be read: its pictures are never wider than the room there is."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from registry_app.domain.words import _

Resource = QTextDocument.ResourceType
MARGIN = 14


class CardText(QTextBrowser):
    """Links are told and not followed."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Task card"))
        self.setOpenLinks(False)
        self.document().setDocumentMargin(MARGIN)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._fit)
        self._fitted = 0

    def show_file(self, file: str) -> None:
        """Show the Markdown in ``file``; pictures lie beside it."""
        self._fitted = self._room
        self.setSource(QUrl.fromLocalFile(file), Resource.MarkdownResource)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture is made to fit."""
        if kind != int(Resource.ImageResource.value):
            return super().loadResource(kind, name)
        picture = QImage(self.source().resolved(QUrl(name)).toLocalFile())
        if picture.width() > self._room > 0:
            return picture.scaledToWidth(self._room, Qt.TransformationMode.SmoothTransformation)
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: other pictures."""
        super().resizeEvent(event)
        if self._room != self._fitted:
            self._settled.start()

    @property
    def _room(self) -> int:
        return int(self.width() - 2 * MARGIN - self.verticalScrollBar().sizeHint().width() - 2 * self.frameWidth())

    def _fit(self) -> None:
        if self._room != self._fitted and not self.source().isEmpty():
            place = self.verticalScrollBar().value()
            self.reload()
            self._fitted = self._room
            self.verticalScrollBar().setValue(place)
