"""Pages that a person has looked at: content streams and text must stay as they were.

``poe golden`` rewrites them; look at the PDFs beside the texts before keeping them.
"""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from registry_app.reports.paper import pdf
from registry_app.reports.spec import Group, Report
from tests.reports.reading import texts
from tests.reports.roster_papers import PAPERS
from tests.reports.samples import FOUR, TWELVE, appendix, internal, rows

FOLDER = Path(__file__).parent.parent / "golden" / "reports"

REPORTS = {
    "internal": internal([Group(rows=rows(30, FOUR))], FOUR),
    "groups": internal(
        [Group(title="Camera an ninh", rows=rows(4, TWELVE)), Group(title="Tổ liên gia", rows=rows(3, TWELVE))], TWELVE
    ),
    "appendix": appendix([Group(rows=[*rows(3, FOUR), ("4", "Tổ <b & 🙂 " + "dài" * 60, "", "")])], FOUR),
    **PAPERS,
}


def streams(made: bytes) -> str:
    """The content of every page as text: letters outside ASCII are escaped in it already."""
    contents = [page.get_contents() for page in PdfReader(BytesIO(made)).pages]
    shown = [content.get_data().decode("ascii") for content in contents if content is not None]
    return "\n".join(f"page {number}\n{content}" for number, content in enumerate(shown, 1))


@pytest.mark.golden
@pytest.mark.parametrize("name", REPORTS)
def test_the_paper_is_as_it_was_reviewed(name: str, rewrite_golden: bool) -> None:
    report: Report = REPORTS[name]
    made = pdf(report, compress=False)
    found = {
        FOLDER / f"{name}.txt": "\n\f\n".join(texts(made)) + "\n",
        FOLDER / f"{name}.streams.txt": streams(made) + "\n",
    }

    if rewrite_golden:
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / f"{name}.pdf").write_bytes(pdf(report))
        for path, text in found.items():
            path.write_text(text, encoding="utf-8", newline="\n")

    assert {path.name: path.read_text(encoding="utf-8") for path in found} == {
        path.name: text for path, text in found.items()
    }
