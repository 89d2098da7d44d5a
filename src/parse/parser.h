// From a report to its parse: tokens and sentences by rule, all else by the encoder.
//
//   Parse parse = wireroom::parse(model, name_types, workspace, tokenizer, report);
//
// Model, NameTypes and Tokenizer are shared by all threads, a Workspace belongs to one. A sentence's analysis does not
// depend on the others.
#pragma once

#include <vector>

#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

class Model;      // model/model.h: weights and label tables, shared by all threads
class NameTypes;  // parse/name_types.h: which names are countries, peoples, parties
class Tokenizer;  // tokens/tokens.h
class Workspace;  // model/workspace.h: scratch memory of one thread, reused

// Fills upos, xpos, feats, lemma, head, relation, name, attribution, factuality, event and the children of sentences
// whose words have form and space_after; sentences of one block stand in the order of the text. A sentence too long for
// the encoder (over 510 word pieces) is analysed in segments; the roots of later ones hang on the first one's root as
// parataxis.
void analyse(const Model& model, const NameTypes& name_types, Workspace& workspace, std::vector<Sentence>& sentences);

[[nodiscard]] Parse parse(const Model& model, const NameTypes& name_types, Workspace& workspace,
                          const Tokenizer& tokenizer, const Report& report);

}  // namespace wireroom
