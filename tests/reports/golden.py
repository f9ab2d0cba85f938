"""Compares a paper with the one that a person has looked at: content streams and text must stay as they were."""

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from registry_app.reports.paper import pdf
from registry_app.reports.spec import Report

from .reading import texts

FOLDER = Path(__file__).parent.parent / "golden" / "reports"


def streams(made: bytes) -> str:
    """The content of every page as text: letters outside ASCII are escaped in it already."""
    contents = [page.get_contents() for page in PdfReader(BytesIO(made)).pages]
    shown = [content.get_data().decode("ascii") for content in contents if content is not None]
    return "\n".join(f"page {number}\n{content}" for number, content in enumerate(shown, 1))


def compare(name: str, report: Report, *, rewrite: bool) -> None:
    """Fail where ``report`` is not as it was reviewed under ``name``; with ``rewrite`` keep it as reviewed."""
    made = pdf(report, compress=False)
    found = {
        FOLDER / f"{name}.txt": "\n\f\n".join(texts(made)) + "\n",
        FOLDER / f"{name}.streams.txt": streams(made) + "\n",
    }
    if rewrite:
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / f"{name}.pdf").write_bytes(pdf(report))
        for path, text in found.items():
            path.write_text(text, encoding="utf-8", newline="\n")
    assert {path.name: path.read_text(encoding="utf-8") for path in found} == {
        path.name: text for path, text in found.items()
    }
