// Where sentences end within the tokens of one block.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tokens/lexicon.h"
#include "tokens/scanner.h"

namespace wireroom {

// The index one past the last token of each sentence, ascending; the last is tokens.size(). `title_case` says that the
// block is a headline, where a capital proves nothing.
[[nodiscard]] std::vector<std::uint32_t> sentence_ends(const Lexicon& lexicon, std::string_view text,
                                                       const std::vector<Token>& tokens, bool title_case);

}  // namespace wireroom
