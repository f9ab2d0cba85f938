"""The report of a period as a paper by Decree 30/2020: figures beside those of the period before, charts, the models
that were built and those that ended."""

from collections.abc import Sequence
from datetime import date

from registry_app.domain.dates import show_date
from registry_app.domain.options import EFFECTIVE, label
from registry_app.domain.period_figures import ModelAt
from registry_app.domain.search import Moment
from registry_app.domain.vietnamese import fold
from registry_app.domain.ward import Ward
from registry_app.domain.words import _
from registry_app.reports.spec import Align, Column, Group, Kind, Letterhead, Part, Report, Signature
from registry_app.store.registry import Registry

from .period_charts import drawings
from .period_lines import sections
from .period_report import Comparison, compare
from .printing import Prepared

LIST_CODE, REPORT_CODE = "DS-", "BC-"
"""What the number of a list and of a report begins with (Decree 30/2020, Annex III)."""


def prepare(
    registry: Registry, first: date, last: date, *, against: str = "before", day: date | None = None
) -> Prepared:
    """The report of the period from ``first`` to ``last``, both in. ``day`` None is dotted."""
    return of(registry, compare(registry, first, last, against), day=day)


def of(registry: Registry, found: Comparison, *, day: date | None = None) -> Prepared:
    """``found`` as a paper to print or write."""
    made = report(registry, found, day=day)
    words = _("Period report")
    name = fold(f"{words} {found.now.name}")
    return Prepared(
        report=made,
        rows=made.row_count,
        name="-".join("".join(letter if letter.isalnum() else " " for letter in name).split()),
        label=words,
        criteria=found.now.name,
    )


def report(registry: Registry, found: Comparison, *, day: date | None = None) -> Report:
    """``found`` as a paper."""
    ward = registry.settings.ward()
    return Report(
        kind=Kind.INTERNAL,
        title=_("OFFICIAL REPORT"),
        abstract=_("Models of the movement “All the people protect national security”, {period}").format(
            period=found.now.name
        ),
        criteria=_("Compared with {period}; counted on {day}").format(
            period=found.before.name, day=show_date(found.now.at.isoformat())
        ),
        body=_body(found, ward),
        heading=_("Figures of the period"),
        columns=_columns(),
        groups=_groups(found),
        drawings=drawings(registry, found),
        more=[*_built(registry, found), *_ended(registry, found)],
        letterhead=Letterhead(issuer=ward.issuing_body, superior=ward.superior),
        number=f"/{ward.number_code.replace(LIST_CODE, REPORT_CODE, 1)}" if ward.number_code else "",
        place=ward.place_name,
        day=day,
        recipients=ward.recipients,
        signature=Signature(authority=ward.signer_authority, position=ward.signer_position, name=ward.signer_name),
        author=ward.issuing_body,
        circulation="",
        upright=True,
    )


def _body(found: Comparison, ward: Ward) -> list[str]:
    """What stands before the figures, in sentences."""
    now = found.now
    counted = _("On {day} {ward} has {count}.").format(
        day=show_date(now.at.isoformat()), ward=ward.name_in_text, count=now.end.whole_on_paper
    )
    built = _(
        "In the period {built} models were built; of them {kept} are kept and {effective} work with effect now. "
        "{ended} models ended; {reviewed} models were reviewed."
    ).format(
        built=len(now.figures.built),
        kept=now.figures.built_kept,
        effective=now.figures.built_effective,
        ended=len(found.ended),
        reviewed=now.figures.reviewed,
    )
    return [counted, built]


def _columns() -> list[Column]:
    return [
        Column(key="number", title=_("No."), align=Align.CENTER, min_mm=10),
        Column(key="label", title=_("What is counted"), share=3),
        Column(key="now", title=_("This period"), align=Align.CENTER, min_mm=30),
        Column(key="before", title=_("Period before"), align=Align.CENTER, min_mm=30),
        Column(key="change", title=_("Change"), align=Align.CENTER, min_mm=18),
    ]


def _groups(found: Comparison) -> list[Group]:
    groups, number = [], 0
    for section in sections(found):
        rows = []
        for line in section.lines:
            number += 1
            rows.append((str(number), line.label, line.now, line.before, line.change))
        groups.append(Group(title=section.title, rows=rows))
    return groups


def _built(registry: Registry, found: Comparison) -> list[Part]:
    """Every model that was built, with what has become of it; nothing where none was."""
    if not found.built:
        return []
    columns = [
        Column(key="number", title=_("No."), align=Align.CENTER, min_mm=10),
        Column(key="code", title=_("Code"), min_mm=24),
        Column(key="name", title=_("Name of the model"), share=3),
        Column(key="began", title=_("Began"), align=Align.CENTER, min_mm=20),
        Column(key="status", title=_("Status"), align=Align.CENTER, min_mm=24),
        Column(key="effective", title=_("Effective"), align=Align.CENTER, min_mm=22),
    ]
    names = _names(registry, found.built)
    statuses = found.lists.statuses
    rows = [
        (
            str(place),
            *names[one.id],
            show_date(one.began),
            statuses[one.status_id].name,  # type: ignore[index]
            label(EFFECTIVE, one.effective) or _("not judged yet"),
        )
        for place, one in enumerate(found.built, 1)
    ]
    total = _("Built {built}, kept {kept}, effective {effective}").format(
        built=len(found.built), kept=found.now.figures.built_kept, effective=found.now.figures.built_effective
    )
    return [Part(heading=_("Models built in the period"), columns=columns, groups=[Group(rows=rows)], total=total)]


def _ended(registry: Registry, found: Comparison) -> list[Part]:
    """Every model that ended, why and by which paper; nothing where none did."""
    if not found.ended:
        return []
    columns = [
        Column(key="number", title=_("No."), align=Align.CENTER, min_mm=10),
        Column(key="code", title=_("Code"), min_mm=24),
        Column(key="name", title=_("Name of the model"), share=3),
        Column(key="on", title=_("Ended on"), align=Align.CENTER, min_mm=20),
        Column(key="status", title=_("How"), align=Align.CENTER, min_mm=22),
        Column(key="reason", title=_("Reason, paper"), share=2, min_mm=34),
    ]
    names = _names(registry, found.ended)
    rows = []
    for place, one in enumerate(found.ended, 1):
        change = next(iter(registry.statuses.of(one.id)), None)  # type: ignore[arg-type]
        why = ", ".join(part for part in (change.reason, change.paper_number) if part) if change else ""
        status = found.lists.statuses[one.status_id].name  # type: ignore[index]
        rows.append((str(place), *names[one.id], show_date(one.status_on), status, why))
    return [Part(heading=_("Models that ended in the period"), columns=columns, groups=[Group(rows=rows)])]


def _names(registry: Registry, models: Sequence[ModelAt]) -> dict[int, tuple[str, str]]:
    rows = registry.models.window([one.id for one in models], Moment(date.today()))
    return {row.id: (row.code, row.name) for row in rows}
