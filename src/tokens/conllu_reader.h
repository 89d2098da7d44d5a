// Reads CoNLL-U for `parse --input conllu`: tokens and sentences are taken as given, all other columns are predicted
// anew.
//
// For the command `parse` and for measuring with gold tokens.
//
//   WIREROOM_TRY(documents, read_conllu("dev.conllu", bytes));
//   for (const ConlluDocument& document : documents) document.report.text.view(document.sentences[0].words[0].span);
//
// Columns read: ID, FORM, SpaceAfter=No in MISC; comments `# newdoc id`, `# newpar`, `# sent_id`. Empty nodes (8.1) are
// left out. A file without `# newdoc` is one document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

// The report's text is made of the forms; each sentence is a block of its own. Spans of words lie in that text; where
// the words of a multi-word token do not spell it ("du" = de + le), they share out its characters in their order, and
// the last ones may get none.
struct ConlluDocument {
  Report report;
  std::vector<Sentence> sentences;
  std::vector<std::string> sentence_ids;  // `# sent_id`, empty where there is none
};

// `source` names the input in messages ("dev.conllu:17: …") and is, with the line of its first word, the
// report's source.
[[nodiscard]] Result<std::vector<ConlluDocument>> read_conllu(const std::string& source, std::string_view bytes);

}  // namespace wireroom
