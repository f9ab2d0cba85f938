"""What a JSON text says of new models."""

import json
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry_app.domain.errors import Refused, RegistryError
from registry_app.domain.search import Moment, Search
from registry_app.operations import models
from registry_app.operations.from_json import RECKONED, SETTABLE, new_models
from registry_app.store.registry import Registry

from ..making import TODAY

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(sorted(SETTABLE)) | st.text(), inner),
    max_leaves=10,
)


def encoded(value: object) -> bytes:
    """``value`` as JSON."""
    return json.dumps(value).encode()


def test_a_given_key_is_either_settable_or_reckoned() -> None:
    assert not SETTABLE & RECKONED
    assert {"due", "last_review", "next_review", "status_kind", "schedule", "reviews", "grade"} <= RECKONED


def test_every_reckoned_key_is_refused_by_name(registry: Registry) -> None:
    with pytest.raises(Refused) as told:
        new_models(encoded({"name": "x", "type": "CAM", **dict.fromkeys(RECKONED, "x")}), registry.lists)

    assert {problem.field for problem in told.value.problems} == RECKONED
    assert all(problem.field in str(problem) for problem in told.value.problems)


def test_null_is_blank(registry: Registry) -> None:
    (new,) = new_models(encoded({"name": "x", "type": "CAM", "level": None, "areas": None}), registry.lists)

    saved = models.add(registry, [new])

    assert registry.models.one(saved.ids[0]).level is None


def test_a_number_is_read_as_it_was_meant(registry: Registry) -> None:
    value = {"name": "x", "type": "CAM", "interval_months": 6, "extra": {"eyes": 1.234, "recorders": 12345678901234}}

    saved = models.add(registry, new_models(encoded(value), registry.lists))

    model = registry.models.one(saved.ids[0])
    keys = {extra.id: extra.key for extra in registry.lists.extras.values()}
    assert model.interval_months == 6
    assert {keys[extra]: Decimal(text) for extra, text in model.extra.items()} == {
        "eyes": Decimal("1.234"),
        "recorders": Decimal(12345678901234),
    }


def test_a_name_with_a_semicolon_in_a_list_stays_whole(registry: Registry) -> None:
    value = {"name": "x", "type": "CAM", "areas": ["Tổ 1; ngõ 2"]}

    saved = models.add(registry, new_models(encoded(value), registry.lists), create=True)

    (row,) = registry.models.window(saved.ids, Moment(TODAY))
    assert row.areas == ("Tổ 1; ngõ 2",)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(JSON)
def test_any_json_is_taken_or_refused_in_words(registry: Registry, value: object) -> None:
    before = registry.models.count(Search(), Moment(TODAY))
    added = 0
    complaints: list[str] = []
    try:
        added = len(models.add(registry, new_models(encoded(value), registry.lists)).ids)
    except RegistryError as known:
        complaints.append(str(known))

    assert registry.models.count(Search(), Moment(TODAY)) == before + added
    assert all(complaints)
