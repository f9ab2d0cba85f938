"""Acts on areas on the command line: rename, renumber, merge, split, and the history of them."""

import csv
import re
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from registry_app.domain.area_changes import CALLED_AFTER_PEOPLE, KINDS, Act, Belonging, NewArea, Place
from registry_app.domain.cleaning import line
from registry_app.domain.dates import show_date
from registry_app.domain.errors import Problem, Refused, RegistryError, system_reason
from registry_app.domain.ids import AreaId
from registry_app.domain.nouns import NOUNS
from registry_app.domain.options import label
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_, _
from registry_app.exchange import csv_text
from registry_app.operations import area_splits, areas
from registry_app.operations.area_splits import SplitPreview
from registry_app.operations.typed import Unknown, find
from registry_app.store.registry import Registry

from . import given, table, values
from .command import Outcome
from .console import say, say_bytes, say_json, warn

ACTS = "rename|renumber|merge|split|history|retire"
CODE = re.compile(r"[A-Z]{2,}-[0-9A-Z-]+")
"""What looks like a code: a new area is never called so by mistake."""
HEADINGS = ("ma", "code")


def declare(acts: "_SubParsersAction[ArgumentParser]", renamed: ArgumentParser) -> None:
    """The acts that only areas have, and what their renaming takes besides."""
    _add_paper(renamed)
    numbered = acts.add_parser("renumber", help=_("give areas other numbers, all at once"))
    numbered.add_argument("numbers", metavar=_("CODE=NUMBER"), nargs="+")
    _add_paper(numbered)
    merged = acts.add_parser("merge", help=_("make one area of several"))
    merged.add_argument("codes", metavar=_("CODE"), nargs="+")
    into = _("a new name, or the code or name of an area that lives on")
    merged.add_argument("--into", metavar=_("NAME|CODE"), required=True, help=into)
    merged.add_argument("--kind", metavar=_("TEXT"), default="", help=_("the kind of the new area"))
    joined = _("make one of sites that would stand twice in the area for one model")
    merged.add_argument("--join-sites", action="store_true", help=joined)
    _add_preview(merged)
    halved = acts.add_parser("split", help=_("make several areas of one"))
    halved.add_argument("code", metavar=_("CODE"))
    names = _("the new areas’ names; the old name among them lives on")
    halved.add_argument("--into", metavar=_("A;B"), required=True, help=names)
    assigned = _(
        "who goes where, a code and an area a line; the rest goes to the first (--preview --format csv gives all)"
    )
    halved.add_argument("--assign", metavar=_("FILE.csv"), help=assigned)
    _add_preview(halved)
    values.add_format(halved)
    past = acts.add_parser("history", help=_("show what was done to the areas, the newest first"))
    past.add_argument("code", metavar=_("CODE"), nargs="?")
    values.add_format(past, ("table", "json"))


def _add_paper(parser: ArgumentParser) -> None:
    parser.add_argument("--on", metavar=_("DATE"), help=_("the day from which it holds (usual: today)"))
    parser.add_argument("--paper", metavar=_("NUMBER"), default="", help=_("the number of the paper"))
    parser.add_argument("--notes", metavar=_("TEXT"), default="", help=_("a remark"))


def _add_preview(parser: ArgumentParser) -> None:
    _add_paper(parser)
    parser.add_argument("--preview", action="store_true", help=_("say what would be done and do nothing"))


# -- what they do ------------------------------------------------------------------------------------------------------


def rename(arguments: Namespace) -> Outcome:
    """``area FILE rename CODE NAME``."""
    with values.writing(arguments.file) as registry:
        number = _area(registry, arguments.code)
        areas.rename(registry, number, arguments.name, _act(arguments))
        _say_areas(registry, [number])
    return 0


def renumber(arguments: Namespace) -> Outcome:
    """``area FILE renumber CODE=NUMBER…``."""
    with values.writing(arguments.file) as registry:
        numbers: dict[AreaId, str] = {}
        for pair in arguments.numbers:
            code, sign, number = pair.partition("=")
            if not sign:
                raise RegistryError(N_("“{typed}”: write CODE=NUMBER, for example DB-005=7."), typed=pair)
            numbers[_area(registry, code)] = number
        areas.renumber(registry, numbers, _act(arguments))
        _say_areas(registry, numbers)
    return 0


def merge(arguments: Namespace) -> Outcome:
    """``area FILE merge CODE… --into NAME|CODE``."""
    opened = values.reading if arguments.preview else values.writing
    with opened(arguments.file) as registry:
        gone = [_area(registry, code) for code in arguments.codes]
        into = _into(registry, arguments.into, arguments.kind)
        act, join = _act(arguments), arguments.join_sites
        shown = areas.merge_preview(registry, gone, into, act, join_sites=join)
        if not arguments.preview:
            areas.merge(registry, gone, into, act, join_sites=join)
            _say_areas(registry, [_named(registry, shown.name)])
    say(_("Ending: {areas}").format(areas=", ".join(shown.ending)))
    say(_("To {area}: {counts}").format(area=shown.name, counts=areas.counted(shown.counts)))
    warn(shown.notes)
    return 0


