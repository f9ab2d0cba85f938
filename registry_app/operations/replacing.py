"""Finding a text inside texts and putting another in its place, with or without minding case and accents.

What is found is always given in places of the original text, however it was compared.
"""

import unicodedata
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from registry_app.domain import cleaning

_MARKS = ("Mn", "Me")
"""What is written over or under the letter before."""

Span = tuple[int, int]
"""Where a hit begins, and where it has ended."""


class Wanted(Struct, frozen=True, kw_only=True):
    """What to look for and what to put there. ``accents``: hoa is not hòa. ``whole_words``: no letter or digit stands
    beside it."""

    find: str
    by: str = ""
    match_case: bool = False
    whole_words: bool = False
    accents: bool = True


class Replacer:
    """Looks for one Wanted in many texts; a text once answered is answered at once."""

    def __init__(self, wanted: Wanted) -> None:
        self.by = tidy(wanted.by)
        self._whole_words = wanted.whole_words
        self._plain = _TABLES[wanted.match_case, wanted.accents]
        self._needle = tidy(wanted.find).translate(self._plain)
        self._known: dict[str, str] = {}

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to look for."""
        return not self._needle

    def spans(self, text: str) -> tuple[Span, ...]:
        """Every hit in ``text``, from left to right, none over another."""
        if self.is_blank or self._needle not in text.translate(self._plain):
            return ()
        plain, places = _mapped(text, self._plain)
        found: list[Span] = []
        at = plain.find(self._needle)
        while at >= 0:
            after = at + len(self._needle)
            if self._fits(text, places, at, after):
                found.append((places[at], places[after]))
            else:
                after = at + 1
            at = plain.find(self._needle, after)
        return tuple(found)

    def replaced(self, text: str) -> str:
        """``text`` with every hit replaced."""
        if text not in self._known:
            self._known[text] = self._put(text, self.spans(text))
        return self._known[text]

    def new_spans(self, text: str) -> tuple[Span, ...]:
        """Where the replacements stand in ``replaced(text)``."""
        found: list[Span] = []
        moved = 0
        for start, end in self.spans(text):
            found.append((start + moved, start + moved + len(self.by)))
            moved += len(self.by) - (end - start)
        return tuple(found)

    def _put(self, text: str, spans: Sequence[Span]) -> str:
        parts, last = [], 0
        for start, end in spans:
            parts += [text[last:start], self.by]
            last = end
        return "".join([*parts, text[last:]]) if spans else text

    def _fits(self, text: str, places: Sequence[int], at: int, after: int) -> bool:
        """Whether the hit begins and ends between whole letters, and between words where those are asked for."""
        start, end = places[at], places[after]
        inside = (at and places[at - 1] == start) or (after and places[after - 1] == end)
        if inside or _is_mark(text, start) or _is_mark(text, end):
            return False
        if not self._whole_words:
            return True
        return not (_joined(text, start) or _joined(text, end))


def tidy(text: str) -> str:
    """``text`` as texts are kept, its outer spaces left alone."""
    return cleaning.block(f"|{text}|")[1:-1]


def _mapped(text: str, letters: Mapping[int, str]) -> tuple[str, list[int]]:
    """``text`` as it is compared, and for each of its places (its end, too) the place in ``text``."""
    plain: list[str] = []
    places: list[int] = []
    for place, one in enumerate(text):
        as_compared = letters[ord(one)]
        plain.append(as_compared)
        places += [place] * len(as_compared)
    places.append(len(text))
    return "".join(plain), places


def _is_mark(text: str, place: int) -> bool:
    """Whether a mark that belongs to the letter before stands at ``place``."""
    return place < len(text) and unicodedata.category(text[place]) in _MARKS


def _joined(text: str, place: int) -> bool:
    """Whether one word goes on over ``place``."""
    return 0 < place < len(text) and _in_word(text[place - 1]) and _in_word(text[place])


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or unicodedata.category(letter) in _MARKS


def _same(letter: str) -> str:
    return letter


def _bare(letter: str) -> str:
    """``letter`` without its marks; đ as d. A mark by itself is nothing."""
    parts = unicodedata.normalize("NFD", letter)
    bare = "".join(part for part in parts if unicodedata.category(part) not in _MARKS)
    return bare.replace("đ", "d").replace("Đ", "D")


def _bare_small(letter: str) -> str:
    return _bare(letter.casefold())


class _Table(dict[int, str]):
    """A table for ``str.translate`` that learns each letter when it is first met."""

    def __init__(self, letter: Callable[[str], str]) -> None:
        super().__init__()
        self._letter = letter

    def __missing__(self, code: int) -> str:
        self[code] = found = self._letter(chr(code))
        return found


_TABLES = {
    (True, True): _Table(_same),
    (False, True): _Table(str.casefold),
    (True, False): _Table(_bare),
    (False, False): _Table(_bare_small),
}
"""How a letter is compared, by (case matters, accents matter)."""
