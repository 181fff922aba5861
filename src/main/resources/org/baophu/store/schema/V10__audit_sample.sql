-- Whom nights drew for a clerk to check, and what clerks answered. Rows older than answers count are
-- taken out by the night.

CREATE TABLE sample_draw (
  run_no BIGINT NOT NULL,
  run_key VARCHAR(200) NOT NULL,
  run_date DATE NOT NULL,
  person_id VARCHAR(20) NOT NULL,
  -- LISTED, EXCLUDED
  side VARCHAR(20) NOT NULL,
  -- SURE, LIKELY, UNSURE, OUT_OF_AGE
  band VARCHAR(20) NOT NULL,
  region VARCHAR(200) NOT NULL,
  inclusion DOUBLE PRECISION NOT NULL,
  given DOUBLE PRECISION NOT NULL,
  -- Equal as long as the person's records say the same of living and insurance.
  evidence BIGINT NOT NULL,
  PRIMARY KEY (run_no, person_id)
);

CREATE TABLE sample_answer (
  run_key VARCHAR(200) NOT NULL,
  person_id VARCHAR(20) NOT NULL,
  -- YES, NO, UNKNOWN, NOTHING
  insured VARCHAR(20) NOT NULL,
  eligible VARCHAR(20) NOT NULL,
  other_rows INTEGER NOT NULL,
  checked_by VARCHAR(1000) NOT NULL,
  -- ISO, empty where not stated
  checked_on VARCHAR(10) NOT NULL,
  first_run_no BIGINT NOT NULL,
  PRIMARY KEY (run_key, person_id, insured, eligible, other_rows, checked_by, checked_on)
);
