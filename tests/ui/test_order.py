"""Our order agrees with the system's Vietnamese collation wherever both go by syllables."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale

from registry_app.domain.vietnamese import sort_key

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="QCollator is ICU, and right, on Linux only")

ONSETS = ["", *"bcdđghklmnprstvx", "ch", "gh", "kh", "ng", "nh", "ph", "th", "tr"]
VOWELS = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
]
CODAS = ["", "c", "m", "n", "p", "t", "ch", "ng", "nh"]


@st.composite
def syllables(draw: st.DrawFn) -> str:
    """One syllable as it may be spelled, said or not."""
    onset: str = draw(st.sampled_from(ONSETS))
    vowel: str = draw(st.sampled_from("".join(VOWELS)))
    coda: str = draw(st.sampled_from(CODAS))
    return onset + vowel + coda


def qt_sign(one: str, other: str) -> int:
    compared = QCollator(QLocale("vi_VN")).compare(one, other)
    return (compared > 0) - (compared < 0)


def our_sign(one: str, other: str) -> int:
    return (sort_key(one) > sort_key(other)) - (sort_key(one) < sort_key(other))


@given(syllables(), syllables())
def test_two_syllables_stand_as_the_system_puts_them(one: str, other: str) -> None:
    assert our_sign(one, other) == qt_sign(one, other)


@given(syllables(), syllables(), syllables())
def test_names_that_part_at_one_syllable_stand_as_the_system_puts_them(same: str, one: str, other: str) -> None:
    assert our_sign(f"{same} {one}", f"{same} {other}") == qt_sign(f"{same} {one}", f"{same} {other}")
    assert our_sign(f"{one} {same}", f"{other} {same}") == qt_sign(f"{one} {same}", f"{other} {same}")
