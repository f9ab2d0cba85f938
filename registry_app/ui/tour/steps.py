"""What the tour says, step by step, and which part of the window each step is about."""

from msgspec import Struct

from registry_app.domain.words import N_


class Step(Struct, frozen=True, kw_only=True):
    """``part`` is a key of the window's parts; ``title`` and ``text`` are marked texts."""

    part: str
    title: str
    text: str


STEPS = (
    Step(
        part="views",
        title=N_("Views"),
        text=N_("What is overdue, what falls due soon, what lacks information, each with its count. A click shows it."),
    ),
    Step(
        part="search",
        title=N_("Search"),
        text=N_("Type some words, with or without accents: “camera to 5”. Ctrl+F brings you here from anywhere."),
    ),
    Step(
        part="list",
        title=N_("List"),
        text=N_("Choose a model with mouse or arrow keys, several with Ctrl or Shift. A click on a heading sorts."),
    ),
    Step(
        part="form",
        title=N_("Form"),
        text=N_("The chosen model: write straight into the fields and press Ctrl+S. Ctrl+Z takes a saved change back."),
    ),
    Step(
        part="print",
        title=N_("Print"),
        text=N_("Prints what the list shows as official paper, or as PDF. F1 opens help wherever you are."),
    ),
)
