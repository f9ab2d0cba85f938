"""Rosters from declarations: order, groups, numbers, columns, copies; every page inside the decree's margins."""

import re

import pytest
from msgspec.structs import replace

from registry_app.domain.errors import NotFound
from registry_app.domain.search import Order
from registry_app.domain.wish import BY_GROUP, POSTING, THROUGH, Wish
from registry_app.reports.paper import missing_letters, pdf
from registry_app.reports.rosters import HOUSEHOLDS, MEMBERS, ROSTERS, TEAMS
from registry_app.reports.spec import Report
from tests.reports import roster_rows as made
from tests.reports.reading import MM, bounds, ends, letters_twice, sizes, texts
from tests.reports.roster_papers import PAPERS, paper, several


def squeezed(report: Report) -> str:
    """All that is printed, without its spaces."""
    return re.sub(r"\s", "", "".join(texts(pdf(report))))


def cells(report: Report, key: str) -> list[str]:
    """The column of that key, from top to bottom."""
    place = [column.key for column in report.columns].index(key)
    return [row[place] for group in report.groups for row in group.rows]


@pytest.mark.parametrize("name", PAPERS)
def test_everything_but_the_page_number_stands_inside_the_margins(name: str) -> None:
    made_pdf = pdf(PAPERS[name])

    for (width, height), drawn in zip(sizes(made_pdf), bounds(made_pdf), strict=True):
        in_text = [edges for edges in drawn if edges[3] <= (height - 20 + 0.3) * MM]
        assert len(drawn) - len(in_text) <= 1
        assert min(edges[0] for edges in in_text) >= (30 - 0.3) * MM
        assert max(edges[2] for edges in in_text) <= (width - 15 + 0.3) * MM
        assert min(edges[1] for edges in in_text) >= (20 - 0.3) * MM


@pytest.mark.parametrize("name", PAPERS)
def test_two_readers_read_the_same(name: str) -> None:
    one, other = letters_twice(pdf(PAPERS[name]))

    assert one == other


@pytest.mark.parametrize("name", PAPERS)
def test_every_cell_is_printed(name: str) -> None:
    report = PAPERS[name]
    printed = squeezed(report)

    for part in report.parts:
        for group in part.groups:
            for row in group.rows:
                assert all(re.sub(r"\s", "", cell) in printed for cell in row)


def test_the_leader_stands_first_in_each_team_and_then_the_deputy() -> None:
    report = paper(MEMBERS, made.members(24))

    roles = [[row[5] for row in group.rows[:3]] for group in report.groups]
    assert roles == [["Tổ trưởng", "Tổ phó", "Tổ viên"]] * 2


def test_an_order_that_somebody_asks_for_is_kept() -> None:
    report = paper(MEMBERS, made.members(12), Wish(order=(Order("name"),)))

    assert cells(report, "name") == [made.name(number) for number in range(1, 13)]


def test_two_teams_of_one_name_are_two_groups() -> None:
    rows = [replace(row, team="Tổ 1") for row in made.members(24)]

    report = paper(MEMBERS, rows)

    assert [group.title for group in report.groups] == [f"Tổ 1 ({made.MODEL})"] * 2
    assert [len(group.rows) for group in report.groups] == [12, 12]


@pytest.mark.parametrize(("numbering", "last"), [(BY_GROUP, "12"), (THROUGH, "24")])
def test_rows_are_numbered_by_group_or_through(numbering: str, last: str) -> None:
    report = paper(MEMBERS, made.members(24), Wish(numbering=numbering))

    assert cells(report, "number")[-1] == last


def test_each_group_has_its_count_and_the_paper_the_sum_of_them() -> None:
    rows = several(made.household, 24)
    people = [sum(row.people or 0 for row in part) for part in (rows[:12], rows[12:])]

    report = paper(HOUSEHOLDS, rows)

    assert [group.total for group in report.groups] == [f"Cộng: 12 hộ, {count} nhân khẩu" for count in people]
    assert report.total == f"Tổng cộng: 24 hộ, {sum(people)} nhân khẩu"


def test_a_count_stands_once_where_there_is_one_group() -> None:
    report = paper(HOUSEHOLDS, several(made.household, 5))

    assert [group.total for group in report.groups] == [""]


def test_somebody_who_serves_twice_is_counted_once() -> None:
    rows = made.members(12)
    twice = [*rows, replace(rows[0], id=made.member(99).id, team_code="TO-9", team_id=made.member(99).team_id)]

    assert paper(MEMBERS, twice).total == "Tổng cộng: 13 thành viên, 12 người"


def test_teams_of_statutory_bodies_are_counted_apart() -> None:
    rows = several(made.team, 5)
    bodies = [replace(row, statutory=True) for row in rows[:2]]

    assert paper(TEAMS, [*bodies, *rows[2:]]).total == "Tổng cộng: 1 điểm, 3 tổ, 2 tổ theo luật định"
    assert paper(TEAMS, bodies).total == "Tổng cộng: 2 tổ theo luật định"


