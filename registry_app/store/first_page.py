"""The first page of words, as the whole answer begins, mostly without a look at all texts: the names that come first
tell which rows it holds."""

import json
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from .engine import Connection
from .where import EXACT, RANKS, STARTS, Query

NEAR, FAR = 3_000, 15_000
"""Rows by name among which the best are looked for first, and then where so many hold enough of them if they go on as
they begin: 2 ms for each 1,000, and all texts take 60 to 120 ms."""
SAMPLE = 200
"""Rows of those known that tell how many of them have the accents: under 1 ms."""

Near = Sequence[tuple[int, int]]
"""Row numbers by name, and how well each fits."""


def near(connection: Connection, query: Query) -> Near:
    """The rows of a ``ranked`` query that fit, among the names that come first. When enough of them fit best they are
    the first page, in 5 ms at 100,000 models."""
    return connection.execute(_among(query, NEAR), query.parameters).fetchall()


def first_page(
    connection: Connection, query: Query, near: Near, limit: int, among: Sequence[int] | None = None
) -> list[int]:
    """The first ``limit`` rows of a ``ranked`` query, which may be narrowed to those ``among`` others: all that fit
    better than most rows, then these by name. Nothing where so much must be read that all may be as well."""
    rank = _worst(connection, query, near, limit, among)
    if rank is None:
        return []
    page = [] if rank == EXACT else _numbers(connection, _better(query, rank, limit), query)
    page += [number for number, one in near if one == rank]
    if len(page) < limit:
        names = _among(query, f"{FAR - NEAR} OFFSET {NEAR}")
        further = f"{names} AND {query.ranked} = {rank} LIMIT {limit - len(page)}"
        page += _numbers(connection, further, query)
    return page[:limit] if len(page) >= limit else []


def _worst(connection: Connection, query: Query, near: Near, limit: int, among: Sequence[int] | None) -> int | None:
    """The rank that is to fill the page after those that fit better, which are read in full: the names that come first
    hold enough of it, or will if they go on as they begin. For the best of all more names are looked through."""
    ranks = Counter(rank for _number, rank in near)
    if ranks[EXACT] * (FAR // NEAR) >= limit:
        return EXACT
    if among is not None and _exact(connection, query, among) > limit:
        return STARTS
    return next((rank for rank in RANKS if ranks[rank] * 2 >= limit), None)


def _exact(connection: Connection, query: Query, among: Sequence[int]) -> int:
    """About how many of those rows have the words with their accents."""
    step = len(among) // SAMPLE + 1
    rows = json.dumps(list(among[step // 2 :: step]))
    text = f"""SELECT count(*) FROM json_each(:rows) j CROSS JOIN model_text x ON x.id = j.value
        WHERE {query.accents} = {EXACT}"""
    return step * int(connection.execute(text, {**query.parameters, "rows": rows}).fetchone()[0])


def _among(query: Query, names: object) -> str:
    """The SELECT of rows and ranks among so many ``names``; narrowing them further would gain nothing."""
    return f"""SELECT i.id, {query.ranked}
        FROM (SELECT id FROM model_index i WHERE {query.where[0]} ORDER BY name_key, id LIMIT {names}) i
        CROSS JOIN model_text x ON x.id = i.id WHERE {" AND ".join(query.words)}"""


def _better(query: Query, rank: int, rows: int) -> str:
    """The SELECT of no more than so many ``rows`` that fit better than ``rank``, in order; of all names."""
    fits = f"{query.accents} = {EXACT}" if rank == STARTS else f"{query.ranked} < {rank}"
    return replace(query, where=[*query.where, fits]).text("i.id", tail=f"LIMIT {rows}")


def _numbers(connection: Connection, text: str, query: Query) -> list[int]:
    return [row[0] for row in connection.execute(text, query.parameters)]
