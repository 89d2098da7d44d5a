-- The story of ?1, the id of a report or of one of its records; at most ?2 rows.

WITH RECURSIVE cut(id) AS (
  SELECT ?1 UNION ALL
  SELECT substr(id, 1, length(rtrim(id, replace(id, '.', ''))) - 1) FROM cut WHERE instr(id, '.') > 0
), asked AS MATERIALIZED (
  SELECT report.key AS report FROM cut JOIN report ON report.id = cut.id ORDER BY length(report.id) DESC LIMIT 1
), member AS (
  SELECT sr.report, sr.copy_of, sr.likeness FROM story_report sr
  WHERE sr.story = (SELECT story FROM story_report WHERE report = (SELECT report FROM asked))
  UNION SELECT report, NULL, NULL FROM asked WHERE report NOT IN (SELECT report FROM story_report)
), told AS (
  SELECT ifnull(h.first, e.key) AS first, count(DISTINCT m.report) AS reports
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
  FROM told JOIN event e ON e.key = told.first JOIN v_event v ON v.id = e.id)
ORDER BY part, day, place_in_time, id LIMIT ?2
