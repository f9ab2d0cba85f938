"""What becomes of a text that is pasted or dropped: one line where one line is meant, a refusal in words where it is
far too much. Pure."""

import re

from registry_app.domain import kinds
from registry_app.domain.words import N_, _

TIMES = 3
"""Up to so many times the limit a text may stand in a field, to be shortened there; more is not let in."""
TOO_MUCH = N_("The text to be pasted has {length} letters; at most {limit} fit here. Nothing was pasted.")
_ENDS = r"[ \t\v\f\x1c-\x1e]*[\r\n\x85\u2028\u2029]+[ \t\v\f\x1c-\x1e\r\n\x85\u2028\u2029]*"
_GAPS = r"[\t\v\f\x1c-\x1e]+"


def one_line(text: str, between: str = " ") -> str:
    """``text`` without line ends: ``between`` stands in the place of each, tabs become spaces."""
    return re.sub(_GAPS, " ", re.sub(_ENDS, between, text.strip("\t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")))


def refusal(length: int, limit: int) -> str:
    """Why a text of ``length`` letters is not let into a field for ``limit``; "" when it is."""
    if length <= TIMES * limit:
        return ""
    return _(TOO_MUCH).format(length=kinds.WHOLE.show(str(length)), limit=kinds.WHOLE.show(str(limit)))
