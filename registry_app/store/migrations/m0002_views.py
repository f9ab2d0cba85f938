"""Views that the ward saves; indexes by which the sidebar counts."""

STATEMENTS = (
    """CREATE TABLE saved_view (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, search TEXT NOT NULL,
        columns TEXT NOT NULL DEFAULT '[]', position INTEGER NOT NULL DEFAULT 0) STRICT""",
    "CREATE INDEX model_index_type ON model_index(trashed, type_id)",
    "CREATE INDEX model_index_field ON model_index(trashed, field_id)",
    "CREATE INDEX model_index_lead ON model_index(trashed, lead_id)",
    "CREATE INDEX model_index_status ON model_index(trashed, status_id)",
    "CREATE INDEX site_current ON site(area_id, model_id) WHERE valid_to IS NULL",
    "PRAGMA user_version = 2",
)
