"""What the tables of the review loop, of results and of honours are called in the history."""

from collections.abc import Mapping

from msgspec.structs import replace

from registry_app.domain import kinds
from registry_app.domain.options import (
    AWARD_KINDS,
    DECISIONS,
    EFFECTIVE,
    EXACTNESS,
    INDICATOR_KINDS,
    LEVELS,
    MOVEMENTS,
    RECIPIENTS,
    REVIEW_KINDS,
    SUBJECTS,
)
from registry_app.domain.recognition import RECOGNISED
from registry_app.domain.words import N_
from registry_app.domain.years import YEAR

from .history_columns import CODE, HIDDEN, NAME, NUMBER, ON, POSITION, RETIRED, Column, Noun

NOTES = Column(key="notes", label=N_("Notes"), kind=kinds.LONG)
MODEL = Column(key="model", label=N_("Model"), reference="model")
AREA = Column(key="area", label=N_("Area"), reference="area")
PERSON = Column(key="person", label=N_("Person"), reference="person")
GRADE = Column(key="grade", label=N_("Grade"), reference="grade")
ROUND = Column(key="round", label=N_("Round of reviews"), reference="review_round")
SHEET = Column(key="sheet", label=N_("Score sheet"), reference="score_sheet")
CRITERION = Column(key="criterion", label=N_("Criterion"), reference="score_criterion")
POINTS = Column(key="points", label=N_("Tenths of points"), kind=kinds.WHOLE)
REASON = Column(key="reason", label=N_("Reason"))
LEVEL = Column(key="level", label=N_("Level"), options=LEVELS)
THEME = Column(key="theme", label=N_("Theme"))
RECIPIENT = Column(key="recipient", label=N_("Recipient"), options=RECIPIENTS)
SORT = replace(RECIPIENT, label=N_("Collective or individual"))
POST = Column(key="post", label=N_("Post, unit"))
FROM = Column(key="period_from", label=N_("Period from"), kind=kinds.DATE)
TO = Column(key="period_to", label=N_("Period until"), kind=kinds.DATE)

