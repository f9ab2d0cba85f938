"""The end of an internal paper by Decree 30/2020 (Annex I, II.7 and II.9): recipients left, signature right."""

from collections.abc import Sequence

from msgspec import Struct

from .fonts import Style
from .page import Box, Sheet
from .pen import Ink, Pen
from .spec import Align, Kind, Report, Signature
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
        self._signer = self._signing(signature, self._right)
        self._secretary = self._signing(report.secretary if internal else None, self._left)
        self._list = _listed(report.recipients, self._small, self._left.width - 8) if internal else []

    @property
    def height(self) -> float:
        """What stays together where it fits a page: the signatures and the recipients beside or below."""
        if self._secretary:
            return self._signature_height + self._list_height + _GAP
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
        self._sign(sheet, self._signer, self._right)
        if self._secretary:
            sheet.y = top
            self._sign(sheet, self._secretary, self._left)
            sheet.y = top - self._signature_height
        else:
            sheet.y = top - self._level
        if self._list:
            sheet.line(self._caption, RECIPIENTS, self._left)
        for line in self._list:
            sheet.line(self._small, line, self._left)

    @property
    def _level(self) -> float:
        """How much lower the list begins, so that its first line is level with the signer's power."""
        return Sheet.drop(self._bold) - Sheet.drop(self._caption)

    def _sign(self, sheet: Sheet, signing: "_Signing | None", box: Box) -> None:
        """Power and position, room for hand and seal, the name."""
        for line in signing.capitals if signing else ():
            sheet.line(self._bold, line, box, Align.CENTER)
        sheet.y -= _SIGNING_ROOM
        for line in signing.name if signing else ():
            sheet.line(self._bold, line, box, Align.CENTER)

    @property
    def _signature_height(self) -> float:
        there = [one for one in (self._signer, self._secretary) if one]
        lines = max((len(one.capitals) + max(len(one.name), 1) for one in there), default=0)
        return lines * self._bold.leading + _SIGNING_ROOM if there else 0.0

    @property
    def _list_height(self) -> float:
        return self._level + self._caption.leading + len(self._list) * self._small.leading if self._list else 0.0

    def _signing(self, signature: Signature | None, box: Box) -> "_Signing | None":
        if signature is None:
            return None
        capitals = self._centred(box, signature.authority.upper(), signature.position.upper())
        return _Signing(capitals=capitals, name=self._centred(box, signature.name))

    def _centred(self, box: Box, *texts: str) -> list[str]:
        limit = self._bold.limit(box.width)
        return [line for text in texts if text for line in balanced(text, self._bold.words, limit)]


class _Signing(Struct, frozen=True, kw_only=True):
    """The lines of one signature."""

    capitals: list[str]
    name: list[str]


def _listed(recipients: Sequence[str], ink: Ink, width: float) -> list[str]:
    """One dash a recipient, each ending in a semicolon and the last in a full stop."""
    stripped = [name.strip().removeprefix("-").strip().rstrip(";.") for name in recipients]
    names = [name for name in stripped if name]
    ended = [f"- {name};" for name in names[:-1]] + [f"- {name}." for name in names[-1:]]
    return [line for text in ended for line in wrap(text, ink.words, ink.limit(width))]
