"""Commands about register files: new, open, sample, ward's facts, lists, who writes."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from registry_app.domain.errors import RegistryError
from registry_app.domain.ward import Ward
from registry_app.domain.words import N_, _
from registry_app.operations import files
from registry_app.ui import ask

from .command import Command, Desk, is_open

SUFFIX = ".registry"
PATTERN = N_("Registers (*.registry);;All files (*)")
FORBIDDEN = '<>:"/\\|?*'


def new_register(desk: Desk) -> None:
    """Ask for the ward and the file, make the register and open it."""
    if desk.session.is_open and not desk.screen.may_leave():
        return
    ward = ask.line(
        desk.window, _("New register"), _("Name of the ward, as it stands on papers:"), f"{files.WARD_KIND} "
    )
    if not ward or not ward.strip():
        return
    suggested = documents() / (safe_name(_("Register of {ward}").format(ward=ward.strip())) + SUFFIX)
    path = ask.choose_save(desk.window, _("Where the register is kept"), suggested, _(PATTERN))
    if path is None:
        return
    ask_who(desk)
    try:
        registry = files.create(path, Ward(name=ward), who=desk.choices.now.who)
    except RegistryError as known:
        ask.tell(desk.window, str(known))
        return
    desk.session.adopt(registry)


def open_register(desk: Desk) -> None:
    """Ask which register and open it."""
    path = ask.choose_open(desk.window, _("Open a register"), _(PATTERN))
    if path is not None:
        desk.open(path)


def open_sample(desk: Desk) -> None:
    """Open the sample ward; made at the first time, kept with what was tried out in it."""
    from registry_app.operations import demonstration, sample

    folder = demonstration.usual_folder()
    path = folder / f"{demonstration.REGISTER}{demonstration.SUFFIX}"
    if not path.exists():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            sample.make(path, who=desk.choices.now.who).close()
        except OSError as problem:
            ask.tell(desk.window, _("The sample cannot be made: {why}.").format(why=problem.strerror or problem))
            return
        except RegistryError as known:
            ask.tell(desk.window, str(known))
            return
    desk.open(path)


def edit_lists(desk: Desk) -> None:
    """Types, fields of work, organisations, areas …"""
    from registry_app.ui.lists.lists_dialog import ListsDialog

    ListsDialog.edit(desk.session, desk.window)


def edit_ward(desk: Desk) -> None:
    """Names, letterhead, signer, limits."""
    from registry_app.ui.ward.ward_dialog import WardDialog

    WardDialog.edit(desk.session, desk.window)


def ask_who(desk: Desk, *, again: bool = False) -> None:
    """Ask once under which name this user's changes stand in the history."""
    if desk.choices.now.who and not again:
        return
    text = _("Your name, as the history shall show it beside each change:")
    name = ask.line(desk.window, _("Who writes"), text, desk.choices.now.who or files.user_name())
    if name and name.strip():
        desk.choices.change(who=name.strip())


def name_writer(desk: Desk) -> None:
    """Change that name; it holds from the next change on."""
    ask_who(desk, again=True)
    if desk.session.is_open and desk.choices.now.who:
        desk.session.registry.who = desk.choices.now.who


def leave(desk: Desk) -> None:
    """Close the window, which asks about unsaved work."""
    desk.window.close()


def documents() -> Path:
    """Where users keep their files."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def safe_name(name: str) -> str:
    """``name`` without the letters that no file name may have on some system."""
    return "".join(" " if letter in FORBIDDEN or ord(letter) < 32 else letter for letter in name).strip(" .")


NEW = Command(name="new_register", text=N_("&New register…"), deed=new_register, icon="register")
OPEN = Command(name="open_register", text=N_("&Open…"), deed=open_register, icon="open", keys="Ctrl+O")
SAMPLE = Command(name="open_sample", text=N_("Open the &sample"), deed=open_sample, icon="sample")
WARD = Command(name="edit_ward", text=N_("&Ward's facts…"), deed=edit_ward, icon="ward", when=is_open)
LISTS = Command(name="edit_lists", text=N_("&Lists…"), deed=edit_lists, icon="lists", when=is_open)
WHO = Command(name="name_writer", text=N_("&Your name…"), deed=name_writer)
QUIT = Command(name="leave", text=N_("&Quit"), deed=leave, keys="Ctrl+Q")
