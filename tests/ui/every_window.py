"""Every window, dialog, popup, page and tab of the program, declared once: how to bring each onto the screen.

``test_every_window`` looks at all of them for what is clipped, foreign or without a name; ``tools.sheets`` paints them.
"""

from functools import partial

from PySide6.QtWidgets import QMenu

from registry_app.domain.options import DECISIONS
from registry_app.domain.search import Search
from registry_app.domain.words import _
from registry_app.ui import ask, bugs
from registry_app.ui.actions import menus, registers
from registry_app.ui.bulk.replace_dialog import ReplaceDialog
from registry_app.ui.help.cards import CARDS
from registry_app.ui.lists.declared import LISTINGS
from registry_app.ui.lists.lists_dialog import ExtrasDialog
from registry_app.ui.models import header_menu
from registry_app.ui.pages import INSIDE
from registry_app.ui.printing import printer
from registry_app.ui.reviews.review_dialog import ReviewDialog
from registry_app.ui.reviews.status_dialog import StatusDialog
from registry_app.ui.settings.settings_window import TITLES
from registry_app.ui.tour.steps import STEPS

from . import showing_areas as areas
from . import showing_decided as decided
from . import showing_dialogs as dialog
from . import showing_honours as honours
from . import showing_inside as inside
from . import showing_loop as loop
from . import showing_main as main
from . import showing_menus as menu
from . import showing_papers as papers
from . import showing_results as results
from . import showing_rounds as rounds
from . import showing_structure as structure
from .showing_main import LONG_NAME, TYPE
from .stage import Visit, beside, modal, within

