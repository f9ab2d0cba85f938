"""Looks for a text in the models that are chosen or shown and puts another in its place, after a preview."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.fields import EDITABLE, EXTRA
from registry_app.domain.ids import ModelId
from registry_app.domain.words import N_, _, n_
from registry_app.operations import bulk
from registry_app.operations.deeds import NO_TEXT, Deeds, ReplaceText, has_text
from registry_app.operations.replacing import Replacer
from registry_app.ui.session import Session
from registry_app.ui.widgets.check_list import CheckList
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.lines import OneLine
from registry_app.ui.widgets.prose import Prose

from .ahead_dialog import AheadDialog
from .wanted_editor import options_editor, wanted

LETTERS = 96
CHOSEN, SHOWN = "chosen", "shown"
PARTICULARS = "extra"
"""Stands for the text fields that the types declare."""


class ReplaceDialog(AheadDialog):
    """Looks into the rows chosen in the list when there are several, else into all that the list shows."""

    label = bulk.REPLACE
    ticks = True

    def __init__(
        self,
        session: Session,
        shown: Sequence[ModelId],
        chosen: Sequence[ModelId],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, parent, _(bulk.REPLACE), letters=LETTERS)
        self.setProperty("guide", "bulk")
        self._rows = {CHOSEN: tuple(chosen), SHOWN: tuple(shown)}
        fields = self.fields
        fields.add("find", _("&Find what"), OneLine(), required=True)
        fields.add("by", _("Replace &by"), OneLine(hint=_("(nothing: what is found is taken out)")))
        fields.add("options", _("Compare"), options_editor())
        fields.add("where", _("In the fields"), CheckList(_places()))
        fields.add("rows", _("&In the rows"), Choice(self._row_offers()))
        fields.finish()
        fields.fill({"where": tuple(one.key for one in _places()), "rows": CHOSEN if len(chosen) > 1 else SHOWN})
        self.lay_out(Prose(_("Nothing is changed before you have seen every change and agreed.")))
        fields["find"].control.setFocus()

    @classmethod
    def replace(
        cls, session: Session, shown: Sequence[ModelId], chosen: Sequence[ModelId], parent: QWidget | None = None
    ) -> bool:
        """Ask what to replace in the rows ``shown`` or ``chosen`` and do it as one action; whether it was done."""
        return bool(shown or chosen) and cls(session, shown, chosen, parent).run()

    @property
    def ids(self) -> Sequence[ModelId]:
        """The rows that are looked into."""
        return self._rows[self.fields["rows"].typed()]

    @property
    def deeds(self) -> Deeds:
        """The same replacement for every field that is ticked. Raises Refused."""
        typed = self.fields.typed()
        deed = ReplaceText(wanted(str(typed["find"]), str(typed["by"]), typed["options"]))
        problems = []
        if Replacer(deed.wanted).is_blank:
            problems.append(Problem("find", NO_TEXT))
        if not typed["where"]:
            problems.append(Problem("where", N_("Tick at least one field.")))
        if problems:
            raise Refused(problems)
        names = [name for name in typed["where"] if name != PARTICULARS]
        if PARTICULARS in typed["where"]:
            extras = self._session.registry.lists.extras.values()
            names += dict.fromkeys(f"{EXTRA}{one.key}" for one in extras if one.kind == "text")
        return dict.fromkeys(names, deed)

    def _row_offers(self) -> list[Offer]:
        chosen, shown = len(self._rows[CHOSEN]), len(self._rows[SHOWN])
        texts = {
            CHOSEN: n_("{count} row chosen in the list", "{count} rows chosen in the list", chosen),
            SHOWN: n_("{count} row that the list shows", "all {count} rows that the list shows", shown),
        }
        return [Offer(key, text.format(count=len(self._rows[key]))) for key, text in texts.items() if self._rows[key]]


def _places() -> list[Offer]:
    """The fields that hold words."""
    fixed = [Offer(field.name, _(field.label)) for field in EDITABLE if has_text(field)]
    return [*fixed, Offer(PARTICULARS, _("Particulars of the type"))]
