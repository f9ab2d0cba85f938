"""What the results of a round are judged by: the scale of its year, criteria of its score sheet, usual decisions."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from registry_app.domain import options, scoring
from registry_app.domain.entries import Grade
from registry_app.domain.ids import GradeId
from registry_app.domain.review_round import ReviewRound
from registry_app.domain.scoring import Criterion, Step
from registry_app.store.registry import Registry


class Judging(Struct, frozen=True, kw_only=True):
    """As the register has it when the round is opened to be entered."""

    grades: Mapping[GradeId, Grade]
    scale: Sequence[Step]
    criteria: Sequence[Criterion]
    """None where the round has no score sheet."""
    decisions: Sequence[str]
    """Those that are offered: first the ward's own."""

    @property
    def names(self) -> list[str]:
        """The grades of the scale from the best on."""
        return [self.grades[step.grade_id].name for step in self.scale if step.grade_id in self.grades]

    def graded(self, tenths: int) -> str:
        """The grade that so many tenths of points make; "" for none."""
        grade = scoring.grade_for(tenths, self.scale)
        return self.grades[grade].name if grade is not None else ""


def read(registry: Registry, one: ReviewRound) -> Judging:
    """What results of the round are judged by."""
    shelf, grades = registry.loop.scoring, registry.lists.grades
    criteria = shelf.criteria(one.sheet_id).values() if one.sheet_id is not None else ()
    return Judging(
        grades=grades,
        scale=scoring.scale_of(one.year, shelf.scales(), grades),
        criteria=[criterion for criterion in criteria if not criterion.retired],
        decisions=list(dict.fromkeys((*registry.settings.ward().decisions, *map(str, options.DECISIONS)))),
    )
