"""One result of a round: typed text into the row's values, checked against the round, the model, the year's scale of
grades and the score sheet."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from registry_app.domain import kinds, scoring
from registry_app.domain.dates import show_date
from registry_app.domain.errors import Problem
from registry_app.domain.ids import CriterionId, GradeId
from registry_app.domain.kinds import BadValue
from registry_app.domain.options import EFFECTIVE
from registry_app.domain.review_round import ReviewRound, RoundRow
from registry_app.domain.schedule import starts_before
from registry_app.domain.scoring import Criterion, Step
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_
from registry_app.store.registry import Registry
from registry_app.store.rounds import RowFacts

from .typed import option_key

TENTHS = 10


class Result(Protocol):
    """What was typed of a row; None: not said."""

    @property
    def on(self) -> str | None: ...
    @property
    def grade(self) -> str | None: ...
    @property
    def effective(self) -> str | None: ...
    @property
    def findings(self) -> str | None: ...
    @property
    def decision(self) -> str | None: ...
    @property
    def points(self) -> Mapping[str, str] | None: ...


class Read(Struct):
    """The row as it would be, and what is to be said of it, each at its field."""

    row: RoundRow
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


class Reader:
    """Reads results of one round."""

    def __init__(self, registry: Registry, found: ReviewRound, today: date) -> None:
        self._round, self._today = found, today
        self._grades = registry.lists.grades
        self.scale: tuple[Step, ...] = scoring.scale_of(found.year, registry.loop.scoring.scales(), self._grades)
        self.criteria: tuple[Criterion, ...] = ()
        if found.sheet_id is not None:
            self.criteria = tuple(registry.loop.scoring.criteria(found.sheet_id).values())

    def read(self, facts: RowFacts, typed: Result) -> Read:
        """What ``typed`` makes of the row."""
        read = Read(facts.row)
        if facts.row.left_out:
            text = N_("Row {row} ({code}) was left out of the round: {reason}. Take it in again first.")
            self._say(read, facts, "row", text, reason=facts.row.left_out)
            return read
        readers: tuple[tuple[str, str | None, Callable[[RowFacts, str], object]], ...] = (
            ("on", typed.on, self._day),
            ("grade_id", typed.grade, self._grade),
            ("effective", typed.effective, self._effective),
            ("findings", typed.findings, lambda _facts, text: kinds.LONG.parse(text, self._today)),
            ("decision", typed.decision, lambda _facts, text: kinds.TEXT.parse(text, self._today)),
        )
        for attribute, said, reader in readers:
            if said is None:
                continue
            try:
                read.row = replace(read.row, **{attribute: reader(facts, said)})
            except BadValue as wrong:
                self._refuse(read, facts, attribute.removesuffix("_id"), wrong)
        self._points(read, facts, typed.points or {})
        if not read.problems:
            self._graded(read, facts, typed)
        return read

    def _say(self, read: Read, facts: RowFacts, where: str, text: str, **values: object) -> None:
        read.problems.append(Problem(where, text, {**values, "row": facts.row.position, "code": facts.code}))

    def _refuse(self, read: Read, facts: RowFacts, where: str, wrong: BadValue) -> None:
        """``wrong`` at its field, and of which row it is where it does not say so itself."""
        if "{row}" in wrong.text:
            self._say(read, facts, where, wrong.text, **wrong.values)
        else:
            self._say(read, facts, where, N_("Row {row} ({code}): {what}"), what=wrong)

    # -- each field ------------------------------------------------------------------------------------------------

    def _day(self, facts: RowFacts, text: str) -> str | None:
        day = kinds.DATE.parse(text, self._today)
        if not day:
            return None
        values = {
            "day": show_date(day),
            "begin": show_date(self._round.period_from),
            "end": show_date(self._round.period_to),
            "founded": show_date(facts.founded_on),
        }
        if day > self._today.isoformat():
            raise BadValue(N_("Row {row} ({code}): the day {day} lies in the future."), **values)
        if not self._round.period_from <= day <= self._round.period_to:
            raise BadValue(N_("Row {row} ({code}): {day} is outside the period from {begin} to {end}."), **values)
        if starts_before(day, facts.founded_on):
            text = N_("Row {row} ({code}): the model was founded on {founded}; {day} lies before that.")
            raise BadValue(text, **values)
        return day

    def _grade(self, facts: RowFacts, text: str) -> GradeId | None:  # noqa: ARG002 - every field is read alike
        plain = fold(text)
        if not plain:
            return None
        steps = [step.grade_id for step in self.scale if step.grade_id in self._grades]
        found = next((number for number in steps if fold(self._grades[number].name) == plain), None)
        if found is None:
            names = ", ".join(self._grades[number].name for number in steps)
            unknown = N_("Row {row} ({code}): “{typed}” is not in the scale of {year}. Grades: {grades}.")
            raise BadValue(unknown, typed=" ".join(text.split()), year=self._round.year, grades=names)
        return found

    def _effective(self, facts: RowFacts, text: str) -> str | None:  # noqa: ARG002 - every field is read alike
        try:
            return kinds.YES_NO.parse(text, self._today) or None
        except BadValue:
            pass
        try:
            return option_key(EFFECTIVE, text)
        except BadValue:
            neither = N_("Row {row} ({code}): effective is yes or no, and “{typed}” is neither.")
            raise BadValue(neither, typed=" ".join(text.split())) from None

    # -- points ----------------------------------------------------------------------------------------------------

    def _points(self, read: Read, facts: RowFacts, typed: Mapping[str, str]) -> None:
        scores = dict(read.row.scores)
        for name, text in typed.items():
            try:
                criterion = self._criterion(name)
                points = self._tenths(criterion, text)
            except BadValue as wrong:
                self._refuse(read, facts, f"points.{name}", wrong)
                continue
            scores.pop(criterion_id(criterion), None)
            if points is not None:
                scores[criterion_id(criterion)] = points
        read.row = replace(read.row, scores=tuple(sorted(scores.items())))

    def _criterion(self, name: str) -> Criterion:
        found = scoring.named(self.criteria, name)
        if found is not None:
            return found
        if not self.criteria:
            raise BadValue(N_("Row {row} ({code}): points were given, but this round has no score sheet."))
        raise BadValue(N_("Row {row} ({code}): the score sheet has no criterion “{criterion}”."), criterion=name)

    def _tenths(self, criterion: Criterion, text: str) -> int | None:
        name = criterion.number or criterion.name
        try:
            canonical = kinds.NUMBER.parse(text, self._today)
        except BadValue as wrong:
            raise BadValue(
                N_("Row {row} ({code}), criterion {criterion}: {what}"), criterion=name, what=wrong
            ) from None
        if not canonical:
            return None
        tenths = Decimal(canonical) * TENTHS
        values = {"criterion": name, "typed": kinds.NUMBER.show(canonical)}
        if tenths < 0 or tenths != int(tenths):
            fine = N_("Row {row} ({code}), criterion {criterion}: {typed} – give 0 or more, at most one decimal.")
            raise BadValue(fine, **values)
        if tenths > criterion.most:
            most = kinds.NUMBER.show(shown_tenths(criterion.most))
            over = N_("Row {row} ({code}), criterion {criterion}: {typed} points are more than its {most}.")
            raise BadValue(over, **values, most=most)
        return int(tenths)

    def _graded(self, read: Read, facts: RowFacts, typed: Result) -> None:
        """The grade that the points make where none was given; a warning where another was."""
        row, before = read.row, facts.row
        earned = self.earned(row)
        if not typed.grade and earned is not None and (row.grade_id is None or row.grade_id == self.earned(before)):
            read.row = row = replace(row, grade_id=earned)
        values: dict[str, object] = {"row": row.position, "code": facts.code}
        if earned is not None and row.grade_id is not None and row.grade_id != earned:
            text = N_("Row {row} ({code}): the points make “{earned}”, but the grade given is “{grade}”.")
            names = {"earned": self._grades[earned].name, "grade": self._grades[row.grade_id].name}
            read.warnings.append(Problem("grade", text, {**values, **names}))
        lacking = [one for one in self.criteria if not one.retired and criterion_id(one) not in dict(row.scores)]
        if row.scores and lacking:
            text = N_("Row {row} ({code}): {count} criteria have no points yet, so the points make no grade.")
            read.warnings.append(Problem("points", text, {**values, "count": len(lacking)}))
        if before.entered and (before.grade_id, before.effective) != (row.grade_id, row.effective):
            text = N_("Row {row} ({code}) has another result already; it is replaced.")
            read.warnings.append(Problem("row", text, values))

    def earned(self, row: RoundRow) -> GradeId | None:
        """The grade that the points of ``row`` make; None while a criterion has none."""
        return scoring.scored(self.criteria, dict(row.scores), self.scale).grade_id


def criterion_id(criterion: Criterion) -> CriterionId:
    """The number of a criterion that the register has."""
    return CriterionId(criterion.id)


def shown_tenths(tenths: int) -> str:
    """Canonical number of tenths of points: 25 is 2.5."""
    return str(Decimal(tenths) / TENTHS)
