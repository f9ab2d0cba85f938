"""The small picture of the life of a model."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from registry_app.ui.models.life import Band, Event, Life
from registry_app.ui.models.timeline import Timeline

START, MIDDLE, END = date(2016, 1, 1), date(2021, 1, 1), date(2026, 1, 1)
LIFE = Life(
    today=END,
    start=START,
    end=END,
    bands=(
        Band(kind="active", name="Đang hoạt động", start=START, end=MIDDLE, sentence="Đang hoạt động từ 01/01/2016"),
        Band(kind="ended", name="Thanh loại", start=MIDDLE, end=END, sentence="Thanh loại từ 01/01/2021: <b>hỏng</b>"),
    ),
    events=(
        Event(sort="founded", on=START, word="Thành lập", sentence="Thành lập: 2016"),
        Event(sort="launched", on=START, word="Ra mắt", sentence="Ra mắt: 2016"),
        Event(sort="review", on=MIDDLE, word="Tốt", sentence="01/01/2021: Rà soát; Tốt"),
    ),
)


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(400, made.sizeHint().height())
    made.show_life(LIFE)
    return made


def test_it_is_told_to_those_who_cannot_see_it(timeline: Timeline) -> None:
    told = timeline.accessibleDescription()

    assert timeline.accessibleName()
    assert all(sentence in told for sentence in LIFE.sentences)


def test_a_mark_says_what_it_is(timeline: Timeline) -> None:
    marks = timeline._bar().top() - 8

    assert timeline.told_at(QPoint(200, marks)) == ("01/01/2021: Rà soát; Tốt",)


def test_a_launch_on_the_day_of_the_founding_stands_beside_it(timeline: Timeline) -> None:
    places = {event.sort: place for event, place in timeline._signs()}

    assert places["launched"] - places["founded"] >= 12


def test_a_band_says_what_it_is_and_why(timeline: Timeline) -> None:
    band = timeline._bar().center().y()

    assert timeline.told_at(QPoint(100, band)) == ("Đang hoạt động từ 01/01/2016",)
    assert timeline.told_at(QPoint(300, band)) == ("Thanh loại từ 01/01/2021: <b>hỏng</b>",)


def test_without_a_model_it_is_empty_and_says_nothing(timeline: Timeline) -> None:
    drawn = timeline.grab().toImage()
    timeline.show_life(None)

    assert timeline.accessibleDescription() == ""
    assert timeline.told_at(QPoint(200, 30)) == ()
    assert timeline.grab().toImage() != drawn


@pytest.mark.parametrize("width", [1, 60, 5000])
def test_any_width_can_be_drawn(timeline: Timeline, width: int) -> None:
    timeline.resize(width, timeline.height())

    assert not timeline.grab().isNull()


def test_a_hundred_reviews_are_drawn_as_dots(timeline: Timeline) -> None:
    reviews = tuple(
        Event(sort="review", on=date(2016 + month // 12, month % 12 + 1, 1), word="Tốt", sentence=str(month))
        for month in range(100)
    )
    crowded = Life(today=END, start=START, end=END, bands=LIFE.bands, events=reviews)

    timeline.show_life(crowded)

    assert not timeline.grab().isNull()
    assert timeline.told_at(QPoint(200, timeline._bar().top() - 8))
