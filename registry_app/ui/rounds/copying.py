"""Chosen rows of a round for other programs, as text and as a table."""

from collections.abc import Sequence

from msgspec.structs import replace

from registry_app.domain.round_shown import RowShown
from registry_app.ui.models.clipboard import Copied, copied, fields
from registry_app.ui.nouns.columns import NounColumn

PERSONAL = frozenset(("leader",))
"""Columns that name members of the public."""


def gathered(rows: Sequence[RowShown], columns: Sequence[NounColumn]) -> Copied:
    """``rows`` with ``columns``; leaders of teams count as people whose data is given out."""
    shown = PERSONAL & fields(columns)
    people = {name for row in rows for name in row.leader.split("; ") if name} if shown else set()
    return replace(copied(columns, rows), people=len(people))
