"""What a search shows, in words that stand on paper and on chips, in both languages."""

from collections.abc import Iterator
from datetime import date

import pytest

from registry_app.domain import words
from registry_app.domain.describing import described, filter_text
from registry_app.domain.query import parse, searched
from registry_app.domain.search import Filter, Moment, Search

from .test_query import LISTS, TODAY


@pytest.fixture(autouse=True)
def _vietnamese_again() -> Iterator[None]:
    yield
    words.use("vi")


SAID = [
    ("loại:cam", "Loại: Camera an ninh", "Type: Camera an ninh"),
    ("loại:ninh", "Loại: có chứa “ninh”", "Type: holds “ninh”"),
    ("-loại:ninh", "Loại: không chứa “ninh”", "Type: does not hold “ninh”"),
    ("-loại:cam", "Loại: không phải Camera an ninh", "Type: not Camera an ninh"),
    ("chủ-trì:rỗng", "Đơn vị chủ trì: (Trống)", "Lead organisation: (blank)"),
    ("-chủ-trì:rỗng", "Đơn vị chủ trì: đã điền", "Lead organisation: filled in"),
    ("cấp:xã", "Cấp: Cấp xã", "Level: Ward level"),
    ("quá-hạn", "Tình trạng rà soát: Quá hạn", "Review state: Overdue"),
    ("rà-soát<01/2026", "Rà soát gần nhất: đến 31/12/2025", "Last review: up to 31/12/2025"),
    ("rà-soát>=2026", "Rà soát gần nhất: từ 01/01/2026", "Last review: from 01/01/2026"),
    ("rà-soát:03/2026", "Rà soát gần nhất: 03/2026", "Last review: 03/2026"),
    ("thành-lập:2020..2022", "Ngày thành lập: từ 01/01/2020 đến 31/12/2022", "Founded: from 01/01/2020 to 31/12/2022"),
    ("-thành-lập:2020..2022", "Ngày thành lập: ngoài khoảng từ 01/01/2020 đến 31/12/2022",
     "Founded: outside the range from 01/01/2020 to 31/12/2022"),
    ("hạn:tháng-này", "Hạn rà soát: Tháng này", "Next review: This month"),
    ("chu-kỳ>6", "Chu kỳ (tháng): lớn hơn 6", "Interval: more than 6"),
    ("chu-kỳ<6", "Chu kỳ (tháng): nhỏ hơn 6", "Interval: less than 6"),
    ("có-biển-báo:không", "Có biển báo: Không", "Có biển báo: No"),
    ("số-mắt:1000", "Số mắt camera: 1.000", "Số mắt camera: 1.000"),
    ('"tổ dân phố"', "Mọi mục: có chứa “tổ dân phố”", "Anywhere: holds “tổ dân phố”"),
    ("-camera", "Mọi mục: không chứa “camera”", "Anywhere: does not hold “camera”"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "wanted", "_english"), SAID)
def test_a_filter_is_said_in_vietnamese(typed: str, wanted: str, _english: str) -> None:
    (one,) = parse(typed, LISTS, TODAY).filters

    assert filter_text(one, LISTS) == wanted


@pytest.mark.parametrize(("typed", "_vietnamese", "wanted"), SAID)
def test_a_filter_is_said_in_english(typed: str, _vietnamese: str, wanted: str) -> None:
    (one,) = parse(typed, LISTS, TODAY).filters

    words.use("en")

    assert filter_text(one, LISTS) == wanted


def test_of_many_values_the_first_are_named_and_the_others_counted() -> None:
    months = tuple(f"2020-{month:02}" for month in range(1, 13))

    assert filter_text(Filter("founded_on", months), LISTS, most=2) == "Ngày thành lập: 01/2020, 02/2020 và 10 mục khác"
    assert filter_text(Filter("founded_on", months[:3]), LISTS, most=2) == "Ngày thành lập: 01/2020, 02/2020, 03/2020"


def test_what_is_gone_from_its_list_is_said() -> None:
    assert filter_text(Filter("type", (1, 99)), LISTS) == "Loại: Camera an ninh, (không còn trong danh mục)"
    assert filter_text(Filter("extra.gone", ("1",)), LISTS) == "extra.gone: 1"


def test_a_paper_says_view_filters_words_and_day() -> None:
    search = searched(Search(view="overdue"), parse("loại:cam camera tổ", LISTS, TODAY))

    said = described(search, LISTS, Moment(date(2026, 11, 22)))

    assert said == "Quá hạn; Loại: Camera an ninh; từ khóa “camera tổ”; tính đến ngày 22/11/2026"
