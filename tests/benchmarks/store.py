"""How fast a large register answers and saves: words, orders, counts, one save; each beside a floor of the same run."""

import resource
import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Moment, Search
from registry_app.operations import files, models
from registry_app.store import engine
from registry_app.store.axes import AXES, MODEL, SORTABLE
from registry_app.store.registry import Registry
from registry_app.ui.models.narrowing import Narrowing

from .generator import TODAY

AT = Moment(TODAY)
PAGE = 256
"""How many row numbers the list asks for before it paints."""

_GROWING = ("ca", "cam", "came", "camer", "camera", "camera t", "camera to", "camera to 5")
_SELDOM = ("yet kieu", "kỳ hòa 1", "quynh luu", "zzzz")
_COMMON = ("c", "a", "tổ", "an ninh", "to dan pho 5")
_TRIES = 5


def measure(register: Path) -> dict[str, float]:
    """Milliseconds (the best of five) of the slowest of each kind of question, and of the median save."""
    start = time.perf_counter()
    files.open_register(register).close()  # one made before may need an upgrade
    with files.open_register(register, read_only=True) as registry:
        opened = (time.perf_counter() - start) * 1000
        found = {"models": float(registry.models.count(Search(), AT)), "open_ms": opened}
        found |= _words(registry) | _orders(registry) | _counts(registry)
    found |= _saves(register)
    found["resident_mib"] = _resident()
    return found


def best(work: Callable[[], object], tries: int = _TRIES) -> float:
    """The shortest of several runs in milliseconds."""
    return min(_once(work) for _try in range(tries))


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _words(registry: Registry) -> dict[str, float]:
    floor = best(lambda: registry.connection.execute("SELECT sum(length(folded)) FROM model_text").fetchall())
    growing = max(map(min, zip(*(_typed(registry) for _try in range(_TRIES)), strict=True)))
    seldom = max(_page_of(registry, words) for words in _SELDOM)
    common = max(_page_of(registry, words) for words in _COMMON)
    return {
        "text_floor_ms": floor,
        "growing_word_ms": growing,
        "growing_word_ratio": growing / floor,
        "seldom_word_ms": seldom,
        "seldom_word_ratio": seldom / floor,
        "common_word_ms": common,
        "common_word_ratio": common / floor,
    }


def _typed(registry: Registry) -> list[float]:
    """The first page of each word while it grows; the rest is read after each, as the window does when it is idle."""
    narrowing = Narrowing()
    taken = []
    for words in _GROWING:
        search = Search(words=words)
        taken.append(_once(partial(narrowing.ids, registry, search, AT, PAGE)))
        narrowing.ids(registry, search, AT)
    return taken


def _page_of(registry: Registry, words: str) -> float:
    return best(partial(registry.models.ids, Search(words=words), AT, PAGE))


def _orders(registry: Registry) -> dict[str, float]:
    """Fields that a list shows at first, or whose order is kept, and by themselves those whose order is reckoned."""
    scan = f"SELECT id FROM model_index NOT INDEXED ORDER BY name_key LIMIT {PAGE}"
    floor = best(lambda: registry.connection.execute(scan).fetchall())
    pages: dict[str, float] = {}
    for field in sorted(SORTABLE):
        for down in (False, True):
            search = Search().sorted_by(field, descending=down)
            page = best(partial(registry.models.ids, search, AT, PAGE))
            pages[f"sort_{'-' * down}{field}_ms"] = page
    loose = {name: page for name, page in pages.items() if AXES[name[5:-3].removeprefix("-")].key_join == MODEL}
    worst = max(page for name, page in pages.items() if name not in loose)
    rare = max(loose.values())
    return {"order_floor_ms": floor, **pages, "sort_ms": worst, "sort_ratio": worst / floor, "sort_rare_ms": rare}


def _counts(registry: Registry) -> dict[str, float]:
    floor = best(lambda: registry.connection.execute("SELECT sum(status_id) FROM model_index").fetchall())
    counts = best(lambda: registry.models.view_counts(AT))
    whole = best(lambda: registry.models.ids(Search(), AT))
    rows = registry.models.ids(Search(), AT, 128)
    window = best(lambda: registry.models.window(rows, AT))
    return {
        "view_counts_ms": counts,
        "view_counts_ratio": counts / floor,
        "all_ids_ms": whole,
        "window_of_128_ms": window,
    }


def _saves(register: Path, saves: int = 50) -> dict[str, float]:
    """The median of many saves of a copy, beside a plain row's update with the same pragmas."""
    copy = register.with_name("saves.registry")
    shutil.copyfile(register, copy)
    with files.open_register(copy) as registry:
        chosen = registry.models.ids(Search(), AT, saves + 1)
        models.edit(registry, ModelId(chosen[-1]), {"notes": "lần đầu của phiên"})
        taken = sorted(
            _once(partial(models.edit, registry, ModelId(number), {"name": f"Tên mới {number}"}))
            for number in chosen[:-1]
        )
        undo = best(registry.undo)
    floor = _plain_saves(copy, saves)
    copy.unlink()
    save = taken[saves // 2]
    return {"plain_save_ms": floor, "save_ms": save, "save_ratio": save / floor, "undo_ms": undo}


def _plain_saves(register: Path, saves: int) -> float:
    connection = engine.connect(register, "rw")
    connection.execute("PRAGMA query_only = OFF")

    def save(number: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE model SET notes = ? WHERE id = ?", (f"ghi chú {number}", number))
        connection.execute("COMMIT")

    taken = sorted(_once(partial(save, number)) for number in range(1, saves + 1))
    connection.close()
    return taken[saves // 2]


def _resident() -> float:
    """The most that this process held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
