"""The rows of views are counted a slice at a time, and come to what counting them at once would find."""

import pytest
from pytestqt.qtbot import QtBot

from registry_app.ui.nouns import view_counts
from registry_app.ui.nouns.view_counts import Counted, ViewCounts
from registry_app.ui.session import Session

from .conftest import Ward

VIEWS = ("serving", "all", "unassigned")


@pytest.fixture
def counts(session: Session, ward: Ward, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ViewCounts:
    """Five people, two of them in a team; slices of two."""
    team = ward.team("Tổ liên gia số 3")
    people = [ward.person(f"Trần Văn {name}") for name in ("An", "Bình", "Cường", "Dũng", "Giang")]
    for person in people[1:3]:
        ward.member(person, team)
    monkeypatch.setattr(view_counts, "_NOTHING", Counted(rows=2))
    monkeypatch.setattr(view_counts, "SHORT_S", 0)
    return ViewCounts(session, "person", VIEWS, session)


def test_slices_come_to_the_whole_the_wanted_view_first(counts: ViewCounts, session: Session, qtbot: QtBot) -> None:
    told: list[tuple[str, int]] = []
    counts.counted.connect(lambda view, count: told.append((view, count)))

    counts.look(session.moment, "all")
    qtbot.waitUntil(lambda: len(told) == len(VIEWS))

    assert told == [("all", 5), ("serving", 2), ("unassigned", 3)]
    assert [counts.of(view) for view in VIEWS] == [2, 5, 3]


def test_each_idle_moment_counts_one_slice(counts: ViewCounts, session: Session) -> None:
    counts.look(session.moment, "all")

    counts._count()
    counts._count()
    before = counts.of("all")
    counts._count()

    assert before is None
    assert counts.of("all") == 5


def test_what_changes_meanwhile_is_counted_from_the_beginning(
    counts: ViewCounts, session: Session, ward: Ward, qtbot: QtBot
) -> None:
    counts.look(session.moment, "all")
    counts._count()
    ward.person("Đỗ Thị Hà")

    counts.look(session.moment, "all")
    qtbot.waitUntil(lambda: counts.of("all") is not None)

    assert counts.of("all") == 6
