"""What each page of the inside shows, declared noun by noun: columns, filters, links, words."""

from collections.abc import Mapping

from msgspec import Struct, field

from registry_app.domain.noun_views import NOUN_VIEWS
from registry_app.domain.nouns import NOUNS, Noun
from registry_app.domain.options import Option
from registry_app.domain.search import Order, Search
from registry_app.domain.words import N_


class Link(Struct, frozen=True, kw_only=True):
    """A row of another noun that a row hangs on: ``field`` names it in problems and in the form, ``column`` is the
    value's attribute and what operations call it; ``before`` is the field of the form that it stands before."""

    field: str
    column: str
    noun: str
    label: str
    hint: str
    before: str
    required: bool = False


class Declared(Struct, frozen=True, kw_only=True):
    """One page. ``columns`` are those worn at first, ``filters`` the fields with a
    choice above the list, ``title`` the field that names a row, ``facts`` what the head of its form says; ``beside``
    puts short fields into the row of another, ``report`` prints the list, ``sheet`` is what the command that prints one
    row is called here ("" where there is none). ``dated``: it can be shown as of another day; ``endable``: its rows may
    get a day from which they are no more; ``first`` is the view it begins with, ``order`` how its rows stand by
    themselves where that is not by their title, ``sorts`` by what they are sorted at first, ``keeps`` the columns that
    another new row takes over, ``guide`` the card of the help. Texts are marked."""

    noun: str
    report: str
    columns: tuple[str, ...]
    filters: tuple[str, ...]
    title: str
    facts: tuple[str, ...]
    links: tuple[Link, ...] = ()
    beside: Mapping[str, str] = field(default_factory=dict)
    new: str
    unnamed: str
    find: str
    finds: str
    none_yet: str
    dated: bool = True
    endable: bool = True
    first: str = "all"
    order: Order | None = None
    keeps: tuple[str, ...] = ()
    guide: str = "people"
    sorts: tuple[Order, ...] = ()
    sheet: str = ""

    @property
    def of(self) -> Noun:
        """The noun as the domain declares it."""
        return NOUNS[self.noun]

    @property
    def views(self) -> tuple[Option, ...]:
        """The fixed views of its rows."""
        return NOUN_VIEWS[self.noun]

    @property
    def begins(self) -> Search:
        """What its list shows at first."""
        return Search(noun=self.noun, view=self.first, order=self.sorts)

    @property
    def start(self) -> str:
        """The field where typing begins."""
        return next((link.field for link in self.links if link.required), self.title)


def model_link(before: str, *, required: bool = False) -> Link:
    """The model that a row belongs to or is about, before that field."""
    return Link(
        field="model",
        column="model_id",
        noun="model",
        label=N_("Model"),
        hint=N_("Type name or code"),
        before=before,
        required=required,
    )


SITE_LINK = Link(
    field="site",
    column="site_id",
    noun="site",
    label=N_("Site – model"),
    hint=N_("Type site or model"),
    before="name",
    required=True,
)

