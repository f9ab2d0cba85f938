"""Which keys do what: the commands' own, in whose place the user may put others, and what no command may take."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from PySide6.QtGui import QKeySequence

from registry_app.domain.words import _

FORM = QKeySequence.SequenceFormat
OF_TEXT = ("Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A", "Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End", "Ctrl+Backspace")
"""What these do in a field of text is in every hand."""
OF_SYSTEM = ("Alt+F4", "Ctrl+Esc", "Ctrl+Alt+Del", "Alt+Tab", "Alt+Esc", "Alt+Space", "Alt+Z", "Menu", "Shift+F10")
"""Windows, the screen reader or the Vietnamese keyboard take these for themselves."""


class Keyed(Struct, frozen=True, kw_only=True):
    """A command as far as keys go: ``usual`` is its own key sequence, portable text, ``text`` its words without signs;
    one ``in_list`` counts only there, so that it may have keys that a field of text needs. Keys that are ``fixed``
    cannot be changed."""

    name: str
    text: str
    usual: str = ""
    icon: str = ""
    in_list: bool = False
    fixed: bool = False


def in_use(commands: Iterable[Keyed], own: Mapping[str, str]) -> dict[str, str]:
    """The keys of every command, "" for none. A key of the user's ``own`` that cannot be had – unreadable, kept for
    something else, or given twice – leaves the command without one, and never takes another's."""
    found: dict[str, str] = {}
    usual = {command.name: _stored(sequence(command.usual)) for command in commands}
    kept = {keys for name, keys in usual.items() if keys and name not in own}
    for command in commands:
        keys = usual[command.name]
        if command.name in own and not command.fixed:
            wanted = portable(own[command.name])
            keys = "" if wanted in kept or refusal(wanted, in_list=command.in_list, usual=keys) else wanted
            kept.add(keys)
        found[command.name] = keys
    return found


def refusal(keys: str, *, in_list: bool = False, usual: str = "") -> str:
    """Why no command may have ``keys`` (portable text), as a sentence; "" when one may."""
    if not keys or keys == usual:
        return ""
    held, key = _parts(keys)
    told = ""
    if not in_list and keys in OF_TEXT:
        told = _("{keys} is needed in fields of text. Choose other keys.")
    elif keys in OF_SYSTEM:
        told = _("{keys} belongs to the system. Choose other keys.")
    elif held == "Alt" and len(key) == 1:
        told = _("{keys} opens menus and buttons. Choose other keys.")
    elif held in ("", "Shift") and not in_list and not (key[0] == "F" and key[1:].isdecimal()):
        told = _("{keys} alone writes or moves in a field. Hold Ctrl or Alt with it.")
    return told.format(keys=shown(keys))


def sequence(stored: str) -> QKeySequence:
    """``stored`` keys as Qt has them. Read as words of the keyboard, each would have all keys' names asked for in the
    language in use."""
    return QKeySequence(stored, FORM.PortableText)


def portable(keys: str) -> str:
    """``keys`` as they are stored, of one stroke; "" for none and for what is no key."""
    return _stored(QKeySequence(keys))


def _stored(read: QKeySequence) -> str:
    return str(read.toString(FORM.PortableText)) if read.count() == 1 else ""


def shown(keys: str) -> str:
    """``keys`` as the keyboard has them; a key that is only held, such as Alt, as it is."""
    return str(sequence(keys).toString(FORM.NativeText)) or keys


def _parts(keys: str) -> tuple[str, str]:
    """What is held, and the key: ("Ctrl+Shift", "P"); a plus may be the key itself."""
    held, _plus, key = keys[:-1].rpartition("+")
    return held, key + keys[-1]
