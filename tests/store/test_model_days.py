"""What of a model changes by the calendar alone – leaders, the period of its paper, summaries – is found by view and
count, after edits, settings and undo alike."""

from datetime import date

import pytest
from msgspec.structs import replace

from registry_app.domain.ids import ModelId, TeamId
from registry_app.domain.review import Review
from registry_app.domain.search import Moment, Search
from registry_app.domain.summaries import USUAL_DAYS
from registry_app.operations import files, members, reviewing
from registry_app.operations.member_writing import NewMember
from registry_app.store import derived
from registry_app.store.registry import Registry

from .. import peopled
from ..insides import add_member, add_site, add_team
from ..making import TODAY, add

AT = Moment(TODAY)


def found(registry: Registry, view: str, on: date = TODAY) -> list[str]:
    at = Moment(on)
    ids = registry.models.ids(Search(view=view), at)
    assert len(ids) == registry.models.count(Search(view=view), at)
    assert len(ids) == registry.models.view_counts(at)[view]
    return [row.name for row in registry.models.window(ids, at)]


@pytest.fixture
def team(registry: Registry) -> TeamId:
    return add_team(registry)


def test_a_model_with_a_team_nobody_leads_has_no_leader(registry: Registry, team: TeamId) -> None:
    add_member(registry, team, "Trần Thị Hoa")
    add(registry, "Không có điểm nào")

    assert found(registry, "no-leader") == ["Mô hình ở Tổ 5"]

    add_member(registry, team, "Nguyễn Văn An", "Tổ trưởng")
    assert found(registry, "no-leader") == []


def test_one_led_team_is_enough(registry: Registry) -> None:
    site = add_site(registry)
    add_team(registry, "Tổ 1", site)
    add_member(registry, add_team(registry, "Tổ 2", site), "Nguyễn Văn An", "Tổ trưởng")

    assert found(registry, "no-leader") == []


@pytest.mark.parametrize(
    ("facts", "leaderless"),
    [
        ({"valid_to": "2026-11-23"}, False),
        ({"valid_to": "2026-11-22"}, True),
        ({"valid_to": "2026-11"}, True),
        ({"valid_from": "2026-11-23"}, True),
        ({"valid_from": "2026", "valid_to": "2027"}, False),
    ],
)
def test_only_a_leader_of_today_leads(
    registry: Registry, team: TeamId, facts: dict[str, str], *, leaderless: bool
) -> None:
    add_member(registry, team, "Nguyễn Văn An", "Tổ trưởng", **facts)

    assert bool(found(registry, "no-leader")) is leaderless


def test_a_leader_whose_last_day_has_come_leads_no_more(registry: Registry, team: TeamId) -> None:
    add_member(registry, team, "Nguyễn Văn An", "Tổ trưởng", valid_to="2026-12-01")

    (stale,) = derived.roll(registry.connection, date(2026, 12, 1))

    assert derived.roll(registry.connection, date(2026, 11, 30)) == []
    with registry.rehearsal():
        derived.refresh_models(registry.connection, [stale], date(2026, 12, 1))
        assert found(registry, "no-leader") == ["Mô hình ở Tổ 5"]


def test_what_an_undo_takes_away_leads_no_more(registry: Registry, team: TeamId) -> None:
    members.add(registry, team, [NewMember(person={"name": "Nguyễn Văn An"}, membership={"role": "Tổ trưởng"})])
    assert found(registry, "no-leader") == []

    registry.undo()

    assert found(registry, "no-leader") == ["Mô hình ở Tổ 5"]


def test_an_undone_team_leaves_only_the_site(registry: Registry) -> None:
    site = add_site(registry)
    team = add_team(registry, "Tổ 1", site)
    add_member(registry, team, "Nguyễn Văn An", "Tổ trưởng")
    assert found(registry, "no-leader") == []

    for _act in range(2):  # membership, person
        registry.undo()
    assert found(registry, "no-leader") == ["Mô hình ở Tổ 5"]
    registry.undo()

    assert found(registry, "no-leader") == []


def test_a_role_that_is_no_leaders_any_more_leads_nothing(registry: Registry, team: TeamId) -> None:
    add_member(registry, team, "Nguyễn Văn An", "Tổ trưởng")
    role = next(one for one in registry.lists.roles.values() if one.name == "Tổ trưởng")

    with registry.change("role"):
        registry.entries.save(replace(role, kind="member"))

    assert found(registry, "no-leader") == ["Mô hình ở Tổ 5"]


@pytest.mark.parametrize(
    ("period_to", "over"),
    [("21/11/2026", True), ("22/11/2026", False), ("11/2026", False), ("2025", True), ("", False)],
)
def test_the_period_of_a_paper_is_over_after_its_last_day(registry: Registry, period_to: str, *, over: bool) -> None:
    add(registry, "Giai đoạn", period_to=period_to)

    assert bool(found(registry, "period-over")) is over


