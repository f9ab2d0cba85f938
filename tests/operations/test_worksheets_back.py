"""Worksheets that come back filled: matched by code however the rows stand, every bad sheet told apart, nothing half
entered."""

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet as Cells

from registry_app.domain.errors import Refused, RegistryError
from registry_app.domain.ward import Ward
from registry_app.domain.worksheet import Worksheet
from registry_app.operations import files, rounds, worksheets
from registry_app.operations.rounds import Entered
from registry_app.operations.worksheets import Filled
from registry_app.store.registry import Registry

from ..making import add
from .rounding import NEW, opened, row

KEYS = ("position", "code", "model", "area", "site", "leader", "last_grade", "on", "grade", "effective", "findings")
Edit = Callable[[Cells], None]


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    """The day on which all this happens."""
    with time_machine.travel(datetime(2026, 11, 22, 9, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def sheet(registry: Registry) -> Worksheet:
    """A worksheet of all four rows of the ward's round."""
    return worksheets.make(registry, opened(registry))


def lines(cells: Cells) -> list[int]:
    """The lines of the rows, from the top."""
    keys = next(line[0].row for line in cells.iter_rows() if line[0].value == "position")
    return [line for line in range(keys + 2, cells.max_row) if cells.cell(line, 1).value]


def fill(cells: Cells, position: int, **typed: object) -> None:
    """Type into the row of that position."""
    place = next(line for line in lines(cells) if cells.cell(line, 1).value == str(position))
    for key, value in typed.items():
        cells.cell(place, KEYS.index(key) + 1).value = value


def back(registry: Registry, sheet: Worksheet, path: Path, *edits: Edit) -> Filled:
    """The worksheet after somebody had it."""
    path.write_bytes(worksheets.book(registry, sheet))
    book = load_workbook(path)
    for edit in edits:
        edit(book.worksheets[0])
    book.save(path)
    return worksheets.read_back(registry, path)


def good(cells: Cells) -> None:
    """Two of the four rows are filled in."""
    fill(cells, 1, on="5/11/2026", grade="Tốt", effective="Có", findings="Hoạt động đều")
    fill(cells, 3, grade="Yếu", effective="Không")


def said(problems: Sequence[object]) -> str:
    """What people read."""
    return " | ".join(map(str, problems))


def test_a_filled_worksheet_is_read_and_entered_as_one_action(
    registry: Registry, sheet: Worksheet, tmp_path: Path
) -> None:
    filled = back(registry, sheet, tmp_path / "p.xlsx", good)

    worksheets.enter_worksheet(registry, filled)

    assert (filled.problems, filled.warnings, filled.worksheet) == ((), (), sheet)
    assert [one.position for one in filled.missing] == [2, 4]
    one = row(registry, sheet.round_id, 1)
    assert (one.on, one.grade, one.effective, one.findings) == ("2026-11-05", "Tốt", "yes", "Hoạt động đều")
    assert row(registry, sheet.round_id, 3).effective == "no"
    registry.undo()
    assert rounds.one(registry, sheet.round_id).entered == 0
    assert worksheets.read_back(registry, tmp_path / "p.xlsx").again is None


def test_reading_writes_nothing(registry: Registry, sheet: Worksheet, tmp_path: Path) -> None:
    back(registry, sheet, tmp_path / "p.xlsx", good)

    assert rounds.one(registry, sheet.round_id).entered == 0


def test_days_numbers_and_ticks_of_excel_are_read_as_typed(
    registry: Registry, sheet: Worksheet, tmp_path: Path
) -> None:
    filled = back(
        registry,
        sheet,
        tmp_path / "p.xlsx",
        lambda cells: fill(cells, 1, on=date(2026, 11, 5), grade="khá", effective=True),
        lambda cells: fill(cells, 2, on=datetime(2026, 11, 6), effective="x"),
    )

    worksheets.enter_worksheet(registry, filled)

    assert [row(registry, sheet.round_id, number).on for number in (1, 2)] == ["2026-11-05", "2026-11-06"]
    assert [row(registry, sheet.round_id, number).effective for number in (1, 2)] == ["yes", "yes"]


def test_rows_sorted_in_excel_are_matched_by_code(registry: Registry, sheet: Worksheet, tmp_path: Path) -> None:
    def turned(cells: Cells) -> None:
        there = lines(cells)
        values = [[cell.value for cell in cells[line]] for line in there]
        for line, texts in zip(there, reversed(values), strict=True):
            for place, text in enumerate(texts, start=1):
                cells.cell(line, place).value = text

    filled = back(registry, sheet, tmp_path / "p.xlsx", good, turned)

    assert "sắp xếp lại" in said(filled.warnings)
    worksheets.enter_worksheet(registry, filled)

    assert [row(registry, sheet.round_id, number).grade for number in (1, 2, 3, 4)] == ["Tốt", "", "Yếu", ""]


def test_rows_deleted_in_excel_are_named_and_missing(registry: Registry, sheet: Worksheet, tmp_path: Path) -> None:
    filled = back(registry, sheet, tmp_path / "p.xlsx", good, lambda cells: cells.delete_rows(lines(cells)[1]))

    assert filled.problems == ()
    assert "2" in said(filled.warnings)
    assert [one.position for one in filled.missing] == [2, 4]
    worksheets.enter_worksheet(registry, filled)
    assert row(registry, sheet.round_id, 3).grade == "Yếu"


def test_columns_deleted_in_excel_are_named(registry: Registry, sheet: Worksheet, tmp_path: Path) -> None:
    filled = back(registry, sheet, tmp_path / "p.xlsx", good, lambda cells: cells.delete_cols(KEYS.index("grade") + 1))

    assert filled.problems == ()
    assert "“Xếp loại”" in said(filled.warnings)
    worksheets.enter_worksheet(registry, filled)
    assert row(registry, sheet.round_id, 3).effective == "no"


@pytest.mark.parametrize(("key", "typed"), [("on", "32/13/2026"), ("findings", "a" * 12_000)])
def test_of_which_row_a_value_is_wrong_is_always_said(
    registry: Registry, sheet: Worksheet, tmp_path: Path, key: str, typed: str
) -> None:
    filled = back(registry, sheet, tmp_path / "p.xlsx", lambda cells: fill(cells, 2, **{key: typed}))

    assert said(filled.problems).startswith(f"Dòng số 2 ({row(registry, sheet.round_id, 2).code}): ")


def _twice(cells: Cells) -> None:
    first, end = lines(cells)[0], lines(cells)[-1] + 1
    for place in range(1, len(KEYS) + 1):
        cells.cell(end, place).value = cells.cell(first, place).value


def _recoded(cells: Cells) -> None:
    cells.cell(lines(cells)[0], 2).value = "CAM-1999-001"


def _renumbered(cells: Cells) -> None:
    cells.cell(lines(cells)[0], 1).value = "44"


def _swapped(cells: Cells) -> None:
    one, two = lines(cells)[:2]
    cells.cell(one, 2).value, cells.cell(two, 2).value = cells.cell(two, 2).value, cells.cell(one, 2).value


def _stranger(cells: Cells) -> None:
    end = lines(cells)[-1] + 1
    cells.cell(end, 1).value, cells.cell(end, 2).value, cells.cell(end, 9).value = "5", "CAM-1999-001", "Tốt"


def _nameless(cells: Cells) -> None:
    cells.cell(lines(cells)[-1] + 1, 9).value = "Tốt"


def _coded(cells: Cells) -> None:
    cells.cell(lines(cells)[0], 2).value = '="CAM"&"-1"'


@pytest.mark.parametrize(
    ("edit", "field", "words"),
    [
        (_twice, "sheet", ("1", "hai lần")),
        (_recoded, "sheet", ("CAM-1999-001", "1")),
        (_renumbered, "sheet", ("44",)),
        (_swapped, "sheet", ("1",)),
        (_stranger, "sheet", ("CAM-1999-001", "thêm")),
        (_nameless, "sheet", ("mã",)),
        (_coded, "sheet", ("công thức",)),
        (lambda cells: fill(cells, 1, grade="Xuất sắc"), "1.grade", ("Xuất sắc", "Tốt")),
        (lambda cells: fill(cells, 1, on="1/1/2027"), "1.on", ("01/01/2027",)),
        (lambda cells: fill(cells, 1, on="30/6/2026"), "1.on", ("30/06/2026",)),
        (lambda cells: fill(cells, 1, effective="chắc thế"), "1.effective", ("chắc thế",)),
        (lambda cells: fill(cells, 1, grade="=B5"), "1.grade", ("công thức", "1")),
    ],
)
def test_each_thing_done_to_a_sheet_is_told_apart_and_nothing_is_entered(
    registry: Registry, sheet: Worksheet, tmp_path: Path, edit: Edit, field: str, words: tuple[str, ...]
) -> None:
    filled = back(registry, sheet, tmp_path / "p.xlsx", lambda cells: fill(cells, 3, grade="Tốt"), edit)

    assert field in {problem.field for problem in filled.problems}
    assert all(word in said(filled.problems) for word in words)
    with pytest.raises(Refused):
        worksheets.enter_worksheet(registry, filled)
    assert rounds.one(registry, sheet.round_id).entered == 0


def test_a_row_of_the_round_that_was_not_on_the_sheet_is_told(registry: Registry, tmp_path: Path) -> None:
    number = opened(registry)
    some = worksheets.make(registry, number, rows=[1, 2])
    other = row(registry, number, 4)

    def added(cells: Cells) -> None:
        end = lines(cells)[-1] + 1
        cells.cell(end, 1).value, cells.cell(end, 2).value, cells.cell(end, 9).value = "4", other.code, "Tốt"

    filled = back(registry, some, tmp_path / "p.xlsx", added)

    assert other.code in said(filled.problems)


def test_a_worksheet_of_another_register_is_refused(registry: Registry, sheet: Worksheet, tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    path.write_bytes(worksheets.book(registry, sheet))

    with files.create(tmp_path / "other.registry", Ward(name="Phường Khác"), who="Lan") as other:
        opened(other)
        with pytest.raises(RegistryError, match=sheet.code):
            worksheets.read_back(other, path)


def test_a_worksheet_of_another_round_is_refused_where_a_round_is_named(
    registry: Registry, sheet: Worksheet, tmp_path: Path
) -> None:
    second = rounds.open_round(registry, NEW)
    path = tmp_path / "p.xlsx"
    path.write_bytes(worksheets.book(registry, sheet))

    with pytest.raises(RegistryError, match=second.code):
        worksheets.read_back(registry, path, second.id)
    assert worksheets.read_back(registry, path, sheet.round_id).worksheet == sheet


def test_an_older_printing_is_entered_only_when_that_is_meant(
    registry: Registry, sheet: Worksheet, tmp_path: Path
) -> None:
    newer = worksheets.make(registry, sheet.round_id, rows=[1])

    filled = back(registry, sheet, tmp_path / "p.xlsx", good)

    assert newer.code in str(filled.older)
    with pytest.raises(Refused, match=newer.code):
        worksheets.enter_worksheet(registry, filled)
    worksheets.enter_worksheet(registry, filled, older=True)
    assert row(registry, sheet.round_id, 1).grade == "Tốt"


def test_the_same_worksheet_twice_is_noticed_whichever_program_saved_it(
    registry: Registry, sheet: Worksheet, tmp_path: Path
) -> None:
    path = tmp_path / "p.xlsx"
    worksheets.enter_worksheet(registry, back(registry, sheet, path, good))
    load_workbook(path).save(path)

    filled = worksheets.read_back(registry, path)

    assert "22/11/2026" in str(filled.again)
    with pytest.raises(Refused, match=sheet.code):
        worksheets.enter_worksheet(registry, filled)
    assert worksheets.enter_worksheet(registry, filled, again=True)


def test_a_worksheet_that_comes_back_with_more_is_entered_with_a_warning(
    registry: Registry, sheet: Worksheet, tmp_path: Path
) -> None:
    worksheets.enter_worksheet(registry, back(registry, sheet, tmp_path / "p.xlsx", good))

    filled = back(registry, sheet, tmp_path / "p.xlsx", lambda cells: fill(cells, 2, grade="Khá"))

    assert filled.again is None
    assert "22/11/2026" in said(filled.warnings)
    worksheets.enter_worksheet(registry, filled)
    assert [one.position for one in rounds.rows(registry, sheet.round_id) if one.waiting] == [4]


def test_what_was_entered_already_stands_in_the_sheet_and_blanks_empty_nothing(
    registry: Registry, sheet: Worksheet, tmp_path: Path
) -> None:
    rounds.enter(registry, sheet.round_id, [Entered(position=2, on="6/11/2026", grade="Khá", findings="cũ")])

    filled = back(registry, sheet, tmp_path / "p.xlsx", lambda cells: fill(cells, 2, findings=None))
    worksheets.enter_worksheet(registry, filled)

    found = row(registry, sheet.round_id, 2)
    assert (found.on, found.grade, found.findings) == ("2026-11-06", "Khá", "cũ")


def test_a_sheet_without_its_hidden_rows_is_known_by_its_headings_and_last_line(
    registry: Registry, sheet: Worksheet, tmp_path: Path
) -> None:
    def bared(cells: Cells) -> None:
        cells.delete_rows(lines(cells)[0] - 2)
        cells.delete_rows(1)

    filled = back(registry, sheet, tmp_path / "p.xlsx", good, bared)

    assert [one.position for one in filled.entries] == [1, 3]


def test_a_sheet_without_any_code_is_refused(registry: Registry, sheet: Worksheet, tmp_path: Path) -> None:
    def bared(cells: Cells) -> None:
        cells.delete_rows(cells.max_row)
        cells.delete_rows(1)

    with pytest.raises(RegistryError, match=r"p\.xlsx"):
        back(registry, sheet, tmp_path / "p.xlsx", bared)


def test_a_worksheet_made_after_the_copy_is_not_known(registry: Registry, tmp_path: Path) -> None:
    number = opened(registry)
    path = tmp_path / "p.xlsx"
    made = worksheets.make(registry, number)
    path.write_bytes(worksheets.book(registry, made))
    with registry.note():
        registry.connection.execute("DELETE FROM worksheet")

    with pytest.raises(RegistryError, match=made.code):
        worksheets.read_back(registry, path)


def test_a_worksheet_of_a_round_that_was_taken_back_is_refused(
    registry: Registry, sheet: Worksheet, tmp_path: Path
) -> None:
    path = tmp_path / "p.xlsx"
    path.write_bytes(worksheets.book(registry, sheet))
    registry.undo()

    with pytest.raises(RegistryError, match=sheet.code):
        worksheets.read_back(registry, path)


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"PK\x03\x04" + b"\0" * 40],
)
def test_what_is_no_worksheet_is_refused(registry: Registry, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lạ.xlsx"
    path.write_bytes(content)

    with pytest.raises(RegistryError, match=r"lạ\.xlsx"):
        worksheets.read_back(registry, path)


def test_any_other_workbook_a_damaged_and_a_missing_one_are_refused(
    registry: Registry, sheet: Worksheet, tmp_path: Path
) -> None:
    other, damaged = tmp_path / "khác.xlsx", tmp_path / "hỏng.xlsx"
    Workbook().save(other)
    damaged.write_bytes(worksheets.book(registry, sheet))
    with zipfile.ZipFile(damaged) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    with zipfile.ZipFile(damaged, "w") as cut:
        for name, content in parts.items():
            cut.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)

    for path in (other, damaged, tmp_path / "không có.xlsx"):
        with pytest.raises(RegistryError, match=re.escape(path.name)):
            worksheets.read_back(registry, path)


def test_entering_into_a_closed_round_is_refused(registry: Registry, sheet: Worksheet, tmp_path: Path) -> None:
    filled = back(registry, sheet, tmp_path / "p.xlsx", good)
    rounds.close(registry, sheet.round_id, "22/11/2026", leave_out_rest="-")

    with pytest.raises(Refused, match="22/11/2026"):
        worksheets.enter_worksheet(registry, filled)


def test_names_and_formulas_in_the_register_are_never_run(registry: Registry, tmp_path: Path) -> None:
    add(registry, "=1+1; <b>&'\"", areas="Tổ dân phố 1")
    made = worksheets.make(registry, rounds.open_round(registry, NEW).id)
    path = tmp_path / "p.xlsx"

    path.write_bytes(worksheets.book(registry, made))

    cells = load_workbook(path).worksheets[0]
    assert cells.cell(lines(cells)[0], 3).value == "=1+1; <b>&'\""
    assert cells.cell(lines(cells)[0], 3).data_type == "s"


def test_only_what_is_filled_in_is_unlocked_and_grades_are_offered(
    registry: Registry, sheet: Worksheet, tmp_path: Path
) -> None:
    path = tmp_path / "p.xlsx"
    path.write_bytes(worksheets.book(registry, sheet))

    book = load_workbook(path)

    cells = book.worksheets[0]
    first = lines(cells)[0]
    unlocked = [KEYS[place] for place in range(len(KEYS)) if not cells.cell(first, place + 1).protection.locked]
    assert unlocked == ["on", "grade", "effective", "findings"]
    assert cells.protection.sheet
    assert len(cells.data_validations.dataValidation) == 2
    assert [cell.value for cell in book.worksheets[1]["I"]] == ["Tốt", "Khá", "Trung bình", "Yếu", "Không phân loại"]
    assert book.worksheets[1].sheet_state == "hidden"
