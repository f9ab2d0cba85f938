"""The first page of words is looked for among the names that come first; it begins just as the whole answer does."""

import pytest

from registry_app.domain.search import Moment, Search
from registry_app.store import first_page
from registry_app.store.registry import Registry

from ..making import TODAY, add

AT = Moment(TODAY)
WORDS = ("c", "ca", "cam", "an", "an ninh", "to", "tổ", "to d", "ho", "phong", "phòng chống", "a n", "xyz")


@pytest.fixture(autouse=True)
def few_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look among 8 names first, then among 40, as a small register has no more."""
    monkeypatch.setattr(first_page, "NEAR", 8)
    monkeypatch.setattr(first_page, "FAR", 40)


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("limit", [1, 3, 5, 9, 20, 100])
def test_it_begins_as_all_rows_do(sample_ward: Registry, words: str, limit: int) -> None:
    for view in ("all", "trash"):
        search = Search(words=words, view=view)
        assert sample_ward.models.ids(search, AT, limit) == sample_ward.models.ids(search, AT)[:limit]


def test_a_common_word_needs_no_look_at_all_texts(registry: Registry) -> None:
    for number in range(60):
        add(registry, f"Mô hình {number}", notes="rất hay" if number % 4 == 0 else "")
    asked: list[str] = []
    registry.connection.set_trace_callback(asked.append)

    page = registry.models.ids(Search(words="hay"), AT, 5)

    assert [row.name for row in registry.models.window(page, AT)] == [f"Mô hình {n}" for n in (0, 4, 8, 12, 16)]
    assert not any("model_text x CROSS JOIN" in statement for statement in asked)


def test_where_the_names_do_not_go_on_as_they_begin_all_texts_are_looked_at(registry: Registry) -> None:
    for number in range(60):
        add(registry, f"Mô hình {number}", notes="rất hay" if number in (0, 1, 50, 51, 52) else "")

    page = registry.models.ids(Search(words="hay"), AT, 5)

    assert [row.name for row in registry.models.window(page, AT)] == [f"Mô hình {n}" for n in (0, 1, 50, 51, 52)]
