"""Which people of the register may be one, which are known not to be, and the rows that go over when two are joined.

The SQL about that is here and nowhere else; lists leave out who was joined into another (``replaced_by``).
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from registry_app.domain.ids import CourseId, PersonId
from registry_app.domain.membership import Course
from registry_app.domain.twins import CROWD, ID_NUMBER, NAME_AND_YEAR, PHONE, phones

from .engine import Connection

HONOURS = ("commendation", "exemplar")
"""Tables of honours that name a person."""
Two = tuple[int, int]
"""Row numbers of two people, the lower first."""
NAMED = "noun_text x JOIN person p ON p.id = x.id AND x.noun = 'person' AND p.replaced_by IS NULL"


class Facts(Struct, frozen=True, kw_only=True):
    """What a person is recognised by: the folded name, the year of birth, and numbers as they are kept; "" unknown."""

    name: str = ""
    year: str = ""
    id_number: str = ""
    phone: str = ""


def like(connection: Connection, facts: Facts, but: int = 0) -> dict[int, set[str]]:
    """Who has those facts, and which of them (keys of twins.REASONS); never the person ``but``."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for reason, query, values in _questions(facts):
        numbers = [number for (number,) in connection.execute(query, values) if number != but]
        if reason == PHONE and len(numbers) >= CROWD:
            continue
        for number in numbers:
            found[number].add(reason)
    return dict(found)


