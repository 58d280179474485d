-- Every version of a questionnaire that was loaded or filled in; a case stays with its version.
CREATE TABLE questionnaire (
  n            INTEGER PRIMARY KEY,
  form         TEXT NOT NULL,
  version      TEXT NOT NULL,
  title        TEXT NOT NULL,
  file         TEXT NOT NULL,
  source       BLOB NOT NULL,
  xform        BLOB NOT NULL,  -- what runs, converted once
  questions    INTEGER NOT NULL,
  remarks      TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('loaded', 'published', 'replaced')),
  loaded_at    TEXT NOT NULL,
  published_at TEXT,
  UNIQUE (form, version)
);

-- The lists, pictures and sounds of a questionnaire.
CREATE TABLE questionnaire_file (
  questionnaire INTEGER NOT NULL REFERENCES questionnaire (n) ON DELETE CASCADE,
  name          TEXT NOT NULL,
  content       BLOB NOT NULL,
  PRIMARY KEY (questionnaire, name)
) WITHOUT ROWID;
