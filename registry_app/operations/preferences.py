"""What a user chose for themselves on this computer – name, language, look, keys, recent files – kept in one INI file.

The window keeps bytes of its own in other sections of the same file; they are left as they are, and so is all that a
newer program wrote and this one does not know.
"""

import json
import os
from collections.abc import Callable, Mapping
from configparser import ConfigParser, Error
from pathlib import Path
from typing import Any, Literal

import platformdirs
from msgspec import Struct, field

from registry_app.domain.cleaning import line
from registry_app.domain.errors import RegistryError, system_reason
from registry_app.domain.words import N_

Language = Literal["vi", "en"]
Theme = Literal["system", "light", "dark"]
StartOn = Literal["list", "overview"]

FOLDER = "REGISTRY_APP_CONFIG"
"""The environment variable that names another folder for the file."""
FILE = "registry_app.ini"
DAMAGED = ".damaged"
SECTION = "user"
MOST_RECENT = 10
MOST_BYTES = 1_000_000
"""No file of ours comes near: what is larger was damaged."""
LANGUAGES: tuple[Language, ...] = ("vi", "en")
THEMES: tuple[Theme, ...] = ("system", "light", "dark")
STARTS: tuple[StartOn, ...] = ("list", "overview")
AS_SYSTEM = 0
FONT_POINTS = range(9, 17)


class Preferences(Struct, frozen=True, kw_only=True):
    """``who`` is the name that the history shows, "" until asked; ``recent`` are paths of registers, newest first.

    ``font_points`` is one of FONT_POINTS or AS_SYSTEM. ``shortcuts`` are the user's own key sequences by name of
    command, "" for a command that is to have none; commands that are not named keep their own.
    """

    who: str = ""
    language: Language = "vi"
    theme: Theme = "system"
    recent: tuple[str, ...] = ()
    font_points: int = AS_SYSTEM
    start_on: StartOn = "list"
    tour_seen: bool = False
    shortcuts: Mapping[str, str] = field(default_factory=dict)


def path() -> Path:
    """Where the file is, whether there or not."""
    folder = os.environ.get(FOLDER) or platformdirs.user_config_dir("registry_app", appauthor=False, roaming=True)
    return Path(folder) / FILE


def load() -> Preferences:
    """What was saved; defaults for what is missing or spoilt, so that a broken file never keeps the program shut."""
    try:
        stored = _stored()
    except (OSError, _Damaged):
        return Preferences()
    return Preferences(**{key: form.read(_text(stored, key)) for key, form in _FORMS.items()})


def save(preferences: Preferences) -> None:
    """Write all of ``preferences``, whole or not at all. What the file holds beyond what this program knows stays, also
    a value that it cannot read as long as the user chose no other. Raises RegistryError."""
    file = path()
    part = file.with_name(file.name + ".part")
    try:
        set_damaged_aside()
        stored = _stored()
        if not stored.has_section(SECTION):
            stored.add_section(SECTION)
        for key, form in _FORMS.items():
            wanted = getattr(preferences, key)
            if stored[SECTION].get(key) is None or form.read(_text(stored, key)) != wanted:
                stored[SECTION][key] = form.write(wanted)
        file.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            stored.write(stream)
        part.replace(file)
    except OSError as problem:
        text = N_("Your settings could not be saved in “{folder}”: {why}.")
        raise RegistryError(text, folder=str(file.parent), why=system_reason(problem)) from None


def set_damaged_aside() -> Path | None:
    """Rename a file that cannot be read at all, so that it is neither lost nor read again; where it is now, None when
    the file was in order. Raises OSError when the folder cannot be written."""
    try:
        _stored()
    except _Damaged:
        return path().replace(path().with_name(FILE + DAMAGED))
    except OSError:
        return None
    return None


class _Damaged(Exception):
    """The file is no INI file."""


def _stored() -> ConfigParser:
    """The file as it is, empty where there is none. Raises OSError, _Damaged."""
    stored = _parser()
    try:
        with path().open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES or b"\0" in content:
            raise _Damaged
        stored.read_string(content.decode("utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return _parser()
    except (UnicodeDecodeError, Error):
        raise _Damaged from None
    return stored


def _parser() -> ConfigParser:
    parser = ConfigParser(
        interpolation=None,
        delimiters=("=",),
        comment_prefixes=("#",),
        default_section="",
        strict=False,
        allow_no_value=True,
    )
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    return parser


def _text(stored: ConfigParser, key: str) -> str:
    return (stored.get(SECTION, key, fallback="") or "") if stored.has_section(SECTION) else ""


class _Form(Struct, frozen=True):
    """How a preference stands in the file: ``read`` takes any text, ``write`` what ``read`` gives."""

    read: Callable[[str], Any]
    write: Callable[[Any], str] = str


def _one_of(offered: tuple[str, ...]) -> _Form:
    return _Form(lambda text: text if text in offered else offered[0])


def _points(text: str) -> int:
    points = int(text) if text.isdecimal() and len(text) <= 2 else AS_SYSTEM
    return points if points in FONT_POINTS else AS_SYSTEM


def _json(text: str) -> object:
    try:
        return json.loads(text or "null")
    except (ValueError, RecursionError):
        return None


def _paths(text: str) -> tuple[str, ...]:
    found = _json(text)
    return tuple(one for one in found if isinstance(one, str) and one) if isinstance(found, list) else ()


def _paths_text(paths: tuple[str, ...]) -> str:
    return json.dumps(list(dict.fromkeys(paths))[:MOST_RECENT])


def _pairs(text: str) -> dict[str, str]:
    found = _json(text)
    pairs = found.items() if isinstance(found, dict) else ()
    return {name: keys for name, keys in pairs if isinstance(keys, str)}


_FORMS = {
    "who": _Form(line, line),
    "language": _one_of(LANGUAGES),
    "theme": _one_of(THEMES),
    "recent": _Form(_paths, _paths_text),
    "font_points": _Form(_points),
    "start_on": _one_of(STARTS),
    "tour_seen": _Form(lambda text: text == "yes", lambda seen: "yes" if seen else "no"),
    "shortcuts": _Form(_pairs, lambda pairs: json.dumps(dict(pairs))),
}
