"""A finished PDF on a real printer: at 100 %, every millimetre where the PDF has it, never fitted to the page.

The sheet is addressed from its own corner, so that what the printer cannot reach is left out and nothing moves.
"""

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QObject,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

POINTS = 72
FINEST = 600
"""Dots an inch beyond which no printer draws letters better; a finer printer gets each dot several times."""
BAND = 256
"""Dots of a page that are drawn at a time: a whole page at 600 dots an inch would take 140 MiB."""


def choose_printer(parent: QWidget, title: str, *, pages: int, page: int) -> QPrinter | None:
    """Ask which printer, which of ``pages``, how many copies; None when the user went back."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    option = QAbstractPrintDialog.PrintDialogOption
    dialog.setOption(option.PrintPageRange, pages > 1)
    dialog.setOption(option.PrintCurrentPage, pages > 1)
    dialog.setOption(option.PrintSelection, False)
    dialog.setMinMax(1, pages)
    agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
    if agreed and printer.printRange() == QPrinter.PrintRange.CurrentPage:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(page, page)
    dialog.deleteLater()
    return printer if agreed else None


def wanted_pages(printer: QPrinter, pages: int) -> list[int]:
    """The pages (from 0) that ``printer`` was told to print, in the order in which it prints them, copies included."""
    wanted = list(range(pages))
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        wanted = wanted[printer.fromPage() - 1 : printer.toPage() or pages]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        wanted.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        return wanted * copies
    return [page for page in wanted for _copy in range(copies)]


def lay(printer: QPrinter, points: QSizeF) -> None:
    """Make the next sheet as large and as long or wide as a page of ``points``, margins none."""
    sheet = QPageSize(QSizeF(min(points.toTuple()), max(points.toTuple())), QPageSize.Unit.Point, "", _MATCH)
    way = QPageLayout.Orientation
    orientation = way.Landscape if points.width() > points.height() else way.Portrait
    layout = QPageLayout(sheet, orientation, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)


_MATCH = QPageSize.SizeMatchPolicy.FuzzyMatch


class PrintJob(QObject):
    """Prints one band of a page a turn of the event loop, so that the window lives and Cancel is heard."""

    printed = Signal(int, int)
    """Sheets done, all sheets."""
    ended = Signal(bool)
    """Comes last; False when it was stopped or the printer refused."""

    def __init__(self, pdf: bytes, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._painter = QPainter()
        self._sheets = wanted_pages(printer, self._document.pageCount())
        self._done = 0
        self._bands: Iterator[None] = iter(())
        self._stopped = False

    @property
    def sheets(self) -> int:
        """How many pages are wanted."""
        return len(self._sheets)

    @property
    def printer_name(self) -> str:
        """What the system calls the printer."""
        return str(self._printer.printerName())

    def start(self) -> None:
        """Begin; ``ended`` will come."""
        QTimer.singleShot(0, self, self._step)

    def stop(self) -> None:
        """Print no further page; what the printer has already is up to the printer."""
        self._stopped = True

    def _step(self) -> None:
        if self._stopped or not self._turn(self._sheets, self._done):
            self._end(False)
        else:
            self._go_on()

    def _turn(self, sheets: Sequence[int], place: int) -> bool:
        """Turn to the next sheet and begin to draw it; False when the printer refuses."""
        page = sheets[place]
        lay(self._printer, self._document.pagePointSize(page))
        turned = self._painter.begin(self._printer) if place == 0 else self._printer.newPage()
        if turned:
            self._bands = bands(self._painter, self._document, page, self._printer.resolution())
        return bool(turned)

    def _go_on(self) -> None:
        """Draw the next band; after the last one, go on to the next sheet."""
        if self._stopped:
            self._end(False)
        elif self._draw_band():
            QTimer.singleShot(0, self, self._go_on)
        else:
            self._done += 1
            self.printed.emit(self._done, len(self._sheets))
            if self._done < len(self._sheets):
                QTimer.singleShot(0, self, self._step)
            else:
                self._end(True)

    def _draw_band(self) -> bool:
        """Whether there was one left."""
        for _drawn in self._bands:
            return True
        return False

    def _end(self, well: bool) -> None:
        if not well:
            self._printer.abort()
        if self._painter.isActive():
            self._painter.end()
        self.ended.emit(well)


def bands(painter: QPainter, document: QPdfDocument, page: int, resolution: int) -> Iterator[None]:
    """Draw ``page`` at its own size on a device of ``resolution`` dots an inch, band by band, one each time that the
    next one is asked for."""
    times = math.ceil(resolution / FINEST)
    points = document.pagePointSize(page)
    size = QSize(*(round(length / POINTS * resolution / times) for length in points.toTuple()))
    for top in range(0, size.height(), BAND):
        band = _band(document, page, size, QRect(0, top, size.width(), min(BAND, size.height() - top)))
        place = QRectF(0, top * times, band.width() * times, band.height() * times)
        painter.drawImage(place, band)
        yield


def _band(document: QPdfDocument, page: int, size: QSize, band: QRect) -> QImage:
    """A strip of the page in shades of grey on white."""
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(size)
    # QtPdf takes right minus left for the width of the clip, which is one dot too few: give it one more each way.
    options.setScaledClipRect(band.adjusted(0, 0, 1, 1))
    drawn = document.render(page, band.size(), options)
    ground = QImage(band.size(), QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return ground.convertToFormat(QImage.Format.Format_Grayscale8)
