"""Paragraphs of a Word document as XML: every value is escaped here and nowhere else."""

import re
from collections.abc import Sequence
from html import escape
from typing import Literal

from msgspec import Struct

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""
Align = Literal["left", "center", "right", "both"]


class Line(Struct, frozen=True):
    """A text of one style; line breaks in it stay. ``size`` is in points."""

    text: str
    size: float = 13
    bold: bool = False
    italic: bool = False
    align: Align = "center"


def twips(points: float) -> int:
    """Twentieths of a point, in which Word counts."""
    return round(points * 20)


def text_xml(text: str) -> str:
    """``text`` as what stands in a run, line breaks as breaks."""
    lines = UNWANTED.sub("", text).split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line, quote=False)}</w:t>' for line in lines)


def run(line: Line) -> str:
    """A run of one style."""
    style = ("<w:b/>" if line.bold else "") + ("<w:i/>" if line.italic else "")
    half = round(line.size * 2)
    return f'<w:r><w:rPr>{style}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>{text_xml(line.text)}</w:r>'


def paragraph(
    line: Line,
    *,
    above: float = 0,
    below: float = 0,
    keep: bool = False,
    inset: float = 0,
    edges: Sequence[str] = (),
    first: float = 0,
    spacing: float = 0,
) -> str:
    """A paragraph, with points above and below it; ``keep`` keeps it with the next one, ``edges`` (top, left, bottom,
    right) have a line, ``inset`` makes it so many points shorter at each side, ``first`` indents its first line,
    ``spacing`` sets its lines so many times their height apart."""
    drawn = "".join(f'<w:{edge} w:val="single" w:sz="6" w:space="1" w:color="auto"/>' for edge in edges)
    border = f"<w:pBdr>{drawn}</w:pBdr>" if edges else ""
    sides = twips(inset)
    begun = f' w:firstLine="{twips(first)}"' if first else ""
    indent = f'<w:ind w:left="{sides}" w:right="{sides}"{begun}/>' if inset or first else ""
    apart = f' w:line="{round(spacing * 240)}" w:lineRule="auto"' if spacing else ""
    space = f'<w:spacing w:before="{twips(above)}" w:after="{twips(below)}"{apart}/>'
    return (
        f"<w:p {SPACE}><w:pPr>{'<w:keepNext/>' if keep else ''}{border}{space}{indent}"
        f'<w:jc w:val="{line.align}"/></w:pPr>{run(line)}</w:p>'
    )


def side_by_side(left: list[str], right: list[str], widths: tuple[float, float]) -> str:
    """Paragraphs in two columns without rules, each so many points wide; the columns stay on one page."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{"".join(some)}</w:tc>'
        for some, width in zip((left, right), widths, strict=True)
    )
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl {SPACE}><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )
