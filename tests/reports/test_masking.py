"""What a copy for the notice board shows of numbers and dates."""

import pytest

from registry_app.reports.masking import masked


@pytest.mark.parametrize(
    ("field", "text", "shown"),
    [
        ("phone", "0912 345 678", "•••••••678"),
        ("phone", "0912 345 678 / 0234 3822 123", "•••••••678 / ••••••••123"),
        ("leader_phone", "0912345678", "•••••••678"),
        ("id_number", "001068012345", "••••••••2345"),
        ("id_number", "123456789", "••••••789"),
        ("born", "05/03/1968", "1968"),
        ("born", "03/1968", "1968"),
        ("born", "1968", "1968"),
        ("phone", "", ""),
        ("name", "Nguyễn Văn An", "Nguyễn Văn An"),
        ("notes", "gọi 0912.345.678", "gọi •••••••678"),
        ("notes", "CCCD 001068012345 cấp 2021", "CCCD •••••••••345 cấp 2021"),
        ("notes", "gọi +84 912 345 678 nhé", "gọi ••••••••678 nhé"),
        ("paper_number", "12/QĐ-UBND ngày 05/03/2021", "12/QĐ-UBND ngày 05/03/2021"),
        ("cost", "1.200.000.000", "1.200.000.000"),
        ("code", "CAM-2026-001", "CAM-2026-001"),
        ("code", "NG-00012", "NG-00012"),
    ],
)
def test_only_the_end_of_a_number_and_the_year_of_a_date_are_shown(field: str, text: str, shown: str) -> None:
    assert masked(field, text) == shown
