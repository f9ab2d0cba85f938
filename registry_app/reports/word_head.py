"""What stands above and below the tables of a Word document: letterhead, title, facts, signature and recipients."""

from collections.abc import Sequence

from .closing import RECIPIENTS
from .heading import APPENDIX, MOTTO, STATE, dated, numbered, subject
from .prose import ADDRESSED, APART, INDENT, SIZE, addressed
from .spec import Letterhead, Report
from .word_text import SPACE, Line, paragraph, side_by_side

LEFT_PART = 0.42
"""Of the text width: the issuing body; the rest is the state's name."""
CLOSING_PART = 0.45
FACT_PART = 0.36
ADDRESSED_PART = 0.34
SIGNING_LINES = 5
UNKNOWN = "văn bản số ....../...... ngày ...... tháng ...... năm ...... của ........................"
PAGE_NUMBER = (
    f'<w:p {SPACE}><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def internal(report: Report, room: float) -> list[str]:
    """Letterhead, motto, number, place and title of a paper of its own, ``room`` points wide."""
    widths = (room * LEFT_PART, room * (1 - LEFT_PART))
    letterhead = report.letterhead or Letterhead(issuer="")
    left = [paragraph(Line(letterhead.superior.upper(), size=12))] if letterhead.superior else []
    left += [
        paragraph(Line(letterhead.issuer.upper(), size=12, bold=True)),
        _rule(widths[0] * 0.32),
        paragraph(Line(numbered(report.number), size=13), above=4),
    ]
    if about := subject(report):
        left.append(paragraph(Line(about, size=12)))
    if report.circulation:
        frame = Line(report.circulation.upper(), size=13, bold=True)
        left.append(paragraph(frame, above=8, inset=widths[0] * 0.14, edges=("top", "left", "bottom", "right")))
    right = [
        paragraph(Line(STATE, size=12, bold=True)),
        paragraph(Line(MOTTO, size=13, bold=True)),
        _rule(widths[1] * 0.17),
        paragraph(Line(f"{report.place.strip() or '......'}, {dated(report.day)}", size=13, italic=True), above=4),
    ]
    return [side_by_side(left, right, widths), *_title(report, room), *_criteria(report)]


def _title(report: Report, room: float) -> list[str]:
    """Title and abstract over a rule; a letter has none."""
    if not report.title:
        return [paragraph(Line("", size=6))]
    title = [paragraph(Line(report.title.upper(), size=14, bold=True), above=14, keep=True)]
    if report.abstract:
        title.append(paragraph(Line(report.abstract, size=14, bold=True), keep=True))
    return [*title, _rule(room * 0.4)]


def appendix(report: Report) -> list[str]:
    """The head of an appendix."""
    return [
        paragraph(Line(f"{APPENDIX} {report.roman}".strip(), size=14, bold=True), keep=True),
        paragraph(Line(f"{report.title} {report.abstract}".strip().upper(), size=14, bold=True), keep=True),
        paragraph(Line(f"(Kèm theo {report.attached_to.strip() or UNKNOWN})", size=13, italic=True), keep=True),
        *_criteria(report),
    ]


def address(addressee: str, room: float) -> list[str]:
    """Whom the paper goes to."""
    lines = addressed(addressee)
    if len(lines) < 2:
        return [paragraph(Line(f"{ADDRESSED} {line}", size=SIZE), above=6, below=8) for line in lines]
    widths = (room * ADDRESSED_PART, room * (1 - ADDRESSED_PART))
    left = [paragraph(Line(f"{ADDRESSED} ", size=SIZE, align="right"))]
    right = [paragraph(Line(line, size=SIZE, align="left")) for line in lines]
    return [side_by_side(left, right, widths), paragraph(Line("", size=6))]


def running(texts: Sequence[str]) -> list[str]:
    """Paragraphs of running text."""
    return [
        paragraph(Line(" ".join(text.split()), size=SIZE, align="both"), below=APART, first=INDENT, spacing=1.1)
        for text in texts
        if text.strip()
    ]


def facts(found: Sequence[tuple[str, str]], room: float) -> list[str]:
    """Labels and values, a line each."""
    widths = (room * FACT_PART, room * (1 - FACT_PART))
    lines = [
        side_by_side(
            [paragraph(Line(f"{label}:", bold=True, align="left"), below=2)],
            [paragraph(Line(value, align="left"), below=2)],
            widths,
        )
        for label, value in found
    ]
    return [*lines, paragraph(Line("", size=6))] if lines else []


def closing(report: Report, room: float) -> list[str]:
    """Recipients at the left, signature at the right, kept together."""
    widths = (room * CLOSING_PART, room * (1 - CLOSING_PART))
    names = [one.strip().removeprefix("-").strip().rstrip(";.") for one in report.recipients]
    names = [one for one in names if one]
    ended = [f"- {one};" for one in names[:-1]] + [f"- {one}." for one in names[-1:]]
    left = [paragraph(Line(RECIPIENTS, size=12, bold=True, italic=True, align="left"))] if ended else []
    left += [paragraph(Line(one, size=11, align="left")) for one in ended]
    signed = report.signature
    right = []
    if signed:
        powers = [text.upper() for text in (signed.authority, signed.position) if text]
        right = [paragraph(Line(text, size=14, bold=True)) for text in powers]
        right += [paragraph(Line("", size=13))] * SIGNING_LINES
        right.append(paragraph(Line(signed.name, size=14, bold=True)))
    if not left and not right:
        return []
    empty = [paragraph(Line(""))]
    return [side_by_side(left or empty, right or empty, widths)]


def _criteria(report: Report) -> list[str]:
    return [paragraph(Line(report.criteria, size=13, italic=True), above=3, below=6)] if report.criteria else []


def _rule(inset: float) -> str:
    """A short rule in the middle."""
    return paragraph(Line("", size=2), inset=inset, edges=("bottom",), below=2)
