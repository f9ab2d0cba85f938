"""What a copy for the notice board shows of a person: the end of a number, the year of birth, and no more."""

import re

from registry_app.domain.dates import show_date
from registry_app.domain.person import MASKED

DOT = "•"
_DIGITS = re.compile(r"(?<![\d/.,])\+?\d(?:[ .\-]?\d){8,11}(?![\d/])")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(\.\d{3})+")
_BORN = frozenset(("born", "leader_born"))
_ENDS = {12: 4, 9: 3}
"""How many digits of an identity number of so many stay."""
_PHONE_END = 3


def masked(field: str, text: str) -> str:
    """``text``, as people read ``field``, for the notice board. Long numbers inside free text are masked too."""
    if not text:
        return text
    if field not in MASKED:
        return free(text)
    if field in _BORN:
        return show_date(text.rpartition("/")[2])
    if field == "id_number":
        return _end(text, _ENDS.get(len(text), _PHONE_END))
    return " / ".join(_end(part, _PHONE_END) for part in text.split(" / "))


def free(text: str) -> str:
    """``text`` with every phone and identity number in it masked; sums of money stay."""
    return _DIGITS.sub(_long, text)


def _long(found: "re.Match[str]") -> str:
    return found.group() if _THOUSANDS.fullmatch(found.group()) else _end(found.group(), _PHONE_END)


def _end(number: str, kept: int) -> str:
    digits = [letter for letter in number if letter.isdigit()]
    return DOT * max(len(digits) - kept, 0) + "".join(digits[-kept:])
