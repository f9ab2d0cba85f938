"""How fast a person's form and a team's window open in a register of 100,000 people, and how fast two words are found
among them, beside a floor of the same run."""

import os
import random
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copyfile

from registry_app.domain.search import Moment, Search
from registry_app.operations import files, sample
from registry_app.store import noun_texts
from registry_app.store.noun_tables import PERSON, TEAM
from registry_app.store.registry import Registry

PEOPLE, TEAM_SIZE, SHOWN = 100_000, 12, 15
COUNTING_S = 4
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ")
MIDDLE = ("Văn", "Thị", "Hữu", "Ngọc", "Đức", "Thanh", "Minh", "Quang")
GIVEN = ("An", "Bình", "Chi", "Dũng", "Hà", "Hùng", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Quân", "Sơn", "Tuấn", "Ắng")
AT = Moment(date(2026, 11, 22))


def measure(register: Path) -> dict[str, float]:
    """Milliseconds, the slowest of SHOWN rows taken at random. ``register`` only says where to work."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    crowded = register.with_name("people.registry")
    if not crowded.exists():
        small = register.with_name("people.part")
        small.unlink(missing_ok=True)
        sample.make(small).close()
        with files.open_register(small) as registry:  # newly opened: nothing logs yet
            fill(registry)
        copyfile(small, crowded)
        small.unlink()
    with files.open_register(crowded, read_only=True) as registry:
        found = _searches(registry)
    return found | _forms(crowded)


def fill(registry: Registry, count: int = PEOPLE) -> None:
    """People and teams by the thousand, written past the log: nobody takes this back. Numbers of the teams begin at
    10,000, those of the people at 100,000."""
    chance, connection = random.Random(7), registry.connection
    sites = [row for (row,) in connection.execute("SELECT id FROM site WHERE valid_to IS NULL")]
    (role,) = connection.execute("SELECT id FROM role WHERE kind = 'member' LIMIT 1").fetchone()
    teams = range(10_000, 10_000 + count // TEAM_SIZE)
    people = range(100_000, 100_000 + count)
    connection.execute("PRAGMA query_only = OFF")
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "INSERT INTO team (id, code, name, site_id) VALUES (?, ?, ?, ?)",
        [(number, f"TB-{number}", f"Tổ liên gia số {number}", chance.choice(sites)) for number in teams],
    )
    connection.executemany(
        "INSERT INTO person (id, code, name, born, phone, id_number) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                number,
                f"NB-{number}",
                f"{chance.choice(FAMILY)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}",
                str(chance.randint(1945, 2006)),
                f"09{number:08}",
                f"{number:012}",
            )
            for number in people
        ],
    )
    connection.executemany(
        "INSERT INTO membership (person_id, team_id, role_id, valid_from) VALUES (?, ?, ?, '2024')",
        [(number, chance.choice(teams), role) for number in people],
    )
    noun_texts.write(connection, TEAM, teams)
    noun_texts.write(connection, PERSON, people)
    connection.execute("COMMIT")
    connection.execute("PRAGMA query_only = ON")


def _searches(registry: Registry) -> dict[str, float]:
    people = registry.inside.people
    floor = _took(lambda: registry.connection.execute("SELECT sum(length(folded)) FROM noun_text").fetchall())
    first = _took(lambda: people.ids(Search(noun="person"), AT, 40))
    found = _took(lambda: people.ids(Search(noun="person", words="nguyen an"), AT, 40))
    return {"text_floor_ms": floor, "first_people_ms": first, "found_people_ms": found, "people_ratio": found / floor}


def _forms(crowded: Path) -> dict[str, float]:
    from registry_app.ui.app import application
    from registry_app.ui.nouns.page import NounPage
    from registry_app.ui.session import Session
    from registry_app.ui.structure.team_window import TeamWindow

    app = application()
    session = Session()
    session.open(crowded)
    chance = random.Random(11)
    page = NounPage(session, "person")
    page.resize(1366, 700)
    page.show()
    page.show_search(Search(noun="person"))
    until = time.monotonic() + COUNTING_S
    while time.monotonic() < until:  # the views count their rows once, between other things
        app.processEvents()

    def person() -> None:
        page.form.show_row(100_000 + chance.randrange(PEOPLE))
        app.processEvents()

    def team() -> None:
        window = TeamWindow(session, 10_000 + chance.randrange(PEOPLE // TEAM_SIZE), page)  # type: ignore[arg-type]
        window.show()
        app.processEvents()
        window.close()
        window.deleteLater()

    person()
    team()
    found = {"person_form_ms": max(_once(person) for _time in range(SHOWN))}
    found["team_window_ms"] = max(_once(team) for _time in range(SHOWN))
    session.close()
    page.deleteLater()
    return found


def _took(work: Callable[[], object]) -> float:
    """The best of five, milliseconds."""
    return min(_once(work) for _time in range(5))


def _once(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
