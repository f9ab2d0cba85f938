"""argparse speaking the language in use: its English texts, marked for the catalogue, and the one place that puts
our translation into it."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from registry_app.domain.words import N_, _

TEXTS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("subcommands"),
    N_("%(heading)s:"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("unrecognized arguments: %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("not allowed with argument %s"),
    N_("unexpected option string: %s"),
    N_("ignored explicit argument %r"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("expected %s argument"),
    N_("expected %s arguments"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("unknown parser %(parser_name)r (choices: %(choices)s)"),
    N_("can't open '%(filename)s': %(error)s"),
    N_('argument "-" with mode %r'),
)
"""What argparse may say to a user (Python 3.11 to 3.13); its words to programmers stay English."""


@contextmanager
def speaking() -> Iterator[None]:
    """argparse says our words until the end of the block."""
    module = vars(argparse)
    before = {name: module[name] for name in ("_", "ngettext")}
    module.update(_=_, ngettext=_by_number)
    try:
        yield
    finally:
        module.update(before)


def _by_number(one: str, many: str, number: int) -> str:
    return _(one if number == 1 else many)
