-- The activity log: what was done on this computer, never what was written.
CREATE TABLE activity (
  n       INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,   -- by this computer's clock, in UTC
  kind    TEXT NOT NULL,
  case_id TEXT NOT NULL,   -- '': of no one case
  who     TEXT NOT NULL,   -- '': not known
  device  TEXT NOT NULL,
  detail  TEXT NOT NULL,   -- codes and counts, as JSON
  link    BLOB NOT NULL    -- SHA-256 of the link before and this line
);
CREATE INDEX activity_by_time ON activity (at, who, kind);
CREATE INDEX activity_by_who ON activity (who);
CREATE INDEX activity_by_case ON activity (case_id, kind) WHERE case_id <> '';
