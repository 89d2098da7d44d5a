-- What only the SQLite store has, behind schema.sql: full text.
CREATE VIRTUAL TABLE report_text USING fts5 (
  title, text, content = 'report', content_rowid = 'key', tokenize = "unicode61 remove_diacritics 2"
);
