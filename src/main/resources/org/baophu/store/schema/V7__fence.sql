-- Counts the nights that took the lock of this database. A night that lost its connection, and with
-- it the lock, finds another number than its own here and stores nothing.
CREATE TABLE night_fence (
  fence_no INTEGER PRIMARY KEY,
  lock_count BIGINT NOT NULL
);

INSERT INTO night_fence (fence_no, lock_count) VALUES (1, 0);
