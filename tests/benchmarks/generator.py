"""A register of any size for measuring: invented, realistic in words and lengths, the same for the same number.

It is written through ``registry.change``, so that the log, the derived data and the hashes are those of real work.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from msgspec import Struct, field
from msgspec.structs import fields

from registry_app.domain.entries import Area, ModelType, Organisation, Tag
from registry_app.domain.ward import Ward
from registry_app.domain.words import N_
from registry_app.operations import files
from registry_app.store.registry import Registry

TODAY = date(2026, 11, 15)
"""The day on which the register was last worked on: ask it at this day."""

_BATCH = 10_000
_FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
]
_MIDDLE = ["Văn", "Thị", "Đức", "Hữu", "Minh", "Quốc", "Thanh", "Ngọc", "Xuân", "Công", "Đình", "Kim"]
_GIVEN = [
    "An",
    "Bình",
    "Cường",
    "Dũng",
    "Giang",
    "Hà",
    "Hùng",
    "Khánh",
    "Lan",
    "Mai",
    "Nam",
    "Phúc",
    "Quân",
    "Thủy",
    "Tuấn",
    "Yến",
]
_PLACES = (
    ["An", "Bình", "Chánh", "Đông", "Hòa", "Long", "Minh", "Mỹ", "Phú", "Quang", "Sơn", "Tân", "Thượng", "Vĩnh"],
    ["Cường", "Dương", "Hải", "Hưng", "Khánh", "Lạc", "Lộc", "Lợi", "Nghĩa", "Phong", "Phước", "Thuận", "Yên"],
)
_WHERE = (
    "tổ dân phố {n}",
    "khu phố {n}",
    "ngõ {n} phố {place}",
    "chợ {place}",
    "đường {place}",
    "chung cư {place} {n}",
    "Trường Tiểu học {place}",
    "xóm {place} {n}",
)
_NUMBERED = ("số {n}", "điểm {n}", "cụm {n}")
_NOTES = (
    "Cần kiện toàn ban chủ nhiệm do thay đổi tổ trưởng tổ dân phố.",
    "Màn hình theo dõi đặt tại nhà văn hóa; đề nghị bổ sung biển báo tại nơi có camera.",
    "Duy trì giao ban hằng tháng với Công an phường, thông tin qua nhóm Zalo.",
)
_FINDINGS = (
    "",
    "Hoạt động ổn định, nền nếp.",
    "Còn hình thức; số buổi sinh hoạt chưa bảo đảm theo quy chế.",
    "Đã vận động được thêm hộ tham gia.",
)
_SELDOM = ("Kỳ Hòa", "Bạch Đằng", "Gò Vấp", "Yết Kiêu", "Thủy Nguyên", "Quỳnh Lưu")
_STATUS_ODDS = {"active": 84, "preparing": 4, "paused": 5, "ended": 7}


class _Rows(Struct):
    """What one action inserts, by table; the fields are the tables' names."""

    model: list[dict[str, object]] = field(default_factory=list)
    model_partner: list[dict[str, object]] = field(default_factory=list)
    model_tag: list[dict[str, object]] = field(default_factory=list)
    model_extra: list[dict[str, object]] = field(default_factory=list)
    site: list[dict[str, object]] = field(default_factory=list)
    status_change: list[dict[str, object]] = field(default_factory=list)
    review: list[dict[str, object]] = field(default_factory=list)


def generate(path: Path, models: int = 100_000) -> None:
    """Make the register ``path`` with that many models. Raises CannotOpen when there is something at ``path``."""
    with files.create(path, Ward(name="Phường Thử Tải"), who="Đo đạc") as registry:
        _fill_lists(registry)
        maker = _Maker(registry)
        for start in range(1, models + 1, _BATCH):
            rows = maker.rows(range(start, min(start + _BATCH, models + 1)))
            with registry.change(N_("Add model")):
                _insert(registry, rows)


def _fill_lists(registry: Registry) -> None:
    with registry.change(N_("Add to list")):
        for number in range(1, 301):
            registry.entries.save(Area(name=f"Tổ dân phố {number}", kind="Tổ dân phố", number=str(number)))
        for place in _PLACES[0]:
            for number in range(1, 7):
                registry.entries.save(Area(name=f"Khu phố {place} {_PLACES[1][number]} {number}", kind="Khu phố"))
        for place in _PLACES[1]:
            registry.entries.save(Organisation(name=f"Công an phường {place}"))
        for name in ("trọng điểm", "điểm", "nhân rộng", "5 nhất", "kiểu mẫu", "chuyển đổi số", "xã hội hóa"):
            registry.entries.save(Tag(name=name))


