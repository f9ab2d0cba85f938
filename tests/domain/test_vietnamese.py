"""One word in many spellings is one word; lists stand in Vietnamese order on every platform."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from registry_app.domain.vietnamese import accented, fold, person_key, sort_key

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
VIETNAMESE = st.text(alphabet=LETTERS + LETTERS.upper() + "Ðð0123456789 -–“”(),./\u00a0\u0300\u0301\u0323", max_size=40)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Tổ liên gia", "to lien gia"),
        ("ĐƯỜNG Đội Cấn", "duong doi can"),
        ("Ðông Ð\u00f4 ð", "dong do d"),
        (unicodedata.normalize("NFD", "Phường Sở Dầu"), "phuong so dau"),
        ("Tổ\u00a0 dân  phố\t5", "to dan pho 5"),
        ("Sở Dầu–trường học", "so dau truong hoc"),
        ("“An ninh”, (Camera); [giám sát]:", "an ninh camera giam sat"),
        ("BM-1/2.3 + a&b x@y_z", "bm-1/2.3 + a&b x@y_z"),
        ("Lý Lí", "ly li"),
        ("an\u200bninh\ufeff", "anninh"),
        ("", ""),
        (" \u00a0 ", ""),
    ],
)
def test_a_word_is_searched_without_case_marks_or_punctuation(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("new", "traditional"),
    [
        ("hoà", "hòa"),
        ("Hoà Bình", "hòa bình"),
        ("uỷ", "ủy"),
        ("thuý", "thúy"),
        ("hoè", "hòe"),
        ("khoẻ", "khỏe"),
        ("hòan thành", "hoàn thành"),
        ("qúy", "quý"),
        ("gìa", "già"),
    ],
)
def test_a_tone_stands_on_its_traditional_vowel(new: str, traditional: str) -> None:
    assert accented(new) == traditional


@pytest.mark.parametrize(
    "word", ["quý", "quyết", "giếng", "gì", "khuỷu", "ngoài", "thuở", "mía", "cửa", "người", "café"]
)
def test_a_tone_that_stands_right_stays(word: str) -> None:
    assert accented(word) == word


def test_accents_tell_words_apart_that_fold_to_one() -> None:
    assert accented("Lê") != accented("Lệ")
    assert fold("Lê") == fold("Lệ")


@given(st.text() | VIETNAMESE)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text() | VIETNAMESE)
def test_accented_text_folds_as_the_text_itself(text: str) -> None:
    assert fold(accented(text)) == fold(text)


@given(VIETNAMESE)
@example("eà\u0300")
def test_accented_text_is_settled(text: str) -> None:
    assert accented(accented(text)) == accented(text)


ORDER = [
    ["", "🔥", "Tổ"],
    ["Lê", "Lê An", "Lê Bình", "Lệ An", "Lên"],
    ["ma", "mà", "mả", "mã", "má", "mạ", "man"],
    ["an", "ăn", "ân", "ba", "da", "đa", "em", "êm", "ong", "ông", "ơn", "um", "ưm"],
    ["fa", "ga", "ia", "ja", "ka", "va", "wa", "xa", "ya", "za", "жа"],
    ["Tổ 2", "Tổ 02", "Tổ 10", "Tổ 100", "Tổ An"],
    ["to", "tO", "To", "TO", "to an"],
    ["Đội 8", "Khóm 1", "Nóc Ông Hành", "Thôn 3", "Tổ 1"],
]


@pytest.mark.parametrize("names", ORDER, ids=lambda names: names[-1])
def test_names_stand_in_vietnamese_order(names: list[str]) -> None:
    keys = [sort_key(name) for name in names]

    if names[-1] == "to an":
        assert keys[0] == min(keys)
        assert keys[-1] == max(keys)
        assert len(set(keys)) == len(keys)
    else:
        assert all(first < second for first, second in pairwise(keys))


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("Ðông", "Đông"), ("Sở Dầu – chợ", "Sở Dầu  chợ"), ("“An”", "An"), ("Tổ\u00a0dân", "Tổ dân")],
)
def test_two_spellings_of_one_name_stand_together(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


def test_people_stand_by_given_name_then_family_then_middle() -> None:
    people = ["Trần Văn An", "Nguyễn Thị Bình", "Nguyễn Văn An", "An", "Nguyễn Bá An", "Lê Ân"]

    assert sorted(people, key=person_key) == [
        "An",
        "Nguyễn Bá An",
        "Nguyễn Văn An",
        "Trần Văn An",
        "Lê Ân",
        "Nguyễn Thị Bình",
    ]


NAMES = st.lists(st.sampled_from(["lê", "lệ", "lên", "an", "ân", "đỗ", "tổ", "2", "10"]), min_size=1).map(" ".join)


@given(NAMES, NAMES)
def test_case_never_outweighs_a_letter_a_tone_or_a_number(one: str, other: str) -> None:
    small = sort_key(one) < sort_key(other)

    assert one == other or (sort_key(one.upper()) < sort_key(other.title())) == small
    assert one == other or (sort_key(one.title()) < sort_key(other.upper())) == small


@given(st.integers(min_value=0), st.integers(min_value=0))
def test_numbers_stand_by_value(one: int, other: int) -> None:
    assert (sort_key(f"Tổ {one}") < sort_key(f"Tổ {other}")) == (one < other)


@given(st.text())
def test_only_blank_text_has_the_blank_key(text: str) -> None:
    assert (sort_key(text) == b"") == (not text.strip())
