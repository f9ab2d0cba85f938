"""What is copied can be pasted as cells or as a table, loses nothing and never runs as a formula."""

import csv
import io
import subprocess
import sys

import pytest
from PySide6.QtGui import QGuiApplication

from registry_app.domain.fields import BY_NAME
from registry_app.domain.ids import ModelId
from registry_app.domain.search import Search
from registry_app.ui.models.clipboard import Copied, copied, gathered, leave_text, put
from registry_app.ui.models.columns import COLUMNS, column_of
from registry_app.ui.session import Session
from tests.ui.conftest import add


def taken(session: Session, words: str, *fields: str) -> Copied:
    registry, at = session.registry, session.moment
    rows = registry.models.window(registry.models.ids(Search(words=words), at), at)
    return copied([column_of(BY_NAME[field]) for field in fields] or COLUMNS, rows)


def cells(one: Copied) -> list[list[str]]:
    return list(csv.reader(io.StringIO(one.text), delimiter="\t"))


def test_headings_stand_over_one_line_a_model(session: Session) -> None:
    heads, line = cells(taken(session, "camera to 5"))

    assert heads[:2] == ["Mã", "Tên mô hình"]
    assert line[:2] == ["CAM-2020-001", "Camera an ninh tổ 5"]
    assert len(heads) == len(line)


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+cmd", "-1+2", "@SUM(1)"])
def test_a_name_that_looks_like_a_formula_is_plain_text(name: str, session: Session) -> None:
    add(session, name=f"{name} công thức", type="camera an ninh")

    one = taken(session, "cong thuc", "name")

    assert cells(one)[1] == [f"'{name} công thức"]
    assert f">'{name}" in one.table


def test_only_the_columns_shown_are_copied_in_their_order(session: Session) -> None:
    heads, line = cells(taken(session, "camera to 5", "founded_on", "code"))

    assert heads == ["Ngày thành lập", "Mã"]
    assert line == ["31/01/2020", "CAM-2020-001"]


def test_texts_of_many_lines_are_one_cell(session: Session) -> None:
    add(session, name="Nhiều dòng", type="camera an ninh", notes='một "hai"\nba\tbốn')

    one = taken(session, "nhieu dong", "name", "notes", "code")

    assert cells(one)[1][1] == 'một "hai"\nba bốn'
    assert 'một "hai"<br>ba bốn' in one.table


def test_telephone_numbers_and_leading_zeros_are_texts_for_worksheets(session: Session) -> None:
    add(session, name="Số điện thoại", type="camera an ninh", paper_number="0912345678", funding="+84 912 345 678")

    one = taken(session, "so dien thoai", "paper_number", "funding")

    assert cells(one)[1] == ["0912345678", "+84 912 345 678"]
    assert one.table.count("mso-number-format:'\\@'\">0912345678<") == 1
    assert one.table.count("mso-number-format:'\\@'\">+84 912 345 678<") == 1


def test_numbers_stay_numbers(session: Session) -> None:
    add(session, name="Chu kỳ", type="camera an ninh", interval_months="12")

    assert 'x:num="12">12</td>' in taken(session, "chu ky", "interval_months").table


def test_signs_of_markup_are_texts(session: Session) -> None:
    add(session, name="<b>đậm</b> & nhạt", type="camera an ninh")

    assert "&lt;b&gt;đậm&lt;/b&gt; &amp; nhạt" in taken(session, "nhat", "name").table


def test_both_forms_are_for_the_clipboard(session: Session) -> None:
    data = taken(session, "camera to 5").data()

    assert data.hasHtml()
    assert data.text().startswith("Mã\t")


def test_when_the_program_ends_the_text_stays_and_nothing_of_ours_is_asked_for_it(session: Session) -> None:
    one = taken(session, "camera to 5")
    put(one)

    leave_text()

    assert QGuiApplication.clipboard().text() == one.text
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_a_program_that_copied_ends_in_peace() -> None:
    script = """
from PySide6.QtWidgets import QApplication
from registry_app.ui.models.clipboard import Copied, put
app = QApplication([])
put(Copied("a", "<table></table>"))
"""
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)

    assert (ended.returncode, ended.stderr) == (0, b"")


def test_many_rows_are_read_in_parts_and_stay_in_order(sample_session: Session) -> None:
    registry, at = sample_session.registry, sample_session.moment
    ids = [ModelId(number) for number in registry.models.ids(Search(), at)]

    found = gathered(registry, ids, at, COLUMNS)

    assert found == copied(COLUMNS, registry.models.window(ids, at))
