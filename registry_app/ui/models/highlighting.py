"""Where the words that were searched for stand in a text that is shown, with or without accents."""

from collections.abc import Iterable

from registry_app.domain.cleaning import line
from registry_app.operations.replacing import Replacer, Span, Wanted


class Highlighting:
    """Marks hits of some words."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        plain = dict.fromkeys(line(word) for word in words)
        self._seekers = [Replacer(Wanted(find=word, accents=False)) for word in plain if word]

    def __bool__(self) -> bool:
        return bool(self._seekers)

    def spans(self, text: str) -> tuple[Span, ...]:
        """The hits in ``text`` from left to right; those that touch are one."""
        found: list[Span] = []
        for start, end in sorted(span for seeker in self._seekers for span in seeker.spans(text)):
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
        return tuple(found)
