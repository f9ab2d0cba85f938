"""The one entry: a report in, the bytes of a PDF by Decree 30/2020 out; equal reports give equal bytes."""

from collections.abc import Callable
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from registry_app.domain.words import N_, _

from . import fonts
from .closing import Closing
from .columns import fit
from .fonts import Style
from .heading import head
from .page import Sheet
from .pen import Pen
from .spec import Cancelled, Report
from .table import Table

Progress = Callable[[int, int], bool]

_EVERY = 200  # rows between two reports of progress


def pdf(report: Report, *, compress: bool = True, progress: Progress | None = None) -> bytes:
    """``report`` as a PDF 1.4.

    ``progress(rows done, all rows)`` is called now and then; when it answers False, Cancelled is raised.
    """
    stream = BytesIO()
    canvas = _canvas(stream, report, compress=compress)
    pen = Pen(canvas)
    fitted = fit(report, pen)
    sheet = Sheet(canvas, pen, landscape=fitted.landscape)
    head(sheet, report)
    closing = Closing(report, pen, sheet.body)
    table = Table(sheet, report.columns, fitted)
    _fill(table, report, closing, progress or _never_stops)
    closing.draw(sheet)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def missing_letters(report: Report) -> set[str]:
    """The letters anywhere in ``report`` that no bundled font has; each prints as a box."""
    signed = (report.signature.authority, report.signature.position, report.signature.name) if report.signature else ()
    named = (report.letterhead.superior, report.letterhead.issuer) if report.letterhead else ()
    texts = [report.title, report.abstract, report.criteria, report.total, report.number, report.place]
    texts += [report.attached_to, *report.recipients, *signed, *named]
    texts += [column.title for column in report.columns] + [group.title for group in report.groups]
    found = fonts.missing("".join(texts))
    for group in report.groups:
        for row in group.rows:
            text = "".join(row)
            if not text.isascii():
                found |= fonts.missing(text)
    return found


def _canvas(stream: BytesIO, report: Report, *, compress: bool) -> Canvas:
    fonts.font(Style.REGULAR)
    canvas = Canvas(
        stream,
        pageCompression=int(compress),
        invariant=1,
        pdfVersion=(1, 4),
        initialFontName=Style.REGULAR.value,
        lang=report.language,
    )
    canvas.setTitle(f"{report.title} {report.abstract}".strip())
    canvas.setAuthor(report.author or (report.letterhead.issuer if report.letterhead else ""))
    canvas.setCreator("registry_app")
    return canvas


def _fill(table: Table, report: Report, closing: Closing, progress: Progress) -> None:
    """Place every row; the last one keeps the total and the closing block with it."""
    total = table.span(report.total) if report.total else None
    after = table.height(total) if total else 0.0
    after += closing.height if closing.height + after <= table.closing_room else closing.least
    after = min(after, table.closing_room)
    placed, count = 0, report.row_count
    for group in report.groups:
        title = group.title
        for values in group.rows:
            placed += 1
            table.place(table.row(values), after if placed == count else 0.0, title)
            title = ""
            if placed % _EVERY == 0 and not progress(placed, count):
                raise Cancelled(N_("The printing was stopped; no file was made."))
    if not placed:
        table.place(table.note(_("No records")), after, spans=True)
    if total:
        table.total(total)
    table.finish()


def _never_stops(_done: int, _all: int) -> bool:
    return True
