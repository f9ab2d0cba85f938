"""Chosen rows of a noun for other programs, as text and as a table."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from registry_app.domain.search import Moment
from registry_app.operations import people_shown
from registry_app.store.registry import Registry
from registry_app.ui.models.clipboard import AT_ONCE, Copied, copied, fields

from .columns import NounColumn


def gathered(registry: Registry, noun: str, ids: Sequence[int], columns: Sequence[NounColumn], at: Moment) -> Copied:
    """The rows of ``ids`` as they were on the day of ``at``, with ``columns``."""
    rows: list[Any] = []
    for first in range(0, len(ids), AT_ONCE):
        rows += registry.inside.of(noun).window(ids[first : first + AT_ONCE], at)
    return replace(copied(columns, rows), people=people_shown.count([(noun, rows, fields(columns))]))
