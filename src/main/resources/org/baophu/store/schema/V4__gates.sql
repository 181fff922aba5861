-- How the numbers of a night were judged before it was published: what later nights are held
-- against. Nights that were stopped leave nothing here.

CREATE TABLE night_gate (
  run_no BIGINT NOT NULL,
  gate VARCHAR(40) NOT NULL,
  part VARCHAR(200) NOT NULL,
  figure DOUBLE PRECISION NOT NULL,
  verdict VARCHAR(20) NOT NULL,
  -- empty unless somebody accepted a number that was out of bounds
  accepted_by VARCHAR(1000) NOT NULL,
  accepted_because VARCHAR(10000) NOT NULL,
  PRIMARY KEY (run_no, gate, part)
);
