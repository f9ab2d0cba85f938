"""The sample ward's people: invented names, addresses and numbers that have the right form and belong to nobody."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from msgspec import Struct

from registry_app.domain.ids import AreaId, PersonId
from registry_app.domain.person import Person
from registry_app.domain.vietnamese import fold
from registry_app.store.registry import Registry

from .files import data

EDUCATIONS = ("primary", "secondary", "secondary", "secondary", "college", "university")
YEAR_ONLY, NO_PHONE, NO_NUMBER = 22, 12, 20
"""Of a hundred people: how many have only a year of birth, no phone, no identity number."""


class Wish(Struct, frozen=True, kw_only=True):
    """Who is wanted: where they live, of what age in which year, how many of a hundred are women, of which family."""

    area: AreaId
    place: int
    ages: tuple[int, int] = (24, 68)
    year: int = 2026
    women: int = 35
    family: str = ""
    schooled: bool = False


class People:
    """Makes people, never two of the same name and year of birth unless asked for."""

    def __init__(self, registry: Registry, chance: Random) -> None:
        self._registry, self._chance = registry, chance
        self._names: Mapping[str, Any] = data("sample", "names.json")
        self._known: set[tuple[str, int]] = set()
        self._serial = 0
        self.made: dict[PersonId, Person] = {}

    def new(self, wish: Wish) -> PersonId:
        """Somebody who was not there before."""
        female = self._chance.randrange(100) < wish.women
        born = wish.year - self._chance.randint(*wish.ages)
        name = self.name(female=female, family=wish.family)
        while (fold(name), born) in self._known:
            name = self.name(female=female, family=wish.family)
        self._known.add((fold(name), born))
        day = f"{born}-{self._chance.randint(1, 12):02}-{self._chance.randint(1, 28):02}"
        return self._keep(
            Person(
                name=name,
                born=str(born) if self._chance.randrange(100) < YEAR_ONLY else day,
                sex="female" if female else "male",
                phone="" if self._chance.randrange(100) < NO_PHONE else self.phone(),
                id_number="" if self._chance.randrange(100) < NO_NUMBER else self._id_number(female, born),
                address=self.address(wish.place),
                area_id=wish.area,
                education=self._chance.choice(EDUCATIONS) if wish.schooled else None,
            )
        )

    def again(self, one: PersonId) -> PersonId:
        """The same person as a second list has them: the name, the year and the area, nothing else."""
        person = self.made[one]
        return self._keep(
            Person(name=person.name, born=(person.born or "")[:4], sex=person.sex, area_id=person.area_id)
        )

    def name(self, *, female: bool, family: str = "") -> str:
        """A full name of that sex."""
        sex = "female" if female else "male"
        middle = self._weighted(self._names[f"{sex}_middle"])
        given = self._chance.choice(self._names[f"{sex}_given"])
        while given == middle.split()[-1]:
            given = self._chance.choice(self._names[f"{sex}_given"])
        return f"{family or self._weighted(self._names['family'])} {middle} {given}"

    def phone(self) -> str:
        """A number out of 0900 0xx xxx, each once."""
        self._serial += 1
        return f"09000{self._serial:05}"

    def street(self, place: int) -> str:
        """One of the two streets of the ward's ``place``-th area."""
        streets: Sequence[str] = self._names["streets"]
        return streets[(2 * place + self._chance.randrange(2)) % len(streets)]

    def address(self, place: int) -> str:
        """A house in that area."""
        house = f"Số {self._chance.randint(1, 98)}"
        alley = f", ngõ {self._chance.randint(2, 140)}" if self._chance.randrange(3) else ""
        return f"{house}{alley}, đường {self.street(place)}"

    def _keep(self, person: Person) -> PersonId:
        number = PersonId(self._registry.inside.people.insert(person))
        self.made[number] = person
        return number

    def _id_number(self, female: bool, born: int) -> str:
        self._serial += 1
        century = (2 if born >= 2000 else 0) + female
        return f"000{century}{born % 100:02}{self._serial:06}"

    def _weighted(self, names: Sequence[str]) -> str:
        weights = [int(one.rsplit(" ", 1)[1]) for one in names]
        return self._chance.choices(names, weights)[0].rsplit(" ", 1)[0]
