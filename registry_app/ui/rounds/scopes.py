"""Over which models a round can be opened: what the list shows, all active ones, those due, the ward's own views."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.ids import AreaId
from registry_app.domain.saved_view import usable
from registry_app.domain.search import VIEWS, Filter, Search
from registry_app.domain.words import _
from registry_app.ui.session import Session

from .reviewer_model import AreaLine

MOST = 20_000
"""Of more models it is not told in advance how many are in each area."""
VIEWS_OFFERED = ("due", "overdue", "never-reviewed")


class Scope(Struct, frozen=True):
    """``label`` is what people read, in the language in use."""

    key: str
    label: str
    search: Search


def scopes(session: Session, shown: Search) -> Iterator[Scope]:
    """What can be chosen; ``shown`` is what the list shows."""
    registry = session.registry
    active = Search(filters=(Filter("status_kind", ("active",)),))
    yield Scope("active", _("All active models"), active)
    yield Scope("shown", _("What the list of models shows now"), replace(shown, group=None))
    for option in VIEWS:
        if option.key in VIEWS_OFFERED:
            label = str(option).format(days=session.moment.within)
            yield Scope(option.key, label, Search(view=option.key))
    yield Scope("all", _("All models that have not ended"), Search())
    for view in registry.views.all():
        search = usable(view, registry.lists)[0].search
        yield Scope(f"saved-{view.id}", _("View “{name}”").format(name=view.name), replace(search, group=None))


def areas(session: Session, search: Search) -> list[AreaLine]:
    """The areas in which models of ``search`` are looked at, in the order of their list."""
    registry = session.registry
    shelf, lists = registry.loop.rounds, registry.lists
    taken = shelf.takeable(registry.models.ids(search, session.moment))
    counts: Counter[AreaId] = Counter()
    if len(taken) <= MOST:
        counts.update(shelf.first_areas(taken).values())
    return [
        AreaLine(number, area.name, counts[number])
        for number, area in lists.areas.items()
        if counts[number] or (len(taken) > MOST and not area.retired)
    ]
