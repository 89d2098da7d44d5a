-- What only the SQLite store has, behind schema.sql: full text, with beginnings of words of up to three letters: the
-- shorter, the more words begin so, whose places would have to be put together for each search.
CREATE VIRTUAL TABLE report_text USING fts5 (
  title, text, content = 'report', content_rowid = 'key', tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);

-- Sums by month are read in its order.
CREATE INDEX dyad_month ON dyad (source_country, target_country, substr(day, 1, 7), goldstein);
