"""A table as CSV text that Excel opens with the right letters and that never runs as a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

BOM = "\ufeff"
_STARTS = frozenset("=+-@\t\r＝＋－＠")
_PHONE = re.compile(r"\+?[0-9(][0-9 .()/-]{5,}")


def text(rows: Iterable[Sequence[str]]) -> str:
    """``rows`` as CSV: byte order mark, every cell quoted, lines ended by CR LF, dangerous cells with an apostrophe."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in rows:
        writer.writerow([safe(cell) for cell in row])
    return BOM + stream.getvalue()


def safe(cell: str) -> str:
    """``cell`` with an apostrophe before it where a worksheet would take it for a formula; phone numbers stay."""
    first = cell.lstrip(" \n\u00a0")[:1]
    return f"'{cell}" if first in _STARTS and first and not _PHONE.fullmatch(cell) else cell
