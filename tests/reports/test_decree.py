"""The page of Decree 30/2020, Annex I, measured in the finished PDF."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from registry_app.reports.heading import dated, numbered
from registry_app.reports.paper import pdf
from registry_app.reports.spec import Column, Group, Letterhead
from tests.reports.reading import MM, Piece, bounds, pieces, sizes, texts
from tests.reports.samples import EIGHT, FOUR, TWELVE, appendix, internal, rows


def piece(found: list[Piece], text: str) -> Piece:
    return next(piece for piece in found if text in piece.text)


@pytest.mark.parametrize("columns", [FOUR, EIGHT, TWELVE])
def test_everything_but_the_page_number_stands_inside_the_margins(columns: tuple[Column, ...]) -> None:
    made = pdf(internal([Group(rows=rows(60, columns))], columns))

    for (width, height), drawn in zip(sizes(made), bounds(made), strict=True):
        in_text = [edges for edges in drawn if edges[3] <= (height - 20 + 0.3) * MM]
        assert len(drawn) - len(in_text) <= 1
        assert min(edges[0] for edges in in_text) >= (30 - 0.3) * MM
        assert max(edges[2] for edges in in_text) <= (width - 15 + 0.3) * MM
        assert min(edges[1] for edges in in_text) >= (20 - 0.3) * MM


def test_few_columns_stand_and_many_lie() -> None:
    standing = pdf(internal([Group(rows=rows(3, FOUR))], FOUR))
    lying = pdf(internal([Group(rows=rows(3, TWELVE))], TWELVE))

    assert sizes(standing)[0] == pytest.approx((210, 297), abs=0.1)
    assert sizes(lying)[0] == pytest.approx((297, 210), abs=0.1)


def test_page_numbers_begin_on_the_second_page_in_the_middle_of_the_upper_margin() -> None:
    made = pdf(internal([Group(rows=rows(60, FOUR))], FOUR))

    assert all(found.y < (297 - 20) * MM for found in pieces(made, 0))
    for page in (1, 2):
        number = max(pieces(made, page), key=lambda found: found.y)
        assert (number.text, number.size, number.font) == (str(page + 1), 13, "LiberationSerif")
        assert (297 - 20) * MM < number.y < 297 * MM
        assert number.x == pytest.approx((30 + 165 / 2) * MM, abs=4)


def test_the_fixed_parts_have_the_decrees_sizes_and_styles() -> None:
    found = pieces(pdf(internal([Group(rows=rows(2, FOUR))], FOUR)))
    expected = {
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": (12, "LiberationSerif-Bold"),
        "Độc lập - Tự do - Hạnh phúc": (13, "LiberationSerif-Bold"),
        "THÀNH PHỐ HẢI PHÒNG": (12, "LiberationSerif"),
        "PHƯỜNG HỒNG BÀNG": (12, "LiberationSerif-Bold"),
        "Số: ....../DS-UBND": (13, "LiberationSerif"),
        "Hồng Bàng, ngày 05 tháng 3 năm 2026": (13, "LiberationSerif-Italic"),
        "LƯU HÀNH NỘI BỘ": (13, "LiberationSerif-Bold"),
        "DANH SÁCH": (14, "LiberationSerif-Bold"),
        "Mô hình phong trào": (14, "LiberationSerif-Bold"),
        "Nơi nhận:": (12, "LiberationSerif-BoldItalic"),
        "- Lưu: VT, CAP.": (11, "LiberationSerif"),
        "TM. ỦY BAN NHÂN DÂN": (14, "LiberationSerif-Bold"),
        "Nguyễn Văn Mẫu": (14, "LiberationSerif-Bold"),
    }

    assert {text: (piece(found, text).size, piece(found, text).font) for text in expected} == expected


def test_number_and_date_and_recipients_and_signer_are_level() -> None:
    found = pieces(pdf(internal([Group(rows=rows(2, FOUR))], FOUR)))

    assert piece(found, "Số:").y == piece(found, "ngày 05").y
    assert piece(found, "Nơi nhận:").y == piece(found, "TM. ỦY BAN").y
    assert piece(found, "Nơi nhận:").x == pytest.approx(30 * MM, abs=0.1)


def test_a_very_long_letterhead_wraps_beside_the_states_name() -> None:
    body = "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc"
    letterhead = Letterhead(superior="Ủy ban nhân dân phường Hồng Bàng", issuer=body)
    found = pieces(pdf(internal([Group(rows=rows(2, FOUR))], FOUR, letterhead=letterhead)))

    lines = [line for line in found if line.text in body.upper()]
    assert " ".join(line.text for line in lines) == body.upper()
    assert min(line.y for line in lines) > piece(found, "Số:").y
    assert piece(found, "Số:").y == piece(found, "ngày 05").y


def test_an_appendix_has_its_own_head_and_nothing_of_the_letterhead() -> None:
    made = pdf(appendix([Group(rows=rows(30, FOUR))], FOUR))
    text = "\n".join(texts(made))

    assert "Phụ lục II" in text
    assert "(Kèm theo văn bản số ....../...... ngày ...... tháng ...... năm ...... của" in text
    assert piece(pieces(made), "DANH SÁCH MÔ HÌNH").font == "LiberationSerif-Bold"
    for part in (
        "CỘNG HÒA",
        "Độc lập",
        "ỦY BAN NHÂN DÂN",
        "Số: ",
        "LƯU HÀNH",
        "Nơi nhận",
        "CHỦ TỊCH",
        "Nguyễn Văn Mẫu",
    ):
        assert part not in text


def test_an_appendix_names_the_paper_it_follows() -> None:
    followed = "Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026 của UBND phường"

    assert f"(Kèm theo {followed})" in texts(pdf(appendix([Group(rows=rows(1))], attached_to=followed)))[0]


def test_an_internal_paper_without_optional_parts_is_whole() -> None:
    bare = internal(
        [Group(rows=rows(2, FOUR))],
        FOUR,
        letterhead=None,
        number="",
        place="",
        day=None,
        abstract="",
        criteria="",
        total="",
        circulation="",
        recipients=(),
        signature=None,
    )

    text = texts(pdf(bare))[0]

    assert "......, ngày ...... tháng ...... năm ......" in text
    assert "Số: ....../......" in text
    assert "LƯU HÀNH" not in text


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        (date(2026, 1, 15), "ngày 15 tháng 01 năm 2026"),
        (date(2026, 2, 9), "ngày 09 tháng 02 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
        (None, "ngày ...... tháng ...... năm ......"),
    ],
)
def test_a_date_takes_zeros_as_the_decree_says(day: date | None, words: str) -> None:
    assert dated(day) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("5/DS-UBND", "Số: 05/DS-UBND"),
        ("15/DS-UBND", "Số: 15/DS-UBND"),
        ("/DS-UBND", "Số: ....../DS-UBND"),
        ("…/DS-UBND", "Số: ....../DS-UBND"),
        ("", "Số: ....../......"),
    ],
)
def test_a_number_below_ten_takes_a_zero_and_a_missing_one_is_dotted(number: str, words: str) -> None:
    assert numbered(number) == words


def test_the_file_says_title_author_language_and_version() -> None:
    made = pdf(internal([Group(rows=rows(1, FOUR))], FOUR, author="Công an phường Hồng Bàng"))
    reader = PdfReader(BytesIO(made))

    assert reader.metadata is not None
    assert reader.metadata.title == "Danh sách Mô hình phong trào toàn dân bảo vệ an ninh Tổ quốc trên địa bàn phường"
    assert reader.metadata.author == "Công an phường Hồng Bàng"
    assert str(reader.root_object["/Lang"]) == "vi"
    assert reader.pdf_header == "%PDF-1.4"
