"""Where the program's own files lie: beside the checkout, inside the wheel, or in a frozen build."""

import gettext
import sys
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


def catalogue(language: str) -> gettext.NullTranslations:
    """The words of ``language``; English is the source and needs no file."""
    file = folder() / "i18n" / f"{language}.mo"
    if not file.is_file():
        return gettext.NullTranslations()
    with file.open("rb") as stream:
        return gettext.GNUTranslations(stream)
