"""Commands about paper: which reports there are, a report as a file, what was given out."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import asdict, replace

from registry_app.domain.errors import RegistryError, system_reason
from registry_app.domain.wish import COPIES, USUAL, Wish
from registry_app.domain.words import N_, _
from registry_app.store.registry import Registry

from . import nouns, values
from .cells import say_cells
from .command import Command, Outcome
from .console import complain, say, say_json, say_json_list
from .showing import asked

if TYPE_CHECKING:
    from registry_app.operations.printing import Prepared

STARTS = {".pdf": (b"%PDF",), ".docx": (b"PK\x03\x04",), ".xlsx": (b"PK\x03\x04",)}
"""How files begin that may be written over, by suffix."""
PAPERS = ("internal", "appendix")
NONE = "none"
LEADERS = "leaders"
"""The only column of a list of models in which people stand."""
DUE_VIEWS = ("due", "overdue", "soon")
"""What the paper of what is due may show."""


def _reports_arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    values.add_format(parser)


def _reports(arguments: Namespace) -> Outcome:
    from registry_app.operations import printing

    form = values.one_of(arguments.format, values.FORMATS)
    with values.reading(arguments.file) as registry:
        at = values.moment(registry)
        found = [
            {
                "report": name,
                "label": _(declared.label),
                "rows": printing.count(registry, name, at),
                "columns": list(printing.columns(registry, name)),
                "about": declared.about or None,
            }
            for name, declared in printing.REPORTS.items()
        ]
    if form == "json":
        say_json(found)
        return 0
    cells = [[_("Report"), _("What it is"), _("Number of rows")]]
    for one in found:
        rows = _("needs --of") if one["rows"] is None else str(one["rows"])
        cells.append([str(one["report"]), str(one["label"]), rows])
    say_cells(cells, form)
    return 0


def _print_arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("report", metavar=_("REPORT"), help=_("which paper; “reports” lists them"))
    parser.add_argument("--out", metavar=_("FILE.pdf"), required=True, help=_("where to write it"))
    parser.add_argument(
        "--search", metavar=_("WORDS"), default="", help=_("words that the rows must hold, or terms of their fields")
    )
    parser.add_argument("--view", metavar=_("VIEW"), help=_("a view of these rows (usual: as the report has it)"))
    parser.add_argument("--sort", metavar=_("FIELD|-FIELD"), help=_("the field to sort by; after a - downwards"))
    parser.add_argument("--of", metavar=_("CODE"), help=_("only what belongs to this model, team, person or area"))
    parser.add_argument(
        "--group", metavar=_("FIELD"), help=_("the field to group by; {none} for no groups").format(none=NONE)
    )
    parser.add_argument("--columns", metavar="a,b,c", help=_("which columns, in this order"))
    parser.add_argument("--template", metavar=_("NAME"), help=_("a print template of the register"))
    copies = "|".join(one.key for one in COPIES)
    parser.add_argument(
        "--copy", metavar=copies, help=_("posting: numbers and dates of birth are masked, for a notice board")
    )
    parser.add_argument("--as-of", metavar=_("DATE"), help=_("the day whose state is shown (usual: today)"))
    parser.add_argument("--title", metavar=_("TEXT"), help=_("the title of the paper"))
    parser.add_argument("--blank-lines", metavar=_("NUMBER"), help=_("lines for handwriting at the end of each group"))
    parser.add_argument("--paper", metavar="|".join(PAPERS), help=_("a paper of its own, or an appendix to another"))


def _print(arguments: Namespace) -> Outcome:
    from registry_app.operations import giving, printing  # the paper's fonts and drawer: not before they are needed

    declared = printing.declared_report(arguments.report)
    out = writable(Path(arguments.out), printing.forms())
    with _giving(arguments.file, personal=declared.noun != "model" or _asks_for_people(arguments)) as registry:
        wish = _wish(registry, arguments)
        usual = printing.default_search(arguments.report)
        of = printing.owner(registry, arguments.of) if arguments.of else None
        if declared.noun == "model":
            search = asked(registry, arguments, usual.view)
            _refuse_view(arguments, usual.view, search.view)
        else:
            search = nouns.asked(registry, declared.noun, arguments, usual.view)
        if not search.order:
            search = replace(search, order=usual.order)
        at = values.moment(registry)
        prepared = printing.prepare(registry, arguments.report, search, at, wish=wish, of=of)
        printing.save_bytes(printing.written(prepared.report, out.suffix), out)
        note = giving.give(registry, prepared, out.suffix)
    say(_("{rows} rows on paper: {path}").format(path=out, rows=prepared.rows))
    for trouble in (*_missing(prepared), *([note] if note else [])):
        complain(_("Note: {what}").format(what=trouble))
    return 0


def _refuse_view(arguments: Namespace, usual: str, wanted: str) -> None:
    """The paper of what is due says so in its title: no rows of another view belong there. Raises RegistryError."""
    if usual == "due" and wanted not in DUE_VIEWS:
        text = N_("“{name}” is no part of what is due; print it as “models”.")
        raise RegistryError(text, name=arguments.view)


def _asks_for_people(arguments: Namespace) -> bool:
    """Whether a list of models may name their leaders."""
    return bool(arguments.template) or LEADERS in f"{arguments.columns},{arguments.group}".split(",")


def _missing(prepared: "Prepared") -> Iterator[str]:
    from registry_app.reports import paper

    letters = sorted(paper.missing_letters(prepared.report))
    if letters:
        text = _("no font has these letters, they print as a box: {letters}")
        yield text.format(letters=" ".join(letters))


def _wish(registry: Registry, arguments: Namespace) -> Wish:
    """What the template says, and over it what the other options say."""
    from registry_app.operations import templates

    wish = templates.template_called(registry, arguments.template).wish if arguments.template else USUAL
    said: dict[str, object] = {}
    if arguments.copy is not None:
        said["copy"] = values.one_of(arguments.copy, [one.key for one in COPIES])
    if arguments.paper is not None:
        said["kind"] = values.one_of(arguments.paper, PAPERS)
    if arguments.columns is not None:
        said["columns"] = tuple(name.strip() for name in arguments.columns.split(",") if name.strip())
    if arguments.group is not None:
        said["group"] = "" if arguments.group == NONE else arguments.group
    if arguments.as_of is not None:
        said["as_of"] = values.day(arguments.as_of).isoformat()
    if arguments.title is not None:
        said["title"] = arguments.title
    if arguments.blank_lines is not None:
        said["blank_lines"] = values.count(arguments.blank_lines, 100)
    return replace(wish, **said)


@contextmanager
def _giving(file: str, *, personal: bool) -> Iterator[Registry]:
    """The register, for writing down what is given out where that is people's data; else for reading."""
    with (values.writing if personal else values.reading)(file) as registry:
        yield registry


