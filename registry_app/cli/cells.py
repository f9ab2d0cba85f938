"""Rows of cells as the answer of a command: a table for people, or CSV."""

from collections.abc import Sequence

from registry_app.exchange import csv_text

from . import table
from .console import say, say_bytes


def say_cells(cells: Sequence[Sequence[str]], form: str = "table") -> None:
    """``cells``, the first row of them the heading, as ``form`` ("table" or "csv")."""
    if form == "csv":
        say_bytes(csv_text.text(cells))
        return
    for line in table.lines(cells, table.terminal_width()):
        say(line)
