"""How long the models that look outdated take to be found in a register of 100,000 models with ten reviews each, beside
a floor of the same run: reading the index of models once."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from registry_app.domain.search import Moment
from registry_app.operations import files, outdated
from registry_app.store.registry import Registry

from .rounds import reviewed

TRIES = 5
AT = Moment(date.today())


def measure(register: Path) -> dict[str, float]:
    """Milliseconds, the best of five, of the whole list and of its first page with the rows."""
    with files.open_register(reviewed(register), read_only=True) as registry:
        floor = _best(lambda: registry.connection.execute("SELECT * FROM model_index").fetchall())
        whole = _best(lambda: _listed(registry))
        counted = _best(lambda: registry.models.view_counts(AT))
    return {"list_ms": whole, "views_ms": counted, "floor_ms": floor, "ratio": whole / floor}


def _listed(registry: Registry) -> None:
    found = outdated.find(registry, AT)
    list(outdated.shown(registry, found[:300], AT))


def _best(work: Callable[[], object]) -> float:
    taken = []
    for _try in range(TRIES):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken) * 1000
