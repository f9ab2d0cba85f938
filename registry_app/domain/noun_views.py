"""The fixed views of what is inside models, noun by noun: a key as the store knows it, a label for people."""

from collections.abc import Mapping

from .options import Option
from .words import N_

ENDED = Option("ended", N_("Ended"))
EVERY = Option("every", N_("All, ended ones too"))
NOUN_VIEWS: Mapping[str, tuple[Option, ...]] = {
    "site": (Option("all", N_("All sites")), ENDED, EVERY),
    "team": (
        Option("all", N_("All teams")),
        Option("no-leader", N_("Without a leader")),
        Option("statutory", N_("Statutory bodies")),
        ENDED,
        EVERY,
    ),
    "person": (
        Option("all", N_("All people")),
        Option("serving", N_("Serving now")),
        Option("several", N_("In several teams")),
        Option("former", N_("Served before")),
        Option("unassigned", N_("In no team yet")),
        Option("every", N_("All, joined ones too")),
    ),
    "membership": (Option("all", N_("All members")), Option("leaders", N_("Team leaders")), ENDED, EVERY),
    "household": (
        Option("all", N_("All households")),
        Option("no-pledge", N_("Without a pledge")),
        ENDED,
        EVERY,
    ),
    "camera_point": (
        Option("all", N_("All camera points")),
        Option("broken", N_("Broken")),
        Option("no-sign", N_("Without a notice sign")),
        ENDED,
        EVERY,
    ),
    "result": (
        Option("all", N_("All results")),
        Option("this-year", N_("Results of this year")),
        Option("check", N_("Results that need checking")),
        Option("sums", N_("Sums that do not add up")),
        Option("twice", N_("Entered twice")),
        Option("no-source", N_("Without a source")),
        Option("elsewhere", N_("Of other places")),
    ),
    "commendation": (
        Option("all", N_("All commendations")),
        Option("own", N_("Of the ward")),
        Option("this-year", N_("Of this year")),
        Option("collectives", N_("To collectives")),
        Option("people", N_("To individuals")),
        Option("elsewhere", N_("Of other places")),
    ),
    "exemplar": (Option("all", N_("All advanced examples")), ENDED, EVERY),
    "recognition": (
        Option("this-year", N_("Recognition this year")),
        Option("last-year", N_("Recognition last year")),
        Option("not-recognised", N_("Not recognised, all years")),
        Option("not-registered", N_("Not registered, all years")),
        Option("all", N_("All years")),
    ),
}