SITES = Declared(
    noun="site",
    report="sites",
    columns=("title", "model", "type", "place_kind", "leader", "leader_phone", "teams", "members", "households"),
    filters=("area", "type", "place_kind"),
    title="title",
    facts=("model", "leader", "teams", "members", "households", "cameras", "replicated", "came_from"),
    links=(model_link("name", required=True),),
    new=N_("&New site"),
    unnamed=N_("New site"),
    find=N_("Find by model, area, name of the site… (Ctrl+F)"),
    finds=N_("Find sites"),
    none_yet=N_("There are no sites yet.\nPress “New site” (Ctrl+N) to write down the first one."),
)
TEAMS = Declared(
    noun="team",
    report="teams",
    columns=("code", "name", "site", "model", "leader", "leader_phone", "members", "decided", "households"),
    filters=("area", "type"),
    title="name",
    facts=("site", "model", "leader", "deputies", "members", "households"),
    links=(SITE_LINK,),
    new=N_("&New team"),
    unnamed=N_("New team"),
    find=N_("Find by code, team, model, area… (Ctrl+F)"),
    finds=N_("Find teams"),
    none_yet=N_("There are no teams yet.\nPress “New team” (Ctrl+N) to write down the first one."),
    sheet=N_("Prin&t the list of members…"),
)
PEOPLE = Declared(
    noun="person",
    report="people",
    columns=("code", "name", "born", "sex", "phone", "area", "roles", "teams", "address"),
    filters=("area", "sex"),
    title="name",
    facts=("teams", "models"),
    new=N_("&New person"),
    unnamed=N_("New person"),
    find=N_("Find by name, phone, ID number, team… (Ctrl+F)"),
    finds=N_("Find people"),
    none_yet=N_("There are no people yet.\nPress “New person” (Ctrl+N) to write down the first one."),
    sheet=N_("Prin&t the sheet of this person…"),
)
HOUSEHOLDS = Declared(
    noun="household",
    report="households",
    columns=("code", "head", "address", "area", "team", "people", "phone", "pledged_on"),
    filters=("area", "type"),
    title="head",
    facts=("model", "type"),
    links=(
        Link(
            field="team",
            column="team_id",
            noun="team",
            label=N_("Team"),
            hint=N_("Type team or model"),
            before="people",
        ),
        Link(
            field="head_person",
            column="head_id",
            noun="person",
            label=N_("Head in the list of people"),
            hint=N_("Name or code, if listed"),
            before="head",
        ),
    ),
    new=N_("&New household"),
    unnamed=N_("New household"),
    find=N_("Find by head, address, phone, team… (Ctrl+F)"),
    finds=N_("Find households"),
    none_yet=N_("There are no households yet.\nPress “New household” (Ctrl+N) to write down the first one."),
)
CAMERAS = Declared(
    noun="camera_point",
    report="cameras",
    columns=("code", "name", "place", "area", "eyes", "recorders", "kind", "owner", "state", "checked_on"),
    filters=("area", "owner", "state"),
    title="name",
    facts=("model", "area"),
    links=(SITE_LINK,),
    beside={"recorders": "eyes"},
    new=N_("&New camera point"),
    unnamed=N_("New camera point"),
    find=N_("Find by code, name, place, model… (Ctrl+F)"),
    finds=N_("Find camera points"),
    none_yet=N_("There are no camera points yet.\nPress “New camera point” (Ctrl+N) to write down the first one."),
)
HONOURED_LINK = Link(
    field="person",
    column="person_id",
    noun="person",
    label=N_("Person in the list of people"),
    hint=N_("Name or code, if listed"),
    before="name",
)
RESULTS = Declared(
    noun="result",
    report="results",
    columns=("code", "indicator", "figure", "unit", "percent", "period", "scope", "source"),
    filters=("period", "indicator", "area", "source"),
    title="indicator",
    facts=("unit", "percent", "scope", "topic"),
    links=(model_link("area"),),
    new=N_("&New figure"),
    unnamed=N_("New figure"),
    find=N_("Find by indicator, source, model… (Ctrl+F)"),
    finds=N_("Find results"),
    none_yet=N_(
        "There are no results yet.\nPress “New figure” (Ctrl+N), or enter a whole table of them with the button below."
    ),
    dated=False,
    endable=False,
    order=Order("period", descending=True),
    guide="results",
    keeps=("period_from", "period_to", "model_id", "area_id", "place", "source", "paper_number"),
)
COMMENDATIONS = Declared(
    noun="commendation",
    guide="honours",
    report="commendations",
    columns=(
        "code",
        "on",
        "recipient",
        "name",
        "number",
        "form",
        "level",
        "theme",
        "granted_by",
        "paper_number",
        "model",
    ),
    filters=("year", "form", "level", "recipient"),
    title="name",
    facts=("form", "on", "granted_by", "model"),
    links=(HONOURED_LINK, model_link("notes")),
    new=N_("&New commendation"),
    unnamed=N_("New commendation"),
    find=N_("Find by name, form, theme… (Ctrl+F)"),
    finds=N_("Find commendations"),
    sorts=(Order("on", descending=True),),
    none_yet=N_("There are no commendations yet.\nPress “New commendation” (Ctrl+N) to write down the first one."),
    dated=False,
    endable=False,
)
EXEMPLARS = Declared(
    noun="exemplar",
    guide="honours",
    report="exemplars",
    columns=("code", "name", "recipient", "post", "theme", "level", "valid_from", "paper_number", "model"),
    filters=("recipient", "level"),
    title="name",
    facts=("recipient", "valid_from", "model"),
    links=(HONOURED_LINK, model_link("paper_number")),
    new=N_("&New advanced example"),
    unnamed=N_("New advanced example"),
    find=N_("Find by name, theme, model… (Ctrl+F)"),
    finds=N_("Find advanced examples"),
    none_yet=N_(
        "There are no advanced examples yet.\nPress “New advanced example” (Ctrl+N) to write down the first one."
    ),
)
RECOGNITIONS = Declared(
    noun="recognition",
    guide="honours",
    report="recognition",
    columns=("year", "subject", "title", "registered_on", "share", "recognised", "reason", "paper_number", "movement"),
    filters=("year", "subject", "recognised", "area"),
    title="title",
    facts=("title", "year", "share", "recognised"),
    beside={"households_registered": "households"},
    new=N_("&New recognition"),
    unnamed=N_("New recognition"),
    find=N_("Find by area, agency, school… (Ctrl+F)"),
    finds=N_("Find recognitions"),
    none_yet=N_("Nobody is entered here yet.\nPress “Register a year” below to enter all residential areas at once."),
    dated=False,
    endable=False,
    first="this-year",
    sorts=(Order("subject"), Order("title")),
)
PAGES: Mapping[str, Declared] = {
    one.noun: one
    for one in (SITES, TEAMS, PEOPLE, HOUSEHOLDS, CAMERAS, RESULTS, COMMENDATIONS, EXEMPLARS, RECOGNITIONS)
}
