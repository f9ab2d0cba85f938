"""The form of one row of the inside: shows it, takes what is typed, saves it; keeps every typed letter until it is
saved or given up by name."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from registry_app.domain.errors import NotFound, Problem, Refused
from registry_app.domain.search import Moment
from registry_app.domain.words import _
from registry_app.operations import inside
from registry_app.operations.inside import Kept
from registry_app.store.history import Changes
from registry_app.ui.draft import Draft
from registry_app.ui.record_form import RecordForm
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.editor import Typed, one_text
from registry_app.ui.widgets.linked import number_of

from .declared import Declared
from .form_fields import NounFields
from .form_header import NounHeader
from .form_records import records_of
from .head import CHOSEN, brought
from .records_tab import FormRecords
from .told import told
from .values import to_save, typed_of


class NounForm(RecordForm):
    """The caller asks ``may_leave`` before it shows another row."""

    saved = Signal(int)
    """The row's number, after the register has it on the disk."""
    row_wanted = Signal(str, int)
    """The user wants to see a row of another noun: the noun and the number. Of a team: its window with the members."""

    def __init__(self, session: Session, declared: Declared) -> None:
        super().__init__(_("Choose a row in the list, or add a new one."))
        self.setProperty("guide", declared.guide)
        self._session, self._declared = session, declared
        self._moment: Moment | None = None
        self._filling = self._saving = False
        self._make_body()
        session.changed.connect(self._follow)
        session.closing.connect(lambda: self.show_row(None))

    def _make_body(self) -> None:
        button = None
        if self._declared.noun == "team":
            button = QPushButton(_("Open the t&eam…"))
            button.clicked.connect(lambda: self.row_wanted.emit("team", self.number or 0))
        self.header = NounHeader(self._declared, button)
        self.fields = NounFields(self._session, self._declared)
        self.records: tuple[FormRecords, ...] = records_of(self._declared.noun, self._session, self.fields)
        for one in self.records:
            one.row_wanted.connect(self.row_wanted)
        self.fields.edited.connect(self._edited)
        self.fields.committed.connect(self._committed)
        self._body = QWidget()
        rows = QVBoxLayout(self._body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.header)
        rows.addWidget(self.fields, 1)
        rows.addWidget(self._foot)
        self._stack.addWidget(self._body)

    # -- showing ---------------------------------------------------------------------------------------------------

    def look_at(self, moment: Moment) -> None:
        """Show facts of the day of ``moment``; of another day than today they are only read."""
        self._moment = moment
        if self._draft is not None:
            self._show_facts()

    def show_new(self, base: Any = None) -> None:
        """Show a row that is not in the register yet, like ``base``, with the cursor where typing begins."""
        self._show(base or self._declared.of.value())
        self.fields.go_to_first()

    # -- saving ----------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save what is typed; False when it was refused (each problem stands at its field) or there is nothing."""
        draft = self._draft
        if draft is None or not self.writable:
            return False
        if not draft.is_new and not draft.is_dirty:
            return True
        self.fields.clear_problems()
        self._foot.say("")
        self._saving = True
        try:
            texts, links = to_save(self._declared, draft, self.fields.typed())
            noun, number = self._declared.noun, int(draft.base.id)
            kept = self._session.run(lambda registry: inside.save(registry, noun, number, texts, **links))
        except Refused as refused:
            self._show_problems(refused.problems)
            return False
        finally:
            self._saving = False
        if kept is None:
            return False
        self._after(kept)
        return True

    def _after(self, kept: Kept) -> None:
        self.show_row(kept.id)
        said = _("{code} is saved.").format(code=kept.code) if kept.code else _("It is saved.")
        if kept.warnings:
            warned = " ".join(str(warning) for warning in kept.warnings)
            said = _("{saved} Please check: {warnings}").format(saved=said, warnings=warned)
        self._foot.say(said, marks.NOTICE if kept.warnings else marks.DONE)
        self.saved.emit(kept.id)

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        elsewhere = [str(one) for one in problems if not self.fields.say(one.field, str(one))]
        self._foot.say(" ".join([_("Not saved: please mend what is marked."), *elsewhere]), marks.PROBLEM)
        self.fields.go_to_first_problem()

    # -- inside ----------------------------------------------------------------------------------------------------

    @property
    def writable(self) -> bool:
        """Whether what is shown may be written over."""
        today = self._moment is None or self._moment.on == self._session.moment.on
        return self._session.is_open and not self._session.registry.read_only and today

    def _show(self, base: Any) -> None:
        lists = self._session.registry.lists
        self._draft = Draft(base)
        self._filling = True
        self.fields.offer(lists)
        self.fields.clear_problems()
        self.fields.fill(typed_of(self._declared, base, lists))
        self._filling = False
        self._draft.start(self.fields.typed())
        self._foot.say("")
        self._stack.setCurrentWidget(self._body)
        self._show_facts()
        self._tell_dirty()

    def _show_facts(self) -> None:
        """Show what the register reckons; lock what may not be written."""
        at, writable = self._moment or self._session.moment, self.writable
        if self.number is None:
            self.header.show_new()
        else:
            for row in self._session.registry.inside.of(self._declared.noun).window([self.number], at):
                self.header.show_row(row)
        self.fields.lock(not writable)
        self._foot.setVisible(writable)
        for one in self.records:
            one.show_for(self.number, at, writable=writable)

    def _follow(self, changes: Changes) -> None:
        """Something changed in the register: show it, but never over what is being typed."""
        draft = self._draft
        if draft is None or self._saving or not changes:
            return
        self.fields.offer(self._session.registry.lists)
        if draft.is_new:
            return
        try:
            base = self._session.registry.inside.of(self._declared.noun).one(int(draft.base.id))
        except NotFound:
            self._lost()
            return
        held = typed_of(self._declared, base, self._session.registry.lists)
        draft.base = base
        self._filling = True
        self.fields.fill({name: value for name, value in held.items() if not draft.is_changed(name)})
        self._filling = False
        draft.follow(held, self.fields.typed())
        self._show_facts()
        self._tell_dirty()

    def _lost(self) -> None:
        """The row is no longer in the register: an undo took it back."""
        if not self.is_dirty:
            self.show_row(None)
            return
        self._foot.say(_("This row is no longer in the register; what is typed here stays."), marks.PROBLEM)

    def _edited(self, name: str) -> None:
        if self._filling or self._draft is None:
            return
        typed: Typed = self.fields.one(name)
        self._draft.note(name, typed)
        self._tell_dirty()

    def _committed(self, name: str) -> None:
        """The user left a field or chose from it: a person who was chosen fills in what is blank."""
        noun = self._declared.noun
        if self._draft is not None and not self._filling and self.writable:
            self.fields.fill(told(noun, name, self.fields.typed()))
        number = number_of(one_text(self.fields.one(name))) if name == CHOSEN.get(noun) else None
        if number is not None and self._draft is not None and not self._filling:
            self.fields.fill(brought(self._session.registry, noun, number, self.fields.typed()))

    def _name(self) -> str:
        title = self._declared.title
        typed = one_text(self.fields.one(title if title != "title" else "name")).strip()
        return typed or _(self._declared.unnamed)

    def _read(self, number: int) -> Any:
        try:
            return self._session.registry.inside.of(self._declared.noun).one(number)
        except NotFound:
            return None

    def _next_to(self, base: Any) -> Any:
        """Hanging on the same others."""
        links = (link.column for link in self._declared.links if link.required)
        kept = {column: getattr(base, column) for column in (*links, *self._declared.keeps)}
        return self._declared.of.value(**kept)

    def _show_unsaved(self, unsaved: bool) -> None:
        self.header.show_unsaved(unsaved)
