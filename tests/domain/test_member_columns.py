"""Columns of a roster are known by what wards write above them, and by what their cells look like."""

import pytest

from registry_app.domain.member_columns import (
    FAMILY,
    FEMALE,
    IGNORED,
    MALE,
    content_field,
    heading_field,
    headings,
    is_count,
    is_value,
)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Họ và tên", "name"),
        ("HỌ TÊN THÀNH VIÊN", "name"),
        ("Ông/Bà", "name"),
        ("Họ và tên (1)", "name"),
        ("Năm sinh", "born"),
        ("Năm", "born"),
        ("Ngày, tháng, năm sinh", "born"),
        ("Giới tính", "sex"),
        ("Nam/Nữ", "sex"),
        ("SĐT", "phone"),
        ("Điện thoại (nếu có)", "phone"),
        ("Số ĐT liên hệ", "phone"),
        ("CCCD", "id_number"),
        ("CMND/CCCD", "id_number"),
        ("Số định danh", "id_number"),
        ("Địa chỉ", "address"),
        ("Nơi ở hiện nay", "address"),
        ("Tổ dân phố", "area"),
        ("Chức danh", "role"),
        ("Chức vụ", "role"),
        ("Ngày tham gia", "valid_from"),
        ("Thôi từ ngày", "valid_to"),
        ("Số QĐ", "paper_number"),
        ("Ghi chú", "notes"),
        ("STT", IGNORED),
        ("Ký tên", IGNORED),
        ("Họ", FAMILY),
        ("Nam", MALE),
        ("Nữ", FEMALE),
        ("Dân tộc", ""),
        ("Hộ", ""),
        ("", ""),
        ("Nguyễn Văn An", ""),
    ],
)
def test_a_heading_is_known_by_what_wards_write(heading: str, field: str) -> None:
    assert heading_field(heading, headings()) == field


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (["1", "2", "3"], IGNORED),
        (["1", "2", "1", "2."], IGNORED),
        (["1970", "1971", "1972"], "born"),
        (["12/3/1970", "", "1980"], "born"),
        (["25569", "25570"], "born"),
        (["1/6/2025", "2026"], "valid_from"),
        (["nam", "Nữ"], "sex"),
        (["Tổ trưởng", "TỔ VIÊN"], "role"),
        (["912345678", "0912 345 678"], "phone"),
        (["9.12E+08"], "phone"),
        (["001070012345", "01070012345"], "id_number"),
        (["1.2E+11"], "id_number"),
        (["Nguyễn Văn An", "H’Hen Niê", "Y Bình"], "name"),
        (["Số 5, ngõ 3", "Tổ dân phố 2"], "address"),
        (["khu phố Chánh Mỹ"], "address"),
        (["", ""], ""),
        (["x", "Tốt"], ""),
    ],
)
def test_a_column_is_known_by_its_look(cells: list[str], field: str) -> None:
    assert content_field(cells) == field


def test_some_cells_that_do_not_fit_do_no_harm() -> None:
    assert content_field(["0912345678"] * 7 + ["không có"] * 3) == "phone"
    assert content_field(["0912345678"] * 6 + ["không có"] * 4) != "phone"


def test_the_row_of_column_numbers_is_known() -> None:
    assert is_count(["(1)", "(2)", "", "(3)"])
    assert is_count(["1", "2"])
    assert not is_count(["1"])
    assert not is_count(["1", "Nguyễn Văn An"])


def test_what_stands_below_headings_is_told_from_headings() -> None:
    assert is_value("Nam")
    assert is_value("Thành viên")
    assert not is_value("Họ và tên")
