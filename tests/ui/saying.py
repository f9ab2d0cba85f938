"""All words that a window says: those that are seen, and those that are only read out or shown as tool tips."""

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QTabBar,
    QTextBrowser,
    QWidget,
)

from registry_app import resources

from .clipping import _seen

MOST_ROWS = 40
FIRST = re.compile(r"\w+")
KNOWN_BY = 16
"""So many letters tell which text of the register one is that is shown in part."""
MARKUP = "<p style="
Role = Qt.ItemDataRole
ROLES = {"item": Role.DisplayRole, "itemToolTip": Role.ToolTipRole, "itemRead": Role.AccessibleTextRole}
VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
PLACE = re.compile(r"\{[^{}]*\}")
KEYS = re.compile(
    r"\b(?:Ctrl|Alt|Shift|Meta)\+\S+|\b(?:Return|Enter|Menu|Home|End|Del|Space|Tab|Down|Up|F\d+)\b|\S*[/\\]\S*"
    r"|\b[A-Z]{2,4}-\d{5}\b"
)
"""Keys are called what stands on them; files what they are called, and rows by their codes."""
NAMES = ("English", "Liberation", "SIL Open Font License", "Qt", "LGPL", "PDF", "Word", "Excel")


def said(top: QWidget) -> list[tuple[str, str]]:
    """(kind of widget and of words, words) of ``top`` and of all that is seen in it."""
    found = [(f"{type(widget).__name__}.{what}", _bare(text)) for widget in _seen(top) for what, text in _of(widget)]
    return sorted({(where, text) for where, text in found if text and not text.isspace()})


def _bare(text: str) -> str:
    """``text`` without the markup that some tool tips are laid out with."""
    return QTextDocumentFragment.fromHtml(text).toPlainText() if text.startswith(MARKUP) else text


def _of(widget: QWidget) -> Iterator[tuple[str, str]]:
    if widget.isWindow():
        yield "windowTitle", widget.windowTitle()
    for what in PROPERTIES:
        yield what, str(widget.property(what) or "")
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    for kind, words_of in PARTS:
        if isinstance(widget, kind):
            yield from words_of(widget)
    yield from _of_views(widget)
    for action in widget.actions():
        yield "action", action.text()
        yield "actionToolTip", action.toolTip()


def _of_tabs(bar: QTabBar) -> Iterator[tuple[str, str]]:
    return (("tab", text) for number in range(bar.count()) for text in (bar.tabText(number), bar.tabToolTip(number)))


def _of_combo(box: QComboBox) -> Iterator[tuple[str, str]]:
    return (("item", box.itemText(number)) for number in range(box.count()))


def _of_browser(browser: QTextBrowser) -> Iterator[tuple[str, str]]:
    return (("line", line) for line in browser.toPlainText().split("\n"))


PROPERTIES: tuple[str, ...] = ("title", "placeholderText", "toolTip", "statusTip", "whatsThis")
PROPERTIES += ("accessibleName", "accessibleDescription", "prefix", "suffix", "specialValueText")
PARTS: tuple[tuple[type[QWidget], Callable[..., Iterator[tuple[str, str]]]], ...] = (
    (QTabBar, _of_tabs),
    (QComboBox, _of_combo),
    (QTextBrowser, _of_browser),
)


def _of_views(widget: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QHeaderView) and widget.model() is not None:
        for number in range(widget.count()):
            yield "heading", str(widget.model().headerData(number, widget.orientation()) or "").strip()
    elif (
        isinstance(widget, QAbstractItemView)
        and widget.model() is not None
        and not isinstance(widget.window(), QFileDialog)
    ):
        for index in _cells(widget.model()):
            for what, role in ROLES.items():
                yield what, str(index.data(role) or "")


