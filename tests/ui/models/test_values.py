"""What the form shows of a model is read back as the same model."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from registry_app.domain.model import LocalModel
from registry_app.domain.search import Moment, Search
from registry_app.operations import sample
from registry_app.operations.typed import read_model
from registry_app.store.registry import Registry
from registry_app.ui.models.values import extras_typed, for_operations, typed_of


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    folder: Path = tmp_path_factory.mktemp("sample")
    made = sample.make(folder / "mẫu.registry")
    yield made
    made.close()


def test_every_model_of_the_sample_survives_being_shown_and_read(ward: Registry) -> None:
    today = date.today()
    numbers = ward.models.ids(Search(), Moment(today))
    assert len(numbers) > 100

    for number in numbers:
        model = ward.models.one(number)  # type: ignore[arg-type]
        shown = {**typed_of(model, ward.lists), **extras_typed(model, ward.lists)}
        typed = {name: for_operations(name, value) for name, value in shown.items()}

        read = read_model(LocalModel(id=model.id, code=model.code), typed, ward.lists, today)

        assert read == model


def test_a_text_with_semicolons_in_an_extra_field_is_one_text() -> None:
    assert for_operations("extra.places", "chợ; bến xe") == ("chợ; bến xe",)
    assert for_operations("aim", "một; hai") == "một; hai"
