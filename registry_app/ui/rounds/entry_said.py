"""What an entry screen says in words: the keys, the row under the cursor. Knows no widgets."""

from collections.abc import Sequence

from registry_app.domain.dates import show_date
from registry_app.domain.words import N_, _

from .entry_lines import Line

LEADERS, LETTERS = 3, 300
"""So many leaders of a model are named, so much of the findings is shown."""
KEYS = N_(
    "{grades} · 0 no grade  |  + effective · − not effective  |  a letter: findings (F2: change them) · F3 date · "
    "F4 decision  |  Enter: next row · F8: next row that is missing · Backspace: empty the row · Ctrl+Z: undo"
)


def keys(grades: Sequence[str]) -> str:
    """Which key does what, where these are the grades from the best on."""
    numbered = (f"{number} {name}" for number, name in enumerate(grades, start=1))
    return _(KEYS).format(grades=" · ".join(numbered))


def about(line: Line) -> str:
    """The whole of what the worksheet says of a row, and what was found, below."""
    row, findings = line.row, " ".join(line.text("findings").split())
    before = _("last grade {grade} ({day})").format(grade=row.last_grade or "–", day=show_date(row.last_review))
    parts = (
        f"{row.position}. {row.model}",
        row.code,
        row.type,
        row.area,
        row.site,
        _shortened(row.leader),
        before if row.last_review else _("never reviewed before"),
    )
    said = " · ".join(part for part in parts if part)
    cut = findings if len(findings) <= LETTERS else f"{findings[:LETTERS]}…"
    return f"{said}\n{cut}" if cut else said


def _shortened(names: str) -> str:
    """The first of several names, and how many more there are."""
    several = names.split("; ")
    more = len(several) - LEADERS
    shown = "; ".join(several[:LEADERS])
    return _("{names} and {count} more").format(names=shown, count=more) if more > 0 else shown
