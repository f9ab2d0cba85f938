"""One writer at a time: the system's lock on a small file beside the register decides, its text only tells who."""

import json
import os
import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FAR = 1 << 30
"""The locked byte lies behind the text, so that others can read who holds the lock (Windows locks are mandatory)."""


class Lock:
    """Held from ``take`` until ``free``; also freed by the system when the process dies."""

    def __init__(self, register: Path) -> None:
        self.path = register.with_name(f".{register.name}.lock")
        self._stream: IO[bytes] | None = None

    def take(self, who: str, computer: str) -> bool:
        """Try once; False when another program holds it. Raises OSError where the folder cannot be written."""
        stream = self.path.open("a+b")
        try:
            _lock(stream)
        except OSError:
            stream.close()
            return False
        stream.truncate(0)
        stream.write(json.dumps({"who": who, "computer": computer, "process": os.getpid()}).encode())
        stream.flush()
        self._stream = stream
        return True

    def holder(self) -> str:
        """Who says to hold the lock, "name (computer)"; "" when it cannot be read."""
        try:
            found = json.loads(self.path.read_bytes())
            return f"{found['who']} ({found['computer']})"
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def free(self) -> None:
        """Let the next writer in and take the side file away; harmless when not held."""
        if self._stream is None:
            return
        if sys.platform != "win32":
            self.path.unlink(missing_ok=True)
        self._stream.close()
        self._stream = None
        if sys.platform == "win32":
            try:
                self.path.unlink(missing_ok=True)
            except PermissionError:
                return


def _lock(stream: IO[bytes]) -> None:
    if sys.platform == "win32":
        stream.seek(FAR)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(stream.fileno()).st_nlink == 0:
            raise BlockingIOError("the side file was just taken away by its last holder")
