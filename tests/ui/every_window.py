"""Every window, dialog, popup, page and tab of the program, declared once: how to bring each onto the screen.

``test_every_window`` looks at all of them for what is clipped, foreign or without a name; ``tools.sheets`` paints them.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDockWidget, QLineEdit, QMenu, QPlainTextEdit, QWidget

from registry_app.domain.entries import ExtraField, ModelType
from registry_app.domain.errors import Problem
from registry_app.domain.ids import TypeId
from registry_app.domain.saved_view import SavedView
from registry_app.domain.search import Filter, Search
from registry_app.domain.words import _
from registry_app.operations import bulk, reviewing, views
from registry_app.operations.bulk_plan import Preview
from registry_app.operations.deeds import Deeds, ReplaceText, SetTo
from registry_app.operations.replacing import Wanted
from registry_app.store import engine
from registry_app.ui import ask, background, bugs
from registry_app.ui.actions import menus, registers
from registry_app.ui.bulk.bulk_dialog import BulkDialog
from registry_app.ui.bulk.preview_dialog import PreviewDialog
from registry_app.ui.bulk.replace_dialog import ReplaceDialog
from registry_app.ui.choices import Choices
from registry_app.ui.filters.query_help import QueryHelp
from registry_app.ui.first_run.new_register_dialog import NewRegisterDialog
from registry_app.ui.help.cards import CARDS
from registry_app.ui.help.help_window import HelpWindow
from registry_app.ui.history.history_dock import HistoryDock
from registry_app.ui.lists.declared import EXTRAS, LISTINGS
from registry_app.ui.lists.entry_dialog import EntryDialog
from registry_app.ui.lists.interval_preview import IntervalPreview
from registry_app.ui.lists.lists_dialog import ExtrasDialog, ListsDialog
from registry_app.ui.main_window import MainWindow
from registry_app.ui.models import group_menu, header_menu, inline_edit
from registry_app.ui.models.column_chooser import ColumnChooser
from registry_app.ui.printing import printer
from registry_app.ui.printing.print_window import PrintWindow
from registry_app.ui.reviews.review_dialog import ReviewDialog
from registry_app.ui.reviews.status_dialog import StatusDialog
from registry_app.ui.session import Session
from registry_app.ui.settings.settings_window import TITLES, SettingsWindow
from registry_app.ui.tour.steps import STEPS
from registry_app.ui.tour.tour import Tour
from registry_app.ui.widgets.calendar import CalendarPopup
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.picker import NameBox

from .stage import Look, Stage, Visit, beside, dispose, modal, settle, within

TYPE = "type"
DRAWN_MS = 150
LONG_NAME = "Tổ liên gia an toàn phòng cháy, chữa cháy và cứu nạn, cứu hộ kết hợp camera an ninh khu dân cư " * 2

# -- the main window -----------------------------------------------------------------------------------------------------


def _searched(search: Search) -> Visit:
    return within(lambda stage: stage.main.models.show_search(search), wait=200)


def _typed(text: str, *, wait: int = 150) -> Visit:
    def type_it(stage: Stage) -> None:
        box = stage.main.models.search_box
        box.setFocus()
        box.setText(text)
        box.textEdited.emit(text)

    return within(type_it, wait=wait)


def _grouped(stage: Stage) -> QWidget:
    stage.main.models.show_search(Search(group=TYPE))
    return stage.main.models.list


def _start_page(_stage: Stage) -> QWidget:
    return MainWindow(Session(), Choices(keeps=False))


def _overview(stage: Stage) -> None:
    stage.main.turn_to("overview")


def _kept_view(stage: Stage) -> int:
    """The number of a view of the ward's own."""
    known = stage.session.registry.views.all()
    if known:
        return known[0].id
    new = SavedView(name=LONG_NAME[:60], search=Search(view="overdue"))
    made = stage.session.run(views.save_view, new)
    assert made is not None
    return made[0].id


