"""The rest of many rows comes in steps; whatever happens between two of them, the list ends up right."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Order, Search
from registry_app.operations import models
from registry_app.store import arranging
from registry_app.ui.models import list_model
from registry_app.ui.models.list_model import ModelListModel
from registry_app.ui.models.list_view import ModelListView
from registry_app.ui.session import Session

BY_TYPE = Search(group="type")


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the sample ward were large: a first page of a few rows, steps of a few more."""
    for name, rows in (("FIRST_PAGE", 20), ("GROUPED_PAGE", 20), ("FORETOLD", 12), ("AT_ONCE", 30)):
        monkeypatch.setattr(list_model, name, rows)
    monkeypatch.setattr(arranging, "STEP", 15)


@pytest.fixture
def rows(sample_session: Session) -> ModelListModel:
    """A list that follows the register."""
    made = ModelListModel(sample_session)
    sample_session.changed.connect(lambda _changes: made.look_again())
    sample_session.closing.connect(made.clear)
    return made


@pytest.fixture
def view(rows: ModelListModel, qtbot: QtBot) -> ModelListView:
    shown = ModelListView(rows)
    qtbot.addWidget(shown)
    shown.resize(900, 300)
    shown.show()
    return shown


def take_steps(rows: ModelListModel, number: int) -> None:
    for _step in range(number):
        assert rows._go_on()


def settle(rows: ModelListModel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: rows.is_filled)


def is_right(rows: ModelListModel, session: Session, search: Search) -> bool:
    """Whether rows and headings are those that the register tells now."""
    ids = session.registry.models.ids(search, session.moment)
    groups = session.registry.facets.groups(search, session.moment, ids) if search.group else ()
    told = [(one.value, one.count, one.overdue) for one in rows.lines.headings]
    return rows.ids == ids and told == [(one.value, one.count, one.overdue) for one in groups]


def test_the_window_answers_between_the_steps(rows: ModelListModel, sample_session: Session, qtbot: QtBot) -> None:
    rows.show(BY_TYPE)
    seen = 0
    while not rows.is_filled:
        QApplication.processEvents()
        seen += 1

    assert seen > 5
    assert is_right(rows, sample_session, BY_TYPE)


def test_another_grouping_drops_the_steps_of_the_one_before(
    rows: ModelListModel, sample_session: Session, qtbot: QtBot
) -> None:
    rows.show(BY_TYPE)
    take_steps(rows, 4)
    told: list[None] = []
    rows.filled.connect(lambda: told.append(None))

    rows.show(Search(group="status"))
    settle(rows, qtbot)

    assert is_right(rows, sample_session, Search(group="status"))
    assert len(told) == 1


def test_no_grouping_any_more_drops_them_too(rows: ModelListModel, sample_session: Session, qtbot: QtBot) -> None:
    by_code = Search(order=(Order("code", descending=True),))
    rows.show(BY_TYPE)
    take_steps(rows, 4)

    rows.show(by_code)
    settle(rows, qtbot)

    assert is_right(rows, sample_session, by_code)


@pytest.mark.parametrize("done", [0, 1, 4, 12])
def test_a_save_between_two_steps_begins_them_anew(
    rows: ModelListModel, sample_session: Session, qtbot: QtBot, done: int
) -> None:
    rows.show(BY_TYPE)
    take_steps(rows, done)
    last = sample_session.registry.models.ids(BY_TYPE, sample_session.moment)[-1]

    sample_session.run(models.edit, ModelId(last), {"type": "camera an ninh"})
    settle(rows, qtbot)

    assert is_right(rows, sample_session, BY_TYPE)


def test_undo_between_two_steps_begins_them_anew(rows: ModelListModel, sample_session: Session, qtbot: QtBot) -> None:
    rows.show(BY_TYPE)
    settle(rows, qtbot)
    sample_session.run(models.trash, [ModelId(number) for number in rows.ids[:40]])
    take_steps(rows, 5)

    sample_session.undo()
    settle(rows, qtbot)

    assert is_right(rows, sample_session, BY_TYPE)


def test_while_many_rows_are_found_anew_those_that_stand_there_say_what_is_saved(
    rows: ModelListModel, sample_session: Session, qtbot: QtBot
) -> None:
    rows.show(Search())
    settle(rows, qtbot)
    before = list(rows.ids)

    with qtbot.waitSignal(rows.dataChanged):
        sample_session.run(models.edit, ModelId(before[3]), {"name": "Ở cuối danh sách"})
    meanwhile = (list(rows.ids), rows.row(3))
    settle(rows, qtbot)

    assert meanwhile[0] == before
    assert meanwhile[1] is not None
    assert meanwhile[1].name == "Ở cuối danh sách"
    assert is_right(rows, sample_session, Search())
    assert list(rows.ids) != before


