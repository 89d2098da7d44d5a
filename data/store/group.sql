-- What `wireroom group` reads, each under its name. Days are Julian day numbers.

-- read: reports
SELECT report.key, julianday(substr(report.published || '-01-01', 1, 10)) AS day, report.title, coding.key,
       substr(report.text, 1 + ifnull((SELECT b.value ->> '$.span[0]' FROM json_each(coding.record, '$.blocks') b
                                       WHERE b.value ->> 'kind' IN ('paragraph', 'standfirst') LIMIT 1), 0), 2000) AS opening,
       report.id
FROM report JOIN coding ON coding.report = report.key AND coding.current = 1
ORDER BY report.published IS NULL, report.published, report.id;

-- read: actors
SELECT DISTINCT name FROM actor WHERE coding = ?1 AND name IS NOT NULL AND kind <> 'unnamed' ORDER BY name;

-- read: places
SELECT DISTINCT value FROM expression WHERE coding = ?1 AND type = 'place' AND value IS NOT NULL ORDER BY value;

-- read: events
SELECT e.key, e.id, e.event, e.mode, e.status, julianday(substr(e.earliest, 1, 10)), julianday(substr(e.latest, 1, 10)),
       substr(report.text, e."begin" + 1, e."end" - e."begin"), e.words, e.same_as
FROM event e JOIN coding ON coding.key = e.coding JOIN report ON report.key = coding.report
WHERE e.coding = ?1 ORDER BY e.key;

-- read: parties
SELECT role, ifnull(name, ''), ifnull(country, ''), ifnull(sector, ''), ifnull(code, '') FROM event_party
WHERE event = ?1 AND role IN ('source', 'target') ORDER BY role, number;
