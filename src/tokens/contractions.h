// Cuts a token into its words: don't = do + n't, officials' = officials + ', cannot = can + not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tokens/lexicon.h"

namespace wireroom {

// Fills `ends` with the end of each word, counted in bytes from the token's begin; the last is the token's size. A
// token of one word has one end.
void cut_contraction(const Lexicon& lexicon, std::string_view token, std::string& scratch,
                     std::vector<std::uint32_t>& ends);

}  // namespace wireroom
