"""A query as typed, read as a Search over what is inside models: words, and terms of the noun's own fields."""

from datetime import date

from registry_app.domain.describing import fields_of
from registry_app.domain.errors import NotFound
from registry_app.domain.noun_views import NOUN_VIEWS
from registry_app.domain.query import Trouble, parse, searched
from registry_app.domain.search import Search
from registry_app.domain.words import N_
from registry_app.store.registry import Registry


def asked(registry: Registry, noun: str, view: str, typed: str, today: date) -> tuple[Search, tuple[Trouble, ...]]:
    """The rows of ``noun`` in ``view`` that the query leaves, and what of the query could not be read. Raises
    NotFound."""
    views = [one.key for one in NOUN_VIEWS[noun]]
    if view not in views:
        text = N_("There is no view “{view}”. Views: {views}.")
        raise NotFound(text, view=view, views=", ".join(views))
    query = parse(typed, registry.lists, today, fields_of(noun, registry.lists))
    return searched(Search(view=view, noun=noun), query), query.troubles
