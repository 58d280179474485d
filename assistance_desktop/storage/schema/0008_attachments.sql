-- A file comes in piece by piece; until the last one is there it is "arriving" and nobody sees it.
ALTER TABLE attachment ADD COLUMN state TEXT NOT NULL DEFAULT 'kept'
  CHECK (state IN ('arriving', 'kept'));
-- The SHA-256 of the file that a working copy was made from, when that is kept as evidence.
ALTER TABLE attachment ADD COLUMN original TEXT NOT NULL DEFAULT '';
