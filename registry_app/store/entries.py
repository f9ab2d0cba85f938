"""The SQL about the ward's lists (types, organisations, areas …) is here and nowhere else."""

from collections.abc import Callable, Mapping, Set
from typing import Any, Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import asdict

from registry_app.domain.entries import (
    Area,
    AwardForm,
    Entry,
    ExtraField,
    Grade,
    Indicator,
    Lists,
    ModelType,
    Organisation,
    Role,
    Status,
    Tag,
    WorkField,
)
from registry_app.domain.vietnamese import sort_key

from .engine import Connection

E = TypeVar("E", bound=Entry)


class Usable(Protocol):
    """The open register as a shelf sees it."""

    @property
    def connection(self) -> Connection: ...


class Drawer(Struct, frozen=True):
    """One list: its table, its value, its name in Lists, where its rows are used, and the code that new rows get."""

    table: str
    value: type[Entry]
    plural: str
    used_by: tuple[str, ...]
    code_prefix: str = ""


DRAWERS = (
    Drawer("model_type", ModelType, "types", ("model.type_id", "extra_field.type_id")),
    Drawer("extra_field", ExtraField, "extras", ("model_extra.extra_id",)),
    Drawer("work_field", WorkField, "fields", ("model.field_id",)),
    Drawer("organisation", Organisation, "organisations", ("model.lead_id", "model_partner.organisation_id"), "DV"),
    Drawer(
        "area",
        Area,
        "areas",
        (
            "site.area_id",
            "area_former_name.area_id",
            "person.area_id",
            "household.area_id",
            "area_change_part.area_id",
            "round_row.area_id",
            "result.area_id",
            "recognition.area_id",
        ),
        "DB",
    ),
    Drawer("tag", Tag, "tags", ("model_tag.tag_id",)),
    Drawer("status", Status, "statuses", ("status_change.status_id",)),
    Drawer("grade", Grade, "grades", ("review.grade_id", "round_row.grade_id", "grade_scale.grade_id")),
    Drawer("role", Role, "roles", ("membership.role_id",)),
    Drawer("indicator", Indicator, "indicators", ("result.indicator_id", "indicator.part_of"), "CT"),
    Drawer("award_form", AwardForm, "award_forms", ("commendation.form_id",)),
)
MOST_DIGITS = 9
"""No counter comes so far."""
FLAGS = frozenset(("retired", "statutory", "whole_ward"))
BY_VALUE = {drawer.value: drawer for drawer in DRAWERS}
FORMER_AREAS = """(SELECT area_id FROM area_former_name WHERE id IN (SELECT value FROM json_each(:rows))
    UNION SELECT json_extract(image, '$.area_id') FROM change
    WHERE action_id = :action AND +noun = 'area_former_name' AND kind = 'delete')"""
"""The areas of former names whose rows (:rows) an action touched, those that it takes away too."""
LIST_TABLES = frozenset(drawer.table for drawer in DRAWERS) | {"area_former_name"}


