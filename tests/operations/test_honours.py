"""Commendations, advanced examples and recognitions are saved, found, taken back, and follow their person."""

from datetime import date

import pytest

from registry_app.domain.errors import Refused
from registry_app.domain.ids import PersonId
from registry_app.domain.search import Filter, Moment, Search
from registry_app.operations import inside, noun_json, twins
from registry_app.operations.histories import history
from registry_app.store.registry import Registry

from .. import peopled
from ..making import add

AT = Moment(date(2026, 11, 22))


@pytest.fixture
def an(registry: Registry) -> int:
    return inside.save(registry, "person", 0, {"name": "Nguyễn Văn An"}).id


def commend(registry: Registry, person: int | None = None, **typed: str) -> int:
    """Write down a commendation; its row."""
    texts = {"form": "Giấy khen", **typed}
    return inside.save(registry, "commendation", 0, texts, **({"person_id": person} if person else {})).id


def fields(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.field for problem in refused.value.problems]


def test_a_commendation_gets_a_code_and_the_name_of_its_person(registry: Registry, an: int) -> None:
    number = commend(registry, an, on="19/8/2026", granted_by="Chủ tịch UBND phường")

    (row,) = registry.inside.commendations.window([number], AT)
    assert (row.code, row.name, row.form, row.on, row.year) == (
        "KT-00001", "Nguyễn Văn An", "Giấy khen", "2026-08-19", 2026,
    )  # fmt: skip
    registry.undo()
    assert registry.inside.commendations.count(Search(noun="commendation"), AT) == 0


def test_a_name_typed_over_the_person_is_somebody_else(registry: Registry, an: int) -> None:
    number = commend(registry, an)

    inside.save(registry, "commendation", number, {"name": "Trần Bình"})

    found = registry.inside.commendations.one(number)
    assert (found.person_id, found.name) == (None, "Trần Bình")


def test_a_person_who_is_renamed_is_commended_under_the_new_name(registry: Registry, an: int) -> None:
    number = commend(registry, an)

    inside.save(registry, "person", an, {"name": "Nguyễn Văn Ân"})

    (row,) = registry.inside.commendations.window([number], AT)
    assert row.name == "Nguyễn Văn Ân"
    assert list(registry.inside.commendations.ids(Search(noun="commendation", words="ân"), AT)) == [number]


def test_several_at_once_need_no_person_but_a_number(registry: Registry) -> None:
    number = commend(registry, name="Cá nhân quận Hồng Bàng", number="14")

    assert registry.inside.commendations.one(number).number == 14
    inside.save(registry, "commendation", number, {"number": ""})
    assert registry.inside.commendations.one(number).number == 1


