"""A language that is not there: every word of the catalogue 40 % longer, to see which windows have room for it."""

import re
from typing import Protocol

MORE = 0.4
KEPT = re.compile(r"\{[^{}]*\}|\([^()]*\*[^()]*\)|%\d|[^\W\d_]+(?:[^\W\d_]|[̀-ͯ])*")


class Catalogue(Protocol):
    """What gives translations."""

    def gettext(self, text: str) -> str:
        """The translation."""

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The translation by number."""


class Longer:
    """Answers as ``catalogue`` does, with longer words; {names}, file patterns and %1 stay as they are."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def gettext(self, text: str) -> str:
        """The longer translation."""
        return longer(self._catalogue.gettext(text))

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The longer translation by number."""
        return longer(self._catalogue.ngettext(one, many, number))


def longer(text: str) -> str:
    """``text`` with signs behind its words, 40 % in all."""
    owed = 0.0

    def lengthen(found: re.Match[str]) -> str:
        nonlocal owed
        word = found.group()
        if word[0] in "{(%":
            return word
        owed += len(word) * MORE
        signs = round(owed)
        owed -= signs
        return word + "~" * signs

    return KEPT.sub(lengthen, text)
