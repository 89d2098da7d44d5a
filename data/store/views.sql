-- Only what the newest coding of each report says.

DROP VIEW IF EXISTS v_event;
CREATE VIEW v_event AS             -- one row an event, its parties joined by "; "
SELECT event.id, event.earliest, event.latest, event.precision, event.event, event.mode, event.cameo, event.quad,
       event.goldstein, event.intensity, event.status,
       (SELECT group_concat(name, '; ') FROM (SELECT coalesce(name, words) AS name FROM event_party p
        WHERE p.event = event.key AND role = 'source' ORDER BY number) AS named) AS source,
       (SELECT group_concat(country, '; ') FROM (SELECT country FROM event_party p
        WHERE p.event = event.key AND role = 'source' ORDER BY number) AS named) AS source_country,
       (SELECT group_concat(name, '; ') FROM (SELECT coalesce(name, words) AS name FROM event_party p
        WHERE p.event = event.key AND role = 'target' ORDER BY number) AS named) AS target,
       (SELECT group_concat(country, '; ') FROM (SELECT country FROM event_party p
        WHERE p.event = event.key AND role = 'target' ORDER BY number) AS named) AS target_country,
       event.place, event.country, event.lat, event.lon, event.score, event.rule,
       coalesce((SELECT first.id FROM happening h JOIN event first ON first.key = h.first WHERE h.event = event.key AND
               h.first <> event.key), event.same_as) AS same_as, event.said_in,
       substr(report.text, event."begin" + 1, event."end" - event."begin") AS sentence,
       report.id AS report, report.published, report.publisher, report.title, report.url, coding.run
FROM event JOIN coding ON coding.key = event.coding AND coding.current = 1 JOIN report ON report.key = coding.report;

DROP VIEW IF EXISTS v_dyad;
CREATE VIEW v_dyad AS              -- one row a pair of source and target; what is told twice in a report counts once
SELECT event.id, event.earliest, event.latest, event.event, event.cameo, event.quad, event.goldstein, event.status,
       s.name AS source, s.country AS source_country, s.sector AS source_sector, s.code AS source_code,
       t.name AS target, t.country AS target_country, t.sector AS target_sector, t.code AS target_code, report.id AS report
FROM event JOIN coding ON coding.key = event.coding AND coding.current = 1 JOIN report ON report.key = coding.report
     JOIN event_party s ON s.event = event.key AND s.role = 'source'
     JOIN event_party t ON t.event = event.key AND t.role = 'target'
WHERE event.same_as IS NULL;

DROP VIEW IF EXISTS v_dyad_day;
CREATE VIEW v_dyad_day AS          -- countries by day: number of asserted events and their mean Goldstein value
SELECT day, source_country, target_country, quad, count(*) AS events, avg(goldstein) AS goldstein
FROM dyad
GROUP BY source_country, target_country, day, quad;

DROP VIEW IF EXISTS v_quote;
CREATE VIEW v_quote AS
SELECT statement.id, statement.name AS speaker, statement.country, statement.sector, statement.speaker_words,
       statement.kind, statement.act, statement.negated, statement.words, statement.medium, statement.medium_kind,
       statement.earliest, statement.latest, statement.within, statement.score, report.id AS report, report.published,
       report.publisher, report.title, report.url, coding.run
FROM statement JOIN coding ON coding.key = statement.coding AND coding.current = 1 JOIN report ON report.key = coding.report;

DROP VIEW IF EXISTS v_one_a_day;
CREATE VIEW v_one_a_day AS         -- keys of events: the first record of a day with these parties, this code and status
SELECT event FROM (
  SELECT event, row_number() OVER (PARTITION BY day, code, status, sources, targets ORDER BY published NULLS FIRST, report, event) AS number
  FROM (
    SELECT e.key AS event, coalesce(substr(e.earliest, 1, 10), report.published) AS day, coalesce(e.cameo, e.event) AS code,
           e.status, report.published, report.id AS report,
           (SELECT group_concat(code, ';') FROM (SELECT DISTINCT coalesce(p.code, p.name, p.words) AS code FROM event_party p
            WHERE p.event = e.key AND p.role = 'source' ORDER BY 1) AS coded) AS sources,
           (SELECT group_concat(code, ';') FROM (SELECT DISTINCT coalesce(p.code, p.name, p.words) AS code FROM event_party p
            WHERE p.event = e.key AND p.role = 'target' ORDER BY 1) AS coded) AS targets
    FROM event e JOIN coding ON coding.key = e.coding AND coding.current = 1 JOIN report ON report.key = coding.report) AS told) AS numbered
WHERE number = 1;

DROP VIEW IF EXISTS v_one_a_happening;
CREATE VIEW v_one_a_happening AS   -- keys of events: the first record of each happening in the whole store (`wireroom group`)
SELECT e.key AS event
FROM event e JOIN coding ON coding.key = e.coding AND coding.current = 1 LEFT JOIN happening h ON h.event = e.key
WHERE h.first = e.key OR (h.first IS NULL AND e.same_as IS NULL);

DROP VIEW IF EXISTS v_happening;
CREATE VIEW v_happening AS         -- a happening and how often it was told
SELECT first.id, first.event, first.earliest, count(*) AS records, count(DISTINCT coding.report) AS reports
FROM happening h JOIN event first ON first.key = h.first JOIN event e ON e.key = h.event JOIN coding ON coding.key = e.coding
GROUP BY first.key;
