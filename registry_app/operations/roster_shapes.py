"""Brings columns of a pasted roster that are no field of their own into fields: a family name apart, men and women in
two columns, "Ông" and "Bà" before the names."""

import re
from collections.abc import Sequence

from registry_app.domain.member_columns import FAMILY, FEMALE, MALE
from registry_app.domain.vietnamese import fold

Table = list[list[str]]
TITLES = {"ong": "Nam", "ba": "Nữ"}
_TITLED = re.compile(r"(ông|bà)[ .:]+(?=\S+ \S)", re.IGNORECASE)
_SINGLE = re.compile(r"[^\W\d_]+")
ENOUGH = 0.7


def shaped(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[list[str], Table]:
    """The same people with whole names, sexes and births in columns of their own."""
    names, table = list(columns), [list(row) for row in rows]
    for step in (_join_names, _join_sexes, _without_titles):
        names, table = step(names, table)
    return names, table


def _join_names(names: list[str], table: Table) -> tuple[list[str], Table]:
    """One column of the family name and the given name: two headings, or one heading over two columns."""
    if FAMILY in names and "name" in names:
        first, last = names.index(FAMILY), names.index("name")
    elif "name" in names and _is_given(names, table, names.index("name") + 1):
        first, last = names.index("name"), names.index("name") + 1
    else:
        return ["name" if name == FAMILY else name for name in names], table
    for row in table:
        row[first] = f"{row[first]} {row[last]}".strip()
        del row[last]
    names[first] = "name"
    del names[last]
    return names, table


def _is_given(names: Sequence[str], table: Table, place: int) -> bool:
    """Whether the column without a heading beside the name holds one word a row."""
    if place >= len(names) or names[place] or not table:
        return False
    return sum(_SINGLE.fullmatch(row[place]) is not None for row in table) >= ENOUGH * len(table)


def _join_sexes(names: list[str], table: Table) -> tuple[list[str], Table]:
    """Two columns for men and women: a mark says the sex, a year or date the birth as well."""
    if MALE not in names or FEMALE not in names:
        return ["" if name in (MALE, FEMALE) else name for name in names], table
    male, female = names.index(MALE), names.index(FEMALE)
    has_days = any(re.search(r"[0-9]{2}", row[place]) for row in table for place in (male, female))
    for row in table:
        man, woman = row[male], row[female]
        row[male] = "Nam" if man and not woman else "Nữ" if woman and not man else ""
        row[female] = (man or woman) if has_days else ""
    names[male] = "sex" if "sex" not in names else ""
    names[female] = "born" if has_days and "born" not in names else ""
    return names, table


def _without_titles(names: list[str], table: Table) -> tuple[list[str], Table]:
    """Names without "Ông" and "Bà", which say the sex where nothing else does."""
    if "name" not in names:
        return names, table
    place = names.index("name")
    sexes = []
    for row in table:
        found = _TITLED.match(row[place])
        sexes.append(TITLES[fold(found[1])] if found else "")
        row[place] = row[place][found.end() :] if found else row[place]
    if any(sexes) and "sex" not in names:
        names.append("sex")
        for row, sex in zip(table, sexes, strict=True):
            row.append(sex)
    return names, table
