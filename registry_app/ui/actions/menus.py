"""Which commands stand in which menu, on the toolbar and in the list's own menu. None is a line between."""

from registry_app.domain.words import N_, _
from registry_app.ui.keys import Keyed

from . import (
    bulk,
    choosing,
    deciding,
    filters,
    list_columns,
    loop,
    models,
    pages,
    paper,
    registers,
    results,
    rounds,
    schedule,
    upkeep,
    views,
)
from . import help as helping
from .command import Command
from .view_menu import SIDEBAR_KEYS

Row = tuple[Command | None, ...]

REGISTER_MENU: Row = (
    registers.NEW,
    registers.OPEN,
    registers.SAMPLE,
    None,
    paper.PRINT,
    paper.SHEET,
    paper.PRINT_DUE,
    None,
    registers.WARD,
    registers.LISTS,
    upkeep.AREAS,
    upkeep.TWINS,
    upkeep.FORCE,
    paper.WHOLE_HISTORY,
    paper.GIVEN_OUT,
    None,
    registers.WHO,
    choosing.SETTINGS,
    registers.QUIT,
)
EDIT_MENU: Row = (
    models.UNDO,
    models.REDO,
    None,
    list_columns.COPY,
    list_columns.COPY_CELL,
    models.FIND,
    filters.FILTER,
    filters.DROP_FILTERS,
    bulk.REPLACE,
)
MODEL_MENU: Row = (
    models.ADD,
    models.DUPLICATE,
    models.SAVE,
    models.SAVE_AND_NEXT,
    models.SAVE_AND_ADD,
    None,
    models.REVIEWED,
    models.STATUS,
    bulk.EDIT,
    paper.HISTORY,
    None,
    pages.END,
    models.TRASH,
    models.UNTRASH,
)
REVIEW_MENU: Row = (
    rounds.SHOW,
    rounds.NEW,
    rounds.ENTER,
    rounds.BACK,
    rounds.PRINT,
    rounds.PAPERS,
    rounds.ASSIGN,
    rounds.MOVE,
    rounds.LEAVE_OUT,
    rounds.TAKE_IN,
    rounds.EDIT,
    rounds.CLOSE,
    None,
    deciding.DECIDE,
    loop.OUTDATED,
    loop.PERIOD,
    results.ENTER,
    None,
    schedule.CAPACITY,
    schedule.REMINDERS,
    schedule.CALENDAR,
)
VIEW_MENU: Row = (
    pages.TODAY,
    pages.LIST,
    None,
    views.SAVE_VIEW,
    paper.HISTORY_PANE,
    None,
    list_columns.CHOOSE_COLUMNS,
    list_columns.SORT_ASCENDING,
    list_columns.SORT_DESCENDING,
    list_columns.GROUP,
    list_columns.FOLD,
    None,
)
INSIDE_PAGES: Row = (
    pages.SITES,
    pages.TEAMS,
    pages.PEOPLE,
    pages.HOUSEHOLDS,
    pages.CAMERAS,
    pages.RESULTS,
    pages.COMMENDATIONS,
    pages.EXEMPLARS,
    pages.RECOGNITION,
)
"""A menu below the View menu, behind its pages."""
HELP_MENU: Row = (helping.HELP, helping.SHORTCUTS, helping.TOUR, None, choosing.ABOUT_COMMAND)

MENUS = (
    (N_("&Register"), REGISTER_MENU),
    (N_("&Edit"), EDIT_MENU),
    (N_("&Model"), MODEL_MENU),
    (N_("Revie&ws"), REVIEW_MENU),
    (N_("&View"), VIEW_MENU),
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
    deciding.DECIDE,
    bulk.EDIT,
    models.DUPLICATE,
    paper.HISTORY,
    paper.SHEET,
    None,
    list_columns.COPY,
    list_columns.COPY_CELL,
    list_columns.EDIT_HERE,
    filters.FILTER,
    None,
    models.TRASH,
    models.UNTRASH,
)

INSIDE_MENU: Row = (pages.END, paper.SHEET, None, list_columns.COPY, None, models.TRASH)
"""Of the lists of what is inside models."""
ROUND_BAR: Row = (
    rounds.NEW,
    rounds.ENTER,
    rounds.PRINT,
    rounds.BACK,
    rounds.ASSIGN,
    rounds.LEAVE_OUT,
    rounds.CLOSE,
    rounds.PAPERS,
)
"""The buttons of the page of rounds."""
ROUND_MENU: Row = (
    rounds.ENTER,
    rounds.SHOW_MODEL,
    None,
    rounds.ASSIGN,
    rounds.MOVE,
    rounds.LEAVE_OUT,
    rounds.TAKE_IN,
    None,
    list_columns.COPY,
)
"""Of the rows of a round."""


def inside_menu(noun: str) -> Row:
    """INSIDE_MENU as far as it is about rows of ``noun``."""
    return tuple(command for command in INSIDE_MENU if command is not paper.SHEET or noun in paper.SHEETS)


def all_keys() -> tuple[Keyed, ...]:
    """Every command's words and keys, once, and the keys of the View menu."""
    sidebar = Keyed(name="sidebar", text=plain(_("&Sidebar")), usual=SIDEBAR_KEYS, icon="sidebar", fixed=True)
    return (*(keyed(command) for command in all_commands()), sidebar)


def keyed(command: Command) -> Keyed:
    """``command`` as far as keys go."""
    return Keyed(
        name=command.name,
        text=plain(_(command.text)),
        usual=command.keys,
        icon=command.icon,
        in_list=command.in_list,
    )


def plain(text: str) -> str:
    """The words of a menu without their signs."""
    return text.replace("&", "").rstrip("…")


def all_commands() -> tuple[Command, ...]:
    """Every command, once."""
    rows = (*(row for _title, row in MENUS), TOOLBAR, LIST_MENU, INSIDE_MENU, INSIDE_PAGES, ROUND_MENU)
    return tuple({command.name: command for row in rows for command in row if command}.values())
