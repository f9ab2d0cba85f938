"""Running text on paper: addressed, indented, justified, never alone with its signature, in PDF, Word and Excel."""

from io import BytesIO

import pytest
from docx import Document
from msgspec.structs import replace
from openpyxl import load_workbook

from registry_app.operations import paper_forms
from registry_app.reports.paper import missing_letters, pdf
from registry_app.reports.prose import INDENT
from registry_app.reports.spec import Group, Part, Report
from tests.reports.reading import MM, bounds, pieces, texts
from tests.reports.samples import FOUR, internal, rows

TEXT = (
    "Thực hiện việc rà soát định kỳ các mô hình phong trào “Toàn dân bảo vệ an ninh Tổ quốc” trên địa bàn, Ủy ban nhân "
    "dân phường đề nghị các đơn vị chủ trì tổ chức rà soát, đánh giá các mô hình đã đến hạn theo danh sách dưới đây."
)
LEFT, RIGHT = 30 * MM, (210 - 15) * MM


def paper(**changes: object) -> Report:
    return _changed(internal([Group(rows=rows(2, FOUR))], FOUR), changes)


def _changed(report: Report, changes: dict[str, object]) -> Report:
    return replace(report, **changes)


def test_a_paragraph_is_indented_and_spread_to_both_margins() -> None:
    made = pdf(paper(body=(TEXT,)))

    lines = [one for one in pieces(made) if one.size == 14 and one.text.strip() and one.text.strip() in TEXT]
    assert lines[0].x == pytest.approx(LEFT + INDENT, abs=0.1)
    assert lines[1].x == pytest.approx(LEFT, abs=0.1)
    assert lines[0].font == "LiberationSerif"
    assert all(edges[2] <= RIGHT + 1 for edges in bounds(made)[0])
    spread = [edges for edges in bounds(made)[0] if abs(edges[2] - RIGHT) < 3]
    assert len(spread) >= len(lines) - 1


@pytest.mark.parametrize(
    ("addressee", "expected"),
    [
        ("Công an phường", ["Kính gửi: Công an phường."]),
        ("- Mặt trận phường;\nHội Phụ nữ", ["Kính gửi:", "- Mặt trận phường;", "- Hội Phụ nữ."]),
        ("", []),
    ],
)
def test_whom_it_goes_to_stands_below_the_title(addressee: str, expected: list[str]) -> None:
    shown = [one.text.strip() for one in pieces(pdf(paper(addressee=addressee, body=(TEXT,))))]

    assert [text for text in shown if "Kính gửi" in text or text.startswith(("- Mặt trận", "- Hội"))] == expected
    assert not expected or shown.index("DANH SÁCH") < shown.index(expected[0])


def test_a_letter_has_its_subject_below_the_number_and_no_title() -> None:
    made = pieces(pdf(paper(title="", abstract="rà soát mô hình", circulation="")))
    subject = next(one for one in made if one.text.startswith("V/v"))
    number = next(one for one in made if one.text.startswith("Số:"))

    assert (subject.text, subject.size) == ("V/v rà soát mô hình", 12)
    assert subject.y < number.y
    assert not any(one.text == "DANH SÁCH" for one in made)


def test_closing_lines_stand_between_the_table_and_the_signature() -> None:
    (page,) = texts(pdf(paper(closing_lines=("Đề nghị các đơn vị thực hiện./.",))))

    assert page.index("(4)") < page.index("thực hiện./.") < page.index("TM. ỦY BAN")


@pytest.mark.parametrize("count", range(18, 34))
def test_the_signature_is_never_alone_on_its_page(count: int) -> None:
    text = " ".join([TEXT] * count)
    pages = texts(pdf(paper(columns=(), groups=(), body=(text,))))

    *_others, last = pages
    before_signature = last[: last.index("TM. ỦY BAN")]
    assert "dân phường" in before_signature or "dưới đây" in before_signature


