// Exports: what a store holds, written into a folder in the form that other programs and data sets use.
//
//   ExportRequest request;
//   request.format = "gdelt"; request.folder = "out"; request.filters.since = "2016-03-01";
//   WIREROOM_TRY(exported, export_store(store.database(), request));
//
// Promises: each file is whole or not there (it is written under another name first); `datapackage.json` comes last and
// describes all of them; the same store and request give the same bytes; one state of the store is seen, whoever writes
// to it meanwhile; memory does not grow with the store. The store itself is not changed. docs/export.md is for the
// users.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "store/questions.h"

namespace wireroom {

struct ExportRequest {
  std::string format;                 // one of export_formats()
  std::string folder;                 // made if it is not there; files of the same names are replaced
  Filters filters;                    // of which all but status and limit
  std::vector<std::string> statuses;  // of events; empty: all, or `asserted` where the target has no word for others
  std::string where;                  // SQL: a condition on the columns of the event table
  bool dyads = false;                 // one row a pair of source and target
};

struct ExportedFile {
  std::string name;
  std::size_t rows = 0;   // or records
  std::string rows_name;  // what they are: "rows", "annotations", …
};

struct Exported {
  std::vector<ExportedFile> files;
  std::vector<std::string> homeless;  // what has no place in the target, with how many
};

struct ExportFormat {
  std::string_view name, means;
};
[[nodiscard]] const std::vector<ExportFormat>& export_formats();

// Errors: ErrorKind::call for a bad condition, ErrorKind::output if the folder cannot be written.
Result<Exported> export_store(Database& database, const ExportRequest& request);

}  // namespace wireroom
