"""Gather the texts of the program into one .po a package, keep their Vietnamese, and compile them into one .mo.

``python -m tools.words`` writes; ``--check`` writes nothing and exits 1 naming what is missing, stale or wrong.
"""

import argparse
import ast
import io
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("domain", "store", "exchange", "reports", "operations", "cli", "ui")
BESIDE_PACKAGES = "cli"  # has the words of __main__ too
KEYWORDS = {"_": None, "N_": None, "n_": (1, 2)}


class _Words(Catalog):
    """A catalogue whose header has no dates and no versions: the same words are the same bytes."""

    mime_headers = property(
        lambda _self: [
            ("Language", "vi"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", "nplurals=1; plural=0;\n"),
        ]
    )

    def __init__(self) -> None:
        super().__init__(
            locale="vi", header_comment="# Vietnamese words. Translate msgstr; the rest is gathered.", fuzzy=False
        )


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Write or check; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.words", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 when anything is to be done")
    check = parser.parse_args(arguments).check
    wanted = files(root)
    if not check:
        for path, content in wanted.items():
            write(path, content)
    found = problems(root)
    print("\n".join(found) or "every message has its Vietnamese")
    return 1 if check and found else 0


def files(root: Path = ROOT) -> dict[Path, bytes]:
    """What every .po and the .mo should hold now: the texts in the code with the translations on disk."""
    known = {package: _read(_po(root, package)) for package in PACKAGES}
    gathered = {package: _gather(root, package, known) for package in PACKAGES}
    together = _Words()
    for message in (message for words in gathered.values() for message in _messages(words)):
        if not _blank(message) and message.id not in together and not message.fuzzy:
            together.add(message.id, message.string)
    compiled = io.BytesIO()
    write_mo(compiled, together)
    wanted = {_po(root, package): _written(words) for package, words in gathered.items()}
    return {**wanted, _mo(root): compiled.getvalue()}


def write(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` when it is not there already."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def problems(root: Path = ROOT) -> list[str]:
    """What a translator or a run of this tool has to mend, one sentence each."""
    found = []
    elsewhere: dict[object, Message] = {}
    for path, content in files(root).items():
        if not path.is_file() or path.read_bytes() != content:
            found.append(f"{path.name}: stale, run python -m tools.words")
        if path.suffix == ".po":
            for message in _messages(read_po(io.BytesIO(content), locale="vi")):
                found += [f"{path.name}: {what}" for what in _wrong(message)]
                other = elsewhere.setdefault(message.id, message)
                if other.string != message.string and not _blank(other) and not _blank(message):
                    found.append(f"{path.name}: “{_source(message)}” has another translation in another package")
    return found


def _wrong(message: Message) -> Iterator[str]:
    source = _source(message)
    if _blank(message):
        yield f"“{source}” has no Vietnamese"
        return
    if message.fuzzy:
        yield f"“{source}” is fuzzy"
    if _names(source) != _names(_translation(message)):
        yield f"“{source}”: the {{names}} differ in “{_translation(message)}”"


def _gather(root: Path, package: str, known: dict[str, Catalog]) -> Catalog:
    words = _Words()
    for file in _sources(root, package):
        ast.parse(file.read_bytes(), str(file))  # a half-written file must not cost its translations
        for _line, text, _comments, _context in extract_from_file("python", file, keywords=KEYWORDS):
            old = _translated(text, package, known)
            words.add(text, old.string if old else None, flags=("fuzzy",) if old and old.fuzzy else ())
    return words


def _translated(text: str | tuple[str, ...], package: str, known: dict[str, Catalog]) -> Message | None:
    """The translation of ``text`` in its package's catalogue, else in any other."""
    for name in (package, *PACKAGES):
        old = known[name].get(text)
        if old is not None and old.id == text and not _blank(old):
            return old
    return None


def _sources(root: Path, package: str) -> list[Path]:
    program = root / "registry_app"
    beside = program.glob("*.py") if package == BESIDE_PACKAGES else ()
    return sorted([*(program / package).rglob("*.py"), *beside])


def _read(path: Path) -> Catalog:
    if not path.is_file():
        return _Words()
    with path.open("rb") as stream:
        return read_po(stream, locale="vi", abort_invalid=True)


def _written(words: Catalog) -> bytes:
    stream = io.BytesIO()
    write_po(stream, words, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
    return stream.getvalue()


def _messages(words: Catalog) -> Iterator[Message]:
    return (message for message in words if message.id)


def _blank(message: Message) -> bool:
    return not _translation(message)


def _source(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[-1]


def _translation(message: Message) -> str:
    text = message.string or ""
    return text if isinstance(text, str) else text[0] or ""


def _names(text: str) -> set[str]:
    try:
        return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {text}


def _po(root: Path, package: str) -> Path:
    return root / "resources" / "i18n" / "vi" / f"{package}.po"


def _mo(root: Path) -> Path:
    return root / "resources" / "i18n" / "vi.mo"


if __name__ == "__main__":
    sys.exit(main())
