"""The paper of results: topic by topic, figures with unit and exactness, against the period before."""

from decimal import Decimal

import pytest

from registry_app.domain.results import ResultRow
from registry_app.domain.wish import Wish
from registry_app.reports.results import RESULTS, count_results, difference, topic_by_topic
from registry_app.reports.spec import Report
from tests.reports.result_rows import result
from tests.reports.roster_papers import paper, several


def column(report: Report, key: str) -> list[str]:
    place = [one.key for one in report.columns].index(key)
    return [row[place] for group in report.groups for row in group.rows]


def test_figures_stand_under_their_topics_with_unit_and_exactness() -> None:
    report = paper(RESULTS, several(result, 8))

    assert [group.title for group in report.groups][:2] == ["Tin báo, tố giác", "Phát hiện, đấu tranh, bắt giữ"]
    assert column(report, "said") == [
        "18.160 tin",
        "3.136 tin",
        "“3,61 kg 7”",
        "4,968 kg",
        "23/27 vụ (85,2%)",
        "gần 40.000 lượt người",
        "9.520 lượt người",
        "trên 90%",
    ]


def test_each_figure_is_told_against_the_period_before_where_that_is_certain() -> None:
    told = column(paper(RESULTS, several(result, 8)), "compared")

    assert told[0] == "+17.992 (+10.709,5%); 6 tháng cuối năm 2025: 168 tin"
    assert told[1] == ""
    assert told[3] == "−0,532 (−9,7%); 6 tháng cuối năm 2025: 5,5 kg"
    assert told[4] == "+3 (+15%); 6 tháng cuối năm 2025: 20/27 vụ (74,1%)"
    assert told[5] == "6 tháng cuối năm 2025: 38.000 lượt người"
    assert told[6] == "không đổi; 6 tháng cuối năm 2025: 9.520 lượt người"


def mixed() -> list[ResultRow]:
    """Figures of two periods, scopes and sources."""
    other = {"period": "2025-07-01/2025-12-31", "period_to": "2025-12-31", "scope": "Tổ dân phố 5", "source": "Báo cáo"}
    return [*several(result, 7), result(8, **other)]


def test_what_all_figures_have_in_common_is_said_once_and_takes_no_column() -> None:
    common, apart = paper(RESULTS, several(result, 8)), paper(RESULTS, mixed())

    assert [one.key for one in common.columns] == ["number", "indicator", "said", "compared"]
    assert "; Kỳ: 6 tháng đầu năm 2026; Nguồn: Báo cáo kết quả phong trào" in common.criteria
    assert common.criteria.endswith("; 97/BC-CAP")
    assert [one.key for one in apart.columns][3:] == ["period", "scope", "compared", "stated"]
    assert "Nguồn" not in apart.criteria


def test_columns_that_were_asked_for_stay_and_what_is_said_already_is_not_said_again() -> None:
    asked = paper(RESULTS, several(result, 8), Wish(columns=("indicator", "period")))
    of_area = paper(RESULTS, [result(1, area="Tổ 5", scope="Tổ 5")])

    assert [one.key for one in asked.columns] == ["number", "indicator", "period"]
    assert "Kỳ:" not in asked.criteria
    assert "Của: Tổ 5" in of_area.criteria


def test_the_total_counts_figures_and_those_to_be_checked() -> None:
    assert count_results(several(result, 8)) == "8 số liệu, 1 cần kiểm tra"
    assert count_results([]) == "0 số liệu"


def test_topics_stay_together_the_wards_own_figures_first_and_the_latest_first() -> None:
    rows = [
        result(1, period_to="2025-12-31", period_from="2025-07-01"),
        result(3),
        result(1, scope="An Bình – câu lạc bộ", model="Câu lạc bộ"),
        result(2),
        result(1),
    ]

    shown = [(row.topic[:3], row.indicator[:12], row.model, row.period_to[:4]) for row in topic_by_topic(rows)]

    assert shown == [
        ("Tin", "Tin báo quần", "", "2026"),
        ("Tin", "Tin báo quần", "", "2025"),
        ("Tin", "Tin báo quần", "Câu lạc bộ", "2026"),
        ("Tin", "Tin liên qua", "", "2026"),
        ("Phá", "Ma túy tổng ", "", "2026"),
    ]


@pytest.mark.parametrize(
    ("now", "then", "said"),
    [
        ("12", "10", "+2 (+20%)"),
        ("9", "12", "−3 (−25%)"),
        ("5", "5", "không đổi"),
        ("5", "0", "+5"),
        ("0.1", "0.3", "−0,2 (−66,7%)"),
    ],
)
def test_a_difference_is_told_with_its_share(now: str, then: str, said: str) -> None:
    assert difference(Decimal(now), Decimal(then)) == said
