"""One cell of the list edited in its place: the field's own editor over the cell, saved by the same operation and rules
as the form; what was refused stays to be mended."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from registry_app.domain import kinds
from registry_app.domain.entries import ExtraField, Lists
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.fields import EXTRA, Field
from registry_app.domain.ids import ExtraId, ModelId
from registry_app.domain.kinds import BadValue
from registry_app.domain.model import LocalModel
from registry_app.domain.words import _, n_
from registry_app.operations import models
from registry_app.operations.typed import unknown_names
from registry_app.ui import ask
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.editor import Editor, Typed
from registry_app.ui.widgets.marked_label import MarkedLabel

from .columns import Column
from .editors import editor_for, extra_editor
from .list_view import ModelListView
from .values import extra_typed, for_operations, typed_of

Told = Callable[[models.Saved], None]
LEAST_WIDTH = 190
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
NOT_HERE = ("code", "type")
"""The code is given once; another type has other extra fields, which the form shows."""


def fits_a_cell(field: Field) -> bool:
    """Whether ``field`` can be edited in the list: one value that a clerk fills in, and no long text."""
    if field.name.startswith(EXTRA):
        return True
    return bool(field.page) and field.name not in NOT_HERE and not field.many and field.kind is not kinds.LONG


def start(view: ModelListView, session: Session, told: Told = lambda _saved: None) -> "InlineEdit | None":
    """Edit the current cell of ``view``; None where it cannot be edited here. ``told`` hears of each save."""
    model = view.current
    if model is None or session.registry.read_only:
        return None
    return _edit(view, session, model, view.current_column, told)


def _edit(view: ModelListView, session: Session, model: ModelId, column: Column, told: Told) -> "InlineEdit | None":
    if not fits_a_cell(column.of):
        return None
    base, lists = session.registry.models.one(model), session.registry.lists
    extra = _extra(base, column.field, lists)
    if column.field.startswith(EXTRA) and extra is None:
        return None
    ward = session.registry.settings.ward()
    editor = extra_editor(extra) if extra else editor_for(column.of, lists, ward)
    shown = _shown(base, column.field, extra, lists)
    made = InlineEdit(view, session, base, column, editor, shown)
    made.stepped.connect(lambda step: _step(view, session, model, column, step, told))
    made.saved.connect(told)
    made.begin()
    return made


def _shown(base: LocalModel, field: str, extra: ExtraField | None, lists: Lists) -> Typed:
    if extra is None:
        return typed_of(base, lists)[field]
    return extra_typed(extra, base.extra.get(ExtraId(extra.id), ""))


def _extra(base: LocalModel, field: str, lists: Lists) -> ExtraField | None:
    """The extra field that a model of this type has under that name."""
    return next((one for one in lists.extras_of(base.type_id) if f"{EXTRA}{one.key}" == field), None)


def _step(view: ModelListView, session: Session, model: ModelId, column: Column, step: int, told: Told) -> None:
    """Go on with the next cell of the same row that can be edited."""
    if not view.go_to_cell(model, column.field):
        return
    names = [one.field for one in view.columns]
    place = names.index(column.field) + step
    while 0 <= place < len(names):
        if view.go_to_cell(model, names[place]) and _edit(view, session, model, view.current_column, told):
            return
        place += step
    view.go_to_cell(model, column.field)


class InlineEdit(QFrame):
    """Lies over its cell until it was saved or given up. Enter and leaving save, Escape gives up, Tab saves and goes on
    with the next cell."""

    stepped = Signal(int)
    """Saved or unchanged, and the cell so many to the right is wanted."""
    saved = Signal(object)
    """models.Saved, when something was written."""

    def __init__(
        self, view: ModelListView, session: Session, base: LocalModel, column: Column, editor: Editor, shown: Typed
    ) -> None:
        super().__init__(view.viewport())
        self._view, self._session, self._base, self._column = view, session, base, column
        self._editor, self._busy, self._ended = editor, False, False
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self._problem = MarkedLabel()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(2)
        rows.addWidget(editor)
        rows.addWidget(self._problem)
        editor.fill(shown)
        self._shown = editor.typed()
        editor.refused.connect(self._say)
        name = _("{column} of {model}").format(column=str(column), model=base.name)
        editor.control.setAccessibleName(name)

    @property
    def editor(self) -> Editor:
        """The editor of the field."""
        return self._editor

    @property
    def problem(self) -> str:
        """Why it was not saved; "" for nothing."""
        return self._problem.text

    def begin(self) -> None:
        """Take place and keyboard."""
        for widget in (self._editor, *self._editor.findChildren(QWidget)):
            widget.installEventFilter(self)
        self._view.editing = self
        self._place()
        self.show()
        self._editor.control.setFocus(Qt.FocusReason.OtherFocusReason)
        control = self._editor.control
        text = control.lineEdit() if isinstance(control, QComboBox) else control
        if isinstance(text, QLineEdit | QPlainTextEdit):
            text.selectAll()
        for bar in (self._view.verticalScrollBar(), self._view.horizontalScrollBar()):
            bar.valueChanged.connect(self._place)
        self._view.model().modelReset.connect(self._place)
        self._session.closing.connect(self._end)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def event(self, event: QEvent) -> bool:
        """The editor grew with what is typed, or has a problem to tell: more room for it."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return done

    def give_up(self) -> None:
        """Leave the cell as it was."""
        self._end()
        self._view.setFocus()

    def save(self) -> bool:
        """Write what is typed; False when it was refused and says so."""
        typed = self._editor.typed()
        if typed == self._shown:
            self._end()
            return True
        self._busy = True
        try:
            done = self._written({self._column.field: for_operations(self._column.field, typed)})
        except Refused as refused:
            self._tell(refused.problems)
            return False
        finally:
            self._busy = False
        if done is None:
            return False
        self._end()
        self.saved.emit(done)
        return True

    def _written(self, typed: dict[str, Typed]) -> models.Saved | None:
        create = self._agreed(typed)
        if create is None:
            return None
        return self._session.run(models.edit, self._base.id, typed, create=create)

    def _agreed(self, typed: dict[str, Typed]) -> bool | None:
        """Whether a new name is to be added to its list; None to look again."""
        try:
            found = unknown_names(typed, self._session.registry.lists)
        except BadValue as wrong:
            raise Refused([Problem(self._column.field, wrong.text, wrong.values)]) from None
        names = [name for many in found.values() for name in many]
        if not names:
            return False
        text = n_(
            "This name is not in the lists yet:\n\n{names}\n\nAdd it to the list and save?",
            "These names are not in the lists yet:\n\n{names}\n\nAdd them to the lists and save?",
            len(names),
        ).format(names=f"• {self._column}: {'; '.join(names)}")
        return True if ask.confirm(self, text, yes=_("&Add and save"), no=_("&Look again")) else None

    def _tell(self, problems: Sequence[Problem]) -> None:
        self._say("\n".join(str(problem) for problem in problems))

    def _say(self, text: str) -> None:
        self._problem.say(text, marks.PROBLEM)
        self._editor.control.setAccessibleDescription(text)
        self._place()

    def _place(self) -> None:
        """Over the cell; what is wrong below it, or above where there is no room."""
        index = self._view.cell(self._base.id, self._column.field)
        if self._ended or not index.isValid():
            return
        cell, room = self._view.visualRect(index), self._view.viewport().rect()
        width = min(max(cell.width(), LEAST_WIDTH, self._editor.minimumSizeHint().width() + 4), room.width())
        high = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        left = max(0, min(cell.left(), room.width() - width))
        top = cell.center().y() - min(self._editor.sizeHint().height() + 4, high) // 2
        self.setGeometry(QRect(left, max(0, min(top, room.height() - high)), width, high))
        self.raise_()

    def _end(self) -> None:
        if not self._ended:
            self._ended = True
            self._view.editing = None
            self.hide()
            self.deleteLater()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The user went elsewhere in the window: save."""
        if self._ended or self._busy or new is None or self.isAncestorOf(new) or new.window() is not self.window():
            return
        if QApplication.activePopupWidget() is None:
            self.save()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that end it; popups take their own before."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.give_up()
        elif key in ENTER:
            if self.save():
                self._view.setFocus()
        elif key in STEPS:
            if self.save():
                self._view.setFocus()
                self.stepped.emit(STEPS[key])
        else:
            return super().eventFilter(watched, event)
        return True
