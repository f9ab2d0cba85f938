"""What to look for inside a text, what to put there, and what matters: case, whole words, accents."""

from PySide6.QtWidgets import QGridLayout, QLabel

from registry_app.domain.words import N_, _
from registry_app.operations.replacing import Wanted
from registry_app.ui.widgets.check_list import CheckList
from registry_app.ui.widgets.choice import Offer
from registry_app.ui.widgets.editor import Editor, Typed
from registry_app.ui.widgets.lines import OneLine

CASE, WORDS, ACCENTS = "case", "words", "accents"
OPTIONS = ((ACCENTS, N_("Accents matter")), (CASE, N_("Match case")), (WORDS, N_("Whole words only")))


def options_editor() -> CheckList:
    """A box to tick for each option; replacing minds accents unless told otherwise."""
    made = CheckList([Offer(key, _(label)) for key, label in OPTIONS])
    made.fill((ACCENTS,))
    return made


def wanted(find: str, by: str, options: Typed) -> Wanted:
    """What was typed and ticked as a value."""
    return Wanted(
        find=find, by=by, match_case=CASE in options, whole_words=WORDS in options, accents=ACCENTS in options
    )


class WantedEditor(Editor):
    """Two lines and the options under them. ``typed`` is what to look for."""

    def __init__(self) -> None:
        super().__init__()
        self.sought, self.by, self.options = OneLine(), OneLine(), options_editor()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, (label, editor) in enumerate(((_("Find"), self.sought), (_("Replace by"), self.by))):
            said = QLabel(label)
            said.setBuddy(editor.control)
            editor.control.setAccessibleName(label)
            grid.addWidget(said, row, 0)
            grid.addWidget(editor, row, 1)
        grid.addWidget(self.options, 2, 0, 1, 2)
        self.setFocusProxy(self.sought.control)
        for one in (self.sought, self.by, self.options):
            one.edited.connect(self.edited)
            one.committed.connect(self.committed)
            one.refused.connect(self.refused)

    def typed(self) -> str:
        return self.sought.typed()

    def fill(self, typed: Typed) -> None:
        self.sought.fill(typed)

    def lock(self, locked: bool) -> None:
        for one in (self.sought, self.by, self.options):
            one.lock(locked)

    @property
    def wanted(self) -> Wanted:
        """What stands here."""
        return wanted(self.sought.typed(), self.by.typed(), self.options.typed())
