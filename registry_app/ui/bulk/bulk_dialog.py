"""Changes the same fields of many models at once: for each field what is to be done, then a preview."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.fields import EDITABLE, EXTRA, PAGES
from registry_app.domain.ids import ModelId
from registry_app.domain.kinds import BadValue
from registry_app.domain.words import N_, _, n_
from registry_app.operations.deeds import AddNames, Deeds, SetTo
from registry_app.operations.typed import unknown_names
from registry_app.ui import ask
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose

from .ahead_dialog import AheadDialog
from .deed_editor import DeedEditor
from .fields import common_extras, deed_editor, extra_deed_editor, label_of

LETTERS, GAP = 122, 6
NOTHING = N_("Nothing is to be done yet: choose for at least one field what is to become of it.")


class BulkDialog(AheadDialog):
    """``ids`` are the models, and the only ones, that are changed."""

    def __init__(self, session: Session, ids: Sequence[ModelId], parent: QWidget | None = None) -> None:
        super().__init__(session, parent, _("Edit many models together"), letters=LETTERS)
        self.setProperty("guide", "bulk")
        self._ids = tuple(ids)
        self._add_fields()
        text = n_("{count} model is chosen in the list.", "{count} models are chosen in the list.", len(self._ids))
        about = Prose(text.format(count=len(self._ids)), quiet=False)
        self.lay_out(about, Prose(_("Only these are changed, and only the fields for which you choose something.")))
        others = self._other_ways()
        self.rows.insertWidget(self.rows.count() - 3, others)
        buttons: list[QWidget] = [*others.findChildren(QPushButton), self.yes_button, self.no_button]
        for before, after in pairwise(buttons):
            QWidget.setTabOrder(before, after)
        self.fields[self.fields.names[0]].control.setFocus()

    @classmethod
    def edit(cls, session: Session, ids: Sequence[ModelId], parent: QWidget | None = None) -> bool:
        """Ask what is to be done to ``ids`` and do it as one action; whether it was done."""
        return bool(ids) and cls(session, ids, parent).run()

    @property
    def ids(self) -> Sequence[ModelId]:
        """The models chosen in the list."""
        return self._ids

    @property
    def deeds(self) -> Deeds:
        """What is to be done. Raises Refused when that is nothing at all."""
        editors: dict[str, DeedEditor] = {name: self.fields[name] for name in self.fields.names}
        found = {name: deed for name, deed in ((name, one.deed) for name, one in editors.items()) if deed is not None}
        if not found:
            raise Refused([Problem("", NOTHING)])
        return found

    def may_create(self, deeds: Deeds) -> bool | None:
        """Ask about names that stand in no list yet."""
        found: dict[str, tuple[str, ...]] = {}
        problems = []
        for name, deed in deeds.items():
            if not isinstance(deed, SetTo | AddNames):
                continue
            typed = deed.text if isinstance(deed, SetTo) else deed.names
            try:
                unknown = unknown_names({name: typed}, self._session.registry.lists)
            except BadValue as wrong:
                problems.append(Problem(name, wrong.text, wrong.values))
                continue
            if unknown:
                (found[name],) = unknown.values()
        if problems:
            raise Refused(problems)
        return self._agreed_to_add(found) if found else False

    def _agreed_to_add(self, found: dict[str, tuple[str, ...]]) -> bool | None:
        lines = "\n".join(f"• {self.fields.label(name)}: {'; '.join(names)}" for name, names in found.items())
        text = n_(
            "This name is not in the lists yet:\n\n{names}\n\nAdd it to the list together with the change?",
            "These names are not in the lists yet:\n\n{names}\n\nAdd them to the lists together with the change?",
            sum(len(names) for names in found.values()),
        ).format(names=lines)
        if ask.confirm(self, text, yes=_("&Add and preview"), no=_("&Look again")):
            return True
        for name, names in found.items():
            self.fields.say(name, _("Not in the list: {names}.").format(names="; ".join(names)))
        return None

    def _add_fields(self) -> None:
        registry, fields = self._session.registry, self.fields
        lists, ward = registry.lists, registry.settings.ward()
        for page in PAGES:
            fields.add_wide(_heading(_(page)))
            for field in EDITABLE:
                if field.page == page:
                    fields.add(field.name, _(field.label), deed_editor(field, lists, ward))
        extras = common_extras(sorted(registry.models.types_of(self._ids)), lists)
        if extras:
            fields.add_wide(_heading(_("Particulars of the type")))
        for extra in extras:
            name = f"{EXTRA}{extra.key}"
            fields.add(name, label_of(name, lists), extra_deed_editor(extra))
        fields.narrow_labels()
        fields.finish()

    def _other_ways(self) -> QWidget:
        """Status and reviews are no fields: each has its own dialog."""
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Prose(_("Status and reviews keep their dates and reasons; they are entered here:")), 1)
        for text, deed in ((_("Change s&tatus…"), self._change_status), (_("Mark &reviewed…"), self._mark_reviewed)):
            row.addWidget(_button(text, deed))
        return whole

    def _change_status(self) -> None:
        from registry_app.ui.reviews.status_dialog import StatusDialog

        StatusDialog.change(self._session, self._ids, self)

    def _mark_reviewed(self) -> None:
        from registry_app.ui.reviews.review_dialog import ReviewDialog

        ReviewDialog.mark(self._session, self._ids, self)


def _heading(text: str) -> QLabel:
    heading = QLabel(text)
    font = heading.font()
    font.setBold(True)
    heading.setFont(font)
    heading.setContentsMargins(0, GAP, 0, 0)
    return heading


def _button(text: str, deed: Callable[[], None]) -> QPushButton:
    button = QPushButton(text, autoDefault=False)
    button.clicked.connect(lambda: deed())
    return button
