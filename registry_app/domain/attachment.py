"""A file that is kept beside a model, a site, a camera point or a review: its name, kind and limits."""

from typing import NewType

from msgspec import Struct

from .words import N_

AttachmentId = NewType("AttachmentId", int)

OWNERS = ("model", "site", "team", "person", "camera_point", "review")
"""Tables whose rows may have files."""
MOST_BYTES = 20 * 2**20
"""Of one file."""
TOLD_BYTES = 500 * 2**20
"""Of all files of a register: from here on it is told that the register has grown large."""
SUFFIXES = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
"""What is taken: media type and the usual end of its file's name."""
PICTURES = frozenset(("image/jpeg", "image/png"))
NOT_TAKEN = N_("“{name}” is none of the files that are kept here: PDF, JPEG, PNG, DOCX, XLSX.")
TOO_LARGE = N_("“{name}” is larger than 20 MB. Make it smaller, or keep it elsewhere and note where.")
EMPTY = N_("“{name}” is empty.")
NOT_A_PICTURE = N_("“{name}” is damaged or no picture; nothing was kept.")


class Attachment(Struct, frozen=True, kw_only=True):
    """A kept file. ``noun`` and ``row_id`` say whose it is, ``digest`` names its bytes, ``size`` is in bytes,
    ``added_on`` an ISO day."""

    id: AttachmentId = AttachmentId(0)
    noun: str = "model"
    row_id: int = 0
    digest: str = ""
    name: str = ""
    media: str = ""
    size: int = 0
    added_on: str = ""
    notes: str = ""

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown as one."""
        return self.media in PICTURES


def size_text(size: int) -> str:
    """``size`` (bytes) for people: 850 kB, 1,2 MB."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def media_of(head: bytes, names: frozenset[str]) -> str | None:
    """The media type by content: the first bytes, and of a zip the ``names`` of what is in it; None for others."""
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if "[Content_Types].xml" in names:
        office = {"word/document.xml": "wordprocessingml.document", "xl/workbook.xml": "spreadsheetml.sheet"}
        for inside, kind in office.items():
            if inside in names:
                return f"application/vnd.openxmlformats-officedocument.{kind}"
    return None


def kept_name(name: str, media: str) -> str:
    """``name`` without folders, control characters and what a file system refuses, with the end that its kind has; at
    most 120 letters."""
    plain = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(letter for letter in plain if letter.isprintable() and letter not in '<>:"|?*').strip(" .")
    stem, dot, end = plain.rpartition(".")
    suffix = SUFFIXES[media]
    right = f".{end.lower()}" in (suffix, ".jpeg" if suffix == ".jpg" else suffix)
    stem = stem if dot and right else plain
    return f"{stem[:120].rstrip(' .') or 'tep'}{suffix}"
