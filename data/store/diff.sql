-- Where `wireroom diff` collects what it finds; temporary, never part of a store's file.

CREATE TEMP TABLE change (
  type       TEXT NOT NULL,        -- event, statement, actor
  report     INTEGER NOT NULL,
  before     TEXT,                 -- records as JSON; the one that is missing is NULL
  after      TEXT,
  keys       TEXT                  -- those that differ
);

CREATE TEMP VIEW v_change AS
SELECT change.rowid AS number, CASE WHEN before IS NULL THEN 'added' WHEN after IS NULL THEN 'lost' ELSE 'changed' END AS change, change.type,
       coalesce(after ->> 'event', after ->> 'act', after ->> 'kind') AS code,
       coalesce(before ->> 'event', before ->> 'act', before ->> 'kind') AS code_before,
       coalesce(after ->> '$.source[0].name', after ->> '$.source[0].text', after ->> '$.speaker.name',
                after ->> '$.speaker.text', after ->> 'name') AS actor,
       coalesce(before ->> '$.source[0].name', before ->> '$.source[0].text', before ->> '$.speaker.name',
                before ->> '$.speaker.text', before ->> 'name') AS actor_before,
       after ->> 'rule' AS rule, before ->> 'rule' AS rule_before, keys, after ->> 'id' AS id, before ->> 'id' AS id_before,
       CASE change.type
         WHEN 'event' THEN substr(report.text, (ifnull(after, before) ->> '$.sentence[0]') + 1,
                                  (ifnull(after, before) ->> '$.sentence[1]') - (ifnull(after, before) ->> '$.sentence[0]'))
         WHEN 'statement' THEN ifnull(after, before) ->> 'text'
         ELSE substr(report.text, (ifnull(after, before) ->> '$.mentions[0].span[0]') + 1,
                     (ifnull(after, before) ->> '$.mentions[0].span[1]') - (ifnull(after, before) ->> '$.mentions[0].span[0]'))
       END AS sentence
FROM temp.change JOIN report ON report.key = change.report;
