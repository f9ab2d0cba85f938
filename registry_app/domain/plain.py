"""Text without marks and capitals whose signs all stay: in figures and dates commas and dashes mean something."""

from . import cleaning
from .vietnamese import fold


def plain(text: str) -> str:
    """``text`` cleaned, letters folded, every other sign as it is."""
    return "".join(fold(letter) if letter.isalpha() else letter for letter in cleaning.line(text))
