"""The head of the first page by Decree 30/2020 (Annex I, II.1-5 and III.1-2).

The words that the decree fixes stay Vietnamese in every language of the program.
"""

import re
from datetime import date

from .fonts import Style
from .page import Box, Sheet
from .spec import Kind, Letterhead, Report

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
APPENDIX = "Phụ lục"
ABOUT = "V/v"
_DOTS = "......"
_LEFT_PART = 0.42  # of the text width: the issuing body; the rest is the state's name
_RULE_PART = 0.4  # of the line above it; the decree wants 1/3 to 1/2


def head(sheet: Sheet, report: Report) -> None:
    """Everything above the table."""
    if report.kind is Kind.APPENDIX:
        _appendix(sheet, report)
    else:
        _letterhead(sheet, report)
        if report.title:
            _title(sheet, report)
    if report.criteria:
        sheet.y -= 3
        sheet.centred(sheet.pen.ink(Style.ITALIC, 13), report.criteria, sheet.body)
    sheet.y -= 10


def dated(day: date | None) -> str:
    """ "ngày 05 tháng 3 năm 2026": days below 10 and months 1 and 2 take a zero; None is left to the pen."""
    if day is None:
        return f"ngày {_DOTS} tháng {_DOTS} năm {_DOTS}"
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def numbered(number: str) -> str:
    """ "Số: 05/DS-UBND": a single digit takes a zero; a missing number or code is left to the pen."""
    given, _slash, code = number.strip().lstrip("….").partition("/")
    given = given.strip()
    shown = given.zfill(2) if re.fullmatch(r"\d", given) else given or _DOTS
    return f"Số: {shown}/{code or _DOTS}"


def subject(report: Report) -> str:
    """What stands below the number of a letter, which has no title: "V/v …"; "" for other papers."""
    return f"{ABOUT} {report.abstract}" if report.abstract and report.is_letter else ""


def _letterhead(sheet: Sheet, report: Report) -> None:
    half = sheet.body.width * _LEFT_PART
    left = Box(left=sheet.body.left, width=half - 8)
    right = Box(left=sheet.body.left + half, width=sheet.body.width - half)
    top = sheet.y
    _issuer(sheet, report.letterhead or Letterhead(issuer=""), left)
    below_issuer = sheet.y
    sheet.y = top
    sheet.centred(sheet.pen.ink(Style.BOLD, 12), STATE, right)
    sheet.rule(right, sheet.centred(sheet.pen.ink(Style.BOLD, 13), MOTTO, right))
    line = min(below_issuer, sheet.y) - 5
    sheet.y = line
    sheet.centred(sheet.pen.ink(Style.REGULAR, 13), numbered(report.number), left)
    if about := subject(report):
        sheet.centred(sheet.pen.ink(Style.REGULAR, 12), about, left)
    below_number = sheet.y
    sheet.y = line
    place = f"{report.place.strip() or _DOTS}, {dated(report.day)}"
    sheet.centred(sheet.pen.ink(Style.ITALIC, 13), place, right)
    below_date = sheet.y
    sheet.y = below_number
    if report.circulation:
        _circulation(sheet, report.circulation, left)
    sheet.y = min(sheet.y, below_date) - 12


def _issuer(sheet: Sheet, letterhead: Letterhead, box: Box) -> None:
    if letterhead.superior:
        sheet.centred(sheet.pen.ink(Style.REGULAR, 12), letterhead.superior.upper(), box)
    width = sheet.centred(sheet.pen.ink(Style.BOLD, 12), letterhead.issuer.upper(), box)
    sheet.rule(box, width * _RULE_PART)


def _circulation(sheet: Sheet, text: str, box: Box) -> None:
    ink = sheet.pen.ink(Style.BOLD, 13)
    sheet.y -= 10
    top = sheet.y + 3
    width = sheet.centred(ink, text.upper(), Box(left=box.left + 6, width=box.width - 12)) + 14
    sheet.pen.frame(box.middle - width / 2, sheet.y - 3, width, top - sheet.y + 3)
    sheet.y -= 3


def _title(sheet: Sheet, report: Report) -> None:
    bold = sheet.pen.ink(Style.BOLD, 14)
    width = sheet.centred(bold, report.title.upper(), sheet.body)
    if report.abstract:
        width = sheet.centred(bold, report.abstract, sheet.body)
    sheet.rule(sheet.body, width * _RULE_PART)


def _appendix(sheet: Sheet, report: Report) -> None:
    bold = sheet.pen.ink(Style.BOLD, 14)
    sheet.centred(bold, f"{APPENDIX} {report.roman}".strip(), sheet.body)
    sheet.centred(bold, f"{report.title} {report.abstract}".strip().upper(), sheet.body)
    unknown = f"văn bản số {_DOTS}/{_DOTS} {dated(None)} của {_DOTS * 4}"
    attached = f"(Kèm theo {report.attached_to.strip() or unknown})"
    sheet.rule(sheet.body, sheet.centred(sheet.pen.ink(Style.ITALIC, 13), attached, sheet.body) * _RULE_PART)
