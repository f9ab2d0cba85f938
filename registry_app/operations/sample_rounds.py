"""The sample ward's rounds of reviews: two that are closed, made of the reviews of their time and some more, and one
half done whose results are no reviews yet."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.ids import AreaId, GradeId, ModelId, RoundId
from registry_app.domain.review import Review
from registry_app.domain.review_round import ReviewRound, RoundRow
from registry_app.domain.round_shown import Seen
from registry_app.domain.search import Filter, Search
from registry_app.domain.vietnamese import fold, sort_key
from registry_app.store.registry import Registry

from . import round_reading, snapshots
from .files import data

Model = tuple[ModelId, Mapping[str, Any]]
"""A model that was added, and the data it was made of."""
SEED = 20261115


class _Sample(Struct, frozen=True, kw_only=True):
    """What all rounds share: names by number, chance, the data."""

    registry: Registry
    models: Sequence[Model]
    grades: Mapping[str, GradeId]
    about: Mapping[str, Any]
    chance: Random
    reviewers: Mapping[AreaId, str]
    action: Any

    def grade(self, name: str | None) -> GradeId | None:
        """The grade of that name."""
        return self.grades[fold(name)] if name else None


def fill(registry: Registry, models: Sequence[Model], grades: Mapping[str, Any], action: Any) -> None:
    """Write the rounds, inside the open ``action``; ``grades`` are row numbers by folded name."""
    about = data("sample", "rounds.json")
    sample = _Sample(
        registry=registry,
        models=sorted(models, key=lambda pair: sort_key(pair[1]["name"])),
        grades=grades,
        about=about,
        chance=Random(SEED),  # noqa: S311 - the sample is the same each time
        reviewers=_reviewers(registry, about["reviewers"]),
        action=action,
    )
    for one in about["rounds"]:
        (_closed if one["closed_on"] else _half_done)(sample, one)


def _reviewers(registry: Registry, given: Iterable[Mapping[str, Any]]) -> dict[AreaId, str]:
    """Who looks in which area; what is said later stands."""
    found: dict[AreaId, str] = {}
    for one in given:
        for number, area in registry.lists.areas.items():
            name = "*" if area.whole_ward else area.name
            if name in one["areas"] or (not one["areas"] and area.former_ward == one["former_ward"]):
                found[number] = one["name"]
    return found


# -- closed ------------------------------------------------------------------------------------------------------------


def _closed(sample: _Sample, about: Mapping[str, Any]) -> None:
    registry = sample.registry
    begin, end = about["period_from"], about["period_to"]
    taken = [pair for pair in sample.models if _is_running(pair[1], about["opened_on"])]
    number = _open(sample, about, Search())
    before = {model for model, one in taken if any(review["on"] < begin for review in one["reviews"])}
    missed = [pair for pair in taken if not _seen(pair[1], begin, end) and _later(pair[1], end)]
    added = dict(_added(sample, about, sorted(sample.chance.sample(missed, about["added"]), key=lambda one: one[0])))
    rows = []
    for row in _rows(sample, number, [model for model, _one in taken]):
        one = next(one for model, one in taken if model == row.model_id)
        review = added.get(row.model_id) or next(iter(_seen(one, begin, end)), None)
        rows.append(_result(sample, row, review) if review else replace(row, left_out=_reason(sample, about)))
    registry.loop.rounds.insert_rows(rows)
    _link(sample, number, rows)
    registry.refresh([model for model, _one in sample.models])  # what is counted hangs on what is derived
    _snapshot(sample, about, number, rows, before)


def _is_running(one: Mapping[str, Any], day: str) -> bool:
    """Whether the model was there on that day and had not ended."""
    ended = {"Thanh loại", "Ghép", "Hết giai đoạn", "Chuyển giao"}
    before = [change for change in one["statuses"] if change["on"] <= day]
    return bool(before) and max(before, key=lambda change: change["on"])["status"] not in ended


def _seen(one: Mapping[str, Any], begin: str, end: str) -> list[Mapping[str, Any]]:
    """The reviews of the period that say anything, the last first."""
    found = [review for review in one["reviews"] if begin <= review["on"] <= end]
    said = [review for review in found if review["grade"] or review["effective"] is not None]
    return sorted(said, key=lambda review: review["on"], reverse=True)


def _later(one: Mapping[str, Any], end: str) -> list[Mapping[str, Any]]:
    return sorted((review for review in one["reviews"] if review["on"] > end), key=lambda review: review["on"])


def _added(
    sample: _Sample, about: Mapping[str, Any], models: Sequence[Model]
) -> Iterable[tuple[ModelId, Mapping[str, Any]]]:
    """Reviews of the period for models that were looked at again later: graded much as they were then."""
    last = date.fromisoformat(about["closed_on"])
    for model, one in models:
        grade = _later(one, about["period_to"])[0]["grade"] or "Khá"
        earliest = max(date.fromisoformat(about["opened_on"]), date.fromisoformat(_founded(one)))
        days = max((last - earliest).days - 4, 0)
        review = _invented(sample, grade, (earliest + timedelta(days=sample.chance.randint(0, days))).isoformat())
        sample.registry.reviews.add(
            [
                Review(
                    model_id=model,
                    on=review["on"],
                    grade_id=sample.grade(grade),
                    effective="yes" if review["effective"] else "no",
                    findings=review["findings"],
                    decision=review["decision"],
                )
            ]
        )
        yield model, review


def _founded(one: Mapping[str, Any]) -> str:
    found = one["founded_on"] or one["launched_on"] or "2000"
    return str(found + "-01-01"[len(found) - 4 :])


def _invented(sample: _Sample, grade: str, on: str) -> dict[str, Any]:
    """A result of that grade."""
    about = sample.about
    return {
        "on": on,
        "grade": grade,
        "effective": grade not in ("Yếu", "Không phân loại"),
        "findings": sample.chance.choice(about["findings"][grade]),
        "decision": about["decisions"][grade],
    }


def _link(sample: _Sample, number: RoundId, rows: Sequence[RoundRow]) -> None:
    """Let the rows name their reviews, as a closing does."""
    wanted = {row.model_id: row.on for row in rows if row.on}
    stored = sample.registry.loop.rounds.rows(number)
    pairs = []
    for row in stored:
        if on := wanted.get(row.model_id):
            review = next(one for one in sample.registry.reviews.of(row.model_id) if one.on == on)
            pairs.append((row, replace(row, review_id=review.id)))
    sample.registry.loop.rounds.update_rows(pairs)


def _snapshot(
    sample: _Sample, about: Mapping[str, Any], number: RoundId, rows: Sequence[RoundRow], before: set[ModelId]
) -> None:
    on = about["closed_on"]
    seen = [row for row in rows if row.on]
    counts = snapshots.counts(sample.registry, date.fromisoformat(on), [row.model_id for row in rows])
    told = Seen(
        rows=len(rows),
        entered=len(seen),
        left_out=len(rows) - len(seen),
        grades=snapshots.tally(row.grade_id for row in seen),
        effective=snapshots.tally(row.effective or "" for row in seen),
        never_before=sum(row.model_id not in before for row in seen),
    )
    sample.registry.loop.round_ends.keep(number, sample.action, f"{on}T16:30:00+07:00", on, counts, told)


# -- half done ---------------------------------------------------------------------------------------------------------


def _half_done(sample: _Sample, about: Mapping[str, Any]) -> None:
    """Over what was not reviewed in the period yet; the first areas are done, some rows are left out or wait."""
    begin = about["period_from"]
    taken = [
        pair
        for pair in sample.models
        if _is_running(pair[1], about["opened_on"]) and all(review["on"] < begin for review in pair[1]["reviews"])
    ]
    search = Search(filters=(Filter("last_review", low=begin, negated=True),))
    number = _open(sample, about, search)
    known = dict(taken)
    rows = []
    for row in _rows(sample, number, [model for model, _one in taken]):
        one = known[row.model_id]
        if reason := _left_out_now(one, about):
            rows.append(replace(row, left_out=reason))
        elif row.position % 5 == 0 and row.position < len(taken) * 0.7:
            rows.append(replace(row, findings=sample.chance.choice(sample.about["waiting_words"])))
        elif row.position <= len(taken) * 0.55:
            rows.append(_result(sample, row, _next_result(sample, one, about["days"])))
        else:
            rows.append(row)
    sample.registry.loop.rounds.insert_rows(rows)


def _left_out_now(one: Mapping[str, Any], about: Mapping[str, Any]) -> str:
    """Why the model is not looked at; "" for those that are."""
    young, paused, moved = about["left_out"]
    if max(one["statuses"], key=lambda change: change["on"])["status"] == "Tạm dừng":
        return str(paused)
    if _founded(one) > "2026-08":
        return str(young)
    return str(moved) if one["level"] == "province" and one["type"] == "HG" else ""


def _next_result(sample: _Sample, one: Mapping[str, Any], days: Sequence[str]) -> dict[str, Any]:
    """A result near to the last grade: most stay, some drift a step."""
    scale = ["Tốt", "Khá", "Trung bình", "Yếu"]
    grades = [review["grade"] for review in sorted(one["reviews"], key=lambda review: review["on"]) if review["grade"]]
    place = scale.index(grades[-1]) if grades and grades[-1] in scale else 1
    place = min(max(place + sample.chance.choice((-1, 0, 0, 0, 1)), 0), len(scale) - 1)
    open_days = [day for day in days if day >= _founded(one)]
    return _invented(sample, scale[place], sample.chance.choice(open_days))


# -- rows --------------------------------------------------------------------------------------------------------------


def _open(sample: _Sample, about: Mapping[str, Any], search: Search) -> RoundId:
    registry = sample.registry
    plain = ("name", "period_from", "period_to", "deadline", "opened_on", "closed_on", "paper_number", "notes")
    value = ReviewRound(**{name: about[name] for name in plain}, search=search)
    return registry.loop.rounds.insert(replace(value, code=registry.entries.next_code(f"DRS-{value.year}")))


def _rows(sample: _Sample, number: RoundId, models: Sequence[ModelId]) -> list[RoundRow]:
    return round_reading.first_rows(sample.registry, number, models, sample.reviewers)


def _result(sample: _Sample, row: RoundRow, review: Mapping[str, Any]) -> RoundRow:
    return replace(
        row,
        on=review["on"],
        grade_id=sample.grade(review["grade"]),
        effective={True: "yes", False: "no", None: None}[review["effective"]],
        findings=review["findings"],
        decision=review["decision"],
    )


def _reason(sample: _Sample, about: Mapping[str, Any]) -> str:
    """Why a row of a closed round was not looked at: most were left when the time was over."""
    return str(sample.chance.choice([about["rest"], about["rest"], *about["left_out"]]))