def test_ended_models_and_those_in_the_trash_are_not_waited_for(registry: Registry) -> None:
    model = add(registry, "Giai đoạn", period_to="2020", founded_on="2019")
    peopled.team(registry, peopled.site(registry, model))
    assert found(registry, "no-leader") == found(registry, "period-over") == ["Giai đoạn"]

    with registry.change("trash"):
        registry.models.trash([model], "2026-11-22")

    assert found(registry, "no-leader") == found(registry, "period-over") == []
    assert found(registry, "final", date(2030, 1, 1)) == []


def test_a_summary_is_waited_for_until_it_was_held(registry: Registry) -> None:
    model = add(registry, "Camera", founded_on="2020-01-31")
    _ask(registry, since="2026-01-01")
    assert found(registry, "interim") == found(registry, "final") == ["Camera"]

    reviewing.mark_reviewed(registry, [model], Review(model_id=model, kind="interim", on="2026-11-01"))

    assert found(registry, "interim") == []
    assert found(registry, "final") == ["Camera"]
    registry.undo()
    assert found(registry, "interim") == ["Camera"]


def test_a_corrected_summary_counts_no_more(registry: Registry) -> None:
    model = add(registry, "Camera", founded_on="2020-01-31")
    _ask(registry, since="2026-01-01")
    reviewing.mark_reviewed(registry, [model], Review(model_id=model, kind="final", on="2026-11-01"))
    (wrong,) = registry.reviews.of(model)

    reviewing.correct_review(registry, wrong.id, Review(model_id=model, kind="review", on="2026-11-01"))

    assert found(registry, "final") == ["Camera"]


def test_a_model_that_is_never_reviewed_needs_no_summary(registry: Registry) -> None:
    add(registry, "Camera", founded_on="2020-01-31", interval_months="0")
    _ask(registry, since="2026-01-01")

    assert found(registry, "interim") == found(registry, "final") == []


def test_what_the_ward_does_not_ask_for_is_not_waited_for(registry: Registry) -> None:
    add(registry, "Camera", founded_on="2020-01-31")
    _ask(registry, since="2026-01-01")

    files.save_ward(registry, replace(registry.settings.ward(), summary_days=(("final", "12-15"),)))

    assert found(registry, "interim") == []
    assert found(registry, "final") == ["Camera"]
    registry.undo()
    assert found(registry, "interim") == ["Camera"]


def test_due_dates_follow_the_wards_days_without_work(registry: Registry) -> None:
    model = add(registry, "Camera", founded_on="2026-08-31", interval_months="5")
    ward = registry.settings.ward()
    assert next_review(registry, model) == ("2027-01-31", "2027-01-31")

    files.save_ward(registry, replace(ward, off_days="forward", holidays=(("2027-02-01", "Nghỉ Tết"),)))
    assert next_review(registry, model) == ("2027-02-02", "2027-02-02")

    files.save_ward(registry, replace(ward, due_by="month"))
    assert next_review(registry, model) == ("2027-01", "2027-01-31")

    registry.undo()
    registry.undo()
    assert next_review(registry, model) == ("2027-01-31", "2027-01-31")


def test_a_setting_that_an_undo_deletes_is_seen(registry: Registry) -> None:
    model = add(registry, "Camera", founded_on="2026-08-31", interval_months="5")
    with registry.change("forget"):
        registry.connection.execute("DELETE FROM setting WHERE key = 'off_days'")
    files.save_ward(registry, replace(registry.settings.ward(), off_days="back"))
    assert next_review(registry, model) == ("2027-01-29", "2027-01-29")

    registry.undo()

    assert next_review(registry, model) == ("2027-01-31", "2027-01-31")


def test_what_is_derived_is_the_same_when_worked_out_anew(sample_ward: Registry) -> None:
    before = {table: _all(sample_ward, table) for table in ("model_index", "model_text", "model_summary")}
    everything = [number for (number,) in sample_ward.connection.execute("SELECT id FROM model")]

    with sample_ward.rehearsal():
        sample_ward.refresh(everything)
        after = {table: _all(sample_ward, table) for table in before}

    assert after == before
    assert before["model_summary"]


def next_review(registry: Registry, model: ModelId) -> tuple[str, str]:
    query = "SELECT next_review, due_day FROM model_index WHERE id = ?"
    shown, day = registry.connection.execute(query, (model,)).fetchone()
    (row,) = registry.models.window([model], AT)
    assert row.next_review == shown
    return shown, day


def _ask(registry: Registry, *, since: str) -> None:
    ward = registry.settings.ward()
    files.save_ward(registry, replace(ward, summary_days=USUAL_DAYS, summary_since=since))


def _all(registry: Registry, table: str) -> list[tuple[object, ...]]:
    return sorted(registry.connection.execute(f"SELECT * FROM {table}").fetchall())


def test_a_model_without_teams_has_no_vacant_seat(registry: Registry) -> None:
    peopled.site(registry, add(registry, "Camera"))

    assert found(registry, "no-leader") == []
