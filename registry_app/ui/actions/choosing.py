"""Commands about the program itself: settings, light or dark, language, letters, about."""

from registry_app import __version__
from registry_app.domain.words import N_, _
from registry_app.operations.preferences import AS_SYSTEM, FONT_POINTS
from registry_app.ui import ask

from .command import Command, Desk

THEMES = (("system", N_("As the &system")), ("light", N_("&Light")), ("dark", N_("&Dark")))
LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))

ABOUT = N_(
    "Register of community-security models, version {version}\n\n"
    "Keeps the ward's models, their status and review dates in one file on this computer and prints them as official "
    "paper. It uses no network.\n\nFonts: Liberation (SIL Open Font License). Window: Qt (LGPL)."
)


def about(desk: Desk) -> None:
    """Which program this is."""
    ask.tell(desk.window, _(ABOUT).format(version=__version__))


def change_settings(desk: Desk) -> None:
    """The ward's own facts and the user's own choices."""
    show_settings(desk, "ward")


def show_settings(desk: Desk, page: str) -> None:
    """Show the settings at ``page``."""
    from registry_app.ui.settings.settings_window import SettingsWindow

    SettingsWindow.edit(desk.session, desk.choices, desk.commands(), desk.window, page=page)


def choose_language(desk: Desk, language: str) -> None:
    """Speak another language, at once: a new window takes the place of this one."""
    desk.choices.change(language=language)


def choose_letters(desk: Desk, points: int) -> None:
    """Larger or smaller letters, at once: a new window takes the place of this one."""
    desk.choices.change(font_points=points)


def letter_sizes() -> tuple[tuple[int, str], ...]:
    """The sizes of letters that can be chosen, and what people read of each."""
    sizes = ((points, _("{points} points").format(points=points)) for points in FONT_POINTS)
    return ((AS_SYSTEM, _("As the &system")), *sizes)


def choose_theme(desk: Desk, theme: str) -> None:
    """Light or dark, at once."""
    desk.choices.change(theme=theme)


SETTINGS = Command(name="change_settings", text=N_("S&ettings…"), deed=change_settings, icon="settings", keys="Ctrl+,")
ABOUT_COMMAND = Command(name="about", text=N_("&About"), deed=about, icon="about")
