"""Which field of a member a column of a roster holds: by what the heading says, else by what the cells look like.

Keeps to itself what wards write above their columns.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from . import identity
from .dates import NotADate, first_day, parse_date
from .kinds import BadValue, Kind
from .membership import FIELDS
from .vietnamese import accented, fold
from .words import _

MALE, FEMALE, FAMILY, IGNORED = "male", "female", "family", "ignored"
"""Columns that are no field of their own: one each for men and women, family name apart, numbers and signatures."""
HEADINGS = {
    "name": """ho va ten, ho ten, ten, thanh vien, ho ten thanh vien, ho va ten thanh vien, ong ba, ten thanh vien,
        ho va ten khai sinh, ho ten khai sinh""",
    FAMILY: "ho, ho dem, ho va dem, ho va ten dem, ho lot, ho va chu lot, ho va ten lot, ho ten dem",
    "born": """nam sinh, ngay sinh, ngay thang nam sinh, ngay thang sinh, sinh nam, sinh ngay, ngay nam sinh, ns,
        ngay thang nam, nam sinh tuoi""",
    "sex": "gioi tinh, gt, phai, nam nu, gioi",
    MALE: "nam",
    FEMALE: "nu",
    "phone": """sdt, so dien thoai, dien thoai, dt, so dt, di dong, so di dong, dtdd, so dtdd, dien thoai lien he,
        so dien thoai lien he, so dt lien he, sdt lien he, lien he, so lien lac, zalo, so zalo,
        dien thoai di dong, sdt zalo""",
    "id_number": """cccd, so cccd, cmnd, so cmnd, cmnd cccd, cccd cmnd, so cccd cmnd, so cmnd cccd, can cuoc,
        so can cuoc, can cuoc cong dan, so can cuoc cong dan, so dinh danh, so dinh danh ca nhan, ma dinh danh, cmtnd,
        cccd so dinh danh, cc cccd, so cc, so giay to, cccd dinh danh, so dinh danh cccd, cccd cc""",
    "address": """dia chi, noi o, cho o, noi o hien nay, cho o hien nay, noi o hien tai, noi cu tru, thuong tru, hktt,
        noi thuong tru, dia chi thuong tru, ho khau, ho khau thuong tru, noi dang ky ho khau thuong tru, so nha,
        dia chi cu tru, dia chi lien he, noi dktt, tam tru, cho o hien tai""",
    "area": "dia ban, to dan pho, tdp, khu pho, thon, ap, khom, khu dan cu, kdc",
    "role": """chuc danh, chuc vu, nhiem vu, vai tro, chuc danh trong to, chuc vu trong to, chuc danh nhiem vu,
        chuc vu chuc danh, phan cong nhiem vu, chuc danh chuc vu""",
    "valid_from": """tu ngay, ngay tham gia, ngay vao, ngay bat dau, tham gia tu, ngay vao to, ngay gia nhap,
        thoi gian tham gia, ngay tham gia llbvantt""",
    "valid_to": "den ngay, thoi tu ngay, ngay thoi, ngay thoi tham gia",
    "paper_number": "so qd, qd so, quyet dinh, so quyet dinh, quyet dinh so, qd",
    "notes": "ghi chu",
    IGNORED: "stt, tt, so tt, so thu tu, ky ten, ky nhan, chu ky, so, ky",
}
"""Field by what a ward writes above its column, folded, signs as spaces."""
ROLES = frozenset(
    (
        *("to truong", "to pho", "to vien", "doi truong", "doi pho", "doi vien", "chu nhiem", "pho chu nhiem"),
        *("thanh vien", "truong ban", "pho ban", "pho truong ban", "uy vien", "hoi vien", "nhom truong", "nhom pho"),
        *("truong nhom", "hoa giai vien"),
    )
)
SEXES = frozenset(("nam", "nu", "male", "female"))
ENOUGH = 0.7
"""The share of cells that must look alike."""
SAMPLE = 200
FIRST_ROWS = 1000
YOUNGEST_BORN = 14
SHORTEST_PHONE = 9
PHONE_EXPONENTS = (8, 9)
APART = {"ho": {"họ": FAMILY}, "nam": {"nam": MALE, "năm": "born"}}
"""Headings that differ by their marks only."""
_ROUNDED = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+?([0-9]+)")
_NAME = re.compile(r"(?:(?:Ông|Bà|ông|bà|ÔNG|BÀ) )?[^\W\d_]+(?:[ .'’-]+[^\W\d_]+){1,6}\.?")
_STREET = re.compile(r"\b(so nha|duong|pho|ngo|ngach|hem|thon|ap|khu|xom|phuong|kp|tdp|to dan pho)\b")


def headings() -> Mapping[str, str]:
    """Fields by heading, folded: what wards write, and the program's own words in the language in use."""
    found = {" ".join(one.split()): field for field, many in HEADINGS.items() for one in many.split(",")}
    for field in FIELDS:
        for text in (_(field.label), field.short, *field.keys) if field.page else ():
            found.setdefault(_plain(text), field.name)
    return found


