"""What a monkey can do at a window: keys, texts, mouse, menus, sizes. Each deed says what it is about to do, does it
through the window system where that can be, and knows nothing of what comes of it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from PySide6.QtCore import QKeyCombination, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QInputMethodEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QSplitterHandle,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from . import texts

Key, Mod, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
Deed = tuple[str, Callable[[], object]]
"""What it says in the log, and what is done."""

KEYS = (
    *(Key.Key_Tab, Key.Key_Tab, Key.Key_Backtab, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Left, Key.Key_Right),
    *(Key.Key_Return, Key.Key_Return, Key.Key_Escape, Key.Key_F2, Key.Key_Delete, Key.Key_Backspace, Key.Key_Home),
    *(Key.Key_End, Key.Key_PageDown, Key.Key_PageUp, Key.Key_Space, Key.Key_Menu, Key.Key_F1, Key.Key_F4, Key.Key_F6),
    *(Key.Key_A, Key.Key_D, Key.Key_7, Key.Key_Slash),
)
MODIFIERS = (*(Mod.NoModifier,) * 8, Mod.ControlModifier, Mod.ShiftModifier, Mod.AltModifier)
LIVELY = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QComboBox,
    QHeaderView,
    QSplitterHandle,
    QAbstractItemView,
)
SIZES = ((1366, 768), (1024, 600), (800, 500), (640, 480), (1920, 1040), (300, 200), (1100, 700))


def press(window: QWidget, chance: Random) -> Deed:
    """One key, mostly without modifiers."""
    key, modifier = chance.choice(KEYS), chance.choice(MODIFIERS)
    return f"press {modifier.name}+{key.name}", lambda: _press(window, key, modifier)


def shortcut(window: QWidget, chance: Random, actions: Sequence[QAction]) -> Deed:
    """The keys of a command."""
    keyed = [action for action in actions if not action.shortcut().isEmpty()]
    action = chance.choice(keyed)
    pressed: QKeyCombination = action.shortcut()[0]  # type: ignore[index]  # the stubs do not know it
    said = action.objectName() or action.text()
    return f"keys of {said}", lambda: _press(window, pressed.key(), pressed.keyboardModifiers())


def trigger(action: QAction) -> Deed:
    """A command, as a click in its menu."""
    return f"command {action.objectName() or action.text()}", action.trigger


def type_text(window: QWidget, chance: Random) -> Deed:
    """A text as an input method sends it: letters in the making first, then the text."""
    text, in_two = texts.typed(chance), chance.random() < 0.3
    at = _name(QApplication.focusWidget())
    return f"type {texts.shown(text)} at {at}", lambda: _type(text, in_two=in_two)


def paste(window: QWidget, chance: Random) -> Deed:
    """A text from the clipboard."""
    text = texts.pasted(chance)

    def do() -> None:
        QGuiApplication.clipboard().setText(text)
        _press(window, Key.Key_V, Mod.ControlModifier)

    return f"paste {texts.shown(text)} at {_name(QApplication.focusWidget())}", do


def click(window: QWidget, chance: Random) -> Deed:
    """A click, a double click, a click for a menu, with or without a modifier key."""
    widget, place = _somewhere(window, chance)
    button = Button.RightButton if chance.random() < 0.1 else Button.LeftButton
    modifier = chance.choice((*(Mod.NoModifier,) * 5, Mod.ControlModifier, Mod.ShiftModifier))
    twice = chance.random() < 0.15
    said = f"{'double ' if twice else ''}click {button.name}+{modifier.name} on {_name(widget)} at {_at(place)}"

    def do() -> None:
        handle, at = _in_window(widget, place)
        _press_mouse(handle, button, modifier, at)
        if twice and _is_there(handle):
            QTest.mouseDClick(handle, button, modifier, at)

    return said, do


def menu(window: QWidget, chance: Random) -> Deed:
    """The menu of a widget."""
    widget, place = _somewhere(window, chance)

    def do() -> None:
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))

    return f"menu of {_name(widget)} at {_at(place)}", do


def drag(window: QWidget, chance: Random) -> Deed:
    """Press, move, release somewhere else."""
    widget, place = _somewhere(window, chance)
    handles = [one for one in _shown(window) if isinstance(one, QSplitterHandle | QHeaderView)]
    if handles and chance.random() < 0.5:
        widget = chance.choice(handles)
        place = _point(widget, chance)
    by = QPoint(chance.randint(-300, 300), chance.randint(-80, 80))

    def do() -> None:
        handle, at = _in_window(widget, place)
        QTest.mousePress(handle, Button.LeftButton, Mod.NoModifier, at)
        for part in (3, 2, 1):
            if _is_there(handle):
                QTest.mouseMove(handle, at + by / part)
        if _is_there(handle):
            QTest.mouseRelease(handle, Button.LeftButton, Mod.NoModifier, at + by)

    return f"drag {_name(widget)} from {_at(place)} by {_at(by)}", do


def wheel(window: QWidget, chance: Random) -> Deed:
    """Turn the wheel over a widget."""
    widget, place = _somewhere(window, chance)
    turn = chance.choice((-120, 120, -1200, 1200))

    def do() -> None:
        event = QWheelEvent(
            QPointF(place),
            QPointF(widget.mapToGlobal(place)),
            QPoint(),
            QPoint(0, turn),
            Button.NoButton,
            Mod.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    return f"wheel {turn} over {_name(widget)}", do


def write(window: QWidget, chance: Random) -> Deed:
    """A text into a field, as somebody does who means it: to the field, all marked, typed over or added to."""
    fields = [one for one in _shown(window) if isinstance(one, QLineEdit | QPlainTextEdit) and one.isEnabled()]
    fields = [one for one in fields if not one.isReadOnly()]
    if not fields:
        return press(window, chance)
    field, text = chance.choice(fields), texts.typed(chance)
    over, save = chance.random() < 0.5, chance.random() < 0.4

    def do() -> None:
        field.setFocus()
        if over:
            field.selectAll()
        _type(text, in_two=False)
        if save:
            _press(window, Key.Key_S, Mod.ControlModifier)

    said = f"write {texts.shown(text)} {'over' if over else 'into'} {_name(field)}{' and save' if save else ''}"
    return said, do


def errand(window: QWidget, chance: Random, go_to_field: Callable[[str], object]) -> Deed:
    """What a clerk does all day: a text into a field of the form that takes any, and save."""
    field, text = chance.choice(("name", "notes", "aim", "paper_signer")), chance.choice(texts.NAMES)

    def do() -> None:
        go_to_field(field)
        _type(text, in_two=False)
        _press(window, Key.Key_S, Mod.ControlModifier)

    return f"errand: {field}, {texts.shown(text)}, save", do


def take_row(window: QWidget, chance: Random) -> Deed:
    """A click on a line of a list or tree."""
    views = [one for one in _shown(window) if isinstance(one, QAbstractItemView) and not isinstance(one, QHeaderView)]
    if not views:
        return press(window, chance)
    view = chance.choice(views).viewport()
    place = _point(view, chance)
    modifier = chance.choice((*(Mod.NoModifier,) * 3, Mod.ControlModifier, Mod.ShiftModifier))

    def do() -> None:
        handle, at = _in_window(view, place)
        _press_mouse(handle, Button.LeftButton, modifier, at)

    return f"row of {_name(view)} at {_at(place)} {modifier.name}", do


def accept(window: QWidget, chance: Random) -> Deed:
    """The button that a dialog thinks one wants."""
    usual = [one for one in _shown(window) if isinstance(one, QPushButton) and one.isDefault() and one.isEnabled()]
    return (f"push the usual {usual[0].text()!r}", _by_mouse(usual[0])) if usual else push(window, chance)


def go_to(window: QWidget, chance: Random) -> Deed:
    """Give the keyboard to a field."""
    fields = [one for one in _shown(window) if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()]
    widget = chance.choice(fields or [window])
    return f"keyboard to {_name(widget)}", widget.setFocus


def resize(window: QWidget, chance: Random) -> Deed:
    """Another size, or other shares of a splitter."""
    splitters = [one for one in _shown(window) if isinstance(one, QSplitter)]
    if splitters and chance.random() < 0.4:
        splitter = chance.choice(splitters)
        sizes = [chance.randint(0, 900) for _part in splitter.sizes()]
        return f"parts {sizes}", lambda: splitter.setSizes(sizes)
    width, height = chance.choice(SIZES)
    return f"size {width}×{height}", lambda: window.resize(width, height)


def push(window: QWidget, chance: Random) -> Deed:
    """A button of a dialog, by mouse."""
    found = [one for one in _shown(window) if isinstance(one, QAbstractButton) and one.isEnabled()]
    words = [one for one in found if one.text()] or found
    if not words:
        return leave(window)
    button = chance.choice(words)
    return f"push {button.text()!r}", _by_mouse(button)


def _by_mouse(button: QAbstractButton) -> Callable[[], None]:
    def do() -> None:
        QTest.mousePress(button, Qt.MouseButton.LeftButton)
        if isValid(button):  # a menu may have come and gone meanwhile, and its window with it
            QTest.mouseRelease(button, Qt.MouseButton.LeftButton)

    return do


def choose(window: QMenu, chance: Random) -> Deed:
    """An entry of a menu that is open, or none."""
    entries = [one for one in window.actions() if one.isEnabled() and one.isVisible() and not one.isSeparator()]
    if not entries or chance.random() < 0.2:
        return leave(window)
    action = chance.choice(entries)

    def do() -> None:
        window.setActiveAction(action)
        _press(window, Key.Key_Return, Mod.NoModifier)

    return f"choose {action.text()!r}", do


def answer_files(window: QFileDialog, chance: Random, folder: Path) -> Deed:
    """A file in ``folder`` for a file dialog, or none; nothing else is done there: it can rename and delete."""
    saves = window.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    names = [f"tệp {chance.randint(1, 4)}"] if saves else sorted(one.name for one in folder.iterdir() if one.is_file())
    if not names or chance.random() < 0.3:
        return "no file", window.reject
    name = chance.choice(names)

    def do() -> None:
        window.selectFile(str(folder / name))
        window.findChildren(QLineEdit)[0].setText(str(folder / name))
        window.accept()

    return f"file {name!r}", do


def leave(window: QWidget) -> Deed:
    """Escape."""
    return "Escape", lambda: _press(window, Key.Key_Escape, Mod.NoModifier)


def close(window: QWidget) -> Deed:
    """The cross in the title."""
    return f"close {type(window).__name__}", window.close


def _press(window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    focused: QWindow | None = QGuiApplication.focusWindow()
    handle = window.window().windowHandle() if focused is None else focused
    if not _is_there(handle):
        return
    QTest.keyPress(handle, key, modifier)
    if _is_there(handle):
        QTest.keyRelease(handle, key, modifier)


def _press_mouse(handle: QWindow, button: Qt.MouseButton, modifier: Qt.KeyboardModifier, at: QPoint) -> None:
    QTest.mousePress(handle, button, modifier, at)
    if _is_there(handle):
        QTest.mouseRelease(handle, button, modifier, at)


def _is_there(handle: QWindow) -> bool:
    """A press may have closed the window, and nobody tells whoever still holds it."""
    return any(one is handle for one in QGuiApplication.allWindows()) and handle.isVisible()


def _type(text: str, *, in_two: bool) -> None:
    receiver: QObject | None = QGuiApplication.focusObject()
    if receiver is None:
        return
    if in_two:
        QApplication.sendEvent(receiver, QInputMethodEvent(text[:3], []))
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(receiver, event)


def _shown(window: QWidget) -> list[QWidget]:
    found = [one for one in window.findChildren(QWidget) if one.isVisible() and one.window() is window]
    return [one for one in found if not one.visibleRegion().isEmpty()] or [window]


def _somewhere(window: QWidget, chance: Random) -> tuple[QWidget, QPoint]:
    shown = _shown(window)
    lively = [one for one in shown if isinstance(one, LIVELY)]
    widget = chance.choice(lively) if lively and chance.random() < 0.8 else chance.choice(shown)
    if isinstance(widget, QAbstractScrollArea):
        widget = widget.viewport()
    return widget, _point(widget, chance)


def _point(widget: QWidget, chance: Random) -> QPoint:
    area = widget.visibleRegion().boundingRect()
    if area.isEmpty():
        area = widget.rect()
    return QPoint(
        chance.randint(area.left(), max(area.left(), area.right())),
        chance.randint(area.top(), max(area.top(), area.bottom())),
    )


def _in_window(widget: QWidget, place: QPoint) -> tuple[QWindow, QPoint]:
    top = widget.window()
    return top.windowHandle(), widget.mapTo(top, place)


def _at(place: QPoint) -> str:
    return f"({place.x()}, {place.y()})"


def _name(widget: QWidget | None) -> str:
    return "/".join(reversed(list(_path(widget)))) or "nothing"


def _path(widget: QWidget | None) -> Iterator[str]:
    for _step in range(3):
        if widget is None:
            return
        yield widget.objectName() or widget.accessibleName() or type(widget).__name__
        widget = widget.parentWidget()
