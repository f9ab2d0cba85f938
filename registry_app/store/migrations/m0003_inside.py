"""The inside of models: teams, people, households, camera points; area changes; files; what was given out."""

STATEMENTS = (
    """CREATE TABLE role (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('leader','deputy','member')),
        position INTEGER NOT NULL DEFAULT 0, retired INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE person (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, born TEXT,
        sex TEXT CHECK (sex IN ('male','female')), phone TEXT NOT NULL DEFAULT '', id_number TEXT NOT NULL DEFAULT '',
        address TEXT NOT NULL DEFAULT '', area_id INTEGER REFERENCES area(id), education TEXT, minority TEXT,
        ethnicity TEXT NOT NULL DEFAULT '', religion TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '',
        replaced_by INTEGER REFERENCES person(id)) STRICT""",
    "CREATE INDEX person_by_area ON person(area_id)",
    "CREATE INDEX person_by_id_number ON person(id_number) WHERE id_number <> ''",
    "CREATE INDEX person_by_phone ON person(phone) WHERE phone <> ''",
    "CREATE INDEX person_by_replacement ON person(replaced_by) WHERE replaced_by IS NOT NULL",
    """CREATE TABLE team (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        site_id INTEGER NOT NULL REFERENCES site(id), decided INTEGER, paper_number TEXT NOT NULL DEFAULT '',
        valid_from TEXT, valid_to TEXT, notes TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX team_by_site ON team(site_id)",
    "CREATE INDEX site_held ON site(model_id, valid_from, valid_to)",
    """CREATE TABLE membership (
        id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER NOT NULL REFERENCES person(id),
        team_id INTEGER NOT NULL REFERENCES team(id), role_id INTEGER NOT NULL REFERENCES role(id),
        valid_from TEXT, valid_to TEXT, paper_number TEXT NOT NULL DEFAULT '', end_reason TEXT,
        end_paper TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX membership_by_team ON membership(team_id, person_id)",
    "CREATE INDEX membership_by_person ON membership(person_id, team_id)",
    """CREATE TABLE course (
        id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER NOT NULL REFERENCES person(id), name TEXT NOT NULL,
        "on" TEXT, notes TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX course_by_person ON course(person_id)",
    """CREATE TABLE household (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, head TEXT NOT NULL,
        head_id INTEGER REFERENCES person(id), address TEXT NOT NULL DEFAULT '', area_id INTEGER REFERENCES area(id),
        team_id INTEGER REFERENCES team(id), people INTEGER, phone TEXT NOT NULL DEFAULT '', pledged_on TEXT,
        valid_from TEXT, valid_to TEXT, notes TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX household_by_team ON household(team_id)",
    "CREATE INDEX household_by_area ON household(area_id)",
    "CREATE INDEX household_by_head ON household(head_id) WHERE head_id IS NOT NULL",
    """CREATE TABLE camera_point (
        id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        site_id INTEGER NOT NULL REFERENCES site(id), place TEXT NOT NULL DEFAULT '', eyes INTEGER, recorders INTEGER,
        kind TEXT, owner TEXT, owner_name TEXT NOT NULL DEFAULT '', funding TEXT, cost INTEGER,
        connected_to TEXT NOT NULL DEFAULT '', days_kept INTEGER, sharing TEXT, shared_on TEXT, sign TEXT, state TEXT,
        checked_on TEXT, valid_from TEXT, valid_to TEXT, notes TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX camera_point_by_site ON camera_point(site_id)",
    """CREATE TABLE not_the_same (
        id INTEGER PRIMARY KEY AUTOINCREMENT, one_id INTEGER NOT NULL REFERENCES person(id),
        other_id INTEGER NOT NULL REFERENCES person(id), UNIQUE (one_id, other_id)) STRICT""",
    """CREATE TABLE area_change (
        id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL CHECK (kind IN ('rename','renumber','merge','split')),
        "on" TEXT NOT NULL, paper_number TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '') STRICT""",
    """CREATE TABLE area_change_part (
        id INTEGER PRIMARY KEY AUTOINCREMENT, area_change_id INTEGER NOT NULL REFERENCES area_change(id),
        area_id INTEGER NOT NULL REFERENCES area(id), side TEXT NOT NULL CHECK (side IN ('before','after')),
        name TEXT NOT NULL) STRICT""",
    "CREATE INDEX area_change_part_by_area ON area_change_part(area_id)",
    """CREATE TABLE force_figure (
        id INTEGER PRIMARY KEY AUTOINCREMENT, model_id INTEGER NOT NULL REFERENCES model(id), "on" TEXT NOT NULL,
        members_decided INTEGER, members_actual INTEGER, teams_decided INTEGER, teams_actual INTEGER,
        UNIQUE (model_id, "on")) STRICT""",
    """CREATE TABLE attachment (
        id INTEGER PRIMARY KEY AUTOINCREMENT, noun TEXT NOT NULL, row_id INTEGER NOT NULL, blob_hash TEXT NOT NULL,
        name TEXT NOT NULL, media TEXT NOT NULL, size INTEGER NOT NULL, added_on TEXT NOT NULL,
        notes TEXT NOT NULL DEFAULT '') STRICT""",
    "CREATE INDEX attachment_by_row ON attachment(noun, row_id)",
    "CREATE INDEX attachment_by_blob ON attachment(blob_hash)",
    "CREATE TABLE blob (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL, thumbnail BLOB) STRICT",
    """CREATE TABLE paper_template (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, report TEXT NOT NULL, wish TEXT NOT NULL,
        position INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE given_out (
        id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, computer TEXT NOT NULL,
        report TEXT NOT NULL, criteria TEXT NOT NULL, people INTEGER NOT NULL,
        copy TEXT NOT NULL CHECK (copy IN ('full','posting')), way TEXT NOT NULL) STRICT""",
    """CREATE TABLE noun_text (
        noun TEXT NOT NULL, id INTEGER NOT NULL, name_key BLOB NOT NULL, folded_name TEXT NOT NULL,
        folded TEXT NOT NULL, accented TEXT NOT NULL, PRIMARY KEY (noun, id)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX noun_text_name ON noun_text(noun, folded_name)",
    "CREATE INDEX noun_text_order ON noun_text(noun, name_key)",
    "PRAGMA user_version = 3",
)
