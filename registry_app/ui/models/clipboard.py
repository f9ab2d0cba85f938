"""Rows of the list for other programs: as text with tabs between and as a table, so that worksheets get cells and
letters get a table. Cells are texts, so that neither a leading zero nor a sign is lost; plain numbers stay numbers."""

import atexit
import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any, Protocol

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from registry_app.domain.fields import Field
from registry_app.domain.ids import ModelId
from registry_app.domain.model import ModelRow
from registry_app.domain.search import Moment
from registry_app.operations import people_shown
from registry_app.store.registry import Registry

from .columns import Column

FORMULA = ("=", "+", "-", "@")
PHONE = re.compile(r"\+?[0-9][0-9 .()/-]*")
"""What looks like a number that is dialled runs nowhere."""
QUOTED = re.compile(r"[\t\n\"]")
COUNTED = re.compile(r"0|[1-9][0-9]{0,14}")
"""A number that every worksheet reads as the same number."""
AT_ONCE = 500
OURS = "application/x-registry-app-rows"
"""Tells what ``put`` gave from what other programs did."""
XMLNS = "urn:schemas-microsoft-com:office:excel"
TEXT = " style=\"mso-number-format:'\\@'\""
Line = list[str]


class Told(Protocol):
    """A column as far as it is copied; its own text is its heading."""

    @property
    def of(self) -> Field: ...
    @property
    def text(self) -> Callable[[Any], str]: ...


class Copied(Struct, frozen=True):
    """Rows as text and as a table, both with headings first; ``people`` counts those whose data is in them."""

    text: str
    table: str
    people: int = 0

    def data(self) -> QMimeData:
        """Both for the clipboard."""
        data = QMimeData()
        data.setText(self.text)
        data.setHtml(self.table)
        data.setData(OURS, b"1")
        return data


def copied(columns: Sequence[Told], rows: Iterable[Any]) -> Copied:
    """``rows`` with ``columns``. A text that a worksheet would run as a formula gets an apostrophe."""
    heads = [str(column) for column in columns]
    lines = [[_guarded(column.text(row)) for column in columns] for row in rows]
    text = "\n".join("\t".join(_quoted(cell) for cell in line) for line in (heads, *lines))
    numbers = [column.of.family == "number" for column in columns]
    return Copied(text, _table(heads, lines, numbers))


def gathered(registry: Registry, ids: Sequence[ModelId], at: Moment, columns: Sequence[Column]) -> Copied:
    """As ``copied``, for models that are to be read first."""
    rows: list[ModelRow] = []
    for first in range(0, len(ids), AT_ONCE):
        rows += registry.models.window(ids[first : first + AT_ONCE], at)
    return replace(copied(columns, rows), people=people_shown.count([("model", rows, fields(columns))]))


def fields(columns: Iterable[Told]) -> frozenset[str]:
    """The names of the fields that ``columns`` show."""
    return frozenset(column.of.name for column in columns)


def put(one: Copied) -> None:
    """Onto the clipboard. When the program ends the text stays there: Qt holds the data longer than Python lives, and
    would ask it then."""
    QGuiApplication.clipboard().setMimeData(one.data())
    atexit.unregister(leave_text)
    atexit.register(leave_text)


def leave_text() -> None:
    """Put plain text in the place of what ``put`` gave."""
    if QGuiApplication.instance() is None:
        return
    clipboard = QGuiApplication.clipboard()
    given = clipboard.mimeData()
    if given.hasFormat(OURS):
        clipboard.setText(given.text())


def _table(heads: Line, lines: Iterable[Line], numbers: Sequence[bool]) -> str:
    head = "".join(f"<th>{_escaped(text)}</th>" for text in heads)
    body = "\n".join(f"<tr>{''.join(map(_cell, line, numbers))}</tr>" for line in lines)
    return (
        f'<html xmlns:x="{XMLNS}"><head><meta charset="utf-8"><style>br{{mso-data-placement:same-cell}}</style></head>'
        f'<body><table border="1"><tr>{head}</tr>\n{body}</table></body></html>'
    )


def _cell(text: str, number: bool) -> str:
    plain = text.replace(".", "") if number else ""
    if COUNTED.fullmatch(plain):
        return f'<td align="right" x:num="{plain}">{plain}</td>'
    return f"<td{TEXT}>{_escaped(text)}</td>"


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) and not PHONE.fullmatch(text) else text


def _quoted(text: str) -> str:
    """As worksheets read cells that hold tabs or line ends."""
    return '"' + text.replace('"', '""') + '"' if QUOTED.search(text) else text
