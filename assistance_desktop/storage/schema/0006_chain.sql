-- Every write of a change, in order, each sealed to the one before it: what was there stays known.
CREATE TABLE link (
  n       INTEGER PRIMARY KEY,
  amends  INTEGER NOT NULL,  -- the link whose words it replaced; 0: none
  content BLOB NOT NULL,     -- SHA-256 of the change as it was written
  head    BLOB NOT NULL      -- SHA-256 of the head before, amends and content
);

-- The link that wrote it last.
ALTER TABLE change ADD COLUMN link INTEGER NOT NULL DEFAULT 0;
CREATE INDEX change_by_link ON change (link);
CREATE INDEX change_not_sent ON change (link) WHERE sealed = 0;

-- What was missing when somebody opened the vault all the same.
CREATE TABLE gap (
  n       INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,   -- when that was
  case_id TEXT NOT NULL,   -- '': not known which
  missing INTEGER NOT NULL,
  first   TEXT NOT NULL,
  last    TEXT NOT NULL
);
