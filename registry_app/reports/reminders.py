"""Letters that remind lead organisations of their models whose review is overdue or due soon: one letter each."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from registry_app.domain.dates import show_date
from registry_app.domain.model import ModelRow
from registry_app.domain.office_days import OfficeDays, office_days
from registry_app.domain.vietnamese import sort_key
from registry_app.domain.ward import Ward
from registry_app.domain.words import N_, _, n_

from .declared import REASON, Declared, Setting
from .shown import Fields, Shown
from .spec import Kind, Report

NOBODY = "................................................"
"""To be filled in by hand: no lead organisation was entered."""
ABOVE, FILED = "Như trên;", "Lưu"
"""Words of the decree: those addressed, and where the letter is filed."""
BODY = re.compile(r"(ủy ban nhân dân|uỷ ban nhân dân|công an|đảng ủy) (phường|xã|đặc khu) (.+)", re.IGNORECASE)
ASKED = N_(
    "{issuer} reviews the models of the movement “Toàn dân bảo vệ an ninh Tổ quốc” from time to time. It asks {lead} "
    "to review and assess the {models} listed below, whose lead it is and whose review is due or soon due{late}, and "
    "to send the result to {issuer} by {answer}."
)
END = "./."
"""Ends the text of a letter."""


class Letters(Declared, frozen=True, kw_only=True):
    """A report that is a letter for each lead organisation of its rows."""

    def report(
        self,
        rows: Sequence[Any],
        setting: Setting,
        *,
        subject: Any = None,
        subject_fields: Fields | None = None,
        further: Sequence[Sequence[Any]] = (),
    ) -> Report:
        """The first letter, those to others following it, by the name of the organisation; models that nobody leads
        come last."""
        by_lead: dict[str, list[ModelRow]] = {}
        for row in rows:
            by_lead.setdefault(row.lead, []).append(row)
        leads = sorted(by_lead, key=lambda lead: (not lead, sort_key(lead))) or [""]
        made = []
        for lead in leads:
            own = by_lead.get(lead, [])
            paper = Declared.report(self, own, setting, subject=subject, subject_fields=subject_fields, further=further)
            made.append(_letter(paper, lead, own, setting))
        return replace(made[0], following=made[1:])


def _letter(paper: Report, lead: str, rows: Sequence[ModelRow], setting: Setting) -> Report:
    """``paper`` as a letter to ``lead`` about its ``rows``."""
    ward, wish = setting.ward, setting.wish
    filed = [one for one in ward.recipients if one.strip().removeprefix("-").strip().startswith(FILED)]
    return replace(
        paper,
        kind=Kind.INTERNAL,
        criteria="",
        total="",
        circulation="",
        number=f"/{_code(ward)}",
        recipients=(ABOVE, *filed) if wish.recipients is None else wish.recipients,
        addressee=lead or NOBODY,
        body=(_asked(ward, lead, rows, setting),),
        closing_lines=(_closing(lead),),
    )


def _asked(ward: Ward, lead: str, rows: Sequence[ModelRow], setting: Setting) -> str:
    """What is asked of the organisation, by when."""
    late = sum(row.due == "overdue" for row in rows)
    days = office_days(ward)
    wanted = OfficeDays(off="forward" if days.off == "none" else days.off, holidays=days.holidays)
    answer = wanted.moved(setting.at.on + timedelta(days=setting.at.within))
    count = n_("{count} model", "{count} models", len(rows)).format(count=len(rows))
    on = show_date(setting.at.on.isoformat())
    overdue = _(N_(" ({late} of them overdue on {day})")).format(late=late, day=on) if late else ""
    return _(ASKED).format(
        issuer=_issuer(ward), lead=lead or NOBODY, models=count, late=overdue, answer=show_date(answer.isoformat())
    )


def _closing(lead: str) -> str:
    return _(N_("{lead} is asked to give this its attention and to carry it out")).format(lead=lead or NOBODY) + END


def _issuer(ward: Ward) -> str:
    """The issuing body in running text, where only its first letter and its name are capitals."""
    found = BODY.fullmatch(ward.issuing_body)
    if found is None:
        return ward.issuing_body
    body, kind, name = found.groups()
    return f"{body.capitalize()} {kind.lower()} {name.title() if name.isupper() else name}"


def _code(ward: Ward) -> str:
    """The letters after the number: a letter has none for the kind of paper."""
    return ward.number_code.partition("-")[2] or ward.number_code


REMINDERS = Letters(
    name="reminders",
    label=N_("Reminder letters"),
    title="",
    abstract=N_("reviewing models of the movement “Toàn dân bảo vệ an ninh Tổ quốc”"),
    view="due",
    order=("next_review",),
    group="due",
    titled=True,
    columns=(
        Shown(name="code", min_mm=22),
        Shown(name="name"),
        Shown(name="areas"),
        Shown(name="next_review"),
        REASON,
    ),
)
