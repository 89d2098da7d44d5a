// Lemmas: scores of the scripts from the states of words and from their spelling (docs/model.md).
#pragma once

#include "model/model.h"
#include "model/workspace.h"

namespace wireroom {

// Fills `lemma` of the labels of workspace.pack, whose words are encoded.
void find_lemmas(const Model& model, Workspace& workspace);

}  // namespace wireroom
