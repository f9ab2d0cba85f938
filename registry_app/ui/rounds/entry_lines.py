"""Results as they are typed into a round, row by row: what differs from what is saved, what is missing. No Qt."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from registry_app.domain.dates import show_date
from registry_app.domain.entries import Grade
from registry_app.domain.ids import CriterionId, GradeId
from registry_app.domain.kinds import NUMBER
from registry_app.domain.review_round import RoundRow
from registry_app.domain.round_shown import RowShown
from registry_app.domain.scoring import Criterion
from registry_app.domain.words import _, n_
from registry_app.operations.round_results import shown_tenths
from registry_app.operations.rounds import Entered

FIELDS = ("on", "grade", "effective", "findings", "decision")
NAMED = 12
"""So many missing rows are named by their numbers."""


class Line(Struct):
    """A row and what is typed over it: texts by FIELDS, points by the number of the criterion. ``told`` says what is
    wrong, by field."""

    row: RowShown
    typed: dict[str, str] = field(default_factory=dict)
    points: dict[str, str] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What stands in a field now."""
        return self.typed.get(name, _saved(self.row, name))

    def put(self, name: str, text: str) -> None:
        """Type ``text`` over a field."""
        self.told.pop(name, None)
        if text == _saved(self.row, name):
            self.typed.pop(name, None)
        else:
            self.typed[name] = text

    def put_points(self, criterion: str, text: str, saved: str) -> None:
        """Type points over those that are saved."""
        self.told.pop(f"points.{criterion}", None)
        if text == saved:
            self.points.pop(criterion, None)
        else:
            self.points[criterion] = text

    @property
    def is_dirty(self) -> bool:
        """Whether anything typed is not saved."""
        return bool(self.typed or self.points)

    @property
    def state(self) -> str:
        """A key of ROW_STATES, as it will be once what is typed is saved."""
        if self.row.left_out:
            return "left_out"
        return "entered" if self.text("grade") or self.text("effective") else "waiting"

    def forget(self) -> None:
        """Back to what is saved."""
        self.typed.clear()
        self.points.clear()
        self.told.clear()

    def entered(self) -> Entered:
        """What an operation is to write."""
        return Entered(position=self.row.position, points=dict(self.points) or None, **self.typed)

    def follow(self, row: RoundRow, grades: Mapping[GradeId, Grade]) -> None:
        """The register has ``row`` now; what is typed differently stays typed."""
        names = (*FIELDS, "grade_id", "reviewer", "left_out", "area_id", "scores", "review_id")
        values = {name: getattr(row, name) for name in names if name != "grade"}
        grade = grades[row.grade_id].name if row.grade_id in grades else ""  # type: ignore[index]
        self.row = replace(self.row, grade=grade, **values)
        for name, text in tuple(self.typed.items()):
            self.put(name, text)


def _saved(row: RowShown, name: str) -> str:
    if name == "on":
        return show_date(row.on)
    return getattr(row, name) or ""


def saved_points(row: RoundRow, criteria: Iterable[Criterion]) -> dict[str, str]:
    """The points of ``row`` as people write them, by the number of the criterion as ``key_of`` has it."""
    scores = dict(row.scores)
    return {
        key_of(one): NUMBER.show(shown_tenths(scores[CriterionId(one.id)]))
        for one in criteria
        if CriterionId(one.id) in scores
    }


def key_of(criterion: Criterion) -> str:
    """How an operation is told which criterion is meant."""
    return str(criterion.id)


def missing_said(lines: Sequence[Line]) -> str:
    """Which rows still have no result, as a sentence."""
    missing = [line.row.position for line in lines if line.state == "waiting"]
    if not missing:
        return _("All rows have their result.")
    named = ", ".join(map(str, missing[:NAMED])) + (", …" if len(missing) > NAMED else "")
    text = n_("{count} row is not entered yet: {rows}", "{count} rows are not entered yet: {rows}", len(missing))
    return text.format(count=len(missing), rows=named)
