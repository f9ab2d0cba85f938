"""Invented figures of results for papers, as the register would show them."""

from typing import Any

from registry_app.domain.ids import IndicatorId, ResultId
from registry_app.domain.results import ResultRow

FIGURES = (
    ("Tin báo, tố giác", "Tin báo quần chúng cung cấp", "tin", "18160", "168"),
    ("Tin báo, tố giác", "Tin liên quan đến an ninh chính trị", "tin", "3136", ""),
    ("Phát hiện, đấu tranh, bắt giữ", "Ma túy tổng hợp thu giữ", "kg", "?“3,61 kg 7”", ""),
    ("Phát hiện, đấu tranh, bắt giữ", "Heroin thu giữ", "kg", "4.968", "5.5"),
    ("Hòa giải, khiếu kiện", "Vụ mâu thuẫn, khiếu kiện phức tạp được ổn định", "vụ", "23/27", "20/27"),
    ("Tuần tra, quản lý, giáo dục", "Lượt người tham gia tuần tra, canh gác", "lượt người", "~40000", "38000"),
    ("Tuần tra, quản lý, giáo dục", "Lượt người tham gia quản lý, giáo dục", "lượt người", "9520", "9520"),
    ("An toàn về an ninh, trật tự", "Tỷ lệ gia đình an toàn nhất", "%", ">90", ""),
)
SIGNS = {">": "over", "~": "nearly", "?": "check"}


def result(number: int, **facts: Any) -> ResultRow:
    """The figure of that number, from 1."""
    topic, indicator, unit, figure, before = FIGURES[(number - 1) % len(FIGURES)]
    amount, _slash, total = figure.lstrip(">~?").partition("/")
    values: dict[str, Any] = {
        "id": ResultId(number),
        "code": f"KQ-{number:05}",
        "indicator_id": IndicatorId(number),
        "indicator": indicator,
        "indicator_code": f"CT-{number}",
        "unit": unit,
        "kind": "ratio" if total else "count",
        "topic": topic,
        "position": number * 10,
        "figure": figure,
        "amount": None if amount.startswith("“") else amount,
        "total": total or None,
        "percent": None,
        "exactness": SIGNS.get(figure[:1], "exact"),
        "as_written": "gần 40 nghìn" if figure.startswith("~") else "",
        "period": "2026-01-01/2026-06-30",
        "period_from": "2026-01-01",
        "period_to": "2026-06-30",
        "scope": "Phường Hồng Bàng",
        "model": "",
        "model_code": "",
        "model_id": None,
        "area": "",
        "area_id": None,
        "place": "",
        "paper_number": "97/BC-CAP",
        "source": "Báo cáo kết quả phong trào Toàn dân bảo vệ ANTQ 6 tháng đầu năm 2026",
        "notes": "",
        "before_period": "2025-07-01/2025-12-31" if before else "",
        "before_figure": before,
        **facts,
    }
    return ResultRow(**values)
