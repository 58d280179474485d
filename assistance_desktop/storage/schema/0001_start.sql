-- The set of changes is the truth; everything else can be made again from it.
CREATE TABLE change (
  n         INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  case_id   TEXT NOT NULL,
  record    TEXT NOT NULL,
  field     TEXT NOT NULL,
  value     TEXT NOT NULL,
  replaces  TEXT NOT NULL,
  author    TEXT NOT NULL,
  device    TEXT NOT NULL,
  at        TEXT NOT NULL,
  sealed    INTEGER NOT NULL DEFAULT 0  -- 1: in a bundle, or came in one; never amended again
);
CREATE INDEX change_of_case ON change (case_id, n);

-- One row a case for lists, folded from its changes.
CREATE TABLE case_row (
  case_id    TEXT PRIMARY KEY,
  pseudonym  TEXT NOT NULL,
  number     TEXT NOT NULL,
  worker     TEXT NOT NULL,
  stage      TEXT NOT NULL,
  next_step  TEXT NOT NULL,
  due        TEXT,
  threat     INTEGER NOT NULL,
  conflicts  INTEGER NOT NULL,
  unsealed   INTEGER NOT NULL,
  changed_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX case_row_by_due ON case_row (due, pseudonym);

-- Which change went to which device in which bundles; it waits until one of them is confirmed.
CREATE TABLE sent (
  recipient TEXT NOT NULL,
  change_id TEXT NOT NULL,
  sequence  INTEGER NOT NULL,
  PRIMARY KEY (recipient, change_id, sequence)
) WITHOUT ROWID;

-- Every bundle made or received.
CREATE TABLE bundle (
  n            INTEGER PRIMARY KEY,
  direction    TEXT NOT NULL CHECK (direction IN ('out', 'in')),
  peer         TEXT NOT NULL,
  sequence     INTEGER NOT NULL,
  digest       TEXT NOT NULL,
  manifest     TEXT NOT NULL,
  at           TEXT NOT NULL,
  size         INTEGER NOT NULL,
  changes      INTEGER NOT NULL,
  acknowledged INTEGER NOT NULL DEFAULT 0,
  UNIQUE (direction, peer, sequence)
);

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
