"""The chosen models into the trash, after asking where they are several."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from registry_app.domain.ids import ModelId
from registry_app.domain.words import _, n_
from registry_app.ui import ask
from registry_app.ui.session import Session

ASK_FROM = 2
"""Moving so many models to the trash at once is asked about first."""


def trash(session: Session, chosen: Sequence[ModelId], window: QWidget, may_go_on: Callable[[], bool]) -> None:
    """Out of every list and count, until taken out again. ``may_go_on`` asks about unsaved work."""
    from registry_app.operations import models

    text = n_("Move {count} model to the trash?", "Move {count} models to the trash?", len(chosen))
    many = len(chosen) >= ASK_FROM
    if many and not ask.confirm(window, text.format(count=len(chosen)), yes=_("&Move to trash"), no=_("&Keep")):
        return
    if may_go_on():
        session.write_on(len(chosen), window, models.trash, chosen, title=_("Moving to the trash…"))
