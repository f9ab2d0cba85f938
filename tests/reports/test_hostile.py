"""Text that other programs choke on prints whole and as text."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry_app.reports.fonts import Style, drawable, missing
from registry_app.reports.paper import missing_letters, pdf
from registry_app.reports.spec import Group
from tests.reports.reading import bounds, read_aloud, texts
from tests.reports.samples import FOUR, internal

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def printed(name: str) -> str:
    """The text of a report whose one model is called ``name``, without its spaces."""
    return re.sub(r"\s", "", "".join(texts(pdf(internal([Group(rows=[("1", name, "", "")])], FOUR)))))


@pytest.mark.parametrize("style", Style)
def test_every_style_has_every_vietnamese_letter_and_the_dong(style: Style) -> None:
    small = {unicodedata.normalize("NFC", letter + tone) for letter in "aăâeêioôơuưy" for tone in TONES} | set(LETTERS)
    needed = small | {letter.upper() for letter in small} | set("₫0123456789–…“”□")

    assert [letter for letter in needed if not drawable(style, ord(letter))] == []


@pytest.mark.parametrize(
    "name",
    [
        "Tổ <b",
        "A & B &amp; C",
        '<img src="/etc/passwd">',
        "<para><font color='red'>đỏ</font></para>",
        "\"kép\" 'đơn' (ngoặc) \\gạch\\ \\) ((",
        "%d {name} {{x}} $HOME `ls`",
        "x" * 200,
        "Tổ" * 100,
        "-" * 300,
        "https://phuong.example/mo-hinh/danh-sach?loai=camera&trang=1" * 4,
    ],
)
def test_a_name_is_printed_as_it_is_written(name: str) -> None:
    assert re.sub(r"\s", "", name) in printed(name)


def test_a_cell_of_ten_thousand_letters_is_printed_whole() -> None:
    pages = texts(pdf(internal([Group(rows=[("1", "W" * 10_000, "", "")])], FOUR)))

    assert sum(page.count("W") for page in pages) == 10_000
    assert len(pages) > 2


def test_nothing_leaves_its_cell() -> None:
    names = ["x" * 200, "Tổ" * 100, "-" * 300, "W" * 3_000, "a/b-c." * 60]
    made = pdf(internal([Group(rows=[(str(at), name, name, name) for at, name in enumerate(names)])], FOUR))

    assert max(edges[2] for page in bounds(made) for edges in page) <= 282 * 72 / 25.4 + 1


def test_decomposed_text_prints_as_composed() -> None:
    assert unicodedata.normalize("NFC", "TổliêngiaHồngBàng") in printed(
        unicodedata.normalize("NFD", "Tổ liên gia Hồng Bàng")
    )


def test_a_letter_without_a_glyph_prints_as_a_box_and_stays_in_the_text() -> None:
    made = pdf(internal([Group(rows=[("1", "Tổ 中 ✓", "", "")])], FOUR))

    assert "Tổ □ □" in texts(made)[0]
    assert "Tổ 中 ✓" in read_aloud(made)


def test_letters_without_a_glyph_are_listed() -> None:
    report = internal([Group(title="Nhóm ☐", rows=[("1", "Tổ 🙂", "👩‍👧", "")])], FOUR)

    assert missing_letters(report) == {"☐", "🙂", "👩", "👧"}
    assert missing("Nguyễn Thị Hồ – 1.500 ₫\n\t") == set()


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_any_text_at_all_prints_without_a_nul(text: str) -> None:
    read = printed(text)

    assert "\x00" not in read
    assert "Tổngcộng:1môhình" in read


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet=LETTERS + LETTERS.upper() + "-/., ()\\&<>", min_size=1, max_size=600))
def test_any_vietnamese_text_is_printed_letter_for_letter(text: str) -> None:
    assert re.sub(r"\s", "", text) in printed(text)
