"""What a user decides about models: keep, strengthen, replicate, merge into another, pause, end – one act each, with
its paper; and a look beforehand at what a merge moves."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain import decision_rules as rules
from registry_app.domain import kinds
from registry_app.domain.cleaning import line
from registry_app.domain.decision import Decision
from registry_app.domain.decision_rules import MERGE, REPLICATE, Place
from registry_app.domain.entries import Status
from registry_app.domain.errors import NotFound, Problem, Refused
from registry_app.domain.ids import AreaId, DecisionId, ModelId, RoundId, SiteId, StatusId
from registry_app.domain.kinds import BadValue
from registry_app.domain.model import ModelRow
from registry_app.domain.nouns import NOUNS
from registry_app.domain.review import StatusChange
from registry_app.domain.search import Moment
from registry_app.domain.site import Site
from registry_app.domain.words import N_, _
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

LABELS = {
    rules.KEEP: N_("Decide to keep models"),
    rules.STRENGTHEN: N_("Decide to strengthen models"),
    REPLICATE: N_("Replicate a model"),
    MERGE: N_("Merge models into another"),
    rules.PAUSE: N_("Decide to pause models"),
    rules.END: N_("Decide to end models"),
}
RESULT_LOST = N_(
    "{code} has a result in the open round “{round}”, which makes no review once the model has ended; close the round "
    "first."
)
READ = {"on": kinds.DATE, "paper_number": kinds.TEXT, "reason": kinds.TEXT}


class NewDecision(Struct, frozen=True, kw_only=True):
    """A decision as it was typed; ``kind`` is a key of options.DECISIONS. ``area_ids`` and ``names`` are where a
    replication adds sites, ``target_id`` what a merge goes into; ``status_id`` None takes the usual label."""

    kind: str
    on: str
    paper_number: str = ""
    reason: str = ""
    target_id: ModelId | None = None
    area_ids: tuple[AreaId, ...] = ()
    names: tuple[str, ...] = ()
    status_id: StatusId | None = None
    round_id: RoundId | None = None


class Decided(Struct, frozen=True, kw_only=True):
    """What was decided, in the order of the models."""

    changes: Changes
    ids: tuple[DecisionId, ...]


class SiteFate(Struct, frozen=True, kw_only=True):
    """What becomes of a site of a model that is merged: it moves whole, or goes ``into`` a site that is there."""

    code: str
    title: str
    into: str = ""


class Preview(Struct, frozen=True, kw_only=True):
    """What a decision would do: ``codes`` it is about, the ``status`` they would have ("": as before), what becomes of
    ``sites`` in a merge, how many rows (by noun) move, and what is worth a look."""

    codes: tuple[str, ...]
    status: str = ""
    target: str = ""
    sites: tuple[SiteFate, ...] = ()
    counts: Mapping[str, int]
    notes: tuple[Problem, ...] = ()

    @property
    def goes_over(self) -> str:
        """How many rows move, in words, in the language in use; "" for none."""
        parts = (f"{_(NOUNS[noun].many)}: {count}" for noun, count in self.counts.items() if count)
        return "; ".join(parts)


class _Ready(Struct, frozen=True, kw_only=True):
    """A decision read and found right: of which models, with the label they get, into what and where."""

    decision: Decision
    rows: Sequence[ModelRow]
    status: Status | None
    target: ModelRow | None
    names: tuple[str, ...]
    joined: Mapping[SiteId, SiteId]
    moving: Sequence[Place]
    there: Sequence[Place]


# -- deciding ----------------------------------------------------------------------------------------------------------


def decide(registry: Registry, models: Sequence[ModelId], new: NewDecision) -> Decided:
    """Take the decision of all of ``models``, as one action, all or nothing: what it changes – status, sites, what
    moves – changes with it. Raises Refused, NotFound, ReadOnly."""
    with registry.change(_label(new.kind)) as change:
        ready = _ready(registry, models, new)
        ids = []
        for row in ready.rows:
            decision = replace(ready.decision, model_id=row.id)
            if new.kind == REPLICATE:
                decision = replace(decision, site_ids=_spread(registry, row, ready, new.area_ids))
            number = registry.loop.decisions.add(decision)
            if ready.target:
                _merge(registry, number, row, ready, ready.target)
            ids.append(number)
        if ready.status:
            _give_status(registry, ready, ready.status)
    return Decided(changes=change.changes, ids=tuple(ids))


def preview(registry: Registry, models: Sequence[ModelId], new: NewDecision) -> Preview:
    """What ``decide`` would do; nothing is written. Raises Refused, NotFound."""
    ready = _ready(registry, models, new)
    titles = {one.id: one.title for one in ready.there}
    codes = {row.id: row.code for row in ready.rows}
    fates = tuple(
        SiteFate(
            code=codes[one.model_id],
            title=one.title,
            into=titles[ready.joined[one.id]] if one.id in ready.joined else "",
        )
        for one in ready.moving
    )
    counts = {"site": len(fates), **registry.loop.decisions.inside([one.id for one in ready.moving], ready.decision.on)}
    return Preview(
        codes=tuple(codes.values()),
        status=ready.status.name if ready.status else "",
        target=f"{ready.target.code} {ready.target.name}" if ready.target else "",
        sites=fates,
        counts=counts if new.kind == MERGE else Counter(),
        notes=tuple(_notes(registry, ready)),
    )


def _label(kind: str) -> str:
    if kind not in LABELS:
        raise NotFound(N_("There is no kind of decision “{kind}”."), kind=kind)
    return LABELS[kind]


def _ready(registry: Registry, models: Sequence[ModelId], new: NewDecision) -> _Ready:
    """``new`` read and checked against the register as it is. Raises Refused, NotFound."""
    _label(new.kind)
    decision, problems = _read(new)
    today = date.today()
    rows = _rows(registry, models, today)
    status = rules.status_of(new.kind, registry.lists, new.status_id)
    problems += rules.problems(decision, rows, today) if not problems else []
    problems += rules.status_problems(new.kind, status)
    names: tuple[str, ...] = ()
    target, moving, there = None, list[Place](), list[Place]()
    shelf = registry.loop.decisions
    if new.kind == REPLICATE:
        names, wrong = _names(new.names)
        places = shelf.places([row.id for row in rows[:1]], decision.on)
        problems += wrong
        if rows:
            problems += rules.replicating_problems(rows[0], new.area_ids, names, places, registry.lists.areas)
    elif new.kind == MERGE:
        target = next(iter(_rows(registry, [new.target_id] if new.target_id else [], today)), None)
        statutory = {row.id: row.statutory for row in (*rows, *([target] if target else []))}
        problems += rules.merging_problems(rows, target, decision.on, statutory)
        if not problems and target:
            moving, there = shelf.places([row.id for row in rows], decision.on), shelf.places([target.id], decision.on)
    if problems:
        raise Refused(problems)
    return _Ready(
        decision=decision,
        rows=rows,
        status=status,
        target=target,
        names=names,
        joined=_joined(moving, there, decision.on),
        moving=moving,
        there=[*there, *moving],
    )


def _joined(moving: Sequence[Place], there: Sequence[Place], on: str) -> dict[SiteId, SiteId]:
    """Which sites go into which; what several models bring to one place becomes one there, too."""
    found: dict[SiteId, SiteId] = {}
    standing = list(there)
    for model in dict.fromkeys(one.model_id for one in moving):
        own = [one for one in moving if one.model_id == model]
        found |= rules.joined(own, standing, on)
        standing += [one for one in own if one.id not in found]
    return found


def _read(new: NewDecision) -> tuple[Decision, list[Problem]]:
    read, problems = {}, []
    for name, kind in READ.items():
        try:
            read[name] = kind.parse(getattr(new, name), date.today())
        except BadValue as wrong:
            problems.append(Problem(name, wrong.text, wrong.values))
            read[name] = ""
    target = new.target_id if new.kind == MERGE else None
    decision = Decision(
        kind=new.kind,
        on=read["on"],
        paper_number=read["paper_number"],
        reason=read["reason"],
        target_id=target,
        round_id=new.round_id,
    )
    return decision, problems


def _rows(registry: Registry, models: Sequence[ModelId], today: date) -> list[ModelRow]:
    wanted = list(dict.fromkeys(models))
    rows = registry.models.window(wanted, Moment(today))
    if len(rows) < len(wanted):
        raise NotFound(N_("One of the models is no longer in the register."))
    return rows


def _names(typed: Iterable[str]) -> tuple[tuple[str, ...], list[Problem]]:
    read, problems = [], []
    for text in map(line, typed):
        try:
            if text:
                read.append(kinds.TEXT.parse(text, date.min))
        except BadValue as wrong:
            problems.append(Problem("names", wrong.text, wrong.values))
    return tuple(read), problems


def _spread(registry: Registry, row: ModelRow, ready: _Ready, areas: Sequence[AreaId]) -> tuple[SiteId, ...]:
    """Add the sites of a replication, from the day of the decision on."""
    on = ready.decision.on
    new = [Site(model_id=row.id, area_id=area, valid_from=on) for area in dict.fromkeys(areas)]
    new += [Site(model_id=row.id, name=name, valid_from=on) for name in ready.names]
    return tuple(SiteId(registry.inside.sites.insert(one)) for one in new)


def _merge(registry: Registry, number: DecisionId, row: ModelRow, ready: _Ready, target: ModelRow) -> None:
    """Move what the model ``row`` has to ``target``."""
    shelf = registry.loop.decisions
    own = [one.id for one in ready.moving if one.model_id == row.id]
    shelf.move_sites(number, [site for site in own if site not in ready.joined], target.id)
    for site in own:
        if site in ready.joined:
            shelf.join_site(number, site, ready.joined[site], ready.decision.on)


def _give_status(registry: Registry, ready: _Ready, status: Status) -> None:
    """The status from the day of the decision on, with its paper."""
    decision = ready.decision
    reason = decision.reason
    if ready.target and not reason:
        reason = _("Merged into {code} {name}").format(code=ready.target.code, name=ready.target.name)
    change = StatusChange(
        status_id=StatusId(status.id), on=decision.on, reason=reason, paper_number=decision.paper_number
    )
    registry.statuses.add([replace(change, model_id=row.id) for row in ready.rows])


def _notes(registry: Registry, ready: _Ready) -> Iterable[Problem]:
    """What is worth a look before it is done."""
    kind, on = ready.decision.kind, ready.decision.on
    if ready.target:
        types = {row.type for row in ready.rows} - {ready.target.type}
        if types:
            values: dict[str, object] = {"types": ", ".join(sorted(types)), "type": ready.target.type}
            yield Problem("target", N_("Another type of model: {types} goes into {type}."), values)
        if not ready.moving:
            yield Problem("models", N_("Nothing moves: there is no site that still holds."))
    if kind in rules.STATUS_KIND:
        codes = {row.id: row.code for row in ready.rows}
        for model, name, seen in registry.loop.decisions.open_rounds(codes):
            if not seen:
                text = N_("{code} still waits in the open round “{round}”; leave it out there.")
                yield Problem("models", text, {"code": codes[model], "round": name})
            elif rules.STATUS_KIND[kind] == "ended":
                yield Problem("models", RESULT_LOST, {"code": codes[model], "round": name})
        for row in ready.rows:
            if row.status_on and row.status_on > on:
                text = N_("{code} has a later change of status, which counts.")
                yield Problem("on", text, {"code": row.code})
