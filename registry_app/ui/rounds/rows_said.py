"""Which rows of a round a dialog is about, in one sentence."""

from collections.abc import Sequence

from registry_app.domain.counting import tally_of
from registry_app.domain.round_shown import RowShown
from registry_app.domain.words import _

NAMED = 3


def said(rows: Sequence[RowShown]) -> str:
    """The names of a few rows, or how many there are."""
    if len(rows) <= NAMED:
        return "\n".join(
            _("{row}. {name} ({code})").format(row=row.position, name=row.model, code=row.code) for row in rows
        )
    return _("{what} of the round").format(what=tally_of(row.apart for row in rows))
