"""Rows of the log as they were before and after each change, walked back from what they hold now."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from registry_app.store import log
from registry_app.store.history import LogLine
from registry_app.store.log import Image
from registry_app.store.registry import Registry


class Step(Struct, frozen=True):
    """One line of the log with the row before and after it; {} where there was none."""

    line: LogLine
    before: Image
    after: Image


def steps(registry: Registry, told: Sequence[LogLine]) -> dict[int, Step]:
    """The rows of ``told`` before and after each of their changes, by the line's number."""
    touched: dict[str, dict[int, list[LogLine]]] = {}
    for line in told:
        touched.setdefault(line.noun, {}).setdefault(line.row, []).append(line)
    found: dict[int, Step] = {}
    for noun, rows in touched.items():
        now = log.rows_now(registry.connection, noun, rows)
        begun = {row: now.get(row, {}) for row, lines in rows.items() if any(line.kind == "insert" for line in lines)}
        found.update(_walked_back(registry, noun, begun))
        for line in (line for row, lines in rows.items() if row not in begun for line in lines):
            found[line.id] = _alone(line, now.get(line.row) or log.last_image(registry.connection, noun, line.row))
    return found


def _walked_back(registry: Registry, noun: str, state: dict[int, Image]) -> Iterator[tuple[int, Step]]:
    """Every step of the rows of ``state``, back from how they are now: only so is it known how one began."""
    lines = log.lines_of_rows(registry.connection, noun, state) if state else []
    for line in sorted(lines, key=lambda line: line.id, reverse=True):
        after = state[line.row]
        state[line.row] = before = _before(line, after)
        yield line.id, Step(line, before, after)


def _alone(line: LogLine, known: Image) -> Step:
    """A step that says itself what it changed; whatever else the row holds – whose it is – does not change."""
    if line.kind == "delete":
        return Step(line, line.image, {})
    after = {**known, **{name: pair[1] for name, pair in line.image.items() if isinstance(pair, list)}}
    return Step(line, _before(line, after), after)


def _before(line: LogLine, after: Image) -> Image:
    if line.kind == "insert":
        return {}
    if line.kind == "delete":
        return line.image
    return {**after, **{name: pair[0] for name, pair in line.image.items() if isinstance(pair, list)}}
