-- What must outlive a night.

CREATE TABLE night_run (
  run_no BIGINT PRIMARY KEY,
  run_key VARCHAR(200) NOT NULL UNIQUE,
  run_date DATE NOT NULL,
  digest VARCHAR(64) NOT NULL,
  -- STARTED, COMMITTED (results stored, files staged), PUBLISHED (files in place)
  status VARCHAR(20) NOT NULL,
  persons BIGINT NOT NULL,
  last_person_number BIGINT NOT NULL,
  started_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  published_at TIMESTAMP(6) WITH TIME ZONE
);

-- Every record that was ever part of a person; a record that is missing for some nights comes back
-- to the same person.
CREATE TABLE person_member (
  source VARCHAR(20) NOT NULL,
  record_id VARCHAR(1000) NOT NULL,
  person_id VARCHAR(20) NOT NULL,
  last_run_no BIGINT NOT NULL,
  PRIMARY KEY (source, record_id)
);

-- Merges and splits.
CREATE TABLE identity_change (
  run_no BIGINT NOT NULL,
  change_no BIGINT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  person_id VARCHAR(20) NOT NULL,
  other_id VARCHAR(20) NOT NULL,
  PRIMARY KEY (run_no, change_no)
);

-- Where each person with a living stood in the last published nights, as far as the next one needs
-- it to say what changed. Digests tell that something changed, not what it was.
CREATE TABLE person_standing (
  run_no BIGINT NOT NULL,
  person_id VARCHAR(20) NOT NULL,
  standing VARCHAR(20) NOT NULL,
  commune_code VARCHAR(10) NOT NULL,
  route VARCHAR(30) NOT NULL,
  support_group VARCHAR(30) NOT NULL,
  details_digest BIGINT NOT NULL,
  sources_digest BIGINT NOT NULL,
  PRIMARY KEY (run_no, person_id)
);

-- What clerks decided, for good.
CREATE TABLE decision (
  source_a VARCHAR(20) NOT NULL,
  id_a VARCHAR(1000) NOT NULL,
  source_b VARCHAR(20) NOT NULL,
  id_b VARCHAR(1000) NOT NULL,
  verdict VARCHAR(20) NOT NULL,
  decided_by VARCHAR(1000) NOT NULL,
  decided_on VARCHAR(10) NOT NULL,
  note VARCHAR(10000) NOT NULL,
  first_run_no BIGINT NOT NULL,
  PRIMARY KEY (source_a, id_a, source_b, id_b, verdict, decided_by, decided_on)
);
