"""Every command, in the order in which the help names them. It loads what any of them stands on; the window does not
wait for it."""

from . import (
    calendar,
    counting,
    decisions,
    editing,
    honours,
    lists,
    marking,
    nouns,
    outdated,
    paper,
    past,
    period,
    registers,
    results,
    rounds,
    scales,
    showing,
    twins,
)

COMMANDS = {
    command.name: command
    for module in (
        registers,
        editing,
        showing,
        nouns,
        results,
        honours,
        twins,
        counting,
        marking,
        scales,
        rounds,
        decisions,
        outdated,
        period,
        calendar,
        paper,
        past,
        lists,
    )
    for command in module.COMMANDS
}
