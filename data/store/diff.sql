-- Where `wireroom diff` collects what it finds; temporary, never part of a store's file.

CREATE TEMP TABLE change (
  key        INTEGER PRIMARY KEY,  -- in the order of reports and texts
  type       TEXT NOT NULL,        -- event, statement, actor
  report     INTEGER NOT NULL,
  before     TEXT,                 -- records as JSON; the one that is missing is NULL
  after      TEXT,
  keys       TEXT                  -- those that differ
);

CREATE TEMP VIEW v_change AS
SELECT change.key AS number, CASE WHEN before IS NULL THEN 'added' WHEN after IS NULL THEN 'lost' ELSE 'changed' END AS change, change.type,
       coalesce(json_extract(after, '$.event'), json_extract(after, '$.act'), json_extract(after, '$.kind')) AS code,
       coalesce(json_extract(before, '$.event'), json_extract(before, '$.act'), json_extract(before, '$.kind')) AS code_before,
       coalesce(json_extract(after, '$.source[0].name'), json_extract(after, '$.source[0].text'), json_extract(after, '$.speaker.name'),
                json_extract(after, '$.speaker.text'), json_extract(after, '$.name')) AS actor,
       coalesce(json_extract(before, '$.source[0].name'), json_extract(before, '$.source[0].text'), json_extract(before, '$.speaker.name'),
                json_extract(before, '$.speaker.text'), json_extract(before, '$.name')) AS actor_before,
       json_extract(after, '$.rule') AS rule, json_extract(before, '$.rule') AS rule_before, keys, json_extract(after, '$.id') AS id, json_extract(before, '$.id') AS id_before,
       CASE change.type
         WHEN 'event' THEN substr(report.text, CAST(json_extract(coalesce(after, before), '$.sentence[0]') AS INTEGER) + 1,
                                  CAST(json_extract(coalesce(after, before), '$.sentence[1]') AS INTEGER) - CAST(json_extract(coalesce(after, before), '$.sentence[0]') AS INTEGER))
         WHEN 'statement' THEN json_extract(coalesce(after, before), '$.text')
         ELSE substr(report.text, CAST(json_extract(coalesce(after, before), '$.mentions[0].span[0]') AS INTEGER) + 1,
                     CAST(json_extract(coalesce(after, before), '$.mentions[0].span[1]') AS INTEGER) - CAST(json_extract(coalesce(after, before), '$.mentions[0].span[0]') AS INTEGER))
       END AS sentence
FROM change JOIN report ON report.key = change.report;
