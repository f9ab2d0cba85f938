"""What was given out is entered, with how many people it shows; a register that can only be read may be printed."""

from datetime import date
from pathlib import Path

import pytest

from registry_app.domain.search import Moment
from registry_app.domain.wish import POSTING, Wish
from registry_app.operations import giving, printing
from registry_app.operations.printing import Prepared
from registry_app.store.registry import Registry

from .. import peopled
from ..making import TODAY, add

AT = Moment(TODAY)
POSTED = Wish(copy=POSTING)


@pytest.fixture
def teams(registry: Registry) -> Registry:
    """Two teams of one model; An serves in both, Bình in one."""
    model = add(registry, "Tổ liên gia an toàn PCCC", "LGP")
    site = peopled.site(registry, model, peopled.area(registry, "Tổ dân phố 5"))
    one, other = (peopled.team(registry, site, f"Tổ {number}") for number in (1, 2))
    an = peopled.person(registry, "Nguyễn Văn An", phone="0912345678", id_number="001068012345", born="1968-03-05")
    binh = peopled.person(registry, "Trần Bình")
    for team, who, role in ((one, an, "Tổ trưởng"), (other, an, "Tổ viên"), (one, binh, "Tổ viên")):
        peopled.member(registry, team, who, role)
    return registry


def prepared(registry: Registry, report: str = "members", wish: Wish = POSTED) -> Prepared:
    return printing.prepare(registry, report, printing.default_search(report), AT, wish=wish)


def test_a_paper_is_entered_with_who_when_what_and_how_many(teams: Registry) -> None:
    note = giving.give(teams, prepared(teams), ".pdf")

    (given,) = teams.given_out.all()
    assert note == ""
    assert (given.who, given.report, given.people, given.copy, given.way) == (
        "Lan",
        "Danh sách thành viên",
        2,
        "posting",
        "pdf",
    )
    assert date.fromisoformat(given.at[:10]) == date.today()
    assert given.computer
    assert given.criteria.startswith("Tất cả thành viên")


@pytest.mark.parametrize(
    ("report", "people"), [("members", 2), ("leaders", 1), ("teams", 1), ("sites", 1), ("people", 2), ("households", 0)]
)
def test_each_person_counts_once_whatever_the_report(teams: Registry, report: str, people: int) -> None:
    assert prepared(teams, report).people == people


def test_a_list_that_shows_nobody_is_not_entered(teams: Registry) -> None:
    anonymous = prepared(teams, "teams", Wish(columns=("name", "members")))

    assert anonymous.people == 0
    assert giving.give(teams, anonymous, ".pdf") == ""
    assert teams.given_out.all() == []


def test_the_list_of_models_is_not_entered(teams: Registry) -> None:
    giving.give(teams, prepared(teams, "models", Wish()), ".pdf")

    assert teams.given_out.all() == []


def test_a_register_that_can_only_be_read_is_printed_and_says_what_is_missing(teams: Registry, tmp_path: Path) -> None:
    path = teams.path
    teams.close()
    with Registry.open(path, read_only=True) as registry:
        paper = prepared(registry)
        printing.save(printing.render(paper), tmp_path / "a.pdf")

        note = giving.give(registry, paper, ".pdf")

    assert (tmp_path / "a.pdf").stat().st_size > 1000
    assert "không ghi được" in note
