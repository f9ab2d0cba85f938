"""The task cards: which there are, in which order, where their text lies in each language. No Qt."""

from functools import cache
from pathlib import Path

from msgspec import Struct

from registry_app import resources
from registry_app.domain import words
from registry_app.domain.vietnamese import fold

CARDS = (
    "start",
    "add",
    "find",
    "views",
    "review",
    "status",
    "decide",
    "inside",
    "people",
    "areas",
    "rounds",
    "outdated",
    "results",
    "honours",
    "period",
    "files",
    "print",
    "history",
    "lists",
    "bulk",
    "settings",
    "shortcuts",
    "trouble",
)
FIRST = "start"


class Card(Struct, frozen=True, kw_only=True):
    """One task: its name, its title, the file of Markdown, and its text folded, to be searched."""

    name: str
    title: str
    file: Path
    folded: str


def cards() -> tuple[Card, ...]:
    """Every card in the language in use, in order."""
    return _read(words.language())


def found(typed: str) -> tuple[Card, ...]:
    """The cards that hold every word of ``typed``, accents or not; those with all of them in the title first."""
    wanted = fold(typed).split()
    hits = [card for card in cards() if all(word in card.folded for word in wanted)]
    return tuple(sorted(hits, key=lambda card: not all(word in fold(card.title) for word in wanted)))


def folder(language: str) -> Path:
    """Where the cards and their pictures of ``language`` lie."""
    return resources.folder() / "guide" / language


@cache
def _read(language: str) -> tuple[Card, ...]:
    made = []
    for name in CARDS:
        file = folder(language) / f"{name}.md"
        text = file.read_text("utf-8")
        title = text.partition("\n")[0].removeprefix("# ").strip()
        made.append(Card(name=name, title=title, file=file, folded=fold(text)))
    return tuple(made)
