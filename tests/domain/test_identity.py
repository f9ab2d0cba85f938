"""Phone and identity numbers: read as wards write them, a lost zero comes back or is offered, nothing is guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain.identity import ID_NUMBER, PHONE, is_old
from registry_app.domain.kinds import BadValue

TODAY = date(2026, 11, 22)
MOBILES = st.from_regex(r"0[35789][0-9]{8}", fullmatch=True).filter(str.isascii)


def refusal(kind: object, typed: str) -> str:
    """Why ``typed`` is refused, as people read it."""
    with pytest.raises(BadValue) as told:
        kind.parse(typed, TODAY)  # type: ignore[attr-defined]
    return str(told.value)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0912345678", "0912345678"),
        ("0912 345 678", "0912345678"),
        ("0912.345.678", "0912345678"),
        ("0912\u00a0345-678", "0912345678"),
        ("912345678", "0912345678"),
        ("'0912345678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("(0234) 3822 123", "02343822123"),
        ("0243.822.1234", "02438221234"),
        ("113", "113"),
        ("1900 1234", "19001234"),
        ("0912345678/0987654321", "0912345678 / 0987654321"),
        ("0912345678; 912345678", "0912345678"),
        ("0912345678 - 0987654321", "0912345678 / 0987654321"),
        ("0912 345 678 0987 654 321", "0912345678 / 0987654321"),
        ("  ", ""),
    ],
)
def test_a_phone_number_is_kept_as_plain_digits(typed: str, kept: str) -> None:
    assert PHONE.parse(typed, TODAY) == kept


@pytest.mark.parametrize("typed", ["không có", "0912", "091234567", "09123456789", "0012345678", "１２３"])
def test_what_is_no_phone_number_is_refused_as_it_was_typed(typed: str) -> None:
    assert typed in refusal(PHONE, typed)


def test_a_number_from_before_2018_is_told_apart_from_nonsense() -> None:
    assert "2018" in refusal(PHONE, "01234567890")


@pytest.mark.parametrize(("kind", "typed"), [(PHONE, "9.12E+08"), (ID_NUMBER, "1.2E+11"), (ID_NUMBER, "1,07E+11")])
def test_a_number_that_a_sheet_has_rounded_is_told_so(kind: object, typed: str) -> None:
    assert "bảng tính" in refusal(kind, typed)


@given(MOBILES, st.sampled_from(["", " ", ".", "-", "\u00a0"]))
def test_a_mobile_number_comes_back_however_it_is_grouped(number: str, between: str) -> None:
    grouped = between.join((number[:4], number[4:7], number[7:]))

    assert PHONE.parse(grouped, TODAY) == number
    assert PHONE.parse(number[1:], TODAY) == number
    assert PHONE.parse(PHONE.show(number), TODAY) == number


def test_phone_numbers_are_shown_in_groups() -> None:
    assert PHONE.show("0912345678 / 02343822123") == "0912 345 678 / 0234 3822 123"


@pytest.mark.parametrize("typed", ["001070012345", "001 070 012 345", "001.070.012.345", "'001070012345"])
def test_an_identity_number_is_kept_as_twelve_digits(typed: str) -> None:
    assert ID_NUMBER.parse(typed, TODAY) == "001070012345"
    assert not is_old("001070012345")


def test_an_old_number_of_nine_digits_is_kept_and_known_as_old() -> None:
    assert is_old(ID_NUMBER.parse("012 345 678", TODAY))


def test_the_zero_that_eleven_digits_have_lost_is_offered_back() -> None:
    assert "001070012345" in refusal(ID_NUMBER, "01070012345")


@pytest.mark.parametrize("typed", ["12 chữ số", "0123456789", "0010700123456", "1"])
def test_what_is_no_identity_number_is_refused_as_it_was_typed(typed: str) -> None:
    assert typed in refusal(ID_NUMBER, typed)