class EntryShelf:
    """Reads all lists at once; writes one entry, inside an open action. Raises what the engine raises."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    def lists(self) -> Lists:
        """Every list, each in the order in which it is offered."""
        return Lists(**{drawer.plural: self._all(drawer) for drawer in DRAWERS})

    def _all(self, drawer: Drawer) -> Mapping[Any, Any]:
        connection = self._register.connection
        names: dict[int, list[str]] = {}
        if drawer.value is Area:
            for area, name in connection.execute("SELECT area_id, name FROM area_former_name ORDER BY id"):
                names.setdefault(area, []).append(name)
        rows = connection.execute(f"SELECT * FROM {drawer.table} ORDER BY id")
        columns = [column for column, *_rest in rows.description]
        flags = FLAGS.intersection(columns)
        found = [_entry(drawer, dict(zip(columns, row, strict=True)), flags, names) for row in rows]
        return {entry.id: entry for entry in sorted(found, key=self._offered(drawer))}

    def _offered(self, drawer: Drawer) -> Callable[[Any], tuple[object, ...]]:
        """What the entries of ``drawer`` are ordered by where they are offered."""
        if issubclass(drawer.value, Status | Grade | Role | Indicator | AwardForm):
            return lambda entry: (entry.position, entry.id)
        if issubclass(drawer.value, ExtraField):
            return lambda entry: (entry.id,)
        query = "SELECT id, sort_key FROM entry_key WHERE noun = ?"
        keys = dict(self._register.connection.execute(query, (drawer.table,)))

        def by_name(entry: Any) -> tuple[object, ...]:
            return keys.get(entry.id) or sort_key(entry.name), entry.id  # no key yet for one of the open action

        if drawer.value is Area:
            return lambda area: (not area.whole_ward, *by_name(area))
        return by_name

    def save(self, entry: Entry) -> int:
        """Insert (id 0) or update; returns the row number. Former names of an area are added, never taken away."""
        drawer = BY_VALUE[type(entry)]
        values = _columns(entry)
        connection = self._register.connection
        if drawer.code_prefix and not values.get("code"):
            values["code"] = self.next_code(drawer.code_prefix)
        if entry.id:
            sets = ", ".join(f'"{name}" = :{name}' for name in values)
            connection.execute(f"UPDATE {drawer.table} SET {sets} WHERE id = :id", {**values, "id": entry.id})
            number = entry.id
        else:
            names = ", ".join(f'"{name}"' for name in values)
            marks = ", ".join(f":{name}" for name in values)
            number = connection.execute(f"INSERT INTO {drawer.table} ({names}) VALUES ({marks})", values).lastrowid or 0
        if isinstance(entry, Area):
            self._add_former_names(number, entry.former_names)
        return number

    def _add_former_names(self, area: int, names: tuple[str, ...]) -> None:
        connection = self._register.connection
        known = {name for (name,) in connection.execute("SELECT name FROM area_former_name WHERE area_id = ?", (area,))}
        for name in names:
            if name not in known:
                connection.execute("INSERT INTO area_former_name (area_id, name) VALUES (?, ?)", (area, name))

    def next_code(self, prefix: str, width: int = 3) -> str:
        """The next code of ``prefix``: the counter never turns back, codes taken by hand are passed over."""
        connection = self._register.connection
        while True:
            number: int = connection.execute(
                """INSERT INTO code_counter (prefix, last) VALUES (?, 1)
                   ON CONFLICT (prefix) DO UPDATE SET last = last + 1 RETURNING last""",
                (prefix,),
            ).fetchone()[0]
            code = f"{prefix}-{number:0{width}}"
            taken = connection.execute(
                """SELECT 1 FROM model WHERE code = :code UNION ALL SELECT 1 FROM organisation WHERE code = :code
                   UNION ALL SELECT 1 FROM area WHERE code = :code""",
                {"code": code},
            ).fetchone()
            if taken is None:
                return code

    def has_given(self, code: str) -> bool:
        """Whether the counter of ``code`` has come to its number: then it was given once, also where undo took back
        what it was given to."""
        prefix, _dash, number = code.rpartition("-")
        query = "SELECT printf('%s-%03d', prefix, ?) FROM code_counter WHERE prefix = ? AND last >= ?"
        if not (number.isascii() and number.isdecimal() and len(number) <= MOST_DIGITS):
            return False
        found = self._register.connection.execute(query, (int(number), prefix, int(number))).fetchone()
        return found is not None and found[0] == code

    def uses(self, entry: Entry) -> int:
        """How many rows of other tables hold this entry."""
        total = 0
        for place in BY_VALUE[type(entry)].used_by:
            table, column = place.split(".")
            query = f"SELECT count(*) FROM {table} WHERE {column} = ?"
            total += self._register.connection.execute(query, (entry.id,)).fetchone()[0]
        return total

    def delete(self, entry: Entry) -> None:
        """Delete an unused entry; the caller has asked ``uses``."""
        self._register.connection.execute(f"DELETE FROM {BY_VALUE[type(entry)].table} WHERE id = ?", (entry.id,))


def _entry(drawer: Drawer, values: dict[str, Any], flags: Set[str], names: Mapping[int, list[str]]) -> Entry:
    for name in flags:
        values[name] = bool(values[name])
    if "choices" in values:
        values["choices"] = tuple(line for line in values["choices"].split("\n") if line)
    if drawer.value is Area:
        values["former_names"] = tuple(names.get(values["id"], ()))
    return drawer.value(**values)


def _columns(entry: Entry) -> dict[str, object]:
    values = asdict(entry)
    values.pop("id")
    values.pop("former_names", None)
    if "choices" in values:
        values["choices"] = "\n".join(values["choices"])
    return {name: int(value) if isinstance(value, bool) else value for name, value in values.items()}
