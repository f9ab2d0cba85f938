"""Errors that are the world's fault, said in the user's words; everything else is a bug and shows as one."""

import errno
from collections.abc import Sequence

import msgspec

from .words import N_, _


class Problem(msgspec.Struct, frozen=True):
    """What is wrong with one field: ``text`` is a marked text, ``values`` fill its {names}."""

    field: str
    text: str
    values: dict[str, object] = msgspec.field(default_factory=dict)

    def __str__(self) -> str:
        return _(self.text).format(**self.values)


class RegistryError(Exception):
    """A known problem: what happened and what to do. ``text`` is a marked text, ``values`` fill its {names}."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text)
        self.text = text
        self.values = values

    def __str__(self) -> str:
        return _(self.text).format(**self.values)


class NotFound(RegistryError):
    """Nothing of that code, name or view is in the register."""


class CannotOpen(RegistryError):
    """The file is not a register we can read; it was not touched."""


class ReadOnly(RegistryError):
    """The register can be read here but not written."""


class Cancelled(RegistryError):
    """The user stopped it; it was rolled back."""


class Conflict(RegistryError):
    """An undo would overwrite later work; ``rows`` says where."""

    def __init__(self, text: str, rows: Sequence[str], **values: object) -> None:
        super().__init__(text, **values)
        self.rows = tuple(rows)


class Refused(RegistryError):
    """The values break a rule; ``problems`` says which, field by field. Nothing was saved."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("{problems}")
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return " ".join(str(problem) for problem in self.problems)


SYSTEM = {
    errno.EACCES: N_("no permission"),
    errno.EPERM: N_("no permission"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EROFS: N_("the disk can only be read"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ENOENT: N_("the folder is missing"),
    errno.ENOTDIR: N_("the folder is missing"),
    errno.EISDIR: N_("it is a folder"),
    errno.EINVAL: N_("the name is not allowed"),
    errno.EBUSY: N_("it is in use by another program"),
}


NO_FILE = N_("there is no such file")


def system_reason(problem: OSError | ValueError, *, reads: bool = False) -> str:
    """Why the system refused a call – one that ``reads`` a file, or makes one –, in the language in use and without
    paths."""
    number = problem.errno if isinstance(problem, OSError) else errno.EINVAL
    if reads and number == errno.ENOENT:
        return _(NO_FILE)
    if number in SYSTEM:
        return _(SYSTEM[number])
    return _("system error {number}").format(number=number)
