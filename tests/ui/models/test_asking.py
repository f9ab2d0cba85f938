"""Sidebar, headings and what is typed ask for one Search together, and each may take its own part back."""

from registry_app.domain.search import Filter, Order, Search
from registry_app.ui.models.asking import Asking
from registry_app.ui.session import Session

LEVEL = Filter("level", ("ward",))


def test_what_is_typed_narrows_what_was_chosen(session: Session) -> None:
    asking = Asking(session)

    asking.start(Search(view="overdue", filters=(LEVEL,)))
    asking.type("camera -thẻ:mẫu chu-kỳ>3")

    assert asking.search.view == "overdue"
    assert asking.search.words == "camera"
    assert asking.search.filters == (LEVEL, Filter("interval_months", low="3", strict=True))
    assert [str(trouble) for trouble in asking.query.troubles]


def test_a_filter_that_was_typed_is_taken_out_of_the_text(session: Session) -> None:
    asking = Asking(session)
    texts: list[str] = []
    asking.typed_changed.connect(texts.append)
    asking.type("camera chu-kỳ>3 tổ")

    asking.drop(asking.search.filters[0])

    assert texts == ["camera tổ"]
    assert asking.search == Search(words="camera tổ")


def test_a_filter_of_a_heading_goes_and_the_text_stays(session: Session) -> None:
    asking = Asking(session)
    asking.type("camera")
    asking.filter(LEVEL)

    asking.drop(LEVEL)

    assert asking.search == Search(words="camera")


def test_a_field_has_one_filter_from_its_heading(session: Session) -> None:
    asking = Asking(session)

    asking.filter(LEVEL)
    asking.filter(Filter("level", (None,)))
    blank = asking.search
    asking.filter(Filter("level"))

    assert blank.filters == (Filter("level", (None,)),)
    assert asking.search.filters == ()


def test_a_search_with_words_shows_them_where_words_are_typed(session: Session) -> None:
    asking = Asking(session)
    texts: list[str] = []
    asking.typed_changed.connect(texts.append)

    asking.start(Search(words="tổ 5", group="type", order=(Order("name"),)))
    asking.type("")

    assert texts == ["tổ 5"]
    assert asking.search == Search(group="type", order=(Order("name"),))


def test_all_filters_go_and_the_view_stays(session: Session) -> None:
    asking = Asking(session)
    asking.start(Search(view="paused", filters=(LEVEL,)))
    asking.type("camera")

    asking.drop_all()

    assert asking.search == Search(view="paused")