def heading_field(text: str, known: Mapping[str, str]) -> str:
    """The field that a heading names among the ``known`` ones, or one of the special columns; "" for none."""
    plain = _plain(text)
    if plain in APART:
        return APART[plain].get(accented(text), "")
    return known.get(plain, "")


def content_field(cells: Sequence[str], roles: Sequence[str] = ()) -> str:
    """The field whose values the cells of one column look like; "" when they look like none. ``roles`` are the names of
    the ward's own."""
    filled = [cell for cell in cells if cell][:SAMPLE]
    if not filled:
        return ""
    known = ROLES.union(map(fold, roles))
    looks: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("sex", lambda cell: fold(cell) in SEXES),
        ("role", lambda cell: fold(cell) in known),
        ("phone", _is_phone),
        ("id_number", _is_id),
        ("born", lambda cell: _day(cell) is not None),
        ("address", _is_address),
        ("name", lambda cell: _NAME.fullmatch(cell) is not None),
    )
    if _counts(filled):
        return IGNORED
    found = next((field for field, fits in looks if _most(filled, fits)), "")
    return "valid_from" if found == "born" and _recent(filled) else found


def is_value(cell: str) -> bool:
    """Whether what may be a heading is what stands below one as well."""
    return fold(cell) in SEXES | ROLES


def is_count(cells: Sequence[str]) -> bool:
    """Whether the cells count 1, 2, 3 …: the row of column numbers that official forms have."""
    filled = [cell.strip("()[] ") for cell in cells if cell]
    return len(filled) > 1 and filled == [str(number) for number in range(1, len(filled) + 1)]


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]", " ", fold(re.sub(r"\(.*?\)", " ", text))).split())


def _most(cells: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return sum(map(fits, cells)) >= ENOUGH * len(cells)


def _counts(cells: Sequence[str]) -> bool:
    """The numbers of the rows: each one more than that before, or 1 again."""
    if not all(re.fullmatch(r"[0-9]{1,5}\.?", cell) for cell in cells):
        return False
    numbers = [int(cell.rstrip(".")) for cell in cells]
    follows = all(after in (before + 1, 1) for before, after in pairwise(numbers))
    return follows and numbers[0] < len(cells) + FIRST_ROWS


def _is_phone(cell: str) -> bool:
    if found := _ROUNDED.fullmatch(cell):
        return int(found[1]) in PHONE_EXPONENTS
    return sum(map(str.isdigit, cell)) >= SHORTEST_PHONE and _reads(identity.PHONE, cell)


def _is_id(cell: str) -> bool:
    if found := _ROUNDED.fullmatch(cell):
        return int(found[1]) not in PHONE_EXPONENTS
    digits = re.sub(r"[ .\u00a0-]", "", cell)
    return digits.isdigit() and len(digits) in (9, 10, 11, 12)


def _reads(kind: Kind, cell: str) -> bool:
    try:
        return bool(kind.parse(cell, date.today()))
    except BadValue:
        return False


def _day(cell: str) -> date | None:
    try:
        return first_day(parse_date(cell, today=date.today()))
    except NotADate:
        return None


def _recent(cells: Sequence[str]) -> bool:
    """Days of which most are too late for a birth: the day of joining."""
    latest = date.today().year - YOUNGEST_BORN
    return _most(cells, lambda cell: (day := _day(cell)) is not None and day.year > latest)


def _is_address(cell: str) -> bool:
    return bool(re.search(r"[^\W\d_]", cell)) and bool(re.search(r"[0-9]", cell) or _STREET.search(fold(cell)))
