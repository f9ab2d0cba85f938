"""The one entry: a report in, the bytes of a PDF by Decree 30/2020 out; equal reports give equal bytes."""

from collections.abc import Callable
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from registry_app.domain.words import N_, _

from . import facts, fonts
from .closing import Closing
from .columns import fit_all
from .fonts import Style
from .heading import head
from .page import Sheet
from .pen import Pen
from .spec import Cancelled, Group, Part, Report
from .table import Table

Progress = Callable[[int, int], bool]

_EVERY = 200  # rows between two reports of progress
_BETWEEN = 14.0  # points between two tables


def pdf(report: Report, *, compress: bool = True, progress: Progress | None = None) -> bytes:
    """``report`` as a PDF 1.4.

    ``progress(rows done, all rows)`` is called now and then; when it answers False, Cancelled is raised.
    """
    stream = BytesIO()
    canvas = _canvas(stream, report, compress=compress)
    pen = Pen(canvas)
    parts = report.parts
    fits = fit_all(parts, pen)
    sheet = Sheet(canvas, pen, landscape=fits[0].landscape)
    head(sheet, report)
    facts.draw(sheet, report.facts)
    closing = Closing(report, pen, sheet.body)
    counter = _Counter(sum(part.row_count for part in parts), progress or _never_stops)
    for place, (part, fitted) in enumerate(zip(parts, fits, strict=True), 1):
        table = Table(sheet, part.columns, fitted, heading=part.heading, lines=part.lines)
        _fill(table, part, closing if place == len(parts) else None, counter)
        if place < len(parts):
            sheet.y -= _BETWEEN
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
    texts += [text for fact in report.facts for text in fact]
    for part in report.parts:
        texts += [part.heading, part.total, *(column.title for column in part.columns)]
        texts += [text for group in part.groups for text in (group.title, group.total)]
    found = fonts.missing("".join(texts))
    for part in report.parts:
        for group in part.groups:
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


class _Counter:
    """Counts rows over all tables and asks now and then whether to go on."""

    def __init__(self, count: int, progress: Progress) -> None:
        self._placed, self._count, self._progress = 0, count, progress

    def step(self) -> None:
        """One more row; raises Cancelled."""
        self._placed += 1
        if self._placed % _EVERY == 0 and not self._progress(self._placed, self._count):
            raise Cancelled(N_("The printing was stopped; no file was made."))


def _fill(table: Table, part: Part, closing: Closing | None, counter: _Counter) -> None:
    """Place every row; the last one keeps the total, and the closing block of the last table, with it."""
    total = table.span(part.total) if part.total else None
    after = table.height(total) if total else 0.0
    if closing:
        after += closing.height if closing.height + after <= table.closing_room else closing.least
    after = min(after, table.closing_room)
    filled = [group for group in part.groups if group.rows or group.blanks]
    for group in filled:
        _fill_group(table, group, after if group is filled[-1] else 0.0, counter)
    if not filled:
        table.place(table.note(_("No records")), after, spans=True)
    if total:
        table.total(total)
    table.finish()


def _fill_group(table: Table, group: Group, after: float, counter: _Counter) -> None:
    """Place a group's rows and its lines for handwriting; its total, and ``after`` points, stay with the last."""
    subtotal = table.span(group.total) if group.total else None
    kept = after + (table.height(subtotal) if subtotal else 0.0)
    title, last = group.title, len(group.rows) + group.blanks
    for place, values in enumerate(group.rows, 1):
        table.place(table.row(values), kept if place == last else 0.0, title)
        title = ""
        counter.step()
    for place in range(len(group.rows) + 1, last + 1):
        table.place(table.blank(), kept if place == last else 0.0, title)
        title = ""
    if subtotal:
        table.total(subtotal)


def _never_stops(_done: int, _all: int) -> bool:
    return True
