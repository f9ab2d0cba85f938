"""Finding and replacing inside texts: what is found stands where the original text has it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.operations.replacing import Replacer, Wanted, tidy

LETTERS = st.text(alphabet="aàạăâbcdđeêhoôơòóọnuưyAÀĐHOÒ .,-ßİ\u0300\u0323ﬁ7", max_size=40)
MODES = st.tuples(st.booleans(), st.booleans(), st.booleans())


def replaced(text: str, find: str, by: str, **options: bool) -> str:
    return Replacer(Wanted(find=find, by=by, **options)).replaced(text)


@pytest.mark.parametrize(
    ("options", "text", "after"),
    [
        ({}, "Tổ 5, TỔ 5, To 5", "Khu 5, Khu 5, To 5"),
        ({"match_case": True}, "Tổ 5, TỔ 5, tổ 5", "Khu 5, TỔ 5, tổ 5"),
        ({"accents": False}, "Tổ 5, to 5, tô 5", "Khu 5, Khu 5, Khu 5"),
        ({"accents": False, "match_case": True}, "Tổ 5, to 5", "Khu 5, to 5"),
        ({"whole_words": True}, "Tổ 55, tổ 5a, Tổ 5.", "Tổ 55, tổ 5a, Khu 5."),
    ],
)
def test_case_words_and_accents_matter_as_asked(options: dict[str, bool], text: str, after: str) -> None:
    assert replaced(text, "Tổ 5", "Khu 5", **options) == after


def test_d_with_a_stroke_is_d_where_accents_do_not_matter() -> None:
    assert replaced("Đảm bảo, dam bao", "đam", "Bảo", accents=False) == "Bảo bảo, Bảo bao"


def test_a_text_typed_with_loose_marks_finds_the_composed_one() -> None:
    assert replaced("Phường An Bình", unicodedata.normalize("NFD", "Bình"), "Hòa") == "Phường An Hòa"


def test_half_a_letter_is_never_replaced() -> None:
    loose = "x\u0302"  # x with a circumflex: one letter that has no composed form

    assert replaced(loose, "x", "y") == loose
    assert replaced(loose, "x", "y", accents=False) == "y"
    assert replaced("Maßnahme", "s", "z") == "Maßnahme"
    assert replaced("Maßnahme", "ss", "z") == "Maznahme"


def test_hits_do_not_overlap_and_are_not_looked_for_in_what_was_put() -> None:
    assert replaced("aaaa", "aa", "a") == "aa"
    assert replaced("ab", "b", "bb") == "abb"


def test_outer_spaces_are_looked_for_too() -> None:
    assert replaced("Tổ 5 và Tổ 50", "Tổ 5 ", "Tổ 6 ") == "Tổ 6 và Tổ 50"


def test_nothing_to_look_for_finds_nothing() -> None:
    assert Replacer(Wanted(find="\u200b")).is_blank
    assert replaced("abc", "", "x") == "abc"


@given(LETTERS, LETTERS.filter(bool), MODES)
def test_what_is_found_reads_like_what_was_looked_for(text: str, find: str, modes: tuple[bool, bool, bool]) -> None:
    text = unicodedata.normalize("NFC", text)
    case, words, accents = modes
    replacer = Replacer(Wanted(find=find, match_case=case, whole_words=words, accents=accents))

    last = 0
    for start, end in replacer.spans(text):
        assert last <= start < end <= len(text)
        assert Replacer(Wanted(find=text[start:end], match_case=case, accents=accents)).spans(tidy(find))
        last = end


@given(LETTERS, LETTERS.filter(bool), LETTERS, MODES)
def test_all_that_is_no_hit_stays_letter_by_letter(
    text: str, find: str, by: str, modes: tuple[bool, bool, bool]
) -> None:
    text = unicodedata.normalize("NFC", text)
    case, words, accents = modes
    replacer = Replacer(Wanted(find=find, by=by, match_case=case, whole_words=words, accents=accents))

    after, old, new = replacer.replaced(text), replacer.spans(text), replacer.new_spans(text)

    assert len(old) == len(new)
    assert all(after[start:end] == replacer.by for start, end in new)
    assert _rest(text, old) == _rest(after, new)


@given(st.text(alphabet="aàạbcđoôơ ", max_size=20), st.text(alphabet="aàạbcđoôơ ", min_size=1, max_size=3), LETTERS)
def test_exact_replacing_of_composed_letters_is_what_python_does(text: str, find: str, by: str) -> None:
    replacer = Replacer(Wanted(find=find, by=by, match_case=True))

    assert replacer.replaced(text) == text.replace(find, replacer.by)


def _rest(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """What stands before, between and after the hits."""
    edges = [0, *(place for span in spans for place in span), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
