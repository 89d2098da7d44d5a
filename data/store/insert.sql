-- for: actor
INSERT INTO actor (coding, id, name, kind, country, sector, sector2, code, office, entry, basis, record)
SELECT ?2, json_extract(?1, '$.id'), json_extract(?1, '$.name'), json_extract(?1, '$.kind'),
       json_extract(?1, '$.country'), json_extract(?1, '$.sector'), json_extract(?1, '$.sector2'),
       json_extract(?1, '$.code'), json_extract(?1, '$.office.title'), json_extract(?1, '$.entry'),
       json_extract(?1, '$.basis'), ?1;

-- for: actor
INSERT INTO mention (actor, "begin", "end", form)
SELECT actor.key, json_extract(m.value, '$.span[0]'), json_extract(m.value, '$.span[1]'), json_extract(m.value, '$.form')
FROM actor, json_each(?1, '$.mentions') AS m
WHERE actor.coding = ?2 AND actor.id = json_extract(?1, '$.id');

-- for: event
INSERT INTO event (coding, id, event, mode, cameo, quad, goldstein, intensity, status, earliest, latest, precision,
                   date_basis, place, geonames, lat, lon, country, place_basis, words, "begin", "end", said_in, same_as,
                   rule, score, record)
SELECT ?2, json_extract(?1, '$.id'), json_extract(?1, '$.event'), json_extract(?1, '$.mode'),
       json_extract(?1, '$.cameo'), json_extract(?1, '$.quad'), json_extract(?1, '$.goldstein'),
       json_extract(?1, '$.intensity'), json_extract(?1, '$.status'), json_extract(?1, '$.date.earliest'),
       json_extract(?1, '$.date.latest'), json_extract(?1, '$.date.precision'), json_extract(?1, '$.date.basis'),
       json_extract(?1, '$.place.name'), json_extract(?1, '$.place.geonames'), json_extract(?1, '$.place.lat'),
       json_extract(?1, '$.place.lon'), json_extract(?1, '$.place.country'), json_extract(?1, '$.place.basis'),
       json_extract(?1, '$.text'), json_extract(?1, '$.sentence[0]'), json_extract(?1, '$.sentence[1]'),
       json_extract(?1, '$.said_in'), json_extract(?1, '$.same_as'), json_extract(?1, '$.rule'),
       json_extract(?1, '$.score'), ?1;

-- for: event
INSERT INTO event_party (event, role, number, actor, name, country, sector, code, words, "begin", "end")
SELECT event.key, p.role, row_number() OVER (PARTITION BY p.role ORDER BY p.key), json_extract(p.value, '$.actor'),
       json_extract(p.value, '$.name'), json_extract(p.value, '$.country'), json_extract(p.value, '$.sector'),
       json_extract(p.value, '$.code'), json_extract(p.value, '$.text'), json_extract(p.value, '$.span[0]'),
       json_extract(p.value, '$.span[1]')
FROM event,
     (SELECT 'source' AS role, key, value FROM json_each(?1, '$.source')
      UNION ALL SELECT 'target', key, value FROM json_each(?1, '$.target')
      UNION ALL SELECT 'according_to', 0, json_extract(?1, '$.according_to')
                WHERE json_type(?1, '$.according_to') IS NOT NULL
      UNION ALL SELECT json_extract(value, '$.role'), key, value FROM json_each(?1, '$.other')) AS p
WHERE event.coding = ?2 AND event.id = json_extract(?1, '$.id');

-- for: event
INSERT INTO event_count (event, number, what, low, high, approximate)
SELECT event.key, c.key, json_extract(c.value, '$.what'), json_extract(c.value, '$.low'),
       json_extract(c.value, '$.high'), json_extract(c.value, '$.approximate')
FROM event, json_each(?1, '$.counts') AS c
WHERE event.coding = ?2 AND event.id = json_extract(?1, '$.id');

-- for: event
INSERT OR IGNORE INTO dyad (source_country, target_country, day, event, quad, goldstein)
SELECT s.country, t.country, substr(e.earliest, 1, 10), e.key, e.quad, e.goldstein
FROM event e JOIN event_party s ON s.event = e.key AND s.role = 'source' AND s.country IS NOT NULL
     JOIN event_party t ON t.event = e.key AND t.role = 'target' AND t.country IS NOT NULL
WHERE e.coding = ?2 AND e.id = json_extract(?1, '$.id') AND e.status = 'asserted' AND e.same_as IS NULL AND
      e.earliest IS NOT NULL;

-- for: statement
INSERT INTO statement (coding, id, kind, act, negated, speaker, name, country, sector, speaker_words, words, "begin",
                       "end", medium, medium_kind, occasion, earliest, latest, within, score, record)
SELECT ?2, json_extract(?1, '$.id'), json_extract(?1, '$.kind'), json_extract(?1, '$.act'),
       ifnull(json_extract(?1, '$.negated'), 0), json_extract(?1, '$.speaker.actor'),
       json_extract(?1, '$.speaker.name'), json_extract(?1, '$.speaker.country'),
       json_extract(?1, '$.speaker.sector'), json_extract(?1, '$.speaker.text'), json_extract(?1, '$.text'),
       json_extract(?1, '$.content[0][0]'), json_extract(?1, '$.content[#-1][1]'), json_extract(?1, '$.medium.text'),
       json_extract(?1, '$.medium.kind'), json_extract(?1, '$.occasion.text'), json_extract(?1, '$.date.earliest'),
       json_extract(?1, '$.date.latest'), json_extract(?1, '$.within'), json_extract(?1, '$.score'), ?1;

-- for: time
INSERT INTO expression (coding, id, type, "begin", "end", words, value, record)
SELECT ?2, json_extract(?1, '$.id'), 'time', json_extract(?1, '$.span[0]'), json_extract(?1, '$.span[1]'),
       json_extract(?1, '$.text'), json_extract(?1, '$.value'), ?1;

-- for: place
INSERT INTO expression (coding, id, type, "begin", "end", words, value, record)
SELECT ?2, json_extract(?1, '$.id'), 'place', json_extract(?1, '$.span[0]'), json_extract(?1, '$.span[1]'),
       json_extract(?1, '$.text'), json_extract(?1, '$.name'), ?1;

-- for: quantity
INSERT INTO expression (coding, id, type, "begin", "end", words, value, record)
SELECT ?2, json_extract(?1, '$.id'), 'quantity', json_extract(?1, '$.span[0]'), json_extract(?1, '$.span[1]'),
       json_extract(?1, '$.text'), CAST(json_extract(?1, '$.low') AS TEXT), ?1;
