-- Records that are not read any more, since a person's request for erasure was met: HMAC-SHA-256 of
-- the record's key, under a secret of this store. Nobody can read a record off this table; whoever
-- holds it with the secret can try keys that they know.

CREATE TABLE withheld (
  digest VARCHAR(64) PRIMARY KEY,
  since_run_no BIGINT NOT NULL
);

CREATE TABLE store_secret (
  name VARCHAR(40) PRIMARY KEY,
  secret VARCHAR(64) NOT NULL
);
