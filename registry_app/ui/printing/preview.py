"""The finished paper on the screen: the very PDF that is saved and printed, page by page, at any size."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from registry_app.domain.words import _

from .preview_bar import FIT_PAGE, FIT_WIDTH, PreviewBar

STEP = 1.25
LEAST, MOST = 0.2, 5.0


class Preview(QWidget):
    """Keeps page and size when another PDF takes the place of the one shown."""

    page_changed = Signal(int)
    """The page that is read now, counted from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._bar = PreviewBar(self)
        self._view = QPdfView(self)
        self._view.setAccessibleName(_("Preview of the paper"))
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._fit(QPdfView.ZoomMode.FitToWidth)
        self._view.setPageSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._bar)
        column.addWidget(self._view, 1)
        self.setFocusProxy(self._view)
        self._listen()
        self._quieten()

    def _listen(self) -> None:
        self._view.pageNavigator().currentPageChanged.connect(self._tell_page)
        self._bar.page_wanted.connect(self.go_to)
        self._bar.size_wanted.connect(self.show_at)
        self._bar.stepped.connect(self.step_size)
        keys = {
            QKeySequence(Qt.Key.Key_PageDown): lambda: self.go_to(self.page + 1),
            QKeySequence(Qt.Key.Key_PageUp): lambda: self.go_to(self.page - 1),
            QKeySequence(Qt.Key.Key_Home): lambda: self.go_to(1),
            QKeySequence(Qt.Key.Key_End): lambda: self.go_to(self.pages),
            QKeySequence(QKeySequence.StandardKey.ZoomIn): lambda: self.step_size(1),
            QKeySequence("Ctrl+="): lambda: self.step_size(1),
            QKeySequence(QKeySequence.StandardKey.ZoomOut): lambda: self.step_size(-1),
            QKeySequence("Ctrl+0"): lambda: self.show_at(FIT_WIDTH),
            QKeySequence("Ctrl+9"): lambda: self.show_at(FIT_PAGE),
        }
        for key, action in keys.items():
            shortcut = QShortcut(key, self._view)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _quieten(self) -> None:
        """The ground behind the pages: the palette's own, a shade darker than the window."""
        palette = self._view.palette()
        ground = self.palette().color(QPalette.ColorRole.Window).darker(118)
        palette.setColor(QPalette.ColorRole.Dark, ground)
        self._view.setPalette(palette)

    @property
    def pages(self) -> int:
        """How many pages there are; 0 before the first PDF."""
        return int(self._document.pageCount())

    @property
    def page(self) -> int:
        """The page that is read now, counted from 1."""
        return int(self._view.pageNavigator().currentPage()) + 1

    @property
    def landscape(self) -> bool:
        """Whether the first page lies on its long side."""
        size = self._document.pagePointSize(0)
        return bool(self.pages and size.width() > size.height())

    def show_pdf(self, pdf: bytes) -> None:
        """Show ``pdf``, which is read from memory: no file of it is ever open."""
        page = self.page
        before, self._buffer = self._buffer, QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        if before:
            before.deleteLater()
        self._bar.show_pages(self.pages)
        self.go_to(min(page, self.pages))

    def go_to(self, page: int) -> None:
        """Show the top of ``page``, counted from 1; one that there is not leaves all as it is."""
        if 1 <= page <= self.pages:
            self._view.pageNavigator().jump(page - 1, QPointF(), 0)
            self._bar.show_page(page)

    def show_at(self, size: float) -> None:
        """Show pages at ``size`` (1.0 as large as on paper), or as FIT_WIDTH or FIT_PAGE say."""
        fits = {FIT_WIDTH: QPdfView.ZoomMode.FitToWidth, FIT_PAGE: QPdfView.ZoomMode.FitInView}
        if size not in fits:
            self._view.setZoomFactor(max(LEAST, min(MOST, size)))
        self._fit(fits.get(size, QPdfView.ZoomMode.Custom))
        self._bar.show_size(size if size in fits else self._view.zoomFactor())

    def _fit(self, mode: QPdfView.ZoomMode) -> None:
        """A fitted page has its scroll bar always: one that came and went with the height of the page would change the
        width that the page is fitted to, and so its height, without end."""
        always = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        custom = mode == QPdfView.ZoomMode.Custom
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded if custom else always)
        self._view.setZoomMode(mode)

    def step_size(self, steps: int) -> None:
        """Larger or smaller by so many steps, from the size that is seen now."""
        self.show_at(self.size_seen() * STEP**steps)

    def size_seen(self) -> float:
        """How large pages are seen now, fitted ones too; 1.0 as large as on paper."""
        mode = self._view.zoomMode()
        if mode == QPdfView.ZoomMode.Custom or not self.pages:
            return float(self._view.zoomFactor())
        points = self._document.pagePointSize(self.page - 1)
        dots = self._view.logicalDpiX() / 72
        margins = self._view.documentMargins()
        room = self._view.viewport().size()
        wide = (room.width() - margins.left() - margins.right()) / (points.width() * dots)
        if mode == QPdfView.ZoomMode.FitToWidth:
            return float(wide)
        return float(min(wide, (room.height() - self._view.pageSpacing()) / (points.height() * dots)))

    def _tell_page(self, page: int) -> None:
        self._bar.show_page(page + 1)
        self.page_changed.emit(page + 1)
