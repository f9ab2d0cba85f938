"""Chosen rows of a round for other programs, as text and as a table."""

from collections.abc import Sequence

from msgspec.structs import replace

from registry_app.domain.round_shown import RowShown
from registry_app.operations import people_shown
from registry_app.ui.models.clipboard import Copied, copied, fields
from registry_app.ui.nouns.columns import NounColumn


def gathered(rows: Sequence[RowShown], columns: Sequence[NounColumn]) -> Copied:
    """``rows`` with ``columns``; leaders of teams count as people whose data is given out."""
    people = people_shown.count([("round_row", rows, fields(columns))])
    return replace(copied(columns, rows), people=people)
