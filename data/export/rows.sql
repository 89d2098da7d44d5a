-- The rows that tables of data/export/tables.tsv are made of. Only the newest coding of each report.
WITH
told AS NOT MATERIALIZED (          -- one row an event
  SELECT e.key AS event, e.coding, e.id, e.event AS type, e.mode, e.cameo, e.quad, e.goldstein, e.intensity, e.status,
         e.earliest, e.latest, e.precision, e.date_basis, e.place, e.geonames, e.lat, e.lon, e.country, e.place_basis,
         e.words, e."begin", e."end", e.said_in, e.same_as, e.rule, e.score, e.record,
         r.key AS report_key, r.id AS report, r.published, r.publisher, r.title, r.url, r.lang, r.text,
         c.record AS report_record, run.version, run.begun,
         CASE WHEN length(e.cameo) = 2 THEN e.cameo || '0' ELSE e.cameo END AS code,  -- a root alone is its "not specified"
         -- The day that tables with days only are given: the first of the event's, else the day of publication.
         CASE WHEN length(coalesce(e.earliest, r.published)) >= 10 AND coalesce(e.earliest, r.published) >= '0' AND
              substr(coalesce(e.earliest, r.published), 5, 1) = '-'
              THEN substr(coalesce(e.earliest, r.published), 1, 10) END AS day,
         json_extract(e.record, '$.place.precision') AS place_precision,
         -- GDELT's kinds of place: country, state and town of the United States, town and state elsewhere; 0 none
         CASE json_extract(e.record, '$.place.precision')
              WHEN 'country' THEN 1
              WHEN 'region' THEN CASE WHEN e.country = 'USA' THEN 2 ELSE 5 END
              WHEN 'city' THEN CASE WHEN e.country = 'USA' THEN 3 ELSE 4 END
              WHEN 'point' THEN CASE WHEN e.country = 'USA' THEN 3 ELSE 4 END
              ELSE 0 END AS place_type,
         -- the division that a town lies in; a region is its own
         CASE WHEN json_extract(e.record, '$.place.precision') = 'region' THEN e.place
              ELSE (SELECT json_extract(x.record, '$.admin1') FROM expression x
                    WHERE x.coding = e.coding AND x.id = json_extract(e.record, '$.place.place')) END AS province,
         k.fips AS place_fips, coalesce(k.icews, k.name) AS place_country_name
  -- The + keeps SQLite from walking all reports for each event.
  FROM event e JOIN coding c ON c.key = +e.coding AND c.current = 1 JOIN report r ON r.key = +c.report
       JOIN run ON run.key = +c.run LEFT JOIN code_country k ON k.code = e.country
),
side AS NOT MATERIALIZED (          -- one row a source or target
  SELECT p.event, p.role, p.number, p.actor, coalesce(p.name, p.words) AS name, p.words, p.country, p.sector, p.code,
         a.kind, p.sector || coalesce(',' || a.sector2, '') AS sectors, a.office, k.cow, k.code AS state, coalesce(k.icews, k.name) AS country_name,
         CASE WHEN p.code = p.country THEN NULL ELSE s.sectors END AS icews_sectors,
         -- somebody without a name is called by what he is: Citizen (Germany)
         CASE WHEN coalesce(a.kind, CASE WHEN p.name IS NULL THEN 'unnamed' ELSE 'named' END) <> 'unnamed' THEN coalesce(p.name, p.words)
              ELSE coalesce(s.unnamed, coalesce(p.name, p.words)) ||
                   CASE WHEN k.code IS NULL THEN '' ELSE ' (' || coalesce(k.icews, k.name) || ')' END END AS icews_name,
         -- the three-letter roles of the CAMEO code without its country or body
         CASE WHEN k.code IS NOT NULL THEN substr(p.code, 4)
              WHEN p.country = 'UNO' THEN 'IGO' || substr(p.code, 7)
              WHEN p.country = 'EUR' THEN 'IGO' || substr(p.code, 10)
              ELSE p.code END AS roles
  FROM event_party p JOIN event e ON e.key = p.event LEFT JOIN actor a ON a.coding = e.coding AND a.id = p.actor
       LEFT JOIN code_country k ON k.code = p.country LEFT JOIN code_sector s ON s.sector = p.sector
  WHERE p.role IN ('source', 'target')
),
listed AS (                         -- all of a side in one row, as POLECAT lists them: elements keep step, "None" where one lacks
  SELECT event, role, NULL AS number, group_concat(coalesce(name, 'None'), '; ') AS name,
         group_concat(coalesce(words, 'None'), '; ') AS words,
         nullif(group_concat(coalesce(country, 'None'), '; '), 'None') AS country,
         nullif(group_concat(coalesce(cow, 'None'), '; '), 'None') AS cow,
         nullif(group_concat(coalesce(sector, 'None'), '; '), 'None') AS sector,
         nullif(group_concat(coalesce(sectors, 'None'), '; '), 'None') AS sectors,
         nullif(group_concat(coalesce(office, 'None'), '; '), 'None') AS office
  FROM (SELECT * FROM side ORDER BY event, role, number) AS side
  GROUP BY event, role
),
-- One row an ordered pair, as CAMEO codes it: what is done from both sides is told from both (code_mirror). `number` is
-- made of the places of the two: sources count up from 0, targets down from 31.
coded AS NOT MATERIALIZED (
  SELECT a.event,
         CASE a.role WHEN 'source' THEN a.number - 1 ELSE 32 - a.number END * 32 +
           CASE b.role WHEN 'source' THEN b.number - 1 ELSE 32 - b.number END AS number,
         CASE WHEN a.role = 'source' AND b.role = 'target' THEN m.code ELSE m.mirror END AS code,
         a.role AS a_role, a.number AS a, b.role AS b_role, b.number AS b
  FROM event_party a
       JOIN (SELECT e.key AS event, CASE WHEN length(e.cameo) = 2 THEN e.cameo || '0' ELSE e.cameo END AS code, w.mirror
             FROM event e LEFT JOIN code_mirror w
               ON w.cameo = CASE WHEN length(e.cameo) = 2 THEN e.cameo || '0' ELSE e.cameo END) m ON m.event = a.event
       JOIN event_party b ON b.event = a.event
  WHERE a.code <> '' AND b.code <> '' AND coalesce(a.actor, '') <> coalesce(b.actor, ' ')
    AND (a.role = 'source' AND b.role = 'target' OR a.role = 'target' AND b.role = 'source' AND m.mirror IS NOT NULL
         OR a.role = b.role AND a.number <> b.number AND m.mirror = m.code)
    AND a.role IN ('source', 'target') AND b.role IN ('source', 'target')
    AND a.number <= CASE a.role WHEN 'source' THEN 12 ELSE 20 END AND b.number <= CASE b.role WHEN 'source' THEN 12 ELSE 20 END
),
known AS NOT MATERIALIZED (         -- one row an ordered pair of which one may be unknown, as GDELT has them
  SELECT event, number, code, a_role, a, b_role, b FROM coded
  UNION ALL
  SELECT p.event, CASE p.role WHEN 'source' THEN p.number - 1 ELSE 32 - p.number END * 33,
         CASE WHEN length(e.cameo) = 2 THEN e.cameo || '0' ELSE e.cameo END,
         CASE p.role WHEN 'source' THEN 'source' END, CASE p.role WHEN 'source' THEN p.number END,
         CASE p.role WHEN 'target' THEN 'target' END, CASE p.role WHEN 'target' THEN p.number END
  FROM event_party p JOIN event e ON e.key = p.event
  WHERE p.role IN ('source', 'target') AND p.code <> '' AND p.number <= CASE p.role WHEN 'source' THEN 12 ELSE 20 END
    AND NOT EXISTS (SELECT 1 FROM coded WHERE coded.event = p.event)
)
