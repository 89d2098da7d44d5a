// A parse as CoNLL-U: `# newdoc id`, `# sent_id`, `# text`, ten columns, range lines for multi-word tokens.
//
// MISC holds SpaceAfter=No, Span=begin-end (code points, on every word) and NER=B-PER.
#pragma once

#include <string>
#include <vector>

#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

// `sentence_ids`: the ids that came with the sentences; where there are none, REPORT-1, REPORT-2 …
void append_conllu(const Report& report, const Parse& parse, const std::vector<std::string>& sentence_ids,
                   std::string& out);

}  // namespace wireroom
