// The country of those of whom no word tells it, by the place of what they do or bear: the police and courts of a deed,
// "gunmen", "residents", "19 people". Who may be there as a guest (tourists, refugees, crews) gets none.
#pragma once

#include "join/doers.h"
#include "wireroom/coded.h"

namespace wireroom {

void place_locals(Coded& coded, const Doers& doers);

}  // namespace wireroom
