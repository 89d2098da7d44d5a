-- The questions of `wireroom search`, events, quotes, …, each under its name. `:name` is a value of the question; a line that
-- ends with "-- if NAME|…" stands only where one of these was given. Those that a database has of its own: its folder.

-- question: events
SELECT v.earliest AS day, v.event, v.cameo, v.status, v.source, v.target, v.place, v.id, v.sentence,
       coalesce((SELECT json_set(e.record, '$.same_as', f.id) FROM happening h JOIN event f ON f.key = h.first
                 WHERE h.event = e.key AND h.first <> e.key), e.record) AS record
FROM event e JOIN coding ON coding.key = e.coding AND coding.current = 1 JOIN v_event v ON v.id = e.id
WHERE TRUE
  AND coalesce(e.latest, v.published) >= :since      -- if since
  AND coalesce(e.earliest, v.published) <= :until    -- if until
  AND e.event = :event                               -- if event
  AND e.status = :status                             -- if status
  AND EXISTS (SELECT 1 FROM event_party p WHERE p.event = e.key AND p.role IN ('source', 'target')  -- if actor|country
    AND instr(lower(coalesce(p.name, p.words)), :actor) > 0  -- if actor
    AND p.country = :country                         -- if country
  )                                                  -- if actor|country
  AND e.key IN (SELECT event FROM v_one_a_day)       -- if one_a_day
  AND e.key IN (SELECT event FROM v_one_a_happening)  -- if one_a_happening
ORDER BY coalesce(e.earliest, v.published) NULLS FIRST, v.report, e.key LIMIT :limit

-- question: quotes
SELECT coalesce(v.earliest, v.published) AS day, v.speaker, v.country, v.act, v.kind, v.medium, v.id, v.words, s.record
FROM statement s JOIN coding ON coding.key = s.coding AND coding.current = 1 JOIN v_quote v ON v.id = s.id
WHERE TRUE
  AND instr(lower(s.words), :words) > 0              -- if words
  AND coalesce(s.latest, v.published) >= :since      -- if since
  AND coalesce(s.earliest, v.published) <= :until    -- if until
  AND instr(lower(coalesce(s.name, s.speaker_words)), :actor) > 0  -- if actor
  AND s.country = :country                           -- if country
  AND EXISTS (SELECT 1 FROM event e WHERE e.coding = s.coding AND e.said_in = s.id AND e.event = :event)  -- if event
  AND EXISTS (SELECT 1 FROM event e WHERE e.coding = s.coding AND e.said_in = s.id AND e.status = :status)  -- if status
ORDER BY 1 NULLS FIRST, v.report, s.key LIMIT :limit

-- question: actor
SELECT a.name, a.kind, a.country, a.sector, group_concat(DISTINCT a.office) AS offices,
       count(DISTINCT coding.report) AS reports, min(report.published) AS first, max(report.published) AS last,
       sum((SELECT count(DISTINCT p.event) FROM event_party p JOIN event e ON e.key = p.event
            WHERE e.coding = a.coding AND p.actor = a.id AND p.role IN ('source', 'target'))) AS events,
       sum((SELECT count(*) FROM statement s WHERE s.coding = a.coding AND s.speaker = a.id)) AS statements
FROM actor a JOIN coding ON coding.key = a.coding AND coding.current = 1 JOIN report ON report.key = coding.report
WHERE instr(lower(a.name), :name) > 0
  AND report.published >= :since                     -- if since
  AND report.published <= :until                     -- if until
  AND a.country = :country                           -- if country
GROUP BY a.name, a.kind, a.country, a.sector ORDER BY reports DESC, a.name, a.kind, a.country NULLS FIRST, a.sector NULLS FIRST LIMIT :limit

-- question: report
SELECT report.key, report.text, coding.key, coding.record
FROM report JOIN coding ON coding.report = report.key AND coding.current = 1 WHERE report.id = :id

-- question: records
SELECT id, record FROM (
  SELECT 0 AS kind, 0 AS place, CAST(:report AS VARCHAR) AS id, record FROM coding WHERE key = :coding
  UNION ALL SELECT 1, key, id, record FROM actor WHERE coding = :coding
  UNION ALL SELECT 2, e.key, e.id,
    coalesce((SELECT json_set(e.record, '$.same_as', f.id) FROM happening h JOIN event f ON f.key = h.first    -- if grouped
              WHERE h.event = e.key AND h.first <> e.key), e.record)                                         -- if grouped
    e.record                                         -- if as_coded
  FROM event e WHERE coding = :coding
  UNION ALL SELECT 3, key, id, record FROM statement WHERE coding = :coding
  UNION ALL SELECT 4, "begin", id, record FROM expression WHERE coding = :coding) AS records
WHERE TRUE
  AND id = :id                                       -- if id
ORDER BY kind, place

-- question: runs
SELECT key AS run, begun, version, model, options, reports,
       (SELECT count(*) FROM coding WHERE coding.run = run.key AND current = 1) AS current, model_hash, data_hash, input_hash
FROM run ORDER BY key LIMIT :limit

-- question: grouped
SELECT CASE WHEN coalesce((SELECT coding FROM grouping), 0) = coalesce((SELECT max(key) FROM coding), 0) THEN 1 ELSE 0 END

-- question: story
WITH member AS (
  SELECT sr.report, sr.copy_of, sr.likeness FROM story_report sr
  WHERE sr.story = (SELECT story FROM story_report WHERE report = :report)
  UNION ALL SELECT key, NULL, NULL FROM report WHERE key = :report AND key NOT IN (SELECT report FROM story_report)
), told AS (
  SELECT coalesce(h.first, e.key) AS first, count(DISTINCT m.report) AS reports
  FROM member m JOIN coding ON coding.report = m.report AND coding.current = 1 JOIN event e ON e.coding = coding.key
       LEFT JOIN happening h ON h.event = e.key
  WHERE h.first IS NOT NULL OR e.same_as IS NULL
  GROUP BY 1
)
SELECT what, day, id, publisher, title, copy_of, event, status, source, target, place, reports, sentence FROM (
  SELECT 0 AS part, 'report' AS what, report.published AS day, report.id, report.publisher, report.title,
         (SELECT id FROM report WHERE key = member.copy_of) AS copy_of, NULL AS event, NULL AS status, NULL AS source,
         NULL AS target, NULL AS place, NULL AS reports, NULL AS sentence, report.id AS place_in_time
  FROM member JOIN report ON report.key = member.report
  UNION ALL
  SELECT 1, 'happening', v.earliest, v.id, NULL, NULL, NULL, v.event, v.status, v.source, v.target, v.place, told.reports,
         v.sentence, v.report
  FROM told JOIN event e ON e.key = told.first JOIN v_event v ON v.id = e.id) AS part
ORDER BY part, day NULLS FIRST, place_in_time, id LIMIT :limit
