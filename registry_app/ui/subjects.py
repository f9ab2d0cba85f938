"""Which models a dialog is about: how many, and the first few by code and name."""

from collections.abc import Sequence

from registry_app.domain.ids import ModelId
from registry_app.domain.words import _, n_
from registry_app.ui.session import Session

SHOWN = 5
MOST_LETTERS = 70


def subjects(session: Session, ids: Sequence[ModelId]) -> str:
    """The models of ``ids`` in words, a line each."""
    rows = session.registry.models.window(ids[:SHOWN], session.moment)
    lines = [f"{row.code}  {_short(row.name)}" for row in rows]
    if len(ids) == 1:
        return "\n".join(lines)
    lines.insert(0, n_("{count} model:", "{count} models:", len(ids)).format(count=len(ids)))
    if len(ids) > SHOWN:
        lines.append(_("and {count} other models").format(count=len(ids) - SHOWN))
    return "\n".join(lines)


def _short(name: str) -> str:
    return name if len(name) <= MOST_LETTERS else f"{name[: MOST_LETTERS - 1].rstrip()}…"
