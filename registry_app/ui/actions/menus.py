"""Which commands stand in which menu, on the toolbar and in the list's own menu. None is a line between."""

from registry_app.domain.words import N_

from . import choosing, models, paper, registers
from .command import Command

Row = tuple[Command | None, ...]

REGISTER_MENU: Row = (
    registers.NEW,
    registers.OPEN,
    registers.SAMPLE,
    None,
    paper.PRINT,
    paper.PRINT_DUE,
    None,
    registers.WARD,
    registers.LISTS,
    paper.WHOLE_HISTORY,
    None,
    registers.WHO,
    registers.QUIT,
)
EDIT_MENU: Row = (models.UNDO, models.REDO, None, models.COPY, models.FIND)
MODEL_MENU: Row = (
    models.ADD,
    models.DUPLICATE,
    models.SAVE,
    models.SAVE_AND_ADD,
    None,
    models.REVIEWED,
    models.STATUS,
    paper.HISTORY,
    None,
    models.TRASH,
    models.UNTRASH,
)
HELP_MENU: Row = (choosing.ABOUT_COMMAND,)

MENUS = (
    (N_("&Register"), REGISTER_MENU),
    (N_("&Edit"), EDIT_MENU),
    (N_("&Model"), MODEL_MENU),
    (N_("&View"), ()),
    (N_("&Help"), HELP_MENU),
)
TOOLBAR: Row = (
    models.ADD,
    models.SAVE,
    models.UNDO,
    models.REDO,
    None,
    models.REVIEWED,
    models.STATUS,
    None,
    paper.PRINT,
    paper.PRINT_DUE,
)
WORDED = (models.ADD, models.SAVE, models.REVIEWED, models.STATUS, paper.PRINT, paper.PRINT_DUE)
"""Those of the toolbar that show their words beside the icon."""
LIST_MENU: Row = (
    models.REVIEWED,
    models.STATUS,
    models.DUPLICATE,
    paper.HISTORY,
    None,
    models.COPY,
    None,
    models.TRASH,
    models.UNTRASH,
)


def all_commands() -> tuple[Command, ...]:
    """Every command, once."""
    rows = (*(row for _title, row in MENUS), TOOLBAR, LIST_MENU)
    return tuple({command.name: command for row in rows for command in row if command}.values())
