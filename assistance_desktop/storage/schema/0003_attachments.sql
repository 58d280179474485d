-- Files that answer a question, encrypted with everything else; in pieces as bundles carry them.
CREATE TABLE attachment (
  case_id    TEXT NOT NULL,
  hash       TEXT NOT NULL,  -- SHA-256 of the whole, as hex
  name       TEXT NOT NULL,  -- neutral: what it is, never what its file was called
  media_type TEXT NOT NULL,
  size       INTEGER NOT NULL,
  PRIMARY KEY (case_id, hash)
) WITHOUT ROWID;

CREATE TABLE attachment_piece (
  hash    TEXT NOT NULL,
  n       INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (hash, n)
);
