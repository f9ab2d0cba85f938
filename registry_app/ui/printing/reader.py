"""The paper in the system's own PDF reader: a read-only copy, in a folder that goes away with the program."""

import tempfile
from functools import cache
from itertools import count
from pathlib import Path

from registry_app.operations import printing
from registry_app.operations.printing import Printed
from registry_app.ui import ask

READ_ONLY = 0o444


def open_in_reader(printed: Printed, name: str) -> bool:
    """Show ``printed`` under ``name`` in the system's reader; False when the system has none. Raises RegistryError."""
    file = _free(name)
    printing.save(printed, file)
    file.chmod(READ_ONLY)
    return ask.show_file(file)


def _free(name: str) -> Path:
    """A new file each time: the reader may hold the one before."""
    folder = Path(_folder().name)
    return next(file for n in count(1) if not (file := folder / f"{name}{'' if n == 1 else f' ({n})'}.pdf").exists())


@cache
def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="registry-app-", ignore_cleanup_errors=True)
