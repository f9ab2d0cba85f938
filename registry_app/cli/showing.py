"""Commands that show models: the list, what is due, one model with everything about it."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from registry_app.domain.counting import tally
from registry_app.domain.dates import show_date
from registry_app.domain.describing import described
from registry_app.domain.entries import Lists
from registry_app.domain.fields import BY_NAME, FIELDS, extra_shown, shown
from registry_app.domain.model import ModelRow
from registry_app.domain.options import EFFECTIVE, REVIEW_KINDS, label
from registry_app.domain.search import VIEWS, Moment, Order, Search
from registry_app.domain.words import N_, _
from registry_app.exchange import csv_text
from registry_app.operations import details, exporting, people_shown, views
from registry_app.operations.details import Details
from registry_app.store.registry import Registry

from . import given, table, values
from .cells import say_cells
from .command import Command, Outcome
from .console import say, say_bytes, say_json, say_json_list

COLUMNS = tuple(BY_NAME[name] for name in ("code", "name", "status", "due", "next_review", "lead"))
MOST_DAYS = 3660
WINDOW = 1000


def add_search(parser: ArgumentParser, view: str | None) -> None:
    """``--search``, ``--view`` and ``--sort``; ``view`` is what is shown when nobody says."""
    parser.add_argument(
        "--search",
        metavar=_("WORDS"),
        default="",
        help=_(
            "words that must all be there, accents or not; also terms like “loại:camera”, “rà-soát<01/2026”; "
            "one that begins with a dash needs the equals sign: --search=-thẻ:mẫu"
        ),
    )
    parser.add_argument(
        "--view",
        metavar=_("VIEW"),
        default=view,
        help=_("{views}, or the name of a saved view").format(views=", ".join(one.key for one in VIEWS)),
    )
    parser.add_argument("--sort", metavar=_("FIELD|-FIELD"), help=_("the field to sort by; after a - downwards"))


def _list_arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    add_search(parser, "all")
    values.add_format(parser)


def _list(arguments: Namespace) -> Outcome:
    form = values.one_of(arguments.format, values.FORMATS)
    with values.reading(arguments.file) as registry:
        search, at = asked(registry, arguments, "all"), values.moment(registry)
        people = _give_out(registry, search, at, form)
        criteria = described(search, registry.lists, at)
    given.enter_shown(arguments.file, _("Models"), criteria, people, form)
    return 0


def asked(registry: Registry, arguments: Namespace, view: str) -> Search:
    """The search that ``add_search``'s arguments ask for; ``view`` is shown when nobody says. What of the query cannot
    be read is said, the rest counts. Raises NotFound."""
    search, troubles = views.asked(registry, arguments.view or view, arguments.search, date.today())
    values.say_troubles(arguments.search, troubles)
    order = values.order(arguments.sort)
    return replace(search, order=order) if order else search


def _due_arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("--within", metavar=_("DAYS"), help=_("how many days ahead count (usual: as the ward says)"))
    parser.add_argument("--on", metavar=_("DATE"), help=_("the day to look from (usual: today)"))
    values.add_format(parser)


def _due(arguments: Namespace) -> Outcome:
    form = values.one_of(arguments.format, values.FORMATS)
    with values.reading(arguments.file) as registry:
        at = values.moment(registry)
        if arguments.on is not None:
            at = replace(at, on=values.day(arguments.on))
        if arguments.within is not None:
            at = replace(at, within=values.count(arguments.within, MOST_DAYS))
        search = Search(view="due", order=(Order("next_review"),))
        people = _give_out(registry, search, at, form)
        criteria = described(search, registry.lists, at)
    given.enter_shown(arguments.file, _("Models"), criteria, people, form)
    return 0


def _give_out(registry: Registry, search: Search, at: Moment, form: str) -> int:
    """Say the models; how many people's data that shows."""
    columns = frozenset(field.name for field in COLUMNS) if form == "table" else None
    people: set[people_shown.Key] = set()
    ids = registry.models.ids(search, at)
    windows = (registry.models.window(ids[start : start + WINDOW], at) for start in range(0, len(ids), WINDOW))
    rows = _counting(people, columns, (row for window in windows for row in window))
    if form == "json":
        say_json_list(exporting.model_object(row, registry.lists) for row in rows)
    elif form == "csv":
        say_bytes(csv_text.text(exporting.table(list(rows), registry.lists)))
    else:
        _say_table(list(rows))
    return len(people)