def test_what_is_folded_stays_folded_while_many_rows_are_found_anew(
    rows: ModelListModel, sample_session: Session, qtbot: QtBot
) -> None:
    rows.show(BY_TYPE)
    settle(rows, qtbot)
    rows.fold(0, folded=True)
    lines = rows.rowCount()

    sample_session.run(models.trash, [ModelId(rows.ids[-1])])
    meanwhile = rows.lines.is_open(0)
    settle(rows, qtbot)

    assert not meanwhile
    assert not rows.lines.is_open(0)
    assert rows.rowCount() < lines
    assert is_right(rows, sample_session, BY_TYPE)


def test_the_steps_wait_while_the_register_is_lent(rows: ModelListModel, sample_session: Session, qtbot: QtBot) -> None:
    rows.show(BY_TYPE)
    take_steps(rows, 3)

    chosen = [ModelId(number) for number in sample_session.registry.models.ids(Search(), sample_session.moment)[:60]]
    sample_session.run_and_wait(None, models.trash, chosen, title="…")
    settle(rows, qtbot)

    assert is_right(rows, sample_session, BY_TYPE)


def test_the_register_is_let_go_between_two_steps(rows: ModelListModel, sample_session: Session) -> None:
    rows.show(BY_TYPE)
    take_steps(rows, 3)

    sample_session.close()

    assert rows.is_filled
    assert rows.rowCount() == 0


def test_scrolling_to_the_end_of_what_is_known_shows_rows_and_goes_on_to_groups_unread(
    view: ModelListView, rows: ModelListModel, sample_session: Session, qtbot: QtBot
) -> None:
    rows.show(BY_TYPE)
    view.scrollToBottom()
    at_first = view.rowAt(view.viewport().height() - 5)
    while not rows.is_filled:
        view.viewport().repaint()
        QApplication.processEvents()

    view.scrollToBottom()
    line = rows.rowCount() - 1

    assert 0 < at_first < line
    assert view.rowAt(view.visualRect(rows.index(line, 0)).center().y()) == line
    assert rows.row(line) is not None
    assert rows.lines.heading_at(rows.lines.heading_of(line)) == rows.lines.headings[-1]


def test_what_is_chosen_stays_chosen_when_the_groups_have_come(
    view: ModelListView, rows: ModelListModel, sample_session: Session, qtbot: QtBot
) -> None:
    rows.show(BY_TYPE)
    view.choose_first()
    model = view.current
    take_steps(rows, 3)

    settle(rows, qtbot)

    assert view.current == model
    assert view.chosen == (model,)


def test_a_new_model_is_found_at_once_when_it_is_looked_for(
    view: ModelListView, rows: ModelListModel, sample_session: Session, qtbot: QtBot
) -> None:
    rows.show(BY_TYPE)
    settle(rows, qtbot)

    new = models.NewModel(typed={"name": "Mô hình mới", "type": "camera an ninh"})
    model = models.add(sample_session.registry, [new]).ids[0]

    assert view.choose(model)
    assert view.current == model
    assert rows.is_filled
    assert is_right(rows, sample_session, BY_TYPE)


def test_a_new_model_is_chosen_once_its_place_is_known(
    view: ModelListView, rows: ModelListModel, sample_session: Session, qtbot: QtBot
) -> None:
    rows.show(BY_TYPE)
    settle(rows, qtbot)
    new = models.NewModel(typed={"name": "Mô hình mới", "type": "camera an ninh"})
    model = models.add(sample_session.registry, [new]).ids[0]
    rows.look_again()
    rows.show(BY_TYPE)
    assert not rows.is_filled

    view.choose_soon(model)
    assert view.current != model
    settle(rows, qtbot)

    assert view.current == model
    assert view.chosen == (model,)


def test_folding_before_all_is_known_waits_for_it(rows: ModelListModel, sample_session: Session) -> None:
    rows.show(BY_TYPE)
    take_steps(rows, 2)

    rows.fold_all(folded=True)

    assert rows.is_filled
    assert rows.rowCount() == len(rows.lines.headings)
    assert is_right(rows, sample_session, BY_TYPE)


def test_a_growing_word_is_looked_for_among_what_the_steps_found(
    rows: ModelListModel, sample_session: Session, qtbot: QtBot
) -> None:
    rows.show(Search(words="c"))
    settle(rows, qtbot)

    rows.show(Search(words="ca"))
    only_a_page = not rows.is_filled
    more_steps = rows._go_on()

    assert only_a_page
    assert not more_steps
    assert is_right(rows, sample_session, Search(words="ca"))
