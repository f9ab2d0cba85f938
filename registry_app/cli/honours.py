"""Commands about honours: commendations, advanced examples, recognition "An toàn về ANTT"; lists them, adds to them."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from registry_app.domain.errors import RegistryError
from registry_app.domain.recognition_rules import sentence
from registry_app.domain.words import N_, _
from registry_app.operations import noun_json, recognising

from . import values
from .command import Command, Outcome
from .console import say, warn
from .editing import read_input
from .nouns import Listing, arguments_of, run_of

ADD, REGISTER = "add", "register"
LISTINGS = (
    Listing(
        name="commendations",
        noun="commendation",
        help=N_("list or add commendations"),
        columns=("code", "on", "recipient", "name", "number", "form", "level", "paper_number", "model"),
    ),
    Listing(
        name="exemplars",
        noun="exemplar",
        help=N_("list or add advanced examples"),
        columns=("code", "recipient", "name", "post", "theme", "valid_from", "model"),
    ),
    Listing(
        name="recognition",
        noun="recognition",
        help=N_("list or add who is recognised “An toàn về ANTT”; register a year"),
        columns=("year", "subject", "title", "registered_on", "share", "recognised", "reason", "paper_number"),
    ),
)
YEARLY = "recognition"


def _arguments(listing: Listing) -> Callable[[ArgumentParser], None]:
    deeds = (ADD, REGISTER) if listing.noun == YEARLY else (ADD,)

    def declare(parser: ArgumentParser) -> None:
        arguments_of(listing)(parser)
        parser.add_argument("deed", metavar="|".join(deeds), nargs="?", help=_("what to do instead of listing"))
        parser.add_argument("--json", metavar=_("FILE|-"), help=_("what to add: a JSON object or a list of objects"))
        if listing.noun == YEARLY:
            parser.add_argument("--year", metavar=_("YEAR"), help=_("only this year, with where the ward stands"))
            parser.add_argument("--on", metavar=_("DATE"), default="", help=_("the day on which all registered"))

    return declare


def _run(listing: Listing) -> Callable[[Namespace], Outcome]:
    def run(arguments: Namespace) -> Outcome:
        if arguments.deed == ADD:
            return _add(listing.noun, arguments)
        if arguments.deed == REGISTER and listing.noun == YEARLY:
            return _register(arguments)
        if arguments.deed is not None:
            text = N_("“{name}” is not one of: {options}.")
            raise RegistryError(text, name=arguments.deed, options=ADD)
        if listing.noun != YEARLY or arguments.year is None:
            return run_of(listing)(arguments)
        year = _year(arguments)
        arguments.search = f"{arguments.search} year:{year}".strip()
        outcome = run_of(listing)(arguments)
        if arguments.format == "table":
            with values.reading(arguments.file) as registry:
                say(sentence(year, recognising.ward_standing(registry, year)))
        return outcome

    return run


def _add(noun: str, arguments: Namespace) -> Outcome:
    if arguments.json is None:
        raise RegistryError(N_("Say what to add: --json FILE, or --json - to read the input."))
    text = read_input(arguments.json)
    with values.writing(arguments.file) as registry:
        for kept in noun_json.add(registry, noun, text):
            say(kept.code)
            warn(kept.warnings)
    return 0


def _register(arguments: Namespace) -> Outcome:
    if arguments.year is None:
        raise RegistryError(N_("Say which year: --year 2026."))
    with values.writing(arguments.file) as registry:
        begun = recognising.register_year(registry, _year(arguments), arguments.on)
    for code in begun.codes:
        say(code)
    return 0


def _year(arguments: Namespace) -> int:
    if not arguments.year.isdecimal() or len(arguments.year) != len("2026"):
        text = N_("“{typed}” is not a year. Write it with four digits, like 2026.")
        raise RegistryError(text, typed=arguments.year)
    return int(arguments.year)


COMMANDS = tuple(Command(name=one.name, help=one.help, arguments=_arguments(one), run=_run(one)) for one in LISTINGS)
