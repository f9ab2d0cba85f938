"""``python -m tests.benchmarks``: every measure in one run, a table beside the aims, and bench.json.

Milliseconds are aims; what gates is the ratio to a floor measured in the same run.
"""

import argparse
import importlib.util
import json
import platform
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from msgspec import Struct

from .generator import generate


class Aim(Struct, frozen=True):
    """At most ``limit`` for a figure; ``figure`` is ``measure.key``."""

    figure: str
    limit: float
    what: str


AIMS = (
    Aim("window.start_ratio", 1.8, "first rows painted, against a bare window's start"),
    Aim("window.repaint_ratio", 1.7, "a page repainted, against QSqlTableModel"),
    Aim("window.resident_mib", 120, "resident memory with the window open, MiB"),
    Aim("store.growing_word_ms", 50, "first page of a growing word, ms"),
    Aim("store.seldom_word_ms", 50, "first page of a word with < 1,000 hits, ms"),
    Aim("store.common_word_ms", 150, "first page of any other word, ms"),
    Aim("store.sort_ms", 50, "first page after a change of sort (the slowest), ms"),
    Aim("store.sort_rare_ms", 500, "the same by a field whose order is not kept (paper number, signer …), ms"),
    Aim("store.save_ms", 10, "one save with full durability, ms"),
    Aim("store.growing_word_ratio", 2.5, "growing word, against reading the text once"),
    Aim("store.common_word_ratio", 6.0, "any other word, against reading the text once"),
    Aim("store.sort_ratio", 3.5, "change of sort, against one bare ORDER BY … LIMIT"),
    Aim("store.save_ratio", 12.0, "one save, against a plain row's update"),
    Aim("browsing.sidebar_ms", 100, "counts of the sidebar, the slowest part, ms"),
    Aim("browsing.filter_ms", 100, "opening a header filter (the slowest), ms"),
    Aim("browsing.view_ms", 50, "change of view to its first page (the slowest), ms"),
    Aim("browsing.group_ms", 200, "grouping (the slowest), ms"),
    Aim("browsing.step_ms", 100, "the longest step while the rest of the rows is found, ms"),
    Aim("browsing.bulk_ms", 1000, "choosing all, preview of a bulk edit of 10,000, ms"),
    Aim("browsing.sidebar_ratio", 12.0, "counts of the sidebar, against reading the index once"),
    Aim("browsing.filter_ratio", 12.0, "a header filter, against reading the index once"),
    Aim("browsing.view_ratio", 6.0, "change of view, against reading the index once"),
    Aim("browsing.group_ratio", 24.0, "grouping, against reading the index once"),
    Aim("rounds.open_ms", 2000, "opening a round over 10,000 models, ms"),
    Aim("rounds.close_ms", 2000, "closing it, ms"),
    Aim("rounds.undo_ms", 2000, "taking the closing back, ms"),
    Aim("rounds.ratio", 12.0, "the slowest of these, against as many plain rows written"),
    Aim("outdated.list_ms", 1000, "the list of models that look outdated, ms"),
    Aim("outdated.views_ms", 100, "counts of all fixed views with ten reviews a model, ms"),
    Aim("outdated.ratio", 4.0, "that list, against reading the index once"),
    Aim("inside.person_form_ms", 50, "opening the form of a person among 100,000 (the slowest), ms"),
    Aim("inside.team_window_ms", 50, "opening the window of a team among 8,000 (the slowest), ms"),
    Aim("inside.people_ratio", 8.0, "two words among 100,000 people, against reading the text once"),
    Aim("paper.ratio", 1.5, "PDF of 10,000 models, against drawing its wrapped lines"),
    Aim("paper.roster_ratio", 1.3, "PDF of a roster of 10,000 people, against drawing its wrapped lines"),
    Aim("paper.roster_libreoffice_part", 0.25, "the same, as a part of LibreOffice's time for the same sheet"),
    Aim("paper.roster_peak_mib", 150, "memory of that PDF, MiB"),
)
Figures = dict[str, float]


def main() -> int:
    """Measure, show, write; 1 when an aim is missed."""
    choice = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    choice.add_argument(
        "measures", nargs="*", help="store, browsing, rounds, outdated, window, inside, paper (all when none is named)"
    )
    choice.add_argument("--models", type=int, default=100_000)
    choice.add_argument("--register", type=Path, help="a register made before; made anew when it is not there")
    choice.add_argument("--out", type=Path, default=Path("bench.json"))
    chosen = choice.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        register = chosen.register or Path(folder) / "large.registry"
        found = _measured(set(chosen.measures), register, chosen.models)
    _show(found)
    chosen.out.write_text(json.dumps(_report(found, chosen.models), ensure_ascii=False, indent=1) + "\n", "utf-8")
    _say(f"\n{chosen.out}")
    return int(any(_value(found, aim) > aim.limit for aim in AIMS))


def _measured(wanted: set[str], register: Path, models: int) -> Figures:
    found: Figures = {}
    for name in ("store", "browsing", "rounds", "outdated", "window", "inside", "paper"):
        if (wanted and name not in wanted) or importlib.util.find_spec(f"{__package__}.{name}") is None:
            continue
        if name != "paper" and not register.exists():
            _say(f"making a register of {models:,} models …")
            generate(register, models)
        _say(f"measuring {name} …")
        measure: Callable[..., Figures] = import_module(f"{__package__}.{name}").measure
        figures = measure() if name == "paper" else measure(register)
        found |= {f"{name}.{key}": value for key, value in figures.items()}
    return found


def _show(found: Figures) -> None:
    for figure, value in found.items():
        _say(f"{figure:36}{value:12.2f}")
    _say(f"\n{'what':60}{'measured':>10}{'aim':>8}")
    for aim in AIMS:
        if aim.figure in found:
            value = found[aim.figure]
            _say(f"{aim.what:60}{value:10.2f}{aim.limit:8g}  {'ok' if value <= aim.limit else 'MISSED'}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _value(found: Figures, aim: Aim) -> float:
    return found.get(aim.figure, 0.0)


def _report(found: Figures, models: int) -> dict[str, object]:
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "system": platform.platform(),
        "models": models,
        "figures": {figure: round(value, 3) for figure, value in found.items()},
        "aims": {aim.figure: aim.limit for aim in AIMS},
        "missed": [aim.figure for aim in AIMS if _value(found, aim) > aim.limit],
    }


if __name__ == "__main__":
    sys.exit(main())