def writable(out: Path, suffixes: tuple[str, ...]) -> Path:
    """``out``, unless its suffix is none of ``suffixes`` or something of another form would be lost. Raises
    RegistryError."""
    suffix = out.suffix.lower()
    if suffix not in suffixes:
        text = N_("“{name}”: give the file a name that ends in {suffixes}.")
        raise RegistryError(text, name=out.name, suffixes=", ".join(dict.fromkeys(suffixes)))
    begins = STARTS.get(suffix, ())
    try:
        with out.open("rb") as stream:
            head = stream.read(8)
    except FileNotFoundError:
        return out
    except (OSError, ValueError) as problem:
        text = N_("“{name}” cannot be written: {why}. Choose another name.")
        raise RegistryError(text, name=out.name, why=system_reason(problem)) from None
    if not any(head.startswith(one) for one in begins):
        text = N_("“{name}” is there already and is no {form}. Choose another name.")
        raise RegistryError(text, name=out.name, form=suffix[1:].upper())
    return out


def _given_arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    values.add_format(parser)


def _given(arguments: Namespace) -> Outcome:
    form = values.one_of(arguments.format, values.FORMATS)
    with values.reading(arguments.file) as registry:
        found = registry.given_out.all()
    if form == "json":
        say_json_list(asdict(one) for one in found)
        return 0
    copies = {one.key: str(one) for one in COPIES}
    cells = [
        [_("When"), _("Who"), _("Computer"), _("What"), _("Which rows"), _("People"), _("Copy"), _("As")],
        *(
            [
                one.at[:16].replace("T", " "),
                one.who,
                one.computer,
                one.report,
                one.criteria,
                str(one.people),
                copies.get(one.copy, one.copy),
                one.way,
            ]
            for one in found
        ),
    ]
    say_cells(cells, form)
    return 0


COMMANDS = (
    Command(name="reports", help=N_("list the papers that can be printed"), arguments=_reports_arguments, run=_reports),
    Command(name="print", help=N_("print a list as a file"), arguments=_print_arguments, run=_print),
    Command(name="given", help=N_("list which people's data was given out"), arguments=_given_arguments, run=_given),
)
