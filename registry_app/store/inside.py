"""The shelves of what is inside models: sites, teams, people, memberships, households, camera points."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from registry_app.domain.area_life import Life
from registry_app.domain.camera_point import CameraPoint, CameraRow
from registry_app.domain.commendation import Commendation, CommendationRow
from registry_app.domain.exemplar import Exemplar, ExemplarRow
from registry_app.domain.household import Household, HouseholdRow
from registry_app.domain.ids import AreaId
from registry_app.domain.membership import MemberRow, Membership
from registry_app.domain.person import Person, PersonRow
from registry_app.domain.recognition import Recognition, RecognitionRow
from registry_app.domain.site import Site, SiteRow
from registry_app.domain.team import Team, TeamRow

from . import area_changes, honour_tables, noun_areas, noun_tables
from .noun_shelf import NounShelf, Register
from .result_shelf import ResultShelf


class Inside:
    """Each noun's shelf, made when it is first asked for."""

    def __init__(self, register: Register) -> None:
        self._register = register

    @cached_property
    def sites(self) -> NounShelf[Site, SiteRow]:
        """Điểm."""
        return NounShelf(self._register, noun_tables.SITE, Site, SiteRow)

    @cached_property
    def teams(self) -> NounShelf[Team, TeamRow]:
        """Tổ."""
        return NounShelf(self._register, noun_tables.TEAM, Team, TeamRow)

    @cached_property
    def people(self) -> NounShelf[Person, PersonRow]:
        """Người."""
        return NounShelf(self._register, noun_tables.PERSON, Person, PersonRow)

    @cached_property
    def members(self) -> NounShelf[Membership, MemberRow]:
        """Thành viên."""
        return NounShelf(self._register, noun_tables.MEMBERSHIP, Membership, MemberRow)

    @cached_property
    def households(self) -> NounShelf[Household, HouseholdRow]:
        """Hộ."""
        return NounShelf(self._register, noun_tables.HOUSEHOLD, Household, HouseholdRow)

    @cached_property
    def cameras(self) -> NounShelf[CameraPoint, CameraRow]:
        """Điểm camera."""
        return NounShelf(self._register, noun_tables.CAMERA_POINT, CameraPoint, CameraRow)

    @cached_property
    def results(self) -> ResultShelf:
        """Kết quả hoạt động."""
        return ResultShelf(self._register)

    @cached_property
    def commendations(self) -> NounShelf[Commendation, CommendationRow]:
        """Khen thưởng."""
        return NounShelf(self._register, honour_tables.COMMENDATION, Commendation, CommendationRow)

    @cached_property
    def exemplars(self) -> NounShelf[Exemplar, ExemplarRow]:
        """Điển hình tiên tiến."""
        return NounShelf(self._register, honour_tables.EXEMPLAR, Exemplar, ExemplarRow)

    @cached_property
    def recognitions(self) -> NounShelf[Recognition, RecognitionRow]:
        """Công nhận “An toàn về ANTT”."""
        return NounShelf(self._register, honour_tables.RECOGNITION, Recognition, RecognitionRow)

    def area_lives(self) -> Mapping[AreaId, Life]:
        """From when to when areas exist, as their merges and splits say; the others were always there."""
        return noun_areas.area_lives(self._register.connection)

    def area_names(self, noun: str, rows: Iterable[int], on: date) -> Mapping[int, str]:
        """What the areas of ``rows`` of ``noun`` were called on the day ``on``; empty when none has changed since."""
        return area_changes.area_names(self._register.connection, noun, rows, on)

    def areas_on(self, noun: str, rows: Iterable[int], on: date) -> Mapping[int, AreaId | None]:
        """To which area each of ``rows`` of ``noun`` belonged on the day ``on``; None for none."""
        return area_changes.areas_on(self._register.connection, noun, rows, on)

    def of(self, noun: str) -> NounShelf[Any, Any]:
        """The shelf of the noun of that key in nouns.NOUNS."""
        shelves = {
            "site": "sites",
            "team": "teams",
            "person": "people",
            "membership": "members",
            "household": "households",
            "camera_point": "cameras",
            "result": "results",
            "commendation": "commendations",
            "exemplar": "exemplars",
            "recognition": "recognitions",
        }
        found: NounShelf[Any, Any] = getattr(self, shelves[noun])
        return found
