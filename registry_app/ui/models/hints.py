"""What the screen of models says in words: why the list is empty and what to do, and how many models are shown."""

from registry_app.domain.search import VIEWS, Search
from registry_app.domain.words import N_, _, n_

EMPTY = {
    "all": N_("There are no models yet.\nPress “New model” (Ctrl+N) to write down the first one."),
    "overdue": N_("No model is overdue for review."),
    "soon": N_("No model falls due soon."),
    "due": N_("No model is overdue or falls due soon."),
    "never-reviewed": N_("Every model has been reviewed at least once."),
    "missing": N_("No model lacks the information that the ward has asked for."),
    "no-leader": N_("Every active model that has teams has a leader."),
    "period-over": N_("No active model outlives the period of its paper."),
    "interim": N_("No model waits for an interim summary."),
    "final": N_("No model waits for a final summary."),
    "paused": N_("No model is paused."),
    "ended": N_("No model has ended."),
    "statutory": N_("There is no statutory body: add it as a model of such a type, for example Tổ bảo vệ ANTT."),
    "trash": N_("The trash is empty."),
}
LONGEST_SHOWN = 80
NOTHING_FOUND = N_("No model here holds “{words}”.\nPress Escape in the search box to see all of this view again.")


def empty_hint(search: Search) -> str:
    """Why ``search`` shows nothing, and what to do about it."""
    if search.words.strip():
        return _(NOTHING_FOUND).format(words=search.words.strip())
    return _(EMPTY[search.view])


def searched_hint(search: Search, within: int) -> str:
    """What was searched for in vain, and in which view; ``within`` is how many days are soon."""
    view = next((str(option).format(days=within) for option in VIEWS if option.key == search.view != "all"), "")
    words, filters = search.words.strip(), len(search.filters)
    if words and filters:
        text = n_(
            "No model holds “{words}” and passes {count} filter.",
            "No model holds “{words}” and passes {count} filters.",
            filters,
        )
    elif words:
        text = _("No model holds “{words}”.")
    else:
        text = n_("No model passes {count} filter.", "No model passes {count} filters.", filters)
    shown = words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN]}…"
    said = text.format(words=shown, count=filters)
    return _("{sentence}\nSearched in the view “{view}”.").format(sentence=said, view=view) if view else said


def count_line(shown: int, total: int, counted: str) -> str:
    """How many rows are shown of how many there are, and what they count as; "" when that is not known."""
    line = _("Showing {shown} of {total}").format(shown=_grouped(shown), total=_grouped(total))
    return f"{line}  ·  {counted}" if counted else line


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
