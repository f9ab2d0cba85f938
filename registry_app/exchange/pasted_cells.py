"""Cells as a sheet puts them on the clipboard: tabs between cells, line ends between rows, quotes around what holds
either. Keeps to itself how sheets quote."""

import re

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r|\n|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_LINE_END = re.compile(r"\r\n|\r|\n")


def cells(text: str) -> list[list[str]]:
    """The rows of ``text``, cell by cell, untouched; a quote that closes nowhere is a quote. The line end after the
    last row makes no row."""
    rows: list[list[str]] = []
    row: list[str] = []
    place = 0
    while place < len(text):
        cell, place = _cell(text, place)
        row.append(cell)
        if text.startswith("\t", place):
            place += 1
            if place == len(text):
                row.append("")
            continue
        rows.append(row)
        row = []
        if found := _LINE_END.match(text, place):
            place = found.end()
    return [*rows, row] if row else rows


def _cell(text: str, place: int) -> tuple[str, int]:
    """The cell that begins at ``place``, and where it ends."""
    if found := _QUOTED.match(text, place):
        return found[1].replace('""', '"'), found.end()
    plain = _PLAIN.match(text, place)
    return (plain[0], plain.end()) if plain else ("", place)
