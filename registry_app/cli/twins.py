"""Commands about people who may have been entered twice: ``people --twins`` lists them, ``person merge`` joins two."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from datetime import date

from registry_app.domain.cleaning import line
from registry_app.domain.dates import show_date
from registry_app.domain.errors import RegistryError
from registry_app.domain.ids import PersonId
from registry_app.domain.nouns import NOUNS
from registry_app.domain.options import label
from registry_app.domain.person import PersonRow
from registry_app.domain.search import Moment
from registry_app.domain.twins import BOTH, DROP, KEEP, REASONS, Pair
from registry_app.domain.words import N_, _
from registry_app.exchange import csv_text
from registry_app.operations import twins
from registry_app.operations.twins import MergePreview
from registry_app.store.registry import Registry

from . import given, table, values
from .command import Command, Outcome
from .console import say, say_bytes, say_json

ATTRIBUTES = {"area": "area_id"}
"""Fields whose attribute is called otherwise."""
SIDES = (KEEP, DROP, BOTH)
BOTH_OF_THEM = 2


def declare(parser: ArgumentParser) -> None:
    """``--twins`` of the command that lists people."""
    parser.add_argument("--twins", action="store_true", help=_("list the people who may have been entered twice"))


def list_pairs(arguments: Namespace) -> Outcome:
    """``people FILE --twins``."""
    form = values.one_of(arguments.format, values.FORMATS)
    opened = values.reading if form == "table" else values.writing
    with opened(arguments.file) as registry:
        found = twins.pairs(registry)
        ids = sorted({person for pair in found for person in (pair.one, pair.other)})
        rows = {row.id: row for row in registry.inside.people.window(ids, Moment(date.today()))}
        label_of, said = _(NOUNS["person"].many), _("people who may have been entered twice")
        if form != "table":
            given.enter(registry, label_of, said, len(ids), form)
    _give_pairs(found, rows, form)
    if form == "table":
        given.enter_shown(arguments.file, label_of, said, len(ids))
    return 0


def _give_pairs(found: Sequence[Pair], rows: Mapping[PersonId, PersonRow], form: str) -> None:
    if form == "json":
        say_json(
            [
                {
                    "one": _object(rows[pair.one]),
                    "other": _object(rows[pair.other]),
                    "reasons": list(pair.reasons),
                    "id_numbers_differ": pair.apart,
                }
                for pair in found
            ]
        )
        return
    heading = [_("Code"), _("Full name"), _("Born"), _("Code"), _("Full name"), _("Born"), _("Why")]
    cells = [heading, *([*_cells(rows[pair.one]), *_cells(rows[pair.other]), _why(pair)] for pair in found)]
    if form == "csv":
        say_bytes(csv_text.text(cells))
        return
    if found:
        for text in table.lines(cells, table.terminal_width()):
            say(text)
        say("")
    say(_("{count} pairs").format(count=len(found)))


def _object(row: PersonRow) -> dict[str, object]:
    return {"code": row.code, "name": row.name, "birth": row.born, "phone": row.phone, "id_number": row.id_number}


def _cells(row: PersonRow) -> list[str]:
    return [row.code, row.name, show_date(row.born)]


def _why(pair: Pair) -> str:
    said = [label(REASONS, reason) for reason in pair.reasons]
    if pair.apart:
        said.append(_("but the identity numbers differ"))
    return "; ".join(said)


# -- joining -----------------------------------------------------------------------------------------------------------


def _arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    acts = parser.add_subparsers(dest="act", metavar="merge|differ", required=True)
    merged = acts.add_parser("merge", help=_("make one person of two that were entered"))
    merged.add_argument("keep", metavar=_("KEEP"), help=_("the code of the person who stays"))
    merged.add_argument("drop", metavar=_("DROP"), help=_("the code of the one who goes into that"))
    taken = _(
        "whose value stays: keep, drop, or both (phone, notes); the usual: what KEEP has, blanks filled from DROP"
    )
    merged.add_argument("--take", metavar=_("FIELD=keep|drop|both"), action="append", default=[], help=taken)
    merged.add_argument("--preview", action="store_true", help=_("say what would be done and do nothing"))
    apart = acts.add_parser("differ", help=_("say that two are not the same person; it is remembered"))
    apart.add_argument("keep", metavar=_("CODE"))
    apart.add_argument("drop", metavar=_("CODE"))


def _run(arguments: Namespace) -> Outcome:
    opened = values.reading if getattr(arguments, "preview", False) else values.writing
    with opened(arguments.file) as registry:
        keep, drop = (_person(registry, code) for code in (arguments.keep, arguments.drop))
        if arguments.act == "differ":
            twins.not_the_same(registry, keep, drop)
            return 0
        fields = _fields(arguments.take)
        shown = twins.preview(registry, keep, drop, fields)
        if not arguments.preview:
            twins.merge(registry, keep, drop, fields)
    for text in _lines(shown):
        say(text)
    criteria = f"{shown.keep.code}; {shown.drop.code}"
    given.enter_shown(arguments.file, _(NOUNS["person"].many), criteria, BOTH_OF_THEM)
    return 0


def _person(registry: Registry, code: str) -> PersonId:
    return PersonId(registry.inside.people.by_code(line(code)))


def _fields(typed: Sequence[str]) -> dict[str, str] | None:
    found = {}
    for one in typed:
        field, _sign, side = one.partition("=")
        if field not in NOUNS["person"].by_name or side not in SIDES:
            text = N_("“{typed}”: write FIELD=keep, FIELD=drop or FIELD=both, for example born=drop.")
            raise RegistryError(text, typed=one)
        found[ATTRIBUTES.get(field, field)] = side
    return found or None


def _lines(shown: MergePreview) -> list[str]:
    said = [
        f"{shown.keep.code}  {shown.result.name}",
        _("Joined into it: {code} {name}").format(code=shown.drop.code, name=shown.drop.name),
    ]
    said += [_("Goes over: {role}, {team}").format(role=row.role, team=row.team) for row in shown.moved]
    said += [_("Becomes one: {role}, {team}").format(role=one.role, team=one.rows[0].team) for one in shown.joined]
    counts = (
        (_("Courses"), shown.courses),
        (_("Households"), shown.households),
        (_("Commendations, advanced examples"), shown.honours),
        (_("Attached files"), shown.files),
    )
    return [*said, *(f"{name}: {count}" for name, count in counts if count)]


COMMANDS = (
    Command(name="person", help=N_("join a person entered twice, or say they are two"), arguments=_arguments, run=_run),
)
