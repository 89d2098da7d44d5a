// schema.sql is written in SQLite's words; data/store/postgresql/words.tsv says what PostgreSQL has in their place.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace wireroom {

// Whole words outside of quotation marks and comments, whatever blanks stand between them.
[[nodiscard]] Result<std::string> in_words_of_postgres(std::string_view sql);

}  // namespace wireroom
