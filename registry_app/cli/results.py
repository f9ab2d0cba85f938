"""The command of results: list figures, enter one, check their sums, put them on paper."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from registry_app.domain.errors import Problem
from registry_app.domain.fields import shown
from registry_app.domain.noun_views import NOUN_VIEWS
from registry_app.domain.nouns import NOUNS
from registry_app.domain.options import INDICATOR_KINDS, label
from registry_app.domain.period_text import PERIOD
from registry_app.domain.result_text import said
from registry_app.domain.results import ResultRow
from registry_app.domain.search import Filter, Search
from registry_app.domain.words import N_, _
from registry_app.exchange import csv_text
from registry_app.operations import inside, noun_objects, result_checks
from registry_app.store.registry import Registry

from . import nouns, table, values
from .cells import say_cells
from .command import Command, Outcome
from .console import say, say_bytes, say_json, say_json_list, warn
from .paper import writable

NOUN = "result"
COLUMNS = ("code", "indicator", "figure", "unit", "exactness", "period", "scope", "source")
TYPED = ("exactness", "as_written", "period", "area", "place", "source", "paper_number", "notes")
"""What ``add`` takes beside indicator and value, by field."""


def _arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("--check", action="store_true", help=_("as the act check"))
    acts = parser.add_subparsers(dest="act", metavar="list|add|check|report|indicators")
    listed = acts.add_parser("list", help=_("list figures (the usual act)"))
    _add_narrowing(listed)
    values.add_format(listed)
    _add_new(acts.add_parser("add", help=_("enter a figure; says its code")))
    checked = acts.add_parser("check", help=_("tell sums that do not add up, and figures entered twice"))
    values.add_format(checked, ("table", "json"))
    values.add_format(acts.add_parser("indicators", help=_("list the indicators with their units")))
    report = acts.add_parser("report", help=_("print the figures as a file"))
    _add_narrowing(report)
    report.add_argument("--out", metavar=_("FILE.pdf"), required=True, help=_("where to write it"))


def _add_narrowing(parser: ArgumentParser) -> None:
    parser.add_argument("--period", metavar=_("PERIOD"), help=_("2020; first 6 months of 2020; Q1/2026; 2013-2023"))
    parser.add_argument("--indicator", metavar=_("INDICATOR"), help=_("name or code of an indicator"))
    parser.add_argument("--model", metavar=_("CODE"), help=_("only of this model"))
    parser.add_argument("--area", metavar=_("NAME"), help=_("only of this area"))
    parser.add_argument("--source", metavar=_("WORDS"), help=_("only from papers whose name holds these words"))
    parser.add_argument(
        "--search", metavar=_("WORDS"), default="", help=_("words that must all be there, or terms of their fields")
    )
    views = ", ".join(one.key for one in NOUN_VIEWS[NOUN])
    parser.add_argument("--view", metavar=_("VIEW"), default="all", help=views)
    parser.add_argument("--sort", metavar=_("FIELD|-FIELD"), help=_("the field to sort by; after a - downwards"))


def _add_new(parser: ArgumentParser) -> None:
    parser.add_argument("--indicator", metavar=_("INDICATOR"), required=True, help=_("name or code of an indicator"))
    parser.add_argument(
        "--value", metavar=_("VALUE"), default="", help=_("1.200; more than 1.200; nearly 40.000; 4,968; 23/27")
    )
    parser.add_argument(
        "--period", metavar=_("PERIOD"), required=True, help=_("2020; first 6 months of 2020; Q1/2026; 2013-2023")
    )
    parser.add_argument("--model", metavar=_("CODE"), help=_("the model that it is of"))
    parser.add_argument("--area", metavar=_("NAME"), help=_("the area that it is of; else it is of the whole ward"))
    parser.add_argument("--place", metavar=_("TEXT"), help=_("another place that it is of: a former ward, a district"))
    parser.add_argument("--source", metavar=_("TEXT"), help=_("name and date of the paper where it stands"))
    parser.add_argument("--paper-number", metavar=_("TEXT"), help=_("number of that paper"))
    parser.add_argument("--exactness", metavar="exact|over|nearly|check", help=_("check: it must be looked up"))
    parser.add_argument("--as-written", metavar=_("TEXT"), help=_("as the source writes it, where that differs"))
    parser.add_argument("--notes", metavar=_("TEXT"), help=_("notes"))
    parser.add_argument("--json", action="store_true", help=_("say the whole row as JSON"))


def _run(arguments: Namespace) -> Outcome:
    acts = {"list": _list, "add": _add, "check": _check, "report": _report, "indicators": _indicators}
    act = arguments.act or ("check" if arguments.check else "list")
    if arguments.act is None:
        usual = ArgumentParser()
        _add_narrowing(usual)
        values.add_format(usual)
        arguments = usual.parse_args([], arguments)
    return acts[act](arguments)


def _indicators(arguments: Namespace) -> Outcome:
    form = values.one_of(arguments.format, values.FORMATS)
    with values.reading(arguments.file) as registry:
        found = [one for one in registry.lists.indicators.values() if not one.retired]
    wholes = {one.id: one.code for one in found}
    if form == "json":
        keys = ("code", "name", "unit", "kind", "topic")
        listed = [{key: getattr(one, key) for key in keys} for one in found]
        say_json([{**one, "part_of": wholes.get(own.part_of or 0)} for one, own in zip(listed, found, strict=True)])
        return 0
    cells = [[_("Code"), _("Name"), _("Unit"), _("Kind of indicator"), _("Part of the sum"), _("Topic")]]
    for one in found:
        kind = label(INDICATOR_KINDS, one.kind)
        cells.append([one.code, one.name, one.unit, kind, wholes.get(one.part_of or 0, ""), one.topic])
    say_cells(cells, form)
    return 0


def _list(arguments: Namespace) -> Outcome:
    form = values.one_of(arguments.format, values.FORMATS)
    with values.reading(arguments.file) as registry:
        at = values.moment(registry)
        rows = list(registry.inside.results.rows(_search(registry, arguments), at))
        if form == "json":
            say_json_list(noun_objects.objects(registry, NOUN, rows, at))
            return 0
    if form == "csv":
        say_bytes(csv_text.text(noun_objects.table(NOUN, rows)))
        return 0
    for line in _lines(rows):
        say(line)
    say(noun_objects.counted(NOUN, rows))
    return 0


def _lines(rows: Sequence[Any]) -> Iterator[str]:
    if rows:
        fields = [NOUNS[NOUN].by_name[name] for name in COLUMNS]
        cells = [[field.short for field in fields], *([shown(row, field) for field in fields] for row in rows)]
        yield from table.lines(cells, table.terminal_width())
        yield ""


def _search(registry: Registry, arguments: Namespace) -> Search:
    """What the options ask for. Raises Refused, NotFound."""
    search = nouns.asked(registry, NOUN, arguments, "all")
    if arguments.period:
        search = search.filtered(Filter("period", (values.read("period", PERIOD, arguments.period),)))
    if arguments.indicator:
        found = values.entry("indicator", arguments.indicator, registry.lists.indicators.values())
        search = search.filtered(Filter("indicator", (found.id,)))
    if arguments.model:
        code = registry.models.one(values.model(registry, arguments.model)).code
        search = search.filtered(Filter("model_code", (code,)))
    if arguments.area:
        area = values.entry("area", arguments.area, registry.lists.areas.values())
        search = search.filtered(Filter("area", (area.id,)))
    if arguments.source:
        search = search.filtered(Filter("source", holds=arguments.source))
    return search


def _add(arguments: Namespace) -> Outcome:
    typed = {name: text for name in TYPED if (text := getattr(arguments, name, None)) is not None}
    typed |= {"indicator": arguments.indicator, "figure": arguments.value}
    with values.writing(arguments.file) as registry:
        model = values.model(registry, arguments.model) if arguments.model else None
        kept = inside.save(registry, NOUN, 0, typed, model_id=model)
        (row,) = registry.inside.results.window([kept.id], values.moment(registry))
        if arguments.json:
            (found,) = noun_objects.objects(registry, NOUN, [row], values.moment(registry))
            say_json(found)
        else:
            say(f"{kept.code}  {row.indicator}: {said(row.figure, row.unit)}, {PERIOD.show(row.period)}")
        warn(kept.warnings)
    return 0


def _check(arguments: Namespace) -> Outcome:
    """Exit 1 when anything is wrong, so that scripts notice."""
    form = values.one_of(arguments.format, ("table", "json"))
    with values.reading(arguments.file) as registry:
        shelf = registry.inside.results
        found = result_checks.doubts(registry, shelf.every())
        at = values.moment(registry)
        rows = {row.id: row for row in shelf.window([result.id for result, _problem in found], at)}
        waiting = shelf.count(Search(view="check", noun=NOUN), at)
    told = [(rows[result.id], problem) for result, problem in found if result.id in rows]
    if form == "json":
        say_json([_told(row, problem) for row, problem in told])
        return 1 if told else 0
    for row, problem in told:
        say(f"{row.code}  {PERIOD.show(row.period)}, {row.scope}: {problem}")
    if not told:
        say(_("All sums add up; no figure is entered twice."))
    if waiting:
        say(_("To be checked against their sources: {count}").format(count=waiting))
    return 1 if told else 0


def _told(row: ResultRow, problem: Problem) -> dict[str, object]:
    return {"code": row.code, "period": row.period, "scope": row.scope, "problem": str(problem), **problem.values}


def _report(arguments: Namespace) -> Outcome:
    from registry_app.operations import printing  # the paper's fonts and drawer: not before they are needed

    out = writable(Path(arguments.out), printing.forms())
    with values.reading(arguments.file) as registry:
        usual = printing.default_search("results")
        search = _search(registry, arguments)
        search = search if search.order else replace(search, order=usual.order)
        prepared = printing.prepare(registry, "results", search, values.moment(registry))
        printing.save_bytes(printing.written(prepared.report, out.suffix), out)
    say(_("{rows} rows on paper: {path}").format(path=out, rows=prepared.rows))
    return 0


COMMANDS = (
    Command(name="results", help=N_("figures of results: list, add, check, report"), arguments=_arguments, run=_run),
)
