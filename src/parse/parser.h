// From a report to its parse: tokens and sentences by rule, all else by the encoder.
#pragma once

#include <vector>

#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

class Model;      // model/model.h: weights and label tables, shared by all threads
class Workspace;  // model/workspace.h: scratch memory of one thread, reused

// Fills upos, xpos, feats, lemma, head, relation and name of sentences whose words have form and space_after.
void analyse(const Model& model, Workspace& workspace, std::vector<Sentence>& sentences);

[[nodiscard]] Parse parse(const Model& model, Workspace& workspace, const Report& report);

}  // namespace wireroom
