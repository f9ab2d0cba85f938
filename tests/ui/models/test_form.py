"""The form of one model: nothing typed is lost, problems stand at their fields, saving is one action."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from registry_app.domain.entries import ExtraField
from registry_app.domain.ids import ModelId, TypeId
from registry_app.domain.model import ModelRow
from registry_app.domain.review import Review
from registry_app.domain.search import Search
from registry_app.operations import lists, models, reviewing
from registry_app.store.registry import Registry
from registry_app.ui.models.form import ModelForm
from registry_app.ui.session import Session
from registry_app.ui.widgets.editor import Typed
from tests.ui.conftest import Asked, add

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)")


@pytest.fixture
def form(session: Session, qtbot: QtBot) -> Iterator[ModelForm]:
    made = ModelForm(session)
    qtbot.addWidget(made)
    yield made
    made.show_row(None)


def ids(session: Session) -> list[ModelId]:
    return [ModelId(number) for number in session.registry.models.ids(Search(), session.moment)]


def named(session: Session, words: str) -> ModelId:
    return ModelId(session.registry.models.ids(Search(words=words), session.moment)[0])


def row(session: Session, model: ModelId) -> ModelRow:
    return session.registry.models.window([model], session.moment)[0]


def type_in(form: ModelForm, **typed: Typed) -> None:
    """Put ``typed`` into the fields; __ in a name is a dot."""
    form.fields.fill({name.replace("__", "."): value for name, value in typed.items()})


def choose_type(form: ModelForm, name: str) -> None:
    form.fields.fill({"type": name})
    form.fields.committed.emit("type")


def extras(form: ModelForm) -> list[str]:
    return [extra.key for extra in form.fields.declared]


def new(form: ModelForm, **typed: Typed) -> None:
    """Begin a new camera model with ``typed``."""
    form.show_new()
    choose_type(form, "Camera an ninh")
    type_in(form, **typed)


class TestShowing:
    def test_nothing_is_shown_at_first_and_may_be_left(self, form: ModelForm) -> None:
        assert form.model is None
        assert not form.is_dirty
        assert form.may_leave()

    def test_every_fact_of_a_model_is_shown(self, form: ModelForm, session: Session) -> None:
        form.show_row(named(session, "camera an ninh to 5"))

        shown = form.fields.typed()

        assert shown["name"] == "Camera an ninh tổ 5"
        assert shown["type"] == "Camera an ninh"
        assert shown["areas"] == ("Tổ dân phố 5",)
        assert shown["founded_on"] == "31/01/2020"
        assert "extra.eyes" in shown
        assert not form.is_dirty

    def test_the_head_says_status_and_why_a_review_is_due(self, form: ModelForm, session: Session) -> None:
        form.show_row(named(session, "camera an ninh to 5"))

        assert form.header.texts == (
            "CAM-2020-001",
            "Đang hoạt động từ 31/01/2020",
            "Quá hạn: rà soát tiếp theo 31/07/2020",
            "6 tháng sau ngày thành lập 31/01/2020",
        )

    def test_extra_fields_of_one_model_do_not_reach_the_next(self, form: ModelForm, session: Session) -> None:
        one = named(session, "camera an ninh to 5")
        models.edit(session.registry, one, {"extra.eyes": "12"})
        other = named(session, "to lien gia")

        form.show_row(one)
        form.show_row(other)

        assert form.fields.one("extra.eyes") == ""
        assert not form.is_dirty

    def test_a_retired_extra_field_stays_on_what_has_it(self, form: ModelForm, session: Session) -> None:
        model = named(session, "camera an ninh to 5")
        models.edit(session.registry, model, {"extra.eyes": "12"})
        eyes = next(one for one in session.registry.lists.extras.values() if one.key == "eyes")
        lists.retire(session.registry, eyes)

        form.show_row(model)
        assert form.fields.one("extra.eyes") == "12"
        form.show_row(named(session, "to lien gia"))
        assert "eyes" not in extras(form)

    def test_a_model_that_is_gone_shows_nothing(self, form: ModelForm) -> None:
        form.show_row(ModelId(999))

        assert form.model is None


class TestSaving:
    def test_what_is_typed_is_saved_as_one_action(self, form: ModelForm, session: Session, qtbot: QtBot) -> None:
        model = named(session, "camera an ninh to 5")
        form.show_row(model)
        type_in(form, name="Camera  an ninh ngõ 7", extra__eyes="1.250", founded_on="2/2020")

        with qtbot.waitSignals([form.saved, session.changed]):
            assert form.save()

        saved = row(session, model)
        assert (saved.name, saved.founded_on, saved.extra["eyes"]) == ("Camera an ninh ngõ 7", "2020-02", "1250")
        assert form.fields.one("name") == "Camera an ninh ngõ 7"
        assert not form.is_dirty
        assert session.undo()
        assert row(session, model).name == "Camera an ninh tổ 5"

    def test_only_what_was_typed_over_is_written(self, form: ModelForm, session: Session) -> None:
        model = named(session, "camera an ninh to 5")
        form.show_row(model)
        type_in(form, aim="Phòng ngừa")
        models.edit(session.registry, model, {"funding": "Xã hội hóa"})

        assert form.save()

        saved = row(session, model)
        assert (saved.aim, saved.funding) == ("Phòng ngừa", "Xã hội hóa")

    def test_problems_stand_at_their_fields_and_nothing_typed_is_lost(self, form: ModelForm, session: Session) -> None:
        form.show_new()
        type_in(form, founded_on="31/02/2026", interval_months="nhiều", aim="Mục đích")

        assert not form.save()

        wrong = {name: form.fields.problem(name) for name in form.fields.typed() if form.fields.problem(name)}
        assert set(wrong) == {"type", "name", "founded_on", "interval_months"}
        assert "31/02/2026" in wrong["founded_on"]
        assert form.fields.one("aim") == "Mục đích"
        assert form.fields.currentIndex() == 0
        assert form.notice.startswith("Chưa lưu được")
        assert len(ids(session)) == 3

    def test_a_new_model_gets_its_code_and_first_status(self, form: ModelForm, session: Session, qtbot: QtBot) -> None:
        paused = next(one for one in session.registry.lists.statuses.values() if one.kind == "paused")
        new(form, name="Camera chợ", extra__eyes="4", status=str(paused.id), status_on="1/3/2026", status_reason="Hỏng")

        with qtbot.waitSignal(form.saved) as told:
            assert form.save()

        saved = row(session, told.args[0])
        assert saved.code.startswith("CAM-")
        assert (saved.status_kind, saved.status_on, saved.extra) == ("paused", "2026-03-01", {"eyes": "4"})
        assert form.model == saved.id

    def test_marks_on_the_tabs_push_no_tab_out_of_sight(self, form: ModelForm, session: Session, qtbot: QtBot) -> None:
        form.show_row(named(session, "camera an ninh to 5"))
        form.resize(470, 650)
        form.show()
        type_in(form, name="", founded_on="31/02/2020", interval_months="nhiều", ends_on="31/02/2020")
        for name in ("aim", "budget"):
            form.fields.say(name, "Sai.")
        tabs = form.fields.tabBar()
        before = tabs.tabRect(tabs.count() - 1).right()

        assert not form.save()

        qtbot.waitUntil(lambda: sum(not tabs.tabIcon(place).isNull() for place in range(tabs.count())) >= 3)
        assert before < tabs.tabRect(tabs.count() - 1).right() < tabs.width()
        assert not [button for button in tabs.findChildren(QToolButton) if button.isVisible()]

    def test_a_first_status_without_its_reason_is_refused_at_the_reason(
        self, form: ModelForm, session: Session
    ) -> None:
        paused = next(one for one in session.registry.lists.statuses.values() if one.kind == "paused")
        new(form, name="Camera chợ", status=str(paused.id))

        assert not form.save()

        assert form.fields.problem("status_reason")

    def test_unknown_names_are_added_to_the_lists_when_the_user_agrees(
        self, form: ModelForm, session: Session, asked: Asked
    ) -> None:
        new(form, name="Camera chợ", areas=("Tổ dân phố 5", "Xóm Mới"), lead="Ban  Quản lý chợ X")
        asked.will(True)

        assert form.save()

        assert "Xóm Mới" in asked.texts[0]
        assert "Tổ dân phố 5" not in asked.texts[0]
        assert "Xóm Mới" in {area.name for area in session.registry.lists.areas.values()}
        assert row(session, form.model or ModelId(0)).lead == "Ban Quản lý chợ X"

    def test_unknown_names_are_marked_when_the_user_looks_again(
        self, form: ModelForm, session: Session, asked: Asked
    ) -> None:
        new(form, name="Camera chợ", areas=("Xóm Mới",))
        asked.will(False)

        assert not form.save()

        assert "Xóm Mới" in form.fields.problem("areas")
        assert form.fields.one("areas") == ("Xóm Mới",)
        assert len(ids(session)) == 3

    def test_a_name_too_long_for_a_list_is_told_at_its_field(self, form: ModelForm) -> None:
        new(form, name="Camera chợ", lead="đ" * 301)

        assert not form.save()

        assert "300" in form.fields.problem("lead")

    def test_a_warning_is_shown_after_the_save(self, form: ModelForm, session: Session) -> None:
        new(form, name="Camera an ninh tổ 5")

        assert form.save()

        assert "CAM-2020-001" in form.notice

    def test_save_and_new_begins_another_model_of_the_same_type(self, form: ModelForm, session: Session) -> None:
        new(form, name="Camera chợ")

        assert form.save_and_new()

        assert form.model is None
        assert not form.is_dirty
        assert (form.fields.one("type"), form.fields.one("name")) == ("Camera an ninh", "")
        assert len(ids(session)) == 4

    def test_a_duplicate_is_saved_with_all_it_took_over(self, form: ModelForm, session: Session) -> None:
        one = named(session, "camera an ninh to 5")
        models.edit(session.registry, one, {"extra.eyes": "12"})
        form.show_new(models.duplicate(session.registry, one))
        type_in(form, name="Camera an ninh tổ 6")

        assert form.save()

        copy = row(session, form.model or ModelId(0))
        assert (copy.areas, copy.extra, copy.founded_on) == (("Tổ dân phố 5",), {"eyes": "12"}, None)


class TestTypes:
    def test_another_type_has_other_extra_fields(self, form: ModelForm) -> None:
        form.show_new()

        choose_type(form, "camera an ninh")
        cameras = extras(form)
        choose_type(form, "Tiếng kẻng an ninh")

        assert "eyes" in cameras
        assert "eyes" not in extras(form)

    def test_what_was_typed_in_extra_fields_comes_back_with_their_type(self, form: ModelForm) -> None:
        new(form, extra__eyes="12")

        choose_type(form, "Tiếng kẻng an ninh")
        choose_type(form, "Camera an ninh")

        assert form.fields.one("extra.eyes") == "12"

    def test_a_model_that_gets_another_type_keeps_no_extra_value_of_the_old(
        self, form: ModelForm, session: Session
    ) -> None:
        model = named(session, "camera an ninh to 5")
        models.edit(session.registry, model, {"extra.eyes": "12"})
        form.show_row(model)
        choose_type(form, "Tiếng kẻng an ninh")

        assert form.save()

        assert (row(session, model).type, row(session, model).extra) == ("Tiếng kẻng an ninh", {})
        assert row(session, model).code == "CAM-2020-001"

    def test_the_interval_of_the_type_is_hinted_at(self, form: ModelForm) -> None:
        new(form)

        assert form.fields.interval_hint == "theo loại: 6"


class TestLeaving:
    @pytest.fixture
    def dirty(self, form: ModelForm, session: Session) -> ModelForm:
        form.show_row(named(session, "camera an ninh to 5"))
        type_in(form, name="Khác")
        return form

    def test_unsaved_work_is_asked_about_once(self, dirty: ModelForm, asked: Asked) -> None:
        asked.will("stay")

        assert not dirty.may_leave()

        assert dirty.fields.one("name") == "Khác"
        assert len(asked.said) == 1

    def test_unsaved_work_is_saved_or_given_up_as_the_user_says(
        self, dirty: ModelForm, session: Session, asked: Asked
    ) -> None:
        asked.will("discard")
        assert dirty.may_leave()
        assert dirty.fields.one("name") == "Camera an ninh tổ 5"

        type_in(dirty, name="Khác")
        asked.will("save")
        assert dirty.may_leave()
        assert row(session, dirty.model or ModelId(0)).name == "Khác"

    def test_leaving_stops_when_the_save_is_refused(self, dirty: ModelForm, asked: Asked) -> None:
        type_in(dirty, name="")
        asked.will("save")

        assert not dirty.may_leave()

    def test_typing_and_taking_it_back_leaves_nothing_unsaved(self, dirty: ModelForm, qtbot: QtBot) -> None:
        with qtbot.waitSignal(dirty.dirty_changed) as told:
            type_in(dirty, name="Camera an ninh tổ 5")

        assert told.args == [False]


class TestFollowing:
    def test_a_change_elsewhere_is_shown_at_once(self, form: ModelForm, session: Session) -> None:
        model = named(session, "camera an ninh to 5")
        form.show_row(model)

        models.edit(session.registry, model, {"name": "Tên mới", "extra.eyes": "9"})

        assert (form.fields.one("name"), form.fields.one("extra.eyes")) == ("Tên mới", "9")
        assert not form.is_dirty

    def test_a_change_elsewhere_never_overwrites_what_is_typed(self, form: ModelForm, session: Session) -> None:
        model = named(session, "camera an ninh to 5")
        form.show_row(model)
        type_in(form, name="Đang nhập", extra__eyes="7")

        models.edit(session.registry, model, {"name": "Tên mới", "aim": "Mục đích", "extra.eyes": "9"})

        shown = form.fields.typed()
        assert (shown["name"], shown["aim"], shown["extra.eyes"]) == ("Đang nhập", "Mục đích", "7")
        assert form.is_dirty

    def test_a_review_recorded_elsewhere_reaches_the_head(self, form: ModelForm, session: Session) -> None:
        model = named(session, "camera an ninh to 5")
        form.show_row(model)
        type_in(form, aim="Đang nhập")

        reviewing.mark_reviewed(session.registry, [model], Review(on="2026-01-05"))

        assert "31/07/2026" in form.header.texts[2]
        assert form.fields.one("aim") == "Đang nhập"

    def test_an_undo_of_the_model_keeps_what_is_typed(self, form: ModelForm, session: Session) -> None:
        model = add(session, name="Camera chợ", type="camera an ninh")
        form.show_row(model)
        type_in(form, aim="Đang nhập")

        session.undo()

        assert form.fields.one("aim") == "Đang nhập"
        assert "không còn trong sổ" in form.notice

    def test_a_field_declared_meanwhile_appears(self, form: ModelForm, session: Session) -> None:
        form.show_row(named(session, "camera an ninh to 5"))
        type_in(form, extra__eyes="7")
        of = next(one.id for one in session.registry.lists.types.values() if one.code == "CAM")

        lists.save_entry(session.registry, ExtraField(type_id=TypeId(of), key="poles", name="Số cột", kind="number"))

        assert "poles" in extras(form)
        assert form.fields.one("extra.eyes") == "7"

    def test_a_closed_register_leaves_nothing_behind(self, form: ModelForm, session: Session) -> None:
        form.show_row(ids(session)[0])

        session.close()

        assert form.model is None


class TestLocked:
    def test_a_model_in_the_trash_can_be_read_only(self, form: ModelForm, session: Session) -> None:
        model = named(session, "camera an ninh to 5")
        models.trash(session.registry, [model])

        form.show_row(model)

        assert not form.fields.writable
        assert "thùng rác" in form.header.texts[1]

    def test_a_register_open_for_reading_locks_the_form(self, form: ModelForm, session: Session, qtbot: QtBot) -> None:
        reader = Session()
        reader.adopt(Registry.open(session.registry.path, read_only=True))
        other = ModelForm(reader)
        qtbot.addWidget(other)

        other.show_row(ids(reader)[0])
        QTest.keyClick(other.fields.main["name"].control, Qt.Key.Key_X)

        assert not other.fields.writable
        assert not other.is_dirty
        assert not other.save()
        reader.close()

    def test_the_form_is_free_again_after_it_was_locked(self, form: ModelForm, session: Session) -> None:
        model = named(session, "camera an ninh to 5")
        models.trash(session.registry, [model])
        form.show_row(model)

        models.untrash(session.registry, [model])

        assert form.fields.writable


def test_what_is_wrong_is_said_when_a_field_is_left(form: ModelForm, session: Session) -> None:
    form.show_row(named(session, "camera an ninh to 5"))
    type_in(form, founded_on="32/01/2020")

    form.fields.committed.emit("founded_on")

    assert "32/01/2020" in form.fields.problem("founded_on")
