"""Text on its way in, cleaned once at the border: whatever was typed, pasted or imported becomes plain NFC text.

Keeps to itself which characters the register never holds.
"""

import re
import unicodedata

_ETH = str.maketrans("Ðð", "Đđ")  # U+00D0 in place of U+0110: 181 of 214 in a public name list
_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\u0085\u2028\u2029]")
_SPACES = "[\t\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_NEVER = (
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # control characters
    "\ud800-\udfff"  # lone surrogates
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # writing direction
    "\u00ad\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # seen by nobody
    "\ufdd0-\ufdef"  # noncharacters
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "\U000e0000-\U000e007f]"  # tags
)


def line(text: str) -> str:
    """``text`` for a field of one line: NFC, Ð as Đ, line ends and tabs as spaces, no double or outer spaces; control,
    direction and invisible characters go. Emoji joined by U+200D stay whole. Idempotent."""
    return " ".join(_plain(_LINE_ENDS.sub(" ", text)).split())


def block(text: str) -> str:
    """``text`` for a field of many lines: as ``line``, but line ends stay (as LF) and so do spaces inside a line; blank
    lines before and after the text go. Idempotent."""
    lines = _plain(_LINE_ENDS.sub("\n", text)).split("\n")
    return "\n".join(one.rstrip(" ") for one in lines).strip("\n")


def _plain(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    kept = re.sub(_NEVER, "", re.sub(_SPACES, " ", text))
    return unicodedata.normalize("NFC", kept).translate(_ETH)