def _questions(facts: Facts) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Queries by reason; what is not blank is said once more, so that SQLite uses the index of what is not blank."""
    if facts.name and facts.year:
        query = f"SELECT x.id FROM {NAMED} WHERE x.folded_name = ? AND substr(p.born, 1, 4) = ?"
        yield NAME_AND_YEAR, query, (facts.name, facts.year)
    if facts.id_number:
        query = "SELECT id FROM person WHERE id_number = ? AND id_number <> '' AND replaced_by IS NULL"
        yield ID_NUMBER, query, (facts.id_number,)
    for number in phones(facts.phone):
        query = """SELECT id FROM person WHERE phone = ? AND phone <> '' AND replaced_by IS NULL
            UNION SELECT id FROM person
            WHERE phone <> '' AND instr(phone, '/') > 0 AND instr(phone, ?) > 0 AND replaced_by IS NULL"""
        yield PHONE, query, (number, number)


def every_pair(connection: Connection) -> dict[Two, set[str]]:
    """All pairs of people that have such facts in common; those known not to be one person are left out."""
    found: defaultdict[Two, set[str]] = defaultdict(set)
    for reason, groups in _groups(connection):
        for group in groups:
            for two in combinations(sorted(group), 2):
                found[two].add(reason)
    for two in different(connection):
        found.pop(two, None)
    return dict(found)


def _groups(connection: Connection) -> Iterator[tuple[str, list[list[int]]]]:
    """Row numbers of people who have something in common, by reason."""
    named = f"""SELECT json_group_array(x.id) FROM {NAMED} WHERE p.born IS NOT NULL
        GROUP BY x.folded_name, substr(p.born, 1, 4) HAVING count(*) > 1"""
    numbered = """SELECT json_group_array(id) FROM person WHERE id_number <> '' AND replaced_by IS NULL
        GROUP BY id_number HAVING count(*) > 1"""
    yield NAME_AND_YEAR, [json.loads(group) for (group,) in connection.execute(named)]
    yield ID_NUMBER, [json.loads(group) for (group,) in connection.execute(numbered)]
    called: defaultdict[str, list[int]] = defaultdict(list)
    query = "SELECT id, phone FROM person WHERE phone <> '' AND replaced_by IS NULL"
    for number, text in connection.execute(query):
        for phone in phones(text):
            called[phone].append(number)
    yield PHONE, [group for group in called.values() if 1 < len(group) <= CROWD]


def id_numbers(connection: Connection, people: Iterable[int]) -> dict[int, str]:
    """The identity numbers of ``people``; "" where it is not known."""
    query = "SELECT id, id_number FROM person WHERE id IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(query, (json.dumps(list(people)),)).fetchall())


# -- not the same person -----------------------------------------------------------------------------------------------


def different(connection: Connection, person: int | None = None) -> set[Two]:
    """The pairs that somebody has said are not one person; only those of ``person`` when given."""
    query = "SELECT one_id, other_id FROM not_the_same"
    if person is None:
        return set(connection.execute(query))
    return set(connection.execute(f"{query} WHERE one_id = ? OR other_id = ?", (person, person)))


def remember_different(connection: Connection, two: Two) -> None:
    """Keep in mind that they are not one person; nothing when it is known already."""
    if two not in different(connection, two[0]):
        connection.execute("INSERT INTO not_the_same (one_id, other_id) VALUES (?, ?)", two)


def forget_different(connection: Connection, two: Two) -> None:
    """Take that back."""
    connection.execute("DELETE FROM not_the_same WHERE one_id = ? AND other_id = ?", two)


# -- joining -----------------------------------------------------------------------------------------------------------


def replaced_by(connection: Connection, person: int) -> int | None:
    """Into whom ``person`` was joined; None for nobody."""
    found = connection.execute("SELECT replaced_by FROM person WHERE id = ?", (person,)).fetchone()
    return found[0] if found else None


def heir(connection: Connection, person: PersonId) -> PersonId:
    """Who ``person`` is by now, however often joined into another."""
    query = """WITH RECURSIVE chain(id) AS (SELECT :person
        UNION SELECT p.replaced_by FROM person p JOIN chain ON p.id = chain.id WHERE p.replaced_by IS NOT NULL)
        SELECT p.id FROM chain JOIN person p ON p.id = chain.id WHERE p.replaced_by IS NULL"""
    found = connection.execute(query, {"person": person}).fetchone()
    return PersonId(found[0]) if found else person


def courses(connection: Connection, person: PersonId) -> list[Course]:
    """What ``person`` has attended, in the order of entry."""
    query = 'SELECT id, person_id, name, "on", notes FROM course WHERE person_id = ? ORDER BY id'
    return [
        Course(id=CourseId(number), person_id=PersonId(of), name=name, on=on, notes=notes)
        for number, of, name, on, notes in connection.execute(query, (person,))
    ]


def households(connection: Connection, person: int) -> list[int]:
    """The households whose head is ``person``."""
    return [n for (n,) in connection.execute("SELECT id FROM household WHERE head_id = ? ORDER BY id", (person,))]


def honours(connection: Connection, person: int) -> int:
    """How many commendations ``person`` has, and how often they are an advanced example."""
    counts = (f"(SELECT count(*) FROM {table} WHERE person_id = :person)" for table in HONOURS)
    return int(connection.execute(f"SELECT {' + '.join(counts)}", {"person": person}).fetchone()[0])


def attachments(connection: Connection, person: int) -> list[tuple[int, str]]:
    """The files attached to ``person``, with the hash of what is in each."""
    query = "SELECT id, blob_hash FROM attachment WHERE noun = 'person' AND row_id = ? ORDER BY id"
    return connection.execute(query, (person,)).fetchall()


def hand_over(connection: Connection, drop: int, keep: int) -> None:
    """All that hangs on the row ``drop`` besides memberships and courses hangs on ``keep`` from now on: households,
    commendations, advanced examples, injuries (each day once), files (each content once), what is known not to be the
    same; and ``drop`` is replaced by ``keep``."""
    connection.execute("UPDATE household SET head_id = ? WHERE head_id = ?", (keep, drop))
    for table in HONOURS:
        connection.execute(f"UPDATE {table} SET person_id = ? WHERE person_id = ?", (keep, drop))
    same = 'SELECT "on" FROM injury WHERE person_id = ?'
    connection.execute(f'DELETE FROM injury WHERE person_id = ? AND "on" IN ({same})', (drop, keep))
    connection.execute("UPDATE injury SET person_id = ? WHERE person_id = ?", (keep, drop))
    known = {content for _number, content in attachments(connection, keep)}
    for number, content in attachments(connection, drop):
        if content in known:
            connection.execute("DELETE FROM attachment WHERE id = ?", (number,))
        else:
            connection.execute("UPDATE attachment SET row_id = ? WHERE id = ?", (keep, number))
    for one, other in different(connection, drop):
        forget_different(connection, (one, other))
        third = other if one == drop else one
        if third != keep:
            remember_different(connection, ordered(third, keep))
    connection.execute("UPDATE person SET replaced_by = ? WHERE id = ?", (keep, drop))


def move_courses(connection: Connection, moved: Sequence[Course], gone: Sequence[Course]) -> None:
    """Write whose courses ``moved`` are now, and take away those ``gone``."""
    connection.executemany("UPDATE course SET person_id = ? WHERE id = ?", [(one.person_id, one.id) for one in moved])
    connection.executemany("DELETE FROM course WHERE id = ?", [(one.id,) for one in gone])


def ordered(one: int, other: int) -> Two:
    """The two in the order in which they are kept."""
    return (one, other) if one < other else (other, one)
