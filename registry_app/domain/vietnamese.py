"""Vietnamese text as people read it: what is the same word for search, and in which order words stand.

Keeps to itself the alphabet, the tones and where a tone mark is written.
"""

import re
import unicodedata
from functools import lru_cache

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER = {letter: bytes((0x10 + place,)) for place, letter in enumerate(_ALPHABET)}
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng; no mark is ngang
_TONE_OF = {mark: place for place, mark in enumerate(_TONES, start=2)}
_LEVEL = 1
_NUMBER = b"\x07"  # above every tone (1-6), below every letter (0x10 and up)
_TIE = b"\x00"
_LOWER, _CAPITALISED, _UPPER, _ODD = b"\x01", b"\x02", b"\x03", b"\x04"

_QUOTES_AND_STOPS = frozenset("\"'`´,;:!?…·•¡¿|\\")
_BRACKETS_AND_DASHES = frozenset(("Ps", "Pe", "Pi", "Pf", "Pd"))

_PIECE = r"[0-9]+|[^\s!-@\[-`{-\u00bf\u2000-\u206f]+"
_WORD = r"[^\s!-@\[-`{-\u00bf]+"
_SYLLABLE = r"(qu(?=[aăâeêioôơuưy])|gi(?=[aăâeêoôơuư])|[^aăâeêioôơuưy]*)([aăâeêioôơuưy]+)([^aăâeêioôơuưy]*)"
_QUALITY = frozenset("ăâêôơư")


def fold(text: str) -> str:
    """``text`` as it is searched: no case, no marks, đ as d, one space between words, punctuation that stands
    between words as a space. Signs inside a word (- / . + & @ _) stay; i and y stay apart. Idempotent."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_folded).split())


def accented(text: str) -> str:
    """``fold`` with the marks kept and every tone on its traditional vowel (hoà → hòa, uỷ → ủy): two spellings of one
    word are equal, and a substring test on it compares exact accents."""
    plain = " ".join(unicodedata.normalize("NFC", text).translate(_lowered).split())
    if plain.isascii():
        return plain
    return re.sub(_WORD, _settled_match, unicodedata.normalize("NFC", plain))


def sort_key(text: str) -> bytes:
    """Where ``text`` stands in a list: compare keys as bytes. Syllable by syllable (letters, then tone), numbers by
    value and before letters, punctuation ignored, case and leading zeros only as a last tie. Blank text is b""."""
    pairs = [_token_key(token) for token in re.findall(_PIECE, unicodedata.normalize("NFC", text))]
    primary = b"".join([pair[0] for pair in pairs])
    if not primary:
        signs = text.strip()
        return _TIE + signs.encode("utf-8", "surrogatepass") if signs else b""
    tie = b"".join([pair[1] for pair in pairs]).rstrip(_LOWER)
    return primary + _TIE + tie if tie else primary


def person_key(name: str) -> bytes:
    """``sort_key`` for people: given name (the last word), then family name, then the names between."""
    words = name.split()
    return sort_key(" ".join(words[-1:] + words[:-1]))


class _PerLetter(dict[int, str]):
    """A table for ``str.translate`` that learns each letter when it is first met."""

    def __init__(self, *, marks: bool) -> None:
        super().__init__()
        self._marks = marks

    def __missing__(self, code: int) -> str:
        self[code] = found = _plain_letter(chr(code), marks=self._marks)
        return found


def _plain_letter(letter: str, *, marks: bool) -> str:
    if letter.isspace() or letter in _QUOTES_AND_STOPS:
        return " "
    kind = unicodedata.category(letter)
    if kind in _BRACKETS_AND_DASHES and letter != "-":
        return " "
    if kind in ("Cf", "Cs"):
        return ""
    small = letter.casefold().replace("ð", "đ")
    if marks:
        return small
    parts = unicodedata.normalize("NFD", small).replace("đ", "d")
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")


_folded = _PerLetter(marks=False)
_lowered = _PerLetter(marks=True)


def _settled_match(match: re.Match[str]) -> str:
    return _settled(match.group())


@lru_cache(maxsize=8192)
def _settled(word: str) -> str:
    """One lower-case word with its tone on the traditional vowel; what is no Vietnamese syllable stays as it is."""
    bare, tones = _without_tones(word)
    syllable = re.fullmatch(_SYLLABLE, bare)
    if len(tones) != 1 or syllable is None:
        return word
    at = syllable.start(2) + _tone_place(syllable.group(2), closed=bool(syllable.group(3)))
    return unicodedata.normalize("NFC", bare[: at + 1] + tones + bare[at + 1 :])


def _tone_place(vowels: str, *, closed: bool) -> int:
    """Which of ``vowels`` bears the tone: ơ of ươ, ê of iê, the last before a consonant, else the first of two."""
    marked = [place for place, vowel in enumerate(vowels) if vowel in _QUALITY]
    if marked:
        return marked[-1]
    if closed:
        return len(vowels) - 1
    return 1 if len(vowels) > 2 else 0


def _without_tones(word: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(part for part in parts if part in _TONE_OF)
    bare = "".join(part for part in parts if part not in _TONE_OF)
    return unicodedata.normalize("NFC", bare), tones


@lru_cache(maxsize=16384)
def _token_key(token: str) -> tuple[bytes, bytes]:
    """The key of one number or syllable, and what only breaks a tie."""
    if "0" <= token[0] <= "9":
        return _number_key(token)
    bare, tones = _without_tones(token.casefold().replace("ð", "đ"))
    letters = b"".join(_letter_key(letter) for letter in bare)
    if not letters:
        return b"", b""
    tone = _TONE_OF[tones[0]] if tones else _LEVEL
    return letters + bytes((tone,)), _case_tie(token, odd=len(tones) > 1 or any(x not in _LETTER for x in bare))


def _number_key(digits: str) -> tuple[bytes, bytes]:
    value = digits.lstrip("0")
    size = len(value)
    length = bytes((size,)) if size < 255 else b"\xff" + size.to_bytes(4, "big")
    zeros = min(len(digits) - size, 250)
    return _NUMBER + length + value.encode("ascii"), bytes((1 + zeros,))


def _letter_key(letter: str) -> bytes:
    """The place of ``letter``; a foreign mark is dropped, a foreign letter stands after z, a sign is ignored."""
    if (place := _LETTER.get(letter)) is not None:
        return place
    first = unicodedata.normalize("NFD", letter)[0]
    if (place := _LETTER.get(first)) is not None:
        return place
    return first.encode("utf-8", "surrogatepass") if first.isalnum() else b""


def _case_tie(token: str, *, odd: bool) -> bytes:
    if not odd:
        if token.islower():
            return _LOWER
        if token.istitle():
            return _CAPITALISED
        if token.isupper():
            return _UPPER
    return _ODD + token.swapcase().encode("utf-8", "surrogatepass") + _TIE
