-- What earlier nights knew of each record, and the story of each person.
--
-- Personal data: record_id and person_id everywhere; "aspects" are hashes of names, birth dates,
-- identifiers, phones and addresses, which can be guessed by trying (pseudonymous, not anonymous);
-- "state" and commune_code say in plain codes what the record says. Names, numbers and dates of
-- birth are nowhere kept as they are. Whoever erases a person erases by person_id in person_member,
-- record_event, identity_change, person_standing and list_change, and by record in decision,
-- record_event and renumbering.

ALTER TABLE person_member ADD COLUMN first_run_no BIGINT;
-- The run that missed the record first; NULL while it is delivered.
ALTER TABLE person_member ADD COLUMN gone_run_no BIGINT;
-- org.baophu.standard.RecordDigest; NULL where an older version stored the record.
ALTER TABLE person_member ADD COLUMN content BIGINT;
ALTER TABLE person_member ADD COLUMN aspects VARCHAR(64);
ALTER TABLE person_member ADD COLUMN commune_code VARCHAR(10);
ALTER TABLE person_member ADD COLUMN state VARCHAR(80);
CREATE INDEX person_member_person ON person_member (person_id);

-- What happened to the records of persons after the first night that knew them: CORRECTED,
-- WITHDRAWN, RETURNED, RENUMBERED (other_id: the record_id before), MOVED (person_id: from,
-- other_id: to), ARRIVED (with a person who was known before).
CREATE TABLE record_event (
  run_no BIGINT NOT NULL,
  event_no BIGINT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  source VARCHAR(20) NOT NULL,
  record_id VARCHAR(1000) NOT NULL,
  person_id VARCHAR(20) NOT NULL,
  other_id VARCHAR(1000) NOT NULL,
  -- of a correction: aspects, state before, state after, joined with "|"
  detail VARCHAR(1000) NOT NULL,
  PRIMARY KEY (run_no, event_no)
);
CREATE INDEX record_event_person ON record_event (person_id);
CREATE INDEX record_event_record ON record_event (source, record_id);

-- Why a merge or a split came about, as org.baophu.publish.Event in JSON.
ALTER TABLE identity_change ADD COLUMN reasons VARCHAR(20000) DEFAULT '[]' NOT NULL;
CREATE INDEX identity_change_person ON identity_change (person_id);
CREATE INDEX identity_change_other ON identity_change (other_id);

-- Every line of every changes.csv, its reasons as org.baophu.publish.Difference in JSON.
CREATE TABLE list_change (
  run_no BIGINT NOT NULL,
  person_id VARCHAR(20) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  commune_code VARCHAR(10) NOT NULL,
  reasons VARCHAR(20000) NOT NULL,
  PRIMARY KEY (run_no, person_id)
);
CREATE INDEX list_change_person ON list_change (person_id);

-- The record that a decision is about, by the record_id it had last; NULL: as it was decided.
ALTER TABLE decision ADD COLUMN current_a VARCHAR(1000);
ALTER TABLE decision ADD COLUMN current_b VARCHAR(1000);

-- A register gave a record another record_id.
CREATE TABLE renumbering (
  source VARCHAR(20) NOT NULL,
  old_id VARCHAR(1000) NOT NULL,
  new_id VARCHAR(1000) NOT NULL,
  run_no BIGINT NOT NULL,
  PRIMARY KEY (run_no, source, old_id)
);

-- More of where a person stood on the list, so that what changed can be named.
ALTER TABLE person_standing ADD COLUMN details VARCHAR(48) DEFAULT '' NOT NULL;
ALTER TABLE person_standing ADD COLUMN segment VARCHAR(40) DEFAULT '' NOT NULL;
ALTER TABLE person_standing ADD COLUMN monthly_support BIGINT DEFAULT -1 NOT NULL;
ALTER TABLE person_standing ADD COLUMN months_paid INTEGER DEFAULT -2 NOT NULL;

-- Equal as long as settings, law and program are; 0 where an older version stored the run.
ALTER TABLE night_run ADD COLUMN choices_digest BIGINT DEFAULT 0 NOT NULL;
