"""The first form of the register: models with sites, reviews and statuses; the ward's lists; the log."""

STATEMENTS = (
    "PRAGMA application_id = 1398755922",
    "PRAGMA user_version = 1",
    """CREATE TABLE register (
        id INTEGER PRIMARY KEY CHECK (id = 1), uuid TEXT NOT NULL, generation INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE action (
        id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, computer TEXT NOT NULL,
        label TEXT NOT NULL, undoes INTEGER REFERENCES action(id),
        barrier INTEGER NOT NULL DEFAULT 0) STRICT""",
    "CREATE INDEX action_by_undone ON action(undoes)",
    """CREATE TABLE change (
        id INTEGER PRIMARY KEY AUTOINCREMENT, action_id INTEGER NOT NULL REFERENCES action(id), noun TEXT NOT NULL,
        row_id INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('insert','update','delete')), image TEXT) STRICT""",
    "CREATE INDEX change_by_action ON change(action_id)",
    "CREATE INDEX change_by_row ON change(noun, row_id)",
    """CREATE TABLE state (
        action_id INTEGER NOT NULL REFERENCES action(id), noun TEXT NOT NULL, row_count INTEGER NOT NULL,
        hash_sum INTEGER NOT NULL, PRIMARY KEY (noun, action_id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE row_hash (
        noun TEXT NOT NULL, row_id INTEGER NOT NULL, hash INTEGER NOT NULL, PRIMARY KEY (noun, row_id))
        STRICT, WITHOUT ROWID""",
    """CREATE TABLE code_counter (
        prefix TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE setting (
        id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL) STRICT""",
    """CREATE TABLE model_type (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        unit TEXT NOT NULL DEFAULT '', interval_months INTEGER, statutory INTEGER NOT NULL DEFAULT 0,
        retired INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE extra_field (
        id INTEGER PRIMARY KEY AUTOINCREMENT, type_id INTEGER NOT NULL REFERENCES model_type(id), key TEXT NOT NULL,
        name TEXT NOT NULL, kind TEXT NOT NULL, unit TEXT NOT NULL DEFAULT '', choices TEXT NOT NULL DEFAULT '',
        retired INTEGER NOT NULL DEFAULT 0, UNIQUE (type_id, key)) STRICT""",
    """CREATE TABLE work_field (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, retired INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE organisation (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        retired INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE area (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        kind TEXT NOT NULL DEFAULT '', number TEXT NOT NULL DEFAULT '', former_ward TEXT NOT NULL DEFAULT '',
        whole_ward INTEGER NOT NULL DEFAULT 0, retired INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE area_former_name (
        id INTEGER PRIMARY KEY AUTOINCREMENT, area_id INTEGER NOT NULL REFERENCES area(id), name TEXT NOT NULL,
        valid_to TEXT) STRICT""",
    """CREATE TABLE tag (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, retired INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE status (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('preparing','active','paused','ended')),
        position INTEGER NOT NULL DEFAULT 0, retired INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE grade (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, rank INTEGER, position INTEGER NOT NULL DEFAULT 0,
        retired INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE model (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        type_id INTEGER NOT NULL REFERENCES model_type(id), kind TEXT NOT NULL CHECK (kind IN ('model','theme')),
        field_id INTEGER REFERENCES work_field(id), level TEXT, lead_id INTEGER REFERENCES organisation(id),
        paper_kind TEXT NOT NULL DEFAULT '', paper_number TEXT NOT NULL DEFAULT '', founded_on TEXT,
        paper_signer TEXT NOT NULL DEFAULT '', launched_on TEXT, aim TEXT NOT NULL DEFAULT '',
        funding TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '', interval_months INTEGER,
        review_on TEXT, review_on_entered TEXT, trashed_on TEXT) STRICT""",
    """CREATE TABLE model_partner (
        id INTEGER PRIMARY KEY AUTOINCREMENT, model_id INTEGER NOT NULL REFERENCES model(id),
        organisation_id INTEGER NOT NULL REFERENCES organisation(id), UNIQUE (model_id, organisation_id)) STRICT""",
    """CREATE TABLE model_tag (
        id INTEGER PRIMARY KEY AUTOINCREMENT, model_id INTEGER NOT NULL REFERENCES model(id),
        tag_id INTEGER NOT NULL REFERENCES tag(id), UNIQUE (model_id, tag_id)) STRICT""",
    """CREATE TABLE model_extra (
        id INTEGER PRIMARY KEY AUTOINCREMENT, model_id INTEGER NOT NULL REFERENCES model(id),
        extra_id INTEGER NOT NULL REFERENCES extra_field(id), value TEXT NOT NULL,
        UNIQUE (model_id, extra_id)) STRICT""",
    """CREATE TABLE site (
        id INTEGER PRIMARY KEY AUTOINCREMENT, model_id INTEGER NOT NULL REFERENCES model(id),
        area_id INTEGER REFERENCES area(id), name TEXT NOT NULL DEFAULT '',
        place_kind TEXT NOT NULL DEFAULT 'residential', valid_from TEXT, valid_to TEXT) STRICT""",
    "CREATE INDEX site_by_model ON site(model_id)",
    "CREATE INDEX site_by_area ON site(area_id)",
    """CREATE TABLE review (
        id INTEGER PRIMARY KEY AUTOINCREMENT, model_id INTEGER NOT NULL REFERENCES model(id),
        kind TEXT NOT NULL CHECK (kind IN ('review','interim','final','extra')), "on" TEXT NOT NULL,
        grade_id INTEGER REFERENCES grade(id), effective TEXT CHECK (effective IN ('yes','no')),
        findings TEXT NOT NULL DEFAULT '', decision TEXT NOT NULL DEFAULT '',
        corrects INTEGER REFERENCES review(id)) STRICT""",
    "CREATE INDEX review_by_model ON review(model_id)",
    "CREATE UNIQUE INDEX review_by_corrected ON review(corrects) WHERE corrects IS NOT NULL",
    """CREATE TABLE status_change (
        id INTEGER PRIMARY KEY AUTOINCREMENT, model_id INTEGER NOT NULL REFERENCES model(id),
        status_id INTEGER NOT NULL REFERENCES status(id), "on" TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
        paper_number TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX status_change_by_model ON status_change(model_id)",
    """CREATE TABLE model_index (
        id INTEGER PRIMARY KEY, name_key BLOB NOT NULL, folded_name TEXT NOT NULL, area_key BLOB, code TEXT NOT NULL,
        type_id INTEGER NOT NULL, kind TEXT NOT NULL, field_id INTEGER, level TEXT, lead_id INTEGER,
        status_id INTEGER NOT NULL, status_kind TEXT NOT NULL, status_on TEXT, status_until TEXT,
        trashed INTEGER NOT NULL, founded_on TEXT, last_review TEXT, next_review TEXT, due_day TEXT,
        scheduled INTEGER NOT NULL, grade_id INTEGER, effective TEXT, missing INTEGER NOT NULL) STRICT""",
    "CREATE TABLE model_text (id INTEGER PRIMARY KEY, folded TEXT NOT NULL, accented TEXT NOT NULL) STRICT",
    """CREATE TABLE entry_key (
        noun TEXT NOT NULL, id INTEGER NOT NULL, sort_key BLOB NOT NULL,
        PRIMARY KEY (noun, id)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX model_index_twin ON model_index(type_id, folded_name)",
    "CREATE INDEX model_index_waiting ON model_index(status_until) WHERE status_until IS NOT NULL",
    "CREATE INDEX model_index_name ON model_index(trashed, name_key)",
    "CREATE INDEX model_index_due ON model_index(trashed, status_kind, scheduled, due_day)",
)
