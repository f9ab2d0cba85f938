"""The figures of a period as lines: a label, what it is now, what it was in the period before, the difference. Window,
paper and command line show the same lines."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from registry_app.domain import kinds
from registry_app.domain.counting import grouped
from registry_app.domain.dates import show_date
from registry_app.domain.options import DECISIONS, RECIPIENTS, REVIEW_KINDS, label
from registry_app.domain.period_results import Total
from registry_app.domain.recognition_rules import Standing, percent
from registry_app.domain.words import N_, _

from .period_report import Comparison, Period

REVIEWS_MADE = {
    "review": N_("Reviews made"),
    "interim": N_("Interim summaries made"),
    "final": N_("Final summaries made"),
    "extra": N_("Unplanned checks made"),
}
"""How many of a kind of review there were; a key for each of REVIEW_KINDS."""


class Line(Struct, frozen=True, kw_only=True):
    """One line. ``now`` and ``before`` are texts for people; ``change`` "+3", "−2", "0" or "" where it says nothing.
    ``key`` and ``number`` are for programs; None where it is no number."""

    key: str
    label: str
    now: str
    before: str
    change: str = ""
    number: int | None = None
    number_before: int | None = None


class Section(Struct, frozen=True, kw_only=True):
    """Lines under one title."""

    title: str
    lines: tuple[Line, ...]


def title(found: Comparison) -> str:
    """Which periods stand beside each other, and as of which day where the first still runs."""
    now = found.now
    said = _("{period} beside {before}").format(period=now.name, before=found.before.name)
    if now.at == now.last:
        return said
    return _("{periods}; the period is not over, figures as of {day}").format(
        periods=said, day=show_date(now.at.isoformat())
    )


def sections(found: Comparison) -> tuple[Section, ...]:
    """Every section that has lines, in the order of the paper."""
    made = (
        Section(title=_("Models, sites, teams"), lines=tuple(_counts(found))),
        Section(title=_("Built, kept, ended"), lines=tuple(_life(found))),
        Section(title=_("Reviews and grades"), lines=tuple(_reviews(found))),
        Section(title=_("Decisions"), lines=tuple(_decisions(found))),
        Section(title=_("Commendations"), lines=tuple(_awards(found))),
        Section(title=_("Recognised as safe, in the year"), lines=tuple(_recognised(found))),
        *_results(found),
    )
    return tuple(one for one in made if one.lines)


def _number(key: str, words: str, found: Comparison, of: Callable[[Period], int]) -> Line:
    now, before = of(found.now), of(found.before)
    return Line(
        key=key,
        label=words,
        now=grouped(now),
        before=grouped(before),
        change=_change(now - before),
        number=now,
        number_before=before,
    )


def _change(difference: int) -> str:
    if not difference:
        return "0"
    return f"{'+' if difference > 0 else '−'}{grouped(abs(difference))}"


def _counts(found: Comparison) -> Iterator[Line]:
    labels = {
        "models": N_("Models in the official count"),
        "sites": N_("Sites in the official count"),
        "teams": N_("Teams in the official count"),
        "people": N_("People who take part"),
        "households": N_("Households that take part"),
    }
    for name, words in labels.items():
        yield _number(name, _(words), found, lambda one, name=name: getattr(one.end.models, name))  # type: ignore[misc]
    yield _number("themes", _("Theme campaigns (apart)"), found, lambda one: one.end.themes.models)
    yield _number("statutory", _("Statutory bodies (apart)"), found, lambda one: one.end.statutory.models)
    now, before = found.now, found.before
    yield Line(
        key="covered",
        label=_("Areas that have a model, of all areas"),
        now=f"{grouped(now.covered)}/{grouped(now.areas)}",
        before=f"{grouped(before.covered)}/{grouped(before.areas)}",
        change=_change(now.covered - before.covered),
        number=now.covered,
        number_before=before.covered,
    )


def _life(found: Comparison) -> Iterator[Line]:
    """Built stands in one line with kept and effective, always."""
    now, before = found.now.figures, found.before.figures
    words = _("{built} (kept {kept}, effective {effective})")
    yield Line(
        key="built",
        label=_("Built in the period (kept, effective now)"),
        now=words.format(built=len(now.built), kept=now.built_kept, effective=now.built_effective),
        before=words.format(built=len(before.built), kept=before.built_kept, effective=before.built_effective),
        change=_change(len(now.built) - len(before.built)),
        number=len(now.built),
        number_before=len(before.built),
    )
    yield _number("sites_added", _("Sites added by replication"), found, lambda one: one.sites_added)
    for number, status in found.lists.statuses.items():
        if number in now.ended or number in before.ended:
            ended = _("Ended: {status}").format(status=status.name)
            yield _number(f"ended.{number}", ended, found, lambda one, n=number: len(one.figures.ended.get(n, ())))  # type: ignore[misc]
    yield _number("paused", _("Paused in the period"), found, lambda one: one.figures.paused)
    yield _number("resumed", _("Taken up again in the period"), found, lambda one: one.figures.resumed)


def _reviews(found: Comparison) -> Iterator[Line]:
    yield _number("reviewed", _("Models reviewed in the period"), found, lambda one: one.figures.reviewed)
    for kind in REVIEW_KINDS:
        if kind.key in found.now.figures.reviews or kind.key in found.before.figures.reviews:
            words = _(REVIEWS_MADE[kind.key])
            yield _number(f"reviews.{kind.key}", words, found, lambda one, k=kind.key: one.figures.reviews.get(k, 0))  # type: ignore[misc]
    yield _number("never_reviewed", _("Never reviewed so far"), found, lambda one: one.figures.never_reviewed)
    yield Line(
        key="effective",
        label=_("Work with effect, of all models"),
        now=_part(found.now),
        before=_part(found.before),
        change=_change(found.now.figures.effective - found.before.figures.effective),
        number=found.now.figures.effective,
        number_before=found.before.figures.effective,
    )
    for number, grade in found.lists.grades.items():
        if found.now.figures.grades.get(number) or found.before.figures.grades.get(number):
            words = _("Grade: {grade}").format(grade=grade.name)
            yield _number(f"grade.{number}", words, found, lambda one, n=number: one.figures.grades.get(n, 0))  # type: ignore[misc]
    yield _number("grade.none", _("Not graded yet"), found, lambda one: one.figures.grades.get(None, 0))


def _part(period: Period) -> str:
    """So many of so many, with the share."""
    figures = period.figures
    if not figures.there:
        return "0/0"
    share = percent(figures.effective, figures.there)
    return f"{grouped(figures.effective)}/{grouped(figures.there)} ({share})"


def _decisions(found: Comparison) -> Iterator[Line]:
    for kind in DECISIONS:
        if kind.key in found.now.decisions or kind.key in found.before.decisions:
            yield _number(f"decision.{kind.key}", str(kind), found, lambda one, k=kind.key: one.decisions.get(k, 0))  # type: ignore[misc]


def _awards(found: Comparison) -> Iterator[Line]:
    kinds = [(form, who) for form, who, _count in (*found.now.awards, *found.before.awards)]
    for form, who in dict.fromkeys(kinds):
        words = f"{form} – {label(RECIPIENTS, who).lower()}"
        yield _number(f"award.{form}.{who}", words, found, lambda one, f=form, w=who: _given(one, f, w))  # type: ignore[misc]


def _given(period: Period, form: str, who: str) -> int:
    return sum(count for one, other, count in period.awards if (one, other) == (form, who))


def _recognised(found: Comparison) -> Iterator[Line]:
    """Who registered and who was recognised in the years in which the two periods end."""
    now, before = found.now.recognised, found.before.recognised
    if now is None and before is None:
        return
    figures = {"registered": N_("Subjects registered"), "recognised": N_("Subjects recognised")}
    for name, words in figures.items():
        numbers = [getattr(one, name) if one else 0 for one in (now, before)]
        yield Line(
            key=f"safe.{name}",
            label=_(words),
            now=_of_subjects(now, name),
            before=_of_subjects(before, name),
            change=_change(numbers[0] - numbers[1]) if now and before else "",
            number=numbers[0],
            number_before=numbers[1],
        )


def _of_subjects(found: Standing | None, name: str) -> str:
    if found is None:
        return "–"
    percents = {"registered": found.registered_percent, "recognised": found.recognised_percent}
    return f"{grouped(getattr(found, name))}/{grouped(found.subjects)} ({percents[name]})"


def _results(found: Comparison) -> Iterator[Section]:
    """The ward's own results, a section a topic."""
    now = {one.indicator: one for one in found.now.results}
    before = {one.indicator: one for one in found.before.results}
    topics: dict[str, list[Line]] = {}
    for name, one in {**before, **now}.items():
        topics.setdefault(one.topic, []).append(_result(name, now.get(name), before.get(name)))
    for topic, lines in topics.items():
        yield Section(title=_("Results: {topic}").format(topic=topic) if topic else _("Results"), lines=tuple(lines))


def _result(name: str, now: Total | None, before: Total | None) -> Line:
    numbers = [one.number if one else None for one in (now, before)]
    change = ""
    if numbers[0] is not None and numbers[1] is not None:
        difference = numbers[0] - numbers[1]
        sign = "+" if difference > 0 else "−"
        change = f"{sign}{kinds.NUMBER.show(kinds.plain_number(abs(difference)))}" if difference else "0"
    return Line(
        key=f"result.{name}",
        label=name,
        now=now.said if now else "–",
        before=before.said if before else "–",
        change=change,
    )
