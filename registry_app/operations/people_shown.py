"""How many people's data stands on a paper or in a file: each once, whatever number of rows names them."""

from collections.abc import Iterable, Sequence
from typing import Any

PERSONAL = {
    "site": frozenset(("leader", "leader_phone")),
    "team": frozenset(("leader", "leader_born", "leader_phone", "deputies")),
    "household": frozenset(("head", "phone", "address", "signature")),
    "camera_point": frozenset(("owner_name", "ownership")),
    "commendation": frozenset(("name",)),
    "exemplar": frozenset(("name",)),
    "model": frozenset(("leaders",)),
}
"""Columns that show somebody, where a noun's rows are not people themselves."""
Shown = tuple[str, Sequence[Any], frozenset[str] | None]
"""A noun, its rows, the columns that are shown (None: all)."""


def count(shown: Iterable[Shown], subject: Any = None) -> int:
    """The people of all ``shown``, and the one whose sheet it is."""
    found: set[tuple[object, ...]] = set()
    for noun, rows, columns in shown:
        personal = PERSONAL.get(noun)
        if personal is None and noun not in ("person", "membership"):
            continue
        if personal is None or columns is None or personal & columns:
            for row in rows:
                found.update(_people(noun, row))
    if subject is not None:
        found.add(("person", subject.id))
    return len(found)


def _people(noun: str, row: Any) -> Iterable[tuple[object, ...]]:
    """A key for each person in ``row``: the register's own where the row has it, else the name with what is beside."""
    if noun in ("person", "membership"):
        return (("person", row.id if noun == "person" else row.person_id),)
    if noun == "household":
        return (("household", row.id),)
    if noun == "model":
        return [("leader", name, "") for name in row.leaders.split("; ") if name]
    if noun in ("commendation", "exemplar"):
        known = ("person", row.person_id) if row.person_id else ("honoured", row.name)
        named = row.recipient == "person" and getattr(row, "number", 1) == 1
        return (known,) if named else ()
    if noun == "camera_point":
        return (("owner", row.owner_name),) if row.owner == "household" and row.owner_name else ()
    named = [("leader", row.leader, row.leader_phone)] if row.leader else []
    deputies = [("deputy", name) for name in row.deputies.split("; ") if name] if noun == "team" else []
    return (*named, *deputies)
