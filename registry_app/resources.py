"""Where the program's own files lie: beside the checkout, inside the wheel, or in a frozen build."""

import struct
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path


@cache
def folder() -> Path:
    """The folder that holds fonts/, icons/, i18n/, seed/ and sample/."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / "resources"] if frozen else []
    places += [here / "_resources", here.parent / "resources"]
    return next(place for place in places if place.is_dir())


class Catalogue:
    """The words of one language as a .mo file has them, read ten times as fast as gettext reads them:
    the window waits for them. A text is decoded when it is asked for; forms by number are those of Vietnamese: one."""

    def __init__(self, file: bytes = b"") -> None:
        count, sources, translations = struct.unpack_from("<3I", file, 8) if file else (0, 0, 0)
        self._stored = dict(zip(_texts(file, sources, count), _texts(file, translations, count), strict=True))
        self._known: dict[str, str] = {}

    def gettext(self, text: str) -> str:
        """``text`` in this language, itself where it has none."""
        return self._said(text) or text

    def ngettext(self, one: str, many: str, number: int) -> str:
        """``one`` or ``many`` in this language."""
        return self._said(one) or (one if number == 1 else many)

    def _said(self, source: str) -> str:
        known = self._known.get(source)
        if known is None:
            known = self._stored.get(source.encode(), b"").decode()
            if known:
                self._known[source] = known
        return known


def catalogue(language: str) -> Catalogue:
    """The words of ``language``; English is the source and needs no file."""
    file = folder() / "i18n" / f"{language}.mo"
    return Catalogue(file.read_bytes() if file.is_file() else b"")


def _texts(file: bytes, at: int, count: int) -> Iterator[bytes]:
    """The texts that the table at ``at`` of a .mo file names by length and place; of several forms the first."""
    for length, start in struct.iter_unpack("<2I", file[at : at + 8 * count]):
        yield file[start : start + length].partition(b"\0")[0]
