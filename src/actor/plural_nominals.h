// "The two leaders", "both sides", "the three countries": whom such a phrase means, read from those named together
// before.
//
//   resolve_plural_nominals(pairs, countries, report, parse, actors);   // afterwards "the two leaders" has the members
//   Kim and Moon
//
// "The two Koreas" has both of them as members, whether or not they are named elsewhere.
//
// Promise: else members are given only where exactly as many actors of the kind as the number says stand together in
// one of the sentences before; else the phrase stays as it was.
#pragma once

#include "actor/draft.h"
#include "wireroom/mention.h"
#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

void resolve_plural_nominals(const LandPairs& pairs, const Countries& countries, const Report& report,
                             const Parse& parse, Actors& actors);

}  // namespace wireroom
