"""Views of the ward's own: saved, shown again, renamed, moved, dropped; parts of the sidebar count what they show."""

import pytest
from pytestqt.qtbot import QtBot

from registry_app.domain.entries import Tag
from registry_app.domain.saved_view import SavedView
from registry_app.domain.search import Filter, Moment, Order, Search
from registry_app.operations import lists, views
from registry_app.ui.models.screen import ModelsScreen
from registry_app.ui.session import Session

from ..conftest import Asked, add, type_text


@pytest.fixture
def screen(session: Session, qtbot: QtBot) -> ModelsScreen:
    """The screen of models on three models."""
    shown = ModelsScreen(session)
    qtbot.addWidget(shown)
    session.opened.emit()
    shown.show()
    shown.feed.look()
    return shown


def texts(screen: ModelsScreen, part: str) -> list[tuple[str, str]]:
    """The lines of a part with their counts."""
    item = screen.sidebar._items["part", part]
    children = [item.child(place) for place in range(item.childCount())]
    return [(child.text(0), child.text(1)) for child in children if child]


def test_a_part_counts_its_values_and_the_blank_and_shows_just_those_rows(screen: ModelsScreen, qtbot: QtBot) -> None:
    screen.sidebar.open_part("areas")

    lines = texts(screen, "areas")
    assert lines == [("Tổ dân phố 2", "1"), ("Tổ dân phố 5", "1"), ("Tổ dân phố 10", "1"), ("(Trống)", "1")]
    for place, (_name, count) in enumerate(lines):
        line = screen.sidebar._items["part", "areas"].child(place)
        assert line
        screen.sidebar.setCurrentItem(line)
        assert len(screen.rows.ids) == int(count)


def test_a_view_is_saved_with_all_that_is_asked_and_shown_again(
    screen: ModelsScreen, asked: Asked, qtbot: QtBot
) -> None:
    screen.asking.sort((Order("code"),))
    type_text(screen.search_box, "camera loại:camera")
    qtbot.waitUntil(lambda: screen.search.words == "camera")
    asked.will("  Camera của   phường ")

    screen.saved_views.save_new()
    screen.show_search(Search())
    screen.feed.look()
    (saved,) = screen.feed.saved
    screen.feed.choose_saved(saved.id)

    assert saved.name == "Camera của phường"
    assert screen.search.words == "camera"
    assert screen.search_box.text() == "camera"
    assert [one.field for one in screen.search.filters] == ["type"]
    assert screen.search.order == (Order("code"),)
    qtbot.waitUntil(lambda: texts(screen, "saved") == [("Camera của phường", "2")])


def test_a_taken_name_is_told_and_asked_again_with_what_was_typed(screen: ModelsScreen, asked: Asked) -> None:
    asked.will("Quá hạn", "Của tôi")

    screen.saved_views.save_new()

    assert [function for function, _text in asked.said] == ["line", "tell", "line"]
    assert [view.name for view in screen.feed.saved] == ["Của tôi"]


def test_views_are_renamed_moved_and_dropped_each_undone_by_one_step(
    screen: ModelsScreen, session: Session, asked: Asked
) -> None:
    asked.will("Một", "Hai", "Ba", True)
    screen.saved_views.save_new()
    screen.saved_views.save_new()
    screen.feed.look()
    one, two = screen.feed.saved

    screen.saved_views.move(two, -1)
    screen.saved_views.rename(one)
    screen.feed.look()
    names = [view.name for view in screen.feed.saved]
    screen.saved_views.delete(two)
    screen.feed.look()

    assert names == ["Hai", "Ba"]
    assert [view.name for view in screen.feed.saved] == ["Ba"]
    session.undo()
    screen.feed.look()
    assert [view.name for view in screen.feed.saved] == ["Hai", "Ba"]


def test_a_view_whose_entry_was_deleted_says_so_and_shows_the_rest(
    screen: ModelsScreen, session: Session, asked: Asked
) -> None:
    told: list[str] = []
    session.problem.connect(told.append)
    tag = lists.save_entry(session.registry, Tag(name="tạm"))
    number = next(iter(session.registry.lists.tags))
    search = Search(filters=(Filter("tags", (number,)), Filter("level", (None,))))
    views.save_view(session.registry, SavedView(name="Nhãn tạm", search=search))
    lists.remove(session.registry, session.registry.lists.tags[number])
    screen.feed.look()

    screen.feed.choose_saved(screen.feed.saved[0].id)

    assert tag
    assert "Nhãn tạm" in told[0]
    assert screen.search.filters == (Filter("level", (None,)),)


def test_a_view_of_a_retired_type_goes_on_showing_its_models(screen: ModelsScreen, session: Session) -> None:
    registry = session.registry
    number = next(number for number, entry in registry.lists.types.items() if entry.name.startswith("Camera"))
    views.save_view(registry, SavedView(name="Camera", search=Search(filters=(Filter("type", (number,)),))))
    lists.retire(registry, registry.lists.types[number])
    screen.feed.look()

    screen.feed.choose_saved(screen.feed.saved[0].id)

    at = Moment(session.moment.on)
    assert len(screen.rows.ids) == registry.models.count(screen.search, at) == 2


def test_counts_follow_every_change(screen: ModelsScreen, session: Session, qtbot: QtBot) -> None:
    screen.sidebar.open_part("type")
    before = dict(texts(screen, "type"))

    add(session, name="Thêm", type="camera an ninh")

    qtbot.waitUntil(lambda: dict(texts(screen, "type")) != before)
    assert dict(texts(screen, "type"))["Camera an ninh"] == "3"
