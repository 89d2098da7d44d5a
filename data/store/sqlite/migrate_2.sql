-- From schema 2 to 3: the full text also keeps beginnings of words; sums of dyads by month have an index.

DROP TABLE report_text;
CREATE VIRTUAL TABLE report_text USING fts5 (
  title, text, content = 'report', content_rowid = 'key', tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
INSERT INTO report_text (report_text) VALUES ('rebuild');

CREATE INDEX dyad_month ON dyad (source_country, target_country, substr(day, 1, 7), goldstein);
