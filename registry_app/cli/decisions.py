"""Commands about what was decided of models: take a decision, list decisions."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence

from registry_app.domain import kinds
from registry_app.domain.cleaning import line
from registry_app.domain.dates import show_date
from registry_app.domain.ids import AreaId, StatusId
from registry_app.domain.options import DECISIONS, label
from registry_app.domain.words import N_, _, n_
from registry_app.exchange import csv_text
from registry_app.operations import decided, decisions
from registry_app.operations.decided import DecisionShown
from registry_app.operations.decisions import NewDecision, Preview
from registry_app.store.registry import Registry

from . import table, values
from .command import Command, Outcome
from .console import complain, say, say_bytes, say_json

KINDS = "|".join(one.key for one in DECISIONS)


def _arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("codes", metavar=_("CODE"), nargs="+", help=_("the codes of the models"))
    parser.add_argument("--kind", metavar=KINDS, required=True, help=_("what is decided"))
    parser.add_argument("--on", metavar=_("DATE"), required=True, help=_("the day of the decision, 05/03/2026"))
    parser.add_argument("--paper", metavar=_("NUMBER"), default="", help=_("the number of the paper that says so"))
    parser.add_argument("--reason", metavar=_("TEXT"), default="", help=_("why, or what is to be strengthened"))
    parser.add_argument("--into", metavar=_("CODE"), help=_("the model into which they are merged"))
    parser.add_argument("--areas", metavar=_("NAMES"), default="", help=_("areas that are to have the model: “A; B”"))
    parser.add_argument("--places", metavar=_("NAMES"), default="", help=_("places outside areas that are to have it"))
    parser.add_argument("--status", metavar=_("STATUS"), help=_("another label of the same kind than the usual one"))
    parser.add_argument("--preview", action="store_true", help=_("say what it would do, and do nothing"))


def _decide(arguments: Namespace) -> Outcome:
    wanted = values.reading if arguments.preview else values.writing
    with wanted(arguments.file) as registry:
        models = values.models(registry, arguments.codes)
        new = _new(registry, arguments)
        if arguments.preview:
            for text in _preview(decisions.preview(registry, models, new)):
                say(text)
            return 0
        notes = decisions.preview(registry, models, new).notes
        done = decisions.decide(registry, models, new)
        shown = {one.decision.id: one for one in decided.decisions(registry, kind=new.kind)}
        for number in done.ids:
            say(f"{shown[number].code}  {shown[number].said}")
        for note in notes:
            complain(_("Note: {text}").format(text=note))
    return 0


def _new(registry: Registry, arguments: Namespace) -> NewDecision:
    """What the arguments ask for. Raises Refused, NotFound, RegistryError."""
    lists = registry.lists
    status = values.entry("status", arguments.status, lists.statuses.values()).id if arguments.status else None
    areas = [values.entry("areas", name, lists.areas.values()).id for name in _several(arguments.areas)]
    return NewDecision(
        kind=values.option(arguments.kind, DECISIONS),
        on=arguments.on,
        paper_number=arguments.paper,
        reason=arguments.reason,
        target_id=values.model(registry, arguments.into) if arguments.into else None,
        area_ids=tuple(map(AreaId, areas)),
        names=tuple(_several(arguments.places)),
        status_id=None if status is None else StatusId(status),
    )


def _several(text: str) -> Iterable[str]:
    return filter(None, map(line, text.split(";")))


def _preview(seen: Preview) -> Iterable[str]:
    yield ", ".join(seen.codes)
    if seen.status:
        yield _("New status: {status}").format(status=seen.status)
    for fate in seen.sites:
        text = _("{code}  {site} goes into {into}") if fate.into else _("{code}  {site} moves")
        yield text.format(code=fate.code, site=fate.title, into=fate.into)
    if seen.goes_over:
        yield _("Goes over: {rows}").format(rows=seen.goes_over)
    for note in seen.notes:
        yield _("Note: {text}").format(text=note)
    yield _("Nothing was written.")


def _list_arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("--of", metavar=_("CODE"), help=_("only those about this model, or merged into it"))
    parser.add_argument("--kind", metavar=KINDS, help=_("only decisions of this kind"))
    parser.add_argument("--from", dest="since", metavar=_("DATE"), help=_("only from this day on"))
    parser.add_argument("--to", dest="until", metavar=_("DATE"), help=_("only until this day"))
    values.add_format(parser)


def _list(arguments: Namespace) -> Outcome:
    form = values.one_of(arguments.format, values.FORMATS)
    with values.reading(arguments.file) as registry:
        shown = decided.decisions(
            registry,
            values.model(registry, arguments.of) if arguments.of else None,
            kind=values.option(arguments.kind, DECISIONS) if arguments.kind else None,
            since=values.read("since", kinds.DATE, arguments.since),
            until=values.read("until", kinds.DATE, arguments.until),
        )
    if form == "json":
        say_json([_object(one) for one in shown])
    elif form == "csv":
        say_bytes(csv_text.text(_cells(shown)))
    else:
        for text in table.lines(_cells(shown), table.terminal_width()) if shown else ():
            say(text)
        say(n_("{count} decision", "{count} decisions", len(shown)).format(count=len(shown)))
    return 0


def _object(one: DecisionShown) -> dict[str, object]:
    decision = one.decision
    return {
        "on": decision.on,
        "code": one.code,
        "name": one.name,
        "kind": decision.kind,
        "paper_number": decision.paper_number,
        "reason": decision.reason,
        "into": one.target_code or None,
        "sites": list(one.sites),
        "moved": dict(one.moved),
    }


def _cells(shown: Sequence[DecisionShown]) -> list[list[str]]:
    heading = [_("Date"), _("Code"), _("Name"), _("Decision taken"), _("Number of the paper"), _("Reason")]
    return [heading, *(_line(one) for one in shown)]


def _line(one: DecisionShown) -> list[str]:
    decision = one.decision
    kind = label(DECISIONS, decision.kind)
    said = one.said if one.said.startswith(kind) else f"{kind}: {one.said}"
    return [show_date(decision.on), one.code, one.name, said, decision.paper_number, decision.reason]


COMMANDS = (
    Command(name="decide", help=N_("take a decision about models"), arguments=_arguments, run=_decide),
    Command(name="decisions", help=N_("what was decided about models"), arguments=_list_arguments, run=_list),
)
