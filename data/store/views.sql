-- Only what the newest coding of each report says.

DROP VIEW IF EXISTS v_event;
CREATE VIEW v_event AS             -- one row an event, its parties joined by "; "
SELECT event.id, event.earliest, event.latest, event.precision, event.event, event.mode, event.cameo, event.quad,
       event.goldstein, event.intensity, event.status,
       (SELECT group_concat(ifnull(name, words), '; ') FROM event_party p WHERE p.event = event.key AND role = 'source') AS source,
       (SELECT group_concat(country, '; ') FROM event_party p WHERE p.event = event.key AND role = 'source') AS source_country,
       (SELECT group_concat(ifnull(name, words), '; ') FROM event_party p WHERE p.event = event.key AND role = 'target') AS target,
       (SELECT group_concat(country, '; ') FROM event_party p WHERE p.event = event.key AND role = 'target') AS target_country,
       event.place, event.country, event.lat, event.lon, event.score, event.rule, event.same_as, event.said_in,
       substr(report.text, event."begin" + 1, event."end" - event."begin") AS sentence,
       report.id AS report, report.published, report.publisher, report.title, report.url
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
SELECT earliest AS day, source_country, target_country, quad, count(DISTINCT id) AS events, avg(goldstein) AS goldstein
FROM v_dyad
WHERE status = 'asserted' AND earliest IS NOT NULL AND source_country IS NOT NULL AND target_country IS NOT NULL
GROUP BY earliest, source_country, target_country, quad;

DROP VIEW IF EXISTS v_quote;
CREATE VIEW v_quote AS
SELECT statement.id, statement.name AS speaker, statement.country, statement.sector, statement.speaker_words,
       statement.kind, statement.act, statement.negated, statement.words, statement.medium, statement.medium_kind,
       statement.earliest, statement.latest, statement.within, statement.score, report.id AS report, report.published,
       report.publisher, report.title, report.url
FROM statement JOIN coding ON coding.key = statement.coding AND coding.current = 1 JOIN report ON report.key = coding.report;
