"""Reads a finished PDF back: what stands where, in which font and size."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from msgspec import Struct
from pypdf import PdfReader

MM = 72 / 25.4


class Piece(Struct, frozen=True, kw_only=True):
    """A run of text: ``x`` and ``y`` of its beginning in points from the lower left corner."""

    text: str
    x: float
    y: float
    size: float
    font: str


def texts(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in mm."""
    pages = PdfReader(BytesIO(pdf)).pages
    return [(float(page.mediabox.width) / MM, float(page.mediabox.height) / MM) for page in pages]


def pieces(pdf: bytes, page: int = 0) -> list[Piece]:
    """The runs of text of one page, in the order of the stream."""
    found: list[Piece] = []
    PdfReader(BytesIO(pdf)).pages[page].extract_text(visitor_text=_collector(found))
    return found


def _collector(found: list[Piece]) -> Callable[..., None]:
    def collect(text: str, _cm: Any, matrix: list[float], font: dict[str, str] | None, size: float) -> None:
        if text.strip():
            name = (font or {}).get("/BaseFont", "").split("+")[-1]
            found.append(Piece(text=text.strip("\n"), x=matrix[4], y=matrix[5], size=size, font=name))

    return collect


def bounds(pdf: bytes) -> list[list[tuple[float, float, float, float]]]:
    """For each page the edges (left, bottom, right, top in points) of everything drawn on it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [[item.get_bounds() for item in page.get_objects()] for page in document]
    finally:
        document.close()


def read_aloud(pdf: bytes) -> str:
    """The text of the first page for a reader that heeds the text given beside a drawing."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(document[0].get_textpage().get_text_range())
    finally:
        document.close()


def letters_twice(pdf: bytes) -> tuple[list[str], list[str]]:
    """The letters of each page in order, without spaces, as two readers that know nothing of each other find them."""
    one = ["".join(text.split()) for text in texts(pdf)]
    document = pypdfium2.PdfDocument(pdf)
    try:
        other = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()
    return one, other


def ends(pdf: bytes) -> tuple[str, str]:
    """The text of the first and of the last page."""
    pages = PdfReader(BytesIO(pdf)).pages
    return pages[0].extract_text(), pages[len(pages) - 1].extract_text()
