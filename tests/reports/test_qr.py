"""The small code on the pages of a worksheet: on every page its own, where nothing else stands, square and true."""

import re

from msgspec.structs import replace
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from registry_app.reports import paper
from registry_app.reports.qr import SIDE
from registry_app.reports.spec import Align, Column, Group, Kind, Report

from . import reading

CODE = "RS1-1A2B3C4D-DRS-2026-001-P03"
SHEET = Report(
    kind=Kind.INTERNAL,
    title="PHIẾU RÀ SOÁT",
    columns=[Column(key="n", title="STT", align=Align.CENTER, min_mm=10), Column(key="name", title="Tên")],
    groups=[Group(rows=[(str(row), f"Mô hình {row}") for row in range(90)])],
    page_code=CODE,
)
BOX = re.compile(rb"([0-9.]+) ([0-9.]+) ([0-9.]+) ([0-9.]+) re")


def squares(stream: bytes) -> list[tuple[float, ...]]:
    """The black boxes of the code: left, bottom, width, height."""
    code = re.search(rb"q 0 g (.*?) f Q", stream, re.S)
    assert code
    return [tuple(map(float, found)) for found in BOX.findall(code[1])]


def test_every_page_says_its_own_number_beside_the_code() -> None:
    pages = reading.texts(paper.pdf(SHEET))

    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert f"{CODE}-{number}" in text


def test_the_squares_are_those_of_the_payload() -> None:
    boxes = squares(paper.pdf(SHEET, compress=False))
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(f"{CODE}-1")
    code.make()
    count = code.getModuleCount()
    side, left = SIDE / count, min(box[0] for box in boxes)
    top = max(box[1] + box[3] for box in boxes)

    drawn = {
        (round((top - y - side) / side), round((x - left) / side) + place)
        for x, y, wide, _high in boxes
        for place in range(round(wide / side))
    }

    assert drawn == {(row, column) for row in range(count) for column in range(count) if code.isDark(row, column)}


def test_it_stands_below_the_text_and_within_the_paper() -> None:
    boxes = squares(paper.pdf(SHEET, compress=False))

    assert all(y >= 5 * reading.MM - 0.1 and y + high < 20 * reading.MM for _x, y, _wide, high in boxes)
    assert all(x + wide <= 195 * reading.MM + 0.1 for x, _y, wide, _high in boxes)


def test_a_paper_without_a_code_has_none() -> None:
    plain = paper.pdf(replace(SHEET, page_code=""), compress=False)

    assert b"q 0 g" not in plain
