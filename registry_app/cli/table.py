"""A table for the terminal: aligned columns, letters as wide as they are shown, nothing cut."""

import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence

GAP = "  "
NARROWEST = 12


def lines(rows: Sequence[Sequence[str]], width: int | None = None) -> list[str]:
    """``rows``, the first of them the heading, as lines; wrapped inside their columns to ``width`` letters (None: not
    wrapped). Line ends inside a cell become spaces."""
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max(wide(cell) for cell in column) for column in zip(*cells, strict=True)]
    if width is not None:
        widths = _narrowed(widths, width)
    made = _plain if width is None else _wrapped_row
    heading, *body = [made(row, widths) for row in cells]
    rule = GAP.join("-" * one for one in widths)
    return [*heading, rule, *(line for row in body for line in row)]


def terminal_width() -> int | None:
    """How many letters a line of the terminal holds; None when the answer goes to a file or another program."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def wide(text: str) -> int:
    """How many columns of a terminal ``text`` takes."""
    return sum(_letter(letter) for letter in text)


def _letter(letter: str) -> int:
    if letter.isascii():
        return 1
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def _narrowed(widths: Sequence[int], whole: int) -> list[int]:
    """The widest columns give way until all fit, none below NARROWEST."""
    found = list(widths)
    room = max(whole - len(GAP) * (len(found) - 1), len(found))
    while sum(found) > room:
        widest = max(range(len(found)), key=found.__getitem__)
        if found[widest] <= NARROWEST:
            break
        found[widest] -= 1
    return found


def _plain(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [GAP.join(_padded(cell, width) for cell, width in zip(cells, widths, strict=True)).rstrip()]


def _wrapped_row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(len(one) for one in wrapped)
    found = []
    for place in range(height):
        parts = (
            _padded(one[place] if place < len(one) else "", width) for one, width in zip(wrapped, widths, strict=True)
        )
        found.append(GAP.join(parts).rstrip())
    return found


def _padded(text: str, width: int) -> str:
    return text + " " * (width - wide(text))


def _wrapped(text: str, width: int) -> list[str]:
    found = [""]
    for word in _pieces(text.split(" "), width):
        joined = f"{found[-1]} {word}" if found[-1] else word
        if wide(joined) <= width:
            found[-1] = joined
        else:
            found.append(word)
    return found


def _pieces(words: Iterable[str], width: int) -> Iterable[str]:
    """``words``, those wider than a whole line in pieces."""
    for word in words:
        piece = ""
        for letter in word:
            if piece and wide(piece + letter) > width:
                yield piece
                piece = ""
            piece += letter
        yield piece
