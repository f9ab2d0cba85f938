"""Where a new register can lie: a name that is free and allowed on every system, in a folder that can be written."""

import tempfile
from itertools import count
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from registry_app.domain.errors import Problem, system_reason
from registry_app.domain.words import N_, _

SUFFIX = ".registry"
FORBIDDEN = '<>:"/\\|?*'
LONGEST_NAME = 120


def documents() -> Path:
    """Where users keep their files."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
    return folder if folder.is_dir() else Path.home()


def safe_name(name: str) -> str:
    """``name`` without the letters that no file name may have on some system."""
    plain = "".join(" " if letter in FORBIDDEN or ord(letter) < 32 else letter for letter in name)
    return plain[:LONGEST_NAME].strip(" .")


def suggested(ward: str, folder: Path) -> Path:
    """A free name in ``folder`` for the register of ``ward``."""
    stem = safe_name(_("Register of {ward}").format(ward=ward.strip()))
    names = (folder / f"{stem}{'' if number == 1 else f' {number}'}{SUFFIX}" for number in count(1))
    return next(path for path in names if not path.exists())


def typed_path(text: str, folder: Path) -> Path:
    """The file that ``text`` names; a bare name lies in ``folder``, and one without our ending gets it."""
    path = folder / text.strip().strip('"')
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def problem(text: str, folder: Path, field: str) -> Problem | None:
    """Why no register can be made at what was typed, told at ``field``; None when it can."""
    if not text.strip():
        return Problem(field, N_("Write where the file shall lie."))
    path = typed_path(text, folder)
    if set(path.name) & set(FORBIDDEN) or "\0" in text:
        return Problem(field, N_("A file name may not have any of these letters: {letters}"), {"letters": FORBIDDEN})
    try:
        if path.exists():
            told = N_("There is a file “{name}” already. Choose another name; to go on with that one, open it.")
            return Problem(field, told, {"name": path.name})
        if not path.parent.is_dir():
            told = N_("There is no folder “{folder}”. Choose one that is there.")
            return Problem(field, told, {"folder": str(path.parent)})
        with tempfile.TemporaryFile(dir=path.parent):
            return None
    except OSError as refused:
        told = N_("Nothing can be written in “{folder}”: {why}. Choose another folder.")
        return Problem(field, told, {"folder": str(path.parent), "why": system_reason(refused)})
