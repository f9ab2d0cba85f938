"""What a kind of value is: how it is read, shown, ordered and aligned.

Every value is kept as canonical text; blank is "" for every kind.
"""

import re
from datetime import date
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from . import cleaning
from .dates import NotADate, first_day, parse_date, show_date
from .vietnamese import accented, fold, sort_key
from .words import N_, _

if TYPE_CHECKING:
    from decimal import Decimal

Align = Literal["left", "center", "right"]

LINE_LIMIT, BLOCK_LIMIT, DIGITS_LIMIT = 300, 10_000, 30
_FEW = 5

_MINUS = str.maketrans("−–", "--")
_GROUPED = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+"
_NUMBER = r"([+-]?) ?([0-9][0-9. ]*)(?:,([0-9]+))?"
_NOT_A_NUMBER = N_("“{typed}” is not a number. Write it like 1.234,56.")
_YES = frozenset(("co", "x", "v", "1", "1.0", "true", "yes", "y", "dung", "roi", "✓", "✔", "☑", "☒"))
_NO = frozenset(("khong", "ko", "k", "0", "0.0", "false", "no", "n", "sai", "chua", "☐"))


class BadValue(ValueError):
    """What was typed does not fit the kind: ``text`` is a marked text that says why, ``values`` fill its {names}."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text)
        self.text = text
        self.values = values

    def __str__(self) -> str:
        return _(self.text).format(**self.values)


class Kind(Struct, frozen=True, kw_only=True):
    """One kind of value. ``name`` is how a register file calls it."""

    name: str
    align: Align = "left"

    def parse(self, text: str, today: date) -> str:
        """The canonical text of what was typed; "" for blank. Raises BadValue."""
        clean = cleaning.line(text)
        return self._read(clean, today) if clean else ""

    def _read(self, text: str, today: date) -> str:
        """The canonical text of clean, not blank ``text``."""
        raise NotImplementedError

    def show(self, canonical: str) -> str:
        """``canonical`` for people, in the language in use; ``parse`` reads it back."""
        return canonical

    def sort_key(self, canonical: str) -> bytes:
        """Where the value stands among its kind: compare as bytes. Blank is b"", the lowest."""
        return sort_key(canonical)


class Text(Kind, frozen=True, kw_only=True):
    """Words: one line, or a block of lines; never cut, too long is told."""

    limit: int = LINE_LIMIT
    lines: bool = False

    def parse(self, text: str, today: date) -> str:
        clean = cleaning.block(text) if self.lines else cleaning.line(text)
        return self._read(clean, today)

    def _read(self, text: str, today: date) -> str:  # noqa: ARG002 - words need no day
        if len(text) > self.limit:
            raise BadValue(
                N_("The text has {length} letters; at most {limit} fit here."), length=len(text), limit=self.limit
            )
        return text


class Number(Kind, frozen=True, kw_only=True):
    """A number as Vietnamese write it, 1.234,56; canonical is plain decimal text, 1234.56. Canonical text is not input:
    1.234 is read as a thousand and more."""

    align: Align = "right"
    whole: bool = False

    def _read(self, text: str, today: date) -> str:  # noqa: ARG002 - numbers need no day
        canonical = _decimal(text)
        if self.whole and not canonical.isdigit():
            raise BadValue(N_("“{typed}”: write a whole number, 0 or more."), typed=text)
        return canonical

    def show(self, canonical: str) -> str:
        size, point, fraction = canonical.lstrip("-").partition(".")
        grouped = f"{int(size):,}".replace(",", ".") if size else ""
        return "-" * canonical.startswith("-") + grouped + point.replace(".", ",") + fraction

    def sort_key(self, canonical: str) -> bytes:
        if not canonical:
            return b""
        size, __, fraction = canonical.lstrip("-").partition(".")
        size = size.lstrip("0")
        magnitude = bytes((len(size),)) + (size + fraction).encode("ascii") + b"\x00"
        if canonical.startswith("-"):
            return b"\x01" + bytes(255 - byte for byte in magnitude)
        return b"\x02" + magnitude


class Day(Kind, frozen=True, kw_only=True):
    """A date as ISO text. ``precision`` is what must be known: the day, the month only, or as much as there is."""

    align: Align = "center"
    precision: Literal["day", "month", "any"] = "day"

    def _read(self, text: str, today: date) -> str:
        try:
            iso = parse_date(text, partial=self.precision != "day", today=today)
        except NotADate as wrong:
            raise BadValue(wrong.text, **wrong.values) from wrong
        return iso if self.precision != "month" else _month(iso, typed=text)

    def show(self, canonical: str) -> str:
        return show_date(canonical)

    def sort_key(self, canonical: str) -> bytes:
        return f"{first_day(canonical).isoformat()}{len(canonical):02}".encode() if canonical else b""


class Choice(Kind, frozen=True, kw_only=True):
    """One of ``options``; canonical is the option's own spelling, the order is theirs."""

    options: tuple[str, ...] = ()

    def _read(self, text: str, today: date) -> str:  # noqa: ARG002 - options need no day
        if text in self.options:
            return text
        for same in (accented, fold):
            found = [option for option in self.options if same(option) == same(text)]
            if len(found) == 1:
                return found[0]
        if len(self.options) <= _FEW:
            raise BadValue(
                N_("“{typed}” is not one of the choices: {options}."), typed=text, options=", ".join(self.options)
            )
        near = ", ".join(nearest(text, self.options))
        raise BadValue(N_("“{typed}” is not one of the choices. The nearest are: {options}."), typed=text, options=near)

    def sort_key(self, canonical: str) -> bytes:
        if not canonical:
            return b""
        place = self.options.index(canonical) if canonical in self.options else 0xFFFF
        return place.to_bytes(2, "big") + sort_key(canonical)


