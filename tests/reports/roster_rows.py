"""Rows of what is inside models to print in tests and benchmarks: invented, deterministic, of any length."""

from collections.abc import Sequence
from random import Random

from registry_app.domain.camera_point import CameraRow
from registry_app.domain.household import HouseholdRow
from registry_app.domain.ids import CameraId, HouseholdId, MembershipId, ModelId, PersonId, SiteId, TeamId
from registry_app.domain.membership import MemberRow
from registry_app.domain.person import PersonRow
from registry_app.domain.site import SiteRow
from registry_app.domain.team import TeamRow

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Vũ", "Đặng", "Bùi", "Đỗ")
MIDDLES = ("Văn", "Thị", "Đức", "Ngọc Thanh", "Minh", "Thị Hồng", "Quang", "Công Tằng Tôn Nữ")
GIVEN = ("An", "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Khôi", "Liễu", "Nghĩa", "Phượng", "Quyền", "Sương", "Tuyết")
STREETS = ("Lê Lợi", "Điện Biên Phủ", "Hoàng Văn Thụ", "Nguyễn Đức Cảnh", "Cầu Đất", "Trần Quang Khải")
MODEL = "Tổ liên gia an toàn phòng cháy, chữa cháy"
PER_TEAM = 12


def name(number: int) -> str:
    """Somebody's name."""
    chance = Random(number)
    return f"{chance.choice(SURNAMES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)}"


def address(number: int) -> str:
    """Where somebody lives."""
    chance = Random(number + 7)
    return f"Số {chance.randint(1, 200)}, ngõ {chance.randint(1, 90)}, đường {chance.choice(STREETS)}"


def born(number: int) -> str:
    """A date of birth, sometimes the year alone."""
    chance = Random(number + 11)
    year = chance.randint(1950, 2004)
    return str(year) if number % 4 == 0 else f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def phone(number: int) -> str:
    """A mobile number that nobody has."""
    return f"0900{number:06}"


def area(number: int) -> str:
    """A residential area."""
    return f"Tổ dân phố {number % 7 + 1}"


def member(number: int) -> MemberRow:
    """One member; twelve make a team, the third of them leads it."""
    team = (number - 1) // PER_TEAM + 1
    place = (number - 1) % PER_TEAM
    role, kind = {2: ("Tổ trưởng", "leader"), 5: ("Tổ phó", "deputy")}.get(place, ("Tổ viên", "member"))
    return MemberRow(
        id=MembershipId(number),
        person_id=PersonId(number),
        team_id=TeamId(team),
        model_id=ModelId(1),
        code=f"NG-{number:05}",
        name=name(number),
        role=role,
        role_kind=kind,
        born=born(number),
        sex="female" if number % 3 == 0 else "male",
        phone=phone(number) if number % 5 else "",
        id_number=f"0010{number:08}",
        address=address(number),
        team=f"Tổ liên gia số {team}",
        team_code=f"TO-{team:05}",
        site=area(team),
        area=area(team),
        model=MODEL,
        model_code="LGP-2024-001",
        type="Tổ liên gia an toàn PCCC",
        valid_from="2024-03-05",
        valid_to=None,
        paper_number="12/QĐ-UBND",
        end_reason=None,
        end_paper="",
        education="secondary",
        minority=None,
        ethnicity="Kinh",
        religion="",
        notes="Kiêm trưởng ban công tác Mặt trận" if number % 9 == 0 else "",
    )


def members(count: int) -> Sequence[MemberRow]:
    """The first ``count`` members, team by team."""
    return [member(number) for number in range(1, count + 1)]


