"""Every kind of value reads what wards write, keeps one canonical text, shows it back and orders it."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain import options
from registry_app.domain.kinds import (
    DATE,
    LONG,
    MONTH,
    NUMBER,
    PARTIAL,
    TEXT,
    WHOLE,
    YES_NO,
    BadValue,
    Kind,
    choice,
    kind,
    nearest,
    plain_number,
)

TODAY = date(2026, 11, 22)
GRADES = choice(("Xuất sắc", "Tốt", "Khá", "Hòa", "Không phân loại", "Lê", "Lễ"))
ALL = (TEXT, LONG, NUMBER, WHOLE, DATE, PARTIAL, MONTH, YES_NO, GRADES)


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
@pytest.mark.parametrize("blank", ["", " \u00a0\t", "\n"])
def test_blank_is_blank_in_every_kind(one: Kind, blank: str) -> None:
    assert one.parse(blank, TODAY) == ""
    assert one.show("") == ""
    assert one.sort_key("") == b""


@pytest.mark.parametrize(
    ("one", "typed", "canonical", "shown"),
    [
        (TEXT, " Tổ \n liên  gia ", "Tổ liên gia", "Tổ liên gia"),
        (LONG, "một\r\nhai ", "một\nhai", "một\nhai"),
        (NUMBER, "1.234,56", "1234.56", "1.234,56"),
        (NUMBER, "1234", "1234", "1.234"),
        (NUMBER, "-35,01", "-35.01", "-35,01"),
        (NUMBER, "1.234", "1234", "1.234"),
        (NUMBER, "1.234.567", "1234567", "1.234.567"),
        (NUMBER, "1 234,5", "1234.5", "1.234,5"),
        (NUMBER, "1234.5", "1234.5", "1.234,5"),
        (NUMBER, "0.125", "0.125", "0,125"),
        (NUMBER, "\u22123", "-3", "-3"),
        (NUMBER, "-0,0", "0", "0"),
        (NUMBER, "007,50", "7.5", "7,5"),
        (WHOLE, "12", "12", "12"),
        (WHOLE, "12.0", "12", "12"),
        (WHOLE, "1.000", "1000", "1.000"),
        (DATE, "5/3/2026", "2026-03-05", "05/03/2026"),
        (PARTIAL, "3/2026", "2026-03", "03/2026"),
        (PARTIAL, "1968", "1968", "1968"),
        (MONTH, "3/2026", "2026-03", "03/2026"),
        (MONTH, "01/03/2026", "2026-03", "03/2026"),
        (YES_NO, "có", "yes", "Có"),
        (YES_NO, "x", "yes", "Có"),
        (YES_NO, "1", "yes", "Có"),
        (YES_NO, "TRUE", "yes", "Có"),
        (YES_NO, "Không", "no", "Không"),
        (YES_NO, "0", "no", "Không"),
        (GRADES, "xuat sac", "Xuất sắc", "Xuất sắc"),
        (GRADES, "hoà", "Hòa", "Hòa"),
        (GRADES, "LÊ", "Lê", "Lê"),
    ],
)
def test_a_value_is_read_kept_and_shown(one: Kind, typed: str, canonical: str, shown: str) -> None:
    assert one.parse(typed, TODAY) == canonical
    assert one.show(canonical) == shown
    assert one.parse(shown, TODAY) == canonical


@pytest.mark.parametrize(
    ("one", "typed", "said"),
    [
        (TEXT, "a" * 301, "300"),
        (LONG, "a" * 10_001, "10000"),
        (NUMBER, "12 cái", "12 cái"),
        (NUMBER, "1e5", "1.234,56"),
        (NUMBER, "1,234.56", "1.234,56"),
        (NUMBER, "1.23.456", "1.234,56"),
        (NUMBER, "9" * 31, "30"),
        (WHOLE, "-1", "-1"),
        (WHOLE, "1,5", "1,5"),
        (DATE, "3/2026", "3/2026"),
        (DATE, "31/02/2026", "31"),
        (MONTH, "15/03/2026", "03/2026"),
        (MONTH, "2026", "03/2026"),
        (YES_NO, "có lẽ", "có lẽ"),
        (GRADES, "tôt lăm", "Tốt"),
        (GRADES, "le", "Lê"),
        (choice(("Đạt", "Chưa đạt")), "giỏi", "Đạt, Chưa đạt"),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_what_would(one: Kind, typed: str, said: str) -> None:
    with pytest.raises(BadValue) as refused:
        one.parse(typed, TODAY)

    assert said in str(refused.value)


def test_a_text_of_exactly_the_limit_fits() -> None:
    assert TEXT.parse("ạ" * 300, TODAY) == "ạ" * 300


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4))
def test_a_shown_number_is_read_back(number: Decimal) -> None:
    canonical = plain_number(number)

    assert Decimal(canonical) == number
    assert NUMBER.parse(NUMBER.show(canonical), TODAY) == canonical


@given(st.floats(min_value=-1e15, max_value=1e15, allow_subnormal=False).filter(lambda x: x == 0 or abs(x) > 1e-9))
def test_a_number_of_a_sheet_keeps_its_value(number: float) -> None:
    assert float(plain_number(number)) == number


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_finite_number_is_refused(number: float) -> None:
    with pytest.raises(BadValue):
        plain_number(number)


NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3)


@given(NUMBERS, NUMBERS)
def test_numbers_stand_by_value(one: Decimal, other: Decimal) -> None:
    first, second = NUMBER.sort_key(plain_number(one)), NUMBER.sort_key(plain_number(other))

    assert (first < second) == (one < other)


@pytest.mark.parametrize(
    ("one", "values"),
    [
        (PARTIAL, ["", "2025-12-31", "2026", "2026-01", "2026-01-01", "2026-01-02", "2026-02"]),
        (GRADES, ["", "Xuất sắc", "Tốt", "Khá", "Lễ", "Nhãn đã bỏ"]),
        (YES_NO, ["", "no", "yes"]),
        (TEXT, ["", "Tổ 2", "Tổ 10"]),
    ],
    ids=lambda one: one.name if isinstance(one, Kind) else "",
)
def test_values_stand_in_their_kind_s_order(one: Kind, values: list[str]) -> None:
    assert all(first < second for first, second in pairwise([one.sort_key(value) for value in values]))


@pytest.mark.parametrize("option", options.EXTRA_KINDS, ids=lambda option: option.key)
def test_every_kind_that_an_extra_may_have_is_known(option: options.Option) -> None:
    assert kind(option.key, ("Đạt", "Chưa đạt")).name == option.key


@pytest.mark.parametrize("name", ["colour", "choice"])
def test_an_unknown_kind_or_a_choice_of_nothing_is_an_error(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        kind(name)


def test_the_nearest_options_come_nearest_first() -> None:
    assert nearest("đang hoạt dộng", ("Kết thúc", "Đang hoạt động", "Tạm dừng"), 2)[0] == "Đang hoạt động"


def test_numbers_stand_at_the_right_and_dates_in_the_middle() -> None:
    assert [one.align for one in (TEXT, NUMBER, DATE)] == ["left", "right", "center"]
