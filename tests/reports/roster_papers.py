"""Every roster and sheet as a paper of invented rows, to be looked at and compared."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from registry_app.domain.fields import BY_NAME
from registry_app.domain.ids import ModelId
from registry_app.domain.membership import Course
from registry_app.domain.model import ModelRow
from registry_app.domain.search import Moment
from registry_app.domain.ward import Ward
from registry_app.domain.wish import POSTING, USUAL, Wish
from registry_app.reports import results, rosters, sheets
from registry_app.reports.declared import Declared, Setting
from registry_app.reports.sheets import ReviewLine
from registry_app.reports.shown import fields_of
from registry_app.reports.spec import Report

from . import roster_rows as made
from .result_rows import result

WARD = Ward(
    name="Phường Hồng Bàng",
    superior="Ủy ban nhân dân thành phố Hải Phòng",
    signer_name="Nguyễn Văn Mẫu",
    recipients=("Công an thành phố (để báo cáo)", "Lưu: VT, CAP"),
)
AT = Moment(date(2026, 11, 15))


def paper(declared: Declared, rows: Sequence[Any], wish: Wish = USUAL, of: str = "") -> Report:
    """``rows`` set by ``declared``, as they come."""
    setting = Setting(
        ward=WARD,
        at=AT,
        fields=fields_of(declared.noun),
        criteria="Tất cả; tính đến ngày 15/11/2026",
        of=of,
        wish=wish,
    )
    return declared.report(rows, setting)


def several(row: Any, count: int) -> list[Any]:
    """The first ``count`` rows that ``row`` makes."""
    return [row(number) for number in range(1, count + 1)]


def model_sheet() -> Report:
    """A model with long texts, its sites, teams and reviews."""
    model = ModelRow(
        **{
            **dict.fromkeys(ModelRow.__struct_fields__, ""),  # type: ignore[arg-type]
            "id": ModelId(1),
            "code": "LGP-2024-001",
            "name": made.MODEL,
            "type": "Tổ liên gia an toàn PCCC",
            "kind": "model",
            "partners": ("Hội Cựu chiến binh", "Đoàn Thanh niên"),
            "areas": tuple(made.area(number) for number in range(7)),
            "aim": "Vận động mỗi hộ mở lối thoát nạn thứ hai, trang bị bình chữa cháy. " * 6,
            "founded_on": "2024-03-05",
            "paper_number": "12/QĐ-UBND",
            "tags": (),
            "extra": {},
            "interval_months": None,
        }
    )
    reviews = [
        ReviewLine(
            on=f"{number:02}/05/2026",
            kind="Rà soát",
            grade="Tốt",
            effective="Có hiệu quả",
            findings="Duy trì tốt, hồ sơ đầy đủ.",
            decision="Giữ nguyên",
        )
        for number in range(1, 4)
    ]
    return sheets.MODEL_SHEET.report(
        several(made.site, 3),
        Setting(ward=WARD, at=AT, fields=fields_of("site"), of=model.name, criteria="Số liệu đến ngày 15/11/2026"),
        subject=model,
        subject_fields=BY_NAME,
        further=[several(made.team, 5), reviews],
    )


def person_sheet(wish: Wish = USUAL, *, courses: bool = True) -> Report:
    """A person with one service over and one that goes on."""
    over = replace(made.member(3), valid_to="2025-06-30", end_reason="moved", end_paper="30/QĐ-UBND")
    course = Course(name="Bồi dưỡng nghiệp vụ bảo vệ an ninh, trật tự ở cơ sở", on="2025-05-20")
    return sheets.PERSON_SHEET.report(
        [over, replace(made.member(30), person_id=over.person_id)],
        Setting(ward=WARD, at=AT, fields=fields_of("membership"), of=over.name, wish=wish),
        subject=made.person(3),
        subject_fields=fields_of("person"),
        further=[[course] if courses else []],
    )


PAPERS: Mapping[str, Report] = {
    "members": paper(rosters.MEMBERS, made.members(30)),
    "members-posting": paper(rosters.MEMBERS, made.members(14), Wish(copy=POSTING), of="Tổ liên gia số 1"),
    "members-blank": paper(rosters.MEMBERS, [], Wish(blank_lines=5)),
    "teams": paper(rosters.TEAMS, several(made.team, 20)),
    "sites": paper(rosters.SITES, several(made.site, 12)),
    "leaders": paper(rosters.LEADERS, [row for row in made.members(120) if row.role_kind == "leader"]),
    "households": paper(rosters.HOUSEHOLDS, several(made.household, 30)),
    "cameras": paper(rosters.CAMERAS, several(made.camera, 14)),
    "results": paper(results.RESULTS, several(result, 8)),
    "results-mixed": paper(results.RESULTS, [*several(result, 12), result(13, period="2025-01-01/2025-12-31")]),
    "people": paper(rosters.PEOPLE, several(made.person, 15)),
    "model-sheet": model_sheet(),
    "person-sheet": person_sheet(),
}
