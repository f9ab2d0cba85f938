"""One course of a person: its name, its day, notes."""

from PySide6.QtWidgets import QWidget

from registry_app.domain import kinds
from registry_app.domain.dates import show_date
from registry_app.domain.membership import Course
from registry_app.domain.words import _
from registry_app.operations import courses
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.editor import one_text
from registry_app.ui.widgets.lines import OneLine


class CourseDialog(FormDialog):
    """``course`` with number 0 is a new one."""

    def __init__(self, session: Session, person: int, course: Course, parent: QWidget | None = None) -> None:
        title = _("Edit the course") if course.id else _("Add a course")
        super().__init__(parent, title, yes=_("&Save"))
        self.setProperty("guide", "people")
        self._session, self._person, self._course = session, person, course
        self.fields.add("name", _("Name of the course"), OneLine(), required=True)
        self.fields.add("on", _("Date"), DateField(kinds.PARTIAL))
        self.fields.add("notes", _("Notes"), OneLine())
        self.fields.finish()
        on = show_date(course.on) if course.on else ""
        self.fields.fill({"name": course.name, "on": on, "notes": course.notes})
        self.lay_out()
        self.fields["name"].control.setFocus()

    @classmethod
    def write(cls, session: Session, person: int, course: Course, parent: QWidget | None = None) -> bool:
        """Ask for the facts of ``course`` and write them; whether they were written."""
        return cls(session, person, course, parent).run()

    def attempt(self) -> bool:
        """Write the course. Raises Refused."""
        typed = {name: one_text(text) for name, text in self.fields.typed().items()}
        return self.tried(self._session, courses.save, self._person, self._course.id, typed)
