"""What the user chose for themselves: their name, language, colours, size of letters, what they see first."""

from typing import Any

from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout

from registry_app.domain.cleaning import line
from registry_app.domain.words import N_, _
from registry_app.operations.preferences import AS_SYSTEM, FONT_POINTS, Preferences
from registry_app.ui import theme
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.field_grid import FieldGrid
from registry_app.ui.widgets.lines import OneLine

from .page import SettingsPage

LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))
THEMES = (("system", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark")))
STARTS = (("list", N_("The list of models")), ("overview", N_("What is due")))
SAMPLE = N_("Camera an ninh Tổ dân phố 5 – next review 05/03/2027")


class ComputerPage(SettingsPage):
    """``wanted`` is the fields of Preferences as they are chosen."""

    def __init__(self, now: Preferences) -> None:
        super().__init__()
        self.fields = FieldGrid()
        self.fields.add("who", _("Your name"), OneLine(), note=_("The history shows it beside each change."))
        self.fields.add("language", _("Language"), Choice([Offer(key, label) for key, label in LANGUAGES]))
        self.fields.add("theme", _("Colours"), Choice(_offers(THEMES)))
        self.fields.add("font_points", _("Size of letters"), Choice(_sizes()))
        self.fields.add_wide(self._make_sample())
        self.fields.add("start_on", _("Shown at the start"), Choice(_offers(STARTS)))
        self.fields.finish()
        values = {name: str(getattr(now, name)) for name in self.fields.names}
        self.fields.fill(values)
        self._before = self.fields.typed()
        self.fields.edited.connect(self._show_sample)
        self._show_sample()
        self.rows.addWidget(self.fields, 1)
        self.rows.addWidget(self.notice)

    @property
    def is_changed(self) -> bool:
        return self.fields.typed() != self._before

    def wanted(self) -> dict[str, Any]:
        """The choices by name."""
        typed = {name: str(value) for name, value in self.fields.typed().items()}
        return {**typed, "who": line(typed["who"]), "font_points": int(typed["font_points"])}

    @property
    def sample_points(self) -> float:
        """How large the letters of the sample are."""
        return self.sample.font().pointSizeF()

    def _make_sample(self) -> QFrame:
        """Some words as the chosen letters would show them."""
        frame = QFrame()
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        self.sample = QLabel(_(SAMPLE), wordWrap=True)
        self.sample.setAccessibleName(_("Sample of the letters"))
        inside = QVBoxLayout(frame)
        inside.addWidget(self.sample)
        return frame

    def _show_sample(self) -> None:
        font = QApplication.font()
        points = int(str(self.fields["font_points"].typed()))
        font.setPointSizeF(points or theme.usual_points())
        self.sample.setFont(font)


def _offers(choices: tuple[tuple[str, str], ...]) -> list[Offer]:
    return [Offer(key, _(label)) for key, label in choices]


def _sizes() -> list[Offer]:
    sizes = [Offer(str(points), _("{points} points").format(points=points)) for points in FONT_POINTS]
    return [Offer(str(AS_SYSTEM), _("As the system")), *sizes]
