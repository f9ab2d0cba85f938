"""Entering what was seen in a round: from the entry screen, a worksheet that came back, or the command line alike."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import RoundId
from registry_app.domain.review_round import RoundRow
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry
from registry_app.store.rounds import RowFacts

from .round_checks import NO_ROW, refuse_closed
from .round_results import Reader

TWICE = N_("Row {row} stands here twice; say what was seen of it once.")
OUTSIDE = N_("{code} is not in the round {round}.")


class Entered(Struct, frozen=True, kw_only=True):
    """What was seen of one row, which ``code`` (of the model) or else ``position`` names. Texts are as typed; None: not
    said, what the row has stays; "": blank from now on. ``grade`` is a name of the year's scale, ``effective`` yes or
    no (Có, Không, x …), ``points`` by the criterion's number ("1.2") or its row number as text; points make the grade
    when none is given."""

    position: int = 0
    code: str = ""
    on: str | None = None
    grade: str | None = None
    effective: str | None = None
    findings: str | None = None
    decision: str | None = None
    points: Mapping[str, str] | None = None


def enter(registry: Registry, round_id: RoundId, entries: Sequence[Entered]) -> Changes:
    """Write ``entries`` as one action, all or nothing.

    Raises Refused with every problem, that of the n-th entry at "n.field" (row, on, grade, effective, findings,
    decision, points.NUMBER); a closed round at "round". NotFound, ReadOnly.
    """
    with registry.change(N_("Enter results of a round")) as change:
        write(registry, round_id, entries)
    return change.changes


class Looked(Struct, frozen=True):
    """What is to be said of entries before they are entered, at "n.field"."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def looked_at(registry: Registry, round_id: RoundId, entries: Sequence[Entered]) -> Looked:
    """Problems and warnings of ``entries`` in one pass; nothing is written."""
    done = _Entering(registry, round_id, entries)
    return Looked(tuple(done.problems), tuple(done.warnings))


def entry_problems(registry: Registry, round_id: RoundId, entries: Sequence[Entered]) -> tuple[Problem, ...]:
    """What would keep ``entries`` from being entered, at "n.field" as ``enter`` raises it; nothing is written."""
    return looked_at(registry, round_id, entries).problems


def entry_warnings(registry: Registry, round_id: RoundId, entries: Sequence[Entered]) -> tuple[Problem, ...]:
    """What is worth a look in ``entries`` but may be entered, at "n.field": a grade that is not what the points make,
    criteria without points, another result than the row has. Nothing is written."""
    return looked_at(registry, round_id, entries).warnings


def write(registry: Registry, round_id: RoundId, entries: Sequence[Entered]) -> None:
    """As ``enter``, inside an open action."""
    refuse_closed(registry.loop.rounds.one(round_id))
    done = _Entering(registry, round_id, entries)
    if done.problems:
        raise Refused(done.problems)
    registry.loop.rounds.update_rows(done.pairs)


class _Entering:
    """Reads all entries, and keeps what becomes of the rows, with problems and warnings at "n.field"."""

    def __init__(self, registry: Registry, round_id: RoundId, entries: Sequence[Entered]) -> None:
        shelf = registry.loop.rounds
        self._round = shelf.one(round_id)
        self._reader = Reader(registry, self._round, date.today())
        self.pairs: list[tuple[RoundRow, RoundRow]] = []
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        codes = [entry.code.strip().upper() for entry in entries if entry.code]
        known = shelf.named(round_id, [entry.position for entry in entries], codes)
        self._by_code = {row.code.upper(): row for row in known}
        self._by_position = {row.row.position: row for row in known}
        self._seen: set[int] = set()
        for number, entry in enumerate(entries, start=1):
            self._one(f"{number}.", entry)

    def _one(self, lead: str, entry: Entered) -> None:
        facts = self._row(lead, entry)
        if facts is None:
            return
        if facts.row.position in self._seen:
            self.problems.append(Problem(f"{lead}row", TWICE, {"row": facts.row.position}))
            return
        self._seen.add(facts.row.position)
        read = self._reader.read(facts, entry)
        self.problems += [replace(one, field=lead + one.field) for one in read.problems]
        self.warnings += [replace(one, field=lead + one.field) for one in read.warnings]
        self.pairs.append((facts.row, read.row))

    def _row(self, lead: str, entry: Entered) -> RowFacts | None:
        if entry.code:
            found = self._by_code.get(entry.code.strip().upper())
            values: dict[str, object] = {"code": entry.code.strip(), "round": self._round.code}
            problem = Problem(f"{lead}row", OUTSIDE, values)
        else:
            found = self._by_position.get(entry.position)
            problem = Problem(f"{lead}row", NO_ROW, {"row": entry.position})
        if found is None:
            self.problems.append(problem)
        return found
