import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree

import docx
import pytest

from registry_app.domain.errors import RegistryError
from registry_app.operations.paper_forms import content
from registry_app.reports.spec import Cancelled, Column, Group, Kind, Letterhead, Part, Report, Signature

NASTY = ("=1+1", '<b>&"', "+84 912", "-5", "@a", "một\nhai", "x\x00y\x0bz", "\ud800", "😀", "từ" * 2000)
MM = 36000
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def report(*rows: tuple[str, str], kind: Kind = Kind.INTERNAL, more: tuple[Part, ...] = ()) -> Report:
    columns = [Column(key="a", title="STT"), Column(key="b", title="Họ và tên")]
    return Report(
        kind=kind,
        title="Danh sách",
        abstract="Thành viên phường Thử",
        criteria="Tất cả",
        columns=columns,
        groups=[Group(title="Tổ 1", rows=rows, total="Cộng: 2 người", blanks=1)],
        total="Tổng cộng: 2 người",
        letterhead=Letterhead(issuer="UBND phường Thử", superior="Ban trên"),
        number="/DS-UBND",
        place="Thử",
        recipients=("Lưu: VT.",),
        signature=Signature(position="Chủ tịch", name="Nguyễn Văn Ắng"),
        more=more,
    )


def word_text(made: bytes) -> list[list[str]]:
    """Rows of the last table but the closing one, cells as texts."""
    table = docx.Document(BytesIO(made)).tables[-2]
    return [[cell.text for cell in row.cells] for row in table.rows]


def sheet_texts(made: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(made)) as packed:
        strings = ElementTree.fromstring(packed.read("xl/sharedStrings.xml"))
    return ["".join(part.text or "" for part in one.iter(f"{SHEET}t")) for one in strings.iter(f"{SHEET}si")]


def test_word_has_the_rows_of_the_paper_under_a_heading_that_repeats() -> None:
    made = content(report(("1", "Lê An"), ("2", "Lê Bình")), ".docx")

    assert word_text(made) == [
        ["STT", "Họ và tên"],
        ["(1)", "(2)"],
        ["Tổ 1", "Tổ 1"],
        ["1", "Lê An"],
        ["2", "Lê Bình"],
        ["", ""],
        ["Cộng: 2 người", "Cộng: 2 người"],
        ["Tổng cộng: 2 người", "Tổng cộng: 2 người"],
    ]
    table = docx.Document(BytesIO(made)).tables[-2]
    repeated = [row._tr.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in table.rows]
    assert repeated == [True, True] + [False] * 6


def test_the_sheet_of_word_is_that_of_the_decree() -> None:
    document = docx.Document(BytesIO(content(report(("1", "Lê An")), ".docx")))
    section = document.sections[0]

    found = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(length / MM) for length in found if length] == [20, 20, 30, 15]
    assert [round(length / MM) for length in (section.page_width, section.page_height) if length] == [210, 297]
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml


def test_word_and_excel_bear_letterhead_signer_and_recipients() -> None:
    word = docx.Document(BytesIO(content(report(("1", "Lê An")), ".docx")))
    said = "\n".join(
        [cell.text for table in word.tables for row in table.rows for cell in row.cells]
        + [one.text for one in word.paragraphs]
    )
    sheet = "\n".join(sheet_texts(content(report(("1", "Lê An")), ".xlsx")))

    for text in (
        "UBND PHƯỜNG THỬ",
        "BAN TRÊN",
        "CỘNG HÒA XÃ HỘI",
        "DANH SÁCH",
        "CHỦ TỊCH",
        "Nguyễn Văn Ắng",
        "Lưu: VT",
    ):
        assert text in said
        assert text in sheet


def test_an_appendix_has_neither_letterhead_nor_signature() -> None:
    appendix = report(("1", "Lê An"), kind=Kind.APPENDIX)
    word = docx.Document(BytesIO(content(appendix, ".docx")))
    sheet = sheet_texts(content(appendix, ".xlsx"))

    assert len(word.tables) == 1
    assert word.paragraphs[0].text == "Phụ lục"
    assert sheet[0] == "Phụ lục"
    assert "CHỦ TỊCH" not in sheet


@pytest.mark.parametrize("nasty", NASTY)
def test_what_is_typed_stays_text_and_breaks_no_file(nasty: str) -> None:
    clean = re.sub("[\x00\x0b\ud800]", "", nasty)

    if "\ud800" not in nasty:
        texts = sheet_texts(content(report(("1", nasty)), ".xlsx"))
        assert any(re.sub(r"_x00..__?", "", one).replace("\x0b", "") == clean for one in texts)
    assert word_text(content(report(("1", nasty)), ".docx"))[3][1] == clean


def test_several_tables_stand_one_below_the_other() -> None:
    more = Part(heading="Rà soát", columns=[Column(key="x", title="Ngày")], groups=[Group(rows=[("05/3/2026",)])])
    made = report(("1", "Lê An"), more=(more,))

    assert word_text(content(made, ".docx"))[-1] == ["05/3/2026"]
    assert "Rà soát" in sheet_texts(content(made, ".xlsx"))


def test_an_empty_paper_says_so() -> None:
    empty = Report(kind=Kind.INTERNAL, title="A", columns=[Column(key="a", title="STT")], groups=[])

    assert "Không có hồ sơ" in docx.Document(BytesIO(content(empty, ".docx"))).tables[-1]._tbl.xml


def test_a_form_that_is_not_known_is_told() -> None:
    with pytest.raises(RegistryError, match="odt"):
        content(report(), ".odt")


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_long_paper_can_be_stopped(suffix: str) -> None:
    with pytest.raises(Cancelled):
        content(report(*[("1", "a")] * 500), suffix, lambda _done, _all: False)
