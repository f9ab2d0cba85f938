"""How models are counted: by kind, statutory bodies apart, never added together (rules.md, "What things are")."""

from collections.abc import Iterable
from dataclasses import dataclass

from .model import ModelRow
from .words import N_, _


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many rows there are, and of what: the three parts add up to ``rows``."""

    rows: int
    models: int
    themes: int
    statutory: int

    def __str__(self) -> str:
        parts = (
            (self.models, N_("{count} models")),
            (self.themes, N_("{count} theme campaigns")),
            (self.statutory, N_("{count} statutory bodies")),
        )
        said = [_(text).format(count=f"{count:,}".replace(",", ".")) for count, text in parts if count]
        return ", ".join(said) or _("{count} models").format(count=0)


def tally(rows: Iterable[ModelRow]) -> Tally:
    """Count ``rows`` by kind."""
    counted = {"model": 0, "theme": 0, "statutory": 0}
    for row in rows:
        counted["statutory" if row.statutory else row.kind] += 1
    return Tally(
        rows=sum(counted.values()),
        models=counted["model"],
        themes=counted["theme"],
        statutory=counted["statutory"],
    )
