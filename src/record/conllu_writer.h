// A parse as CoNLL-U: `# newdoc id`, `# sent_id`, `# text`, ten columns, range lines for multi-word tokens.
//
// MISC holds SpaceAfter=No, Span=begin-end (code points, on every word) and NER=B-PER.
#pragma once

#include <string>

#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

void append_conllu(const Report& report, const Parse& parse, std::string& out);

}  // namespace wireroom
