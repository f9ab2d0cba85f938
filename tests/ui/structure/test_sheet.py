"""A table that is typed into, without a window: what cells become, what is wrong, what is to be written."""

import pytest

from registry_app.domain import words
from registry_app.domain.entries import Lists, Role
from registry_app.domain.ids import RoleId
from registry_app.ui.structure.columns import HOUSEHOLDS, MEMBERS, household_columns, member_columns, pastable
from registry_app.ui.structure.sheet import Line, Sheet

ROLES = ("Tổ trưởng", "Tổ phó", "Tổ viên", "Đội trưởng")
LISTS = Lists(roles={RoleId(number): Role(id=number, name=name) for number, name in enumerate(ROLES, start=1)})


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(member_columns(LISTS), who="name")


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        ("name", "  Nguyễn   Văn An ", "Nguyễn Văn An"),
        ("role", "to truong", "Tổ trưởng"),
        ("role", "phó", "Tổ phó"),
        ("role", "tv", "Tổ viên"),
        ("born", "5-3-68", "05/03/1968"),
        ("born", "1968", "1968"),
        ("sex", "nu", "Nữ"),
        ("sex", "NAM", "Nam"),
        ("phone", "+84 912.345.678", "0912 345 678"),
        ("phone", "912345678", "0912 345 678"),
        ("id_number", "031 068 000 123", "031068000123"),
        ("valid_from", "3/2019", "03/2019"),
    ],
)
def test_a_cell_is_read_as_people_write_it(sheet: Sheet, name: str, typed: str, shown: str) -> None:
    sheet.write(0, name, typed)

    assert sheet.lines[0].texts[name] == shown
    assert not sheet.lines[0].told


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("born", "31/02/1968"),
        ("phone", "abc"),
        ("id_number", "12345"),
        ("role", "t"),
        ("sex", "n"),
        ("role", "vua"),
        ("name", "x" * 301),
    ],
)
def test_what_cannot_be_read_stays_as_typed_with_what_is_wrong(sheet: Sheet, name: str, typed: str) -> None:
    sheet.write(0, name, typed)

    assert sheet.lines[0].texts[name] == typed
    assert sheet.lines[0].hinders
    sheet.write(0, name, "")
    assert not sheet.lines[0].told


def test_a_lost_zero_is_offered_back(sheet: Sheet) -> None:
    sheet.write(0, "id_number", "31068000123")

    assert sheet.lines[0].told["id_number"].fix == "031068000123"


def test_an_old_number_is_let_in_with_a_notice(sheet: Sheet) -> None:
    sheet.write(0, "id_number", "031068123")

    told = sheet.lines[0].told["id_number"]
    assert told.notice
    assert not sheet.lines[0].hinders


def test_there_is_always_one_blank_line_to_go_on_with(sheet: Sheet) -> None:
    sheet.write(0, "name", "An")
    sheet.write(1, "name", "Bình")

    assert [one.is_blank for one in sheet.lines] == [False, False, True]
    assert len(sheet.new) == 2
    sheet.drop([0, 2])
    assert [one.texts.get("name") for one in sheet.filled] == ["Bình"]


def test_lines_that_are_added_stand_one_after_the_other(sheet: Sheet) -> None:
    sheet.write(0, "name", "An")

    assert sheet.add([{"name": "Bình", "phone": "abc"}, {"name": "Cúc"}]) == 1

    assert [one.texts.get("name") for one in sheet.lines] == ["An", "Bình", "Cúc", None]
    assert sheet.lines[1].hinders


def test_a_sheet_to_be_read_has_no_blank_line() -> None:
    sheet = Sheet(member_columns(LISTS), writable=False)
    sheet.show([Line(key=1, base={"name": "An"}, texts={"name": "An"})])

    assert len(sheet.lines) == 1
    assert not sheet.is_dirty


def test_only_what_differs_from_the_register_is_changed(sheet: Sheet) -> None:
    base = {"name": "An", "phone": "0912 345 678"}
    sheet.show([Line(key=7, base=base, texts=dict(base))])

    sheet.write(0, "phone", "0912345678")
    assert not sheet.is_dirty

    sheet.write(0, "phone", "0912345679")
    assert sheet.edited[0].changed == {"phone": "0912 345 679"}


def test_what_is_typed_stays_over_what_the_register_holds_now(sheet: Sheet) -> None:
    sheet.show([Line(key=7, base={"name": "An"}, texts={"name": "An"})])
    sheet.write(0, "phone", "abc")
    sheet.write(1, "name", "Bình")

    sheet.follow([Line(key=7, base={"name": "Ân"}, texts={"name": "Ân"}), Line(key=8, texts={"name": "Cúc"})])

    assert [one.texts.get("name") for one in sheet.filled] == ["Ân", "Cúc", "Bình"]
    assert sheet.lines[0].changed == {"phone": "abc"}
    assert sheet.lines[0].hinders


def test_somebody_known_fills_what_is_blank_and_another_name_takes_it_back(sheet: Sheet) -> None:
    sheet.write(0, "phone", "0912345678")

    sheet.link(0, 12, {"name": "Lê Mơ", "phone": "0988 000 000", "born": "1970"})
    assert (sheet.lines[0].person, sheet.lines[0].texts["phone"], sheet.lines[0].texts["born"]) == (
        12,
        "0912 345 678",
        "1970",
    )

    sheet.write(0, "name", "Lê Mai")
    assert (sheet.lines[0].person, sheet.lines[0].written) == (None, {"phone": "0912 345 678", "name": "Lê Mai"})


def test_what_the_register_refused_holds_until_the_next_attempt(sheet: Sheet) -> None:
    sheet.write(0, "name", "An")
    sheet.tell(0, "role", "Hai tổ trưởng")
    sheet.tell(0, "person", "Ở ô đầu")

    assert [column.name for _row, column, _told in sheet.troubles()] == ["name", "role"]
    assert not sheet.lines[0].hinders
    sheet.forget_refusals()
    assert not list(sheet.troubles())


def test_columns_stand_as_on_paper() -> None:
    assert list(MEMBERS) == [
        "name",
        "role",
        "born",
        "sex",
        "phone",
        "id_number",
        "address",
        "valid_from",
        "notes",
    ]
    assert [one.name for one in household_columns(LISTS)] == list(HOUSEHOLDS)
    assert {"education", "paper_number"} <= {field.name for field in pastable()}
    assert "valid_to" not in {field.name for field in pastable()}


def test_vietnamese_words_of_a_sheet_are_understood_in_english() -> None:
    words.use("en")
    sheet = Sheet(member_columns(LISTS), who="name")

    sheet.write(0, "sex", "Nữ")

    assert sheet.lines[0].texts["sex"] == "Female"
