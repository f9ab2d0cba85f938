"""The columns that a user has, as the text kept for the next start; what is damaged or unknown there counts for
nothing."""

import json
from collections.abc import Sequence

from registry_app.domain.saved_view import ShownColumn

MOST_BYTES, MOST_COLUMNS, WIDEST = 100_000, 300, 100_000


def to_text(columns: Sequence[ShownColumn], *, frozen: bool) -> bytes:
    """``columns`` and whether the first one stays in sight."""
    stored = {"columns": [[column.field, column.width] for column in columns], "frozen": frozen}
    return json.dumps(stored, ensure_ascii=False).encode()


def from_text(text: bytes) -> tuple[tuple[ShownColumn, ...], bool]:
    """What ``to_text`` wrote; no columns for the usual ones."""
    try:
        stored = json.loads(text) if len(text) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        return (), True
    if not isinstance(stored, dict):
        return (), True
    listed = stored.get("columns")
    columns = [_column(one) for one in listed[:MOST_COLUMNS]] if isinstance(listed, list) else []
    return tuple(column for column in columns if column), stored.get("frozen") is not False


def _column(stored: object) -> ShownColumn | None:
    match stored:
        case [str(field), int(width)] if field and 0 <= width <= WIDEST:
            return ShownColumn(field=field, width=width)
        case [str(field), *_others] if field:
            return ShownColumn(field=field)
    return None
