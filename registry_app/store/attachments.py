"""The SQL about files kept beside rows: their bytes are stored once, by what they hold; the rows that name them are
logged like all others."""

from hashlib import blake2b

from registry_app.domain.attachment import Attachment, AttachmentId
from registry_app.domain.errors import NotFound
from registry_app.domain.words import N_

from .engine import Connection
from .entries import Usable

COLUMNS = "id, noun, row_id, blob_hash, name, media, size, added_on, notes"


class AttachmentShelf:
    """Files by the row whose they are. Writes stand inside ``registry.change``."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    def of(self, noun: str, row: int) -> list[Attachment]:
        """The files of one row, in the order in which they came."""
        query = f"SELECT {COLUMNS} FROM attachment WHERE noun = ? AND row_id = ? ORDER BY id"
        return [_attachment(found) for found in self._register.connection.execute(query, (noun, row))]

    def one(self, number: int) -> Attachment:
        """The file of that number. Raises NotFound."""
        query = f"SELECT {COLUMNS} FROM attachment WHERE id = ?"
        found = self._register.connection.execute(query, (number,)).fetchone()
        if found is None:
            raise NotFound(N_("This file is no longer in the register."))
        return _attachment(found)

    def content(self, digest: str) -> bytes:
        """The bytes. Raises NotFound when they are not there or are not what they were."""
        found = self._register.connection.execute("SELECT bytes FROM blob WHERE hash = ?", (digest,)).fetchone()
        if found is None or digest_of(found[0]) != digest:
            raise NotFound(N_("The content of this file is missing or damaged in the register."))
        return bytes(found[0])

    def thumbnail(self, digest: str) -> bytes | None:
        """A small JPEG of a picture; None for what is none."""
        found = self._register.connection.execute("SELECT thumbnail FROM blob WHERE hash = ?", (digest,)).fetchone()
        return bytes(found[0]) if found and found[0] else None

    def add(self, one: Attachment, content: bytes, thumbnail: bytes | None) -> AttachmentId:
        """Keep ``content`` (once, however often it is added) for the row that ``one`` names; returns its number."""
        digest, connection = digest_of(content), self._register.connection
        if connection.execute("SELECT 1 FROM blob WHERE hash = ?", (digest,)).fetchone() is None:
            connection.execute(
                "INSERT INTO blob (hash, bytes, thumbnail) VALUES (?, ?, ?)", (digest, content, thumbnail)
            )
        number = connection.execute(
            """INSERT INTO attachment (noun, row_id, blob_hash, name, media, size, added_on, notes)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            (one.noun, one.row_id, digest, one.name, one.media, len(content), one.added_on, one.notes),
        ).lastrowid
        return AttachmentId(number or 0)

    def rename(self, number: int, name: str, notes: str) -> None:
        """Give the file another name and other notes."""
        query = "UPDATE attachment SET name = ?, notes = ? WHERE id = ?"
        self._register.connection.execute(query, (name, notes, number))

    def delete(self, number: int) -> None:
        """Take the file from its row; its bytes stay as long as an undo may want them."""
        self._register.connection.execute("DELETE FROM attachment WHERE id = ?", (number,))

    def total_bytes(self) -> int:
        """How large all files are together, each counted once."""
        found = self._register.connection.execute("SELECT coalesce(sum(length(bytes)), 0) FROM blob").fetchone()
        return int(found[0])


def collect(connection: Connection) -> int:
    """Drop the bytes to which neither a row nor an image that an undo may need refers; how many were dropped."""
    return connection.execute(
        """DELETE FROM blob WHERE hash NOT IN (SELECT blob_hash FROM attachment)
           AND hash NOT IN (SELECT json_extract(image, '$.blob_hash') FROM change
           WHERE noun = 'attachment' AND kind = 'delete'
           AND action_id > coalesce((SELECT max(id) FROM action WHERE barrier), 0))"""
    ).rowcount


def digest_of(content: bytes) -> str:
    """What names these bytes: blake2b, 32 bytes, as hexadecimal text."""
    return blake2b(content, digest_size=32).hexdigest()


def _attachment(row: tuple[int, str, int, str, str, str, int, str, str]) -> Attachment:
    number, noun, row_id, digest, name, media, size, added_on, notes = row
    return Attachment(
        id=AttachmentId(number),
        noun=noun,
        row_id=row_id,
        digest=digest,
        name=name,
        media=media,
        size=size,
        added_on=added_on,
        notes=notes,
    )
