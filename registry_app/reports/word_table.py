"""The table of a paper as Word's own XML, written in one go: python-docx alone takes minutes for thousands of rows."""

from collections.abc import Iterable, Sequence

from .columns import PADDING, Fit
from .spec import Align, Column, Part
from .word_text import SPACE, Line, run, twips

ABOVE = 2
"""Points above and below a cell's lines."""
WHOLE = 500
"""Letters of the longest cell of a row that is kept on one page."""
LINE = 1.25
"""A line's height, of the size of its letters."""


def table_xml(part: Part, fitted: Fit, *, nothing: str, keep_last: bool) -> str:
    """``part`` with its heading repeated on every page; ``keep_last`` keeps its end with what follows."""
    return "".join(_pieces(part, fitted, nothing, keep_last=keep_last))


def _pieces(part: Part, fitted: Fit, nothing: str, *, keep_last: bool) -> Iterable[str]:
    size = fitted.size
    widths = [twips(width) for width in fitted.widths]
    aligns = [str(column.align) for column in part.columns]
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    side = twips(PADDING)
    yield (
        f'<w:tbl {SPACE}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:right w:w="{side}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        + "</w:tblGrid>"
    )
    yield from _heading(part.columns, widths, size)
    tall = twips(part.lines * size * LINE + 2 * ABOVE) if part.lines > 1 else 0
    filled = [group for group in part.groups if group.rows or group.blanks]
    if not filled:
        yield _span(nothing, widths, size, bold=False, align="center", keep=keep_last)
    for group in filled:
        last = keep_last and group is filled[-1]
        if group.title:
            yield _span(group.title, widths, size, keep=True)
        for number, row in enumerate(group.rows, 1):
            ends = last and number == len(group.rows) and not group.blanks
            yield _row(row, widths, aligns, size, tall=tall, keep=ends)
        for number in range(1, group.blanks + 1):
            yield _row([""] * len(widths), widths, aligns, size, tall=tall, keep=last and number == group.blanks)
        if group.total:
            yield _span(group.total, widths, size, keep=last)
    if part.total:
        yield _span(part.total, widths, size, keep=keep_last)
    yield "</w:tbl>"


def _heading(columns: Sequence[Column], widths: Sequence[int], size: float) -> Iterable[str]:
    centred = [str(Align.CENTER)] * len(columns)
    titles = [column.title for column in columns]
    yield _row(titles, widths, centred, size, bold=True, repeated=True)
    yield _row([f"({number})" for number in range(1, len(columns) + 1)], widths, centred, size, repeated=True)


def _row(
    texts: Sequence[str],
    widths: Sequence[int],
    aligns: Sequence[str],
    size: float,
    *,
    bold: bool = False,
    repeated: bool = False,
    tall: int = 0,
    keep: bool = False,
) -> str:
    middle = '<w:vAlign w:val="center"/>' if repeated else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{middle}</w:tcPr>'
        f"{_cell(text, align, size, bold=bold, keep=keep or repeated)}</w:tc>"
        for text, width, align in zip(texts, widths, aligns, strict=True)
    )
    whole = "<w:cantSplit/>" if max(map(len, texts)) <= WHOLE else ""
    height = f'<w:trHeight w:val="{tall}" w:hRule="atLeast"/>' if tall else ""
    return f"<w:tr><w:trPr>{whole}{height}{'<w:tblHeader/>' if repeated else ''}</w:trPr>{cells}</w:tr>"


def _span(
    text: str, widths: Sequence[int], size: float, *, bold: bool = True, align: str = "left", keep: bool = False
) -> str:
    """A row of one cell over all columns."""
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{len(widths)}"/></w:tcPr>{_cell(text, align, size, bold=bold, keep=keep)}</w:tc></w:tr>'
    )


def _cell(text: str, align: str, size: float, *, bold: bool, keep: bool) -> str:
    kept = "<w:keepNext/>" if keep else ""
    space = twips(ABOVE)
    return (
        f'<w:p><w:pPr>{kept}<w:spacing w:before="{space}" w:after="{space}"/><w:jc w:val="{align}"/></w:pPr>'
        f"{run(Line(text, size=size, bold=bold))}</w:p>"
    )
