"""What a user does with files beside a row: add, open a copy, save a copy, rename, take away."""

import stat
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from registry_app.domain import attachment as rules
from registry_app.domain.attachment import Attachment
from registry_app.domain.cleaning import line
from registry_app.domain.errors import Problem, Refused, system_reason
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from . import whole_file

HEAD = 16
NOT_READ = N_("“{name}” cannot be read: {why}.")


def attach(registry: Registry, noun: str, row: int, paths: Sequence[Path], *, shrink: bool = False) -> Changes:
    """Keep the files at ``paths`` beside one row as one action, all or none; pictures are turned upright and freed of
    where they were taken, with ``shrink`` made smaller. Raises Refused with every file that is not taken, ReadOnly."""
    if noun not in rules.OWNERS:
        raise ValueError(noun)
    read = [_read(path, shrink=shrink) for path in paths]
    problems = [one for one in read if isinstance(one, Problem)]
    if problems:
        raise Refused(problems)
    today = date.today().isoformat()
    with registry.change(N_("Attach files")) as change:
        for one in read:
            if not isinstance(one, Problem):
                name, media, content, thumbnail = one
                value = Attachment(noun=noun, row_id=row, name=name, media=media, added_on=today)
                registry.attachments.add(value, content, thumbnail)
    return change.changes


def detach(registry: Registry, numbers: Sequence[int]) -> Changes:
    """Take files from their row as one action; undo brings them back. Raises ReadOnly."""
    with registry.change(N_("Take files away")) as change:
        for number in numbers:
            registry.attachments.delete(number)
    return change.changes


def rename(registry: Registry, number: int, name: str, notes: str) -> Changes:
    """Give a file another name and notes; the end of the name stays as its kind has it. Raises NotFound, ReadOnly."""
    one = registry.attachments.one(number)
    with registry.change(N_("Rename a file")) as change:
        registry.attachments.rename(number, rules.kept_name(name or one.name, one.media), line(notes))
    return change.changes


def copy_to_read(registry: Registry, number: int, folder: Path) -> Path:
    """A copy in ``folder`` that cannot be written, to be opened by another program: what is changed there would be
    lost. Raises NotFound, RegistryError."""
    one = registry.attachments.one(number)
    target = folder / f"{one.digest[:12]}-{one.name}"
    if not target.exists():
        whole_file.write(registry.attachments.content(one.digest), target)
        target.chmod(stat.S_IREAD)
    return target


def save_copy(registry: Registry, number: int, path: Path) -> Path:
    """Write the file to ``path``, whole or not at all, and answer it. Raises NotFound, RegistryError."""
    one = registry.attachments.one(number)
    whole_file.write(registry.attachments.content(one.digest), path)
    return path


def has_grown(registry: Registry) -> bool:
    """Whether the files have made the register so large that it should be told."""
    return registry.attachments.total_bytes() > rules.TOLD_BYTES


def _read(path: Path, *, shrink: bool) -> tuple[str, str, bytes, bytes | None] | Problem:
    """Name, media type, content and thumbnail of what is to be kept; a Problem where it is not."""
    try:
        if path.stat().st_size > rules.MOST_BYTES:
            return Problem("file", rules.TOO_LARGE, {"name": path.name})
        content = path.read_bytes()
    except OSError as problem:
        return Problem("file", NOT_READ, {"name": path.name, "why": system_reason(problem, reads=True)})
    if not content:
        return Problem("file", rules.EMPTY, {"name": path.name})
    media = rules.media_of(content[:HEAD], _names_in(content))
    if media is None:
        return Problem("file", rules.NOT_TAKEN, {"name": path.name})
    thumbnail = None
    if media in rules.PICTURES:
        from registry_app.exchange import pictures  # not before a picture comes

        try:
            clean = pictures.cleaned(content, media, shrink=shrink)
        except pictures.NotAPicture:
            return Problem("file", rules.NOT_A_PICTURE, {"name": path.name})
        content, thumbnail = clean.content, clean.thumbnail
    return rules.kept_name(path.name, media), media, content, thumbnail


def _names_in(content: bytes) -> frozenset[str]:
    """What a zip holds; nothing of other files."""
    if not content.startswith(b"PK"):
        return frozenset()
    try:
        with ZipFile(BytesIO(content)) as packed:
            return frozenset(packed.namelist())
    except BadZipFile:
        return frozenset()
