"""What the monkey types and pastes: names as a ward writes them, queries, dates, and what nobody should type."""

import unicodedata
from random import Random

NAMES = (
    "Camera an ninh tổ 5",
    "Tiếng kẻng an ninh",
    "Tổ dân phố 12",
    "Nguyễn Thị Bưởi",
    "Hoà bình – Uỷ ban",
    "ĐẠI ĐOÀN KẾT",
)
QUERIES = (
    "camera to",
    "loại:camera",
    'trạng-thái:"đang hoạt động"',
    "lãnh-đạo:rỗng",
    "rà-soát<01/2026",
    "-thẻ:mẫu",
    "quá-hạn",
    'loại:"',
    "a:b:c -- <>",
    "overdue type:camera",
    "%_\\'",
)
DATES = (
    "31/02/2026",
    "5/3/26",
    "03/2026",
    "2026",
    "01-02-2026",
    "29/02/2027",
    "hôm nay",
    "46000",
    "0/0/0",
    "31/12/9999",
)
NUMBERS = ("12", "-1", "0", "999999999999", "1.234,56", "12 tháng", "1e9", "٣")
ODD = (
    unicodedata.normalize("NFD", "Tổ liên gia phòng cháy"),
    "Trường học 🏫👮🏽‍♀️ an toàn",
    "مرحبا بالعالم",
    "\u202eabc\u202c",
    "\x00\x07\x1b\x7f",
    "a\u0301\u0323" * 40,
    "\u200b\u00a0\ufeff",
    "Ð đ D\u0335",
    "<b>&amp;</b><img src=x>",
    "&Lưu {name} %s",
    "\ufffd\ufffe",
    "   ",
    "\t",
)
PASTED = ("một\nhai\r\nba", "ô 1\tô 2\tô 3\r\nô 4\tô 5", "\n\n\n", "=1+1\t-5\t@x", "Tổ 1; Tổ 2\nTổ 3")
MEGABYTE = "Tổ dân phố số 5. " * 62_000


def typed(chance: Random) -> str:
    """A text for a field."""
    kind = chance.choices((NAMES, QUERIES, DATES, NUMBERS, ODD), (6, 4, 4, 2, 3))[0]
    return chance.choice(kind)


def pasted(chance: Random) -> str:
    """A text for the clipboard; seldom a megabyte."""
    if chance.random() < 0.15:
        return MEGABYTE
    return chance.choice(PASTED) if chance.random() < 0.6 else typed(chance)


def shown(text: str) -> str:
    """``text`` as the log of events has it."""
    return ascii(text) if len(text) < 60 else f"{text[:20]!a}… ({len(text)} letters)"
