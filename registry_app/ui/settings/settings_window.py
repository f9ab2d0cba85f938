"""The settings: pages at the left, the chosen page at the right; all of them are saved together."""

from collections.abc import Callable, Sequence
from typing import Concatenate, ParamSpec, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from registry_app.domain.errors import Refused
from registry_app.domain.ids import TypeId
from registry_app.domain.words import N_, _
from registry_app.operations import files, reviewing
from registry_app.store.registry import Registry
from registry_app.ui import ask
from registry_app.ui.choices import Choices
from registry_app.ui.keys import Keyed
from registry_app.ui.lists.interval_preview import IntervalPreview
from registry_app.ui.schedule.dates_preview import DatesPreview
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose

from .computer_page import ComputerPage
from .grades_page import GradesPage
from .holidays_page import HolidaysPage
from .intervals_page import IntervalsPage
from .keys_page import KeysPage
from .outdated_page import OutdatedPage
from .page import SettingsPage
from .schedule_page import SchedulePage
from .ward_page import WardPage

P = ParamSpec("P")
T = TypeVar("T")
TITLES = {
    "ward": N_("The ward"),
    "intervals": N_("Review intervals"),
    "schedule": N_("Due dates and summaries"),
    "holidays": N_("Holidays"),
    "grades": N_("Grades"),
    "outdated": N_("Outdated"),
    "computer": N_("This computer"),
    "keys": N_("Shortcuts"),
}
WITH_USER = ("computer", "keys")
IN_REGISTER = N_("Kept in the register “{name}”: it holds for everyone who opens it.")
BESIDE_USER = N_("Kept with you on this computer: it holds for every register that you open here.")
PAGE = Qt.ItemDataRole.UserRole
LETTERS_WIDE, LINES_HIGH = 140, 36
ROOM = 8


