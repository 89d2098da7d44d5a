-- The store lies in a schema of its own. The functions of SQLite that the store's SQL uses, so that both databases read the
-- same SQL. Bodies are bound when they are made (PostgreSQL 14), so that views work whatever the search path of their user is.
CREATE SCHEMA wireroom;

CREATE TABLE store (               -- one row
  schema INTEGER NOT NULL,         -- number of the schema, as user_version of a file
  views TEXT NOT NULL              -- hash of the definitions that the views were made from
);
INSERT INTO store VALUES (0, '');

-- '$.place.span[0]' as the keys place, span, 0; [#-1] is the last.
CREATE FUNCTION json_path(path TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN string_to_array(ltrim(translate(replace(path, '[#', '['), '[]$', '.'), '.'), '.');

CREATE FUNCTION json_extract(document JSONB, path TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN document #>> json_path(path);
CREATE FUNCTION json_extract(document JSON, path TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN document #>> json_path(path);
CREATE FUNCTION json_extract(document TEXT, path TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CAST(document AS JSON) #>> json_path(path);

-- The elements of a list; `atom` is the bare value of what is neither list nor object.
CREATE FUNCTION json_each(document JSONB, path TEXT) RETURNS TABLE (key BIGINT, value JSONB, atom TEXT)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT e.number - 1, e.value, CASE WHEN jsonb_typeof(e.value) NOT IN ('array', 'object') THEN e.value #>> '{}' END
  FROM jsonb_array_elements(CASE jsonb_typeof(document #> json_path(path)) WHEN 'array' THEN document #> json_path(path) END)
       WITH ORDINALITY AS e (value, number);
END;
CREATE FUNCTION json_each(document JSON, path TEXT) RETURNS TABLE (key BIGINT, value JSON, atom TEXT)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT e.number - 1, e.value, CASE WHEN json_typeof(e.value) NOT IN ('array', 'object') THEN e.value #>> '{}' END
  FROM json_array_elements(CASE json_typeof(document #> json_path(path)) WHEN 'array' THEN document #> json_path(path) END)
       WITH ORDINALITY AS e (value, number);
END;

-- Sets one key of the document ('$.same_as') to a text; the others keep their place and their bytes.
CREATE FUNCTION json_set(document JSON, path TEXT, value TEXT) RETURNS JSON LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT CAST('{' || string_agg(to_json(m.key) || ':' || m.value, ',' ORDER BY m.number) || '}' AS JSON)
  FROM (SELECT e.key, CASE WHEN e.key = substr(path, 3) THEN to_json(json_set.value) ELSE e.value END AS value, e.number
        FROM json_each(document) WITH ORDINALITY AS e (key, value, number)
        UNION ALL
        SELECT substr(path, 3), to_json(json_set.value), 9223372036854775807 WHERE document -> substr(path, 3) IS NULL) AS m;
END;

CREATE FUNCTION instr(words TEXT, part TEXT) RETURNS INTEGER LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN strpos(words, part);

CREATE FUNCTION max(a BIGINT, b BIGINT) RETURNS BIGINT LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN greatest(a, b);

CREATE FUNCTION joined(list TEXT, value TEXT, separator TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN value IS NULL THEN list ELSE coalesce(list || separator, '') || value END;
CREATE FUNCTION joined(list TEXT, value TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN joined(list, value, ',');
CREATE AGGREGATE group_concat(value TEXT, separator TEXT) (SFUNC = joined, STYPE = TEXT);
CREATE AGGREGATE group_concat(value TEXT) (SFUNC = joined, STYPE = TEXT);
