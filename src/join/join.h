// Last stage: ties the records of one report together.
//
// - every person, group or organisation that is a party of an event or a statement has an actor (who is none yet
// becomes
//   one of kind unnamed, with his words); things, places and acts have none (doers.h);
// - events know the statement they stand in, statements their events;
// - records of the same happening point to the first one (same_as), which lends them date and place;
// - all lists are in the order of the text.
#pragma once

#include "join/doers.h"
#include "wireroom/coded.h"

namespace wireroom {

// Idempotent. Nearly linear: an event is compared with the last 200 happenings of its type.
void join(Coded& coded, const Doers& doers);

}  // namespace wireroom
