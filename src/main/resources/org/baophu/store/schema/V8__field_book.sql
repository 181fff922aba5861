-- Whom nights listed and what became of them, and what was asked of collection points in a year.

CREATE TABLE listed_person (
  person_id VARCHAR(20) PRIMARY KEY,
  first_run_no BIGINT NOT NULL,
  first_listed DATE NOT NULL,
  segment VARCHAR(40) NOT NULL,
  commune_code VARCHAR(10) NOT NULL,
  organisation VARCHAR(1000) NOT NULL,
  collection_point VARCHAR(1000) NOT NULL,
  -- Own insurance records that were not in force while listed, one a line.
  insurance_keys VARCHAR(10000) NOT NULL,
  left_on DATE,
  -- OPEN, JOINED, INSURED_ALREADY
  result VARCHAR(20) NOT NULL,
  result_run_no BIGINT NOT NULL,
  result_on DATE,
  scheme VARCHAR(20) NOT NULL
);

-- The plan of the first night of a year, or of the night on which the province changed its number.
CREATE TABLE asked_target (
  target_year INTEGER NOT NULL,
  commune_code VARCHAR(10) NOT NULL,
  organisation VARCHAR(1000) NOT NULL,
  collection_point VARCHAR(1000) NOT NULL,
  target BIGINT NOT NULL,
  -- The province's number, -1 where it was derived.
  requested BIGINT NOT NULL,
  asked_on DATE NOT NULL,
  run_no BIGINT NOT NULL,
  PRIMARY KEY (target_year, commune_code, organisation, collection_point)
);
