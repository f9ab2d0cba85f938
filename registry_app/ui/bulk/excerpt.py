"""A long text as one line of a table: what stands around its first hit, the places of the hits moved along. Pure."""

from collections.abc import Sequence

from registry_app.operations.replacing import Span

BEFORE, SURE, MOST = 14, 26, 240
"""Letters shown before the first hit, how far a hit is surely in sight, and how many letters there are at most."""
LINE_END = "↵"


def excerpt(text: str, spans: Sequence[Span] = ()) -> tuple[str, tuple[Span, ...]]:
    """One line of at most about MOST letters that begins shortly before the first hit, and the hits in it."""
    start = max(0, spans[0][0] - BEFORE) if spans and spans[0][1] > SURE else 0
    end = min(len(text), start + MOST)
    shown = text[start:end].replace("\n", LINE_END).replace("\t", " ")
    lead = "…" if start else ""
    moved = len(lead) - start
    inside = tuple(
        (max(begin, start) + moved, min(stop, end) + moved) for begin, stop in spans if begin < end and stop > start
    )
    return f"{lead}{shown}{'…' if end < len(text) else ''}", inside
