"""On the printer every millimetre stands where the PDF has it: tried on a printer that writes PDF, and read back."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Search
from registry_app.operations import printing
from registry_app.operations.printing import Printed
from registry_app.reports.paper import pdf
from registry_app.reports.spec import Group
from registry_app.ui.printing.printer import PrintJob, wanted_pages
from registry_app.ui.printing.ruler_page import print_ruler_page
from registry_app.ui.printing.ways import Paper, Ways
from registry_app.ui.session import Session
from tests.reports import samples
from tests.reports.reading import sizes

DOTS = 8
"""Dots a millimetre of the pictures that are compared."""
NEAR = 0.5
"""Millimetres."""


def portrait(rows: int = 28) -> bytes:
    return pdf(samples.internal([Group(rows=samples.rows(rows, samples.FOUR))], samples.FOUR))


def landscape(rows: int = 9) -> bytes:
    return pdf(samples.internal([Group(rows=samples.rows(rows, samples.TWELVE))], samples.TWELVE))


def pdf_printer(file: Path, *, unprintable: float = 0) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setPageMargins(QMarginsF(*[unprintable] * 4), QPageLayout.Unit.Millimeter)
    return printer


def printed(paper: bytes, printer: QPrinter, qtbot: QtBot) -> bytes:
    job = PrintJob(paper, printer)
    with qtbot.waitSignal(job.ended, timeout=30_000) as ended:
        job.start()
    assert ended.args == [True]
    return Path(printer.outputFileName()).read_bytes()


def pictures(paper: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(paper)
    scale = DOTS * 25.4 / 72
    return [page.render(scale=scale, grayscale=True).to_pil() for page in document]


def inked(picture: Image.Image) -> list[float]:
    """Where the ink begins and ends, in mm, in each third of the page."""
    ink = ImageChops.invert(picture).point(lambda shade: 255 if shade > 100 else 0)
    third = picture.height // 3
    boxes = [ink.crop((0, third * at, picture.width, third * (at + 1))).getbbox() for at in range(3)]
    return [edge / DOTS for box in boxes if box for edge in box]


@pytest.mark.parametrize("paper", [portrait(), landscape()], ids=["portrait", "landscape"])
def test_pages_are_a4_and_every_line_stands_where_the_paper_has_it(paper: bytes, tmp_path: Path, qtbot: QtBot) -> None:
    result = printed(paper, pdf_printer(tmp_path / "in.pdf"), qtbot)

    assert len(sizes(result)) == len(sizes(paper)) > 1
    for wanted, found in zip(sizes(paper), sizes(result), strict=True):
        assert found == pytest.approx(wanted, abs=NEAR)
    for wanted_page, found_page in zip(pictures(paper), pictures(result), strict=True):
        assert inked(found_page) == pytest.approx(inked(wanted_page), abs=NEAR)


def test_margins_that_a_printer_cannot_reach_move_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    paper = portrait(5)

    result = printed(paper, pdf_printer(tmp_path / "in.pdf", unprintable=12), qtbot)

    assert inked(pictures(result)[0]) == pytest.approx(inked(pictures(paper)[0]), abs=NEAR)


def test_only_the_wanted_pages_are_printed(tmp_path: Path, qtbot: QtBot) -> None:
    paper = portrait(80)
    printer = pdf_printer(tmp_path / "in.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)

    result = printed(paper, printer, qtbot)

    assert len(sizes(result)) == 2
    assert inked(pictures(result)[0]) == pytest.approx(inked(pictures(paper)[1]), abs=NEAR)


def test_copies_are_collated_and_may_begin_with_the_last_page(tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "in.pdf")
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert not printer.supportsMultipleCopies()

    assert wanted_pages(printer, 3) == [0, 1, 2, 0, 1, 2]
    printer.setCollateCopies(False)
    assert wanted_pages(printer, 2) == [0, 0, 1, 1]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert wanted_pages(printer, 2) == [1, 1, 0, 0]


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false", extend=True)
def test_a_printer_that_refuses_ends_the_job(tmp_path: Path, qtbot: QtBot) -> None:
    job = PrintJob(portrait(5), pdf_printer(tmp_path / "no folder" / "in.pdf"))

    with qtbot.waitSignal(job.ended) as ended:
        job.start()

    assert ended.args == [False]


def test_a_stopped_job_prints_no_further_page(tmp_path: Path, qtbot: QtBot) -> None:
    job = PrintJob(portrait(80), pdf_printer(tmp_path / "in.pdf"))
    sheets: list[int] = []
    job.printed.connect(lambda done, _of: sheets.append(done))
    job.printed.connect(lambda _done, _of: job.stop())

    with qtbot.waitSignal(job.ended) as ended:
        job.start()

    assert ended.args == [False]
    assert sheets == [1]


def test_the_measures_of_the_test_page_are_true(tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "rulers.pdf")

    assert print_ruler_page(printer)

    result = (tmp_path / "rulers.pdf").read_bytes()
    assert sizes(result) == [pytest.approx((210, 297), abs=NEAR)]
    (picture,) = pictures(result)
    line = picture.crop((55 * DOTS, 80 * DOTS - 2, 165 * DOTS, 80 * DOTS + 2))
    box = ImageChops.invert(line).point(lambda shade: 255 if shade > 100 else 0).getbbox()
    assert box is not None
    assert (box[2] - box[0]) / DOTS == pytest.approx(100, abs=NEAR)


def test_a_print_that_ended_well_says_how_many_pages_went_where(
    session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    ways = Ways(session, window, said.append)
    ways.paper = Paper(
        printed=Printed(pdf=portrait(5), rows=5, missing=frozenset()),
        prepared=printing.prepare(session.registry, "models", Search(), session.moment),
        pages=1,
    )
    printer = pdf_printer(tmp_path / "in.pdf")
    monkeypatch.setattr("registry_app.ui.printing.printer.choose_printer", lambda *_a, **_k: printer)

    ways.send(1)

    qtbot.waitUntil(lambda: bool(said))
    assert said[0].startswith("Đã gửi 1 trang tới máy in")
