"""How many people's data stands on a paper or in a file: each once, whatever number of rows names them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .histories import FieldChange

PERSONAL = {
    "site": frozenset(("leader", "leader_phone")),
    "team": frozenset(("leader", "leader_born", "leader_phone", "deputies")),
    "household": frozenset(("head", "phone", "address", "signature")),
    "camera_point": frozenset(("owner_name", "ownership")),
    "commendation": frozenset(("name",)),
    "exemplar": frozenset(("name",)),
    "model": frozenset(("leaders",)),
    "round_row": frozenset(("leader",)),
}
"""Columns that show somebody, where a noun's rows are not people themselves."""
FACTS = frozenset(("name", "born", "phone", "id_number", "address"))
"""What of a person or a member names them, where a cell stands alone."""
CHANGED = {
    "person": FACTS | {"replaced_by"},
    "membership": frozenset(("person",)),
    "not_the_same": frozenset(("one", "other")),
    "household": PERSONAL["household"],
    "camera_point": frozenset(("owner_name",)),
    "commendation": frozenset(("name", "person")),
    "exemplar": frozenset(("name", "person")),
}
"""Fields by which the history names somebody."""
Key = tuple[object, ...]
"""Tells one person from another."""
Shown = tuple[str, Sequence[Any], frozenset[str] | None]
"""A noun, its rows, the columns that are shown (None: all)."""


def count(shown: Iterable[Shown], subject: Any = None) -> int:
    """The people of all ``shown``, and the one whose sheet it is."""
    found: set[Key] = set()
    for noun, rows, columns in shown:
        for row in rows:
            found.update(in_row(noun, row, columns))
    if subject is not None:
        found.add(("person", subject.id))
    return len(found)


def in_row(noun: str, row: Any, columns: frozenset[str] | None = None) -> Iterable[Key]:
    """Who stands in ``row`` where ``columns`` are shown (None: all)."""
    personal = PERSONAL.get(noun)
    if personal is None:
        return _people(noun, row) if noun in ("person", "membership") else ()
    return _people(noun, row) if columns is None or personal & columns else ()


def in_cell(noun: str, row: Any, column: str) -> Iterable[Key]:
    """Whom that cell of ``row`` names."""
    if column not in PERSONAL.get(noun, FACTS):
        return ()
    found = in_row(noun, row, frozenset((column,)))
    if noun != "team":
        return found
    return tuple(key for key in found if (key[0] == "deputy") == (column == "deputies"))


def in_change(change: "FieldChange") -> Key | None:
    """Whom a line of the history names."""
    if change.field_key not in CHANGED.get(change.noun_key, ()):
        return None
    of_people = change.noun_key in ("person", "membership", "not_the_same")
    return ("person" if of_people else change.noun_key, change.code or change.new_value or change.old_value)


def _people(noun: str, row: Any) -> Iterable[Key]:
    """A key for each person in ``row``: the register's own where the row has it, else the name with what is beside."""
    if noun in ("person", "membership"):
        return (("person", row.id if noun == "person" else row.person_id),)
    if noun == "household":
        return (("household", row.id),)
    if noun in ("model", "round_row"):
        names = row.leaders if noun == "model" else row.leader
        return [("leader", name, "") for name in names.split("; ") if name]
    if noun in ("commendation", "exemplar"):
        known = ("person", row.person_id) if row.person_id else ("honoured", row.name)
        named = row.recipient == "person" and getattr(row, "number", 1) == 1
        return (known,) if named else ()
    if noun == "camera_point":
        return (("owner", row.owner_name),) if row.owner == "household" and row.owner_name else ()
    named = [("leader", row.leader, row.leader_phone)] if row.leader else []
    deputies = [("deputy", name) for name in row.deputies.split("; ") if name] if noun == "team" else []
    return (*named, *deputies)
