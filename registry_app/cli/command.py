"""What a command of the command line is, and what it may answer with."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct


class Window(Struct, frozen=True, kw_only=True):
    """Asks for the window on ``register`` (None: as the user left it). Without a display a picture goes to
    ``picture``; None: there is nothing else to show, so the missing display is a problem."""

    register: Path | None = None
    picture: Path | None = None


Outcome = int | Window
"""The exit code, or that a window is wanted."""


class Command(Struct, frozen=True, kw_only=True):
    """One command: ``help`` is a marked text, ``arguments`` declares its options, ``run`` does it."""

    name: str
    help: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], Outcome]
