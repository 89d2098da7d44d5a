// The project's knowledge files (data/*.tsv, rules/**, models/*), embedded in the program at build time.
//
// A user may put others in their place: with WIREROOM_DATA=FOLDER set, FOLDER/data/countries.tsv is read instead of the
// embedded file of that name, and files of other names below FOLDER/rules/event/ stand beside the embedded ones.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wireroom {

// The bytes of a file by its path in the repository ("data/countries.tsv"). They live as long as the program. Error if
// there is no such file.
Result<std::string_view> asset(std::string_view path);

// Whether the user has put another file in the place of this one.
bool asset_is_replaced(std::string_view path);

// A table packed from the files above when the program was built ("places"; src/pack/). Nothing if the program was
// linked without them.
std::optional<std::string_view> packed_asset(std::string_view kind);

// Paths of all files below a folder ("rules/event/"), sorted.
std::vector<std::string> assets_below(std::string_view folder);

// Puts bytes in a file's place, or beside the others, for this run of the program. To be called before anything is
// loaded; for `wireroom lint FILE`.
void put_asset(const std::string& path, std::string bytes);

}  // namespace wireroom