class YesNo(Kind, frozen=True, kw_only=True):
    """Yes or no; canonical is "yes" or "no", which sorts first."""

    align: Align = "center"

    def _read(self, text: str, today: date) -> str:  # noqa: ARG002 - yes is yes on any day
        plain = fold(text)
        if plain in _YES or plain == fold(_("Yes")):
            return "yes"
        if plain in _NO or plain == fold(_("No")):
            return "no"
        raise BadValue(N_("“{typed}”: write yes or no."), typed=text)

    def show(self, canonical: str) -> str:
        return {"yes": _("Yes"), "no": _("No")}.get(canonical, "")

    def sort_key(self, canonical: str) -> bytes:
        return canonical.encode("ascii")


TEXT = Text(name="text")
LONG = Text(name="long", limit=BLOCK_LIMIT, lines=True)
NUMBER = Number(name="number")
WHOLE = Number(name="whole", whole=True)
DATE = Day(name="date")
PARTIAL = Day(name="partial_date", precision="any")
MONTH = Day(name="month", precision="month")
YES_NO = YesNo(name="yes_no")

_NAMED: dict[str, Kind] = {one.name: one for one in (TEXT, LONG, NUMBER, WHOLE, DATE, PARTIAL, MONTH, YES_NO)}


def kind(name: str, choices: tuple[str, ...] = ()) -> Kind:
    """The kind of that name: what options.EXTRA_KINDS declares, or a fixed field's "long", "whole", "partial_date".

    Raises ValueError for any other name, and for a choice without ``choices``.
    """
    if name == "choice" and choices:
        return choice(choices)
    if name in _NAMED:
        return _NAMED[name]
    raise ValueError(name)


def choice(options: tuple[str, ...]) -> Choice:
    """The kind whose values are ``options``, in their order."""
    return Choice(name="choice", options=tuple(options))


def plain_number(number: "int | float | Decimal") -> str:
    """The canonical text of a number that a sheet or JSON gives as a number. Raises BadValue for what is not finite."""
    from decimal import Decimal

    exact = number if isinstance(number, Decimal) else Decimal(repr(number))
    if not exact.is_finite():
        raise BadValue(_NOT_A_NUMBER, typed=str(number))
    size, __, fraction = f"{abs(exact):f}".partition(".")
    return _canonical("-" if exact < 0 else "", size, fraction, typed=str(number))


def nearest(text: str, options: tuple[str, ...], count: int = 3) -> list[str]:
    """The ``count`` options most like ``text``, nearest first; marks and case do not matter."""
    from difflib import SequenceMatcher

    plain = fold(text)
    return sorted(options, key=lambda option: -SequenceMatcher(None, plain, fold(option)).ratio())[:count]


def _decimal(text: str) -> str:
    """Plain decimal text of a number as typed: comma for decimals; dots or spaces between groups of three; a dot that
    groups nothing is a decimal point."""
    found = re.fullmatch(_NUMBER, text.translate(_MINUS))
    if not found:
        raise BadValue(_NOT_A_NUMBER, typed=text)
    sign, body, fraction = found[1], found[2], found[3] or ""
    if body.isdigit() or re.fullmatch(_GROUPED, body):
        return _canonical(sign, body.replace(".", "").replace(" ", ""), fraction, typed=text)
    size, point, after = body.partition(".")
    if fraction or not (size.isdigit() and point and after.isdigit()):
        raise BadValue(_NOT_A_NUMBER, typed=text)
    return _canonical(sign, size, after, typed=text)


def _canonical(sign: str, size: str, fraction: str, *, typed: str) -> str:
    size, fraction = size.lstrip("0") or "0", fraction.rstrip("0")
    if len(size) + len(fraction) > DIGITS_LIMIT:
        raise BadValue(N_("“{typed}”: a number has at most {limit} digits."), typed=typed, limit=DIGITS_LIMIT)
    plain = f"{size}.{fraction}" if fraction else size
    return f"-{plain}" if sign == "-" and plain != "0" else plain


def _month(iso: str, *, typed: str) -> str:
    """A sheet gives a month as its first day; any other day, or a year alone, is no month."""
    if len(iso) == len("2026-03") or (iso.endswith("-01") and len(iso) == len("2026-03-01")):
        return iso[:7]
    raise BadValue(N_("“{typed}”: write month/year, for example 03/2026."), typed=typed)
