"""What other rules for due dates would do is shown before anything is written."""

from msgspec.structs import replace

from registry_app.domain.summaries import USUAL_DAYS
from registry_app.domain.ward import Ward
from registry_app.operations import due_rules
from registry_app.operations.reviewing import NewDate
from registry_app.store.registry import Registry

from ..making import add


def test_the_dates_that_change_are_told_with_their_kind(registry: Registry) -> None:
    add(registry, "Một", founded_on="2026-08-31", interval_months="5")
    add(registry, "Hai", founded_on="2026-08-28", interval_months="5")
    ward = replace(registry.settings.ward(), off_days="forward", summary_days=(("final", "12-31"),))
    before = registry.undoable

    found = due_rules.preview(registry, ward)

    assert [(one.name, one.kind, one.before, one.after) for one in found] == [
        ("Hai", "interim", "2027-06-30", None),
        ("Hai", "final", "2026-12-15", "2026-12-31"),
        ("Một", "review", "2027-01-31", "2027-02-01"),
        ("Một", "interim", "2027-06-30", None),
        ("Một", "final", "2026-12-15", "2026-12-31"),
    ]
    assert registry.undoable == before
    assert isinstance(found[0], NewDate)


def test_only_rules_that_dates_follow_from_make_a_difference() -> None:
    ward = Ward(summary_days=USUAL_DAYS)

    assert due_rules.reckons_alike(ward, replace(ward, committee="Ban Chỉ đạo 138"))
    assert due_rules.reckons_alike(ward, replace(ward, summary_days=USUAL_DAYS[::-1]))
    assert not due_rules.reckons_alike(ward, replace(ward, holidays=(("2027-09-02", "Quốc khánh"),)))
    assert not due_rules.reckons_alike(ward, replace(ward, summary_since="2026-01-01"))
