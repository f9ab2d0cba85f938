"""Leaves an empty and a small register of this version for later versions to open: ``python -m tools.registers``."""

from datetime import date
from pathlib import Path

from registry_app import __version__
from registry_app.domain.ids import TeamId
from registry_app.domain.review import Review
from registry_app.domain.search import Moment, Search
from registry_app.domain.ward import Ward
from registry_app.operations import decisions, files, inside, members, models, reviewing, rounds
from registry_app.operations.decisions import NewDecision
from registry_app.operations.member_writing import NewMember
from registry_app.operations.rounds import Entered, NewRound
from registry_app.store.registry import Registry

TARGET = Path(__file__).parent.parent / "tests" / "files" / "registers"
SMALL = (
    {"name": "Camera an ninh", "type": "CAM", "founded_on": "31/01/2020", "areas": "Tổ 2; Tổ 10", "extra.eyes": "12"},
    {"name": "Tiếng kẻng an ninh", "type": "KAN", "founded_on": "2019", "tags": "mẫu", "notes": "“ghi chú” & <b>"},
    {"name": "Zalo an ninh", "type": "ZL", "lead": "Công an phường"},
)


def main() -> None:
    """Make both, in place of those of the same version."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for kind, wanted in (("empty", ()), ("small", SMALL)):
        path = TARGET / f"{__version__}-{kind}.registry"
        path.unlink(missing_ok=True)
        with files.create(path, Ward(name="Phường Thử"), who="Lan") as registry:
            if wanted:
                made = models.add(registry, [models.NewModel(typed=typed) for typed in wanted], create=True)
                reviewing.mark_reviewed(registry, made.ids[:2], Review(on="2026-01-31", effective="yes"))
                models.edit(registry, made.ids[0], {"notes": "đã xem"})
                registry.undo()
                _fill_inside(registry)
                _hold_round(registry)


def _fill_inside(registry: Registry) -> None:
    """A team with a leader, a household and a camera point in the first site."""
    site = next(iter(registry.inside.sites.rows(Search(noun="site"), Moment(date.today())))).id
    team = inside.save(registry, "team", 0, {"name": "Tổ liên gia 1"}, site_id=site).id
    leader = NewMember(person={"name": "Nguyễn Văn Ắng", "born": "1968"}, membership={"role": "Tổ trưởng"})
    members.add(registry, TeamId(team), [leader])
    inside.save(registry, "household", 0, {"head": "Trần Thị Bưởi", "people": "4"}, team_id=team)
    inside.save(registry, "camera_point", 0, {"name": "Ngã ba Đình", "eyes": "4"}, site_id=site)


def _hold_round(registry: Registry) -> None:
    """A round over all that was closed, with a decision, a result and a commendation of the year."""
    new = NewRound(name="Rà soát thử", period_from="1/1/2026", period_to="30/6/2026", search=Search())
    number = rounds.open_round(registry, new).id
    rounds.enter(registry, number, [Entered(position=1, on="30/06/2026", grade="Tốt", effective="có")])
    rounds.close(registry, number, "30/06/2026", leave_out_rest="thử")
    model = rounds.rows(registry, number)[0].model_id
    decisions.decide(registry, [model], NewDecision(kind="keep", on="30/06/2026", paper_number="1/KL"))
    inside.save(
        registry, "result", 0, {"indicator": "Tin báo quần chúng cung cấp", "figure": "trên 1.200", "period": "2025"}
    )
    inside.save(registry, "commendation", 0, {"form": "Giấy khen", "name": "Tổ dân phố 5", "recipient": "collective"})


if __name__ == "__main__":
    main()
