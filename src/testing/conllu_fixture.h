// Trees for unit tests: a short CoNLL-U text becomes a report with its parse, without any model.
//
//   Fixture f = fixture(R"(
//   1 Kerry    Kerry    PROPN NNP Number=Sing 2 nsubj NER=B-PER
//   2 arrived  arrive   VERB  VBD Tense=Past  0 root  _
//   3 .        .        PUNCT .   _           2 punct _
//   )", "2016-03-24");
//
// Columns are separated by blanks: id form lemma upos xpos feats head relation misc (NER=B-X, SpaceAfter=No). Empty
// lines end sentences; all sentences are one paragraph. The text is made from the forms.
#pragma once

#include <string_view>

#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom::testing {

struct Fixture {
  Report report;
  Parse parse;
};

// `published`: ISO date or empty. Throws std::runtime_error on a malformed line.
[[nodiscard]] Fixture fixture(std::string_view conllu, std::string_view published = "");

}  // namespace wireroom::testing
