-- How records become rows. `new_record` (write.sql) holds those of some reports in their order: `parts` is the record again,
-- in the form that the database reads fastest. Statements under "-- for: TYPE", run in their order.

-- for: actor
INSERT INTO actor (coding, id, name, kind, country, sector, sector2, code, office, entry, basis, record)
SELECT r.coding, json_extract(r.parts, '$.id'), json_extract(r.parts, '$.name'), json_extract(r.parts, '$.kind'),
       json_extract(r.parts, '$.country'), json_extract(r.parts, '$.sector'), json_extract(r.parts, '$.sector2'),
       json_extract(r.parts, '$.code'), json_extract(r.parts, '$.office.title'), json_extract(r.parts, '$.entry'),
       json_extract(r.parts, '$.basis'), r.record
FROM new_record r WHERE r.type = 'actor' ORDER BY r.number;

-- for: actor
INSERT INTO mention (actor, "begin", "end", form)
SELECT actor.key, CAST(json_extract(m.value, '$.span[0]') AS INTEGER), CAST(json_extract(m.value, '$.span[1]') AS INTEGER),
       json_extract(m.value, '$.form')
FROM new_record r JOIN actor ON actor.coding = r.coding AND actor.id = json_extract(r.parts, '$.id'),
     json_each(r.parts, '$.mentions') AS m
WHERE r.type = 'actor' ORDER BY r.number, m.key;

-- for: event
INSERT INTO event (coding, id, event, mode, cameo, quad, goldstein, intensity, status, earliest, latest, precision,
                   date_basis, place, geonames, lat, lon, country, place_basis, words, "begin", "end", said_in, same_as,
                   rule, score, record)
SELECT r.coding, json_extract(r.parts, '$.id'), json_extract(r.parts, '$.event'), json_extract(r.parts, '$.mode'),
       json_extract(r.parts, '$.cameo'), json_extract(r.parts, '$.quad'), CAST(json_extract(r.parts, '$.goldstein') AS DOUBLE PRECISION),
       CAST(json_extract(r.parts, '$.intensity') AS DOUBLE PRECISION), json_extract(r.parts, '$.status'),
       json_extract(r.parts, '$.date.earliest'), json_extract(r.parts, '$.date.latest'),
       json_extract(r.parts, '$.date.precision'), json_extract(r.parts, '$.date.basis'),
       json_extract(r.parts, '$.place.name'), json_extract(r.parts, '$.place.geonames'),
       CAST(json_extract(r.parts, '$.place.lat') AS DOUBLE PRECISION), CAST(json_extract(r.parts, '$.place.lon') AS DOUBLE PRECISION),
       json_extract(r.parts, '$.place.country'), json_extract(r.parts, '$.place.basis'), json_extract(r.parts, '$.text'),
       CAST(json_extract(r.parts, '$.sentence[0]') AS INTEGER), CAST(json_extract(r.parts, '$.sentence[1]') AS INTEGER),
       json_extract(r.parts, '$.said_in'), json_extract(r.parts, '$.same_as'), json_extract(r.parts, '$.rule'),
       CAST(json_extract(r.parts, '$.score') AS DOUBLE PRECISION), r.record
FROM new_record r WHERE r.type = 'event' ORDER BY r.number;

-- for: event
INSERT INTO event_party (event, role, number, actor, name, country, sector, code, words, "begin", "end")
SELECT event.key, p.role, row_number() OVER (PARTITION BY event.key, p.role ORDER BY p.number),
       json_extract(p.value, '$.actor'), json_extract(p.value, '$.name'), json_extract(p.value, '$.country'),
       json_extract(p.value, '$.sector'), json_extract(p.value, '$.code'), json_extract(p.value, '$.text'),
       CAST(json_extract(p.value, '$.span[0]') AS INTEGER), CAST(json_extract(p.value, '$.span[1]') AS INTEGER)
FROM (SELECT r.coding, json_extract(r.parts, '$.id') AS id, 'source' AS role, s.key AS number, s.value
      FROM new_record r, json_each(r.parts, '$.source') AS s WHERE r.type = 'event'
      UNION ALL
      SELECT r.coding, json_extract(r.parts, '$.id'), 'target', t.key, t.value
      FROM new_record r, json_each(r.parts, '$.target') AS t WHERE r.type = 'event'
      UNION ALL
      SELECT r.coding, json_extract(r.parts, '$.id'), json_extract(o.value, '$.role'), o.key, o.value
      FROM new_record r, json_each(r.parts, '$.other') AS o WHERE r.type = 'event') AS p
     JOIN event ON event.coding = p.coding AND event.id = p.id;

