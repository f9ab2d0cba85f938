"""One paper in the form that a file's name asks for: PDF, Word or Excel, with the same rows and columns."""

from collections.abc import Callable, Sequence
from itertools import zip_longest

from registry_app.domain.errors import RegistryError
from registry_app.domain.words import N_
from registry_app.exchange.report_sheet import TEXT, SheetColumn, SheetPaper, SheetTable
from registry_app.reports.closing import RECIPIENTS
from registry_app.reports.heading import APPENDIX, MOTTO, STATE, dated, numbered, subject
from registry_app.reports.prose import ADDRESSED, addressed
from registry_app.reports.spec import Cancelled, Kind, Letterhead, Part, Report

Progress = Callable[[int, int], bool]
FORMS = (".pdf", ".docx", ".xlsx")
Halves = tuple[tuple[str, str], tuple[str, str]]
NOTHING = ("plain", "")
SIGNING_LINES = 4
STOPPED = N_("The printing was stopped; no file was made.")
LETTER = 5.4
"""Points of width for each letter by which a worksheet measures its columns."""


def content(report: Report, suffix: str, progress: Progress | None = None) -> bytes:
    """``report`` as the bytes of a file of that ``suffix``. Raises RegistryError for another, Cancelled."""
    if suffix == ".pdf":
        from registry_app.reports import paper

        return paper.pdf(report, progress=progress)
    if suffix == ".docx":
        from registry_app.reports import word

        return word.document(report, progress=progress)
    if suffix == ".xlsx":
        return _workbook(report, progress)
    text = N_("A paper is written as {forms}, not as “{suffix}”.")
    raise RegistryError(text, forms=", ".join(FORMS), suffix=suffix)


def _workbook(report: Report, progress: Progress | None) -> bytes:
    from registry_app.exchange import report_sheet

    count = sum(part.row_count for paper in report.papers for part in paper.parts)
    told = (lambda done: progress(done, count)) if progress else (lambda _done: True)
    made = report_sheet.workbook(sheet_paper(report), told)
    if not made:
        raise Cancelled(STOPPED)
    return made


def sheet_paper(report: Report) -> SheetPaper:
    """``report`` as the lines and tables of a worksheet; columns are as wide as in the PDF."""
    from registry_app.reports.fitting import fitted

    fits = fitted(report)
    return SheetPaper(
        name=report.name,
        tab=report.addressee,
        head=_head(report),
        above=_above(report),
        facts=report.facts,
        tables=[_table(part, fit.widths) for part, fit in zip(report.parts, fits, strict=True)],
        below=[(TEXT, text) for text in report.closing_lines],
        foot=_foot(report),
        following=[sheet_paper(one) for one in report.following],
        landscape=fits[0].landscape,
        author=report.author,
    )


def _head(report: Report) -> list[Halves]:
    """The issuing body at the left, the state's name at the right, as on the paper."""
    if report.kind is Kind.APPENDIX:
        return []
    letterhead = report.letterhead or Letterhead(issuer="")
    left = [("centre", letterhead.superior.upper())] if letterhead.superior else []
    left += [("centre_bold", letterhead.issuer.upper()), ("centre", numbered(report.number))]
    left += [("centre_wrapped", subject(report))] if subject(report) else []
    left += [("centre_bold", report.circulation.upper())] if report.circulation else []
    place = f"{report.place.strip() or '......'}, {dated(report.day)}"
    right = [("centre_bold", STATE), ("centre_bold", MOTTO), ("centre_italic", place)]
    return list(zip_longest(left, right, fillvalue=NOTHING))


def _above(report: Report) -> list[tuple[str, str]]:
    lines = [("centre_bold", f"{APPENDIX} {report.roman}".strip())] if report.kind is Kind.APPENDIX else []
    if report.title:
        lines += [("centre_bold", text) for text in (report.title.upper(), report.abstract) if text]
    lines += [("centre_italic", report.criteria)] if report.criteria else []
    named = addressed(report.addressee)
    lines += [("centre", f"{ADDRESSED} {named[0]}"), *(("centre", name) for name in named[1:])] if named else []
    return [*lines, *((TEXT, text) for text in report.body)]


def _foot(report: Report) -> list[Halves]:
    if report.kind is Kind.APPENDIX:
        return []
    left = [("bold", RECIPIENTS), *(("plain", f"- {name}") for name in report.recipients)] if report.recipients else []
    right: list[tuple[str, str]] = []
    if report.signature:
        signed = report.signature
        right += [("centre_bold", text.upper()) for text in (signed.authority, signed.position) if text]
        right += [*[NOTHING] * SIGNING_LINES, ("centre_bold", signed.name)]
    return list(zip_longest(left, right, fillvalue=NOTHING))


def _table(part: Part, widths: Sequence[float]) -> SheetTable:
    rows: list[tuple[str, tuple[str, ...]]] = []
    for group in part.groups:
        rows += [("title", (group.title,))] if group.title and (group.rows or group.blanks) else []
        rows += [("row", cells) for cells in group.rows]
        rows += [("row", ("",) * len(part.columns))] * group.blanks
        rows += [("total", (group.total,))] if group.total else []
    rows += [("total", (part.total,))] if part.total else []
    columns = [
        SheetColumn(title=column.title, letters=width / LETTER, align=str(column.align))
        for column, width in zip(part.columns, widths, strict=True)
    ]
    return SheetTable(columns=columns, rows=rows, heading=part.heading, body=part.body)
