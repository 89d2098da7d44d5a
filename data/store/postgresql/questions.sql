-- question: search
SELECT best.id, best.published, best.publisher, best.title,
       ts_headline('simple', report.text, CAST(:words AS TSQUERY),
                   'StartSel=[, StopSel=], MaxFragments=1, MinWords=20, MaxWords=40') AS words
FROM (SELECT report.key, report.id, report.published, report.publisher, report.title,
             ts_rank_cd(report_text.words, CAST(:words AS TSQUERY), 1) AS score
      FROM report_text JOIN report ON report.key = report_text.report
      WHERE report_text.words @@ CAST(:words AS TSQUERY)
        AND report.published >= :since               -- if since
        AND report.published <= :until               -- if until
        AND EXISTS (SELECT 1 FROM coding JOIN actor ON actor.coding = coding.key                      -- if actor|country
          WHERE coding.report = report.key AND coding.current = 1                                     -- if actor|country
          AND instr(lower(coalesce(actor.name, '')), :actor) > 0                                      -- if actor
          AND actor.country = :country               -- if country
        )                                            -- if actor|country
        AND EXISTS (SELECT 1 FROM coding JOIN event ON event.coding = coding.key                      -- if event|status
          WHERE coding.report = report.key AND coding.current = 1                                     -- if event|status
          AND event.event = :event                   -- if event
          AND event.status = :status                 -- if status
        )                                            -- if event|status
      ORDER BY score DESC, report.id LIMIT :limit) AS best JOIN report ON report.key = best.key
ORDER BY best.score DESC, best.id
