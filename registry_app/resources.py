"""Where the program's own files lie: beside the checkout, inside the wheel, or in a frozen build."""

import gettext
import sys
from functools import cache
from pathlib import Path
from struct import unpack_from


@cache
def folder() -> Path:
    """The folder that holds fonts/, icons/, i18n/, seed/ and sample/."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / "resources"] if frozen else []
    places += [here / "_resources", here.parent / "resources"]
    return next(place for place in places if place.is_dir())


class Words(gettext.NullTranslations):
    """A catalogue as tools.words writes it: little-endian, UTF-8, one form whatever the number, as Vietnamese has it.
    gettext's own reader minds every kind of file, and takes three times as long at every start."""

    def _parse(self, fp: "gettext._TranslationsReader") -> None:
        """Read the file: two tables of lengths and places, then the texts. gettext asks for this by that name."""
        held = fp.read()
        _magic, _version, number, source, said = unpack_from("<5I", held)
        places = unpack_from(f"<{2 * number}I", held, source), unpack_from(f"<{2 * number}I", held, said)
        texts, words = (
            [held[at : at + length].decode() for length, at in zip(table[::2], table[1::2], strict=True)]
            for table in places
        )
        self.said = {text.partition("\0")[0]: word for text, word in zip(texts, words, strict=True)}

    def gettext(self, message: str) -> str:
        """``message`` in the language; itself where it is not known."""
        return self.said.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The one form; where it is not known, the English one for ``n``."""
        return self.said.get(msgid1) or super().ngettext(msgid1, msgid2, n)


def catalogue(language: str) -> gettext.NullTranslations:
    """The words of ``language``; English is the source and needs no file."""
    file = folder() / "i18n" / f"{language}.mo"
    if not file.is_file():
        return gettext.NullTranslations()
    with file.open("rb") as stream:
        return Words(stream)
