"""Commands about register files: new, open, sample, ward's facts, lists, who writes."""

from pathlib import Path
from typing import TYPE_CHECKING

from registry_app.domain.errors import RegistryError
from registry_app.domain.ward import Ward
from registry_app.domain.words import N_, _
from registry_app.operations import files
from registry_app.store.registry import Registry
from registry_app.ui import ask

from .choosing import show_settings
from .command import Command, Desk, is_open

if TYPE_CHECKING:
    from registry_app.ui.first_run.new_register_dialog import NewRegister

PATTERN = N_("Registers (*.registry);;All files (*)")


def new_register(desk: Desk) -> None:
    """Ask what a new register is asked about, make it and open it; what was answered is asked again where it cannot be
    made."""
    from registry_app.ui.first_run.new_register_dialog import NewRegisterDialog

    if desk.session.is_open and not desk.page.may_leave():
        return
    wanted = NewRegisterDialog.ask(desk.choices, desk.window)
    while wanted is not None:
        if wanted.who:
            desk.choices.change(who=wanted.who)
        try:
            registry = _made(wanted, desk)
        except RegistryError as known:
            wanted = NewRegisterDialog.ask(desk.choices, desk.window, before=wanted, told=str(known))
        else:
            desk.session.adopt(registry)
            return


def _made(wanted: "NewRegister", desk: Desk) -> Registry:
    if wanted.sample:
        return _sample(wanted.path, wanted.who, desk)
    return files.create(wanted.path, Ward(name=wanted.ward, superior=wanted.superior), who=wanted.who)


def _sample(path: Path, who: str, desk: Desk) -> Registry:
    """The sample ward at ``path``, made aside: it takes longer than a window may stand still."""
    from registry_app.operations import sample
    from registry_app.ui.background import Progress, wait_aside

    def work(go_on: Progress) -> Registry:
        return sample.make(path, who=who, stopped=lambda: not go_on(0, 0))

    return wait_aside(desk.window, work, title=_("The sample is being made…"))


def open_register(desk: Desk) -> None:
    """Ask which register and open it."""
    path = ask.choose_open(desk.window, _("Open a register"), _(PATTERN))
    if path is not None:
        desk.open(path)


def open_sample(desk: Desk) -> None:
    """Open the sample ward; made at the first time, kept with what was tried out in it."""
    from registry_app.operations import demonstration

    folder = demonstration.usual_folder()
    path = folder / f"{demonstration.REGISTER}{demonstration.SUFFIX}"
    if not path.exists():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _sample(path, desk.choices.now.who, desk).close()
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
    """Names, letterhead, signer, limits: a page of the settings."""
    show_settings(desk, "ward")


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


NEW = Command(name="new_register", text=N_("&New register…"), deed=new_register, icon="register")
OPEN = Command(name="open_register", text=N_("&Open…"), deed=open_register, icon="open", keys="Ctrl+O")
SAMPLE = Command(name="open_sample", text=N_("Open the &sample"), deed=open_sample, icon="sample")
WARD = Command(name="edit_ward", text=N_("&Ward's facts…"), deed=edit_ward, icon="ward", when=is_open)
LISTS = Command(name="edit_lists", text=N_("&Lists…"), deed=edit_lists, icon="lists", when=is_open)
WHO = Command(name="name_writer", text=N_("&Your name…"), deed=name_writer)
QUIT = Command(name="leave", text=N_("&Quit"), deed=leave, keys="Ctrl+Q")
