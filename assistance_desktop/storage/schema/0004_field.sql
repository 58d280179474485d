-- The changes of one field, found without reading the whole case: what each answer asks for.
CREATE INDEX change_of_field ON change (case_id, record, field);
