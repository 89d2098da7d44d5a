-- question: search
-- All that is found is weighed; from the best on, each is asked for what else is wanted until there are enough, and
-- those as good as the last of them compete by id. LIMIT -1 keeps SQLite from leaving out the order. The snippets are
-- cut for the rows that are shown, in one more pass: a pass for each would put the words of a beginning together anew.
-- CROSS JOIN: from the report to its records, never from all events of a type to their reports.
WITH found AS MATERIALIZED (
  SELECT rowid AS key, relevance(report_text) AS score FROM report_text WHERE report_text MATCH :words
  ORDER BY score LIMIT -1
), wanted AS NOT MATERIALIZED (
  SELECT found.key, found.score
  FROM found
  CROSS JOIN report ON report.key = found.key    -- if since|until
  WHERE TRUE
    AND report.published >= :since               -- if since
    AND report.published <= :until               -- if until
    AND EXISTS (SELECT 1 FROM coding CROSS JOIN actor ON actor.coding = coding.key                      -- if actor|country
      WHERE coding.report = found.key AND coding.current = 1                                      -- if actor|country
      AND instr(lower(coalesce(actor.name, '')), :actor) > 0                                      -- if actor
      AND actor.country = :country               -- if country
    )                                            -- if actor|country
    AND EXISTS (SELECT 1 FROM coding CROSS JOIN event ON event.coding = coding.key                      -- if event|status
      WHERE coding.report = found.key AND coding.current = 1                                      -- if event|status
      AND event.event = :event                   -- if event
      AND event.status = :status                 -- if status
    )                                            -- if event|status
), first AS MATERIALIZED (
  SELECT * FROM wanted LIMIT :limit
), good_enough AS (
  SELECT * FROM first
  UNION
  SELECT wanted.* FROM (SELECT max(score) AS score FROM first) AS last CROSS JOIN wanted ON wanted.score = last.score
), best AS MATERIALIZED (
  SELECT g.key, g.score, report.id, report.published, report.publisher, report.title
  FROM good_enough g CROSS JOIN report ON report.key = g.key
  ORDER BY g.score, report.id LIMIT :limit
)
SELECT best.id, best.published, best.publisher, best.title, snippet(report_text, -1, '[', ']', '…', 40) AS words
FROM report_text CROSS JOIN best ON best.key = report_text.rowid
WHERE report_text MATCH :words
ORDER BY best.score, best.id