ROUNDS: Mapping[str, Noun] = {
    "review_round": Noun(
        key="round",
        label=N_("Round of reviews"),
        columns={
            "code": CODE,
            "name": NAME,
            "kind": Column(key="kind", label=N_("Kind of review"), options=REVIEW_KINDS),
            "period_from": FROM,
            "period_to": TO,
            "deadline": Column(key="deadline", label=N_("Deadline"), kind=kinds.DATE),
            "search": HIDDEN,
            "sheet_id": SHEET,
            "paper_number": NUMBER,
            "notes": NOTES,
            "opened_on": Column(key="opened_on", label=N_("Opened on"), kind=kinds.DATE),
            "closed_on": Column(key="closed_on", label=N_("Closed on"), kind=kinds.DATE),
        },
    ),
    "round_row": Noun(
        key="round_row",
        label=N_("Model in a round"),
        owner="model",
        owner_column="model_id",
        columns={
            "round_id": ROUND,
            "position": HIDDEN,
            "area_id": AREA,
            "reviewer": Column(key="reviewer", label=N_("Reviewer")),
            "left_out": Column(key="left_out", label=N_("Left out because")),
            "on": ON,
            "grade_id": GRADE,
            "effective": Column(key="effective", label=N_("Effective"), options=EFFECTIVE),
            "findings": Column(key="findings", label=N_("Findings")),
            "decision": Column(key="decision", label=N_("Decision")),
            "review_id": HIDDEN,
        },
    ),
    "round_score": Noun(
        key="round_score",
        label=N_("Points in a round"),
        owner="round_row",
        owner_column="row_id",
        columns={"criterion_id": CRITERION, "points": POINTS},
    ),
    "worksheet_back": Noun(
        key="worksheet_back",
        label=N_("Worksheet that came back"),
        columns={"worksheet_id": HIDDEN, "on": ON, "digest": HIDDEN},
    ),
}
SCORING: Mapping[str, Noun] = {
    "grade_scale": Noun(
        key="grade_scale",
        label=N_("Grades of a year"),
        columns={
            "from_year": Column(key="from_year", label=N_("From the year"), kind=kinds.WHOLE),
            "grade_id": GRADE,
            "position": POSITION,
            "least": Column(key="least", label=N_("At least (tenths of points)"), kind=kinds.WHOLE),
        },
    ),
    "score_sheet": Noun(key="score_sheet", label=N_("Score sheet"), columns={"name": NAME, "retired": RETIRED}),
    "score_criterion": Noun(
        key="criterion",
        label=N_("Criterion"),
        columns={
            "sheet_id": SHEET,
            "number": Column(key="number", label=N_("Number")),
            "name": NAME,
            "most": Column(key="most", label=N_("At most (tenths of points)"), kind=kinds.WHOLE),
            "position": POSITION,
            "retired": RETIRED,
        },
    ),
    "review_score": Noun(
        key="review_score",
        label=N_("Points of a review"),
        owner="review",
        owner_column="review_id",
        columns={"criterion_id": CRITERION, "points": POINTS},
    ),
}
DECIDED: Mapping[str, Noun] = {
    "decision": Noun(
        key="decision",
        label=N_("Decision"),
        owner="model",
        owner_column="model_id",
        columns={
            "kind": Column(key="kind", label=N_("Decision"), options=DECISIONS),
            "on": ON,
            "paper_number": NUMBER,
            "reason": REASON,
            "target_id": Column(key="target", label=N_("Merged into"), reference="model"),
            "round_id": ROUND,
        },
    ),
    "decision_site": Noun(
        key="decision_site",
        label=N_("Site added by a decision"),
        owner="decision",
        owner_column="decision_id",
        columns={"site_id": Column(key="site", label=N_("Site"), reference="site")},
    ),
    "decision_move": Noun(
        key="decision_move",
        label=N_("Moved by a decision"),
        owner="decision",
        owner_column="decision_id",
        columns={"noun": HIDDEN, "row_id": HIDDEN, "from_id": HIDDEN},
    ),
    "excuse": Noun(
        key="excuse",
        label=N_("Excused"),
        owner="model",
        owner_column="model_id",
        columns={
            "on": ON,
            "until": Column(key="until", label=N_("Until"), kind=kinds.DATE),
            "reason": REASON,
        },
    ),
}
HONOURS: Mapping[str, Noun] = {
    "award_form": Noun(
        key="award_form",
        label=N_("Form of commendation"),
        columns={
            "name": NAME,
            "kind": Column(key="kind", label=N_("Kind of form"), options=AWARD_KINDS),
            "position": POSITION,
            "retired": RETIRED,
        },
    ),
    "commendation": Noun(
        key="commendation",
        label=N_("Commendation"),
        columns={
            "code": CODE,
            "form_id": Column(key="form", label=N_("Form of the award"), reference="award_form"),
            "level": LEVEL,
            "granted_by": Column(key="granted_by", label=N_("Granted by")),
            "recipient": RECIPIENT,
            "name": NAME,
            "person_id": PERSON,
            "place": Column(key="place", label=N_("Of another place")),
            "post": POST,
            "number": Column(key="number", label=N_("How many"), kind=kinds.WHOLE, preset=1),
            "model_id": MODEL,
            "on": Column(key="on", label=N_("Date"), kind=kinds.PARTIAL),
            "paper_number": NUMBER,
            "theme": THEME,
            "reason": REASON,
            "notes": NOTES,
        },
    ),
    "exemplar": Noun(
        key="exemplar",
        label=N_("Advanced example"),
        columns={
            "code": CODE,
            "recipient": SORT,
            "name": NAME,
            "person_id": PERSON,
            "post": POST,
            "model_id": MODEL,
            "level": LEVEL,
            "theme": THEME,
            "reason": REASON,
            "paper_number": NUMBER,
            "valid_from": Column(key="valid_from", label=N_("From"), kind=kinds.PARTIAL),
            "valid_to": Column(key="valid_to", label=N_("Until"), kind=kinds.PARTIAL),
            "notes": NOTES,
        },
    ),
    "recognition": Noun(
        key="recognition",
        label=N_("Recognition as safe"),
        columns={
            "code": CODE,
            "year": Column(key="year", label=N_("Year"), kind=YEAR),
            "subject": Column(key="subject", label=N_("Subject"), options=SUBJECTS),
            "area_id": AREA,
            "name": NAME,
            "registered_on": Column(key="registered_on", label=N_("Registered on"), kind=kinds.PARTIAL),
            "households": Column(key="households", label=N_("Households"), kind=kinds.WHOLE),
            "households_registered": Column(
                key="households_registered", label=N_("Households registered"), kind=kinds.WHOLE
            ),
            "recognised": Column(key="recognised", label=N_("Recognised"), options=RECOGNISED),
            "reason": REASON,
            "paper_number": NUMBER,
            "paper_on": Column(key="paper_on", label=N_("Date of the paper"), kind=kinds.PARTIAL),
            "movement": Column(key="movement", label=N_("Class of the movement"), options=MOVEMENTS),
            "notes": NOTES,
        },
    ),
    "injury": Noun(
        key="injury",
        label=N_("Wounded on duty"),
        owner="person",
        owner_column="person_id",
        columns={"on": ON, "notes": NOTES},
    ),
}
RESULTS: Mapping[str, Noun] = {
    "indicator": Noun(
        key="indicator",
        label=N_("Indicator"),
        columns={
            "code": CODE,
            "name": NAME,
            "unit": Column(key="unit", label=N_("Unit")),
            "kind": Column(key="kind", label=N_("Kind of indicator"), options=INDICATOR_KINDS),
            "part_of": Column(key="part_of", label=N_("Part of"), reference="indicator"),
            "topic": Column(key="topic", label=N_("Topic")),
            "position": POSITION,
            "retired": RETIRED,
        },
    ),
    "result": Noun(
        key="result",
        label=N_("Result"),
        columns={
            "code": CODE,
            "indicator_id": Column(key="indicator", label=N_("Indicator"), reference="indicator"),
            "model_id": MODEL,
            "area_id": AREA,
            "place": Column(key="place", label=N_("Of another place")),
            "period_from": FROM,
            "period_to": TO,
            "amount": Column(key="amount", label=N_("Value"), kind=kinds.NUMBER),
            "total": Column(key="total", label=N_("Of how many"), kind=kinds.NUMBER),
            "exactness": Column(key="exactness", label=N_("Exactness"), options=EXACTNESS, preset="exact"),
            "as_written": Column(key="as_written", label=N_("As it is written")),
            "paper_number": NUMBER,
            "source": Column(key="source", label=N_("Source")),
            "notes": NOTES,
        },
    ),
}
NOUNS: Mapping[str, Noun] = {**ROUNDS, **SCORING, **DECIDED, **HONOURS, **RESULTS}
