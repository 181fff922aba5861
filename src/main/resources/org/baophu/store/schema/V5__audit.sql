-- The audit trail. The program only ever adds lines; org.baophu.audit says how they hang together.

CREATE TABLE audit_line (
  line_no BIGINT PRIMARY KEY,
  -- ISO text, since the hash is over what stands here
  happened_at VARCHAR(40) NOT NULL,
  event VARCHAR(40) NOT NULL,
  by_whom VARCHAR(1000) NOT NULL,
  about VARCHAR(1000) NOT NULL,
  detail VARCHAR(10000) NOT NULL,
  previous_hash VARCHAR(64) NOT NULL,
  hash VARCHAR(64) NOT NULL,
  mac VARCHAR(64) NOT NULL
);
