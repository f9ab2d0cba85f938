"""Sheets that come back from other people's computers: odd, large and damaged ones are answered, never run."""

import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from registry_app.domain.errors import RegistryError
from registry_app.exchange import filled_book
from registry_app.exchange.filled_book import FilledBook
from registry_app.exchange.worksheet_book import EntryColumn, EntryForm, book

COLUMNS = (
    EntryColumn(key="code", title="Mã", letters=12),
    EntryColumn(key="name", title="Tên", letters=30),
    EntryColumn(key="grade", title="Xếp loại", letters=12, entry=True, choices=("Tốt, khá", "Yếu")),
)
FORM = EntryForm(name="Phiếu", mark="RS1-X", above=[("title", "PHIẾU")], columns=COLUMNS, rows=[("A", "Một", "")])


def read(path: Path) -> FilledBook:
    """The sheet, whose mark begins with RS1."""
    return filled_book.read(path, lambda text: text.startswith("RS1"), {one.title: one.key for one in COLUMNS})


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book(FORM))

    found = read(path)

    assert found.mark == "RS1-X"
    assert [(dict(row.texts), row.formulas) for row in found.rows] == [
        ({"code": "A", "name": "Một", "grade": ""}, frozenset())
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5, "5"),
        (5.0, "5"),
        (7.5, "7,5"),
        (True, "yes"),
        (date(2026, 11, 5), "05/11/2026"),
        (datetime(2026, 11, 5, 8, 30), "05/11/2026"),
        ("  hai dòng\r\nđây ", "hai dòng\nđây"),
        ("A\u200bB", "AB"),
        (None, ""),
    ],
)
def test_each_kind_of_cell_is_read_as_somebody_would_type_it(tmp_path: Path, value: object, text: str) -> None:
    path = tmp_path / "a.xlsx"
    made = Workbook()
    cells = made.worksheets[0]
    cells.append(["Mã", "Tên", "Xếp loại"])
    cells.append(["A", "Một", value])
    made.save(path)

    (row,) = read(path).rows

    assert row.texts["grade"] == text


def test_a_formula_is_told_and_not_run(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    made = Workbook()
    made.worksheets[0].append(["Mã", "Tên", "Xếp loại"])
    made.worksheets[0].append(["A", "Một", '=HYPERLINK("http://example.vn")'])
    made.save(path)

    (row,) = read(path).rows

    assert row.formulas == {"grade"}


def test_a_far_away_cell_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    made = Workbook()
    made.worksheets[0].append(["Mã", "Tên", "Xếp loại"])
    made.worksheets[0].append(["A", "Một", "Tốt"])
    made.worksheets[0].cell(1_048_576, 16_384).value = "x"
    made.save(path)

    assert len(read(path).rows) == 1


def test_the_columns_may_stand_on_another_sheet_and_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    made = Workbook()
    second = made.create_sheet("Hai")
    second.append(["", "RS1-Y"])
    second.append(["", "xếp loại", "MÃ", "tên"])
    second.append(["", "Tốt", "A", "Một"])
    made.save(path)

    found = read(path)

    assert (found.mark, dict(found.rows[0].texts)) == ("RS1-Y", {"grade": "Tốt", "code": "A", "name": "Một"})


def test_a_sheet_that_unzips_to_far_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    path.write_bytes(book(FORM))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("xl/media/image1.png", b"\0" * 110_000_000)

    with pytest.raises(RegistryError, match=r"bom\.xlsx"):
        read(path)


def test_entities_are_not_blown_up(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    stream = BytesIO(book(FORM))
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    with zipfile.ZipFile(stream) as whole, zipfile.ZipFile(path, "w") as made:
        for name in whole.namelist():
            text = whole.read(name)
            if name.endswith("sheet1.xml"):
                text = text.replace(b"<worksheet", f"{bomb}]><worksheet".encode(), 1).replace(
                    b"<v>0</v>", b"<v>&j;</v>"
                )
            made.writestr(name, text)

    with pytest.raises(RegistryError, match=r"a\.xlsx"):
        read(path)


def test_a_choice_with_a_comma_stays_one_choice(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "a.xlsx"
    path.write_bytes(book(FORM))

    made = load_workbook(path)

    assert [cell.value for cell in made.worksheets[1]["C"]] == ["Tốt, khá", "Yếu"]
