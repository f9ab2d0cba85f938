"""Filled worksheets: read from an .xlsx, matched with the printing by code and not by place, entered as one action."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from registry_app.domain.cleaning import line
from registry_app.domain.dates import show_date
from registry_app.domain.errors import NotFound, Problem, Refused, RegistryError
from registry_app.domain.ids import RoundId
from registry_app.domain.review_round import ReviewRound
from registry_app.domain.round_shown import RowShown
from registry_app.domain.words import N_
from registry_app.domain.worksheet import Worksheet, read_payload
from registry_app.exchange import filled_book
from registry_app.exchange.filled_book import FilledBook, FilledRow
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from . import round_entering
from .round_checks import listed
from .round_entering import Entered
from .worksheet_form import POINTS, form_columns

SORTED = N_(
    "The rows of the file were sorted. Each result is taken by the code in its row; where only some columns were "
    "sorted it stands at the wrong model: compare with the paper."
)
TYPED = ("on", "grade", "effective", "findings", "decision")


class Filled(Struct, frozen=True, kw_only=True):
    """What a filled worksheet says. ``entries`` stand in the order of the sheet; ``missing`` are rows of the printing
    that wait and of which the sheet says no result; ``problems`` keep it from being entered (n-th entry at "n.field",
    what is wrong with the sheet at "sheet"), ``warnings`` do not. ``older``: rows of it were printed again later;
    ``again``: it was entered before and says the same still. Either is asked about and then allowed by
    ``enter_worksheet``."""

    worksheet: Worksheet
    entries: tuple[Entered, ...] = ()
    missing: tuple[RowShown, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    older: Problem | None = None
    again: Problem | None = None
    digest: str = ""


def read_back(registry: Registry, path: Path, round_id: RoundId | None = None) -> Filled:
    """What a filled .xlsx says; nothing is written. Raises RegistryError for a file that is no worksheet of this
    register – another register's, of another round than ``round_id`` when given, no worksheet at all, damaged."""
    book = filled_book.read(path, lambda text: read_payload(text) is not None, _titles(registry))
    sheet = _printing(registry, path.name, book.mark, round_id)
    return _Matching(registry, sheet, book).filled


def enter_worksheet(registry: Registry, filled: Filled, *, older: bool = False, again: bool = False) -> Changes:
    """Enter what was read, as one action, and note that the worksheet came back. Raises Refused with every problem
    (``older`` and ``again`` too, at "sheet", unless allowed), ReadOnly."""
    asked = (filled.older if not older else None, filled.again if not again else None)
    problems = [*filled.problems, *(one for one in asked if one is not None)]
    if problems:
        raise Refused(problems)
    with registry.change(N_("Enter a worksheet")) as change:
        round_entering.write(registry, filled.worksheet.round_id, filled.entries)
        registry.loop.worksheets.note_back(filled.worksheet, date.today().isoformat(), filled.digest)
    return change.changes


def _titles(registry: Registry) -> dict[str, str]:
    """The keys of all columns that a worksheet of this register may have, by title; those of criteria by key only."""
    plain = {column.title: column.key for column in form_columns(registry, ReviewRound(period_from="2000"))}
    return plain | {f"{POINTS}{number}": f"{POINTS}{number}" for number in registry.loop.scoring.criteria()}


def _printing(registry: Registry, name: str, mark: str, round_id: RoundId | None) -> Worksheet:
    """The printing that the mark names. Raises RegistryError."""
    page = read_payload(mark)
    if page is None:
        raise RegistryError(N_("“{name}” bears no code of a worksheet; it was deleted or changed."), name=name)
    shelf = registry.loop.worksheets
    if page.register != shelf.register:
        raise RegistryError(N_("“{name}” is a worksheet of another register ({code})."), name=name, code=page.code)
    try:
        sheet = shelf.by_code(page.code)
    except NotFound:
        text = N_("This register does not know the worksheet {code}: it was made from a newer copy of the register.")
        raise RegistryError(text, code=page.code) from None
    try:
        found = registry.loop.rounds.one(sheet.round_id)
    except NotFound:
        raise RegistryError(N_("The round of the worksheet {code} was taken back."), code=sheet.code) from None
    if round_id is not None and round_id != sheet.round_id:
        text = N_("“{name}” is a worksheet of the round {code} “{round}”, not of {other}.")
        other = registry.loop.rounds.one(round_id).code
        raise RegistryError(text, name=name, code=found.code, round=found.name, other=other)
    return sheet


