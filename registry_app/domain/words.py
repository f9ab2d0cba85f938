"""Texts for people: English in code, Vietnamese on screen and paper.

``N_`` marks a text that is translated later, ``_`` translates now, ``n_`` chooses by number.
"""

from registry_app import resources

LANGUAGES = ("vi", "en")
DEFAULT = "vi"

_words = resources.catalogue(DEFAULT)
_language = DEFAULT


def use(language: str) -> None:
    """Speak ``language`` from now on; an unknown one is the default."""
    global _words, _language
    if language == _language:
        return
    _language = language if language in LANGUAGES else DEFAULT
    _words = resources.catalogue(_language)


def language() -> str:
    """The language in use, one of LANGUAGES."""
    return _language


def N_(text: str) -> str:  # noqa: N802 - the gettext convention
    """Mark ``text`` for the catalogue and return it unchanged."""
    return text


def _(text: str) -> str:
    """``text`` in the language in use."""
    return _words.gettext(text) if text else ""


def n_(one: str, many: str, number: int) -> str:
    """``one`` or ``many`` by ``number``, in the language in use; the caller formats."""
    return _words.ngettext(one, many, number)
