"""The ward's own facts come back as they were written, lists in lists too."""

from msgspec.structs import replace

from registry_app.operations import files
from registry_app.store.registry import Registry

HOLIDAYS = (("2027-01-01", "Tết Dương lịch"), ("2027-02-06", "Tết Nguyên đán"))


def test_holidays_are_kept_by_day_and_name(registry: Registry) -> None:
    ward = replace(registry.settings.ward(), holidays=HOLIDAYS)

    files.save_ward(registry, ward)

    assert registry.settings.ward() == ward
    registry.undo()
    assert registry.settings.ward().holidays == ()


def test_a_fact_of_a_newer_program_is_left_alone(registry: Registry) -> None:
    with registry.change("of a newer program"):
        registry.connection.execute("INSERT INTO setting (key, value) VALUES ('motto', '[1, [2]]')")

    files.save_ward(registry, replace(registry.settings.ward(), holidays=HOLIDAYS))

    (kept,) = registry.connection.execute("SELECT value FROM setting WHERE key = 'motto'").fetchone()
    assert kept == "[1, [2]]"
