-- What `wireroom group` reads, each under its name. Days are ISO 8601.

-- read: reports
SELECT report.key, substr(report.published || '-01-01', 1, 10) AS day, report.title, coding.key,
       substr(report.text, 1 + coalesce((SELECT CAST(json_extract(b.value, '$.span[0]') AS INTEGER)
                                         FROM json_each(coding.record, '$.blocks') b
                                         WHERE json_extract(b.value, '$.kind') IN ('paragraph', 'standfirst')
                                         ORDER BY b.key LIMIT 1), 0), 2000) AS opening,
       report.id
FROM report JOIN coding ON coding.report = report.key AND coding.current = 1
ORDER BY report.published NULLS LAST, report.id;

-- read: text
SELECT text FROM report WHERE key = $1;

-- read: actors
SELECT DISTINCT name FROM actor WHERE coding = $1 AND name IS NOT NULL AND kind <> 'unnamed' ORDER BY name;

-- read: places
SELECT DISTINCT value FROM expression WHERE coding = $1 AND type = 'place' AND value IS NOT NULL ORDER BY value;

-- read: events
SELECT e.key, e.id, e.event, e.mode, e.status, e.earliest, e.latest,
       substr(report.text, e."begin" + 1, e."end" - e."begin"), e.words, e.same_as
FROM event e JOIN coding ON coding.key = e.coding JOIN report ON report.key = coding.report
WHERE e.coding = $1 ORDER BY e.key;

-- read: parties
SELECT role, coalesce(name, ''), coalesce(country, ''), coalesce(sector, ''), coalesce(code, '') FROM event_party
WHERE event = $1 AND role IN ('source', 'target') ORDER BY role, number;