def _counting(
    people: set[people_shown.Key], columns: frozenset[str] | None, rows: Iterable[ModelRow]
) -> Iterator[ModelRow]:
    """``rows``, and into ``people`` those whom their ``columns`` name."""
    for row in rows:
        people.update(people_shown.in_row("model", row, columns))
        yield row


def _say_table(rows: Sequence[ModelRow]) -> None:
    if rows:
        cells = [[field.short for field in COLUMNS], *([shown(row, field) for field in COLUMNS] for row in rows)]
        say_cells(cells)
        say("")
    say(str(tally(rows)))


def _show_arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("code", metavar=_("CODE"), help=_("the code of the model"))
    values.add_format(parser, ("table", "json"))


def _show(arguments: Namespace) -> Outcome:
    form = values.one_of(arguments.format, ("table", "json"))
    with values.reading(arguments.file) as registry:
        number = values.model(registry, arguments.code)
        found = details.details(registry, number, values.moment(registry))
        if form == "json":
            say_json(exporting.details_object(found, registry.lists))
        else:
            for line in _lines(found, registry.lists):
                say(line)
    people = people_shown.count([("model", [found.row], None)])
    given.enter_shown(arguments.file, _("Models"), found.row.code, people, form)
    return 0


def _lines(found: Details, lists: Lists) -> Iterator[str]:
    pairs = [(_(field.label), shown(found.row, field)) for field in FIELDS]
    extras = exporting.declared_extras(found.row, lists)
    pairs += [(extra.name, extra_shown(found.row, extra)) for extra in extras.values()]
    pairs.append((_("Why then"), found.schedule))
    pairs += [(_("Summary"), one.reason) for one in found.summaries]
    if found.row.trashed_on:
        pairs.append((_("In the trash since"), show_date(found.row.trashed_on)))
    filled = [(name, text) for name, text in pairs if text]
    width = max(table.wide(name) for name, _text in filled)
    for name, text in filled:
        indented = text.replace("\n", "\n" + " " * (width + 2))
        yield f"{name}:{' ' * (width - table.wide(name))} {indented}"
    yield from _block(_("Reviews"), _reviews(found, lists))
    yield from _block(_("Changes of status"), _statuses(found, lists))


def _block(title: str, cells: list[list[str]]) -> Iterator[str]:
    if len(cells) > 1:
        yield ""
        yield title
        yield from table.lines(cells, table.terminal_width())


def _reviews(found: Details, lists: Lists) -> list[list[str]]:
    cells = [[_("Date"), _("Kind of review"), _("Grade"), _("Effective"), _("Findings"), _("Decision")]]
    for review in found.reviews:
        grade = lists.grades[review.grade_id].name if review.grade_id else ""
        cells.append(
            [
                " ".join((show_date(review.on), _("(corrected)") if review.corrected else "")),
                label(REVIEW_KINDS, review.kind),
                grade,
                label(EFFECTIVE, review.effective),
                review.findings,
                review.decision,
            ]
        )
    return cells


def _statuses(found: Details, lists: Lists) -> list[list[str]]:
    cells = [[_("Date"), _("Status"), _("Reason"), _("Number of the paper")]]
    for change in found.statuses:
        cells.append([show_date(change.on), lists.statuses[change.status_id].name, change.reason, change.paper_number])
    return cells


COMMANDS = (
    Command(name="list", help=N_("list models"), arguments=_list_arguments, run=_list),
    Command(name="due", help=N_("list the models whose review is due"), arguments=_due_arguments, run=_due),
    Command(name="show", help=N_("show everything about one model"), arguments=_show_arguments, run=_show),
)
