"""Form BM1 as a file: PDF or Excel, of the period in which a day lies."""

from datetime import date

from registry_app.domain import force_form
from registry_app.domain.dates import show_date
from registry_app.domain.errors import RegistryError
from registry_app.domain.force import ForceFigures
from registry_app.domain.options import EDUCATIONS
from registry_app.domain.words import N_, _
from registry_app.reports.spec import Kind, Letterhead, Report, Signature
from registry_app.store.registry import Registry

from . import force
from .force import Force

FORCE = "BVAN"
"""The type that the form is about; other statutory bodies stand in no column of it."""
FORMS = (".pdf", ".xlsx")


def content(registry: Registry, on: date, suffix: str) -> bytes:
    """The form as the bytes of a file of that ``suffix``. Raises RegistryError for another."""
    if suffix not in FORMS:
        text = N_("A paper is written as {forms}, not as “{suffix}”.")
        raise RegistryError(text, forms=", ".join(FORMS), suffix=suffix)
    ward, found = registry.settings.ward(), force.read(registry, on)
    figures = _figures(registry, found)
    cells = force_form.cells(force.figures_object(figures))
    rows, total = [["1", ward.name, *cells]], [_(force_form.TOTAL), "", *cells]
    headings = [
        force_form.Cell(text=_(one.text), first=one.first, last=one.last, top=one.top, bottom=one.bottom)
        for one in force_form.headings()
    ]
    note = _note(found, force_form.unknown(figures))
    if suffix == ".xlsx":
        from registry_app.exchange import force_sheet

        above = (" – ".join((_(force_form.NAME), _(force_form.TITLE))), _(force_form.ATTACHED))
        return force_sheet.workbook(above, headings, rows, total, note)
    from registry_app.reports.force_form import ForceForm, pdf

    frame = Report(
        kind=Kind.INTERNAL,
        title=_(force_form.NAME),
        abstract=_(force_form.TITLE),
        criteria=_(force_form.ATTACHED),
        columns=(),
        groups=(),
        letterhead=Letterhead(issuer=ward.issuing_body, superior=ward.superior),
        number=f"/{ward.number_code}" if ward.number_code else "",
        place=ward.place_name,
        circulation="",
        recipients=ward.recipients,
        signature=Signature(authority=ward.signer_authority, position=ward.signer_position, name=ward.signer_name),
        author=ward.issuing_body,
    )
    return pdf(ForceForm(frame=frame, headings=headings, rows=rows, total=total, note=note))


def name(on: date) -> str:
    """What the file is called, without a suffix."""
    return f"BM1-{on.isoformat()}"


def _figures(registry: Registry, found: Force) -> ForceFigures:
    """Those of the force alone; nothing where the ward has none."""
    kinds = {one.name for one in registry.lists.types.values() if one.code == FORCE}
    lines = [line.figures for line in found.lines if line.type in kinds]
    return lines[0] if lines else ForceFigures(education=dict.fromkeys((one.key for one in EDUCATIONS), 0))


def _note(found: Force, unknown: dict[str, int]) -> str:
    """The period, and what the register does not know."""
    since, until = (show_date(day.isoformat()) for day in (found.since, found.on))
    text = _("Period from {since} to {until}.").format(since=since, until=until)
    if not unknown:
        return text
    parts = (_(force_form.UNKNOWN[key]).format(count=count) for key, count in unknown.items())
    return " ".join((text, _("Not known:"), ", ".join(parts) + "."))
