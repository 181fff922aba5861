-- The targets of each year, as its last night set them: the next year's growth is counted from them.
CREATE TABLE commune_target (
  plan_year INTEGER NOT NULL,
  commune_code VARCHAR(10) NOT NULL,
  target BIGINT NOT NULL,
  run_no BIGINT NOT NULL,
  PRIMARY KEY (plan_year, commune_code)
);
