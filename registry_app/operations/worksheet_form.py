"""A worksheet as .xlsx: the columns of the paper, with lists to choose from where something is filled in."""

from collections.abc import Sequence
from datetime import date

from registry_app.domain import kinds, scoring
from registry_app.domain.dates import show_date
from registry_app.domain.review_round import ReviewRound
from registry_app.domain.round_shown import RowShown
from registry_app.domain.scoring import Criterion
from registry_app.domain.words import N_, _
from registry_app.domain.worksheet import Worksheet
from registry_app.exchange import worksheet_book
from registry_app.exchange.worksheet_book import EntryColumn, EntryForm
from registry_app.store.registry import Registry

from .round_results import shown_tenths

POINTS = "points."
"""Begins the keys of the columns of criteria; the criterion's row number follows."""
MOST_LEADERS = 2
FACTS = (
    ("position", N_("No."), 6, "center"),
    ("code", N_("Code"), 16, "left"),
    ("model", N_("Model"), 34, "left"),
    ("area", N_("Area"), 16, "left"),
    ("site", N_("Site"), 18, "left"),
    ("leader", N_("Leader"), 20, "left"),
    ("last_grade", N_("Last grade"), 13, "center"),
)
"""Columns that are printed and not filled in: key, marked title, width, alignment."""


def book(registry: Registry, worksheet: Worksheet) -> bytes:
    """The worksheet as .xlsx, to be filled in and read back; what was entered already stands in it."""
    found = registry.loop.rounds.one(worksheet.round_id)
    shown = {row.position: row for row in registry.loop.rounds.rows_shown(worksheet.round_id, date.today())}
    columns = form_columns(registry, found)
    form = EntryForm(
        name=" ".join((_("Review worksheet"), worksheet.code)),
        mark=worksheet.payload(0),
        above=_above(registry, found, worksheet),
        columns=columns,
        rows=[_texts(shown[position], columns) for position in worksheet.rows if position in shown],
        refused=_("Choose one of the list."),
        author=registry.settings.ward().name,
    )
    return worksheet_book.book(form)


def form_columns(registry: Registry, found: ReviewRound) -> list[EntryColumn]:
    """The columns of a worksheet of the round, in order."""
    grades = registry.lists.grades
    scale = scoring.scale_of(found.year, registry.loop.scoring.scales(), grades)
    names = tuple(grades[step.grade_id].name for step in scale if step.grade_id in grades)
    yes_no = (_("Yes"), _("No"))
    return [
        *(EntryColumn(key=key, title=_(title), letters=wide, align=align) for key, title, wide, align in FACTS),
        EntryColumn(key="on", title=_("Day looked at"), letters=13, align="center", entry=True),
        *(_points_column(one) for one in criteria_of(registry, found)),
        EntryColumn(key="grade", title=_("Grade"), letters=15, align="center", entry=True, choices=names),
        EntryColumn(key="effective", title=_("Effective"), letters=11, align="center", entry=True, choices=yes_no),
        EntryColumn(key="findings", title=_("What was found"), letters=44, entry=True),
        EntryColumn(key="decision", title=_("Proposal"), letters=24, entry=True),
    ]


def criteria_of(registry: Registry, found: ReviewRound) -> list[Criterion]:
    """The criteria by which points are given in the round, in order; none without a score sheet."""
    if found.sheet_id is None:
        return []
    return [one for one in registry.loop.scoring.criteria(found.sheet_id).values() if not one.retired]


def _points_column(one: Criterion) -> EntryColumn:
    most = kinds.NUMBER.show(shown_tenths(one.most))
    title = _("{criterion} (at most {most})").format(criterion=f"{one.number} {one.name}".strip(), most=most)
    return EntryColumn(key=f"{POINTS}{one.id}", title=title, letters=11, align="center", entry=True)


def _above(registry: Registry, found: ReviewRound, worksheet: Worksheet) -> list[tuple[str, str]]:
    period = _("Period: {begin} – {end}").format(begin=show_date(found.period_from), end=show_date(found.period_to))
    code = _("Code of the worksheet: {code}").format(code=worksheet.code)
    lines = [
        ("title", _("Review worksheet").upper()),
        ("title", found.name),
        ("plain", f"{period}. {code}"),
    ]
    if worksheet.area_id is not None and worksheet.area_id in registry.lists.areas:
        lines.append(("plain", _("Area: {area}").format(area=registry.lists.areas[worksheet.area_id].name)))
    if worksheet.reviewer:
        lines.append(("plain", _("Reviewer: {name}").format(name=worksheet.reviewer)))
    lines.append(("bold", _("Fill in the white cells only. Leave codes and headings as they are.")))
    return lines


def _texts(row: RowShown, columns: Sequence[EntryColumn]) -> list[str]:
    scores = dict(row.scores)
    values = {
        "position": str(row.position),
        "leader": _leaders(row.leader),
        "on": show_date(row.on),
        "effective": kinds.YES_NO.show(row.effective or ""),
    }
    texts = []
    for column in columns:
        if column.key.startswith(POINTS):
            tenths = scores.get(int(column.key.removeprefix(POINTS)))  # type: ignore[call-overload]
            texts.append("" if tenths is None else kinds.NUMBER.show(shown_tenths(tenths)))
        else:
            texts.append(values.get(column.key, "") or str(getattr(row, column.key) or ""))
    return texts


def _leaders(names: str) -> str:
    """The first leaders, and how many more there are."""
    some = [name for name in names.split("; ") if name]
    shown, more = "; ".join(some[:MOST_LEADERS]), len(some) - MOST_LEADERS
    return _("{names} and {count} more").format(names=shown, count=more) if more > 0 else shown
