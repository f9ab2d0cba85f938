"""The same papers for Word (.docx): page, letters, headings and closing as Decree 30/2020 has them, tables that repeat
their heading; column widths are those of the PDF."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from registry_app.domain.words import N_, _

from . import word_head
from .columns import Fit
from .fitting import fitted
from .heading import APPENDIX
from .page import BOTTOM, LEFT, LONG, RIGHT, SHORT, TOP
from .spec import Cancelled, Kind, Report
from .word_table import table_xml
from .word_text import SPACE, Line, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document

    Progress = Callable[[int, int], bool]

FONT = "Times New Roman"
SIZE = 13
NAMES = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBER_LINE = 8 * 72 / 25.4
"""The page number below the upper edge, points."""


def document(report: Report, *, progress: "Progress | None" = None) -> bytes:
    """``report`` as a Word document. Raises Cancelled when ``progress(rows done, all rows)`` says stop."""
    import docx as word

    made = word.Document()
    fits = [fitted(paper) for paper in report.papers]
    _lay_out(made, landscape=fits[-1][0].landscape)
    _describe(made, report)
    body, last = made.element.body, made.sections[0]._sectPr
    count = sum(part.row_count for paper in report.papers for part in paper.parts)
    done = 0
    for place, (paper, some) in enumerate(zip(report.papers, fits, strict=True), 1):
        _append_paper(body, paper, some)
        if place < len(fits):
            _append_break(last, landscape=some[0].landscape)
        done += sum(part.row_count for part in paper.parts)
        if progress and not progress(done, count):
            raise Cancelled(N_("The printing was stopped; no file was made."))
    if len(fits) > 1:
        _number_anew(last)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _append_paper(body: Any, report: Report, fits: list[Fit]) -> None:
    """One paper from its head to its signature."""
    room = (LONG if fits[0].landscape else SHORT) - LEFT - RIGHT
    above = word_head.appendix(report) if report.kind is Kind.APPENDIX else word_head.internal(report, room)
    before = (*word_head.address(report.addressee, room), *word_head.running(report.body))
    for element in (*above, *before, *word_head.facts(report.facts, room)):
        _append(body, element)
    _append_tables(body, report, fits)
    for element in word_head.running(report.closing_lines):
        _append(body, element)
    if report.kind is Kind.INTERNAL:
        for element in word_head.closing(report, room):
            _append(body, element)


def _append_tables(body: Any, report: Report, fits: list[Fit]) -> None:
    kept = report.kind is Kind.INTERNAL and report.signature is not None and not report.closing_lines
    for place, (part, fit) in enumerate(zip(report.parts, fits, strict=True), 1):
        if part.heading:
            _append(body, paragraph(Line(part.heading, size=SIZE, bold=True, align="left"), above=8, keep=True))
        for element in word_head.running(part.body):
            _append(body, element)
        if part.columns:
            last = place == len(fits)
            _append(body, table_xml(part, fit, nothing=_("No records"), keep_last=kept and last))
            _append(body, paragraph(Line("", size=4)))


def _append_break(last: Any, *, landscape: bool) -> None:
    """End the sheets of a paper: the next begins on one of its own, and is numbered anew. ``last`` are those of the
    last paper, whose margins and page numbers all have."""
    from copy import deepcopy

    from docx.oxml import parse_xml

    ended = deepcopy(last)
    _turn(ended, landscape=landscape)
    _number_anew(ended)
    end = parse_xml(paragraph(Line("", size=2)))
    end.pPr.append(ended)
    last.addprevious(end)


def _turn(section: Any, *, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Pt

    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Pt(LONG), Pt(SHORT)) if landscape else (Pt(SHORT), Pt(LONG))


def _number_anew(section: Any) -> None:
    from docx.oxml import parse_xml

    section.find(f"{NAMES}pgMar").addnext(parse_xml(f'<w:pgNumType {SPACE} w:start="1"/>'))


def _append(body: Any, xml: str) -> None:
    from docx.oxml import parse_xml

    body.find(f"{NAMES}sectPr").addprevious(parse_xml(xml))


def _lay_out(document: "Document", *, landscape: bool) -> None:
    """Sheet, margins, letters, and the page number above every page but the first."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn
    from docx.shared import Pt

    section = document.sections[0]
    _turn(section._sectPr, landscape=landscape)
    section.top_margin, section.bottom_margin = Pt(TOP), Pt(BOTTOM)
    section.left_margin, section.right_margin = Pt(LEFT), Pt(RIGHT)
    section.header_distance = Pt(NUMBER_LINE)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]._p
    number.getparent().replace(number, parse_xml(word_head.PAGE_NUMBER))
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0


def _describe(document: "Document", report: Report) -> None:
    from datetime import datetime

    about = document.core_properties
    named = f"{APPENDIX} {report.roman}" if report.kind is Kind.APPENDIX else report.title
    about.title = f"{named} {report.abstract}".strip()[:255]
    about.author = (report.author or (report.letterhead.issuer if report.letterhead else ""))[:255]
    about.language, about.comments = report.language, ""
    about.created = about.modified = datetime(2000, 1, 1)  # equal reports give equal files
