"""What the SQL of one noun consists of; ``noun_tables`` and the ``…_table`` files beside it declare each.

``:on`` is the day asked for.
"""

from collections.abc import Mapping

from msgspec import Struct, field


class NounTable(Struct, frozen=True, kw_only=True):
    """One noun. ``columns`` are the value's attributes and its row's columns alike; ``source`` is FROM with ``r`` as
    the row; ``fields`` gives each of the noun's fields as an expression (NULL or '' for blank), ``entries`` the row
    number behind a field that names a list's entry, ``orders`` what a field is sorted by where that is not what is
    shown; ``views`` are conditions; ``name`` is the column that gives its place among others (``by_person`` as people
    stand); ``in_use`` says of the bare row that it is offered; ``text`` are expressions of what is searched, ``texts``
    what is searched of rows of other nouns instead, by alias, ``x`` first; ``dependents`` say which rows' text hangs on
    rows (:rows) of another table."""

    table: str
    prefix: str
    columns: tuple[str, ...]
    source: str
    fields: Mapping[str, str]
    entries: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, str] = field(default_factory=dict)
    views: Mapping[str, str] = field(default_factory=dict)
    name: str = "name"
    by_person: bool = False
    in_use: str = "1"
    text: tuple[str, ...] = ()
    texts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    dependents: Mapping[str, str] = field(default_factory=dict)


ROWS = "(SELECT value FROM json_each(:rows))"
"""The row numbers handed in."""
FORMER_NAMES = "(SELECT group_concat(name, ' ') FROM area_former_name f WHERE f.area_id = a.id)"
"""What the area ``a`` was called before."""
