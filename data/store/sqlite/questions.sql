-- question: search
-- The snippets are cut for the rows that are shown only. CROSS JOIN and +: from the report to its
-- records, never from all events of a type to their reports.
SELECT report.id, report.published, report.publisher, report.title,
       snippet(report_text, -1, '[', ']', '…', 40) AS words
FROM (SELECT report_text.rowid AS key, rank AS score
      FROM report_text
      JOIN report ON report.key = report_text.rowid  -- if since|until|actor|country|event|status
      WHERE report_text MATCH :words
        AND report.published >= :since               -- if since
        AND report.published <= :until               -- if until
        AND EXISTS (SELECT 1 FROM coding CROSS JOIN actor ON actor.coding = coding.key                      -- if actor|country
          WHERE coding.report = report.key AND coding.current = 1                                     -- if actor|country
          AND instr(lower(coalesce(actor.name, '')), :actor) > 0                                      -- if actor
          AND actor.country = :country               -- if country
        )                                            -- if actor|country
        AND EXISTS (SELECT 1 FROM coding CROSS JOIN event ON event.coding = coding.key                      -- if event|status
          WHERE coding.report = report.key AND coding.current = 1                                     -- if event|status
          AND +event.event = :event                  -- if event
          AND event.status = :status                 -- if status
        )                                            -- if event|status
      ORDER BY rank LIMIT :limit) AS best
     JOIN report_text ON report_text.rowid = best.key JOIN report ON report.key = best.key
WHERE report_text MATCH :words
ORDER BY best.score, report.id
