"""Commands about the ward's lists that have codes: types of model, areas, organisations."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from registry_app.domain import kinds
from registry_app.domain.entries import Area, Entry, ModelType, Organisation
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.rules import MOST_LETTERS, MOST_MONTHS
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_, _
from registry_app.operations import lists
from registry_app.store import area_changes
from registry_app.store.registry import Registry

from . import areas, values
from .cells import say_cells
from .command import Command, Outcome
from .console import say, say_json


class Kind(Struct, frozen=True, kw_only=True):
    """One kind of entry: its command, its list in entries.Lists, what it is called (a marked text)."""

    name: str
    plural: str
    help: str
    entry: type[Entry]

    def entries(self, registry: Registry) -> Mapping[Any, Any]:
        """The whole list, retired ones too."""
        found: Mapping[Any, Any] = getattr(registry.lists, self.plural)
        return found


KINDS = (
    Kind(name="type", plural="types", help=N_("the types of model"), entry=ModelType),
    Kind(name="area", plural="areas", help=N_("the areas of the ward"), entry=Area),
    Kind(
        name="organisation", plural="organisations", help=N_("the lead and partner organisations"), entry=Organisation
    ),
)


def _arguments(kind: Kind) -> Callable[[ArgumentParser], None]:
    def declare(parser: ArgumentParser) -> None:
        values.add_file(parser)
        own = f"add|{areas.ACTS}|list" if kind.entry is Area else "add|rename|retire|list"
        acts = parser.add_subparsers(dest="act", metavar=own, required=True)
        listed = acts.add_parser("list", help=_("show the whole list"))
        values.add_format(listed)
        added = acts.add_parser("add", help=_("add an entry"))
        added.add_argument("name", metavar=_("NAME"))
        if kind.entry is ModelType:
            added.add_argument("--code", metavar=_("CODE"), help=_("capitals that start the codes of its models"))
            added.add_argument("--unit", metavar=_("TEXT"), default="", help=_("what is counted"))
            added.add_argument("--interval", metavar=_("MONTHS"), help=_("months between reviews; none when not given"))
        renamed = acts.add_parser("rename", help=_("give an entry another name"))
        renamed.add_argument("code", metavar=_("CODE"))
        renamed.add_argument("name", metavar=_("NEW-NAME"))
        retired = acts.add_parser("retire", help=_("offer an entry no more; what has it keeps it"))
        retired.add_argument("code", metavar=_("CODE"))
        if kind.entry is Area:
            areas.declare(acts, renamed)

    return declare


def _run(kind: Kind) -> Callable[[Namespace], Outcome]:
    acts = {"list": _list, "add": _add, "rename": _rename, "retire": _retire}

    def run(arguments: Namespace) -> Outcome:
        try:
            if kind.entry is Area and arguments.act in areas.RUN:
                return areas.RUN[arguments.act](arguments)
            return acts[arguments.act](kind, arguments)
        except Refused as refused:  # a list entry's name is no model's name
            fields = [replace(one, field="entry") if one.field == "name" else one for one in refused.problems]
            raise Refused(fields) from None

    return run


def _list(kind: Kind, arguments: Namespace) -> Outcome:
    form = values.one_of(arguments.format, values.FORMATS)
    with values.reading(arguments.file) as registry:
        entries = list(kind.entries(registry).values())
        uses = {entry.id: _uses(registry, entry) for entry in entries}
    if form == "json":
        say_json([{**_object(entry), "uses": uses[entry.id]} for entry in entries])
        return 0
    cells = [[_("Code"), _("Name"), _("In use"), _("No longer offered")]]
    for entry in entries:
        cells.append([entry.code, entry.name, str(uses[entry.id]), _("Yes") if entry.retired else ""])
    say_cells(cells, form)
    return 0


def _uses(registry: Registry, entry: Entry) -> int:
    """How many times models name ``entry``; its own extra fields, former names and acts do not count."""
    own = 0
    if isinstance(entry, ModelType):
        own = sum(extra.type_id == entry.id for extra in registry.lists.extras.values())
    if isinstance(entry, Area):
        own = len(entry.former_names) + area_changes.part_count(registry.connection, entry.id)
    return registry.entries.uses(entry) - own


def _object(entry: Entry) -> dict[str, object]:
    found = asdict(entry)
    return {key: found[key] for key in ("code", *(key for key in found if key not in ("id", "code")))}


def _add(kind: Kind, arguments: Namespace) -> Outcome:
    with values.writing(arguments.file) as registry:
        entry = replace(kind.entry(), name=values.read("name", kinds.TEXT, arguments.name))
        if isinstance(entry, ModelType):
            entry = _new_type(entry, arguments, registry)
        lists.save_entry(registry, entry)
        say(next(one.code for one in kind.entries(registry).values() if one.name == entry.name))
    return 0


def _new_type(entry: ModelType, arguments: Namespace, registry: Registry) -> ModelType:
    interval = None if arguments.interval is None else values.count(arguments.interval, MOST_MONTHS)
    taken = {one.code for one in registry.lists.types.values()}
    return replace(
        entry,
        code=arguments.code.upper() if arguments.code else _abbreviation(entry.name, taken),
        unit=values.read("unit", kinds.TEXT, arguments.unit),
        interval_months=interval or None,
    )


def _abbreviation(name: str, taken: set[str]) -> str:
    """The first letters of the words of ``name``, with a number where that is taken."""
    letters = [word[0] for word in fold(name).split() if word[0].isascii() and word[0].isalnum()]
    start = "".join(letters).upper()[: MOST_LETTERS - 2] or "MH"
    codes = (start if number == 1 else f"{start}{number}" for number in range(1, len(taken) + 2))
    return next(code for code in codes if code not in taken)


def _rename(kind: Kind, arguments: Namespace) -> Outcome:
    with values.writing(arguments.file) as registry:
        entry = values.entry("", arguments.code, kind.entries(registry).values())
        name = values.read("name", kinds.TEXT, arguments.name)
        if not name:
            raise Refused([Problem("name", N_("This must not be empty."))])
        lists.save_entry(registry, replace(entry, name=name))
        say(f"{getattr(entry, 'code', '')}  {name}")
    return 0


def _retire(kind: Kind, arguments: Namespace) -> Outcome:
    with values.writing(arguments.file) as registry:
        entry = values.entry("", arguments.code, kind.entries(registry).values())
        lists.retire(registry, entry)
        say(f"{getattr(entry, 'code', '')}  {entry.name}")
    return 0


COMMANDS = tuple(Command(name=kind.name, help=kind.help, arguments=_arguments(kind), run=_run(kind)) for kind in KINDS)