def test_columns_stand_in_the_order_asked_for() -> None:
    report = paper(MEMBERS, made.members(3), Wish(columns=("phone", "name", "signature", "team")))

    assert [column.key for column in report.columns] == ["number", "phone", "name", "signature", "team"]


def test_an_unknown_column_is_told_with_those_there_are() -> None:
    with pytest.raises(NotFound, match=r"zork.*signature"):
        paper(MEMBERS, made.members(3), Wish(columns=("name", "zork")))


@pytest.mark.parametrize("name", ROSTERS)
def test_sensitive_facts_stand_nowhere_unless_asked_for(name: str) -> None:
    usual = [column.name for column in ROSTERS[name].columns]

    assert not {"minority", "ethnicity", "religion"} & set(usual)


def test_ethnicity_is_printed_when_it_is_asked_for_by_name() -> None:
    assert cells(paper(MEMBERS, made.members(1), Wish(columns=("name", "ethnicity"))), "ethnicity") == ["Kinh"]


def test_a_posting_copy_shows_the_ends_of_numbers_and_years_of_birth() -> None:
    rows = [replace(made.member(3), born="1968-03-05", phone="0912345678", id_number="001068012345")]

    report = paper(MEMBERS, rows, Wish(copy=POSTING))
    printed = squeezed(report)

    assert cells(report, "born") == ["1968"]
    assert cells(report, "phone") == ["•••••••678"]
    assert cells(report, "id_number") == ["••••••••2345"]
    assert "0912" not in printed
    assert "00106801" not in printed
    assert "LƯUHÀNHNỘIBỘ" not in printed
    assert "LƯUHÀNHNỘIBỘ" in squeezed(paper(MEMBERS, rows))


def test_a_posting_copy_has_no_column_to_sign_in() -> None:
    keys = [column.key for column in paper(MEMBERS, made.members(2), Wish(copy=POSTING)).columns]

    assert "signature" not in keys


def test_a_group_by_a_masked_field_is_masked_too() -> None:
    report = paper(MEMBERS, made.members(4), Wish(group="phone", copy=POSTING))

    assert all("•" in group.title or group.title == "(trống)" for group in report.groups)


def test_leaders_are_masked_on_a_posted_list_of_teams() -> None:
    report = paper(TEAMS, several(made.team, 3), Wish(copy=POSTING))

    assert all(cell in ("", "•••••••001", "•••••••002", "•••••••003") for cell in cells(report, "leader_phone"))
    assert all(len(cell) in (0, 4) for cell in cells(report, "leader_born"))


def test_lines_for_the_hand_follow_each_group_or_the_whole() -> None:
    each = paper(MEMBERS, made.members(24), Wish(blank_lines=2))
    end = paper(MEMBERS, made.members(24), Wish(blank_lines=2, blank_at_end=True))

    assert [group.blanks for group in each.groups] == [2, 2]
    assert [group.blanks for group in end.groups] == [0, 2]
    assert each.row_count == end.row_count == 24


def test_a_roster_without_rows_says_so_or_has_lines_for_the_hand() -> None:
    assert "Khôngcóhồsơ" in squeezed(paper(MEMBERS, []))
    assert "Khôngcóhồsơ" not in squeezed(paper(MEMBERS, [], Wish(blank_lines=3)))


def test_title_letterhead_and_signer_are_the_callers() -> None:
    wish = Wish(
        title="Biểu", abstract="Tổ {1}", letterhead=False, signer_position="Phó Chủ tịch", signer_name="Lê Văn B"
    )

    printed = squeezed(paper(MEMBERS, made.members(2), wish))

    assert "BIỂU" in printed
    assert "Tổ{1}" in printed
    assert "PHÓCHỦTỊCH" in printed
    assert "LêVănB" in printed
    assert "ỦYBANNHÂNDÂNTHÀNHPHỐ" not in printed


@pytest.mark.parametrize("field", ["name", "address", "notes", "team"])
def test_text_of_any_length_is_printed_whole(field: str) -> None:
    text = " ".join(f"từ{number}" for number in range(1_500))[: 300 if field in ("name", "team") else 10_000]
    rows = [replace(row, **{field: text}) for row in made.members(2)]

    printed = re.sub(r"\(\d+\)", "", squeezed(paper(MEMBERS, rows)))

    assert all(word in printed for word in text.split())


def test_letters_that_no_font_has_are_named_wherever_they_stand() -> None:
    rows = [replace(made.member(1), team="Tổ ☐")]

    assert missing_letters(paper(MEMBERS, rows)) == {"☐"}


def test_fifty_thousand_rows_are_printed() -> None:
    count = 50_000

    _first, last = ends(pdf(paper(MEMBERS, made.members(count), Wish(numbering=THROUGH, group=""))))

    assert re.search(rf"\b{count}\b", last)
    assert "Tổng cộng: 50.000 thành viên" in last
