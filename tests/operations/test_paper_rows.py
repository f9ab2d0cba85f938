"""What is read for a paper: the rows of the list, of one model, team, person or area, of a day of the past."""

from datetime import date

import pytest
from msgspec import Struct

from registry_app.domain.area_changes import Act
from registry_app.domain.errors import NotFound, RegistryError
from registry_app.domain.ids import AreaId, ModelId, PersonId, TeamId
from registry_app.domain.search import Moment, Order, Search
from registry_app.domain.wish import POSTING, USUAL, Wish
from registry_app.operations import areas, courses, printing
from registry_app.operations.printing import Prepared
from registry_app.store.registry import Registry

from .. import peopled
from ..making import TODAY, add

AT = Moment(TODAY)


class Place(Struct, frozen=True):
    """What the tests look at."""

    registry: Registry
    model: ModelId
    team: TeamId
    an: PersonId


@pytest.fixture
def place(registry: Registry) -> Place:
    """Two areas with a team each. In the first An led until June 2024, since then Bình; in the second Châu leads."""
    model = add(registry, "Tổ liên gia an toàn PCCC", "LGP")
    areas = [peopled.area(registry, name) for name in ("Tổ dân phố 5", "Tổ dân phố 6")]
    sites = [peopled.site(registry, model, area) for area in areas]
    team = peopled.team(registry, sites[0], "Tổ 1")
    other = peopled.team(registry, sites[1], "Tổ 2")
    an = peopled.person(registry, "Nguyễn Văn An", born="1968", phone="0912345678")
    binh, chau = (peopled.person(registry, name) for name in ("Trần Bình", "Lê Châu"))
    peopled.member(registry, team, an, "Tổ trưởng", valid_from="2023-01-01", valid_to="2024-06-01")
    peopled.member(registry, team, binh, "Tổ trưởng", valid_from="2024-06-01")
    peopled.member(registry, other, chau, "Tổ trưởng", valid_from="2023-01-01")
    peopled.household(registry, "Vũ Dần", team_id=team, people=4)
    return Place(registry, model, team, an)


def made(place: Place, report: str, code: str = "", wish: Wish = USUAL, as_of: date | None = None) -> Prepared:
    of = printing.owner(place.registry, code) if code else None
    search = printing.default_search(report)
    return printing.prepare(place.registry, report, search, AT, wish=wish, as_of=as_of, of=of)


def names(prepared: Prepared, key: str = "name") -> list[str]:
    at = [column.key for column in prepared.report.columns].index(key)
    return [row[at] for group in prepared.report.groups for row in group.rows]


def test_the_rows_on_paper_are_the_rows_of_the_list(sample_ward: Registry) -> None:
    for name, declared in printing.REPORTS.items():
        if declared.noun == "model" or declared.about:
            continue
        search = printing.default_search(name)
        prepared = printing.prepare(sample_ward, name, search, AT)
        shelf = sample_ward.inside.of(declared.noun)
        assert (
            prepared.rows
            == prepared.report.row_count
            == shelf.count(search, AT)
            == printing.count(sample_ward, name, AT)
        )


@pytest.mark.parametrize(
    ("code", "found"),
    [("TO-00001", ["Trần Bình"]), ("to-00002", ["Lê Châu"]), ("LGP-2026-001", ["Trần Bình", "Lê Châu"])],
)
def test_a_roster_is_narrowed_to_a_team_or_a_model(place: Place, code: str, found: list[str]) -> None:
    assert names(made(place, "members", code)) == found


def test_a_roster_is_narrowed_to_an_area_by_name_or_code(place: Place) -> None:
    code = next(one.code for one in place.registry.lists.areas.values() if one.name == "Tổ dân phố 6")

    assert names(made(place, "members", "tổ dân phố 6")) == names(made(place, "members", code)) == ["Lê Châu"]


def test_the_title_says_whose_the_rows_are(place: Place) -> None:
    assert made(place, "members", "TO-00001").report.abstract == "Thành viên thuộc Tổ 1"
    assert "trên địa bàn phường Thử" in made(place, "members").report.abstract


def test_an_unknown_code_is_told(place: Place) -> None:
    with pytest.raises(NotFound):
        printing.owner(place.registry, "TO-99999")


def test_a_list_of_models_is_not_narrowed_to_a_team(place: Place) -> None:
    with pytest.raises(RegistryError, match="Tổ 1"):
        made(place, "models", "TO-00001")


def test_a_roster_of_a_past_day_is_as_it_was(place: Place) -> None:
    then = made(place, "members", "TO-00001", as_of=date(2024, 5, 31))
    handover = made(place, "members", "TO-00001", as_of=date(2024, 6, 1))

    assert names(then) == ["Nguyễn Văn An"]
    assert names(handover) == ["Trần Bình"]
    assert then.report.criteria.endswith("Số liệu đến ngày 31/5/2024")
    assert then.name.endswith("2024-05-31")


