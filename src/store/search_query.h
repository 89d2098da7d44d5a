// Words for PostgreSQL's full text: what FTS5 does by itself, here so that no locale of a server decides it.
//
//   search_words("Élysée-Palast, 1re");                // "elysee palast 1re"
//   tsquery_of("\"cease fire\" OR (truce NOT kosov*)");   // "('cease' <-> 'fire') | ('truce' & ! 'kosov':*)"
//
// The language of searches is that of FTS5 as docs/store.md tells it: words, phrases, begin*, AND, OR, NOT, NEAR(a b,
// n), title: word, parentheses; NEAR takes two words or phrases here.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace wireroom {

// Words of letters and digits, without case and accents, joined by blanks.
[[nodiscard]] std::string search_words(std::string_view text);
// Error of kind call if it cannot be understood.
[[nodiscard]] Result<std::string> tsquery_of(std::string_view asked);

}  // namespace wireroom
