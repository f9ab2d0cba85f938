"""Keys of commands: the user's own go before the usual ones, and never take what another command or a field needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from registry_app.ui import keys
from registry_app.ui.actions import menus
from registry_app.ui.choices import Choices
from registry_app.ui.keys import Keyed
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session

NEW = Keyed(name="new", text="New", usual="Ctrl+N")
SAVE = Keyed(name="save", text="Save", usual="Ctrl+S")
TRASH = Keyed(name="trash", text="Trash", usual="Del", in_list=True)
SIDE = Keyed(name="side", text="Sidebar", usual="F9", fixed=True)
ALL = (NEW, SAVE, TRASH, SIDE)


def test_without_own_keys_the_usual_ones_hold() -> None:
    assert keys.in_use(ALL, {}) == {"new": "Ctrl+N", "save": "Ctrl+S", "trash": "Del", "side": "F9"}


def test_own_keys_take_the_place_of_the_usual_ones() -> None:
    assert keys.in_use(ALL, {"new": "Ctrl+M", "save": ""})["new"] == "Ctrl+M"
    assert keys.in_use(ALL, {"new": "Ctrl+M", "save": ""})["save"] == ""


@pytest.mark.parametrize("own", ["Ctrl+S", "F9", "Ctrl+C", "A", "Alt+D", "Alt+F4", "nonsense", "Ctrl+K, Ctrl+B", "\0"])
def test_keys_that_cannot_be_had_leave_none(own: str) -> None:
    found = keys.in_use(ALL, {"new": own})

    assert found["new"] == ""
    assert (found["save"], found["side"]) == ("Ctrl+S", "F9")


def test_two_commands_never_share_keys() -> None:
    assert sorted(keys.in_use(ALL, {"new": "Ctrl+M", "save": "Ctrl+M"}).values()) == ["", "Ctrl+M", "Del", "F9"]


def test_keys_may_change_places() -> None:
    found = keys.in_use(ALL, {"new": "Ctrl+S", "save": "Ctrl+N"})

    assert (found["new"], found["save"]) == ("Ctrl+S", "Ctrl+N")


def test_a_key_alone_is_for_the_list_only() -> None:
    assert keys.refusal("Del")
    assert not keys.refusal("Del", in_list=True)
    assert not keys.refusal("F8")


@given(st.dictionaries(st.sampled_from([one.name for one in ALL]), st.text(max_size=12)))
def test_no_settings_file_gives_two_commands_the_same_keys(own: dict[str, str]) -> None:
    given_keys = [one for one in keys.in_use(ALL, own).values() if one]

    assert len(given_keys) == len(set(given_keys))


def test_no_two_commands_have_the_same_usual_keys() -> None:
    usual = [keys.portable(one.usual) for one in menus.all_keys() if one.usual]

    assert sorted(usual) == sorted(set(usual))
    assert "" not in usual


def test_other_keys_hold_at_once_in_the_window(session: Session, qtbot: QtBot) -> None:
    choices = Choices()
    window = MainWindow(session, choices)
    qtbot.addWidget(window)

    choices.change(shortcuts={"new": "Ctrl+Shift+M"})

    assert window.tools["new"].shortcut().toString() == "Ctrl+Shift+M"
    assert "Ctrl+Shift+M" in window.tools["new"].toolTip()
    choices.change(shortcuts={})
    assert window.tools["new"].shortcut().toString() == "Ctrl+N"
