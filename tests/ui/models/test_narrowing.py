"""Looking among what was found before finds the same as looking anew."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry_app.domain.search import Order, Search
from registry_app.store.models import ModelShelf
from registry_app.ui.models.narrowing import Narrowing
from registry_app.ui.session import Session

WORDS = st.lists(
    st.sampled_from(["c", "ca", "camera", "tổ", "to 5", "an", "an ninh", "đèn", "khu pho", "x"]), max_size=3
)


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """Whether each question to the register was narrowed."""
    asked: list[bool] = []
    plain = ModelShelf.ids

    def ids(shelf: ModelShelf, *arguments: object, **named: object) -> object:
        asked.append(named.get("among") is not None)
        return plain(shelf, *arguments, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(ModelShelf, "ids", ids)
        yield asked


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(steps=st.lists(st.tuples(WORDS, st.sampled_from(["all", "overdue"]), st.booleans()), min_size=2, max_size=6))
def test_whatever_is_typed_after_whatever_the_answer_is_that_of_the_register(
    sample_session: Session, steps: list[tuple[list[str], str, bool]]
) -> None:
    finder, shelf, at = Narrowing(), sample_session.registry.models, sample_session.moment

    for words, view, sorted_by_code in steps:
        search = Search(words=" ".join(words), view=view, order=(Order("code"),) if sorted_by_code else ())
        assert finder.ids(sample_session.registry, search, at) == shelf.ids(search, at)


def test_a_growing_word_is_looked_for_among_those_found_before(
    sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    finder, at = Narrowing(), sample_session.moment

    with counted(monkeypatch) as narrowed:
        for words in ("cam", "came", "camera tổ", "cam"):
            finder.ids(sample_session.registry, Search(words=words), at)

    assert narrowed == [False, True, True, False]


def test_an_answer_cut_off_at_a_page_is_no_ground_to_narrow_on(
    sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    finder, at = Narrowing(), sample_session.moment

    with counted(monkeypatch) as narrowed:
        finder.ids(sample_session.registry, Search(words="cam"), at, 3)
        finder.ids(sample_session.registry, Search(words="camera"), at, 3)

    assert narrowed == [False, False]


def test_after_a_change_nothing_is_taken_from_before(sample_session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    finder, at = Narrowing(), sample_session.moment
    finder.ids(sample_session.registry, Search(words="cam"), at)

    finder.forget()
    with counted(monkeypatch) as narrowed:
        finder.ids(sample_session.registry, Search(words="camera"), at)

    assert narrowed == [False]
