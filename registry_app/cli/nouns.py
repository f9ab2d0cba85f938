"""Commands that list what is inside models: people, teams, sites, households, camera points."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.describing import described
from registry_app.domain.fields import shown
from registry_app.domain.noun_views import NOUN_VIEWS
from registry_app.domain.nouns import NOUNS
from registry_app.domain.search import Moment, Search
from registry_app.domain.words import N_, _
from registry_app.exchange import csv_text
from registry_app.operations import day_rows, noun_objects, noun_search, people_shown
from registry_app.operations.day_rows import Day
from registry_app.store.registry import Registry

from . import given, twins, values
from .cells import say_cells
from .command import Command, Outcome
from .console import say, say_bytes, say_json_list


class Listing(Struct, frozen=True, kw_only=True):
    """One command: the noun whose rows it lists, the fields of its table."""

    name: str
    noun: str
    help: str
    columns: tuple[str, ...]


LISTINGS = (
    Listing(
        name="people",
        noun="person",
        help=N_("list people"),
        columns=("code", "name", "born", "phone", "area", "roles", "teams"),
    ),
    Listing(
        name="teams",
        noun="team",
        help=N_("list teams"),
        columns=("code", "name", "model", "area", "leader", "leader_phone", "members"),
    ),
    Listing(
        name="sites",
        noun="site",
        help=N_("list sites"),
        columns=("title", "model_code", "model", "area", "leader", "teams", "members"),
    ),
    Listing(
        name="households",
        noun="household",
        help=N_("list households"),
        columns=("code", "head", "address", "team", "people", "phone", "pledged_on"),
    ),
    Listing(
        name="cameras",
        noun="camera_point",
        help=N_("list camera points"),
        columns=("code", "name", "place", "area", "eyes", "recorders", "state"),
    ),
)


def arguments_of(listing: Listing) -> Callable[[ArgumentParser], None]:
    """What declares the arguments of that command."""

    def declare(parser: ArgumentParser) -> None:
        values.add_file(parser)
        parser.add_argument(
            "--search",
            metavar=_("WORDS"),
            default="",
            help=_("words that must all be there, accents or not; also terms of a field, “field:value”"),
        )
        views = ", ".join(one.key for one in NOUN_VIEWS[listing.noun])
        parser.add_argument("--view", metavar=_("VIEW"), default="all", help=views)
        parser.add_argument("--sort", metavar=_("FIELD|-FIELD"), help=_("the field to sort by; after a - downwards"))
        parser.add_argument("--as-of", metavar=_("DATE"), help=_("the day whose state is shown (usual: today)"))
        values.add_format(parser)
        if listing.noun == "person":
            twins.declare(parser)

    return declare


def asked(registry: Registry, noun: str, arguments: Namespace, view: str) -> Search:
    """The search that ``--search``, ``--view`` and ``--sort`` ask for among the rows of ``noun``; ``view`` is shown
    when nobody says. What of the query cannot be read is said, the rest counts. Raises NotFound."""
    search, troubles = noun_search.asked(registry, noun, arguments.view or view, arguments.search, date.today())
    values.say_troubles(arguments.search, troubles)
    order = values.order(arguments.sort)
    return replace(search, order=order) if order else search


def run_of(listing: Listing) -> Callable[[Namespace], Outcome]:
    """What lists the rows."""

    def run(arguments: Namespace) -> Outcome:
        if listing.noun == "person" and arguments.twins:
            return twins.list_pairs(arguments)
        form = values.one_of(arguments.format, values.FORMATS)
        opened = values.reading if form == "table" else values.writing
        with opened(arguments.file) as registry:
            at = values.moment(registry)
            if arguments.as_of is not None:
                at = replace(at, on=values.day(arguments.as_of))
            search = asked(registry, listing.noun, arguments, "all")
            day = Day(at=at, past=at.on < date.today())
            rows = list(day_rows.rows(registry, listing.noun, search, day))
            _give_out(registry, listing, rows, at, form)
            label, criteria = _(NOUNS[listing.noun].many), described(search, registry.lists, at)
            columns = frozenset(listing.columns) if form == "table" else None
            people = people_shown.count([(listing.noun, rows, columns)])
            if form != "table":
                given.enter(registry, label, criteria, people, form)
        if form == "table":
            given.enter_shown(arguments.file, label, criteria, people)
        return 0

    return run


def _give_out(registry: Registry, listing: Listing, rows: Sequence[Any], at: Moment, form: str) -> None:
    if form == "json":
        say_json_list(noun_objects.objects(registry, listing.noun, rows, at))
    elif form == "csv":
        say_bytes(csv_text.text(noun_objects.table(listing.noun, rows)))
    else:
        _say_table(listing, rows)


def _say_table(listing: Listing, rows: Sequence[Any]) -> None:
    fields = [NOUNS[listing.noun].by_name[name] for name in listing.columns]
    if rows:
        cells = [[field.short for field in fields], *([shown(row, field) for field in fields] for row in rows)]
        say_cells(cells)
        say("")
    say(noun_objects.counted(listing.noun, rows))


COMMANDS = tuple(
    Command(name=one.name, help=one.help, arguments=arguments_of(one), run=run_of(one)) for one in LISTINGS
)