def _cells(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    """Cells of the first rows, and of the rows below these."""
    above = parent or QModelIndex()
    for row in range(min(model.rowCount(above), MOST_ROWS)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
        yield from (model.index(row, column, above) for column in range(columns))
        if parent is None:
            yield from _cells(model, model.index(row, 0))


# -- judging -----------------------------------------------------------------------------------------------------------


@cache
def _said() -> dict[str, str]:
    """The catalogue: English, Vietnamese."""
    words = resources.catalogue("vi")
    assert isinstance(words, resources.Words)
    return {source: text for source, text in words.said.items() if source}


@cache
def _english() -> tuple[frozenset[str], frozenset[str]]:
    """Whole texts of the catalogue that are other in Vietnamese, and words that stand in English texts only."""
    pairs = list(_said().items())
    sources, translated = list(_said()), list(_said().values())
    texts = frozenset(source for source, (_s, text) in zip(sources, pairs, strict=True) if plain(source) != plain(text))
    english = {word.casefold() for source in sources for word in WORD.findall(PLACE.sub(" ", plain(source)))}
    vietnamese = {word.casefold() for text in translated for word in re.findall(r"\w+", PLACE.sub(" ", plain(text)))}
    return frozenset(map(plain, texts)), frozenset(word for word in english - vietnamese if len(word) > 1)


def plain(text: str) -> str:
    """``text`` without the signs of a menu."""
    return str(text).replace("&", "").rstrip("…").strip()


def english_left(text: str) -> str:
    """What of a text on a Vietnamese window is English; "" for nothing. To be asked while Vietnamese is spoken."""
    whole, single = _english()
    if plain(text) in whole:
        return text
    bare = KEYS.sub(" ", text)
    for name in NAMES:
        bare = bare.replace(name, " ")
    letters = re.findall(r"[^\W\d_]+", bare)
    ascii_words = [word for word in letters if WORD.fullmatch(word)]
    foreign = [word for word in ascii_words if word.casefold() in single]
    return " ".join(foreign) if len(foreign) >= max(1, len(letters) / 2) else ""


class Known:
    """Texts of the register, which are nobody's translation: known at once as a whole, and by their first word where
    they are a part of something."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.whole = frozenset(text.strip() for text in texts)
        self._by_word: dict[str, list[str]] = {}
        for text in (*self.whole, *_examples()):
            if first := FIRST.search(text):
                self._by_word.setdefault(first[0], []).append(text)

    def near(self, text: str) -> list[str]:
        """Those whose first word stands in ``text``, longest first."""
        words = set(FIRST.findall(text))
        return sorted((one for word in words for one in self._by_word.get(word, ())), key=len, reverse=True)


def vietnamese_left(text: str, known: Known) -> str:
    """What of a text on an English window is Vietnamese and stands neither in ``known`` nor, as an example, in an
    English text of the program."""
    lines = [line for line in text.split("\n") if line.strip() not in known.whole and VIETNAMESE.search(line)]
    left = "\n".join(_without_shortened(line, known) for line in lines)
    for one in known.near(left):
        if VIETNAMESE.search(left) is None:
            return ""
        left = left.replace(one, " ")
    return left.strip() if VIETNAMESE.search(left) else ""


def _without_shortened(line: str, known: Known) -> str:
    """``line`` without a text that is known, of which it only shows the beginning."""
    if not line.endswith("…"):
        return line
    begun = [place for one in known.near(line) if len(one) > KNOWN_BY and (place := line.find(one[:KNOWN_BY])) >= 0]
    return line[: min(begun)] if begun else line


@cache
def _examples() -> tuple[str, ...]:
    with_marks = {word for source in _said() for word in re.findall(r"\w+", source) if VIETNAMESE.search(word)}
    return tuple(sorted(with_marks, key=len, reverse=True))


def texts_of(register: Path) -> list[str]:
    """Every text that ``register`` holds, and every line and every value of JSON in one; longest first."""
    found: set[str] = set()
    with closing(sqlite3.connect(register)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                found.update(part for value in row if isinstance(value, str) for part in _parts(value))
    return sorted((text for text in found if len(text) > 1), key=len, reverse=True)


def _parts(text: str) -> Iterator[str]:
    yield text
    yield from text.split("\n")
    if text[:1] in ("[", "{", '"'):
        with suppress(json.JSONDecodeError):
            yield from _strings(json.loads(text))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (value, *value.split("\n"))
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)
