"""What the register never holds is taken out once, and cleaning again changes nothing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain.cleaning import block, line

FAMILY = "👨\u200d👩\u200d👧"
NASTY = st.text(alphabet=st.characters() | st.sampled_from("\r\n\t\u00a0\ud800\u202e\u200b\ufffe\u0301Ðđ a"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (unicodedata.normalize("NFD", "Tổ liên gia"), "Tổ liên gia"),
        ("Ðội ðỏ", "Đội đỏ"),
        ("  Tổ \u00a0 dân\tphố\r\n5 ", "Tổ dân phố 5"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("a\ud800b\udfffc", "abc"),
        ("a\u202eb\u2069c", "abc"),
        ("a\ufeffb\u200bc\u00adc\ufffe\U0010ffff", "abcc"),
        (f"Đội {FAMILY} 🔥", f"Đội {FAMILY} 🔥"),
        ("<b>&amp; <img src=x>", "<b>&amp; <img src=x>"),
        ("\u00a0\t", ""),
    ],
)
def test_a_line_is_kept_clean(typed: str, kept: str) -> None:
    assert line(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("một\r\nhai\rba\nbốn\u2028năm", "một\nhai\nba\nbốn\nnăm"),
        ("một \t \nhai\u00a0ba", "một\nhai ba"),
        ("\n\n  - một  hai\n\nba\n \n", "  - một  hai\n\nba"),
        (f"{FAMILY}\x00\n", FAMILY),
        ("", ""),
    ],
)
def test_a_block_keeps_its_lines(typed: str, kept: str) -> None:
    assert block(typed) == kept


@given(NASTY)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert line(line(text)) == line(text)
    assert block(block(text)) == block(text)


@given(NASTY)
def test_clean_text_is_composed_and_can_be_written_as_utf_8(text: str) -> None:
    for clean in (line(text), block(text)):
        assert unicodedata.is_normalized("NFC", clean)
        assert clean.encode("utf-8").decode() == clean
        assert not any(unicodedata.category(letter) == "Cc" for letter in clean.replace("\n", ""))


@given(NASTY)
def test_a_clean_line_is_one_line_without_double_spaces(text: str) -> None:
    clean = line(text)

    assert len(clean.splitlines()) <= 1
    assert clean == " ".join(clean.split())
