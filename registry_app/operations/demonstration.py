"""Showing the program to somebody: the sample register with its model list and its due list as PDFs, in one folder."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import platformdirs
from msgspec import Struct

from registry_app.domain.errors import RegistryError, system_reason
from registry_app.domain.search import Moment
from registry_app.domain.words import N_
from registry_app.store.registry import Registry

from . import printing
from .files import open_register
from .sample import make

FOLDER = "registry-app demo"
REGISTER = "so-mau"
SUFFIX = ".registry"
PAPERS = ("models", "due")
"""The reports that are printed."""


class Demo(Struct, frozen=True, kw_only=True):
    """What was made: the register, and each paper with how many models it lists."""

    register: Path
    papers: tuple[tuple[Path, int], ...]


def usual_folder() -> Path:
    """The folder of the demo when nobody names one."""
    return Path(platformdirs.user_documents_dir()) / FOLDER


def demonstrate(folder: Path, *, who: str = "") -> Demo:
    """Make the sample register in ``folder``, or take the one that is there, and print its lists under new names.

    Nothing that is there is overwritten. Raises RegistryError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        text = N_("The folder “{folder}” cannot be made: {why}. Name another one.")
        raise RegistryError(text, folder=str(folder), why=system_reason(problem)) from None
    with _sample(folder, who) as registry:
        at = Moment(date.today(), registry.settings.ward().within)
        papers = tuple(_print(registry, name, folder, at) for name in PAPERS)
        return Demo(register=registry.path, papers=papers)


def _sample(folder: Path, who: str) -> Registry:
    for path in _names(folder, REGISTER, SUFFIX):
        if not path.exists():
            return make(path, who=who)
        try:
            registry = open_register(path, read_only=True)
        except RegistryError:
            continue
        if registry.settings.ward().sample:
            return registry
        registry.close()
    raise RuntimeError("numbers do not end")


def _print(registry: Registry, report: str, folder: Path, at: Moment) -> tuple[Path, int]:
    search = printing.default_search(report)
    prepared = printing.prepare(registry, report, search, at)
    path = next(path for path in _names(folder, prepared.name, ".pdf") if not path.exists())
    printed = printing.render(prepared)
    printing.save(printed, path)
    return path, printed.rows


def _names(folder: Path, name: str, suffix: str) -> Iterator[Path]:
    number = 1
    while True:
        yield folder / f"{name}{suffix}" if number == 1 else folder / f"{name}-{number}{suffix}"
        number += 1
