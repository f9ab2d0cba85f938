"""Names that are offered where a reviewer is typed."""

from registry_app.domain.ids import TeamId
from registry_app.domain.search import Search
from registry_app.operations import inside, rounds, team_sheet
from registry_app.operations.team_sheet import SheetRow
from registry_app.ui.rounds import suggest
from registry_app.ui.session import Session

from .conftest import opened, rows


def offered(session: Session, typed: str) -> list[str]:
    return [one.text for one in suggest.reviewers(session)(typed)]


def test_reviewers_of_earlier_rounds_come_first_the_latest_before_others(session: Session) -> None:
    number = opened(session)
    rounds.assign(session.registry, number, [1], "Nguyễn Văn An")
    rounds.assign(session.registry, number, [3], "Trần Thị Bình")

    assert offered(session, "") == ["Trần Thị Bình", "Nguyễn Văn An"]
    assert offered(session, "nguyen") == ["Nguyễn Văn An"]


def test_people_who_lead_a_team_are_offered_and_others_are_not(session: Session) -> None:
    registry = session.registry
    (model,) = registry.models.ids(Search(words="camera an ninh to 5"), session.moment)
    (site,) = registry.inside.sites.where("model_id", model)
    team = TeamId(inside.save(registry, "team", 0, {"name": "Tổ 1"}, site_id=site.id).id)
    people = [
        SheetRow(typed={"name": "Lê Văn Cường", "role": "Tổ trưởng"}),
        SheetRow(typed={"name": "Lê Văn Dũng", "role": "Tổ viên"}),
    ]
    team_sheet.write(registry, team, people)

    assert offered(session, "le van") == ["Lê Văn Cường"]
    assert offered(session, "l") == []


def test_a_reviewer_is_offered_once(session: Session) -> None:
    number = opened(session)
    rounds.assign(session.registry, number, [row.position for row in rows(session, number)], "Nguyễn Văn An")

    assert offered(session, "an") == ["Nguyễn Văn An"]
