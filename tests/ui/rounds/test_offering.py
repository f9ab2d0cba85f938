"""What a new round is called and which days it covers before anything is typed."""

from datetime import date

import pytest

from registry_app.domain import words
from registry_app.ui.rounds.offering import offered


@pytest.mark.parametrize(
    ("kind", "today", "name", "first", "last"),
    [
        ("review", date(2026, 11, 22), "Rà soát 6 tháng cuối năm 2026", "2026-07-01", "2026-12-31"),
        ("review", date(2026, 6, 30), "Rà soát 6 tháng đầu năm 2026", "2026-01-01", "2026-06-30"),
        ("interim", date(2027, 1, 1), "Sơ kết 6 tháng đầu năm 2027", "2027-01-01", "2027-06-30"),
        ("final", date(2026, 3, 1), "Tổng kết năm 2026", "2026-01-01", "2026-12-31"),
        ("extra", date(2028, 2, 5), "Kiểm tra đột xuất tháng 02/2028", "2028-02-01", "2028-02-29"),
    ],
)
def test_name_and_period_follow_the_kind_and_the_day(kind: str, today: date, name: str, first: str, last: str) -> None:
    words.use("vi")

    found = offered(kind, today)

    assert (found.name, found.period_from.isoformat(), found.period_to.isoformat()) == (name, first, last)
    assert found.deadline == found.period_to
