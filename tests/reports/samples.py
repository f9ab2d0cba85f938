"""Reports to print in tests and benchmarks: invented, deterministic, of any length."""

from collections.abc import Sequence
from datetime import date
from random import Random

from registry_app.reports.spec import Align, Column, Group, Kind, Letterhead, Report, Signature

KINDS = (
    "Camera an ninh",
    "Tổ liên gia an toàn về an ninh, trật tự",
    "Câu lạc bộ phòng, chống tội phạm",
    "Tổ tự quản khu nhà trọ công nhân",
    "Tiếng kẻng an ninh",
    "Cụm liên kết bảo đảm an ninh, trật tự địa bàn giáp ranh",
    "Cổng trường an toàn giao thông",
)
LEADS = (
    "Công an phường",
    "Ủy ban Mặt trận Tổ quốc Việt Nam phường",
    "Hội Cựu chiến binh",
    "Hội Liên hiệp Phụ nữ phường",
)
STATUSES = ("Đang hoạt động", "Tạm dừng", "Thanh loại", "Đang xây dựng")

LETTERHEAD = Letterhead(superior="Ủy ban nhân dân thành phố Hải Phòng", issuer="Ủy ban nhân dân phường Hồng Bàng")

EIGHT = (
    Column(key="ordinal", title="STT", align=Align.CENTER),
    Column(key="code", title="Mã số"),
    Column(key="name", title="Tên mô hình"),
    Column(key="type", title="Loại mô hình"),
    Column(key="lead", title="Đơn vị chủ trì"),
    Column(key="areas", title="Địa bàn áp dụng"),
    Column(key="status", title="Trạng thái", align=Align.CENTER),
    Column(key="next", title="Hạn rà soát", align=Align.CENTER),
)
FOUR = (EIGHT[0], EIGHT[2], EIGHT[4], EIGHT[7])
TWELVE = (
    *EIGHT,
    Column(key="paper", title="Văn bản thành lập (số, ngày, người ký)"),
    Column(key="sites", title="Số điểm", align=Align.RIGHT),
    Column(key="grade", title="Xếp loại", align=Align.CENTER),
    Column(key="notes", title="Ghi chú"),
)


def row(number: int, columns: Sequence[Column] = EIGHT) -> tuple[str, ...]:
    """One model's cells, the same for the same number."""
    chance = Random(number)
    kind, area = chance.choice(KINDS), chance.randint(1, 24)
    cells = {
        "ordinal": str(number),
        "code": f"TLG-{chance.randint(2003, 2026)}-{number:03}",
        "name": f"{kind} số {number}, tổ dân phố {area} phường Hồng Bàng",
        "type": kind,
        "lead": chance.choice(LEADS),
        "areas": "; ".join(f"Tổ dân phố {area + step}" for step in range(chance.randint(1, 4))),
        "status": chance.choice(STATUSES),
        "next": f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/2026",
        "paper": f"{chance.randint(10, 999)}/QĐ-UBND ngày 05/03/2021, Chủ tịch UBND phường",
        "sites": str(chance.randint(1, 40)),
        "grade": chance.choice(("Tốt", "Khá", "Trung bình", "Không phân loại")),
        "notes": chance.choice(("", "", "Cần kiện toàn ban chủ nhiệm do thay đổi tổ trưởng tổ dân phố")),
    }
    return tuple(cells[column.key] for column in columns)


def rows(count: int, columns: Sequence[Column] = EIGHT) -> list[tuple[str, ...]]:
    """The first ``count`` models."""
    return [row(number, columns) for number in range(1, count + 1)]


def internal(groups: Sequence[Group], columns: Sequence[Column] = EIGHT, **changes: object) -> Report:
    """An internal paper with everything that one can have."""
    count = sum(len(group.rows) for group in groups)
    values: dict[str, object] = {
        "kind": Kind.INTERNAL,
        "letterhead": Letterhead(
            superior="Ủy ban nhân dân thành phố Hải Phòng", issuer="Ủy ban nhân dân phường Hồng Bàng"
        ),
        "number": "/DS-UBND",
        "place": "Hồng Bàng",
        "day": date(2026, 3, 5),
        "title": "Danh sách",
        "abstract": "Mô hình phong trào toàn dân bảo vệ an ninh Tổ quốc trên địa bàn phường",
        "criteria": "(Trạng thái: đang hoạt động; sắp theo tên)",
        "columns": columns,
        "groups": groups,
        "total": f"Tổng cộng: {count} mô hình",
        "recipients": ("Công an thành phố (để báo cáo)", "Thường trực Đảng ủy, HĐND phường", "Lưu: VT, CAP"),
        "signature": Signature(authority="TM. Ủy ban nhân dân", position="Chủ tịch", name="Nguyễn Văn Mẫu"),
    }
    return Report(**(values | changes))  # type: ignore[arg-type]


def appendix(groups: Sequence[Group], columns: Sequence[Column] = EIGHT, **changes: object) -> Report:
    """An appendix of the same list."""
    return internal(groups, columns, **({"kind": Kind.APPENDIX, "roman": "II"} | changes))
