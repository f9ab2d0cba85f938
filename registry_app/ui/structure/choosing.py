"""Which of a few choices a few typed letters mean. Pure."""

from collections.abc import Sequence

from registry_app.domain.vietnamese import fold
from registry_app.ui.widgets.matching import matching


def chosen_from(typed: str, choices: Sequence[str]) -> list[str]:
    """The ``choices`` that ``typed`` may mean: by words inside them, else by the first letters of their words."""
    found = matching(typed, choices)
    if found:
        return found
    plain = "".join(fold(typed).split())
    return [one for one in choices if "".join(word[0] for word in fold(one).split()).startswith(plain)]
