// Reads rule files (rules/event/*.rules) for EventCoder and lint. Errors name file, line and column and say what to do.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "event/rule.h"
#include "event/word_classes.h"

namespace wireroom {

// The rules of one file in its order. The grammar is written down in rules/event/README.md.
Result<std::vector<Rule>> read_rules(const std::string& file, std::string_view text, const WordClasses& classes);

}  // namespace wireroom
