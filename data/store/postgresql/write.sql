-- What a connection that writes needs.
SET synchronous_commit = off;  -- as the SQLite store: a power cut may lose the last commits, never more
CREATE TEMP TABLE new_record (
  number INTEGER, coding BIGINT, type TEXT COLLATE "C", record JSON,
  parts JSONB GENERATED ALWAYS AS (CAST(record AS JSONB)) STORED
) ON COMMIT DELETE ROWS;
