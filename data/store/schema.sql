-- Times are ISO 8601 texts, spans are code points of report.text: substr(text, "begin" + 1, "end" - "begin") gives the words.

CREATE TABLE run (                 -- one program, one knowledge, one set of options
  key        INTEGER PRIMARY KEY,
  version    TEXT NOT NULL,
  model      TEXT NOT NULL,
  knowledge  TEXT NOT NULL,        -- hash of all data, rules and weights
  options    TEXT NOT NULL,        -- those that change records
  begun      TEXT NOT NULL,        -- the only time of day in the file
  model_hash TEXT NOT NULL DEFAULT '',  -- of the weights
  data_hash  TEXT NOT NULL DEFAULT '',  -- of tables and rules, those of the user included
  reports    INTEGER NOT NULL DEFAULT 0,
  input_hash TEXT NOT NULL DEFAULT '',  -- sum of the hashes of its reports, so that their order does not matter
  UNIQUE (version, model, knowledge, options)
) STRICT;

CREATE TABLE report (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  hash       TEXT NOT NULL,        -- of the text: the report's identity
  source     TEXT,
  title      TEXT,
  published  TEXT,
  publisher  TEXT,
  url        TEXT,
  lang       TEXT,
  text       TEXT NOT NULL
) STRICT;
CREATE INDEX report_hash ON report (hash);
CREATE INDEX report_published ON report (published);

CREATE TABLE coding (              -- a report as one run coded it
  key        INTEGER PRIMARY KEY,
  report     INTEGER NOT NULL REFERENCES report,
  run        INTEGER NOT NULL REFERENCES run,
  current    INTEGER NOT NULL,     -- 1: the one that questions see
  record     TEXT NOT NULL,        -- the report's record, without its text
  UNIQUE (report, run)
) STRICT;
CREATE INDEX coding_run ON coding (run);
CREATE INDEX coding_current ON coding (report, current);

CREATE TABLE actor (
  key        INTEGER PRIMARY KEY,
  coding     INTEGER NOT NULL REFERENCES coding ON DELETE CASCADE,
  id         TEXT NOT NULL,
  name       TEXT,
  kind       TEXT,
  country    TEXT,
  sector     TEXT,
  sector2    TEXT,
  code       TEXT,
  office     TEXT,                 -- its title
  entry      TEXT,
  basis      TEXT,
  record     TEXT NOT NULL,
  UNIQUE (coding, id)
) STRICT;
CREATE INDEX actor_name ON actor (name);
CREATE INDEX actor_id ON actor (id);
CREATE INDEX actor_coding ON actor (coding, country, name);

CREATE TABLE mention (
  actor      INTEGER NOT NULL REFERENCES actor ON DELETE CASCADE,
  "begin"    INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  form       TEXT
) STRICT;
CREATE INDEX mention_actor ON mention (actor);

CREATE TABLE event (
  key        INTEGER PRIMARY KEY,
  coding     INTEGER NOT NULL REFERENCES coding ON DELETE CASCADE,
  id         TEXT NOT NULL,
  event      TEXT NOT NULL,        -- PLOVER type
  mode       TEXT,
  cameo      TEXT,
  quad       TEXT,
  goldstein  REAL,
  intensity  REAL,
  status     TEXT NOT NULL,
  earliest   TEXT,
  latest     TEXT,
  precision  TEXT,
  date_basis TEXT,
  place      TEXT,
  geonames   TEXT,
  lat        REAL,
  lon        REAL,
  country    TEXT,                 -- of the place
  place_basis TEXT,
  words      TEXT,                 -- of the trigger
  "begin"    INTEGER,              -- of the sentence
  "end"      INTEGER,
  said_in    TEXT,
  same_as    TEXT,
  rule       TEXT,
  score      REAL,
  record     TEXT NOT NULL,
  UNIQUE (coding, id)
) STRICT;
CREATE INDEX event_type ON event (event, earliest);
CREATE INDEX event_day ON event (earliest);
CREATE INDEX event_id ON event (id);
CREATE INDEX event_coding ON event (coding, event, status);

CREATE TABLE event_party (
  event      INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  role       TEXT NOT NULL,        -- source, target, according_to, host, mediator, instrument, victim, object, topic
  number     INTEGER NOT NULL,     -- order within the role
  actor      TEXT,                 -- id of the actor's record
  name       TEXT,
  country    TEXT,
  sector     TEXT,
  code       TEXT,
  words      TEXT,
  "begin"    INTEGER,
  "end"      INTEGER,
  PRIMARY KEY (event, role, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_party_name ON event_party (name);
CREATE INDEX event_party_country ON event_party (country);

CREATE TABLE event_count (
  event      INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  number     INTEGER NOT NULL,
  what       TEXT NOT NULL,        -- killed, injured, arrested, …
  low        REAL,
  high       REAL,
  approximate TEXT,
  PRIMARY KEY (event, number)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE statement (
  key        INTEGER PRIMARY KEY,
  coding     INTEGER NOT NULL REFERENCES coding ON DELETE CASCADE,
  id         TEXT NOT NULL,
  kind       TEXT NOT NULL,
  act        TEXT NOT NULL,
  negated    INTEGER NOT NULL,
  speaker    TEXT,                 -- id of the actor's record
  name       TEXT,                 -- of the speaker
  country    TEXT,
  sector     TEXT,
  speaker_words TEXT,
  words      TEXT,                 -- of the content
  "begin"    INTEGER,
  "end"      INTEGER,
  medium     TEXT,
  medium_kind TEXT,
  occasion   TEXT,
  earliest   TEXT,
  latest     TEXT,
  within     TEXT,
  score      REAL,
  record     TEXT NOT NULL,
  UNIQUE (coding, id)
) STRICT;
CREATE INDEX statement_name ON statement (name);
CREATE INDEX statement_id ON statement (id);

CREATE TABLE expression (          -- times, places and quantities as they stand in the text
  coding     INTEGER NOT NULL REFERENCES coding ON DELETE CASCADE,
  id         TEXT NOT NULL,
  type       TEXT NOT NULL,        -- time, place, quantity
  "begin"    INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  words      TEXT,
  value      TEXT,                 -- TIMEX3 value, name of the place, lower end of the quantity
  record     TEXT NOT NULL,
  PRIMARY KEY (coding, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX expression_id ON expression (id);

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
