"""The rosters of what is inside models: sites, teams, members, contacts of leaders, households, camera points."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from registry_app.domain.camera_point import CameraRow
from registry_app.domain.dates import show_date
from registry_app.domain.fields import shown
from registry_app.domain.household import HouseholdRow
from registry_app.domain.membership import MemberRow
from registry_app.domain.nouns import NOUNS
from registry_app.domain.options import FUNDINGS, OWNERS, YES_NO, label
from registry_app.domain.search import Moment
from registry_app.domain.site import SiteRow
from registry_app.domain.team import TeamRow
from registry_app.domain.wish import BY_GROUP
from registry_app.domain.words import N_, _

from .declared import Declared
from .shown import SIGNATURE, Shown
from .spec import Align

RANKS = {"leader": 0, "deputy": 1, "member": 2}


def said(*parts: tuple[str, int]) -> str:
    """Counts in one phrase; ``parts`` are marked texts with the number that each says."""
    return ", ".join(_(text).format(count=f"{count:,}".replace(",", ".")) for text, count in parts)


def count_sites(rows: Sequence[SiteRow]) -> str:
    """Sites and the teams in them."""
    return said((N_("{count} sites"), len(rows)), (N_("{count} teams"), sum(row.teams for row in rows)))


def count_teams(rows: Sequence[TeamRow]) -> str:
    """Teams and the sites where they are; those of statutory bodies are never added to them."""
    own = [row for row in rows if not row.statutory]
    bodies = len(rows) - len(own)
    counts = [(N_("{count} sites"), len({row.site_id for row in own})), (N_("{count} teams"), len(own))]
    return said(*(counts if own or not bodies else ()), *([(N_("{count} statutory teams"), bodies)] if bodies else ()))


def count_members(rows: Sequence[MemberRow]) -> str:
    """Memberships; where somebody serves more than once, the people too."""
    people = len({row.person_id for row in rows})
    members = (N_("{count} members"), len(rows))
    return said(members) if people == len(rows) else said(members, (N_("{count} people"), people))


def count_service(rows: Sequence[MemberRow]) -> str:
    """How often somebody served."""
    return said((N_("{count} times"), len(rows)))


def count_people(rows: Sequence[object]) -> str:
    """People."""
    return said((N_("{count} people"), len(rows)))


def count_households(rows: Sequence[HouseholdRow]) -> str:
    """Households and the people who live in them."""
    people = sum(row.people or 0 for row in rows)
    return said((N_("{count} households"), len(rows)), (N_("{count} inhabitants"), people))


def count_cameras(rows: Sequence[CameraRow]) -> str:
    """Camera points, eyes and recorders."""
    return said(
        (N_("{count} camera points"), len(rows)),
        (N_("{count} eyes"), sum(row.eyes or 0 for row in rows)),
        (N_("{count} recorders"), sum(row.recorders or 0 for row in rows)),
    )


def leaders_first(rows: Sequence[MemberRow]) -> Sequence[MemberRow]:
    """The members of each team with its leader first, then deputies; otherwise as they come."""
    found: list[MemberRow] = []
    for _team, members in groupby(rows, key=lambda row: row.team_id):
        found += sorted(members, key=lambda row: RANKS.get(row.role_kind, len(RANKS)))
    return found


def decision(row: TeamRow, _at: Moment) -> str:
    """Number and date of the paper that set the team up."""
    return ", ".join(text for text in (row.paper_number, show_date(row.valid_from)) if text)


def owner(row: CameraRow, _at: Moment) -> str:
    """Whose the cameras are: kind and name."""
    return ": ".join(text for text in (label(OWNERS, row.owner), row.owner_name) if text)


def funding(row: CameraRow, _at: Moment) -> str:
    """Where the money came from, and how much."""
    cost = f"{row.cost:,}".replace(",", ".") if row.cost else ""
    return ", ".join(text for text in (label(FUNDINGS, row.funding), cost) if text)


def sharing(row: CameraRow, _at: Moment) -> str:
    """Whether data is shared by pledge, and since when."""
    return ", ".join(text for text in (label(YES_NO, row.sharing), show_date(row.shared_on)) if text)


def of_person(name: str) -> Shown:
    """A column of a roster of members that holds a fact of the person which lists of members do not have."""
    known = NOUNS["person"].by_name[name]
    return Shown(name=name, heading=known.heading or known.label, cell=lambda row, _at: shown(row, known))


NAME = Shown(name="name", min_mm=32)
ADDRESS = Shown(name="address", min_mm=34)
BORN = Shown(name="born", heading=N_("Year of birth"))
NOTES = Shown(name="notes", min_mm=18)


SITES = Declared(
    name="sites",
    label=N_("List of sites"),
    title=N_("LIST"),
    abstract=N_("Sites where models are carried out in {ward}"),
    abstract_of=N_("Sites of {of}"),
    noun="site",
    order=("model", "model_code", "title"),
    group="model",
    counted=count_sites,
    columns=(
        Shown(name="title"),
        Shown(name="model"),
        Shown(name="area"),
        Shown(name="place_kind"),
        Shown(name="leader"),
        Shown(name="leader_phone", min_mm=24),
        Shown(name="teams", align=Align.CENTER),
        Shown(name="members", align=Align.CENTER),
        Shown(name="households", align=Align.CENTER),
        Shown(name="valid_from"),
    ),
)
TEAMS = Declared(
    name="teams",
    label=N_("List of sites and teams with their leaders"),
    title=N_("LIST"),
    abstract=N_("Sites and teams that carry out models in {ward}"),
    abstract_of=N_("Sites and teams of {of}"),
    noun="team",
    order=("model", "model_code", "site", "name"),
    group="model",
    counted=count_teams,
    columns=(
        Shown(name="model"),
        Shown(name="site"),
        Shown(name="name"),
        Shown(name="area"),
        Shown(name="leader"),
        Shown(name="leader_born", heading=N_("Year of birth")),
        Shown(name="leader_phone", min_mm=24),
        Shown(name="deputies"),
        Shown(name="households", align=Align.CENTER),
        Shown(name="members", align=Align.CENTER),
        Shown(name="decision", heading=N_("Decision, date"), cell=decision),
        NOTES,
    ),
)
MEMBERS = Declared(
    name="members",
    label=N_("List of members"),
    title=N_("LIST"),
    abstract=N_("Members of the teams that carry out models in {ward}"),
    abstract_of=N_("Members of {of}"),
    noun="membership",
    order=("team", "team_code"),
    group="team",
    numbering=BY_GROUP,
    counted=count_members,
    arranged=leaders_first,
    more=tuple(of_person(name) for name in ("education", "minority", "ethnicity", "religion")),
    columns=(
        NAME,
        Shown(name="team"),
        BORN,
        Shown(name="sex", align=Align.CENTER),
        ADDRESS,
        Shown(name="role", min_mm=20),
        Shown(name="phone", min_mm=24),
        Shown(name="id_number", min_mm=27),
        SIGNATURE,
        NOTES,
    ),
)
LEADERS = Declared(
    name="leaders",
    label=N_("Contacts of team leaders"),
    title=N_("LIST"),
    abstract=N_("Contacts of the leaders of teams in {ward}"),
    abstract_of=N_("Contacts of the leaders of {of}"),
    noun="membership",
    view="leaders",
    order=("area", "team", "team_code"),
    counted=count_members,
    columns=(
        Shown(name="area"),
        Shown(name="team"),
        Shown(name="name"),
        Shown(name="role"),
        Shown(name="phone", min_mm=24),
        Shown(name="model"),
    ),
)
HOUSEHOLDS = Declared(
    name="households",
    label=N_("List of heads of household"),
    title=N_("LIST"),
    abstract=N_("Heads of household that take part in models in {ward}"),
    abstract_of=N_("Heads of household of {of}"),
    noun="household",
    order=("team", "team_code"),
    group="team",
    numbering=BY_GROUP,
    counted=count_households,
    columns=(
        Shown(name="head", min_mm=26),
        Shown(name="team"),
        Shown(name="address", min_mm=26),
        Shown(name="people", align=Align.CENTER),
        Shown(name="phone", min_mm=24),
        Shown(name="pledged_on"),
        SIGNATURE,
        Shown(name="notes", min_mm=15),
    ),
)
CAMERAS = Declared(
    name="cameras",
    label=N_("List of camera points"),
    title=N_("LIST"),
    abstract=N_("Security camera points in {ward}"),
    abstract_of=N_("Camera points of {of}"),
    noun="camera_point",
    order=("area", "name"),
    group="area",
    counted=count_cameras,
    columns=(
        Shown(name="name"),
        Shown(name="place", heading=N_("Place of installation")),
        Shown(name="area"),
        Shown(name="eyes", align=Align.CENTER),
        Shown(name="recorders", align=Align.CENTER),
        Shown(name="kind"),
        Shown(name="ownership", heading=N_("Owner"), cell=owner),
        Shown(name="money", heading=N_("Funding, cost (đồng)"), cell=funding),
        Shown(name="connected_to"),
        Shown(name="days_kept", align=Align.CENTER),
        Shown(name="pledge", heading=N_("Pledge to share data"), cell=sharing),
        Shown(name="state", align=Align.CENTER),
        Shown(name="checked_on"),
    ),
)
PEOPLE = Declared(
    name="people",
    label=N_("List of people"),
    title=N_("LIST"),
    abstract=N_("People who take part in models in {ward}"),
    abstract_of=N_("People of {of}"),
    noun="person",
    view="serving",
    counted=count_people,
    columns=(
        Shown(name="name"),
        BORN,
        Shown(name="sex", align=Align.CENTER),
        Shown(name="address"),
        Shown(name="area"),
        Shown(name="phone", min_mm=24),
        Shown(name="id_number", min_mm=27),
        Shown(name="roles"),
        Shown(name="teams"),
    ),
)
ROSTERS: Mapping[str, Declared] = {
    one.name: one for one in (SITES, TEAMS, MEMBERS, LEADERS, HOUSEHOLDS, CAMERAS, PEOPLE)
}
