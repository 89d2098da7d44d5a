-- From schema 1 to 2: hashes of runs, the table that v_dyad_day counts, groups.

ALTER TABLE run ADD COLUMN model_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN data_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN reports INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN input_hash TEXT NOT NULL DEFAULT '';
UPDATE run SET reports = (SELECT count(*) FROM coding WHERE coding.run = run.key);

CREATE TABLE dyad (                -- country to country: asserted events of the newest codings, each happening of a report once
  source_country TEXT NOT NULL,
  target_country TEXT NOT NULL,
  day        TEXT NOT NULL,        -- the event's earliest
  event      INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  quad       TEXT,
  goldstein  REAL,
  PRIMARY KEY (source_country, target_country, day, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX dyad_event ON dyad (event);

INSERT OR IGNORE INTO dyad
SELECT s.country, t.country, substr(e.earliest, 1, 10), e.key, e.quad, e.goldstein
FROM event e JOIN coding ON coding.key = e.coding AND coding.current = 1
     JOIN event_party s ON s.event = e.key AND s.role = 'source' AND s.country IS NOT NULL
     JOIN event_party t ON t.event = e.key AND t.role = 'target' AND t.country IS NOT NULL
WHERE e.status = 'asserted' AND e.same_as IS NULL AND e.earliest IS NOT NULL;

-- What `wireroom group` finds; made anew as a whole each time.

CREATE TABLE story (               -- reports on one matter
  key        INTEGER PRIMARY KEY,
  report     INTEGER NOT NULL UNIQUE REFERENCES report,  -- its first report; whose id is the story's
  first      TEXT,                 -- publication of the first and the last report
  last       TEXT,
  reports    INTEGER NOT NULL,
  copies     INTEGER NOT NULL      -- of them near-duplicates of an earlier one
) STRICT;

CREATE TABLE story_report (
  report     INTEGER PRIMARY KEY REFERENCES report,
  story      INTEGER NOT NULL REFERENCES story,
  copy_of    INTEGER REFERENCES report,  -- the report whose text it repeats
  likeness   REAL                  -- share of five-word runs that both have, of the shorter one's
) STRICT;
CREATE INDEX story_report_story ON story_report (story);

CREATE TABLE happening (           -- events of the newest codings and the first record of the same happening
  event      INTEGER PRIMARY KEY REFERENCES event ON DELETE CASCADE,
  first      INTEGER NOT NULL REFERENCES event ON DELETE CASCADE
) STRICT;
CREATE INDEX happening_first ON happening (first);

CREATE TABLE grouping (            -- one row: how much of the store the last `group` saw
  coding     INTEGER NOT NULL      -- the newest coding it knew
) STRICT;