-- for: event
INSERT INTO event_party (event, role, number, actor, name, country, sector, code, words, "begin", "end")
SELECT event.key, 'according_to', 1, json_extract(r.parts, '$.according_to.actor'),
       json_extract(r.parts, '$.according_to.name'), json_extract(r.parts, '$.according_to.country'),
       json_extract(r.parts, '$.according_to.sector'), json_extract(r.parts, '$.according_to.code'),
       json_extract(r.parts, '$.according_to.text'), CAST(json_extract(r.parts, '$.according_to.span[0]') AS INTEGER),
       CAST(json_extract(r.parts, '$.according_to.span[1]') AS INTEGER)
FROM new_record r JOIN event ON event.coding = r.coding AND event.id = json_extract(r.parts, '$.id')
WHERE r.type = 'event' AND json_extract(r.parts, '$.according_to') IS NOT NULL;

-- for: event
INSERT INTO event_count (event, number, what, low, high, approximate)
SELECT event.key, c.key, json_extract(c.value, '$.what'), CAST(json_extract(c.value, '$.low') AS DOUBLE PRECISION),
       CAST(json_extract(c.value, '$.high') AS DOUBLE PRECISION), json_extract(c.value, '$.approximate')
FROM new_record r JOIN event ON event.coding = r.coding AND event.id = json_extract(r.parts, '$.id'),
     json_each(r.parts, '$.counts') AS c
WHERE r.type = 'event';

-- for: event
INSERT INTO dyad (source_country, target_country, day, event, quad, goldstein)
SELECT DISTINCT s.country, t.country, substr(e.earliest, 1, 10), e.key, e.quad, e.goldstein
FROM event e JOIN coding ON coding.key = e.coding AND coding.current = 1
     JOIN event_party s ON s.event = e.key AND s.role = 'source' AND s.country IS NOT NULL
     JOIN event_party t ON t.event = e.key AND t.role = 'target' AND t.country IS NOT NULL
WHERE e.coding IN (SELECT coding FROM new_record WHERE type = 'event') AND e.status = 'asserted' AND e.same_as IS NULL AND
      e.earliest IS NOT NULL;

-- for: statement
INSERT INTO statement (coding, id, kind, act, negated, speaker, name, country, sector, speaker_words, words, "begin",
                       "end", medium, medium_kind, occasion, earliest, latest, within, score, record)
SELECT r.coding, json_extract(r.parts, '$.id'), json_extract(r.parts, '$.kind'), json_extract(r.parts, '$.act'),
       CASE WHEN CAST(json_extract(r.parts, '$.negated') AS VARCHAR) IN ('1', 'true') THEN 1 ELSE 0 END,
       json_extract(r.parts, '$.speaker.actor'), json_extract(r.parts, '$.speaker.name'),
       json_extract(r.parts, '$.speaker.country'), json_extract(r.parts, '$.speaker.sector'),
       json_extract(r.parts, '$.speaker.text'), json_extract(r.parts, '$.text'),
       CAST(json_extract(r.parts, '$.content[0][0]') AS INTEGER), CAST(json_extract(r.parts, '$.content[#-1][1]') AS INTEGER),
       json_extract(r.parts, '$.medium.text'), json_extract(r.parts, '$.medium.kind'),
       json_extract(r.parts, '$.occasion.text'), json_extract(r.parts, '$.date.earliest'),
       json_extract(r.parts, '$.date.latest'), json_extract(r.parts, '$.within'),
       CAST(json_extract(r.parts, '$.score') AS DOUBLE PRECISION), r.record
FROM new_record r WHERE r.type = 'statement' ORDER BY r.number;

-- for: expression
INSERT INTO expression (coding, id, type, "begin", "end", words, value, record)
SELECT r.coding, json_extract(r.parts, '$.id'), r.type, CAST(json_extract(r.parts, '$.span[0]') AS INTEGER),
       CAST(json_extract(r.parts, '$.span[1]') AS INTEGER), json_extract(r.parts, '$.text'),
       CASE r.type WHEN 'time' THEN json_extract(r.parts, '$.value') WHEN 'place' THEN json_extract(r.parts, '$.name')
                   ELSE CAST(json_extract(r.parts, '$.low') AS VARCHAR) END, r.record
FROM new_record r WHERE r.type IN ('time', 'place', 'quantity');