def _open_sidebar(stage: Stage) -> None:
    _kept_view(stage)
    for part in ("saved", "status", "type"):
        stage.main.models.sidebar.open_part(part)


def _all_chips(stage: Stage) -> None:
    filters = (
        Filter(TYPE, (1, 2, 3, 4)),
        Filter("next_review", ("this-quarter",)),
        Filter("lead", (None,)),
        Filter("founded_on", low="2019", high="2024-12-31"),
        Filter("name", holds="camera an ninh"),
        Filter("areas", (3,), negated=True),
    )
    stage.main.models.show_search(Search(filters=filters))


def _header_filter(field: str) -> Visit:
    def visit(stage: Stage, look: Look) -> None:
        filtering = stage.main.models.filtering
        filtering.open_filter(field, stage.main.models.list.heads.rect().translated(300, 120))
        popup = filtering.popup
        assert popup is not None
        settle(100)
        look(popup)
        popup.close()
        settle()
        stage.reset()

    return visit


def _read_only(stage: Stage, look: Look) -> None:
    stage.main.notice.say(_(engine.READ_ONLY).format(name="so-mau.registry"))
    settle()
    look(stage.main)
    stage.main.notice.say("")
    settle()


def _history_pane(command: str) -> Visit:
    def visit(stage: Stage, look: Look) -> None:
        stage.main.tools[command].trigger()
        settle(250)
        look(stage.main)
        for pane in stage.main.findChildren(QDockWidget):
            pane.hide()
        settle()

    return visit


def _floating_history(stage: Stage, look: Look) -> None:
    stage.main.tools["show_whole_history"].trigger()
    (pane,) = stage.main.findChildren(HistoryDock)
    pane.setFloating(True)
    pane.resize(860, 480)
    settle(250)
    pane.panel.tree.setCurrentIndex(pane.panel.rows.index(0, 0))
    settle()
    look(pane)
    pane.setFloating(False)
    pane.hide()
    settle()


# -- the form ------------------------------------------------------------------------------------------------------------


def _form_tab(number: int) -> Visit:
    def turn(stage: Stage) -> QWidget:
        form = stage.main.models.form
        form.fields.setCurrentIndex(number)
        return form

    return within(turn, wait=200)


def _new_model(stage: Stage) -> QWidget:
    stage.main.models.start_new()
    return stage.main.models.form


def _refused(stage: Stage) -> QWidget:
    form = stage.main.models.form
    form.fields.fill({"name": "", "founded_on": "31/02/2020", "interval_months": "nhiều"})
    form.save()
    return form


def _long_name(stage: Stage) -> QWidget:
    form = stage.main.models.form
    form.fields.fill({"name": LONG_NAME, "lead": LONG_NAME})
    return form


def _cell(text: str) -> Visit:
    """The name of a model edited in the list; ``text`` typed and Enter pressed."""

    def visit(stage: Stage, look: Look) -> None:
        view = stage.main.models.list
        view.go_to_cell(stage.some[3], "name")
        cell = inline_edit.start(view, stage.session)
        assert cell is not None
        if text != LONG_NAME:
            cell.editor.fill(text)
            QTest.keyClick(cell.editor.control, Qt.Key.Key_Return)
        settle()
        look(stage.main)
        QTest.keyClick(cell.editor.control, Qt.Key.Key_Escape)
        settle()
        stage.reset()

    return visit


# -- menus ---------------------------------------------------------------------------------------------------------------


def _opened(menu: Callable[[Stage], QMenu], *, ours: bool = True) -> Visit:
    def visit(stage: Stage, look: Look) -> None:
        shown = menu(stage)
        shown.popup(stage.main.mapToGlobal(stage.main.rect().topLeft()))
        settle()
        look(shown)
        shown.close()
        if ours:
            dispose(shown)

    return visit


def _menu_of_bar(number: int) -> Callable[[Stage], QMenu]:
    def menu(stage: Stage) -> QMenu:
        found = stage.main.menuBar().actions()[number].menu()
        assert isinstance(found, QMenu)
        return found

    return menu


