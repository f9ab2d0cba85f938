"""The form of one model: shows it, takes what is typed, saves it; keeps every typed letter until it is saved or given
up by name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from registry_app.domain.errors import NotFound, Problem, Refused
from registry_app.domain.ids import ModelId
from registry_app.domain.model import LocalModel
from registry_app.domain.words import _
from registry_app.operations.details import Details, details
from registry_app.operations.models import Saved
from registry_app.store.history import Changes
from registry_app.ui.draft import Draft
from registry_app.ui.record_form import RecordForm
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.editor import one_text

from . import first_status
from .extras import Extras
from .form_fields import FormFields
from .form_header import FormHeader
from .form_records import FormRecords
from .saving import tell, written
from .values import extras_typed, typed_of


class ModelForm(RecordForm):
    """The caller asks ``may_leave`` before it shows another model."""

    saved = Signal(object)
    """The ModelId, after the register has it on the disk."""
    _draft: Draft[LocalModel] | None

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(_("Choose a model in the list, or add a new one."), parent)
        self.setProperty("guide", "add")
        self._session = session
        self._filling = self._saving = False
        self._header = FormHeader()
        self._body: QWidget | None = None
        session.changed.connect(self._follow)
        session.closing.connect(self._let_go)

    # -- showing ---------------------------------------------------------------------------------------------------

    @property
    def model(self) -> ModelId | None:
        """The model shown; None when none is, or a new one."""
        return None if self.number is None else ModelId(self.number)

    @property
    def header(self) -> FormHeader:
        """The head of the form."""
        return self._header

    @property
    def fields(self) -> FormFields:
        """The pages of the form; they are made when the first model is shown."""
        if self._body is None:
            self._make_body()
        return self._fields

    def show_new(self, base: LocalModel | None = None) -> None:
        """Show a model that is not in the register yet, like ``base``, with the cursor where typing begins."""
        self._show(base or LocalModel())
        self.fields.go_to("name" if base and base.type_id else "type")

    # -- saving ----------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save what is typed; False when it was refused (each problem stands at its field) or there is nothing."""
        draft = self._draft
        if draft is None or not self._writable():
            return False
        if not draft.is_new and not draft.is_dirty:
            return True
        self._follow_type()
        self.fields.clear_problems()
        self._foot.say("")
        self._saving = True
        try:
            saved = written(self._session, draft, self.fields)
        except Refused as refused:
            self._show_problems(refused.problems)
            return False
        finally:
            self._saving = False
        if saved is None:
            return False
        self._after(saved)
        return True

    def _after(self, saved: Saved) -> None:
        self.show_row(saved.ids[0])
        if saved.warnings:
            warned = " ".join(str(warning) for warning in saved.warnings)
            self._foot.say(_("{code} is saved. Please check: {warnings}").format(code=saved.codes[0], warnings=warned))
        else:
            self._foot.say(_("{code} is saved.").format(code=saved.codes[0]), marks.DONE)
        self.saved.emit(saved.ids[0])

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        elsewhere = tell(problems, self._session.registry.lists, self.fields)
        self._foot.say(" ".join([_("Not saved: please mend what is marked."), *elsewhere]), marks.PROBLEM)
        self.fields.go_to_first_problem()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _make_body(self) -> None:
        registry = self._session.registry
        self._fields = FormFields(registry.lists, registry.settings.ward())
        self._records = FormRecords(self._session, self._fields)
        self._extras = Extras(self._fields)
        self._fields.edited.connect(self._edited)
        self._fields.committed.connect(self._committed)
        self._body = QWidget()
        rows = QVBoxLayout(self._body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self._header)
        rows.addWidget(self._fields, 1)
        rows.addWidget(self._foot)
        self._stack.addWidget(self._body)

    def _show(self, base: LocalModel) -> None:
        lists, ward, fields = self._session.registry.lists, self._session.registry.settings.ward(), self.fields
        self._draft = Draft(base)
        self._extras.forget()
        self._filling = True
        fields.offer(lists, ward)
        fields.clear_problems()
        fields.fill(typed_of(base, lists))
        self._extras.show(base, lists, kept=())
        fields.show_first_status(not base.id)
        first_status.fill(fields.main, lists, ward)
        self._filling = False
        self._draft.start(fields.typed())
        self._foot.say("")
        if self._stack.currentWidget() is not self._body:
            self._stack.setCurrentWidget(self._body)  # type: ignore[arg-type]
        self._show_details()
        self._tell_dirty()

    def _show_details(self) -> None:
        """Show what the register reckons: header, reviews, statuses, history; lock what may not be written."""
        registry = self._session.registry
        found: Details | None = None
        if self.model is not None:
            found = details(registry, self.model, self._session.moment)
            self._header.show_details(found)
        else:
            self._header.show_new()
        writable = self._writable(found)
        self.fields.lock(not writable)
        self._records.show(found, registry.lists, writable=writable)
        self._foot.setVisible(writable)

    def _writable(self, found: Details | None = None) -> bool:
        registry = self._session.registry
        return not registry.read_only and not (found and found.row.trashed_on)

    def _follow(self, changes: Changes) -> None:
        """Something changed in the register: show it, but never over what is being typed."""
        draft = self._draft
        if draft is None or self._saving or not changes:
            return
        registry = self._session.registry
        self.fields.offer(registry.lists, registry.settings.ward())
        if draft.is_new:
            return
        try:
            base = registry.models.one(draft.base.id)
        except NotFound:
            self._lost()
            return
        self._merge(draft, base)
        self._show_details()
        self._tell_dirty()

    def _let_go(self) -> None:
        self.show_row(None)

    def _merge(self, draft: Draft[LocalModel], base: LocalModel) -> None:
        lists, fields = self._session.registry.lists, self.fields
        held = {**typed_of(base, lists), **extras_typed(base, lists)}
        draft.base = base
        self._filling = True
        fields.fill({name: value for name, value in held.items() if not draft.is_changed(name)})
        self._extras.show(base, lists, kept=[name for name in self._extras.names if draft.is_changed(name)])
        self._filling = False
        typed = {name: value for name, value in fields.typed().items() if name not in first_status.NAMES}
        draft.follow({name: held.get(name, "") for name in typed}, typed)

    def _lost(self) -> None:
        """The model is no longer in the register: an undo took it back."""
        if not self.is_dirty:
            self.show_row(None)
            return
        self._foot.say(_("This model is no longer in the register; what is typed here stays."), marks.PROBLEM)

    def _edited(self, name: str) -> None:
        if self._filling or self._draft is None:
            return
        self._draft.note(name, self.fields.one(name))
        self._tell_dirty()

    def _committed(self, name: str) -> None:
        """The user left a field: say at once what is wrong with it; another type has other extra fields."""
        if self._filling or self._draft is None:
            return
        if name == "type":
            self._follow_type()
        wrong = self._extras.wrong(name) if self._draft.is_changed(name) else ""
        if wrong:
            self.fields.say(name, wrong)

    def _follow_type(self) -> None:
        """Show the extra fields of the type that is typed now."""
        draft = self._draft
        if draft is None:
            return
        self._filling = True
        self._extras.show(draft.base, self._session.registry.lists, kept=self._extras.names)
        self._filling = False
        for name, value in self.fields.typed().items():
            draft.note(name, value)
        self._tell_dirty()

    def _name(self) -> str:
        typed = one_text(self.fields.one("name")).strip()
        return typed or _("New model")

    def _read(self, number: int) -> LocalModel | None:
        try:
            return self._session.registry.models.one(ModelId(number))
        except NotFound:
            return None

    def _next_to(self, base: LocalModel) -> LocalModel:
        """Of the same type."""
        return LocalModel(type_id=base.type_id, kind=base.kind)

    def _show_unsaved(self, unsaved: bool) -> None:
        self._header.show_unsaved(unsaved)
