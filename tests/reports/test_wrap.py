"""Breaking text into lines."""

from hypothesis import given
from hypothesis import strategies as st

from registry_app.reports.fonts import Style, Words
from registry_app.reports.wrap import balanced, pieces, wrap

WORDS = Words(Style.REGULAR)
VIETNAMESE = st.text(alphabet="abcđêơưạấ -/.,_", max_size=200)


def test_text_that_fits_is_one_line() -> None:
    assert wrap("Tổ liên gia", WORDS, 10_000) == ["Tổ liên gia"]


def test_nothing_is_one_empty_line() -> None:
    assert wrap("", WORDS, 10_000) == [""]


def test_a_line_break_in_the_text_is_kept() -> None:
    assert wrap("Tổ 1\nTổ 2", WORDS, 10_000) == ["Tổ 1", "Tổ 2"]


def test_a_word_too_wide_breaks_after_a_slash_or_hyphen() -> None:
    limit = WORDS["1234/QĐ-"] + 1

    assert list(pieces("1234/QĐ-UBND", WORDS, limit)) == ["1234/QĐ-", "UBND"]


def test_a_word_that_fits_a_line_of_its_own_is_not_broken() -> None:
    limit = WORDS["1234/QĐ-UBND"] + 1

    assert wrap("Quyết định 1234/QĐ-UBND", WORDS, limit) == ["Quyết định", "1234/QĐ-UBND"]


def test_balanced_lines_are_no_more_than_needed() -> None:
    name = "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào"
    limit = WORDS.line(name) * 0.6

    lines = balanced(name, WORDS, limit)

    assert " ".join(lines) == name
    assert len(lines) == 2
    assert WORDS.line(lines[1]) > 0.8 * WORDS.line(lines[0])


def test_no_word_is_broken_for_the_balance() -> None:
    assert balanced("Trạng thái", WORDS, WORDS["Trạng"] + 200) == ["Trạng", "thái"]


@given(VIETNAMESE, st.floats(1_000, 30_000))
def test_no_letter_is_lost_and_no_line_is_too_wide(text: str, limit: float) -> None:
    lines = wrap(text, WORDS, limit)

    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(WORDS.line(line) <= limit + 0.001 for line in lines)
