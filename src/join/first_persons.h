// "I" and "we" in quotations: the parties of what a speaker tells of himself.
#pragma once

#include "wireroom/coded.h"

namespace wireroom {

// A party of an event in a statement that is only "I", "me", "we", "us" … becomes the statement's speaker; "we" of a
// spokesman or minister are those for whom he speaks, so his country and sector hold for both. Parties that have an
// actor already stay. Needs Event::said_in. Linear.
void name_first_persons(Coded& coded);

}  // namespace wireroom
