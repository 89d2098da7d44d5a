-- What a connection that writes needs.
PRAGMA page_size = 8192;  -- of a new file
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA foreign_keys = ON;
PRAGMA temp_store = MEMORY;
CREATE TEMP TABLE new_record (number INTEGER, coding INTEGER, type TEXT, record TEXT, parts TEXT AS (record));
