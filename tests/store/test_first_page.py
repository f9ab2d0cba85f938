"""The first page of words is looked for among the names that come first; it begins just as the whole answer does."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry_app.domain.search import Moment, Search
from registry_app.domain.vietnamese import accented, fold
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
    monkeypatch.setattr(first_page, "SAMPLE", 20)


@st.composite
def typed(draw: st.DrawFn, text: str) -> str:
    """A word or two out of ``text``, perhaps begun in the middle and not ended, perhaps without accents."""
    words = draw(st.lists(st.sampled_from(accented(text).split()), min_size=1, max_size=2))
    begun = [word[draw(st.integers(0, 1)) :] or word for word in words]
    cut = " ".join(begun)[: draw(st.integers(1, 12))]
    return draw(st.sampled_from((cut, fold(cut))))


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


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(data=st.data(), limit=st.integers(1, 40))
def test_whatever_is_typed_it_begins_as_the_order_by_rank_and_name(
    sample_ward: Registry, data: st.DataObject, limit: int
) -> None:
    names = [row.name for row in sample_ward.models.window(sample_ward.models.ids(Search(), AT), AT)]
    words = data.draw(typed(data.draw(st.sampled_from(names))))
    more = data.draw(typed(data.draw(st.sampled_from(names))))
    known = sample_ward.models.ids(Search(words=words), AT)
    grown = Search(words=f"{words} {more}")

    assert sample_ward.models.ids(Search(words=words), AT, limit) == known[:limit]
    assert sample_ward.models.ids(grown, AT, limit, among=known) == sample_ward.models.ids(grown, AT)[:limit]


def test_few_with_the_accents_come_before_the_many_without_and_all_texts_are_read_for_them_once(
    registry: Registry,
) -> None:
    for number in range(60):
        add(registry, f"Mô hình {number}", notes="đầu to" if number in (30, 55) else "chín tổ")
    asked: list[str] = []
    registry.connection.set_trace_callback(asked.append)

    page = registry.models.ids(Search(words="to"), AT, 5)

    assert [row.name for row in registry.models.window(page, AT)] == [f"Mô hình {n}" for n in (30, 55, 0, 1, 2)]
    assert len([one for one in asked if "model_text x CROSS JOIN" in one]) == 1


def test_many_with_the_accents_that_do_not_stand_first_are_found_among_those_known(registry: Registry) -> None:
    for number in range(60):
        add(registry, f"Mô hình {number}", notes="đầu to" if number >= 40 else "chín tổ")
    known = registry.models.ids(Search(words="t"), AT)

    page = registry.models.ids(Search(words="to"), AT, 5, among=known)

    assert [row.name for row in registry.models.window(page, AT)] == [f"Mô hình {n}" for n in range(40, 45)]
