"""Facts above a table, as a sheet on one model or one person has them: labels at the left, values beside them."""

from collections.abc import Sequence

from .fonts import Style
from .page import Sheet
from .wrap import wrap

_SIZE = 13
_GAP = 8.0  # points between a label and its value, and between the facts and the table
_WIDEST = 0.4  # of the text width: a longer label takes several lines
_APART = 3.0  # points between two facts
_KEPT = 8  # lines of a fact that stays on one page


def draw(sheet: Sheet, facts: Sequence[tuple[str, str]]) -> None:
    """Set ``facts`` from the sheet's ``y`` down, over pages if need be; nothing is cut."""
    if not facts:
        return
    names, values = sheet.pen.ink(Style.ITALIC, _SIZE), sheet.pen.ink(Style.REGULAR, _SIZE)
    labels = [f"{label}:" for label, _value in facts]
    width = min(max(map(names.width, labels)), sheet.body.width * _WIDEST) + 0.1
    left, beside = sheet.body.left, sheet.body.left + width + _GAP
    for label, (_label, value) in zip(labels, facts, strict=True):
        said = wrap(label, names.words, names.limit(width))
        lines = wrap(value, values.words, values.limit(sheet.body.width - width - _GAP))
        tall = max(len(said), len(lines))
        if sheet.room < tall * values.leading and tall <= _KEPT:
            sheet.turn()
        for place in range(tall):
            if sheet.room < values.leading:
                sheet.turn()
            level = sheet.y - sheet.drop(values)
            for ink, x, column in ((names, left, said), (values, beside, lines)):
                if place < len(column):
                    sheet.pen.write(ink, x, level, column[place])
            sheet.y -= values.leading
        sheet.y -= _APART
    sheet.y -= _GAP