class SettingsWindow(QDialog):
    """Without an open register only what is kept with the user is shown."""

    def __init__(
        self, session: Session, choices: Choices, commands: Sequence[Keyed], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("guide", "settings")
        self.setWindowTitle(_("Settings"))
        self._session, self._choices = session, choices
        self.computer, self.keys = ComputerPage(choices.now), KeysPage(commands, choices.now.shortcuts)
        self._of_register: dict[str, SettingsPage] = self._register_pages() if session.is_open else {}
        self._pages: dict[str, SettingsPage] = {**self._of_register, "computer": self.computer, "keys": self.keys}
        self._names = QListWidget()
        self._stack = QStackedWidget()
        self._notice = MarkedLabel()
        self._buttons = QDialogButtonBox()
        self.save_button = self._buttons.addButton(_("&Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel_button = self._buttons.addButton(_("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.save_button.setDefault(True)
        self._fill()
        self._lay_out()
        self._buttons.accepted.connect(self.save)
        self._buttons.rejected.connect(self.reject)
        self._names.currentItemChanged.connect(self._turn_to)
        if session.is_open and session.registry.read_only:
            self._lock()

    @classmethod
    def edit(
        cls,
        session: Session,
        choices: Choices,
        commands: Sequence[Keyed],
        parent: QWidget | None = None,
        *,
        page: str = "ward",
    ) -> None:
        """Show the settings at ``page`` (a key of TITLES) until they are saved or left as they are."""
        window = cls(session, choices, commands, parent)
        window.turn_to(page)
        window.exec()
        window.deleteLater()

    # -- parts -----------------------------------------------------------------------------------------------------

    def _register_pages(self) -> dict[str, SettingsPage]:
        registry = self._session.registry
        self._ward = registry.settings.ward()
        self.ward = WardPage(self._ward)
        self.intervals = IntervalsPage(tuple(registry.lists.types.values()))
        self.schedule = SchedulePage(self._ward)
        self.holidays = HolidaysPage(self._ward.holidays)
        self.grades = GradesPage(self._session)
        grades = tuple(registry.lists.grades.values())
        self.outdated = OutdatedPage(self._ward.outdated, self._ward.weak_rank, grades)
        return {
            "ward": self.ward,
            "intervals": self.intervals,
            "schedule": self.schedule,
            "holidays": self.holidays,
            "grades": self.grades,
            "outdated": self.outdated,
        }

    def _fill(self) -> None:
        self._names.setAccessibleName(_("Pages of the settings"))
        name = self._session.registry.path.name if self._session.is_open else ""
        for heading, places in ((_("In the register"), self._of_register), (_("With you"), WITH_USER)):
            if places:
                self._add_heading(heading)
            for key in places:
                about = _(BESIDE_USER) if key in WITH_USER else _(IN_REGISTER).format(name=name)
                item = QListWidgetItem("   " + _(TITLES[key]), self._names)
                item.setData(PAGE, key)
                item.setSizeHint(self._room_of(item))
                self._stack.addWidget(_framed(_(TITLES[key]), about, self._pages[key]))

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text, self._names)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        item.setSizeHint(self._room_of(item))

    def _room_of(self, item: QListWidgetItem) -> QSize:
        letters = QFontMetrics(item.font()) if item.font().bold() else self.fontMetrics()
        return QSize(letters.horizontalAdvance(item.text()) + ROOM, letters.height() + ROOM)

    def _lay_out(self) -> None:
        self._names.setSpacing(2)
        self._names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._names.setFixedWidth(self._names.sizeHintForColumn(0) + 28)
        sides = QHBoxLayout()
        sides.addWidget(self._names)
        sides.addWidget(self._stack, 1)
        rows = QVBoxLayout(self)
        rows.addLayout(sides, 1)
        rows.addWidget(self._notice)
        rows.addWidget(self._buttons)
        letters, room = self.fontMetrics(), self.screen().availableGeometry()
        wide, high = letters.averageCharWidth() * LETTERS_WIDE, letters.height() * LINES_HIGH
        self.resize(min(wide, room.width() - 40), min(high, room.height() - 60))

    def _lock(self) -> None:
        for page in self._of_register.values():
            page.lock()
        self._notice.say(self._session.registry.read_only_notice, marks.LOCKED)

    # -- pages -----------------------------------------------------------------------------------------------------

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return list(self._pages)[self._stack.currentIndex()]

    def turn_to(self, page: str) -> None:
        """Show ``page``; while no register is open, the first that there is."""
        wanted = page if page in self._pages else next(iter(self._pages))
        for row in range(self._names.count()):
            if self._names.item(row).data(PAGE) == wanted:
                self._names.setCurrentRow(row)

    def _turn_to(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(PAGE):
            self._stack.setCurrentIndex(list(self._pages).index(str(item.data(PAGE))))

    @property
    def is_changed(self) -> bool:
        """Whether anything is to be saved."""
        return any(page.is_changed for page in self._pages.values())

    # -- saving ----------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write what was changed and close; stay at the page where something is wrong."""
        if not self._is_read_only:
            self._notice.clear()
            if not self._save_register():
                return
        wanted = self.computer.wanted()
        if self._session.is_open and wanted["who"]:
            self._session.registry.who = wanted["who"]
        self.accept()
        self._choices.change(**wanted, shortcuts=self.keys.wanted())

    def reject(self) -> None:
        """Leave everything as it was, after asking about what was changed."""
        if self.is_changed:
            answer = ask.save_discard_stay(self, _("The settings were changed and not saved."))
            if answer == "save":
                self.save()
            if answer != "discard":
                return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field or a table is no reason to save and close; Ctrl+Enter is."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()

    @property
    def _is_read_only(self) -> bool:
        return not self._session.is_open or self._session.registry.read_only

    def _save_register(self) -> bool:
        """Write what is kept in the register; False when it was refused or looked at again."""
        try:
            ward = self._asked("ward", self.ward.wanted)
            ward = self._asked("schedule", lambda: self.schedule.wanted(ward))
            months = self._asked("intervals", self.intervals.wanted)
            holidays = self._asked("holidays", self.holidays.wanted)
            outdated, weak_rank = self._asked("outdated", self.outdated.wanted)
        except Refused:
            return False
        for type_id, interval in months.items():
            if not IntervalPreview.agreed(self._session, type_id, interval, self):
                self.turn_to("intervals")
                return False
        if not DatesPreview.agreed_for(self._session, replace(ward, holidays=holidays), self):
            self.turn_to("schedule" if self.schedule.is_changed else "holidays")
            return False
        wanted = replace(ward, holidays=holidays, outdated=outdated, weak_rank=weak_rank)
        if wanted != self._ward and not self._done(files.save_ward, wanted):
            return False
        return all(self._changed(type_id, interval) for type_id, interval in months.items())

    def _asked(self, page: str, wanted: Callable[[], T]) -> T:
        """What ``page`` wants; where it is wrong the page says so. Raises Refused."""
        self._pages[page].say("")
        try:
            return wanted()
        except Refused as refused:
            self.turn_to(page)
            self._pages[page].show_problems(refused.problems)
            raise

    def _changed(self, type_id: TypeId, interval: int | None) -> bool:
        return self._done(reviewing.change_interval, type_id, interval)

    def _done(self, operation: Callable[Concatenate[Registry, P], object], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Whether ``operation`` was done; a known problem is said here."""
        with self._session.telling(self._say):
            return self._session.run(operation, *args, **kwargs) is not None

    def _say(self, text: str) -> None:
        self._notice.say(text, marks.PROBLEM)


def _framed(title: str, about: str, page: SettingsPage) -> QWidget:
    """``page`` under its title and where it is kept."""
    frame = QWidget()
    heading = QLabel(title)
    font = heading.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * 1.2)
    heading.setFont(font)
    rows = QVBoxLayout(frame)
    rows.setContentsMargins(8, 0, 0, 0)
    rows.addWidget(heading)
    rows.addWidget(Prose(about))
    rows.addWidget(page, 1)
    return frame
