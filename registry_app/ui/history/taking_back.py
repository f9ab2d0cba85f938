"""Taking back an earlier action: asked first; where rows were changed since, the user sees which, and decides."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from registry_app.domain.errors import Conflict
from registry_app.domain.ids import ActionId
from registry_app.domain.words import _
from registry_app.operations import histories
from registry_app.store.history import Changes
from registry_app.store.registry import Registry
from registry_app.ui import ask
from registry_app.ui.session import Session

MOST_ROWS = 12


def take_back(session: Session, action: ActionId, what: str, parent: QWidget) -> bool:
    """Whether ``action``, which people know as ``what``, was taken back, wholly or as far as the user wished."""
    asked = _("Take back “{what}”? This is an action of its own, and can be undone too.").format(what=what)
    if not ask.confirm(parent, asked, yes=_("&Take back"), no=_("&Leave it")):
        return False
    rows, title = session.registry.size(action), _("Taking back…")
    done = session.write_on(rows, parent, _attempt, action, title=title, skip_changed=False)
    if isinstance(done, tuple):
        text = _(
            "{count} rows were changed again since, and would lose that work:\n\n{rows}\n\n"
            "Take back only the other rows?"
        ).format(count=len(done), rows=_listed(done))
        if not ask.confirm(parent, text, yes=_("&Skip these rows"), no=_("&Leave it")):
            return False
        done = session.write_on(rows, parent, _attempt, action, title=title, skip_changed=True)
        if done is not None and not done:
            ask.tell(parent, _("Nothing else was left to take back."))
    return bool(done)


def _attempt(registry: Registry, action: ActionId, *, skip_changed: bool) -> Changes | tuple[str, ...]:
    """What taking back changed; the names of the rows in the way when there are some."""
    try:
        return registry.undo(action, skip_changed=skip_changed)
    except Conflict as conflict:
        return histories.blocked_rows(registry, conflict)


def _listed(rows: Sequence[str]) -> str:
    lines = [f"• {row}" for row in rows[:MOST_ROWS]]
    if len(rows) > MOST_ROWS:
        lines.append(_("and {count} more").format(count=len(rows) - MOST_ROWS))
    return "\n".join(lines)
