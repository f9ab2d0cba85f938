"""Arguments as typed into values: days, numbers, choices, entries of the ward's lists. Every doubt is one sentence."""

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from registry_app.domain import cleaning, kinds
from registry_app.domain.entries import Entry
from registry_app.domain.errors import Problem, Refused, RegistryError
from registry_app.domain.ids import ModelId
from registry_app.domain.kinds import BadValue, Kind
from registry_app.domain.options import Option
from registry_app.domain.query import Trouble
from registry_app.domain.search import Moment, Order
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_, _
from registry_app.operations import files, preferences
from registry_app.operations.typed import Unknown, find
from registry_app.store.engine import named_errors
from registry_app.store.registry import Registry

from .console import complain

FORMATS = ("table", "csv", "json")


@contextmanager
def reading(file: str) -> Iterator[Registry]:
    """The register, for reading: also while a window writes it. Raises RegistryError for what the disk does."""
    with files.open_register(Path(file), read_only=True) as registry, named_errors(registry.path):
        yield registry


@contextmanager
def writing(file: str) -> Iterator[Registry]:
    """The register, for writing as the user whom the preferences name. Raises RegistryError for what the disk does."""
    with files.open_register(Path(file), who=preferences.load().who) as registry, named_errors(registry.path):
        yield registry


def add_file(parser: ArgumentParser) -> None:
    """The register, the first argument of nearly every command."""
    parser.add_argument("file", metavar=_("FILE"), help=_("the register file"))


def add_format(parser: ArgumentParser, formats: Sequence[str] = FORMATS) -> None:
    """``--format``, the first of ``formats`` when not given."""
    parser.add_argument("--format", metavar="|".join(formats), default=formats[0], help=_("how to give the answer out"))


def say_troubles(query: str, troubles: Sequence[Trouble]) -> None:
    """What of ``query`` cannot be read and why; the rest counts."""
    for trouble in troubles:
        part = query[trouble.start : trouble.end]
        complain(_("Note: “{part}” – {why}").format(part=part, why=str(trouble)))


def one_of(text: str, options: Sequence[str]) -> str:
    """``text`` if it is one of ``options``; raises RegistryError."""
    if text in options:
        return text
    raise RegistryError(N_("“{name}” is not one of: {options}."), name=text, options=", ".join(options))


def option(text: str, options: tuple[Option, ...]) -> str:
    """The key of the option that ``text`` names by key or label; raises RegistryError."""
    for one in options:
        if fold(text) in (fold(one.key), fold(one.label), fold(str(one))):
            return one.key
    shown = ", ".join(f"{one.key} ({one})" for one in options)
    raise RegistryError(N_("“{name}” is not one of: {options}."), name=text, options=shown)


def read(field: str, kind: Kind, text: str | None) -> str:
    """The canonical text of what was typed for ``field``, "" when not given; raises Refused."""
    try:
        return kind.parse(text or "", date.today())
    except BadValue as wrong:
        raise Refused([Problem(field, wrong.text, wrong.values)]) from None


def day(text: str) -> date:
    """A whole date; raises Refused."""
    found = read("on", kinds.DATE, text)
    if not found:
        raise Refused([Problem("on", N_("Give the date, for example 05/03/2026."))])
    return date.fromisoformat(found)


def count(text: str, most: int) -> int:
    """A whole number from 0 to ``most``; raises RegistryError."""
    if text.isascii() and text.isdigit() and int(text) <= most:
        return int(text)
    raise RegistryError(N_("“{typed}”: write a whole number from 0 to {most}."), typed=text, most=most)


def entry(field: str, name: str, entries: Iterable[Entry]) -> Entry:
    """The entry of that name or code; raises Refused with the three nearest."""
    try:
        return find(entries, name)
    except Unknown as unknown:
        raise Refused([Problem(field, unknown.text, unknown.values)]) from None


def models(registry: Registry, codes: Sequence[str]) -> tuple[ModelId, ...]:
    """The models of ``codes``, each once; raises NotFound."""
    return tuple(dict.fromkeys(model(registry, code) for code in codes))


def model(registry: Registry, code: str) -> ModelId:
    """The model of ``code``; raises NotFound."""
    return registry.models.by_code(cleaning.line(code))


def order(sort: str | None) -> tuple[Order, ...]:
    """What ``--sort`` asks for: a field, after "-" downwards."""
    return (Order(sort.removeprefix("-"), sort.startswith("-")),) if sort else ()


def moment(registry: Registry) -> Moment:
    """Today, with the ward's own number of days that count as soon."""
    return Moment(date.today(), registry.settings.ward().within)
