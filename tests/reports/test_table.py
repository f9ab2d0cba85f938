"""The table: every row once, headings on every page, the last rows with the closing block."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import Destination

from registry_app.domain.words import _
from registry_app.reports.paper import pdf
from registry_app.reports.spec import Align, Cancelled, Column, Group, Report
from tests.reports.reading import bounds, sizes, texts
from tests.reports.samples import EIGHT, FOUR, TWELVE, appendix, internal, rows


def marked(count: int, columns: tuple[Column, ...]) -> list[tuple[str, ...]]:
    """Rows whose first cell can be told from any other number on the page."""
    return [(f"N{number}", *cells[1:]) for number, cells in enumerate(rows(count, columns), 1)]


def ordinals(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\bN(\d+)\b", text)]


@pytest.mark.parametrize("count", [1, 2, 17, 120])
@pytest.mark.parametrize("columns", [FOUR, TWELVE])
def test_every_row_is_printed_once_and_in_order(count: int, columns: tuple[Column, ...]) -> None:
    made = pdf(internal([Group(rows=marked(count, columns))], columns))

    assert ordinals("".join(texts(made))) == list(range(1, count + 1))


def test_heading_and_column_numbers_stand_on_every_page() -> None:
    pages = texts(pdf(internal([Group(rows=rows(120))])))

    assert len(pages) > 5
    assert all("(1) (2) (3) (4) (5) (6) (7) (8)" in page and "Tên mô hình" in page for page in pages)


@pytest.mark.parametrize("make", [internal, appendix])
def test_an_empty_report_says_so(make: Callable[..., Report]) -> None:
    pages = texts(pdf(make([Group(title="Camera", rows=[])], FOUR)))

    assert len(pages) == 1
    assert _("No records") in pages[0]
    assert "Tổng cộng: 0 mô hình" in pages[0]


def assert_signed_with_a_row(report: Report) -> None:
    count = report.row_count
    last = texts(pdf(report))[-1]

    assert "CHỦ TỊCH" in last
    assert "Nguyễn Văn Mẫu" in last
    assert "Nơi nhận:" in last
    assert f"Tổng cộng: {count} mô hình" in last
    assert count in ordinals(last)


@pytest.mark.parametrize("count", range(1, 36))
def test_the_signature_is_never_alone(count: int) -> None:
    assert_signed_with_a_row(internal([Group(rows=marked(count, FOUR))], FOUR))


@settings(deadline=None, max_examples=40)
@given(
    count=st.integers(1, 60),
    repeats=st.integers(1, 90),
    recipients=st.integers(0, 12),
    lying=st.booleans(),
    grouped=st.sampled_from(("none", "each", "all")),
)
def test_the_signature_is_never_alone_however_tall_the_last_row_is(
    count: int, repeats: int, recipients: int, lying: bool, grouped: str
) -> None:
    columns = EIGHT if lying else FOUR
    listed = rows(count, columns)
    listed[-1] = (listed[-1][0], "tổ tự quản Xq " * repeats, *listed[-1][2:])
    groups = [Group(title="Nhóm" if grouped == "all" else "", rows=listed)]
    if grouped == "each":
        groups = [Group(title="Nhóm", rows=[row]) for row in listed]
    report = internal(groups, columns, recipients=[f"Cơ quan {number}" for number in range(recipients)] + ["Lưu: VT"])

    made = pdf(report)
    last = texts(made)[-1]

    assert "Nguyễn Văn Mẫu" in last
    assert f"Tổng cộng: {count} mô hình" in last
    assert "Xq" in last.split("Tổng cộng")[0]
    assert "".join(texts(made)).count("Xq") == repeats
    assert min(edges[1] for page in bounds(made) for edges in page) > 56


def test_recipients_longer_than_a_page_go_on_overleaf() -> None:
    names = [f"Tổ dân phố số {number}" for number in range(150)]

    pages = texts(pdf(internal([Group(rows=rows(3, FOUR))], FOUR, recipients=names)))

    assert "Nguyễn Văn Mẫu" in pages[0]
    assert [name for name in names if any(f"- {name}{end}" in text for text in pages for end in ";.")] == names


def test_a_groups_title_is_never_the_last_thing_on_a_page() -> None:
    groups = [Group(title=f"Nhóm thứ {number}", rows=rows(3, FOUR)) for number in range(40)]

    pages = texts(pdf(internal(groups, FOUR)))

    titles = [line for page in pages for line in page.split("\n") if line.startswith("Nhóm thứ")]
    assert len([line for line in titles if not line.endswith("(tiếp)")]) == 40
    assert not any(page.strip().split("\n")[-1].startswith("Nhóm") for page in pages)


def test_the_title_of_a_group_that_goes_on_overleaf_stands_over_its_rows_there() -> None:
    groups = [Group(title=f"Tổ {name}", rows=rows(count, FOUR)) for name, count in (("A", 60), ("B", 1), ("C", 30))]

    pages = [page.split("\n") for page in texts(pdf(internal(groups, FOUR)))]

    titles = [[line for line in page if line.startswith("Tổ ") and line[3:4] in "ABC"] for page in pages]
    assert [line for found in titles for line in found if len(line) == 4] == ["Tổ A", "Tổ B", "Tổ C"]
    assert [page[0] for page in titles[1:]] == [f"{page[-1][:4]} (tiếp)" for page in titles[:-1]]
    assert len(titles) > 3


def test_each_group_has_a_bookmark() -> None:
    groups = [Group(title=title, rows=rows(20, FOUR)) for title in ("Camera an ninh", "Tổ liên gia")]

    reader = PdfReader(BytesIO(pdf(internal(groups, FOUR))))

    marks = [entry for entry in reader.outline if isinstance(entry, Destination)]
    assert [mark.title for mark in marks] == ["Camera an ninh", "Tổ liên gia"]
    assert [reader.get_destination_page_number(mark) for mark in marks] == [0, 1]


def test_a_row_taller_than_a_page_is_split_and_nothing_is_lost() -> None:
    words = [f"từ{number}" for number in range(3_000)]

    made = pdf(internal([Group(rows=[("N1", " ".join(words), "", ""), *marked(3, FOUR)[1:]])], FOUR))

    assert len(texts(made)) > 4
    assert re.findall(r"từ\d+", " ".join(texts(made))) == words
    assert ordinals("".join(texts(made))) == [1, 2, 3]


def test_a_date_is_never_broken_while_the_page_has_room() -> None:
    text = "\n".join(texts(pdf(internal([Group(rows=rows(30, TWELVE))], TWELVE))))

    assert len(re.findall(r"\b\d\d/\d\d/2026\b", text)) == 30


def test_sixty_columns_still_print_every_cell() -> None:
    columns = [Column(key=str(number), title=f"Cột {number}", align=Align.RIGHT) for number in range(60)]
    cells = tuple("W" * (number + 1) for number in range(60))

    made = pdf(internal([Group(rows=[cells] * 3)], columns))

    assert "".join(texts(made)).count("W") == 3 * sum(map(len, cells))
    assert sizes(made)[0][0] == pytest.approx(297, abs=0.1)


def test_progress_is_told_and_can_stop_the_printing() -> None:
    report = internal([Group(rows=rows(1_000, FOUR))], FOUR)
    told: list[tuple[int, int]] = []

    def listen(done: int, everything: int) -> bool:
        told.append((done, everything))
        return done < 400

    with pytest.raises(Cancelled):
        pdf(report, progress=listen)
    assert told == [(200, 1_000), (400, 1_000)]


def test_equal_reports_give_equal_bytes() -> None:
    report = internal([Group(rows=rows(20))])

    assert pdf(report) == pdf(report)