def test_a_text_longer_than_a_page_loses_no_word() -> None:
    text = " ".join(f"từ{number}" for number in range(2_000))

    found = " ".join(texts(pdf(paper(body=(text, TEXT))))).split()

    assert [word for word in found if word.startswith("từ")] == text.split()


def test_a_part_may_be_text_alone_or_text_above_a_table() -> None:
    parts = [
        Part(heading="II. Nhận xét", columns=(), groups=(), body=("Các mô hình được duy trì tốt.",)),
        Part(heading="III. Danh sách", columns=FOUR, groups=[Group(rows=rows(1, FOUR))], body=("Gồm 1 mô hình:",)),
    ]

    (page,) = texts(pdf(paper(more=parts, heading="I. Chung")))

    order = ["I. Chung", "II. Nhận xét", "duy trì tốt.", "III. Danh sách", "Gồm 1 mô hình:", "TM. ỦY BAN"]
    assert [page.index(text) for text in order] == sorted(page.index(text) for text in order)


def test_papers_that_follow_begin_on_pages_of_their_own_numbered_anew() -> None:
    long = paper(groups=[Group(rows=rows(40, FOUR))], title="", abstract="một", circulation="")
    made = pdf(_changed(long, {"following": [long, paper(title="", abstract="hai", circulation="")]}))

    numbers = [max(pieces(made, page), key=lambda one: one.y) for page in range(len(texts(made)))]
    tops = [one.text if one.text.isdigit() else "" for one in numbers]
    assert tops == ["", "2", "3", "", "2", "3", ""] or tops == ["", "2", "", "2", ""]
    assert [text.count("CỘNG HÒA XÃ HỘI") for text in texts(made)].count(1) == 3


def test_letters_that_no_font_has_are_found_in_running_text_too() -> None:
    following = paper(closing_lines=("x \u4e2d",))

    assert missing_letters(paper(addressee="\u4e00", body=("\u4e8c",), following=[following])) == {
        "\u4e00", "\u4e8c", "\u4e2d",
    }  # fmt: skip


def test_word_holds_the_same_text_in_sections_that_are_numbered_anew() -> None:
    second = paper(title="", abstract="hai", addressee="Hội Phụ nữ", body=(TEXT,), closing_lines=("Hết./.",))
    made = Document(BytesIO(paper_forms.content(paper(addressee="A\nB", body=(TEXT,), following=[second]), ".docx")))

    shown = [one.text for one in made.paragraphs]
    assert shown.count(TEXT) == 2
    assert "Kính gửi: Hội Phụ nữ." in shown
    assert "Hết./." in shown
    starts = [one._sectPr.xpath("w:pgNumType/@w:start") for one in made.sections]
    assert starts == [["1"], ["1"]]
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    assert "- A;\n- B." in cells
    assert any("V/v hai" in cell for cell in cells)


def test_excel_holds_the_same_text_a_sheet_each() -> None:
    second = paper(title="", abstract="hai", addressee="Hội: Phụ nữ", body=(TEXT,), closing_lines=("Hết./.",))
    content = paper_forms.content(paper(addressee="Hội Phụ nữ", body=(TEXT,), following=[second]), ".xlsx")
    book = load_workbook(BytesIO(content))

    first, other = [[str(cell.value) for row in sheet for cell in row if cell.value] for sheet in book]
    assert "Kính gửi: Hội Phụ nữ." in first
    assert first.count(TEXT) == other.count(TEXT) == 1
    assert "V/v hai" in other
    assert "Hết./." in other
    assert book.sheetnames == ["Hội Phụ nữ", "Hội Phụ nữ (2)"]


def test_excel_holds_a_paper_without_a_table() -> None:
    content = paper_forms.content(paper(columns=(), groups=(), body=(TEXT,)), ".xlsx")

    assert TEXT in [cell.value for row in load_workbook(BytesIO(content)).active for cell in row]
