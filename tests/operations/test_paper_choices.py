"""What is offered for a paper fits every report, and says in grey what stands on the paper."""

from datetime import date

import pytest

from registry_app.domain.search import Moment, Search
from registry_app.domain.wish import Wish
from registry_app.operations import paper_choices, printing
from registry_app.store.registry import Registry

AT = Moment(date(2026, 11, 22))


@pytest.mark.parametrize("report", printing.REPORTS)
def test_every_report_has_choices_with_its_own_columns_first(sample_ward: Registry, report: str) -> None:
    found = paper_choices.choices(sample_ward, report, Wish(), of="Tổ 5")

    assert found.usual
    assert set(found.usual) <= set(found.columns)
    assert "{" not in "".join(found.words.values())


def test_the_words_are_those_of_the_paper(sample_ward: Registry) -> None:
    (number,) = sample_ward.inside.teams.ids(Search(noun="team"), AT, 1)
    of = printing.owner(sample_ward, sample_ward.inside.teams.one(number).code)

    found = paper_choices.choices(sample_ward, "members", Wish(), of=of.name)

    paper = printing.prepare(sample_ward, "members", printing.default_search("members"), AT, of=of)
    assert found.words["abstract"] == paper.report.abstract
    assert found.words["title"] == paper.report.title
