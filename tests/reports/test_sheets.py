"""Sheets with facts above several tables: whole, in order, of any length."""

import re

import pytest
from msgspec.structs import replace
from reportlab.pdfgen.canvas import Canvas

from registry_app.domain.wish import POSTING, Wish
from registry_app.reports.columns import fit_all
from registry_app.reports.paper import missing_letters, pdf
from registry_app.reports.pen import Pen
from registry_app.reports.spec import Column, Group, Part
from tests.reports.reading import MM, bounds, letters_twice, pieces, texts
from tests.reports.roster_papers import model_sheet, person_sheet
from tests.reports.samples import TWELVE, internal, rows


def squeezed(made: bytes) -> str:
    return re.sub(r"\s", "", "".join(texts(made)))


def test_tables_stand_under_their_headings_in_order() -> None:
    text = squeezed(pdf(model_sheet()))

    places = [text.index(heading) for heading in ("PHIẾUMÔHÌNH", "Mụcđích:", "Cáctổvàtổtrưởng", "Cáclầnràsoát")]
    assert places == sorted(places)


def test_a_label_stands_beside_its_value() -> None:
    found = pieces(pdf(person_sheet()))
    label, value = (next(one for one in found if one.text.strip() == text) for text in ("Điện thoại:", "0900 000 003"))

    assert label.y == value.y
    assert label.x == pytest.approx(30 * MM, abs=0.1)
    assert (value.size, value.font) == (13, "LiberationSerif")


def test_blank_facts_are_left_out() -> None:
    labels = [label for label, _value in model_sheet().facts]

    assert "Mã" in labels
    assert "Kinh phí" not in labels


@pytest.mark.parametrize("letters", [300, 10_000, 40_000])
def test_a_fact_of_any_length_is_printed_whole_inside_the_margins(letters: int) -> None:
    words = " ".join(f"từ{number}" for number in range(letters))[:letters]
    made = pdf(replace(model_sheet(), facts=[("Nhãn " * 40, words), ("Mã", "X")]))

    text = re.sub(r"^\d+", "", squeezed(made))
    assert all(word in text for word in words.split()[:-1])
    for page in bounds(made):
        assert min(edges[1] for edges in page) >= (20 - 0.3) * MM
        assert max(edges[2] for edges in page) <= (210 - 15 + 0.3) * MM


def test_letters_of_facts_and_headings_that_no_font_has_are_named() -> None:
    report = replace(model_sheet(), facts=[("Nhãn ☐", "中")], heading="Điểm 🙂")

    assert missing_letters(report) == {"☐", "中", "🙂"}


def test_one_wide_table_lays_the_whole_paper_down() -> None:
    narrow = Part(heading="Hẹp", columns=TWELVE[:3], groups=[Group(rows=rows(3, TWELVE[:3]))])
    wide = internal([Group(rows=rows(3, TWELVE))], TWELVE, more=[narrow], heading="Rộng")

    made = pdf(wide)

    one, other = letters_twice(made)
    assert one == other
    assert "Hẹp" in "".join(texts(made))


def test_the_closing_block_follows_the_last_table_only() -> None:
    text = squeezed(pdf(model_sheet()))

    assert text.count("Nơinhận:") == 1
    assert text.index("Nơinhận:") > text.index("Tổngcộng:3lầnràsoát")


def test_tables_of_one_paper_have_sheets_of_one_direction() -> None:
    narrow = Part(heading="", columns=[Column(key="a", title="A")], groups=[Group(rows=[("1",)])])
    wide = Part(heading="", columns=TWELVE, groups=[Group(rows=rows(3, TWELVE))])

    assert [one.landscape for one in fit_all([narrow, wide], Pen(Canvas("unused.pdf")))] == [True, True]
    assert [one.landscape for one in fit_all([narrow], Pen(Canvas("unused.pdf")))] == [False]


def test_a_person_without_courses_has_no_table_of_them() -> None:
    assert [part.heading for part in person_sheet().parts] == ["Quá trình tham gia các tổ", "Lớp bồi dưỡng"]
    assert [part.heading for part in person_sheet(courses=False).parts] == ["Quá trình tham gia các tổ"]


def test_a_posted_sheet_shows_no_number_whole() -> None:
    text = squeezed(pdf(person_sheet(Wish(copy=POSTING))))

    assert "0900000003" not in text
    assert "001000000003" not in text
    assert "1956" in text
    assert "23/10/1956" not in text


def test_a_short_fact_is_not_torn_apart_by_the_end_of_a_page() -> None:
    two_lines = "Ngày kiểm tra phương tiện phòng cháy gần nhất của tổ"
    for above in range(20, 50):
        made = pdf(replace(model_sheet(), facts=[*[("Mã", "X")] * above, (two_lines, "05/12/2025")]))
        pages = [text for text in texts(made) if "gần nhất" in text or "phương tiện" in text]
        assert len(pages) == 1