WINDOWS: dict[str, Visit] = {
    "list": within(lambda _stage: None),
    "start page": beside(main.start_page),
    "overview": within(main.overview, wait=150),
    "sidebar opened": main.open_sidebar,
    "grouped list": within(main.grouped, wait=200),
    "no hit": main.searched(Search(words="khong co mo hinh nao nhu the")),
    "empty view": main.searched(Search(view="trash")),
    "found words": main.typed("camera to 5"),
    "completion": main.typed("loại:ca"),
    "complaint": main.typed("trang-thai:vovan ra-soat<99/2026", wait=900),
    "chips": within(main.all_chips, wait=150),
    "filter of texts": main.header_filter("name"),
    "filter of choices": main.header_filter(TYPE),
    "filter of days": main.header_filter("next_review"),
    "filter of numbers": main.header_filter("interval_months"),
    "how to search": menu.query_help,
    "read only": main.read_only,
    "history pane": main.history_pane("show_whole_history"),
    "history of one": main.history_pane("show_history"),
    "history floating": main.floating_history,
    **{f"form {number + 1}": main.form_tab(number) for number in range(8)},
    "cell": main.cell(LONG_NAME),
    "cell refused": main.cell(""),
    "new model": within(main.new_model),
    "form refused": within(main.refused),
    "form with a long name": within(main.long_name),
    **{f"menu {number + 1}": menu.opened(menu.menu_of_bar(number), ours=False) for number in range(len(menus.MENUS))},
    **{f"menu below {number + 1}": menu.opened(menu.menu_below(4, number), ours=False) for number in range(5)},
    "menu of the list": menu.opened(menu.list_menu),
    "menu of a heading": menu.opened(lambda stage: header_menu.fill(QMenu(stage.main), stage.main.models.list, TYPE)),
    "menu of a group": menu.opened(menu.menu_of_group),
    "menu of a view": menu.opened(menu.view_menu),
    "menu of a line": menu.opened(menu.line_menu),
    "menu of a text": menu.opened(menu.text_menu),
    "calendar": menu.calendar,
    "suggestions": menu.suggestions,
    "columns": beside(dialog.columns),
    "bulk edit": beside(dialog.bulk_edit),
    "bulk preview": beside(lambda stage: dialog.preview(stage, ticks=False)),
    "replace": beside(lambda stage: ReplaceDialog(stage.session, stage.some, stage.some, stage.main)),
    "replace preview": beside(lambda stage: dialog.preview(stage, ticks=True)),
    "review": beside(lambda stage: ReviewDialog(stage.session, stage.some, None, stage.main)),
    "review corrected": beside(dialog.correction),
    "status": beside(lambda stage: StatusDialog(stage.session, stage.some[:1], stage.main)),
    **{f"lists {number + 1}": dialog.lists(number) for number in range(len(LISTINGS))},
    **{f"entry {number + 1}": dialog.entry(number) for number in range(len(LISTINGS))},
    "entry new": beside(dialog.new_entry),
    "rename an area": beside(areas.rename),
    "renumber areas": beside(areas.renumber),
    "merge areas": beside(areas.merge),
    "merge refused": beside(areas.merge_refused),
    "split an area": beside(areas.split),
    "split undivided": beside(areas.split_undivided),
    "changes of areas": beside(areas.history),
    "no changes of areas": beside(areas.no_history),
    "twins": beside(areas.twins),
    "twins apart": beside(areas.twins_apart),
    "no twins": beside(areas.no_twins),
    "weeks": beside(loop.weeks),
    "spread of weeks": beside(loop.spread),
    "new dates": beside(loop.new_dates),
    "outdated": beside(loop.outdated),
    "excuse": beside(loop.excuse),
    **{f"decision {one.key}": decided.decision(one.key) for one in DECISIONS},
    "decision refused": beside(decided.decision_refused),
    "points of a review": beside(decided.points),
    "scale of a year": beside(decided.scale),
    "score sheet": beside(decided.sheet),
    **{f"grades {tab + 1}": decided.grades(tab) for tab in (1, 2)},
    **{f"period {tab + 1}": loop.period(tab) for tab in range(3)},
    "extra fields": beside(lambda stage: ExtrasDialog(stage.session, dialog.first_type(stage), stage.main)),
    "extra field": beside(dialog.extra),
    "interval": beside(dialog.interval),
    **{f"settings {page}": dialog.settings(page) for page in TITLES},
    "settings refused": beside(dialog.refused_settings),
    "new register": beside(dialog.new_register),
    "new register refused": beside(dialog.new_register_refused),
    "print list": papers.printing("models"),
    "print due": papers.printing("due"),
    "print reminders": papers.printing("reminders"),
    **{f"print members {tab + 1}": papers.of_the_team(tab) for tab in range(3)},
    "given out": beside(papers.given_out),
    "nothing given out": beside(papers.nothing_given_out),
    "files": papers.files,
    "files of a review": beside(inside.files_of_a_review),
    "statutory force": beside(inside.force),
    "printer": modal(lambda stage: printer.choose_printer(stage.main, _("Print"), pages=3, page=1)),
    **{f"help {card}": dialog.help_card(card) for card in CARDS},
    "shortcuts": dialog.shortcuts,
    **{f"tour {number + 1}": dialog.tour_step(number) for number in range(len(STEPS))},
    "told": modal(lambda stage: ask.tell(stage.main, _(bugs.TEXT).format(log="/home/lan/errors.log"))),
    "about": modal(lambda stage: stage.main.tools["about"].trigger()),
    "confirm": modal(dialog.confirm),
    "unsaved": modal(dialog.unsaved),
    "finished": modal(dialog.finished),
    "ask a line": modal(lambda stage: stage.main.tools["name_writer"].trigger()),
    "choose a file": modal(lambda stage: ask.choose_open(stage.main, _("Open a register"), _(registers.PATTERN))),
    "save a file": modal(lambda stage: ask.choose_save(stage.main, _("Save"), stage.place / "a.pdf", "PDF (*.pdf)")),
    "waiting": beside(dialog.waiting),
    **{f"page of {noun}": inside.page(noun) for noun in INSIDE},
    "camera point, operation": inside.page("camera_point", place=1),
    **{f"person, tab {place + 1}": inside.page("person", place=place) for place in (1, 2, 3, 4, 5)},
    **{f"new {noun}": inside.new_row(noun) for noun in INSIDE},
    "team, files": inside.page("team", place=1),
    "another day": inside.another_day,
    **{f"round, tab {tab + 1}": within(partial(rounds.page, tab=tab), wait=150) for tab in range(3)},
    "new round": beside(rounds.opening),
    "new round refused": beside(rounds.opening_refused),
    "edited round": beside(rounds.editing),
    "reviewer of rows": beside(rounds.assigning),
    "another area of rows": beside(rounds.moving),
    "left out of a round": beside(rounds.leaving_out),
    "worksheets of a round": beside(rounds.sheets),
    "papers of a round": rounds.papers,
    "entry screen": beside(rounds.entering),
    "entry screen, findings": beside(rounds.typing),
    "worksheet back": beside(rounds.back),
    "worksheet back, wrong": beside(rounds.back_wrong),
    "closing of a round": beside(rounds.closing),
    "closed round": within(rounds.closed, wait=150),
    "closed round, undone": within(rounds.closed_and_undone, wait=150),
    "no round": within(rounds.no_round, wait=150),
    "register a year": beside(honours.register_year),
    "outcome of a year": beside(honours.outcome),
    "outcome refused": beside(honours.outcome_refused),
    "new commendation of a person": beside(honours.commend),
    "wounded": beside(honours.injury),
    "honours of a person": honours.honours_of_a_person,
    "a past year of recognition": honours.a_past_year,
    "team": beside(structure.window),
    "team refused": beside(structure.wrong),
    "team households": beside(structure.households),
    "team, past day": beside(structure.past),
    "site dialog": beside(structure.new_site),
    "team dialog": beside(structure.edited_team),
    **{f"camera dialog {page + 1}": beside(partial(structure.camera, page)) for page in range(2)},
    "another leader": beside(structure.leader),
    "end of members": beside(partial(structure.end, "membership")),
    "end of a site": beside(partial(structure.end, "site")),
    "pasted members": beside(structure.paste),
    "figures": beside(results.figures),
    "figures refused": beside(results.refused),
    "no figures": beside(results.empty),
    "nobody found": inside.nothing_found,
    "course": beside(inside.course),
    "join a team": beside(inside.join),
}
"""By name, in the order of the contact sheets."""
