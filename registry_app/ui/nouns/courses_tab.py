"""The courses that a person has taken, and when they were wounded on duty."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from registry_app.domain.dates import show_date
from registry_app.domain.membership import Course
from registry_app.domain.search import Moment
from registry_app.domain.words import _
from registry_app.operations import courses
from registry_app.ui.session import Session
from registry_app.ui.widgets.records import Heading, Record, RecordTable

from .injuries_part import InjuriesPart
from .records_tab import FormRecords

EDGE = 6


class CoursesTab(FormRecords):
    """Adds, changes and takes away through a dialog; undo brings back."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._person: int | None = None
        self._writable = False
        self._courses: dict[int, Course] = {}
        self.table = RecordTable(
            _("Courses"), (Heading(_("Date"), 10), Heading(_("Course"), least=18), Heading(_("Notes"), 16))
        )
        self.injuries = InjuriesPart(session)
        self.add_button = QPushButton(_("Add a co&urse…"))
        self.edit_button = QPushButton(_("Ed&it…"))
        self.remove_button = QPushButton(_("De&lete"))
        buttons = QHBoxLayout()
        for button in (self.add_button, self.edit_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        rows.addLayout(buttons)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.injuries)
        self.table.chosen.connect(lambda _key: self._allow())
        self.table.opened.connect(lambda _key: self._edit())
        self.add_button.clicked.connect(self._add)
        self.edit_button.clicked.connect(self._edit)
        self.remove_button.clicked.connect(self._remove)

    def show_for(self, number: int | None, at: Moment, *, writable: bool) -> None:  # noqa: ARG002 - all days
        """What that person took, the newest first."""
        self._person, self._writable = number, writable
        self.injuries.show_for(number, writable=writable)
        found = [] if number is None else courses.courses(self._session.registry, number)
        self._courses = {one.id: one for one in reversed(found)}
        self.table.show_records(
            [
                Record(key=one.id, cells=(show_date(one.on) if one.on else "", one.name, one.notes))
                for one in self._courses.values()
            ]
        )
        self._allow()

    def _allow(self) -> None:
        chosen = self.table.chosen_key is not None
        self.add_button.setEnabled(self._writable and self._person is not None)
        for button in (self.edit_button, self.remove_button):
            button.setEnabled(self._writable and chosen)

    def _add(self) -> None:
        if self._person is not None:
            self._ask(Course())

    def _edit(self) -> None:
        key = self.table.chosen_key
        if key is not None and self._writable:
            self._ask(self._courses[key])

    def _ask(self, course: Course) -> None:
        from .course_dialog import CourseDialog

        if self._person is not None:
            CourseDialog.write(self._session, self._person, course, self.window())

    def _remove(self) -> None:
        key = self.table.chosen_key
        if key is not None:
            self._session.run(courses.remove, [key])
