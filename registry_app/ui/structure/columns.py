"""The columns of the tables that are typed into, in the order of the paper forms; people and households as the texts in
their cells."""

from collections.abc import Sequence

from registry_app.domain.entries import Lists, Role
from registry_app.domain.fields import Field
from registry_app.domain.household import HouseholdRow
from registry_app.domain.membership import MemberRow
from registry_app.domain.nouns import NOUNS
from registry_app.domain.options import label
from registry_app.domain.person import PersonRow

from .sheet import Column, Line

MEMBERS = {
    "name": 21,
    "role": 11,
    "born": 10,
    "sex": 7,
    "phone": 13,
    "id_number": 13,
    "address": 22,
    "valid_from": 10,
    "notes": 14,
}
HOUSEHOLDS = {
    "head": 26,
    "address": 34,
    "people": 9,
    "phone": 14,
    "pledged_on": 11,
    "valid_from": 10,
    "notes": 20,
}
"""Fields by name and how many letters wide they stand."""
ENDS = frozenset(("valid_to", "end_reason", "end_paper"))
"""What is written when somebody leaves, and not before."""
KNOWN = ("name", "born", "sex", "phone", "id_number", "address")
"""What the register knows of a person who is chosen for a line."""
RANKS = {"leader": 0, "deputy": 1, "member": 2}


def member_columns(lists: Lists, extra: Sequence[str] = ()) -> tuple[Column, ...]:
    """Of the members of a team, with ``extra`` fields of theirs behind; the roles are those in use."""
    fields = {field.name: field for field in pastable()}
    widths = {**MEMBERS, **{name: fields[name].width for name in extra}}
    return tuple(_column(fields[name], letters, lists) for name, letters in widths.items())


def pastable() -> tuple[Field, ...]:
    """What may be written of a new member: the fields of the table first, then the others of membership and person."""
    person, membership = NOUNS["person"].by_name, NOUNS["membership"].by_name
    fields = {name: field for name, field in {**person, **membership}.items() if field.page and name not in ENDS}
    return tuple(fields[name] for name in (*MEMBERS, *(name for name in fields if name not in MEMBERS)))


def household_columns(lists: Lists) -> tuple[Column, ...]:
    """Of the households of a team."""
    fields = NOUNS["household"].by_name
    return tuple(_column(fields[name], letters, lists) for name, letters in HOUSEHOLDS.items())


def _column(field: Field, letters: int, lists: Lists) -> Column:
    choices = tuple(map(str, field.options))
    if field.reference:
        choices = tuple(one.name for one in getattr(lists, field.reference).values() if not one.retired)
    return Column(field=field, letters=letters, choices=choices)


def texts_of(row: MemberRow | HouseholdRow | PersonRow, fields: Sequence[Field]) -> dict[str, str]:
    """``row`` as the texts of cells."""
    return {field.name: text_of(getattr(row, field.name), field) for field in fields}


def text_of(value: object, field: Field) -> str:
    """What people read for ``value``; "" for blank."""
    if value is None or value == "":
        return ""
    return label(field.options, str(value)) if field.options else field.kind.show(str(value))


def member_line(row: MemberRow, columns: Sequence[Column]) -> Line:
    """A member as the register has them."""
    texts = texts_of(row, [one.field for one in columns])
    return Line(key=row.id, base=texts, texts=dict(texts), person=row.person_id)


def household_line(row: HouseholdRow, columns: Sequence[Column]) -> Line:
    """A household as the register has it."""
    texts = texts_of(row, [one.field for one in columns])
    return Line(key=row.id, base=texts, texts=dict(texts))


def known_texts(row: PersonRow) -> dict[str, str]:
    """What the register knows of a person, as the texts of a member's cells."""
    fields = NOUNS["person"].by_name
    return texts_of(row, [fields[name] for name in KNOWN])


def plain_role(roles: Sequence[Role]) -> str:
    """The role of somebody of whom nothing else is said: the first plain one."""
    return next((one.name for one in roles if one.kind == "member" and not one.retired), "")
