// From the states of words to what a report tells: attributions, factuality, events (docs/model.md).
#pragma once

#include "model/model.h"
#include "model/workspace.h"

namespace wireroom {

// Fills role, cue, factuality and event of the labels of workspace.pack, whose words are encoded. Heads that the
// weights lack leave their labels as they are.
void find_attributions(const Model& model, Workspace& workspace);
void find_factuality(const Model& model, Workspace& workspace);
void find_events(const Model& model, Workspace& workspace);

}  // namespace wireroom
