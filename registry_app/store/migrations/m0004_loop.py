"""The review loop: rounds with their rows and papers, grades by year, score sheets, decisions, excuses; results,
commendations, advanced examples, recognition."""

STATEMENTS = (
    "ALTER TABLE model ADD COLUMN period_to TEXT",
    "ALTER TABLE model_index ADD COLUMN period_day TEXT",
    "ALTER TABLE model_index ADD COLUMN leaderless INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE model_index ADD COLUMN leader_until TEXT",
    """CREATE TABLE grade_scale (
        id INTEGER PRIMARY KEY AUTOINCREMENT, from_year INTEGER NOT NULL,
        grade_id INTEGER NOT NULL REFERENCES grade(id),
        position INTEGER NOT NULL DEFAULT 0, least INTEGER, UNIQUE (from_year, grade_id)) STRICT""",
    """CREATE TABLE score_sheet (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, retired INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE score_criterion (
        id INTEGER PRIMARY KEY AUTOINCREMENT, sheet_id INTEGER NOT NULL REFERENCES score_sheet(id),
        number TEXT NOT NULL DEFAULT '', name TEXT NOT NULL, most INTEGER NOT NULL,
        position INTEGER NOT NULL DEFAULT 0, retired INTEGER NOT NULL DEFAULT 0) STRICT""",
    "CREATE INDEX score_criterion_by_sheet ON score_criterion(sheet_id)",
    """CREATE TABLE review_score (
        id INTEGER PRIMARY KEY AUTOINCREMENT, review_id INTEGER NOT NULL REFERENCES review(id),
        criterion_id INTEGER NOT NULL REFERENCES score_criterion(id), points INTEGER NOT NULL,
        UNIQUE (review_id, criterion_id)) STRICT""",
    """CREATE TABLE review_round (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('review','interim','final','extra')), period_from TEXT NOT NULL,
        period_to TEXT NOT NULL, deadline TEXT, search TEXT NOT NULL, sheet_id INTEGER REFERENCES score_sheet(id),
        paper_number TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '', opened_on TEXT NOT NULL,
        closed_on TEXT) STRICT""",
    """CREATE TABLE round_row (
        id INTEGER PRIMARY KEY AUTOINCREMENT, round_id INTEGER NOT NULL REFERENCES review_round(id),
        model_id INTEGER NOT NULL REFERENCES model(id), position INTEGER NOT NULL,
        area_id INTEGER REFERENCES area(id), reviewer TEXT NOT NULL DEFAULT '', left_out TEXT NOT NULL DEFAULT '',
        "on" TEXT, grade_id INTEGER REFERENCES grade(id), effective TEXT CHECK (effective IN ('yes','no')),
        findings TEXT NOT NULL DEFAULT '', decision TEXT NOT NULL DEFAULT '', review_id INTEGER REFERENCES review(id),
        UNIQUE (round_id, model_id)) STRICT""",
    "CREATE INDEX round_row_by_model ON round_row(model_id)",
    "CREATE INDEX round_row_by_review ON round_row(review_id) WHERE review_id IS NOT NULL",
    """CREATE TABLE round_score (
        id INTEGER PRIMARY KEY AUTOINCREMENT, row_id INTEGER NOT NULL REFERENCES round_row(id),
        criterion_id INTEGER NOT NULL REFERENCES score_criterion(id), points INTEGER NOT NULL,
        UNIQUE (row_id, criterion_id)) STRICT""",
    """CREATE TABLE worksheet (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE,
        round_id INTEGER NOT NULL REFERENCES review_round(id), at TEXT NOT NULL, area_id INTEGER, reviewer TEXT,
        rows TEXT NOT NULL) STRICT""",
    "CREATE INDEX worksheet_by_round ON worksheet(round_id)",
    """CREATE TABLE worksheet_back (
        id INTEGER PRIMARY KEY AUTOINCREMENT, worksheet_id INTEGER NOT NULL REFERENCES worksheet(id),
        "on" TEXT NOT NULL, digest TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX worksheet_back_by_sheet ON worksheet_back(worksheet_id)",
    """CREATE TABLE snapshot (
        id INTEGER PRIMARY KEY AUTOINCREMENT, round_id INTEGER NOT NULL REFERENCES review_round(id),
        action_id INTEGER NOT NULL REFERENCES action(id), at TEXT NOT NULL, content TEXT NOT NULL) STRICT""",
    "CREATE INDEX snapshot_by_round ON snapshot(round_id)",
    """CREATE TABLE decision (
        id INTEGER PRIMARY KEY AUTOINCREMENT, model_id INTEGER NOT NULL REFERENCES model(id),
        kind TEXT NOT NULL CHECK (kind IN ('keep','strengthen','replicate','merge','pause','end')),
        "on" TEXT NOT NULL, paper_number TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
        target_id INTEGER REFERENCES model(id), round_id INTEGER REFERENCES review_round(id)) STRICT""",
    "CREATE INDEX decision_by_model ON decision(model_id)",
    "CREATE INDEX decision_by_target ON decision(target_id) WHERE target_id IS NOT NULL",
    """CREATE TABLE decision_site (
        id INTEGER PRIMARY KEY AUTOINCREMENT, decision_id INTEGER NOT NULL REFERENCES decision(id),
        site_id INTEGER NOT NULL REFERENCES site(id), UNIQUE (decision_id, site_id)) STRICT""",
    "CREATE INDEX decision_site_by_site ON decision_site(site_id)",
    """CREATE TABLE excuse (
        id INTEGER PRIMARY KEY AUTOINCREMENT, model_id INTEGER NOT NULL REFERENCES model(id), "on" TEXT NOT NULL,
        until TEXT NOT NULL, reason TEXT NOT NULL) STRICT""",
    "CREATE INDEX excuse_by_model ON excuse(model_id)",
    """CREATE TABLE indicator (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        unit TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL CHECK (kind IN ('count','ratio','sum')),
        part_of INTEGER REFERENCES indicator(id), topic TEXT NOT NULL DEFAULT '',
        position INTEGER NOT NULL DEFAULT 0, retired INTEGER NOT NULL DEFAULT 0) STRICT""",
    "CREATE INDEX indicator_by_whole ON indicator(part_of) WHERE part_of IS NOT NULL",
    """CREATE TABLE result (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE,
        indicator_id INTEGER NOT NULL REFERENCES indicator(id), model_id INTEGER REFERENCES model(id),
        area_id INTEGER REFERENCES area(id), period_from TEXT NOT NULL, period_to TEXT NOT NULL, amount TEXT,
        total TEXT, exactness TEXT NOT NULL DEFAULT 'exact' CHECK (exactness IN ('exact','over','nearly','check')),
        as_written TEXT NOT NULL DEFAULT '', paper_number TEXT NOT NULL DEFAULT '', source TEXT NOT NULL DEFAULT '',
        notes TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX result_by_indicator ON result(indicator_id, period_from)",
    "CREATE INDEX result_by_model ON result(model_id) WHERE model_id IS NOT NULL",
    "CREATE INDEX result_by_area ON result(area_id) WHERE area_id IS NOT NULL",
    """CREATE TABLE award_form (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'other',
        position INTEGER NOT NULL DEFAULT 0, retired INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE commendation (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE,
        form_id INTEGER NOT NULL REFERENCES award_form(id), level TEXT, granted_by TEXT NOT NULL DEFAULT '',
        recipient TEXT NOT NULL CHECK (recipient IN ('collective','person')), name TEXT NOT NULL DEFAULT '',
        person_id INTEGER REFERENCES person(id), post TEXT NOT NULL DEFAULT '', number INTEGER NOT NULL DEFAULT 1,
        model_id INTEGER REFERENCES model(id), "on" TEXT, paper_number TEXT NOT NULL DEFAULT '',
        theme TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX commendation_by_form ON commendation(form_id)",
    "CREATE INDEX commendation_by_person ON commendation(person_id) WHERE person_id IS NOT NULL",
    "CREATE INDEX commendation_by_model ON commendation(model_id) WHERE model_id IS NOT NULL",
    """CREATE TABLE exemplar (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE,
        recipient TEXT NOT NULL CHECK (recipient IN ('collective','person')), name TEXT NOT NULL,
        person_id INTEGER REFERENCES person(id), post TEXT NOT NULL DEFAULT '',
        model_id INTEGER REFERENCES model(id), level TEXT, theme TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT '', paper_number TEXT NOT NULL DEFAULT '', valid_from TEXT, valid_to TEXT,
        notes TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX exemplar_by_person ON exemplar(person_id) WHERE person_id IS NOT NULL",
    "CREATE INDEX exemplar_by_model ON exemplar(model_id) WHERE model_id IS NOT NULL",
    """CREATE TABLE recognition (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, year INTEGER NOT NULL,
        subject TEXT NOT NULL CHECK (subject IN ('residential','agency','enterprise','school','ward')),
        area_id INTEGER REFERENCES area(id), name TEXT NOT NULL DEFAULT '', registered_on TEXT, households INTEGER,
        households_registered INTEGER, recognised TEXT CHECK (recognised IN ('yes','no')),
        reason TEXT NOT NULL DEFAULT '', paper_number TEXT NOT NULL DEFAULT '', paper_on TEXT, movement TEXT,
        notes TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX recognition_by_year ON recognition(year, subject)",
    "CREATE INDEX recognition_by_area ON recognition(area_id) WHERE area_id IS NOT NULL",
    """CREATE TABLE model_summary (
        kind TEXT NOT NULL, id INTEGER NOT NULL, last_on TEXT, next_on TEXT, due_day TEXT,
        PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX model_summary_due ON model_summary(kind, due_day)",
    'CREATE INDEX review_by_day ON review(model_id, "on")',
    "PRAGMA user_version = 4",
)
