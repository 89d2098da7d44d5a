// Whole records as `code` prints them, report by report.
#include "export/record_formats.h"

namespace wireroom {

Result<Written> write_records(Database& database, const std::string& folder) {
  WIREROOM_TRY(file, OutputFile::create(folder, "records.ndjson"));
  WIREROOM_TRY(
      query,
      database.prepare(
          "WITH current AS (SELECT c.key AS coding, c.record, r.key AS report FROM coding c JOIN report r ON r.key = "
          "c.report WHERE c.current = 1 AND r.key IN (SELECT key FROM chosen_report)) "
          "SELECT record FROM (SELECT report, 0 AS kind, 0 AS row, '' AS id, record FROM current "
          "UNION ALL SELECT u.report, 1, a.key, a.id, a.record FROM current u JOIN actor a ON a.coding = u.coding "
          "UNION ALL SELECT u.report, 2, e.key, e.id, e.record FROM current u JOIN event e ON e.coding = u.coding "
          "WHERE "
          "e.key IN (SELECT key FROM chosen_event) "
          "UNION ALL SELECT u.report, 3, s.key, s.id, s.record FROM current u JOIN statement s ON s.coding = u.coding "
          "WHERE s.key IN (SELECT key FROM chosen_statement) "
          "UNION ALL SELECT u.report, CASE x.type WHEN 'time' THEN 4 WHEN 'place' THEN 5 ELSE 6 END, x.\"begin\", "
          "x.id, "
          "x.record FROM current u JOIN expression x ON x.coding = u.coding) AS records ORDER BY report, kind, row, "
          "id"));
  std::size_t rows = 0;
  for (;;) {
    WIREROOM_TRY(row, query.step());
    if (!row) break;
    file.write(query.text(0));
    file.write("\n");
    ++rows;
  }
  const std::uint64_t bytes = file.size();
  WIREROOM_DO(file.finish());
  return Written{{{"records.ndjson", rows, "records"}},
                 {{"records",
                   "Whole records (docs/records.md)",
                   "ndjson",
                   "application/x-ndjson",
                   {"records.ndjson"},
                   bytes,
                   nullptr,
                   std::nullopt}},
                 {}};
}

}  // namespace wireroom
