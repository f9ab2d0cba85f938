"""Deletes chosen rows of a noun; where something hangs on one, says what."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from registry_app.domain.errors import Refused
from registry_app.domain.words import _, n_
from registry_app.operations import inside
from registry_app.ui import ask
from registry_app.ui.form_dialog import shortened
from registry_app.ui.session import Session

ASK_FROM = 2
"""Deleting so many rows at once is asked about first."""


def agreed(owner: QWidget, count: int) -> bool:
    """Whether the user wants so many rows to be deleted."""
    text = n_("Delete {count} row?", "Delete {count} rows?", count).format(count=count)
    return count < ASK_FROM or ask.confirm(owner, text, yes=_("&Delete"), no=_("&Keep"))


def removed(session: Session, noun: str, numbers: Sequence[int], owner: QWidget) -> bool:
    """Delete the rows as one action; False where it was refused, which was said."""
    try:
        return bool(session.run_on(len(numbers), owner, inside.remove, noun, numbers, title=_("Deleting…")))
    except Refused as refused:
        ask.tell(owner, shortened([str(problem) for problem in refused.problems]))
        return False
