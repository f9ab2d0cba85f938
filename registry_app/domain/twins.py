"""Two rows that may be one person: why one thinks so, and what joining them would make of the two. Pure rules."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from .dates import first_day
from .ids import PersonId
from .membership import Course, Membership
from .options import Option
from .person import Person, PersonRow
from .words import N_

ID_NUMBER, PHONE, NAME_AND_YEAR = "id_number", "phone", "name_and_year"
REASONS = (
    Option(ID_NUMBER, N_("same identity number")),
    Option(NAME_AND_YEAR, N_("same name and year of birth")),
    Option(PHONE, N_("same phone")),
)
"""Why two rows may be one person, the strongest first."""
WEIGHTS = {ID_NUMBER: 4, NAME_AND_YEAR: 2, PHONE: 1}
CROWD = 6
"""So many people with one phone and nothing else in common share an office, not a name."""
WHOLE_ID = 12
"""Digits of an identity number that is a person's for life."""

KEEP, DROP, BOTH = "keep", "drop", "both"
MERGED = (
    "name",
    "born",
    "sex",
    "phone",
    "id_number",
    "address",
    "area_id",
    "education",
    "minority",
    "ethnicity",
    "religion",
    "notes",
)
"""A person's attributes that are chosen one by one, in the order of the form."""
JOINABLE = {"phone": " / ", "notes": "\n"}
"""Where both values may stay, and what stands between them."""


class Twin(Struct, frozen=True, kw_only=True):
    """Somebody of the register who may be the person asked about; ``reasons`` are keys of REASONS, the strongest first.
    ``apart``: both have whole identity numbers, and these differ."""

    person: PersonRow
    reasons: tuple[str, ...]
    apart: bool = False


class Pair(Struct, frozen=True, kw_only=True):
    """Two people of the register who may be one, ``one`` entered first."""

    one: PersonId
    other: PersonId
    reasons: tuple[str, ...]
    apart: bool = False


class Lives(Struct, frozen=True, kw_only=True):
    """What the two memberships, courses … become: ``moved`` are memberships that go over as they are, ``joined`` the
    kept ones as they will be, ``gone`` those that went into them; courses alike."""

    moved: tuple[Membership, ...] = ()
    joined: tuple[Membership, ...] = ()
    gone: tuple[Membership, ...] = ()
    courses_moved: tuple[Course, ...] = ()
    courses_gone: tuple[Course, ...] = ()


def in_order(reasons: Iterable[str]) -> tuple[str, ...]:
    """``reasons``, each once, the strongest first."""
    known = set(reasons)
    return tuple(one.key for one in REASONS if one.key in known)


def strength(reasons: Iterable[str], *, apart: bool) -> int:
    """How much speaks for one person: the higher, the likelier."""
    return sum(WEIGHTS[reason] for reason in reasons) - (WEIGHTS[ID_NUMBER] if apart else 0)


def are_apart(one: str, other: str) -> bool:
    """Whether two identity numbers can hardly be one person's: both whole, and not the same."""
    return len(one) == len(other) == WHOLE_ID and one != other


def phones(text: str) -> tuple[str, ...]:
    """The single numbers of a phone field."""
    return tuple(part for part in text.split(" / ") if part)


def differing(keep: Person, drop: Person) -> tuple[str, ...]:
    """The attributes about which the two say different things, so that somebody has to choose."""
    return tuple(name for name in MERGED if getattr(keep, name) and getattr(drop, name) and _differ(keep, drop, name))


def usual_choice(keep: Person, drop: Person) -> dict[str, str]:
    """What is chosen where nobody says otherwise: of two dates of birth the more precise, else what the kept has."""
    choice = dict.fromkeys(differing(keep, drop), KEEP)
    if "born" in choice and str(drop.born).startswith(str(keep.born)):
        choice["born"] = DROP
    return choice


def merged(keep: Person, drop: Person, fields: Mapping[str, str]) -> Person:
    """The one person that the two become. A blank is filled from the other whatever was chosen; of what is not named
    the kept one's stays."""
    values: dict[str, object] = {}
    for name in MERGED:
        mine, other = getattr(keep, name), getattr(drop, name)
        chosen = fields.get(name, KEEP)
        if not mine or not other:
            values[name] = mine or other
        elif chosen == BOTH and name in JOINABLE:
            values[name] = _both(name, mine, other)
        else:
            values[name] = other if chosen == DROP else mine
    return replace(keep, **values)


def lives(
    keep: PersonId,
    mine: Sequence[Membership],
    other: Sequence[Membership],
    courses: Sequence[Course] = (),
    other_courses: Sequence[Course] = (),
) -> Lives:
    """What becomes of the memberships and courses of two people who are one, ``keep``: times in the same team that
    overlap become one time, the same course on the same day one course; all else goes over as it is."""
    now = list(mine)
    moved: list[Membership] = []
    joined: dict[int, Membership] = {}
    gone: list[Membership] = []
    for one in sorted(other, key=_begin):
        clash = [known for known in now if known.team_id == one.team_id and overlap(known, one)]
        if not clash:
            moved.append(replace(one, person_id=keep))
            now.append(replace(one, person_id=keep))
            continue
        whole = clash[0]
        for piece in (*clash[1:], one):
            whole = joined_time(whole, piece)
        gone += [*clash[1:], one]
        joined[whole.id] = whole
        now = [known for known in now if known not in clash] + [whole]
    lost = {one.id for one in gone}
    known_courses = {(one.name.casefold(), one.on) for one in courses}
    doubled = tuple(one for one in other_courses if (one.name.casefold(), one.on) in known_courses)
    return Lives(
        moved=tuple(joined.pop(one.id, one) for one in moved if one.id not in lost),
        joined=tuple(one for one in joined.values() if one.id not in lost),
        gone=tuple(gone),
        courses_moved=tuple(replace(one, person_id=keep) for one in other_courses if one not in doubled),
        courses_gone=doubled,
    )


def overlap(one: Membership, other: Membership) -> bool:
    """Whether there is a day on which both hold."""
    return _begin(one) < _end(other) and _begin(other) < _end(one)


def joined_time(mine: Membership, other: Membership) -> Membership:
    """One membership over the time of two, in the row of ``mine``. Role and papers are those of the one that lasts
    longer; where both last as long, those of ``mine``."""
    later = other if _end(other) > _end(mine) else mine
    sooner = other if _begin(other) < _begin(mine) else mine
    return replace(
        mine,
        role_id=later.role_id,
        valid_from=sooner.valid_from,
        valid_to=later.valid_to,
        paper_number=later.paper_number or mine.paper_number or other.paper_number,
        end_reason=later.end_reason,
        end_paper=later.end_paper,
        notes="; ".join(dict.fromkeys(note for note in (mine.notes, other.notes) if note)),
    )


def _begin(one: Membership) -> date:
    return first_day(one.valid_from) if one.valid_from else date.min


def _end(one: Membership) -> date:
    return first_day(one.valid_to) if one.valid_to else date.max


def _differ(keep: Person, drop: Person, name: str) -> bool:
    return bool(getattr(keep, name) != getattr(drop, name))


def _both(name: str, mine: str, other: str) -> str:
    between = JOINABLE[name]
    return between.join(dict.fromkeys((*mine.split(between), *other.split(between))))
