"""Writing a file that leaves the program: whole or not at all."""

from pathlib import Path

from registry_app.domain.errors import RegistryError, system_reason
from registry_app.domain.words import N_


def write(content: bytes, path: Path) -> None:
    """Write ``content`` at ``path``, in place of what is there. Raises RegistryError saying why it cannot."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as problem:
        part.unlink(missing_ok=True)
        text = N_("“{name}” could not be written: {why}. Is it open elsewhere? Choose another name.")
        raise RegistryError(text, name=path.name, why=system_reason(problem)) from problem