def _menu_below(number: int, place: int) -> Callable[[Stage], QMenu]:
    def menu(stage: Stage) -> QMenu:
        below = [one.menu() for one in _menu_of_bar(number)(stage).actions() if one.menu()]
        found = below[place]
        assert isinstance(found, QMenu)
        return found

    return menu


def _list_menu(stage: Stage) -> QMenu:
    menu = QMenu(stage.main)
    menu.addActions(stage.main.models.list.actions())
    return menu


def _view_menu(stage: Stage) -> QMenu:
    kept = _kept_view(stage)
    stage.main.models.sidebar.open_part("saved")
    settle()
    found = stage.main.models.saved_views.menu(kept)
    assert found is not None
    return found


def _menu_of_group(stage: Stage) -> QMenu:
    return group_menu.fill(QMenu(stage.main), stage.main.models.list, 0, is_open=True)


def _line_menu(stage: Stage) -> QMenu:
    line = QLineEdit("chữ", stage.main)
    return line.createStandardContextMenu()


def _text_menu(stage: Stage) -> QMenu:
    return QPlainTextEdit("chữ", stage.main).createStandardContextMenu()


# -- popups --------------------------------------------------------------------------------------------------------------


def _calendar(stage: Stage, look: Look) -> None:
    stage.main.models.form.fields.go_to("founded_on")
    field = stage.main.models.form.findChild(DateField)
    assert isinstance(field, DateField)
    field.open_calendar()
    popup = field.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    settle()
    look(popup)
    popup.close()
    stage.reset()


def _suggestions(stage: Stage, look: Look) -> None:
    box = next(one for one in stage.main.models.form.findChildren(NameBox) if one.isVisible())
    assert isinstance(box, QComboBox)
    box.setFocus()
    box.showPopup()
    settle()
    look(box.view())
    box.hidePopup()
    settle()


def _query_help(stage: Stage, look: Look) -> None:
    bar = stage.main.models.filtering.search_bar
    bar.explain()
    settle()
    (card,) = bar.findChildren(QueryHelp)
    look(card)
    card.close()
    settle()


# -- dialogs -------------------------------------------------------------------------------------------------------------


def _bulk(stage: Stage) -> QWidget:
    dialog = BulkDialog(stage.session, stage.some, stage.main)
    for name, way in (("notes", "set"), ("lead", "set"), ("name", "replace"), ("tags", "add")):
        if name in dialog.fields and way in dialog.fields[name]._makers:
            dialog.fields[name].choose(way)
    return dialog


def _preview(stage: Stage, *, ticks: bool) -> QWidget:
    swap = ReplaceText(Wanted(find="Camera", by="CCTV"))
    deeds: Deeds = {"name": swap} if ticks else {"notes": SetTo(LONG_NAME), "launched_on": SetTo("01/2019")}
    shown: Preview = bulk.preview(stage.session.registry, stage.all, deeds)
    label = bulk.REPLACE if ticks else bulk.BULK_EDIT
    return PreviewDialog(stage.session, shown, label=label, ticks=ticks, parent=stage.main)


def _correction(stage: Stage) -> QWidget:
    registry = stage.session.registry
    ids = map(int, stage.main.models.rows.ids)
    found = next(reviews for reviews in (registry.reviews.of(one) for one in ids) if reviews)  # type: ignore[arg-type]
    return ReviewDialog(stage.session, [found[0].model_id], found[0], stage.main)


def _entry(number: int) -> Visit:
    listing = LISTINGS[number]

    def dialog(stage: Stage) -> QWidget:
        entries = getattr(stage.session.registry.lists, listing.plural)
        return EntryDialog(stage.session, listing, next(iter(entries.values())), stage.main)

    return beside(dialog)


def _new_entry(stage: Stage) -> QWidget:
    return EntryDialog(stage.session, LISTINGS[0], ModelType(), stage.main)


def _first_type(stage: Stage) -> ModelType:
    types: ModelType = next(iter(stage.session.registry.lists.types.values()))
    return types


