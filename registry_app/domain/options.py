"""Choices that the program fixes, because logic hangs on them: stable keys with labels that are translated."""

from msgspec import Struct

from .words import N_, _


class Option(Struct, frozen=True):
    """One choice: ``key`` is stored and given out, ``label`` is a marked text for people."""

    key: str
    label: str

    def __str__(self) -> str:
        return _(self.label)


MODEL_KINDS = (Option("model", N_("Model")), Option("theme", N_("Theme campaign")))
LEVELS = (
    Option("ward", N_("Ward level")),
    Option("district", N_("District level (before 01/7/2025)")),
    Option("province", N_("Province or city level")),
    Option("ministry", N_("Ministry of Public Security")),
)
STATUS_KINDS = (
    Option("preparing", N_("Preparing")),
    Option("active", N_("Active")),
    Option("paused", N_("Paused")),
    Option("ended", N_("Ended")),
)
REVIEW_KINDS = (
    Option("review", N_("Review")),
    Option("interim", N_("Interim summary")),
    Option("final", N_("Final summary")),
    Option("extra", N_("Unplanned check")),
)
DUES = (
    Option("overdue", N_("Overdue")),
    Option("soon", N_("Due soon")),
    Option("never_reviewed", N_("Never reviewed")),
    Option("later", N_("Later")),
    Option("none", N_("No review needed")),
)
EFFECTIVE = (Option("yes", N_("Effective")), Option("no", N_("Not effective")))
YES_NO = (Option("yes", N_("Yes")), Option("no", N_("No")))
PLACE_KINDS = (
    Option("residential", N_("Residential area")),
    Option("agency", N_("Agency")),
    Option("school", N_("School")),
    Option("enterprise", N_("Enterprise")),
    Option("street", N_("Street")),
    Option("market", N_("Market")),
    Option("hostel", N_("Hostels")),
    Option("border", N_("Border")),
)
SEXES = (Option("male", N_("Male")), Option("female", N_("Female")))
EDUCATIONS = (
    Option("primary", N_("Primary school")),
    Option("secondary", N_("Secondary school")),
    Option("college", N_("Vocational school or college")),
    Option("university", N_("University or higher")),
)
"""As form BM1 tells them apart (domain.md 3.6)."""
ROLE_KINDS = (Option("leader", N_("Leads")), Option("deputy", N_("Deputy")), Option("member", N_("Member")))
END_REASONS = (
    Option("replaced", N_("Replaced by decision")),
    Option("resigned", N_("Resigned")),
    Option("moved", N_("Moved away")),
    Option("dismissed", N_("Dismissed")),
    Option("deceased", N_("Died outside duty")),
    Option("fallen", N_("Died on duty")),
    Option("other", N_("Other reason")),
)
CAMERA_KINDS = (
    Option("watch", N_("Observation")),
    Option("plate", N_("Number plates")),
    Option("speaker", N_("With loudspeaker")),
)
OWNERS = (
    Option("ward", N_("People's Committee of the ward")),
    Option("area", N_("Residential area (owner)")),
    Option("household", N_("Household")),
    Option("enterprise", N_("Enterprise")),
)
FUNDINGS = (Option("budget", N_("Budget")), Option("social", N_("Contributions")), Option("both", N_("Both")))
CAMERA_STATES = (Option("working", N_("Working")), Option("broken", N_("Broken")))
DECISIONS = (
    Option("keep", N_("Keep")),
    Option("strengthen", N_("Strengthen")),
    Option("replicate", N_("Replicate")),
    Option("merge", N_("Merge into another model")),
    Option("pause", N_("Pause")),
    Option("end", N_("End as no longer fitting")),
)
"""The last is thanh loại, the official end of a model (domain.md 2)."""
INDICATOR_KINDS = (
    Option("count", N_("Count")),
    Option("ratio", N_("So many of so many")),
    Option("sum", N_("Sum of parts")),
)
EXACTNESS = (
    Option("exact", N_("Exact")),
    Option("over", N_("More than")),
    Option("nearly", N_("Nearly")),
    Option("check", N_("Needs checking")),
)
RECIPIENTS = (Option("collective", N_("Collective")), Option("person", N_("Individual")))
AWARD_KINDS = (
    Option("merit", N_("Certificate of merit")),
    Option("praise", N_("Certificate of praise")),
    Option("other", N_("Other commendation")),
)
"""As form BM1 tells bằng khen and giấy khen apart (domain.md 3.6)."""
SUBJECTS = (
    Option("residential", N_("Residential area")),
    Option("agency", N_("Agency")),
    Option("enterprise", N_("Enterprise")),
    Option("school", N_("School")),
    Option("ward", N_("The ward itself")),
)
MOVEMENTS = (
    Option("excellent", N_("Excellent movement")),
    Option("fair", N_("Fair movement")),
    Option("average", N_("Average movement")),
    Option("weak", N_("Weak movement")),
)
"""How the movement of a subject is classed (QĐ 510, domain.md 2.1)."""
EXTRA_KINDS = (
    Option("text", N_("Text")),
    Option("number", N_("Number")),
    Option("date", N_("Date")),
    Option("month", N_("Month")),
    Option("choice", N_("Choice")),
    Option("yes_no", N_("Yes or no")),
)


def label(options: tuple[Option, ...], key: str | None) -> str:
    """What people read for ``key``; "" when blank or unknown."""
    return next((str(option) for option in options if option.key == key), "")
