"""What the command line says of rounds of reviews: how far they have come, their rows, what was counted."""

from collections.abc import Sequence

from registry_app.domain.counting import grouped
from registry_app.domain.dates import show_date
from registry_app.domain.ids import RoundId
from registry_app.domain.options import EFFECTIVE, REVIEW_KINDS, STATUS_KINDS, label
from registry_app.domain.round_shown import ROW_STATES
from registry_app.domain.words import _
from registry_app.operations import rounds
from registry_app.operations.rounds import Line, RoundShown, RowShown, Snapshot
from registry_app.store.registry import Registry

from .cells import say_cells
from .console import say, warn


def summed(shown: RoundShown) -> str:
    """How far a round has come, in a sentence."""
    text = _("{name}: {entered} of {rows} rows have a result, {left_out} left out, {waiting} wait.")
    return text.format(
        name=shown.round.name,
        entered=shown.entered,
        rows=shown.rows,
        left_out=shown.left_out,
        waiting=shown.waiting,
    )


def round_cells(shown: RoundShown) -> list[str]:
    """A round as a line of the table of rounds."""
    one = shown.round
    period = f"{show_date(one.period_from)} – {show_date(one.period_to)}"
    counts = [str(shown.rows), str(shown.entered), str(shown.waiting)]
    return [one.code, one.name, label(REVIEW_KINDS, one.kind), period, *counts, show_date(one.closed_on)]


def progress_cells(lines: Sequence[Line], title: str) -> list[list[str]]:
    """A table of areas or reviewers, called ``title``."""
    heading = [title, _("Number of rows"), _("With a result"), _("Left out"), _("Waiting")]
    return [
        heading,
        *(
            [one.name or _("(blank)"), str(one.rows), str(one.entered), str(one.left_out), str(one.waiting)]
            for one in lines
        ),
    ]


def row_cells(rows: Sequence[RowShown]) -> list[list[str]]:
    """A table of rows."""
    heading = [_("No."), _("Code"), _("Name"), _("Area"), _("Reviewer"), _("State"), _("Date"), _("Grade")]
    heading += [_("Effective"), _("What was found")]
    return [
        heading,
        *(
            [
                str(row.position),
                row.code,
                row.model,
                row.area,
                row.reviewer,
                label(ROW_STATES, row.state),
                show_date(row.on),
                row.grade,
                label(EFFECTIVE, row.effective),
                row.left_out or row.findings,
            ]
            for row in rows
        ),
    ]


def say_closing(registry: Registry, number: RoundId, on: str) -> None:
    """What closing on the day ``on`` would do."""
    found = rounds.closing(registry, number, on)
    grades = registry.lists.grades
    say(_("Reviews to be written: {count}").format(count=grouped(found.reviews)))
    for grade, entry in grades.items():
        if grade in found.grades:
            say(f"  {entry.name}: {grouped(found.grades[grade])}")
    say(_("Left out: {count}").format(count=grouped(found.left_out)))
    say(_("Without a result: {count}").format(count=grouped(len(found.waiting))))
    for row in found.waiting:
        say(f"  {row.position}. {row.code}  {row.model}")
    warn(found.problems)


def say_snapshot(one: Snapshot, order: Sequence[int]) -> None:
    """What was counted at a closing; grades in the ``order`` of their list."""
    text = _("As of {day}, withdrawn: {count}") if one.withdrawn else _("As of {day}: {count}")
    say(text.format(day=show_date(one.on), count=one.counts.models))
    counts = one.counts
    kinds = [
        [str(kind), grouped(counts.status_kinds[kind.key])] for kind in STATUS_KINDS if kind.key in counts.status_kinds
    ]
    known = sorted(counts.grades, key=lambda grade: order.index(grade) if grade in order else len(order))
    grades = [[one.name("grade", grade) or _("No grade"), grouped(counts.grades[grade])] for grade in known]
    works = [
        [label(EFFECTIVE, key) or _("Not known whether effective"), grouped(counts.effective[key])]
        for key in ("yes", "no", "")
        if key in counts.effective
    ]
    say_cells([[_("Status, grade, effect"), _("Models")], *kinds, *grades, *works])
    say("")
