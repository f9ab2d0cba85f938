"""Where the program starts: the command line first; the window only when it is asked for and can be shown."""

import gc
import os
import re
import sys
from pathlib import Path

from registry_app.loading import quickly

with quickly():
    from registry_app.cli import main as command_line
    from registry_app.cli.command import Window
    from registry_app.cli.console import complain, say
    from registry_app.domain.errors import RegistryError
    from registry_app.domain.words import N_, _

SHOWS_NOTHING = ("offscreen", "minimal")


def main() -> int:
    """Run the command that the process was given; the exit code."""
    outcome = command_line.main()
    if isinstance(outcome, int):
        return outcome
    try:
        return show(outcome)
    except RegistryError as known:
        complain(str(known))
        return 1


def show(window: Window) -> int:
    """Open the window and wait until it is closed. Without a display: a picture instead, where one was asked for;
    else RegistryError."""
    try:
        if has_display() and (window.picture is None or opens_here()):
            gc.disable()  # what is loaded now stays; ui.garbage looks through what comes after
            from registry_app.ui import app

            return app.main(window.register)
        return _picture(window)
    except ImportError as problem:
        missing = _missing(problem)
        if missing is None:
            raise
        text = N_("The window cannot be opened: {library} is missing on this computer. Install it and start again.")
        if window.picture is None:
            raise RegistryError(text, library=missing) from None
        complain(_(text).format(library=missing))
        return 0


def has_display() -> bool:
    """Whether a window would be seen by anybody."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in SHOWS_NOTHING:
        return False
    if sys.platform in ("win32", "darwin") or platform:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def opens_here() -> bool:
    """Whether Qt can open a window, tried in a child: Qt ends the whole process where a library or the screen that
    DISPLAY names is missing. A frozen build has no Python to try it with, and brings its libraries."""
    if getattr(sys, "frozen", False):
        return True
    import subprocess  # only to show the program: the window does not wait for it

    tried = [sys.executable, "-c", "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"]
    return subprocess.run(tried, check=False, capture_output=True).returncode == 0  # noqa: S603 - our own words


def _picture(window: Window) -> int:
    if window.register is None or window.picture is None:
        raise RegistryError(N_("There is no display here, so the window cannot be opened."))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # what a screen could do that a picture cannot
    from registry_app.ui.picture import save_picture

    picture = _free(window.picture)
    save_picture(window.register, picture)
    say(_("There is no display here. A picture of the window instead: {path}").format(path=picture))
    return 0


def _free(path: Path) -> Path:
    """``path``, with a number when something is there already."""
    number = 1
    found = path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found


def _missing(problem: ImportError) -> str | None:
    """The library that Qt needs and the system does not have; None for any other failed import."""
    if (problem.name or "").partition(".")[0] == "PySide6" and isinstance(problem, ModuleNotFoundError):
        return "PySide6"
    found = re.search(r"(lib[\w.+-]+?\.so[.\d]*|[\w.+-]+\.dll)", str(problem))
    return found[1] if found else None


if __name__ == "__main__":
    sys.exit(main())
