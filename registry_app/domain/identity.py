"""Phone numbers and identity numbers: read as wards write them, kept as plain digits, shown in groups."""

import re
from datetime import date

from .kinds import BadValue, Kind
from .words import N_

MOBILE = re.compile(r"0[35789][0-9]{8}")
LANDLINE = re.compile(r"02[0-9]{8,9}")
SERVICE = re.compile(r"1[0-9]{2,3}|1[89]00[0-9]{4,6}")
LOST_ZERO = re.compile(r"[35789][0-9]{8}")
TWO_MOBILES = re.compile(rf"(?:{MOBILE.pattern}){{2,}}")
ROUNDED = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]+")
OLD_MOBILE = re.compile(r"01[0-9]{9}")
SEPARATORS = str.maketrans("", "", " .-–()\u00a0\u200b'")
BETWEEN = " / "
"""What stands between several phone numbers."""
NEW_DIGITS, OLD_DIGITS = 12, 9
"""Digits of an identity number now, and of one issued before (no longer valid since 01/01/2025, true on old papers)."""


class Phone(Kind, frozen=True, kw_only=True):
    """One number or several with "/" between; a 0 that a sheet has lost comes back, +84 becomes 0."""

    def _read(self, text: str, today: date) -> str:  # noqa: ARG002 - numbers need no day
        _refuse_rounded(text)
        return BETWEEN.join(dict.fromkeys(_phone(part) for part in _parts(text)))

    def show(self, canonical: str) -> str:
        return BETWEEN.join(_grouped(part) for part in canonical.split(BETWEEN))


class IdNumber(Kind, frozen=True, kw_only=True):
    """Số định danh (12 digits) or an old number of 9; nothing is guessed: a lost 0 is offered back in words."""

    def _read(self, text: str, today: date) -> str:  # noqa: ARG002 - numbers need no day
        digits = text.translate(SEPARATORS)
        _refuse_rounded(text)
        if not re.fullmatch(r"[0-9]+", digits):
            raise BadValue(N_("“{typed}” is no identity number: write 12 digits, or the 9 of an old one."), typed=text)
        if len(digits) in (NEW_DIGITS, OLD_DIGITS):
            return digits
        if len(digits) == NEW_DIGITS - 1:
            raise BadValue(
                N_("“{typed}” has 11 digits. If a sheet has lost the first 0, write {whole}."),
                typed=text,
                whole=f"0{digits}",
            )
        raise BadValue(
            N_("“{typed}” has {count} digits; an identity number has 12, an old one 9."), typed=text, count=len(digits)
        )


PHONE = Phone(name="phone")
ID_NUMBER = IdNumber(name="id_number")


def is_old(id_number: str) -> bool:
    """Whether it is one of 9 digits, which has been invalid since 01/01/2025."""
    return len(id_number) == OLD_DIGITS


def _refuse_rounded(text: str) -> None:
    if ROUNDED.fullmatch(text):
        raise BadValue(N_("“{typed}” has been rounded by a sheet; write all its digits."), typed=text)


def _parts(text: str) -> list[str]:
    """Each number of those typed; two mobile ones may follow each other with nothing clear between."""
    found: list[str] = []
    for part in re.split(r"[/;,]| [-–] ", text):
        digits = part.translate(SEPARATORS)
        found += MOBILE.findall(digits) if TWO_MOBILES.fullmatch(digits) else [part]
    return [part for part in found if part.strip()]


def _phone(part: str) -> str:
    digits = part.strip().translate(SEPARATORS)
    digits = re.sub(r"^\+?84(?=[0-9]{9,10}$)", "0", digits)
    if LOST_ZERO.fullmatch(digits):
        digits = f"0{digits}"
    if MOBILE.fullmatch(digits) or LANDLINE.fullmatch(digits) or SERVICE.fullmatch(digits):
        return digits
    if OLD_MOBILE.fullmatch(digits):
        raise BadValue(
            N_("“{typed}” is a number from before 2018; write the new one of 10 digits."), typed=part.strip()
        )
    raise BadValue(N_("“{typed}” is no phone number: write 10 digits, for example 0912 345 678."), typed=part.strip())


def _grouped(digits: str) -> str:
    if len(digits) == 10 and not LANDLINE.fullmatch(digits):
        return f"{digits[:4]} {digits[4:7]} {digits[7:]}"
    if LANDLINE.fullmatch(digits):
        return f"{digits[:-7]} {digits[-7:-3]} {digits[-3:]}"
    return digits
