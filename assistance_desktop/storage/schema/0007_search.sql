-- Each case has a small number, by which the words lead to it; and lists are read in their order.
ALTER TABLE case_row ADD COLUMN n INTEGER NOT NULL DEFAULT 0;
UPDATE case_row SET n = numbered.n
  FROM (SELECT case_id, row_number() OVER (ORDER BY case_id) AS n FROM case_row) AS numbered
  WHERE numbered.case_id = case_row.case_id;
CREATE UNIQUE INDEX case_row_by_n ON case_row (n);
CREATE INDEX case_row_in_order ON case_row
  (threat DESC, due IS NULL, due, pseudonym COLLATE NOCASE, case_id, n, stage, conflicts, unsealed);

-- The words that stand in a field now, as they are compared, with the keys of the names in it.
CREATE TABLE word_text (
  case_n INTEGER NOT NULL,
  field  BLOB NOT NULL,     -- the first 8 bytes of BLAKE2b of record and field
  page   INTEGER NOT NULL,  -- the fields of a page are indexed together
  words  TEXT NOT NULL,
  PRIMARY KEY (case_n, field)
) WITHOUT ROWID;
CREATE INDEX word_text_by_page ON word_text (case_n, page);

-- One document a page. Of a case with one page its number is the case's own; of a longer one
-- it is 2^50 + (the case's number << 10) + the page.
CREATE VIRTUAL TABLE word_index USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, prefix = '2 3', tokenize = 'ascii'
);
