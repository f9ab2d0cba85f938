"""Commands about the program itself: light or dark, language, about."""

from registry_app import __version__
from registry_app.domain.words import N_, _
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


def choose_language(desk: Desk, language: str) -> None:
    """Speak another language from the next start on."""
    if language != desk.choices.now.language:
        desk.choices.change(language=language)
        ask.tell(desk.window, _("The language changes the next time the program is started."))


def choose_theme(desk: Desk, theme: str) -> None:
    """Light or dark, at once."""
    desk.choices.change(theme=theme)


ABOUT_COMMAND = Command(name="about", text=N_("&About"), deed=about, icon="about")
