"""The sample ward's rounds: two closed ones that are what their reviews say, one half done, all by the rules."""

from datetime import date
from pathlib import Path

from registry_app.domain import schedule, scoring
from registry_app.domain.search import Moment
from registry_app.operations import rounds, sample
from registry_app.operations.rounds import RoundShown
from registry_app.store.registry import Registry

from ..making import TODAY

AT = Moment(TODAY)


def in_time(registry: Registry) -> list[RoundShown]:
    """The rounds, the oldest first."""
    return list(reversed(rounds.rounds(registry)))


def test_two_rounds_are_closed_and_one_is_half_done(sample_ward: Registry) -> None:
    first, second, third = in_time(sample_ward)

    assert [one.round.closed_on for one in (first, second, third)] == ["2025-12-26", "2026-06-26", None]
    assert [one.round.code for one in (first, second, third)] == ["DRS-2025-001", "DRS-2026-001", "DRS-2026-002"]
    assert [one.waiting for one in (first, second)] == [0, 0]
    assert third.entered > 20
    assert third.left_out > 5
    assert third.waiting > 20


def test_rows_of_the_closed_rounds_are_their_reviews(sample_ward: Registry) -> None:
    for shown in in_time(sample_ward)[:2]:
        for row in rounds.rows(sample_ward, shown.round.id):
            assert (row.review_id is not None) == (row.state == "entered")
            if row.review_id is not None:
                review = sample_ward.reviews.one(row.review_id)
                assert review is not None
                assert (review.model_id, review.on, review.grade_id) == (row.model_id, row.on, row.grade_id)
                assert (review.effective, review.findings) == (row.effective, row.findings)


def test_each_result_lies_in_its_period_and_in_the_scale_of_its_year(sample_ward: Registry) -> None:
    grades, scales = sample_ward.lists.grades, sample_ward.loop.scoring.scales()
    for shown in in_time(sample_ward):
        scale = {step.grade_id for step in scoring.scale_of(shown.round.year, scales, grades)}
        for row in rounds.rows(sample_ward, shown.round.id):
            assert row.grade_id is None or row.grade_id in scale
            if row.on:
                assert shown.round.period_from <= row.on <= (shown.round.closed_on or TODAY.isoformat())
                assert not schedule.starts_before(row.on, row.founded_on)


def test_the_half_done_round_can_be_closed(sample_ward: Registry) -> None:
    third = in_time(sample_ward)[2].round.id

    found = rounds.closing(sample_ward, third, date.today().isoformat())

    assert found.problems == ()
    assert found.reviews == rounds.one(sample_ward, third).entered


def test_every_area_of_the_rounds_has_a_reviewer(sample_ward: Registry) -> None:
    for shown in in_time(sample_ward):
        assert all(row.reviewer for row in rounds.rows(sample_ward, shown.round.id))
        assert len(rounds.progress(sample_ward, shown.round.id).by_reviewer) == 5


def test_what_was_counted_at_the_closings_is_kept(sample_ward: Registry) -> None:
    for shown in in_time(sample_ward)[:2]:
        (found,) = rounds.snapshots(sample_ward, shown.round.id)

        assert (found.on, found.withdrawn) == (shown.round.closed_on, False)
        assert (found.seen.rows, found.seen.entered, found.seen.left_out) == (shown.rows, shown.entered, shown.left_out)
        assert sum(found.counts.grades.values()) == found.counts.models.models
        assert found.counts.models.models > 100


def test_the_rounds_are_the_same_each_time(sample_ward: Registry, tmp_path: Path) -> None:
    with sample.make(tmp_path / "again.registry") as again:
        for one, other in zip(in_time(sample_ward), in_time(again), strict=True):
            assert one == other
            assert rounds.rows(sample_ward, one.round.id) == rounds.rows(again, one.round.id)
            assert rounds.snapshots(sample_ward, one.round.id) == rounds.snapshots(again, one.round.id)


def test_three_years_of_reviews_can_be_looked_back_on(sample_ward: Registry) -> None:
    query = """SELECT substr("on", 1, 4), count(*) FROM review WHERE "on" >= '2023-11-01' GROUP BY 1"""
    by_year = dict(sample_ward.connection.execute(query).fetchall())

    assert min(by_year[year] for year in ("2024", "2025", "2026")) > 100
    assert sum(by_year.values()) > 450
