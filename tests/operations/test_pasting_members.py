"""A roster pasted from a sheet: columns are known by their headings or by their look, rows become members."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain.cleaning import line
from registry_app.domain.errors import Refused
from registry_app.domain.membership import FIELDS
from registry_app.domain.words import _
from registry_app.operations import members
from registry_app.operations.pasting_members import Recognised, chosen, known, recognise
from registry_app.operations.pasting_members import members as as_members
from registry_app.store.registry import Registry

from ..insides import add_team

OFFICIAL = """DANH SÁCH TỔ LIÊN GIA SỐ 1

STT\tHọ và tên\tNăm sinh\t\tChức danh\tSĐT\tSố định danh\tKý tên
\t\tNam\tNữ\t\t\t\t
(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)
1\tÔng Nguyễn Văn An\t1970\t\tTổ trưởng\t912345678\t001070012345\t
2\tBà Bùi Thị Bình\t\t1975\tTổ viên\t0912 345 679\t001175012345\t
\tTổng cộng: 2 người\t\t\t\t\t\t
"""


def table(*rows: str) -> str:
    """Rows with "|" between cells as a sheet puts them on the clipboard."""
    return "\r\n".join("\t".join(row.split("|")) for row in rows) + "\r\n"


def columns(*rows: str) -> tuple[str, ...]:
    """What the columns of the rows are taken for."""
    return recognise(table(*rows)).columns


# -- with headings -----------------------------------------------------------------------------------------------------


def test_a_heading_of_which_one_word_is_known_is_a_heading() -> None:
    found = recognise(table("Họ tên|Liên hệ gấp|Khen thưởng", "Lê An|0912345678|x"))

    assert found.heading
    assert found.rows == (("Lê An", "0912345678", "x"),)


def test_people_whose_sex_and_role_read_like_headings_are_no_heading() -> None:
    found = recognise(table("Nguyễn Văn Nam|Nam|Thành viên", "Lê Thị Nữ|Nữ|Thành viên"))

    assert not found.heading
    assert found.columns == ("name", "sex", "role")
    assert len(found.rows) == 2


def test_the_order_of_the_columns_does_not_matter() -> None:
    assert columns("Chức vụ|Họ tên|TT", "Tổ viên|Nguyễn Văn An|1") == ("role", "name", "")


def test_the_words_of_the_program_itself_are_known() -> None:
    headings = [field for field in FIELDS if field.page]
    found = columns("|".join(_(field.label) for field in headings), "x")

    assert found == tuple(field.name for field in headings)


def test_an_official_form_loses_its_titles_numbers_and_totals_and_nothing_else() -> None:
    found = recognise(OFFICIAL)

    assert found.heading
    assert found.columns == ("", "name", "sex", "born", "role", "phone", "id_number", "")
    assert [row[1:6] for row in found.rows] == [
        ("Nguyễn Văn An", "Nam", "1970", "Tổ trưởng", "912345678"),
        ("Bùi Thị Bình", "Nữ", "1975", "Tổ viên", "0912 345 679"),
    ]
    assert [row[0] or row[1] for row in found.left_out] == [
        "DANH SÁCH TỔ LIÊN GIA SỐ 1",
        "STT",
        "",
        "(1)",
        "Tổng cộng: 2 người",
    ]


def test_a_column_under_an_unknown_heading_is_taken_only_when_its_look_is_certain() -> None:
    found = columns("Họ tên|Liên hệ gấp|Khác", "Lê An|0912345678|Tổ viên", "Lê Bình|0912345679|Tổ viên")

    assert found == ("name", "phone", "")


def test_a_second_column_of_the_same_field_is_left_to_the_clerk() -> None:
    assert columns("Họ tên|SĐT|Điện thoại", "Lê An|0912345678|0912345679") == ("name", "phone", "")


# -- without headings --------------------------------------------------------------------------------------------------


def test_columns_without_headings_are_known_by_their_look() -> None:
    found = recognise(
        table(
            "1|Nguyễn Văn An|12/3/1970|Nam|912345678|001070012345|Tổ trưởng|Số 5, ngõ 3|1/6/2025",
            "2|Lê Thị Bình|1980|Nữ|0987 654 321|001175012345|Tổ viên|Tổ 5, khu phố 2|1/6/2025",
        )
    )

    assert not found.heading
    assert found.columns == (*("", "name", "born", "sex", "phone", "id_number", "role", "address", "valid_from"),)
    assert found.left_out == ()


def test_names_alone_are_names() -> None:
    assert recognise("Nguyễn Văn An\nBùi Thị Bình\n") == Recognised(
        columns=("name",), rows=(("Nguyễn Văn An",), ("Bùi Thị Bình",)), heading=False
    )


def test_the_roles_of_the_ward_are_known_too() -> None:
    text = table("Nguyễn Văn An|Thư ký", "Lê Thị Bình|Thủ quỹ")

    assert recognise(text, ["Thư ký", "Thủ quỹ"]).columns == ("name", "role")


@pytest.mark.parametrize("text", ["", "\n", "\t\t\n\t", "\u00a0\n"])
def test_nothing_is_nothing(text: str) -> None:
    assert recognise(text) == Recognised(columns=(), rows=(), heading=False)


# -- cells -------------------------------------------------------------------------------------------------------------


def test_cells_are_cleaned_of_line_ends_and_odd_spaces() -> None:
    found = recognise('Họ tên\tĐịa chỉ\n\u00a0Lê\u00a0An \t"Số 5\nngõ 3"\n')

    assert found.rows == (("Lê An", "Số 5 ngõ 3"),)


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        (("Họ và tên đệm|Tên|SĐT", "Nguyễn Văn|An|0912345678"), "Nguyễn Văn An"),
        (("Họ|Tên|SĐT", "Nguyễn|An|0912345678"), "Nguyễn An"),
        (("Họ và tên||SĐT", "Nguyễn Văn|An|0912345678"), "Nguyễn Văn An"),
        (("Ông/Bà|SĐT", "Ông Nguyễn Văn An|0912345678"), "Nguyễn Văn An"),
        (("Ông/Bà|SĐT", "BÀ: Nguyễn Thị An|0912345678"), "Nguyễn Thị An"),
        (("Ông/Bà|SĐT", "Bà An|0912345678"), "Bà An"),
    ],
)
def test_a_name_is_put_together(rows: tuple[str, ...], name: str) -> None:
    found = recognise(table(*rows))

    assert found.columns[:2] == ("name", "phone")
    assert found.rows[0][0] == name


def test_ong_and_ba_say_the_sex_where_nothing_else_does() -> None:
    spoken = recognise(table("Họ tên|Năm sinh", "Ông Lê Văn Tám|1960", "Bà Lê Thị Chín|1961", "Lê Thị Mười|1962"))
    written = recognise(table("Họ tên|Giới tính", "Ông Lê Văn Tám|Nữ"))

    assert spoken.columns == ("name", "born", "sex")
    assert [row[2] for row in spoken.rows] == ["Nam", "Nữ", ""]
    assert written.rows == (("Lê Văn Tám", "Nữ"),)


def test_marks_in_columns_for_men_and_women_say_the_sex() -> None:
    found = recognise(table("Họ tên|Nam|Nữ", "Lê Văn Tám|x|", "Lê Thị Chín||x", "Lê Mười||"))

    assert found.columns == ("name", "sex", "")
    assert [row[1] for row in found.rows] == ["Nam", "Nữ", ""]


# -- members -----------------------------------------------------------------------------------------------------------


def test_rows_become_members_of_which_blank_cells_say_nothing(registry: Registry) -> None:
    team = add_team(registry)

    added = members.add(registry, team, as_members(recognise(OFFICIAL)))

    people = registry.inside.people.many(added.people)
    assert [(one.name, one.sex, one.born, one.phone) for one in people] == [
        ("Nguyễn Văn An", "male", "1970", "0912345678"),
        ("Bùi Thị Bình", "female", "1975", "0912345679"),
    ]


def test_a_cell_that_a_sheet_has_rounded_is_told_at_its_row(registry: Registry) -> None:
    text = table("Họ tên|CCCD|SĐT", "Lê An|001070012345|0912345678", "Lê Bình|1.2E+11|9.12E+08")

    with pytest.raises(Refused) as told:
        members.add(registry, add_team(registry), as_members(recognise(text)))

    assert {problem.field for problem in told.value.problems} == {"2.phone", "2.id_number"}


def test_the_clerk_may_put_the_columns_right() -> None:
    found = chosen(recognise(table("An|Lớp trưởng")), ["name", ""])

    (one,) = as_members(found)
    assert one.person == {"name": "An"}
    assert one.membership == {}


@given(st.lists(st.lists(st.text(max_size=15), min_size=1, max_size=6), max_size=8))
def test_any_block_of_cells_is_read_without_losing_a_row(block: list[list[str]]) -> None:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    found = recognise("\n".join("\t".join(map(quoted, row)) for row in block))
    filled = [row for row in block if any(line(cell) for cell in row)]
    assert len(found.rows) + len(found.left_out) == len(filled)
    assert all(len(row) == len(found.columns) for row in found.rows)
    as_members(found)


def test_a_large_roster_is_recognised_at_once() -> None:
    rows = [f"{number}|Nguyễn Văn An|1970|Nam|0912345678|001070012345|Số 5 ngõ 3" for number in range(1, 10_001)]
    begun = time.perf_counter()

    found = recognise(table(*rows))

    assert len(found.rows) == 10_000
    assert time.perf_counter() - begun < 5


# -- what the register says --------------------------------------------------------------------------------------------


def test_the_register_says_who_they_may_be_and_what_it_would_refuse(registry: Registry) -> None:
    team = add_team(registry)
    first = as_members(recognise(table("Họ tên|Năm sinh", "Lê An|1970")))
    members.add(registry, team, first)

    found = known(
        registry, team, as_members(recognise(table("Họ tên|Năm sinh", "Vũ Bình|1980", "Lê An|1970", "|1990")))
    )

    assert [len(twins) for twins in found.twins] == [0, 1, 0]
    assert [problem.field for problem in found.problems] == ["3.name"]
    assert (
        known(registry, team, as_members(Recognised(columns=("born",), rows=(("x",),), heading=False)))
        .problems[0]
        .field.startswith("1.")
    )
    assert len(registry.inside.members.where("team_id", team)) == 1
