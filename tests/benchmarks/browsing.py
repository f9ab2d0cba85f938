"""How fast one looks around in a large register: counts of the sidebar, header filters, views, groups, a bulk preview;
each beside a floor of the same run."""

import time
from functools import partial
from pathlib import Path

from registry_app.domain.fields import BY_NAME, listed
from registry_app.domain.ids import ModelId
from registry_app.domain.search import VIEWS, Filter, Order, Search
from registry_app.operations import bulk, files
from registry_app.operations.deeds import Deeds, MakeEmpty, ReplaceText, SetTo
from registry_app.operations.replacing import Wanted
from registry_app.store.axes import GROUPABLE
from registry_app.store.registry import Registry
from registry_app.ui.models.grouping import foretold
from registry_app.ui.models.list_model import FORETOLD, GROUPED_PAGE
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
    for name in ("sidebar", "filter", "view", "group", "step", "bulk"):
        found[f"{name}_ratio"] = found[f"{name}_ms"] / floor
    return found


def _sidebar(registry: Registry) -> dict[str, float]:
    fixed = best(lambda: registry.models.view_counts(AT))
    axes = {f"axis_{axis}_ms": best(partial(registry.facets.counts, axis, AT)) for axis in AXES}
    return {"fixed_views_ms": fixed, **axes, "sidebar_ms": max(fixed, *axes.values())}


def _filters(registry: Registry) -> dict[str, float]:
    """Every heading's filter, of all rows; of some fields once more below another filter; letters typed in it."""
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
    letters = {
        f"letters_{name}_ms": best(partial(registry.facets.of, Search(), name, AT, letters="an ninh"))
        for name in ("name", "code", "aim", "notes", "funding")
    }
    slowest = max(*plain.values(), *below.values())
    return {**plain, **below, "filter_ms": slowest, **letters, "letters_ms": max(letters.values())}


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
    """The first page under headings, as the list shows it, and the slowest of the steps that find the rest: so long the
    window cannot answer."""
    shown = {f"group_{field}_ms": best(partial(_first_page, registry, field)) for field in sorted(GROUPABLE)}
    steps = {
        f"step_{name}_ms": _slowest_step(registry, search)
        for name, search in {
            **{f"group_{field}": Search(group=field) for field in sorted(GROUPABLE)},
            "sort_code": Search(order=(Order("code", descending=True),)),
            "sort_founded_code": Search(order=(Order("founded_on"), Order("code"))),
            "words": Search(words="an ninh"),
        }.items()
    }
    return {**shown, "group_ms": max(shown.values()), **steps, "step_ms": max(steps.values())}


def _first_page(registry: Registry, field: str) -> None:
    ids = registry.models.ids(Search(group=field), AT, GROUPED_PAGE)
    foretold(registry.models.window(ids[:FORETOLD], AT), BY_NAME[field])


def _slowest_step(registry: Registry, search: Search) -> float:
    """Each step at its best, so that a busy moment does not count; of those the slowest."""
    tries = [_steps(registry, search) for _try in range(3)]
    at_best: list[float] = [min(times) for times in zip(*tries, strict=True)]
    return max(at_best)


def _steps(registry: Registry, search: Search) -> list[float]:
    going = registry.facets.arranged(search, AT)
    times = []
    found = None
    while found is None:
        start = time.perf_counter()
        found = next(going)
        times.append((time.perf_counter() - start) * 1000)
    return times


def _bulk(registry: Registry) -> dict[str, float]:
    """Choosing all and looking at what would change in the first 10,000."""

    def look() -> None:
        ids = registry.models.ids(Search(), AT)[:BULK]
        bulk.preview(registry, [ModelId(number) for number in ids], DEEDS)

    return {"bulk_ms": best(look, 2)}
