"""Takes a decision about one or many models: first what is decided, then what belongs to it; says beforehand what a
merge moves."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from registry_app.domain import decision_rules, kinds
from registry_app.domain.dates import show_date
from registry_app.domain.decision_rules import END, KEEP, MERGE, PAUSE, REPLICATE, STATUS_KIND, STRENGTHEN
from registry_app.domain.errors import Problem, Refused, RegistryError
from registry_app.domain.ids import AreaId, ModelId, StatusId
from registry_app.domain.options import DECISIONS
from registry_app.domain.words import N_, _
from registry_app.operations import decisions
from registry_app.operations.decisions import NewDecision, Preview
from registry_app.operations.typed import Unknown, find
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.links import linked
from registry_app.ui.session import Session
from registry_app.ui.subjects import subjects
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.editor import one_text
from registry_app.ui.widgets.lines import OneLine
from registry_app.ui.widgets.linked import number_of
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.multi_picker import MultiPicker
from registry_app.ui.widgets.picker import Picker
from registry_app.ui.widgets.prose import Prose

CALM_MS = 200
"""How long nothing must be typed before the preview is made anew."""
SHOWN_SITES = 6
ABOUT = {
    KEEP: N_("The model goes on as it is. The decision is kept with its day and paper."),
    STRENGTHEN: N_("The model goes on; what is to be strengthened is kept with the decision."),
    REPLICATE: N_("Each area or place gets a site of this model from that day on; the sites remember the decision."),
    MERGE: N_("Sites with their teams, members, households and camera points go over. Rosters of days before stay."),
    PAUSE: N_("The model pauses from that day on, and is not reviewed while it does."),
    END: N_("The model ends on that day. What is in it stays for days before."),
}
ONLY = {REPLICATE: ("areas", "names"), MERGE: ("target", "status"), PAUSE: ("status",), END: ("status",)}
"""The fields that only some decisions have."""


class DecisionDialog(FormDialog):
    """The same decision for all of ``ids``; ``kind`` is chosen at first when given."""

    def __init__(self, session: Session, ids: Sequence[ModelId], kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Decide about models"), yes=_("&Record the decision"), width=620)
        self.setProperty("guide", "decide")
        self.session, self._ids = session, tuple(ids)
        offers = [one for one in DECISIONS if len(ids) == 1 or one.key in decision_rules.MANY]
        self._about = Prose()
        self.preview = Prose(quiet=False)
        self.notes = MarkedLabel()
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self.show_preview)
        fields = self.fields
        chosen = Choice([Offer(one.key, str(one)) for one in offers])
        fields.add("kind", _("What is &decided"), chosen, required=True)
        self._add_fields()
        fields.add_wide(self._about)
        fields.add_wide(self.preview)
        fields.add_wide(self.notes)
        fields.finish()
        fields.fill({"on": show_date(date.today().isoformat()), "kind": kind or KEEP})
        fields.edited.connect(self._follow)
        self.lay_out(Prose(subjects(session, self._ids), quiet=False))
        self._show_kind()
        fields["kind"].control.setFocus()

    def _add_fields(self) -> None:
        fields, session = self.fields, self.session
        ward = session.registry.settings.ward()
        areas = [one.name for one in session.registry.lists.areas.values() if not one.retired]
        fields.add("target", _("Merged &into"), linked(session, "model", hint=_("Type name or code")), required=True)
        fields.add("areas", _("&Areas that get it"), MultiPicker(areas, hint=_("Add an area")))
        fields.add("names", _("Other p&laces"), MultiPicker((), hint=_("A school, a market …")))
        fields.add("on", _("Day of the decisio&n"), DateField(kinds.DATE), required=True)
        fields.add("paper_number", _("Number of the &paper"), OneLine())
        fields.add("reason", _("R&eason"), Picker(ward.reasons, hint=_("Choose or write")))
        fields.add("status", _("New &status"), Choice())

    @classmethod
    def decide(cls, session: Session, ids: Sequence[ModelId], parent: QWidget | None = None, *, kind: str = "") -> bool:
        """Ask what is decided about ``ids`` and write it as one action; whether it was written."""
        return bool(ids) and cls(session, ids, kind, parent).run()

    @property
    def kind(self) -> str:
        """What is decided, a key of DECISIONS."""
        return one_text(self.fields["kind"].typed())

    @property
    def wanted(self) -> NewDecision:
        """The decision as it stands in the fields. Raises Refused."""
        kind = self.kind
        target = number_of(one_text(self.fields["target"].typed()))
        status = one_text(self.fields["status"].typed())
        on, paper, reason = (one_text(self.fields[name].typed()) for name in ("on", "paper_number", "reason"))
        return NewDecision(
            kind=kind,
            on=on,
            paper_number=paper,
            reason=reason,
            target_id=ModelId(target) if kind == MERGE and target is not None else None,
            area_ids=self._areas() if kind == REPLICATE else (),
            names=tuple(self.fields["names"].typed()) if kind == REPLICATE else (),
            status_id=StatusId(int(status)) if kind in STATUS_KIND and status else None,
        )

    def _areas(self) -> tuple[AreaId, ...]:
        known = [one for one in self.session.registry.lists.areas.values() if not one.retired]
        try:
            return tuple(AreaId(find(known, name).id) for name in self.fields["areas"].typed())
        except Unknown as unknown:
            raise Refused([Problem("areas", unknown.text, unknown.values)]) from None

    def show_preview(self) -> None:
        """Say what would be done with what stands in the fields; nothing where that cannot be said yet."""
        self._calm.stop()
        text, notes = "", ""
        if self.session.is_open and not self.session.is_lent:
            try:
                seen = decisions.preview(self.session.registry, self._ids, self.wanted)
                text, notes = said(seen), "\n".join(map(str, seen.notes))
            except RegistryError:
                text, notes = "", ""
        self.preview.setText(text)
        self.preview.setVisible(bool(text))
        self.notes.say(notes, marks.NOTICE)
        self._grow()

    def attempt(self) -> bool:
        """Write the decision. Raises Refused."""
        wanted = self.wanted
        rows = len(self._ids)
        if wanted.kind == MERGE:
            rows += sum(decisions.preview(self.session.registry, self._ids, wanted).counts.values())
        return self.tried_on(rows, self.session, decisions.decide, self._ids, wanted)

    def _follow(self, name: str) -> None:
        if name == "kind":
            self._show_kind()
        self._calm.start()

    def _show_kind(self) -> None:
        """Show the fields that belong to the decision, and offer the labels that fit it."""
        kind, lists = self.kind, self.session.registry.lists
        shown = ONLY.get(kind, ())
        for name in {field for some in ONLY.values() for field in some}:
            self.fields.show_row(name, name in shown)
        labels = [one for one in lists.statuses.values() if one.kind == STATUS_KIND.get(kind) and not one.retired]
        self.fields["status"].offer(
            [Offer(str(one.id), one.name, icon=marks.icon(marks.STATUS[one.kind], self)) for one in labels]
        )
        usual = decision_rules.status_of(kind, lists)
        self.fields["status"].fill(str(usual.id) if usual else "")
        self._about.setText(_(ABOUT[kind]))
        self.show_preview()


def said(seen: Preview) -> str:
    """What a decision would do, in words, a line each."""
    lines = []
    if seen.status:
        lines.append(_("New status: {status}").format(status=seen.status))
    for fate in seen.sites[:SHOWN_SITES]:
        text = _("{site} ({code}) → goes into {into}") if fate.into else _("{site} ({code}) → moves")
        lines.append(text.format(site=fate.title, code=fate.code, into=fate.into))
    if len(seen.sites) > SHOWN_SITES:
        lines.append(_("and {count} more").format(count=len(seen.sites) - SHOWN_SITES))
    if seen.goes_over:
        lines.append(_("Goes over: {rows}").format(rows=seen.goes_over))
    return "\n".join(lines)
