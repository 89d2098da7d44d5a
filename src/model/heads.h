// From the states of words to labels, trees and names.
#pragma once

#include "model/model.h"
#include "model/workspace.h"

namespace wireroom {

// Encodes workspace.pack and fills its `labels`. Results of a sentence depend on nothing else in the pack.
void run_model(const Model& model, Workspace& workspace);

}  // namespace wireroom
