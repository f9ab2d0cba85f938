"""What points come to, in words."""

from collections.abc import Mapping

from .entries import Grade
from .ids import GradeId
from .scoring import Scored, show_tenths
from .words import _, n_


def said(found: Scored, grades: Mapping[GradeId, Grade]) -> str:
    """The total in words: what is lacking, or what it earns."""
    total = _("Total: {total} of {most} points").format(total=show_tenths(found.total), most=show_tenths(found.most))
    if found.lacking:
        rest = n_("{count} criterion has no points yet", "{count} criteria have no points yet", found.lacking)
        return f"{total} · {rest.format(count=found.lacking)}"
    if found.grade_id is not None and found.grade_id in grades:
        proposed = _("proposed grade: {grade}").format(grade=grades[found.grade_id].name)
        return f"{total} · {proposed}"
    return total
