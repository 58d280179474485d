-- Every value that is a day and stands now, folded from the changes: what is due, what runs out.
CREATE TABLE dated (
  case_id TEXT NOT NULL,
  record  TEXT NOT NULL,
  field   TEXT NOT NULL,
  day     TEXT NOT NULL,
  PRIMARY KEY (case_id, record, field, day)
) WITHOUT ROWID;
CREATE INDEX dated_by_day ON dated (day, field);
INSERT INTO dated
  SELECT DISTINCT case_id, record, field, json_extract(value, '$') FROM change
  WHERE value GLOB '"[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"'
    AND date(json_extract(value, '$')) IS json_extract(value, '$')
    AND id NOT IN (SELECT old.value FROM change AS later, json_each(later.replaces) AS old);

-- When this desk last saved something: a clock that runs before that is wrong.
CREATE INDEX change_by_device ON change (device, at);
