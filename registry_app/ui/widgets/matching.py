"""Which names of a list a few typed words mean: folded, inside words, in any order. Pure."""

from collections.abc import Iterable, Sequence

from registry_app.domain.vietnamese import accented, fold


def matching(typed: str, names: Iterable[str]) -> list[str]:
    """The ``names`` that hold every word of ``typed``: those that begin with it first, exact accents before others,
    else in their own order. All of them when nothing is typed."""
    words = fold(typed).split()
    if not words:
        return list(names)
    found = [name for name in names if all(word in fold(name) for word in words)]
    plain, exact = fold(typed), accented(typed)
    return sorted(found, key=lambda name: (not fold(name).startswith(plain), exact not in accented(name)))


def same_name(typed: str, names: Sequence[str]) -> str | None:
    """The one of ``names`` that ``typed`` spells, marks and case aside; None when none does."""
    plain = fold(typed)
    return next((name for name in names if fold(name) == plain), None) if plain else None
