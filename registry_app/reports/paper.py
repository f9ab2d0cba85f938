"""The one entry: a report in, the bytes of a PDF by Decree 30/2020 out; equal reports give equal bytes."""

from collections.abc import Callable
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from registry_app.domain.words import N_, _

from . import drawing, facts, fonts, prose
from .closing import Closing
from .columns import Fit, fit_report
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
    count = sum(part.row_count for paper in report.papers for part in paper.parts)
    counter = _Counter(count, progress or _never_stops)
    for paper in report.papers:
        _draw(paper, canvas, pen, counter)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _draw(report: Report, canvas: Canvas, pen: Pen, counter: "_Counter") -> None:
    """One paper, from a page of its own on."""
    parts = report.parts
    fits = fit_report(report, pen)
    sheet = Sheet(canvas, pen, landscape=fits[0].landscape, code=report.page_code)
    head(sheet, report)
    prose.address(sheet, report.addressee)
    closing = Closing(report, pen, sheet.body)
    ends = None if report.closing_lines else closing
    alone = len(parts) == 1 and not (report.columns or report.facts or report.drawings)
    prose.draw(sheet, report.body, closing.height if ends and alone else 0.0)
    facts.draw(sheet, report.facts)
    drawing.draw(sheet, report.drawings if len(parts) == 1 else ())
    for place, (part, fitted) in enumerate(zip(parts, fits, strict=True), 1):
        _draw_part(sheet, part, fitted, ends if place == len(parts) else None, counter)
        if place < len(parts):
            drawing.draw(sheet, report.drawings if place == 1 else ())
            sheet.y -= _BETWEEN if part.columns else 0.0
    if report.closing_lines:
        sheet.y -= _BETWEEN
        prose.draw(sheet, report.closing_lines, closing.height)
    closing.draw(sheet)


def _draw_part(sheet: Sheet, part: Part, fitted: Fit, closing: Closing | None, counter: "_Counter") -> None:
    """A heading, paragraphs and a table, as far as the part has them; ``closing`` stays with its end."""
    if part.body or not part.columns:
        prose.head(sheet, part.heading)
        prose.draw(sheet, part.body, closing.height if closing and not part.columns else 0.0)
    if part.columns:
        table = Table(sheet, part.columns, fitted, heading="" if part.body else part.heading, lines=part.lines)
        _fill(table, part, closing, counter)


def drawn(report: Report, draw: Callable[[Pen, Sheet], None], *, compress: bool = True) -> bytes:
    """A PDF 1.4 that ``draw`` fills from the top of a lying sheet; ``report`` says whose paper it is."""
    stream = BytesIO()
    canvas = _canvas(stream, report, compress=compress)
    pen = Pen(canvas)
    draw(pen, Sheet(canvas, pen, landscape=True))
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def missing_letters(report: Report) -> set[str]:
    """The letters anywhere in ``report`` that no bundled font has; each prints as a box."""
    return {letter for paper in report.papers for letter in _missing(paper)}


def _missing(report: Report) -> set[str]:
    signed = (report.signature.authority, report.signature.position, report.signature.name) if report.signature else ()
    named = (report.letterhead.superior, report.letterhead.issuer) if report.letterhead else ()
    texts = [report.title, report.abstract, report.criteria, report.total, report.number, report.place]
    texts += [report.attached_to, *report.recipients, *signed, *named, report.addressee]
    texts += [*report.body, *report.closing_lines]
    texts += [text for fact in report.facts for text in fact]
    texts += [text for one in report.drawings for text in one.texts()]
    for part in report.parts:
        texts += [part.heading, part.total, *part.body, *(column.title for column in part.columns)]
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
    canvas.setTitle(report.name)
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
    filled = [group for group in part.groups if group.rows or group.blanks]
    room = table.closing_room(filled[-1].title if filled else "")
    if closing:
        after += closing.height if closing.height + after <= room else closing.least
    after = min(after, room)
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
