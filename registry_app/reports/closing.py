"""The end of an internal paper by Decree 30/2020 (Annex I, II.7 and II.9): recipients left, signature right."""

from collections.abc import Sequence

from .fonts import Style
from .page import Box, Sheet
from .pen import Ink, Pen
from .spec import Align, Kind, Report
from .wrap import balanced, wrap

RECIPIENTS = "Nơi nhận:"
_GAP = 14.0  # points between the table and the block
_LEFT_PART = 0.45  # of the text width
_SIGNING_ROOM = 5 * 16.0  # points for hand and seal: five lines


class Closing:
    """The block, measured before it is set so that it can be kept with the last rows."""

    def __init__(self, report: Report, pen: Pen, body: Box) -> None:
        self._left = Box(left=body.left, width=body.width * _LEFT_PART)
        self._right = Box(left=body.left + self._left.width, width=body.width - self._left.width)
        self._bold = pen.ink(Style.BOLD, 14)
        self._caption = pen.ink(Style.BOLD_ITALIC, 12)
        self._small = pen.ink(Style.REGULAR, 11)
        internal = report.kind is Kind.INTERNAL
        signature = report.signature if internal else None
        self._capitals = self._centred(signature.authority.upper(), signature.position.upper()) if signature else []
        self._name = self._centred(signature.name) if signature else []
        self._signed = signature is not None
        self._list = _listed(report.recipients, self._small, self._left.width - 8) if internal else []

    @property
    def height(self) -> float:
        """What stays together where it fits a page: the signature and the recipients beside it."""
        beside = max(self._signature_height, self._list_height)
        return beside + _GAP if beside else 0.0

    @property
    def least(self) -> float:
        """What stays together where the list of recipients is longer than a page: the signature."""
        return self._signature_height + _GAP

    def draw(self, sheet: Sheet) -> None:
        """Set the block at the sheet's ``y``; a list of recipients longer than the page goes on overleaf."""
        sheet.y -= _GAP
        top = sheet.y
        for line in self._capitals:
            sheet.line(self._bold, line, self._right, Align.CENTER)
        sheet.y -= _SIGNING_ROOM
        for line in self._name:
            sheet.line(self._bold, line, self._right, Align.CENTER)
        sheet.y = top - self._level
        if self._list:
            sheet.line(self._caption, RECIPIENTS, self._left)
        for line in self._list:
            sheet.line(self._small, line, self._left)

    @property
    def _level(self) -> float:
        """How much lower the list begins, so that its first line is level with the signer's power."""
        return Sheet.drop(self._bold) - Sheet.drop(self._caption)

    @property
    def _signature_height(self) -> float:
        lines = len(self._capitals) + max(len(self._name), 1)
        return lines * self._bold.leading + _SIGNING_ROOM if self._signed else 0.0

    @property
    def _list_height(self) -> float:
        return self._level + self._caption.leading + len(self._list) * self._small.leading if self._list else 0.0

    def _centred(self, *texts: str) -> list[str]:
        limit = self._bold.limit(self._right.width)
        return [line for text in texts if text for line in balanced(text, self._bold.words, limit)]


def _listed(recipients: Sequence[str], ink: Ink, width: float) -> list[str]:
    """One dash a recipient, each ending in a semicolon and the last in a full stop."""
    stripped = [name.strip().removeprefix("-").strip().rstrip(";.") for name in recipients]
    names = [name for name in stripped if name]
    ended = [f"- {name};" for name in names[:-1]] + [f"- {name}." for name in names[-1:]]
    return [line for text in ended for line in wrap(text, ink.words, ink.limit(width))]
