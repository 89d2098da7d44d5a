-- What only the PostgreSQL store has, behind schema.sql: full text.
CREATE TABLE report_text (
  report BIGINT PRIMARY KEY REFERENCES report,
  words TSVECTOR NOT NULL          -- without accents and case; the title's words with weight A
);
CREATE INDEX report_text_words ON report_text USING gin (words);