def test_the_day_may_stand_in_the_wish(place: Place) -> None:
    assert names(made(place, "leaders", wish=Wish(as_of="2024-01-02"))) == ["Nguyễn Văn An", "Lê Châu"]


def test_a_past_roster_has_the_names_that_areas_had_then(place: Place) -> None:
    area = next(one for one in place.registry.lists.areas.values() if one.name == "Tổ dân phố 5")
    areas.rename(place.registry, AreaId(area.id), "Khu phố Bình Minh", Act(on="2025-01-01", paper_number="1/QĐ-UBND"))

    assert made(place, "leaders", as_of=date(2024, 7, 1)).report.groups[0].rows[0][1] == "Tổ dân phố 5"
    assert "Khu phố Bình Minh" in names(made(place, "leaders"), "area")


def test_only_chosen_rows_are_printed(place: Place) -> None:
    ids = list(place.registry.inside.members.ids(Search(noun="membership"), AT))[:1]

    prepared = printing.prepare(place.registry, "members", Search(noun="membership"), AT, ids=ids)

    assert prepared.rows == 1
    assert prepared.report.criteria.startswith("Những dòng đã chọn")


def test_a_search_of_another_noun_gives_all_rows(place: Place) -> None:
    assert printing.prepare(place.registry, "members", Search(words="zork"), AT).rows == 2


def test_order_and_group_of_the_wish_are_kept(place: Place) -> None:
    wish = Wish(group="area", order=(Order("name", descending=True),))

    report = made(place, "members", wish=wish).report

    assert [group.title for group in report.groups] == ["Tổ dân phố 5", "Tổ dân phố 6"]
    assert made(place, "members", wish=Wish(group="")).report.groups[0].title == ""


def test_an_unknown_group_is_told(place: Place) -> None:
    with pytest.raises(NotFound, match="zork"):
        made(place, "members", wish=Wish(group="zork"))


def test_a_number_that_was_searched_for_is_masked_on_a_posting_copy(place: Place) -> None:
    search = Search(words="0912345678", noun="person")

    full = printing.prepare(place.registry, "people", search, AT)
    posted = printing.prepare(place.registry, "people", search, AT, wish=Wish(copy=POSTING))

    assert "0912345678" in full.report.criteria
    assert "0912345678" not in posted.report.criteria


@pytest.mark.parametrize("wish", [Wish(columns=("name", "religion"), copy=POSTING)])
def test_sensitive_columns_are_refused_on_a_posting_copy(place: Place, wish: Wish) -> None:
    with pytest.raises(RegistryError, match="Tôn giáo"):
        made(place, "members", wish=wish)


def test_a_models_sheet_has_its_sites_teams_and_reviews(place: Place) -> None:
    report = made(place, "model-sheet", "LGP-2026-001").report

    assert ("Mã", "LGP-2026-001") in report.facts
    assert [part.heading for part in report.parts] == ["Điểm", "Các tổ và tổ trưởng", "Các lần rà soát"]
    assert [part.row_count for part in report.parts] == [2, 2, 0]


def test_a_persons_sheet_has_service_past_and_present(place: Place) -> None:
    report = made(place, "person-sheet", "NG-00001").report

    assert ("Họ và tên", "Nguyễn Văn An") in report.facts
    assert ("Điện thoại", "0912 345 678") in report.facts
    assert report.row_count == 1
    assert made(place, "person-sheet", "NG-00001").people == 1


def test_a_persons_sheet_has_the_courses_of_the_day(place: Place) -> None:
    for name, on in (("Bồi dưỡng 2023", "2023"), ("Bồi dưỡng 2025", "05/03/2025")):
        courses.save(place.registry, place.an, 0, {"name": name, "on": on})

    now = made(place, "person-sheet", "NG-00001").report.parts[1]
    then = made(place, "person-sheet", "NG-00001", as_of=date(2024, 1, 1)).report.parts[1]

    assert sorted(row[2] for row in now.groups[0].rows) == ["Bồi dưỡng 2023", "Bồi dưỡng 2025"]
    assert [row[2] for row in then.groups[0].rows] == ["Bồi dưỡng 2023"]


def test_a_sheet_on_a_notice_board_masks_its_facts(place: Place) -> None:
    facts = dict(made(place, "person-sheet", "NG-00001", Wish(copy=POSTING)).report.facts)

    assert facts["Điện thoại"] == "•••••••678"


@pytest.mark.parametrize(("report", "code"), [("model-sheet", ""), ("person-sheet", "TO-00001")])
def test_a_sheet_needs_the_one_it_is_about(place: Place, report: str, code: str) -> None:
    with pytest.raises(RegistryError, match="hãy cho biết mã"):
        made(place, report, code)


def test_the_file_is_named_after_report_owner_day_and_copy(place: Place) -> None:
    name = made(place, "members", "TO-00001", Wish(copy=POSTING)).name

    assert name == f"danh-sach-thanh-vien-to-1-{TODAY.isoformat()}-posting"
