// datapackage.json: the description that comes with every export (Frictionless Data Package 1.0), so that columns,
// types and units can be read by programs and looked up by people.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/table_writer.h"

namespace wireroom {

struct Resource {
  std::string name, title, format, media_type;
  std::vector<std::string> paths;
  std::uint64_t bytes = 0;
  const ExportTable* table = nullptr;  // null if it is no table
  std::optional<Delimited> dialect;    // of tables of text
};

struct DataPackage {
  std::string name, title, description;
  std::string query;  // how it was made, as options of the command
  std::vector<Resource> resources;
  std::vector<std::string> homeless;
};

// The file's bytes.
[[nodiscard]] std::string data_package_json(const DataPackage& package);

}  // namespace wireroom
