// Lines that lost their line break: mail pasted into running text keeps no mark where a header or a closing ended.
//
//     Ann Weber 04/26/2001 07:17 AM Will you come?      three lines: name, stamp, text
//     Best regards, Ann The file is attached.           the closing's comma ends a line
//
// Rules counted in the train parts of UD English EWT and GUM: each holds in more than nine of ten places.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tokens/lexicon.h"
#include "tokens/scanner.h"

namespace wireroom {

// Whether a line ends with token i. `begin` is the first token of the sentence in hand, i + 1 must be a token.
[[nodiscard]] bool ends_pasted_line(const Lexicon& lexicon, std::string_view text, const std::vector<Token>& tokens,
                                    std::uint32_t begin, std::uint32_t i);

}  // namespace wireroom
