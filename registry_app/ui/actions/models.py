"""Commands about the rows of the page that is shown, mostly models: new, save, duplicate, mark reviewed, change status,
trash, find, undo and redo."""

from registry_app.domain.words import N_, _

from .command import Command, Desk, State, is_open, may_write, one, some_alive, some_trashed


def new(desk: Desk) -> None:
    """An empty form."""
    page = desk.work()
    if page is not None:
        page.start_new()


def save(desk: Desk) -> None:
    """Save the form."""
    desk.page.save()


def save_and_next(desk: Desk) -> None:
    """Save the form and go on to the next row of the list."""
    desk.page.save_and_next()


def save_and_add(desk: Desk) -> None:
    """Save the form and empty it for the next row."""
    page = desk.page
    if page.save():
        page.start_new()


def duplicate(desk: Desk) -> None:
    """A new model like the chosen one, to be changed before it is saved."""
    from registry_app.operations import models

    base = desk.session.run(models.duplicate, desk.screen.chosen[0])
    if base is not None:
        desk.screen.start_new(base)


def mark_reviewed(desk: Desk) -> None:
    """One review for all chosen models."""
    from registry_app.ui.reviews.review_dialog import ReviewDialog

    if desk.screen.may_leave():
        ReviewDialog.mark(desk.session, desk.screen.chosen, desk.window)


def change_status(desk: Desk) -> None:
    """One status for all chosen models."""
    from registry_app.ui.reviews.status_dialog import StatusDialog

    if desk.screen.may_leave():
        StatusDialog.change(desk.session, desk.screen.chosen, desk.window)


def trash(desk: Desk) -> None:
    """Take the chosen rows out of the list: models into the trash."""
    desk.page.remove()


def untrash(desk: Desk) -> None:
    """Back into the lists."""
    from registry_app.operations import models

    chosen, title = desk.screen.chosen, _("Taking out of the trash…")
    desk.session.write_on(len(chosen), desk.window, models.untrash, chosen, title=title)


def find(desk: Desk) -> None:
    """To the search box."""
    page = desk.work()
    if page is not None:
        page.go_to_search()


def undo(desk: Desk) -> None:
    """Take back the newest action, whoever did it and whenever."""
    if desk.page.may_leave():
        desk.session.undo(desk.window)


def redo(desk: Desk) -> None:
    """Do again what was taken back."""
    if desk.page.may_leave():
        desk.session.redo(desk.window)


def _can_save(state: State) -> bool:
    return state.may_write and state.savable


def _can_go_on(state: State) -> bool:
    chosen = max(state.chosen, state.rows)
    return state.may_write and not state.may and (state.savable or (chosen == 1 and not state.in_trash))


def _can_undo(state: State) -> bool:
    return state.may_write and bool(state.undo)


def _can_redo(state: State) -> bool:
    return state.may_write and bool(state.redo)


def _can_remove(state: State) -> bool:
    return some_alive(state) or state.removable


def _one_to_copy(state: State) -> bool:
    return may_write(state) and one(state) and not state.in_trash


ADD = Command(
    name="new", text=N_("&New model"), deed=new, icon="new", keys="Ctrl+N", when=may_write, tip=N_("Write down a model")
)
SAVE = Command(name="save", text=N_("&Save"), deed=save, icon="save", keys="Ctrl+S", when=_can_save)
SAVE_AND_NEXT = Command(
    name="save_and_next",
    text=N_("Save and go to the ne&xt"),
    deed=save_and_next,
    icon="save-go-on",
    keys="Ctrl+Return",
    when=_can_go_on,
)
SAVE_AND_ADD = Command(
    name="save_and_add",
    text=N_("Save and &add another"),
    deed=save_and_add,
    icon="save-next",
    keys="Ctrl+Shift+Return",
    when=_can_save,
)
DUPLICATE = Command(
    name="duplicate", text=N_("&Duplicate"), deed=duplicate, icon="duplicate", keys="Ctrl+D", when=_one_to_copy
)
REVIEWED = Command(
    name="mark_reviewed",
    text=N_("Mark &reviewed…"),
    deed=mark_reviewed,
    icon="reviewed",
    keys="Ctrl+R",
    when=some_alive,
    tip=N_("Record a review of the chosen models"),
)
STATUS = Command(
    name="change_status",
    text=N_("Change s&tatus…"),
    deed=change_status,
    icon="status",
    keys="Ctrl+T",
    when=some_alive,
)
TRASH = Command(
    name="trash", text=N_("&Move to trash"), deed=trash, icon="trash", keys="Del", when=_can_remove, in_list=True
)
UNTRASH = Command(name="untrash", text=N_("Take &out of trash"), deed=untrash, icon="untrash", when=some_trashed)
FIND = Command(name="find", text=N_("&Find"), deed=find, icon="search", keys="Ctrl+F", when=is_open)
UNDO = Command(name="undo", text=N_("&Undo"), deed=undo, icon="undo", keys="Ctrl+Z", when=_can_undo)
REDO = Command(name="redo", text=N_("&Redo"), deed=redo, icon="redo", keys="Ctrl+Y", when=_can_redo)
