"""How fast one looks around in a large register: counts of the sidebar, header filters, views, groups, a bulk preview;
each beside a floor of the same run."""

from functools import partial
from pathlib import Path

from registry_app.domain.fields import listed
from registry_app.domain.ids import ModelId
from registry_app.domain.search import VIEWS, Filter, Search
from registry_app.operations import bulk, files
from registry_app.operations.deeds import Deeds, MakeEmpty, ReplaceText, SetTo
from registry_app.operations.replacing import Wanted
from registry_app.store.axes import GROUPABLE
from registry_app.store.registry import Registry
from registry_app.ui.models.sidebar import AXES

from .store import AT, PAGE, best

BULK = 10_000
DEEDS: Deeds = {
    "level": SetTo("Cấp xã"),
    "funding": MakeEmpty(),
    "notes": ReplaceText(Wanted(find="mô hình", by="Mô hình")),
}


def measure(register: Path) -> dict[str, float]:
    """Milliseconds (the best of five; bulk the best of two) of the slowest of each kind."""
    files.open_register(register).close()
    with files.open_register(register, read_only=True) as registry:
        floor = best(lambda: registry.connection.execute("SELECT sum(length(name_key)) FROM model_index").fetchall())
        found = {"rows_floor_ms": floor}
        found |= _sidebar(registry) | _filters(registry) | _views(registry) | _groups(registry) | _bulk(registry)
    for name in ("sidebar", "filter", "view", "group", "bulk"):
        found[f"{name}_ratio"] = found[f"{name}_ms"] / floor
    return found


def _sidebar(registry: Registry) -> dict[str, float]:
    fixed = best(lambda: registry.models.view_counts(AT))
    axes = {f"axis_{axis}_ms": best(partial(registry.facets.counts, axis, AT)) for axis in AXES}
    return {"fixed_views_ms": fixed, **axes, "sidebar_ms": max(fixed, *axes.values())}


def _filters(registry: Registry) -> dict[str, float]:
    """Every heading's filter, of all rows; of some fields once more below another filter."""
    search = Search(filters=(Filter("level", ("ward",)),))
    plain = {
        f"filter_{name}_ms": best(partial(registry.facets.of, Search(), name, AT))
        for name in listed(registry.lists)
        if not name.startswith("extra.") or name == "extra.eyes"
    }
    below = {
        f"filter_{name}_below_ms": best(partial(registry.facets.of, search, name, AT))
        for name in ("type", "areas", "due")
    }
    return {**plain, **below, "filter_ms": max(*plain.values(), *below.values())}


def _views(registry: Registry) -> dict[str, float]:
    pages = {
        f"view_{view.key}_ms": best(partial(registry.models.ids, Search(view=view.key), AT, PAGE)) for view in VIEWS
    }
    values = {}
    for axis in AXES:
        (value, _count), *_others = registry.facets.of(Search(), axis, AT).values
        search = Search(filters=(Filter(axis, (value,)),))
        values[f"view_of_{axis}_ms"] = best(partial(registry.models.ids, search, AT, PAGE))
    return {**pages, **values, "view_ms": max(*pages.values(), *values.values())}


def _groups(registry: Registry) -> dict[str, float]:
    """The groups and the first page of rows, as the list asks for both."""

    def show(field: str) -> None:
        search = Search(group=field)
        registry.facets.groups(search, AT)
        registry.models.ids(search, AT, PAGE)

    taken = {f"group_{field}_ms": best(partial(show, field)) for field in sorted(GROUPABLE)}
    return {**taken, "group_ms": max(taken.values())}


def _bulk(registry: Registry) -> dict[str, float]:
    """Choosing all and looking at what would change in the first 10,000."""

    def look() -> None:
        ids = registry.models.ids(Search(), AT)[:BULK]
        bulk.preview(registry, [ModelId(number) for number in ids], DEEDS)

    return {"bulk_ms": best(look, 2)}
