"""Figures of results as people and papers write them: “trên 1.200”, “gần 40 nghìn”, “4,968 kg”, “23/27”. Only reading
and showing; what an indicator allows is in ``result_rules``."""

import re
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from . import cleaning, kinds
from .kinds import BadValue, Kind
from .plain import plain
from .words import N_, _

if TYPE_CHECKING:
    from decimal import Decimal

SIGNS = {"exact": "", "over": ">", "nearly": "~", "check": "?"}
"""What stands before a canonical figure, by exactness."""
LEADS = (
    ("over", ("tren", "hon", "over", "more than", ">")),
    ("nearly", ("gan", "khoang", "xap xi", "chung", "uoc", "nearly", "almost", "about", "~", "≈")),
)
"""How a figure that is not exact begins, folded."""
USUAL = {"over": ("tren", "more than"), "nearly": ("gan", "nearly")}
"""As the program itself says it: such a text need not be kept."""
OF = r" ?/ ?| (?:cua|tren tong so|trong tong so|trong|of) "
TIMES = {"nghin": 3, "ngan": 3, "trieu": 6, "ty": 9, "ti": 9}
"""Words that multiply, by the zeros that they add."""
NO_FIGURE = N_("“{typed}” is no figure.")
GARBLED = N_(
    "“{typed}” is no figure. Write for example 1.200; more than 1.200; nearly 40.000; 23/27 – or choose “Needs "
    "checking” and write it under “As the source writes it”."
)


class Figure(Struct, frozen=True, kw_only=True):
    """What was read: canonical decimal texts, ``total`` the y of x/y, ``exactness`` a key of options.EXACTNESS;
    ``percent`` says that a % sign was written, ``unit`` what else stood behind the number, as it was typed."""

    amount: str
    total: str | None = None
    exactness: str = "exact"
    percent: bool = False
    unit: str = ""

    @property
    def canonical(self) -> str:
        """One text for all of it; ``show`` reads it."""
        return canonical(self.amount, self.total, self.exactness)


def read_figure(text: str) -> Figure:
    """What was written. Raises BadValue, for blank too."""
    typed = cleaning.line(text)
    rest, exactness = _lead(plain(typed))
    rest, behind = _unit(rest)
    percent = behind == "%"
    parts = re.split(OF, rest)
    try:
        numbers = [_number(part) for part in parts]
    except BadValue:
        raise BadValue(GARBLED, typed=typed) from None
    if len(numbers) > 2 or any(number.startswith("-") for number in numbers):
        raise BadValue(GARBLED, typed=typed)
    return Figure(
        amount=numbers[0],
        total=numbers[1] if len(numbers) > 1 else None,
        exactness=exactness,
        percent=percent,
        unit="" if percent or not behind else typed[-len(behind) :],
    )


def canonical(amount: str | None, total: str | None, exactness: str) -> str:
    """“>1200”, “~40000”, “23/27”, “4.968”, “?” and the amount where it needs checking; "" without an amount."""
    if amount is None:
        return ""
    return SIGNS[exactness] + amount + (f"/{total}" if total is not None else "")


def show(text: str) -> str:
    """A canonical figure for people, in the language in use; what cannot be read stands as the source has it."""
    exactness = next((key for key, sign in SIGNS.items() if sign and text.startswith(sign)), "exact")
    rest = text.removeprefix(SIGNS[exactness])
    if rest.startswith("“") or not rest:
        return rest
    number = "/".join(kinds.NUMBER.show(part) for part in rest.split("/"))
    if exactness == "check":
        return f"{number} (?)"
    texts = {"exact": "{number}", "over": _("more than {number}"), "nearly": _("nearly {number}")}
    return texts[exactness].format(number=number)


def said(text: str, unit: str) -> str:
    """A canonical figure with its unit; of x/y the share too: “23/27 vụ (85,2%)”. The sign of per cent stands at its
    number, as offices write it, and so never alone on a line of paper."""
    shown = show(text)
    between = "" if unit == "%" else " "
    whole = f"{shown}{between}{unit}" if unit and shown and not shown.startswith("“") else shown
    share = percent(text)
    return f"{whole} ({share}%)" if share else whole


def percent(text: str) -> str:
    """The share of a canonical x/y, one decimal, for people; "" of any other. Less than all is never shown as 100."""
    amount, slash, total = text.lstrip("".join(SIGNS.values())).partition("/")
    if not slash or not float(total):
        return ""
    share = round(float(amount) * 100 / float(total), 1)
    if share >= 100 and float(amount) < float(total):
        share = 99.9
    return kinds.NUMBER.show(kinds.plain_number(share).removesuffix(".0"))


def figure_number(text: str) -> "Decimal | None":
    """The number of a canonical figure that is exact; of x/y the x. None of any other."""
    from decimal import Decimal

    amount = text.partition("/")[0]
    return Decimal(amount) if amount and amount[0].isdigit() else None


def kept(text: str, figure: Figure) -> str:
    """The source's own words, where the program would not write the figure so; else ""."""
    number = _squeezed("/".join(kinds.NUMBER.show(one) for one in (figure.amount, figure.total) if one is not None))
    usual = [lead + number for lead in USUAL.get(figure.exactness, ("",))]
    behind = figure.unit or ("%" if figure.percent else "")
    same = (_squeezed(lead + tail) for lead in usual for tail in ("", plain(behind)))
    return "" if _squeezed(plain(text)) in same else cleaning.line(text)


class FigureKind(Kind, frozen=True, kw_only=True):
    """A figure as one text."""

    def _read(self, text: str, today: date) -> str:  # noqa: ARG002 - figures need no day
        return read_figure(text).canonical

    def show(self, canonical: str) -> str:
        return show(canonical)

    def explained(self, text: str, today: date) -> str:  # noqa: ARG002 - as the period's
        """What was understood; "" while nothing is, and where it stands there already."""
        try:
            figure = read_figure(text)
        except BadValue:
            return ""
        meaning = said(figure.canonical, "%" if figure.percent else figure.unit)
        return "" if meaning == cleaning.line(text) else meaning


FIGURE = FigureKind(name="figure", align="right")


def _lead(text: str) -> tuple[str, str]:
    """What follows the word or sign that says how exact a figure is, and that."""
    if text.endswith(("(?)", "?")):
        return text.removesuffix("(?)").removesuffix("?").rstrip(), "check"
    for exactness, leads in LEADS:
        for lead in leads:
            rest = text.removeprefix(lead)
            if rest != text and (not lead[-1].isalpha() or rest.startswith(" ")):
                return rest.lstrip(), exactness
    for tail in ("tro len", "+"):
        if text.endswith(tail):
            return text.removesuffix(tail).rstrip(), "over"
    return text, "exact"


def _unit(text: str) -> tuple[str, str]:
    """The figure, and the words behind it."""
    found = re.fullmatch(r"(.*[0-9](?: ?(?:nghin|ngan|trieu|ty|ti)\b)?) ?([^0-9]*)", text)
    return (found[1], found[2].strip()) if found else (text, "")


def _number(text: str) -> str:
    """Canonical decimal text of a number that words may multiply. Raises BadValue."""
    found = re.fullmatch(r"(.*?) ?(nghin|ngan|trieu|ty|ti)", text)
    number = kinds.NUMBER.parse(found[1] if found else text, date.min)
    if not number:
        raise BadValue(NO_FIGURE, typed=text)
    if not found:
        return number
    from decimal import Decimal

    return kinds.plain_number(Decimal(number).scaleb(TIMES[found[2]]))


def _squeezed(text: str) -> str:
    return re.sub(r"[ .]", "", text)
