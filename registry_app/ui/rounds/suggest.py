"""Names that are offered where a reviewer is typed: those of earlier rounds, then people who lead a team."""

from registry_app.domain.search import Filter, Search
from registry_app.domain.vietnamese import fold
from registry_app.ui.session import Session
from registry_app.ui.structure.suggestions import Suggest, Suggestion
from registry_app.ui.widgets.matching import matching

MOST, LEAST_LETTERS = 12, 2


def reviewers(session: Session) -> Suggest:
    """Suggests reviewers."""
    earlier = session.registry.loop.rounds.reviewers()

    def found(typed: str) -> list[Suggestion]:
        names = matching(typed, earlier)[:MOST]
        if len(names) < MOST and len("".join(fold(typed).split())) >= LEAST_LETTERS and not session.is_lent:
            names += [name for name in _leaders(session, typed) if name not in names]
        return [Suggestion(text=name, label=name) for name in names[:MOST]]

    return found


def _leaders(session: Session, typed: str) -> list[str]:
    """People who lead a team now and whose name holds what is typed."""
    registry, at, words = session.registry, session.moment, fold(typed).split()
    roles = tuple(number for number, role in registry.lists.roles.items() if role.kind == "leader")
    search = Search(noun="membership", words=" ".join(words), filters=(Filter("role", roles),))
    rows = registry.inside.members.window(registry.inside.members.ids(search, at, 2 * MOST), at)
    return list(dict.fromkeys(row.name for row in rows if all(word in fold(row.name) for word in words)))
