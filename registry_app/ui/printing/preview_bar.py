"""The bar above the preview: which page, how large."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from registry_app.domain.words import N_, _
from registry_app.ui import icons
from registry_app.ui.widgets.wheel import guard

FIT_WIDTH, FIT_PAGE = -1.0, -2.0
"""Sizes that follow the window."""
SIZES = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
FITS = ((FIT_WIDTH, N_("Page width")), (FIT_PAGE, N_("Whole page")))


class PreviewBar(QWidget):
    """Speaks in pages counted from 1 and in sizes (1.0 as large as on paper)."""

    page_wanted = Signal(int)
    size_wanted = Signal(float)
    stepped = Signal(int)
    """Larger (+1) or smaller (-1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: dict[QToolButton, str] = {}
        self._page = QSpinBox(minimum=1, maximum=1)
        self._page.setKeyboardTracking(False)
        self._page.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._page.setAccessibleName(_("Page"))
        self._page.setFixedWidth(self.fontMetrics().horizontalAdvance("00000") + 16)
        guard(self._page)
        self._of = QLabel()
        self._size = QComboBox()
        self._size.setAccessibleName(_("Size of the preview"))
        for size, label in FITS:
            self._size.addItem(_(label), size)
        for size in SIZES:
            self._size.addItem(_percent(size), size)
        guard(self._size)
        self._before = self._button("page-previous", _("Previous page (Page Up)"))
        self._after = self._button("page-next", _("Next page (Page Down)"))
        self._smaller = self._button("zoom-out", _("Smaller (Ctrl+-)"))
        self._larger = self._button("zoom-in", _("Larger (Ctrl++)"))
        self._lay_out()
        self._draw()
        self._listen()
        self.show_pages(0)

    def show_pages(self, pages: int) -> None:
        """How many pages there are."""
        self._page.setMaximum(max(pages, 1))
        self._of.setText(_("/ {pages}").format(pages=pages))
        self.setEnabled(pages > 0)
        self.show_page(self._page.value())

    def show_page(self, page: int) -> None:
        """Which page is read now."""
        blocked = self._page.blockSignals(True)
        self._page.setValue(page)
        self._page.blockSignals(blocked)
        self._before.setEnabled(page > 1)
        self._after.setEnabled(page < self._page.maximum())

    def show_size(self, size: float) -> None:
        """How large pages are now; a size that is not offered stands in the box while it lasts."""
        while self._size.count() > len(FITS) + len(SIZES):
            self._size.removeItem(self._size.count() - 1)
        place = self._size.findData(size)
        if place < 0:
            self._size.addItem(_percent(size), size)
            place = self._size.count() - 1
        self._size.setCurrentIndex(place)

    def changeEvent(self, event: QEvent) -> None:
        """Another palette: another colour of the lines."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        self._pictures[button] = icon
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(_("Pa&ge"))
        label.setBuddy(self._page)
        left: tuple[QWidget, ...] = (self._before, self._after, label, self._page, self._of)
        right: tuple[QWidget, ...] = (self._smaller, self._size, self._larger)
        for part in left:
            row.addWidget(part)
        row.addStretch(1)
        for part in right:
            row.addWidget(part)

    def _listen(self) -> None:
        self._page.valueChanged.connect(self.page_wanted)
        self._before.clicked.connect(lambda: self.page_wanted.emit(self._page.value() - 1))
        self._after.clicked.connect(lambda: self.page_wanted.emit(self._page.value() + 1))
        self._size.activated.connect(lambda _place: self.size_wanted.emit(self._size.currentData()))
        self._smaller.clicked.connect(lambda: self.stepped.emit(-1))
        self._larger.clicked.connect(lambda: self.stepped.emit(1))

    def _draw(self) -> None:
        for button, name in self._pictures.items():
            button.setIcon(icons.icon(name, self.palette()))


def _percent(size: float) -> str:
    return f"{round(size * 100)}%"
