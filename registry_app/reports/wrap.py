"""Breaks text into lines: words are measured once, and nothing is ever cut away."""

import re
import unicodedata
from collections.abc import Iterator

from .fonts import Words

_BREAKS = re.compile(r"[^-–/\\,.;:_@&?=+]*[-–/\\,.;:_@&?=+]+|[^-–/\\,.;:_@&?=+]+")


def wrap(text: str, words: Words, limit: float) -> list[str]:
    """The lines of ``text``, none wider than ``limit`` (thousandths of the font size); at least one line.

    A word too wide for a line is broken after a hyphen, slash or stop where it has one, else between letters.
    """
    if not (text.isprintable() and unicodedata.is_normalized("NFC", text)):
        text = unicodedata.normalize("NFC", text)
        if "\n" in text:
            return [line for paragraph in text.split("\n") for line in _paragraph(paragraph, words, limit)]
    return _paragraph(text, words, limit)


def _paragraph(text: str, words: Words, limit: float) -> list[str]:
    lines: list[str] = []
    line: list[str] = []
    filled = -words.space
    for word in text.split():
        width = words[word] + words.space
        if filled + width <= limit:
            line.append(word)
            filled += width
            continue
        if line:
            lines.append(" ".join(line))
        if width - words.space > limit:
            *whole, word = pieces(word, words, limit)
            lines += whole
            width = words[word] + words.space
        line = [word]
        filled = width - words.space
    if line or not lines:
        lines.append(" ".join(line))
    return lines


def pieces(word: str, words: Words, limit: float) -> Iterator[str]:
    """``word`` in pieces that fit ``limit`` each, and are the word again when joined."""
    held = ""
    for part in _BREAKS.findall(word):
        if words[held + part] <= limit:
            held += part
            continue
        if held:
            yield held
        *whole, held = _letters(part, words, limit)
        yield from whole
    yield held


def _letters(part: str, words: Words, limit: float) -> Iterator[str]:
    start, filled = 0, 0.0
    for at, letter in enumerate(part):
        width = words[letter]
        if filled + width > limit and at > start:
            yield part[start:at]
            start, filled = at, 0.0
        filled += width
    yield part[start:]


def balanced(text: str, words: Words, limit: float) -> list[str]:
    """As ``wrap``, with lines of about the same length: for centred headings. No word is broken for the balance."""
    lines = wrap(text, words, limit)
    low, high = max((words[word] for word in text.split()), default=limit), limit
    while len(lines) > 1 and high - low > 100:
        middle = (low + high) / 2
        tried = wrap(text, words, middle)
        if len(tried) == len(lines):
            lines, high = tried, middle
        else:
            low = middle
    return lines
