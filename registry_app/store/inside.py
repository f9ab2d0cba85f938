"""The shelves of what is inside models: sites, teams, people, memberships, households, camera points."""

from functools import cached_property
from typing import Any

from registry_app.domain.camera_point import CameraPoint, CameraRow
from registry_app.domain.household import Household, HouseholdRow
from registry_app.domain.membership import MemberRow, Membership
from registry_app.domain.person import Person, PersonRow
from registry_app.domain.site import Site, SiteRow
from registry_app.domain.team import Team, TeamRow

from . import noun_tables
from .noun_shelf import NounShelf, Register


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

    def of(self, noun: str) -> NounShelf[Any, Any]:
        """The shelf of the noun of that key in nouns.NOUNS."""
        shelves = {
            "site": "sites",
            "team": "teams",
            "person": "people",
            "membership": "members",
            "household": "households",
            "camera_point": "cameras",
        }
        found: NounShelf[Any, Any] = getattr(self, shelves[noun])
        return found
