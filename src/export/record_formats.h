// Exports that are no tables: each writes its files into the folder and tells of them.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "export/data_package.h"
#include "export/export.h"

namespace wireroom {

struct Written {
  std::vector<ExportedFile> files;
  std::vector<Resource> resources;
  std::vector<std::string> homeless;
};

// W3C Web Annotation Data Model: annotations.jsonld, one annotation a record, with the words and their place.
Result<Written> write_annotations(Database& database, const std::string& folder);
// schema.org: quotations.jsonld, reports as NewsArticle and what was said in their words as Quotation.
Result<Written> write_quotations(Database& database, const std::string& folder);
// brat standoff: a text and an .ann file a report, and annotation.conf.
Result<Written> write_brat(Database& database, const std::string& folder);
// NDJSON of whole records as `code` prints them: records.ndjson.
Result<Written> write_records(Database& database, const std::string& folder);

}  // namespace wireroom
