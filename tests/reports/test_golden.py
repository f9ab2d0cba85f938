"""Pages that a person has looked at: content streams and text must stay as they were.

``poe golden`` rewrites them; look at the PDFs beside the texts before keeping them.
"""

import pytest

from registry_app.reports.spec import Group, Report
from tests.reports import golden
from tests.reports.roster_papers import PAPERS
from tests.reports.samples import FOUR, TWELVE, appendix, internal, rows

REPORTS: dict[str, Report] = {
    "internal": internal([Group(rows=rows(30, FOUR))], FOUR),
    "groups": internal(
        [Group(title="Camera an ninh", rows=rows(4, TWELVE)), Group(title="Tổ liên gia", rows=rows(3, TWELVE))], TWELVE
    ),
    "appendix": appendix([Group(rows=[*rows(3, FOUR), ("4", "Tổ <b & 🙂 " + "dài" * 60, "", "")])], FOUR),
    **PAPERS,
}


@pytest.mark.golden
@pytest.mark.parametrize("name", REPORTS)
def test_the_paper_is_as_it_was_reviewed(name: str, rewrite_golden: bool) -> None:
    golden.compare(name, REPORTS[name], rewrite=rewrite_golden)
