"""What a user does with the ward's own views: keep what the list shows under a name, rename, arrange, drop, find."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from registry_app.domain import rules
from registry_app.domain.cleaning import line
from registry_app.domain.errors import NotFound, Problem, Refused
from registry_app.domain.kinds import LINE_LIMIT
from registry_app.domain.query import Trouble, parse, searched
from registry_app.domain.saved_view import SavedView, usable
from registry_app.domain.search import VIEWS, Search
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

TAKEN = N_("There is a view called “{name}” already. Choose another name.")


def save_view(registry: Registry, view: SavedView) -> tuple[SavedView, Changes]:
    """Keep ``view``: a new one (id 0) last. Raises Refused for a name that is blank, too long or taken, ReadOnly."""
    known = registry.views.all()
    name = line(view.name)
    _refuse_name(name, view.id, known)
    position = view.position if view.id else len(known)
    wanted = replace(view, name=name, position=position)
    with registry.change(N_("Edit view") if view.id else N_("Save view")) as change:
        number = registry.views.save(wanted)
    return replace(wanted, id=number), change.changes


def delete_view(registry: Registry, view: SavedView) -> Changes:
    """Drop ``view``; the models that it shows stay as they are. Raises ReadOnly."""
    with registry.change(N_("Delete view")) as change:
        registry.views.delete(view.id)
    return change.changes


def arrange_views(registry: Registry, views: Sequence[int]) -> Changes:
    """Let the views of those numbers stand in that order. Raises ReadOnly."""
    with registry.change(N_("Arrange views")) as change:
        registry.views.arrange(views)
    return change.changes


def search_of(registry: Registry, name: str) -> Search:
    """What the view called ``name`` shows: a fixed one by its key, else a saved one by its name, accents or not. Raises
    NotFound."""
    if name in {view.key for view in VIEWS}:
        return Search(view=name)
    wanted = fold(name)
    saved = registry.views.all()
    found = next((view for view in saved if fold(view.name) == wanted), None)
    if found is None:
        names = ", ".join((*(view.key for view in VIEWS), *(view.name for view in saved)))
        raise NotFound(N_("There is no view “{view}”. Views: {views}."), view=name, views=names)
    return usable(found, registry.lists)[0].search


def asked(registry: Registry, view: str, typed: str, today: date) -> tuple[Search, tuple[Trouble, ...]]:
    """The view called ``view`` narrowed by a query as typed, and what of the query could not be read. Raises
    NotFound."""
    query = parse(typed, registry.lists, today)
    return searched(search_of(registry, view), query), query.troubles


def _refuse_name(name: str, number: int, known: Sequence[SavedView]) -> None:
    if not name:
        raise Refused([Problem("name", rules.EMPTY)])
    if len(name) > LINE_LIMIT:
        text = N_("The text has {length} letters; at most {limit} fit here.")
        raise Refused([Problem("name", text, {"length": len(name), "limit": LINE_LIMIT})])
    fixed = {fold(label) for view in VIEWS for label in (view.key, str(view))}
    others = {fold(view.name) for view in known if view.id != number}
    if fold(name) in fixed | others:
        raise Refused([Problem("name", TAKEN, {"name": name})])
