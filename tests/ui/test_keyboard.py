"""Every action can be reached by keyboard: no two items of a menu share a letter, and whatever takes the focus has a
name that is read out."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain import words
from registry_app.domain.ids import ModelId
from registry_app.domain.search import Search
from registry_app.ui.actions import menus
from registry_app.ui.bulk.bulk_dialog import BulkDialog
from registry_app.ui.bulk.replace_dialog import ReplaceDialog
from registry_app.ui.choices import Choices
from registry_app.ui.first_run.new_register_dialog import NewRegisterDialog
from registry_app.ui.help.help_window import HelpWindow
from registry_app.ui.help.shortcuts_window import ShortcutsWindow
from registry_app.ui.lists.lists_dialog import ListsDialog
from registry_app.ui.main_window import MainWindow
from registry_app.ui.printing.print_window import PrintWindow
from registry_app.ui.reviews.review_dialog import ReviewDialog
from registry_app.ui.reviews.status_dialog import StatusDialog
from registry_app.ui.session import Session
from registry_app.ui.settings.settings_window import SettingsWindow

LANGUAGES = ("vi", "en")
MOST_LETTERED = 12
"""A longer menu inside a menu, such as all columns, has not enough letters: the arrow keys go through it."""
Made = Callable[[Session], QWidget]

DIALOGS: dict[str, Made] = {
    "new register": lambda _session: NewRegisterDialog(Choices()),
    "help": lambda _session: HelpWindow(),
    "shortcuts": lambda _session: ShortcutsWindow([("Tìm", "Ctrl+F")]),
    "lists": lambda session: ListsDialog(session),
    "review": lambda session: ReviewDialog(session, _all(session), None),
    "status": lambda session: StatusDialog(session, _all(session)),
    "settings": lambda session: SettingsWindow(session, Choices(), menus.all_keys()),
    "edit together": lambda session: BulkDialog(session, _all(session)),
    "replace": lambda session: ReplaceDialog(session, _all(session), ()),
    "print": lambda session: PrintWindow(session, "models", Search(), ()),
}


def _all(session: Session) -> tuple[ModelId, ...]:
    return tuple(ModelId(number) for number in session.registry.models.ids(Search(), session.moment))


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each language in turn."""
    chosen: str = request.param
    words.use(chosen)
    return chosen


@pytest.fixture
def window(language: str, session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = MainWindow(session, Choices())
    shown.models._open()
    shown.models.form.show()
    shown.show()
    yield shown
    shown.models.form.give_up()
    shown.close()
    shown.deleteLater()


def submenus(actions: list[QAction]) -> Iterator[QMenu]:
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield menu
            yield from submenus(menu.actions())


def letter(text: str) -> str:
    """The underlined letter of ``text``; "" when it has none."""
    plain = text.replace("&&", "")
    place = plain.find("&")
    return plain[place + 1].casefold() if 0 <= place < len(plain) - 1 else ""


def shared(texts: list[str]) -> list[str]:
    letters = [letter(text) for text in texts]
    return [text for text, one in zip(texts, letters, strict=True) if one and letters.count(one) > 1]


def nameless(top: QWidget) -> list[str]:
    """What takes the focus by keyboard and says nothing of itself."""
    found = []
    for widget in (top, *top.findChildren(QWidget)):
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisibleTo(top)
        if not stops or widget.focusProxy() or _speaks_through_another(widget, top):
            continue
        labelled = widget in [label.buddy() for label in top.findChildren(QLabel)]
        if not (widget.accessibleName() or labelled or (isinstance(widget, QAbstractButton) and widget.text())):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def _speaks_through_another(widget: QWidget, top: QWidget) -> bool:
    """A part that Qt itself puts into a widget with a name, such as the line of a combo box; or another window."""
    parent = widget.parent()
    named = isinstance(parent, QWidget) and bool(parent.accessibleName()) and parent.focusPolicy() != NO_FOCUS
    return widget.window() is not top.window() or widget.objectName().startswith("qt_") or named


NO_FOCUS = Qt.FocusPolicy.NoFocus


def test_no_two_items_of_a_menu_share_a_letter(window: MainWindow) -> None:
    bar = window.menuBar().actions()
    rows = {"menu bar": [one.text() for one in bar]}
    rows |= {menu.title(): [one.text() for one in menu.actions()] for menu in submenus(bar)}

    assert {title: shared(texts) for title, texts in rows.items() if shared(texts)} == {}


def test_every_item_of_a_menu_has_a_letter(window: MainWindow) -> None:
    bar = window.menuBar().actions()
    top = [one.menu() for one in bar]
    short = [menu for menu in submenus(bar) if menu in top or len(menu.actions()) <= MOST_LETTERED]
    items = [one for menu in short for one in menu.actions() if not one.isSeparator()]

    assert [one.text() for one in (*bar, *items) if not letter(one.text())] == []


def test_no_two_items_of_the_lists_own_menu_share_a_letter(window: MainWindow) -> None:
    assert shared([one.text() for one in window.models.list.actions()]) == []


def test_no_two_commands_have_the_same_keys(window: MainWindow) -> None:
    keys = [one.shortcut().toString() for one in window.tools.all if not one.shortcut().isEmpty()]

    assert len(keys) == len(set(keys))


def test_all_of_the_window_says_what_it_is(window: MainWindow) -> None:
    window.turn_to("overview")

    assert nameless(window) == []


def test_all_of_the_start_page_says_what_it_is(language: str, qtbot: QtBot) -> None:
    window = MainWindow(Session(), Choices())
    window.show()

    assert nameless(window.start_page) == []
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("name", DIALOGS)
def test_all_of_a_dialog_says_what_it_is(name: str, language: str, session: Session, qtbot: QtBot) -> None:
    dialog = DIALOGS[name](session)
    qtbot.addWidget(dialog)

    qtbot.waitUntil(lambda: nameless(dialog) == [])


@pytest.mark.parametrize("name", DIALOGS)
def test_no_two_things_in_a_dialog_share_a_letter(name: str, language: str, session: Session, qtbot: QtBot) -> None:
    dialog = DIALOGS[name](session)
    qtbot.addWidget(dialog)

    seen = [one for one in dialog.findChildren(QWidget) if one.isVisibleTo(dialog)]
    texts = [one.text() for one in seen if isinstance(one, QAbstractButton)]
    texts += [one.text() for one in seen if isinstance(one, QLabel) and one.buddy() is not None]

    assert shared(texts) == []