def _insert(registry: Registry, rows: _Rows) -> None:
    for table in fields(rows):
        found: list[dict[str, object]] = getattr(rows, table.name)
        if found:
            names = ", ".join(f'"{name}"' for name in found[0])
            marks = ", ".join(f":{name}" for name in found[0])
            registry.connection.executemany(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", found)


class _Maker:
    """Invents models with all that hangs on them; numbers of rows are given here."""

    def __init__(self, registry: Registry) -> None:
        lists = registry.lists
        self._chance = Random(20261115)
        self._types = list(lists.types.values())
        self._extras = {one.id: lists.extras_of(number) for number, one in lists.types.items()}
        self._fields = list(lists.fields)
        self._organisations = list(lists.organisations)
        self._areas = list(lists.areas)
        self._tags = list(lists.tags)
        self._grades = list(lists.grades)
        self._statuses = {
            kind: [one.id for one in lists.statuses.values() if one.kind == kind] for kind in _STATUS_ODDS
        }
        self._aims: dict[str, list[str]] = {}
        for one in files.data("sample", "models.json"):
            self._aims.setdefault(one["type"], [""]).append(one["aim"])

    def rows(self, numbers: Sequence[int]) -> _Rows:
        """The models of ``numbers``."""
        made = _Rows()
        for number in numbers:
            self._add(made, number)
        return made

    def _add(self, made: _Rows, number: int) -> None:
        chance = self._chance
        kind_of_model = self._types[int(len(self._types) * chance.random() ** 2)]
        founded = TODAY - timedelta(days=chance.randint(30, 8000))
        made.model.append(self._model(number, kind_of_model, founded))
        for table, column, few in (
            (made.model_partner, "organisation_id", chance.sample(self._organisations, chance.randint(0, 2))),
            (made.model_tag, "tag_id", chance.sample(self._tags, chance.choice((0, 0, 0, 1, 2)))),
        ):
            table.extend({"model_id": number, column: one} for one in few)
        for area in chance.sample(self._areas, chance.choice((1, 1, 1, 2, 3))):
            made.site.append({"model_id": number, "area_id": area, "valid_from": founded.isoformat()})
        for extra in self._extras[kind_of_model.id]:
            if extra.kind == "number":
                value = str(chance.randint(1, 400))
                made.model_extra.append({"model_id": number, "extra_id": extra.id, "value": value})
        made.status_change.extend(self._statuses_of(number, founded))
        made.review.extend(self._reviews_of(number, founded))

    def _model(self, number: int, kind_of_model: ModelType, founded: date) -> dict[str, object]:
        chance = self._chance
        has_paper = chance.random() < 0.9
        return {
            "id": number,
            "code": f"{kind_of_model.code}-{founded.year}-{number:06}",
            "name": self._name(kind_of_model.name, number),
            "type_id": kind_of_model.id,
            "kind": "theme" if chance.random() < 0.05 else "model",
            "field_id": chance.choice((None, *self._fields)),
            "level": chance.choice((None, "ward", "ward", "ward", "district", "province")),
            "lead_id": chance.choice(self._organisations) if chance.random() < 0.95 else None,
            "paper_kind": chance.choice(("Quyết định", "Kế hoạch", "Quy chế")) if has_paper else "",
            "paper_number": f"{chance.randint(1, 400)}/QĐ-UBND" if has_paper else "",
            "founded_on": founded.isoformat() if chance.random() < 0.9 else str(founded.year),
            "paper_signer": self._person() if has_paper else "",
            "aim": chance.choice(self._aims.get(kind_of_model.code, [""])),
            "funding": chance.choice(("", "Ngân sách phường", "Xã hội hóa 30.000.000 đồng")),
            "notes": chance.choice(_NOTES) if chance.random() < 0.3 else "",
            "interval_months": 3 if chance.random() < 0.05 else None,
            "trashed_on": TODAY.isoformat() if chance.random() < 0.01 else None,
        }

    def _name(self, kind_of_model: str, number: int) -> str:
        chance = self._chance
        place = _SELDOM[number // 200 % len(_SELDOM)] if number % 200 == 0 else " ".join(map(chance.choice, _PLACES))
        where = chance.choice(_WHERE).format(n=chance.randint(1, 300), place=place)
        if number % 200 == 0:
            where = f"đường {place}"
        tail = f" {chance.choice(_NUMBERED).format(n=chance.randint(1, 40))}" if chance.random() < 0.3 else ""
        return f"{kind_of_model} {where}{tail}"

    def _person(self) -> str:
        return " ".join(map(self._chance.choice, (_FAMILY, _MIDDLE, _GIVEN)))

    def _statuses_of(self, number: int, founded: date) -> Iterator[dict[str, object]]:
        chance = self._chance
        (kind,) = chance.choices(list(_STATUS_ODDS), list(_STATUS_ODDS.values()))
        yield self._status(number, "preparing" if kind == "preparing" else "active", founded, "")
        if kind in ("paused", "ended"):
            day = founded + (TODAY - founded) * chance.random()
            yield self._status(number, kind, day, "Không còn phù hợp với tình hình thực tế")

    def _status(self, number: int, kind: str, on: date, reason: str) -> dict[str, object]:
        status = self._chance.choice(self._statuses[kind])
        return {"model_id": number, "status_id": status, "on": on.isoformat(), "reason": reason}

    def _reviews_of(self, number: int, founded: date) -> Iterator[dict[str, object]]:
        chance = self._chance
        days = sorted(
            chance.randint(0, min(500, (TODAY - founded).days)) for _one in range(chance.choice((0, 1, 2, 3)))
        )
        for days_ago in reversed(days):
            yield {
                "model_id": number,
                "kind": chance.choice(("review", "review", "interim", "final")),
                "on": (TODAY - timedelta(days=days_ago)).isoformat(),
                "grade_id": chance.choice((None, *self._grades)),
                "effective": chance.choice(("yes", "yes", "yes", "no", None)),
                "findings": chance.choice(_FINDINGS),
                "decision": "",
            }