def team(number: int) -> TeamRow:
    """One team; three make a site, nine a model."""
    return TeamRow(
        id=TeamId(number),
        code=f"TO-{number:05}",
        name=f"Tổ liên gia số {number}",
        site=area(number // 3),
        site_id=SiteId(number // 3),
        area=area(number // 3),
        model=f"{MODEL} cụm {number // 9 + 1}",
        model_code=f"LGP-2024-{number // 9 + 1:03}",
        model_id=ModelId(number // 9 + 1),
        type="Tổ liên gia an toàn PCCC",
        statutory=False,
        leader=name(number) if number % 8 else "",
        leader_born=born(number) if number % 8 else None,
        leader_phone=phone(number) if number % 8 else "",
        deputies="; ".join(name(number + step) for step in range(number % 3)),
        members=PER_TEAM,
        decided=15,
        households=number % 20,
        paper_number="12/QĐ-UBND",
        valid_from="2024-03-05",
        valid_to=None,
        notes="",
    )


def site(number: int) -> SiteRow:
    """One site; four make a model."""
    return SiteRow(
        id=SiteId(number),
        title=area(number),
        name="",
        place_kind="residential",
        area=area(number),
        model=f"{MODEL} cụm {number // 4 + 1}",
        model_code=f"LGP-2024-{number // 4 + 1:03}",
        model_id=ModelId(number // 4 + 1),
        type="Tổ liên gia an toàn PCCC",
        leader=name(number),
        leader_phone=phone(number),
        teams=number % 5,
        members=number % 5 * PER_TEAM,
        households=number * 3,
        cameras=0,
        valid_from="2024",
        valid_to=None,
    )


def household(number: int) -> HouseholdRow:
    """One household; twelve make a team."""
    group = (number - 1) // PER_TEAM + 1
    return HouseholdRow(
        id=HouseholdId(number),
        code=f"HO-{number:05}",
        head=name(number),
        address=address(number),
        area=area(group),
        team=f"Tổ liên gia số {group}",
        team_code=f"TO-{group:05}",
        model=MODEL,
        model_code="LGP-2024-001",
        type="Tổ liên gia an toàn PCCC",
        people=number % 6 + 1,
        phone=phone(number),
        pledged_on="2024-04-12" if number % 4 else None,
        valid_from=None,
        valid_to=None,
        notes="",
    )


def camera(number: int) -> CameraRow:
    """One camera point; five stand in an area."""
    chance = Random(number)
    return CameraRow(
        id=CameraId(number),
        code=f"DC-{number:05}",
        name=f"Camera {number:02} đường {chance.choice(STREETS)}",
        place=f"Cột điện đầu ngõ {chance.randint(1, 90)}, đường {chance.choice(STREETS)}",
        site=area(number // 5),
        area=area(number // 5),
        model="Camera an ninh",
        model_code="CAM-2021-001",
        eyes=chance.randint(1, 4),
        recorders=number % 2,
        kind=chance.choice(("watch", "plate", "speaker")),
        owner=chance.choice(("ward", "area", "household")),
        owner_name=name(number) if number % 3 == 0 else "",
        funding=chance.choice(("budget", "social", None)),
        cost=number * 1_500_000,
        connected_to="Công an phường",
        days_kept=30,
        sharing="yes" if number % 2 else "no",
        shared_on="2021-12-31" if number % 2 else None,
        sign="yes",
        state="broken" if number % 7 == 0 else "working",
        checked_on="2026-03-02",
        valid_from=None,
        valid_to=None,
        notes="",
    )


def person(number: int) -> PersonRow:
    """One person; every fourth serves twice."""
    teams = 2 if number % 4 == 0 else 1
    return PersonRow(
        id=PersonId(number),
        code=f"NG-{number:05}",
        name=name(number),
        born=born(number),
        sex="male",
        phone=phone(number),
        id_number=f"0010{number:08}",
        address=address(number),
        area=area(number),
        roles=("Tổ viên",) * teams,
        teams=tuple(f"Tổ liên gia số {number + step}" for step in range(teams)),
        models=(MODEL,) * teams,
        education=None,
        minority=None,
        ethnicity="Tày",
        religion="Công giáo",
        notes="",
    )