def split(arguments: Namespace) -> Outcome:
    """``area FILE split CODE --into "A; B"``."""
    form = values.one_of(arguments.format, values.FORMATS)
    opened = values.reading if arguments.preview else values.writing
    with opened(arguments.file) as registry:
        area, act = _area(registry, arguments.code), _act(arguments)
        into = [NewArea(name=name) for name in map(line, arguments.into.split(";")) if name]
        wanted: Mapping[Place, int] = {}
        if arguments.assign is not None:
            rows = [one for one, _to in area_splits.split_preview(registry, area, into, act).rows]
            wanted = _assigned(Path(arguments.assign), rows, [one.name for one in into])
        shown = area_splits.split_preview(registry, area, into, act, wanted=wanted)
        if not arguments.preview:
            area_splits.split(registry, area, into, act, wanted=wanted)
            _say_areas(registry, [_named(registry, name) for name in shown.names])
        elif form != "table":
            _give_rows(shown, form)
    if arguments.preview and form != "table":
        people = sum(one.noun in CALLED_AFTER_PEOPLE for one, _to in shown.rows)
        given.enter_shown(arguments.file, _("Who goes where"), arguments.code, people, form)
        return 0
    for place, name in enumerate(shown.names):
        say(_("To {area}: {counts}").format(area=name, counts=areas.counted(shown.counts(place))))
    if shown.new_sites:
        say(_("New sites, for teams that go another way than their site: {count}").format(count=shown.new_sites))
    warn((*shown.notes, *shown.problems))
    return 0


def history(arguments: Namespace) -> Outcome:
    """``area FILE history [CODE]``."""
    form = values.one_of(arguments.format, ("table", "json"))
    with values.reading(arguments.file) as registry:
        found = areas.history(registry, _area(registry, arguments.code) if arguments.code else None)
    if form == "json":
        for_json = [
            {
                "kind": one.kind,
                "on": one.act.on,
                "paper_number": one.act.paper_number,
                "notes": one.act.notes,
                "before": [name for _number, name in one.before],
                "after": [name for _number, name in one.after],
            }
            for one in found
        ]
        say_json(for_json)
        return 0
    cells = [[_("Date"), _("What was done"), _("Before"), _("After"), _("Number of the paper"), _("Notes")]]
    for one in found:
        before, after = ("; ".join(name for _number, name in some) for some in (one.before, one.after))
        cells.append(
            [show_date(one.act.on), label(KINDS, one.kind), before, after, one.act.paper_number, one.act.notes]
        )
    for text in table.lines(cells, table.terminal_width()):
        say(text)
    return 0


RUN = {"rename": rename, "renumber": renumber, "merge": merge, "split": split, "history": history}
"""What the acts do, by name."""


# -- reading and saying ------------------------------------------------------------------------------------------------


def _act(arguments: Namespace) -> Act:
    on = date.today().isoformat() if arguments.on is None else arguments.on
    return Act(on=on, paper_number=arguments.paper, notes=arguments.notes)


def _area(registry: Registry, code: str) -> AreaId:
    return AreaId(values.entry("areas", code, registry.lists.areas.values()).id)


def _into(registry: Registry, typed: str, kind: str) -> AreaId | NewArea:
    """The area in use of that code or name, else a new one. Raises Refused for what looks like an unknown code."""
    in_use = [one for one in registry.lists.areas.values() if not one.retired]
    try:
        return AreaId(find(in_use, typed).id)
    except Unknown as unknown:
        if CODE.fullmatch(line(typed).upper()):
            raise Refused([Problem("into", unknown.text, unknown.values)]) from None
        return NewArea(name=typed, kind=kind)


def _named(registry: Registry, name: str) -> AreaId:
    in_use = [one for one in registry.lists.areas.values() if not one.retired]
    return AreaId(find(in_use, name).id)


def _say_areas(registry: Registry, numbers: Iterable[AreaId]) -> None:
    for number in numbers:
        area = registry.lists.areas[number]
        say(f"{area.code}  {area.name}")


def _give_rows(shown: SplitPreview, form: str) -> None:
    """Every row with the area to which it goes: as CSV, it is what ``--assign`` reads."""
    if form == "json":
        say_json(
            [
                {"noun": one.noun, "code": one.code, "name": one.text, "where": one.where, "area": shown.names[to]}
                for one, to in shown.rows
            ]
        )
        return
    cells = [[_("Code"), _("What it is"), _("Name"), _("Belongs to"), _("New area")]]
    for one, to in shown.rows:
        cells.append([one.code, _(NOUNS[one.noun].one), one.text, one.where, shown.names[to]])
    say_bytes(csv_text.text(cells))


def _assigned(path: Path, rows: Sequence[Belonging], names: Sequence[str]) -> dict[Place, int]:
    """Who goes where, as the file says: a code first and an area last on each line. Raises Refused, RegistryError."""
    coded: dict[str, list[Belonging]] = {}
    for one in rows:
        coded.setdefault(fold(one.code), []).append(one)
    found: dict[Place, int] = {}
    problems = []
    for number, cells in _lines(path):
        code, area = cells[0], cells[-1]
        to = next((place for place, name in enumerate(names) if fold(name) == fold(area)), None)
        if fold(code) not in coded:
            text = N_("Line {line}: “{code}” does not belong to this area.")
            problems.append(Problem("assign", text, {"line": number, "code": code}))
        elif to is None:
            text = N_("Line {line}: “{area}” is none of the new areas.")
            problems.append(Problem("assign", text, {"line": number, "area": area}))
        else:
            found.update((one.place, to) for one in coded[fold(code)])
    if problems:
        raise Refused(problems)
    return found


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        known = N_("“{name}” cannot be read: {why}.")
        raise RegistryError(known, name=path.name, why=system_reason(problem, reads=True)) from None
    except UnicodeDecodeError:
        raise RegistryError(N_("“{name}” is not text in UTF-8; save it as CSV UTF-8."), name=path.name) from None
    first = text.partition("\n")[0]
    sign = ";" if first.count(";") > first.count(",") else ","
    for number, cells in enumerate(csv.reader(text.splitlines(), delimiter=sign), start=1):
        filled = [line(cell) for cell in cells if line(cell)]
        if len(filled) > 1 and not (number == 1 and fold(filled[0]) in HEADINGS):
            yield number, filled
