"""What is inside a model, noun by noun: one declaration that lists, forms, sheets, papers and commands all read."""

from collections.abc import Mapping

from msgspec import Struct

from . import camera_point, commendation, exemplar, household, membership, person, recognition, results, site, team
from .fields import Field
from .words import N_


class Noun(Struct, frozen=True, kw_only=True):
    """One noun: ``name`` is its key in Search and in the register, ``one`` and ``many`` marked texts, ``value`` what is
    edited, ``row`` what is shown, whose attributes are the names of ``fields``."""

    name: str
    one: str
    many: str
    value: type[Struct]
    row: type[Struct]
    fields: tuple[Field, ...]

    @property
    def by_name(self) -> Mapping[str, Field]:
        """Its fields by name."""
        return {field.name: field for field in self.fields}


NOUNS: Mapping[str, Noun] = {
    one.name: one
    for one in (
        Noun(name="site", one=N_("Site"), many=N_("Sites"), value=site.Site, row=site.SiteRow, fields=site.FIELDS),
        Noun(name="team", one=N_("Team"), many=N_("Teams"), value=team.Team, row=team.TeamRow, fields=team.FIELDS),
        Noun(
            name="person",
            one=N_("Person"),
            many=N_("People"),
            value=person.Person,
            row=person.PersonRow,
            fields=person.FIELDS,
        ),
        Noun(
            name="membership",
            one=N_("Member"),
            many=N_("Members"),
            value=membership.Membership,
            row=membership.MemberRow,
            fields=membership.FIELDS,
        ),
        Noun(
            name="household",
            one=N_("Household"),
            many=N_("Households"),
            value=household.Household,
            row=household.HouseholdRow,
            fields=household.FIELDS,
        ),
        Noun(
            name="camera_point",
            one=N_("Camera point"),
            many=N_("Camera points"),
            value=camera_point.CameraPoint,
            row=camera_point.CameraRow,
            fields=camera_point.FIELDS,
        ),
        Noun(
            name="result",
            one=N_("Result"),
            many=N_("Results"),
            value=results.Result,
            row=results.ResultRow,
            fields=results.FIELDS,
        ),
        Noun(
            name="commendation",
            one=N_("Commendation"),
            many=N_("Commendations"),
            value=commendation.Commendation,
            row=commendation.CommendationRow,
            fields=commendation.FIELDS,
        ),
        Noun(
            name="exemplar",
            one=N_("Advanced example"),
            many=N_("Advanced examples"),
            value=exemplar.Exemplar,
            row=exemplar.ExemplarRow,
            fields=exemplar.FIELDS,
        ),
        Noun(
            name="recognition",
            one=N_("Subject of recognition"),
            many=N_("Subjects of recognition"),
            value=recognition.Recognition,
            row=recognition.RecognitionRow,
            fields=recognition.FIELDS,
        ),
    )
}