def _extra(stage: Stage) -> QWidget:
    return EntryDialog(stage.session, EXTRAS, ExtraField(type_id=TypeId(_first_type(stage).id)), stage.main)


def _interval(stage: Stage) -> QWidget:
    dates = reviewing.preview_interval(stage.session.registry, TypeId(_first_type(stage).id), 7)
    return IntervalPreview(_first_type(stage).name, 7, dates, stage.main)


def _lists(number: int) -> Visit:
    def dialog(stage: Stage) -> QWidget:
        made = ListsDialog(stage.session, stage.main)
        made._names.setCurrentRow(number)
        return made

    return beside(dialog)


def _settings(page: str) -> Visit:
    def dialog(stage: Stage) -> QWidget:
        made = SettingsWindow(stage.session, stage.choices, menus.all_keys(), stage.main)
        made.turn_to(page)
        return made

    return beside(dialog)


def _refused_settings(stage: Stage) -> QWidget:
    made = SettingsWindow(stage.session, stage.choices, menus.all_keys(), stage.main)
    made.turn_to("ward")
    made.ward.show_problems((Problem("name", registers.PATTERN), Problem("", registers.PATTERN)))
    return made


def _new_register(stage: Stage) -> QWidget:
    return NewRegisterDialog(stage.choices, stage.main)


def _new_register_refused(stage: Stage) -> QWidget:
    dialog = NewRegisterDialog(stage.choices, stage.main)
    dialog.fields.fill({"name": "", "path": ""})
    dialog._go()
    return dialog


def _print(report: str) -> Visit:
    def visit(stage: Stage, look: Look) -> None:
        shown = PrintWindow(stage.session, report, Search(), (), stage.main)
        shown.show()
        while shown.paper is None:
            settle()
        settle(DRAWN_MS)
        look(shown)
        dispose(shown)

    return visit


def _help(card: str) -> Visit:
    def window(stage: Stage) -> QWidget:
        made = HelpWindow(stage.main)
        made.choose(card)
        return made

    return beside(window)


def _shortcuts(stage: Stage, look: Look) -> None:
    from registry_app.ui.help.shortcuts_window import ShortcutsWindow

    stage.main.tools["show_shortcuts"].trigger()
    settle()
    (window,) = stage.main.findChildren(ShortcutsWindow)
    look(window)
    dispose(window)


def _tour_step(number: int) -> Visit:
    def visit(stage: Stage, look: Look) -> None:
        stage.main.tools["start_tour"].trigger()
        settle()
        (tour,) = stage.main.findChildren(Tour)
        for _step in range(number):
            tour.go_on()
        settle()
        look(stage.main)
        tour.leave()
        settle()
        stage.reset()

    return visit


def _waiting(stage: Stage) -> QWidget:
    shown = background._Waiting(_("Taking back…"), stage.main)
    shown.show_progress(300, 1000)
    return shown


def _columns(stage: Stage) -> QWidget:
    view = stage.main.models.list
    return ColumnChooser(view.fields, view.columns, stage.main)


def _finished(stage: Stage) -> None:
    ask.finished(stage.main, _("“{name}” was saved.").format(name="danh-sach.pdf"), stage.place / "a.pdf")


def _confirm(stage: Stage) -> None:
    text = _("Take back “{what}”? This is an action of its own, and can be undone too.").format(what=LONG_NAME)
    ask.confirm(stage.main, text, yes=_("&Take back"), no=_("&Leave it"))


def _unsaved(stage: Stage) -> None:
    ask.save_discard_stay(stage.main, _("“{name}” has changes that are not saved.").format(name=LONG_NAME))


