"""Brings dialogs, the windows beside the main one, and questions onto the screen."""

from PySide6.QtWidgets import QWidget

from registry_app.domain.entries import ExtraField, ModelType
from registry_app.domain.ids import TypeId
from registry_app.domain.words import _
from registry_app.operations import bulk, reviewing
from registry_app.operations.bulk_plan import Preview
from registry_app.operations.deeds import Deeds, ReplaceText, SetTo
from registry_app.operations.replacing import Wanted
from registry_app.ui import ask, background
from registry_app.ui.actions import menus
from registry_app.ui.bulk.bulk_dialog import BulkDialog
from registry_app.ui.bulk.preview_dialog import PreviewDialog
from registry_app.ui.first_run.new_register_dialog import NewRegisterDialog
from registry_app.ui.help.help_window import HelpWindow
from registry_app.ui.lists.declared import EXTRAS, LISTINGS
from registry_app.ui.lists.entry_dialog import EntryDialog
from registry_app.ui.lists.interval_preview import IntervalPreview
from registry_app.ui.lists.lists_dialog import ListsDialog
from registry_app.ui.models.column_chooser import ColumnChooser
from registry_app.ui.reviews.review_dialog import ReviewDialog
from registry_app.ui.settings.settings_window import SettingsWindow
from registry_app.ui.tour.tour import Tour

from .stage import Look, Stage, Visit, beside, dispose, settle

LONG_NAME = "Tổ liên gia an toàn phòng cháy, chữa cháy và cứu nạn, cứu hộ kết hợp camera an ninh khu dân cư " * 2


def bulk_edit(stage: Stage) -> QWidget:
    dialog = BulkDialog(stage.session, stage.some, stage.main)
    for name, way in (("notes", "set"), ("lead", "set"), ("name", "replace"), ("tags", "add")):
        if name in dialog.fields and way in dialog.fields[name]._makers:
            dialog.fields[name].choose(way)
    return dialog


def preview(stage: Stage, *, ticks: bool) -> QWidget:
    swap = ReplaceText(Wanted(find="Camera", by="CCTV"))
    deeds: Deeds = {"name": swap} if ticks else {"notes": SetTo(LONG_NAME), "launched_on": SetTo("01/2019")}
    shown: Preview = bulk.preview(stage.session.registry, stage.all, deeds)
    label = bulk.REPLACE if ticks else bulk.BULK_EDIT
    return PreviewDialog(stage.session, shown, label=label, ticks=ticks, parent=stage.main)


def correction(stage: Stage) -> QWidget:
    registry = stage.session.registry
    ids = map(int, stage.main.models.rows.ids)
    found = next(reviews for reviews in (registry.reviews.of(one) for one in ids) if reviews)  # type: ignore[arg-type]
    return ReviewDialog(stage.session, [found[0].model_id], found[0], stage.main)


def entry(number: int) -> Visit:
    listing = LISTINGS[number]

    def dialog(stage: Stage) -> QWidget:
        entries = getattr(stage.session.registry.lists, listing.plural)
        return EntryDialog(stage.session, listing, next(iter(entries.values())), stage.main)

    return beside(dialog)


def new_entry(stage: Stage) -> QWidget:
    return EntryDialog(stage.session, LISTINGS[0], ModelType(), stage.main)


def first_type(stage: Stage) -> ModelType:
    types: ModelType = next(iter(stage.session.registry.lists.types.values()))
    return types


def extra(stage: Stage) -> QWidget:
    return EntryDialog(stage.session, EXTRAS, ExtraField(type_id=TypeId(first_type(stage).id)), stage.main)


def interval(stage: Stage) -> QWidget:
    dates = reviewing.preview_interval(stage.session.registry, TypeId(first_type(stage).id), 7)
    return IntervalPreview(first_type(stage).name, 7, dates, stage.main)


def lists(number: int) -> Visit:
    def dialog(stage: Stage) -> QWidget:
        made = ListsDialog(stage.session, stage.main)
        made._names.setCurrentRow(number)
        return made

    return beside(dialog)


def settings(page: str) -> Visit:
    def dialog(stage: Stage) -> QWidget:
        made = SettingsWindow(stage.session, stage.choices, menus.all_keys(), stage.main)
        made.turn_to(page)
        return made

    return beside(dialog)


def refused_settings(stage: Stage) -> QWidget:
    made = SettingsWindow(stage.session, stage.choices, menus.all_keys(), stage.main)
    made.turn_to("ward")
    made.ward.fields.fill({"name": "", "within": "0"})
    made.save()
    return made


def new_register(stage: Stage) -> QWidget:
    return NewRegisterDialog(stage.choices, stage.main)


def new_register_refused(stage: Stage) -> QWidget:
    dialog = NewRegisterDialog(stage.choices, stage.main)
    dialog.fields.fill({"name": "", "path": ""})
    dialog._go()
    return dialog


def help_card(card: str) -> Visit:
    def window(stage: Stage) -> QWidget:
        made = HelpWindow(stage.main)
        made.choose(card)
        return made

    return beside(window)


def shortcuts(stage: Stage, look: Look) -> None:
    from registry_app.ui.help.shortcuts_window import ShortcutsWindow

    stage.main.tools["show_shortcuts"].trigger()
    settle()
    (window,) = stage.main.findChildren(ShortcutsWindow)
    look(window)
    dispose(window)


def tour_step(number: int) -> Visit:
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


def waiting(stage: Stage) -> QWidget:
    shown = background._Waiting(_("Taking back…"), stage.main)
    shown.show_progress(300, 1000)
    return shown


def columns(stage: Stage) -> QWidget:
    view = stage.main.models.list
    return ColumnChooser(view.fields, view.columns, stage.main)


def finished(stage: Stage) -> None:
    ask.finished(stage.main, _("“{name}” was saved.").format(name="danh-sach.pdf"), stage.place / "a.pdf")


def confirm(stage: Stage) -> None:
    text = _("Take back “{what}”? This is an action of its own, and can be undone too.").format(what=LONG_NAME)
    ask.confirm(stage.main, text, yes=_("&Take back"), no=_("&Leave it"))


def unsaved(stage: Stage) -> None:
    ask.save_discard_stay(stage.main, _("“{name}” has changes that are not saved.").format(name=LONG_NAME))
