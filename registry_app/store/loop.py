"""The shelves of the review loop: rounds, grades and score sheets, decisions, what looks outdated; each is made when it
is first asked for."""

from .noun_shelf import Register


class Loop:
    """Reads fetch and end; writes stand inside ``registry.change``."""

    def __init__(self, register: Register) -> None:
        self._register = register