WINDOWS: dict[str, Visit] = {
    "list": within(lambda _stage: None),
    "start page": beside(_start_page),
    "overview": within(_overview, wait=150),
    "sidebar opened": within(_open_sidebar, wait=150),
    "grouped list": within(_grouped, wait=200),
    "no hit": _searched(Search(words="khong co mo hinh nao nhu the")),
    "empty view": _searched(Search(view="trash")),
    "found words": _typed("camera to 5"),
    "completion": _typed("loại:ca"),
    "complaint": _typed("trang-thai:vovan ra-soat<99/2026", wait=900),
    "chips": within(_all_chips, wait=150),
    "filter of texts": _header_filter("name"),
    "filter of choices": _header_filter(TYPE),
    "filter of days": _header_filter("next_review"),
    "filter of numbers": _header_filter("interval_months"),
    "how to search": _query_help,
    "read only": _read_only,
    "history pane": _history_pane("show_whole_history"),
    "history of one": _history_pane("show_history"),
    "history floating": _floating_history,
    **{f"form {number + 1}": _form_tab(number) for number in range(6)},
    "cell": _cell(LONG_NAME),
    "cell refused": _cell(""),
    "new model": within(_new_model),
    "form refused": within(_refused),
    "form with a long name": within(_long_name),
    **{f"menu {number + 1}": _opened(_menu_of_bar(number), ours=False) for number in range(len(menus.MENUS))},
    **{f"menu below {number + 1}": _opened(_menu_below(3, number), ours=False) for number in range(3)},
    "menu of the list": _opened(_list_menu),
    "menu of a heading": _opened(lambda stage: header_menu.fill(QMenu(stage.main), stage.main.models.list, TYPE)),
    "menu of a group": _opened(_menu_of_group),
    "menu of a view": _opened(_view_menu),
    "menu of a line": _opened(_line_menu),
    "menu of a text": _opened(_text_menu),
    "calendar": _calendar,
    "suggestions": _suggestions,
    "columns": beside(_columns),
    "bulk edit": beside(_bulk),
    "bulk preview": beside(lambda stage: _preview(stage, ticks=False)),
    "replace": beside(lambda stage: ReplaceDialog(stage.session, stage.some, stage.some, stage.main)),
    "replace preview": beside(lambda stage: _preview(stage, ticks=True)),
    "review": beside(lambda stage: ReviewDialog(stage.session, stage.some, None, stage.main)),
    "review corrected": beside(_correction),
    "status": beside(lambda stage: StatusDialog(stage.session, stage.some[:1], stage.main)),
    **{f"lists {number + 1}": _lists(number) for number in range(len(LISTINGS))},
    **{f"entry {number + 1}": _entry(number) for number in range(len(LISTINGS))},
    "entry new": beside(_new_entry),
    "extra fields": beside(lambda stage: ExtrasDialog(stage.session, _first_type(stage), stage.main)),
    "extra field": beside(_extra),
    "interval": beside(_interval),
    **{f"settings {page}": _settings(page) for page in TITLES},
    "settings refused": beside(_refused_settings),
    "new register": beside(_new_register),
    "new register refused": beside(_new_register_refused),
    "print list": _print("models"),
    "print due": _print("due"),
    "printer": modal(lambda stage: printer.choose_printer(stage.main, _("Print"), pages=3, page=1)),
    **{f"help {card}": _help(card) for card in CARDS},
    "shortcuts": _shortcuts,
    **{f"tour {number + 1}": _tour_step(number) for number in range(len(STEPS))},
    "told": modal(lambda stage: ask.tell(stage.main, _(bugs.TEXT).format(log="/home/lan/errors.log"))),
    "about": modal(lambda stage: stage.main.tools["about"].trigger()),
    "confirm": modal(_confirm),
    "unsaved": modal(_unsaved),
    "finished": modal(_finished),
    "ask a line": modal(lambda stage: stage.main.tools["name_writer"].trigger()),
    "choose a file": modal(lambda stage: ask.choose_open(stage.main, _("Open a register"), _(registers.PATTERN))),
    "save a file": modal(lambda stage: ask.choose_save(stage.main, _("Save"), stage.place / "a.pdf", "PDF (*.pdf)")),
    "waiting": beside(_waiting),
}
"""By name, in the order of the contact sheets."""
