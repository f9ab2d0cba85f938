"""Which rows of a round are entered: those of a worksheet, of an area, of a reviewer, or all; a page code is found by
what a scanner or a person types."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec import Struct

from registry_app.domain.round_shown import RowShown
from registry_app.domain.words import _, n_
from registry_app.domain.worksheet import Worksheet, read_payload
from registry_app.ui.widgets.choice import Offer

ALL, CHOSEN, SHEET, AREA, REVIEWER = "all", "chosen", "sheet:", "area:", "reviewer:"
AREAS, REVIEWERS = "areas", "reviewers"
"""Every area, every reviewer, each by itself."""


class Found(Struct, frozen=True):
    """What a typed code means: the key of a choice ("" for none), the position of a row (0 for none), or why it means
    nothing here."""

    key: str = ""
    position: int = 0
    why: str = ""


def sheet_offers(rows: Sequence[RowShown], *, chosen: int) -> list[Offer]:
    """Which worksheets can be given out; ``chosen`` is how many rows are chosen elsewhere."""
    made = [Offer(AREAS, _("One for each area"))]
    if any(row.reviewer for row in rows):
        made.append(Offer(REVIEWERS, _("One for each reviewer")))
    if chosen:
        made.append(Offer(CHOSEN, n_("The chosen row", "The {count} chosen rows", chosen).format(count=chosen)))
    return [*made, *offers(rows, ())]


def offers(rows: Sequence[RowShown], sheets: Iterable[Worksheet]) -> list[Offer]:
    """Which rows can be entered, in groups."""
    made = [Offer(ALL, _("All rows of the round"))]
    for sheet in sheets:
        made.append(Offer(f"{SHEET}{sheet.code}", _sheet_said(sheet, rows), _("Worksheets")))
    areas = dict.fromkeys((row.area_id or 0, row.area) for row in rows)
    made += [Offer(f"{AREA}{number}", name or _("(no area)"), _("Areas")) for number, name in areas]
    reviewers = sorted({row.reviewer for row in rows})
    if any(reviewers):
        made += [Offer(f"{REVIEWER}{name}", name or _("(nobody yet)"), _("Reviewers")) for name in reviewers]
    return made


def chosen(key: str, rows: Sequence[RowShown], sheets: Iterable[Worksheet]) -> list[RowShown]:
    """The rows of a choice, in the order of the worksheet."""
    if key.startswith(SHEET):
        by_position = {row.position: row for row in rows}
        wanted = [sheet for sheet in sheets if sheet.code == key[len(SHEET) :]]
        return [by_position[position] for sheet in wanted for position in sheet.rows if position in by_position]
    if key.startswith(AREA):
        return [row for row in rows if str(row.area_id or 0) == key[len(AREA) :]]
    if key.startswith(REVIEWER):
        return [row for row in rows if row.reviewer == key[len(REVIEWER) :]]
    return list(rows)


def found(typed: str, rows: Sequence[RowShown], sheets: Sequence[Worksheet]) -> Found:
    """What a scanned page code, the code of a worksheet or of a model, or a row number means."""
    text = typed.strip().upper()
    page = read_payload(text)
    code = page.code if page else text
    for sheet in sheets:
        if sheet.code.upper() != code:
            continue
        if page and sheet.register.upper() != page.register:
            return Found(why=_("This worksheet was printed from another register."))
        return Found(key=f"{SHEET}{sheet.code}")
    if page:
        return Found(why=_("The worksheet {code} is not one of this round.").format(code=page.code))
    for row in rows:
        if text in (str(row.position), row.code.upper()):
            return Found(position=row.position)
    return Found(why=_("“{typed}” is no page code, row number or code of a model of this round.").format(typed=typed))


def _sheet_said(sheet: Worksheet, rows: Sequence[RowShown]) -> str:
    areas = {row.area_id: row.area for row in rows}
    narrowed = areas.get(sheet.area_id, "") if sheet.area_id is not None else sheet.reviewer or ""
    at = f"{datetime.fromisoformat(sheet.at):%d/%m/%Y}" if sheet.at else ""
    return " · ".join(part for part in (sheet.code, narrowed, at) if part)
