"""What there is to say of one model: why its review is due when it is, and by when it is summed up."""

import pytest
from msgspec.structs import replace

from registry_app.domain.ids import ModelId
from registry_app.domain.review import Review
from registry_app.domain.search import Moment
from registry_app.operations import details, files, reviewing
from registry_app.store.registry import Registry

from ..making import TODAY, add

AT = Moment(TODAY)


@pytest.fixture
def model(registry: Registry) -> ModelId:
    """A model that is due on a Sunday, in a ward that moves such dates."""
    ward = replace(registry.settings.ward(), off_days="forward", summary_since="2026-01-01")
    files.save_ward(registry, ward)
    return add(registry, "Camera", founded_on="2026-01-31", interval_months="12")


def test_row_sentence_and_reasons_tell_the_same_moved_day(registry: Registry, model: ModelId) -> None:
    found = details.details(registry, model, AT)

    assert found.row.next_review == "2027-02-01"
    assert found.schedule == ("12 tháng sau ngày thành lập 31/01/2026; 31/01/2027 là Chủ nhật, dời sang 01/02/2027")
    assert details.reasons(registry, [model]) == {model: found.schedule}


def test_each_summary_that_is_asked_for_says_by_when(registry: Registry, model: ModelId) -> None:
    interim, final = details.details(registry, model, AT).summaries

    assert (interim.kind, interim.next_on, interim.state) == ("interim", "2026-06-30", "overdue")
    assert (final.kind, final.next_on, final.state) == ("final", "2026-12-15", "soon")
    reviewing.mark_reviewed(registry, [model], Review(model_id=model, kind="interim", on="2026-11-20"))
    interim, final = details.details(registry, model, AT).summaries
    assert (interim.next_on, interim.state) == ("2027-06-30", "later")
    assert "lần gần nhất 20/11/2026" in interim.reason


@pytest.mark.parametrize("changes", [{"interval_months": "0"}, {"interval_months": "0", "review_on": "2027"}])
def test_a_model_without_periodic_reviews_needs_no_summary(registry: Registry, changes: dict[str, str]) -> None:
    model = add(registry, "Camera", founded_on="2020", **changes)

    assert details.details(registry, model, AT).summaries == ()
