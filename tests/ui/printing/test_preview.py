"""The preview comes to rest at any size of its window."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from registry_app.ui.printing.preview import Preview
from registry_app.ui.printing.preview_bar import FIT_PAGE, FIT_WIDTH
from tests.ui.printing.test_printer import landscape, portrait

RESTLESS = 40


class Resizes(QObject):
    """Counts how often the pages get another size, and ends it when there is no end."""

    def __init__(self, view: QPdfView) -> None:
        super().__init__(view)
        self._view = view
        self.most = self._times = 0
        view.viewport().installEventFilter(self)

    def begin(self) -> None:
        """Count anew."""
        self._times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Count."""
        if event.type() == QEvent.Type.Resize:
            self._times += 1
            self.most = max(self.most, self._times)
            if self._times > RESTLESS:
                self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        return False


@pytest.mark.parametrize("fit", [FIT_WIDTH, FIT_PAGE])
@pytest.mark.parametrize("paper", [portrait(5), landscape(3)])
def test_fitted_pages_come_to_rest_at_any_height(fit: float, paper: bytes, qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show_pdf(paper)
    preview.resize(500, 300)
    preview.show()
    view = preview.findChildren(QPdfView)[0]
    resizes = Resizes(view)

    for height in range(340, 760, 3):
        resizes.begin()
        preview.show_at(fit)
        preview.resize(500, height)
        QApplication.processEvents()
    preview.hide()

    assert resizes.most < RESTLESS
