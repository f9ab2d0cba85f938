"""How long a round of reviews over 10,000 models takes to open, to close and to be taken back, in a register of 100,000
models with ten reviews each; each beside a floor of the same run: as many plain rows written to a logged table."""

import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random
from shutil import copyfile

from registry_app.domain.ids import RoundId
from registry_app.domain.search import Filter, Search
from registry_app.operations import files, rounds
from registry_app.operations.rounds import NewRound
from registry_app.store import derived
from registry_app.store.registry import Registry

ROWS, REVIEWS = 10_000, 10
TRIES = 3


def measure(register: Path) -> dict[str, float]:
    """Milliseconds, the best of three: opening, closing, taking the closing back, taking the opening back."""
    return _measured(reviewed(register))


def reviewed(register: Path) -> Path:
    """A copy of ``register`` whose models have ten reviews each, made once; written past the log."""
    made = register.with_name("reviewed.registry")
    if made.exists():
        return made
    part = register.with_name("reviewed.part")
    copyfile(register, part)
    with files.open_register(part) as registry:
        _review(registry)
    part.replace(made)
    return made


def _review(registry: Registry) -> None:
    chance, connection = Random(5), registry.connection
    today = date.today()
    grades = [None, *registry.lists.grades]
    known = dict(connection.execute("SELECT model_id, count(*) FROM review GROUP BY model_id").fetchall())
    models = [number for (number,) in connection.execute("SELECT id FROM model")]
    connection.execute("PRAGMA query_only = OFF")
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        'INSERT INTO review (model_id, kind, "on", grade_id, effective) VALUES (?, ?, ?, ?, ?)',
        (
            (
                model,
                chance.choice(("review", "review", "interim", "final")),
                (today - timedelta(days=chance.randint(200, 3000))).isoformat(),
                chance.choice(grades),
                chance.choice(("yes", "yes", "no", None)),
            )
            for model in models
            for _one in range(REVIEWS - known.get(model, 0))
        ),
    )
    derived.refresh_models(connection, models, today)
    connection.execute("COMMIT")
    connection.execute("PRAGMA query_only = ON")


def _measured(register: Path) -> dict[str, float]:
    work = register.with_name("round.registry")
    copyfile(register, work)
    found: dict[str, list[float]] = {}
    with closing(files.open_register(work)) as registry:
        registry.loop.rounds.shown()
        for _try in range(TRIES):
            for name, took in _once(registry).items():
                found.setdefault(name, []).append(took)
    work.unlink()
    best = {name: min(times) for name, times in found.items()}
    slowest = max(best["open_ms"], best["close_ms"], best["undo_ms"])
    return {**best, "ratio": slowest / best["floor_ms"]}


def _once(registry: Registry) -> dict[str, float]:
    opened: list[RoundId] = []

    def open_one() -> None:
        today = date.today()
        new = NewRound(
            name="Đợt đo",
            period_from=f"1/1/{today.year}",
            period_to=f"31/12/{today.year}",
            search=Search(filters=(Filter("type", _types(registry)),)),
        )
        opened.append(rounds.open_round(registry, new).id)

    taken = {"open_ms": _took(open_one)}
    (number,) = opened
    with registry.change("Enter results of a round"):
        registry.connection.execute(
            "UPDATE round_row SET grade_id = 1 + position % 4, effective = 'yes', findings = 'Hoạt động đều' "
            "WHERE round_id = ?",
            (number,),
        )
    today = date.today().isoformat()
    taken["close_ms"] = _took(lambda: rounds.close(registry, number, today))
    taken["undo_ms"] = _took(registry.undo)
    registry.undo()
    taken["undo_open_ms"] = _took(registry.undo)
    taken["floor_ms"] = _took(lambda: _plainly(registry))
    registry.undo()
    return taken


def _types(registry: Registry) -> tuple[int, ...]:
    """Types that have about 10,000 models together which can be reviewed."""
    query = """SELECT type_id, count(*) FROM model_index WHERE trashed = 0 AND status_kind <> 'ended'
        GROUP BY type_id ORDER BY count(*)"""
    chosen: list[int] = []
    count = 0
    for number, models in registry.connection.execute(query):
        if count < ROWS:
            chosen.append(number)
            count += models
    return tuple(chosen)


def _plainly(registry: Registry) -> None:
    """As many rows of a logged table on which nothing hangs, as one action."""
    with registry.change("Add to list"):
        registry.connection.executemany("INSERT INTO tag (name) VALUES (?)", [(f"từ {n}",) for n in range(ROWS)])


def _took(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