@pytest.mark.parametrize(("typed", "wanted"), [
    ({"name": "A", "form": ""}, ["form"]),
    ({"name": "A", "form": "Huy hiệu"}, ["form"]),
    ({}, ["name"]),
    ({"name": "A", "number": "0"}, ["number"]),
    ({"name": "A", "number": "x"}, ["number"]),
    ({"name": "A", "on": "31/2/2026"}, ["on"]),
    ({"name": "A", "year": "2026"}, ["year"]),
    ({"name": "A", "recipient": "somebody"}, ["recipient"]),
])  # fmt: skip
def test_what_cannot_be_is_told_at_its_field(registry: Registry, typed: dict[str, str], wanted: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        commend(registry, None, **typed)

    assert fields(refused) == wanted


def test_the_search_knows_form_theme_model_and_decision(registry: Registry) -> None:
    model = add(registry, "Tiếng kẻng an ninh")
    texts = {"form": "Bằng khen", "name": "Tổ 5", "theme": "“5 nhất”", "paper_number": "412/QĐ-UBND"}
    inside.save(registry, "commendation", 0, texts, model_id=model)

    for words in ("bang khen", "5 nhat", "412/qd", "tieng keng", "to 5"):
        assert registry.inside.commendations.count(Search(noun="commendation", words=words), AT) == 1, words


def test_views_tell_years_collectives_and_individuals_apart(registry: Registry) -> None:
    commend(registry, name="A", on="2026-01-01")
    commend(registry, name="B", on="2025", recipient="collective")
    commend(registry, name="C")

    counts = {
        view: registry.inside.commendations.count(Search(noun="commendation", view=view), AT)
        for view in ("all", "this-year", "collectives", "people")
    }
    assert counts == {"all": 3, "this-year": 1, "collectives": 1, "people": 2}
    assert registry.inside.commendations.figures("year") == [2026, 2025]
    year = Search(noun="commendation", filters=(Filter("year", (2025,)),))
    assert registry.inside.commendations.count(year, AT) == 1


def test_a_person_with_honours_stays(registry: Registry, an: int) -> None:
    commend(registry, an)
    inside.save(registry, "exemplar", 0, {"recipient": "person"}, person_id=an)

    with pytest.raises(Refused) as refused:
        inside.remove(registry, "person", [an])

    assert len(refused.value.problems) == 2


def test_who_is_joined_into_another_takes_honours_and_injuries_along(registry: Registry, an: int) -> None:
    other = inside.save(registry, "person", 0, {"name": "Nguyễn Văn An", "born": "1970"}).id
    commend(registry, other)
    inside.save(registry, "exemplar", 0, {"recipient": "person"}, person_id=other)
    with registry.change("injuries"):
        registry.connection.execute(
            'INSERT INTO injury (person_id, "on") VALUES (?, ?), (?, ?), (?, ?)',
            (an, "2026-01-01", other, "2026-01-01", other, "2026-02-02"),
        )
    before = peopled.everything(registry)

    assert twins.preview(registry, PersonId(an), PersonId(other)).honours == 2
    twins.merge(registry, PersonId(an), PersonId(other))

    assert [one.person_id for one in registry.inside.commendations.where("person_id", an)] == [an]
    assert [one.person_id for one in registry.inside.exemplars.where("person_id", an)] == [an]
    assert [one.on for one in registry.force.injuries_of(an)] == ["2026-01-01", "2026-02-02"]
    registry.undo()
    assert peopled.everything(registry) == before


def test_an_advanced_example_ends_and_is_no_model(registry: Registry) -> None:
    number = inside.save(registry, "exemplar", 0, {"name": "Tổ dân phố 5", "valid_from": "2024"}).id

    inside.end(registry, "exemplar", [number], "1/6/2026")

    assert registry.inside.exemplars.count(Search(noun="exemplar"), AT) == 0
    assert registry.inside.exemplars.count(Search(noun="exemplar", view="ended"), AT) == 1
    assert registry.inside.exemplars.count(Search(noun="exemplar"), Moment(date(2025, 1, 1))) == 1
    assert registry.models.count(Search(), AT) == 0


def test_the_share_of_households_reads_as_the_rules_reckon_it(registry: Registry) -> None:
    peopled.area(registry, "Tổ 5")
    typed = {"year": "2026", "area": "Tổ 5", "households": "171", "households_registered": "168"}
    number = inside.save(registry, "recognition", 0, typed).id

    (row,) = registry.inside.recognitions.window([number], AT)
    assert (row.title, row.share) == ("Tổ 5", "98,2%")


def test_the_history_tells_what_was_saved(registry: Registry, an: int) -> None:
    commend(registry, an, level="ward")

    changes = {change.field_key: change.new_value for change in history(registry)[0].changes}
    assert (changes["form"], changes["level"]) == ("Giấy khen", "ward")
    assert "Nguyễn Văn An" in str(changes["person"])


# -- JSON --------------------------------------------------------------------------------------------------------------


def test_json_adds_all_or_nothing(registry: Registry, an: int) -> None:
    good = '{"form": "giay khen", "person_code": "NG-00001", "on": "2026-08-19"}'

    kept = noun_json.add(registry, "commendation", f"[{good}, {good}]".encode())
    assert [one.code for one in kept] == ["KT-00001", "KT-00002"]

    with pytest.raises(Refused) as refused:
        noun_json.add(registry, "commendation", f'[{good}, {{"form": "?", "person_code": "NG-9", "on": 5.5}}]'.encode())
    assert set(fields(refused)) == {"2.person_code", "2.on"}
    assert registry.inside.commendations.count(Search(noun="commendation"), AT) == 2


def test_json_refuses_a_key_that_is_none(registry: Registry) -> None:
    with pytest.raises(Refused) as refused:
        noun_json.add(registry, "recognition", b'{"year": 2026, "model_code": "CAM-2026-001"}')

    assert "model_code" in fields(refused)