class _Matching:
    """Goes through the rows of the sheet and finds the row of the printing for each, by code."""

    def __init__(self, registry: Registry, sheet: Worksheet, book: FilledBook) -> None:
        self._registry, self._sheet = registry, sheet
        rows = registry.loop.rounds.rows_shown(sheet.round_id, date.today())
        self._round = {row.code.upper(): row for row in rows}
        self._printed = {row.position: row for row in rows if row.position in sheet.rows}
        self._columns = book.columns
        self._criteria = {f"{POINTS}{number}": str(number) for number in registry.loop.scoring.criteria()}
        self._seen: dict[int, int] = {}
        self._problems: list[Problem] = []
        self._entries: list[Entered] = []
        for one in book.rows:
            self._one(one)

    @property
    def filled(self) -> Filled:
        """All that is to be said of the sheet."""
        entering = round_entering.looked_at(self._registry, self._sheet.round_id, self._entries)
        again, before = self._again()
        return Filled(
            worksheet=self._sheet,
            entries=tuple(self._entries),
            missing=self._missing(),
            problems=(*self._problems, *entering.problems),
            warnings=(*self._odd(), *before, *entering.warnings),
            older=self._older(),
            again=again,
            digest=self._digest(),
        )

    # -- rows ------------------------------------------------------------------------------------------------------

    def _one(self, one: FilledRow) -> None:
        row = self._row(one)
        if row is None:
            return
        if row.position in self._seen:
            text = N_("Line {line}: the row {row} ({code}) stands in the file twice, also on line {other}.")
            self._say(text, one, row=row.position, code=row.code, other=self._seen[row.position])
            return
        self._seen[row.position] = one.line
        typed = {key: text for key, text in one.texts.items() if key in (*TYPED, *self._criteria) and text}
        if not typed:
            return
        number = len(self._entries) + 1
        for key in sorted(one.formulas & typed.keys()):
            text = N_("Row {row} ({code}): there is a formula instead of a value. Type the value itself.")
            self._problems.append(Problem(f"{number}.{key}", text, {"row": row.position, "code": row.code}))
            typed.pop(key)
        self._entries.append(_entered(row, typed, self._criteria))

    def _row(self, one: FilledRow) -> RowShown | None:
        """The row of the printing that the line is about; None when there is none, which is told."""
        code, number = line(one.texts.get("code", "")).upper(), line(one.texts.get("position", ""))
        placed = self._printed.get(int(number)) if number.isdecimal() else None
        found = self._round.get(code)
        if one.formulas & {"code", "position"}:
            self._say(N_("Line {line}: the code is a formula; it must stay as it was printed."), one)
        elif found is not None and found is placed:
            return found
        elif placed is not None:
            text = N_("Line {line}: the code of row {row} was {code} and is “{typed}” now. Put it back.")
            self._say(text, one, row=placed.position, code=placed.code, typed=code)
        elif found is not None and found.position in self._printed:
            text = N_("Line {line}: the number of the row of {code} was {row} and is “{typed}” now. Put it back.")
            self._say(text, one, row=found.position, code=found.code, typed=number)
        elif found is not None:
            text = N_("Line {line} was added: {code} is in the round, but not on this worksheet.")
            self._say(text, one, code=found.code)
        elif code:
            self._say(N_("Line {line} was added: {code} is not in the round."), one, code=code)
        elif any(one.texts.get(key) for key in (*TYPED, *self._criteria)):
            self._say(N_("Line {line} has results but no code of a model."), one)
        return None

    def _say(self, text: str, one: FilledRow, **values: object) -> None:
        self._problems.append(Problem("sheet", text, {"line": one.line, **values}))

    # -- the whole sheet -------------------------------------------------------------------------------------------

    def _missing(self) -> tuple[RowShown, ...]:
        told = {one.code for one in self._entries if one.grade or one.effective or one.points}
        return tuple(row for row in self._printed.values() if row.waiting and row.code not in told)

    def _odd(self) -> list[Problem]:
        """What somebody did to the sheet that keeps nothing from being entered: rows or columns that were deleted, rows
        that were sorted."""
        if self._problems:
            return []
        found = []
        gone = [position for position in self._printed if position not in self._seen]
        if gone:
            text = N_("{count} rows of the worksheet are not in the file: {rows}.")
            found.append(Problem("sheet", text, {"count": len(gone), "rows": listed(gone)}))
        columns = form_columns(self._registry, self._registry.loop.rounds.one(self._sheet.round_id))
        lacking = [f"“{column.title}”" for column in columns if column.entry and column.key not in self._columns]
        if lacking:
            text = N_("Columns of the worksheet are not in the file, or are called otherwise: {columns}.")
            found.append(Problem("sheet", text, {"columns": ", ".join(lacking)}))
        order = {position: place for place, position in enumerate(self._sheet.rows)}
        places = [order[position] for position in self._seen]
        if places != sorted(places):
            found.append(Problem("sheet", SORTED))
        return found

    def _older(self) -> Problem | None:
        for other in self._registry.loop.worksheets.of(self._sheet.round_id):  # newest first
            both = sorted(set(other.rows) & set(self._sheet.rows))
            if other.id > self._sheet.id and both:
                text = N_("Rows of the worksheet {code} were printed again as {other} on {day}: {rows}.")
                day = show_date(other.at[:10])
                values: dict[str, object] = {
                    "code": self._sheet.code,
                    "other": other.code,
                    "day": day,
                    "rows": listed(both),
                }
                return Problem("sheet", text, values)
        return None

    def _again(self) -> tuple[Problem | None, list[Problem]]:
        """That the sheet was entered as it is; that it was entered when it said something else."""
        before = self._registry.loop.worksheets.came_back(self._sheet)
        digest = self._digest()
        for on, known in before:
            if known == digest:
                text = N_("The worksheet {code} was entered on {day}; nothing in it has changed since.")
                return Problem("sheet", text, {"code": self._sheet.code, "day": show_date(on)}), []
        text = N_("The worksheet {code} was entered before, on {day}; it says something else now.")
        return None, [
            Problem("sheet", text, {"code": self._sheet.code, "day": show_date(on)}) for on, _said in before[-1:]
        ]

    def _digest(self) -> str:
        """What the sheet says, whatever order its rows have and whichever program saved it."""
        from hashlib import blake2b  # brings OpenSSL: not before a sheet comes back

        said = [
            [one.code, one.on, one.grade, one.effective, one.findings, one.decision, sorted((one.points or {}).items())]
            for one in sorted(self._entries, key=lambda one: one.code)
        ]
        return blake2b(json.dumps(said, ensure_ascii=False).encode(), digest_size=16).hexdigest()


def _entered(row: RowShown, typed: Mapping[str, str], criteria: Mapping[str, str]) -> Entered:
    """The entry; what is blank on the sheet is not said, so that it empties nothing."""
    points = {number: typed[key] for key, number in criteria.items() if key in typed}
    return Entered(
        code=row.code,
        position=row.position,
        on=typed.get("on"),
        grade=typed.get("grade"),
        effective=typed.get("effective"),
        findings=typed.get("findings"),
        decision=typed.get("decision"),
        points=points or None,
    )
