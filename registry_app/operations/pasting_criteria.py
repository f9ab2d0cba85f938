"""A score sheet pasted from Excel or Word: which column is what, and the criteria that its rows are. Nothing is
written."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain import kinds
from registry_app.domain.cleaning import line
from registry_app.domain.kinds import BadValue
from registry_app.domain.vietnamese import fold
from registry_app.exchange.pasted_cells import cells

from .scoring import TypedCriterion

NUMBER_HEADS = ("tt", "stt", "so tt", "muc", "no", "no.", "number")
MOST_HEADS = ("diem chuan", "diem toi da", "diem", "so diem", "thang diem", "points", "most points")
NAME_HEADS = ("noi dung", "tieu chi", "criterion", "criteria")
TOTALS = ("tong", "cong", "total")
WIDEST_NUMBER = 8


class Pasted(Struct, frozen=True, kw_only=True):
    """``left_out`` are rows that are no criteria – headings, totals, titles without points –, each as one text."""

    criteria: tuple[TypedCriterion, ...]
    left_out: tuple[str, ...] = ()


def recognise(text: str) -> Pasted:
    """The criteria that a block of cells holds, their texts as they stand there."""
    rows = [[line(cell) for cell in row] for row in cells(text)]
    width = max(map(len, rows), default=0)
    table = [row + [""] * (width - len(row)) for row in rows if any(row)]
    if not table:
        return Pasted(criteria=())
    first = next((place + 1 for place, row in enumerate(table[:4]) if _is_heading(row)), 0)
    number, name, most = _columns(table[first - 1] if first else [], table[first:], width)
    criteria, left_out = [], [" – ".join(filter(None, row)) for row in table[:first]]
    for row in table[first:]:
        one = TypedCriterion(
            number=_cell(row, number).rstrip("."), name=_cell(row, name), most=_cell(row, most) if most != name else ""
        )
        if _is_total(row) or (most is not None and most != name and not one.most):
            left_out.append(" – ".join(filter(None, row)))
        else:
            criteria.append(one)
    return Pasted(criteria=tuple(criteria), left_out=tuple(left_out))


def numbered_on(there: Sequence[TypedCriterion], pasted: Sequence[TypedCriterion]) -> list[TypedCriterion]:
    """``pasted`` as they go on after those ``there``: a sheet is one list, so that a plain number which begins again –
    another part, another paper – becomes the next one. Numbers like 1.2 stay as they are."""
    taken = {one.number for one in there}
    found = []
    for one in pasted:
        if one.number.isdecimal() and one.number in taken:
            last = max(int(number) for number in taken if number.isdecimal())
            one = replace(one, number=str(last + 1))
        taken.add(one.number)
        found.append(one)
    return found


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None else ""


def _is_heading(row: Sequence[str]) -> bool:
    said = [fold(cell) for cell in row if cell]
    names = [one for one in said if one.startswith(NAME_HEADS)]
    return bool(names) and not any(_is_points(cell) for cell in row)


def _is_total(row: Sequence[str]) -> bool:
    words = [fold(cell) for cell in row if cell and not _is_points(cell)]
    return bool(words) and words[0].startswith(TOTALS) and len(words[0].split()) <= 3


def _is_points(cell: str) -> bool:
    """A number, bare or with the word for points after it."""
    try:
        return bool(cell) and bool(kinds.NUMBER.parse(cell, date.min))
    except BadValue:
        return False


def _columns(
    heading: Sequence[str], rows: Sequence[Sequence[str]], width: int
) -> tuple[int | None, int | None, int | None]:
    """Where number, name and most points stand: as the heading says, else as the cells look."""
    said = [fold(cell) for cell in heading]
    number = _starting(said, NUMBER_HEADS, whole=True)
    name = _starting(said, NAME_HEADS)
    most = _starting(said, MOST_HEADS)
    letters = [sum(len(row[place]) for row in rows) for place in range(width)]
    if name is None:
        name = letters.index(max(letters)) if letters else None
    rest = [place for place in range(width) if place not in (number, name)]
    if most is None:
        figures = [place for place in rest if place > (name or 0) and _mostly(rows, place)]
        most = figures[0] if figures else None
    if number is None:
        short = [place for place in rest if place < (name or 0) and place != most]
        number = next((place for place in short if all(len(row[place]) <= WIDEST_NUMBER for row in rows)), None)
    return number, name, most


def _starting(said: Sequence[str], heads: Sequence[str], *, whole: bool = False) -> int | None:
    for place, one in enumerate(said):
        if one in heads or (not whole and one.startswith(tuple(heads))):
            return place
    return None


def _mostly(rows: Sequence[Sequence[str]], place: int) -> bool:
    filled = [row[place] for row in rows if row[place]]
    return bool(filled) and sum(map(_is_points, filled)) * 2 >= len(filled)
