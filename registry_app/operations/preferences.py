"""What a user chose for themselves on this computer – name, language, look, recent files – kept in one INI file.

The window keeps bytes of its own in other sections of the same file; they are left as they are.
"""

import json
import os
from configparser import ConfigParser, Error
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import platformdirs

from registry_app.domain.cleaning import line
from registry_app.domain.errors import RegistryError, system_reason
from registry_app.domain.words import N_

Language = Literal["vi", "en"]
Theme = Literal["system", "light", "dark"]

FOLDER = "REGISTRY_APP_CONFIG"
"""The environment variable that names another folder for the file."""
FILE = "registry_app.ini"
SECTION = "user"
MOST_RECENT = 10
LANGUAGES: tuple[Language, ...] = ("vi", "en")
THEMES: tuple[Theme, ...] = ("system", "light", "dark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """``who`` is the name that the history shows, "" until asked; ``recent`` are paths of registers, newest first."""

    who: str = ""
    language: Language = "vi"
    theme: Theme = "system"
    recent: tuple[str, ...] = ()


def path() -> Path:
    """Where the file is, whether there or not."""
    folder = os.environ.get(FOLDER) or platformdirs.user_config_dir("registry_app", appauthor=False, roaming=True)
    return Path(folder) / FILE


def load() -> Preferences:
    """What was saved; defaults for what is missing or spoilt, so that a broken file never keeps the program shut."""
    stored = _stored()
    found = dict(stored[SECTION]) if stored.has_section(SECTION) else {}
    return Preferences(
        who=line(found.get("who", "")),
        language=next((one for one in LANGUAGES if one == found.get("language")), "vi"),
        theme=next((one for one in THEMES if one == found.get("theme")), "system"),
        recent=_paths(found.get("recent", "")),
    )


def save(preferences: Preferences) -> None:
    """Write all of ``preferences``, other sections untouched; whole or not at all. Raises RegistryError."""
    stored = _stored()
    if not stored.has_section(SECTION):
        stored.add_section(SECTION)
    stored[SECTION] = {
        "who": line(preferences.who),
        "language": preferences.language,
        "theme": preferences.theme,
        "recent": json.dumps(list(dict.fromkeys(preferences.recent))[:MOST_RECENT]),
    }
    file = path()
    part = file.with_name(file.name + ".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            stored.write(stream)
        part.replace(file)
    except OSError as problem:
        text = N_("Your settings could not be saved in “{folder}”: {why}.")
        raise RegistryError(text, folder=str(file.parent), why=system_reason(problem)) from None


def _stored() -> ConfigParser:
    stored = _parser()
    try:
        stored.read_string(path().read_text("utf-8"))
    except (OSError, UnicodeDecodeError, Error):
        return _parser()
    return stored


def _parser() -> ConfigParser:
    parser = ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",), default_section="")
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    return parser


def _paths(text: str) -> tuple[str, ...]:
    try:
        found = json.loads(text or "[]")
    except ValueError:
        return ()
    return tuple(one for one in found if isinstance(one, str) and one) if isinstance(found, list) else ()
