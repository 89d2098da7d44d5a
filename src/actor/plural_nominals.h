// "The two leaders", "both sides", "the three countries": whom such a phrase means, read from those named together
// before.
//
//   resolve_plural_nominals(report, parse, actors);   // afterwards "the two leaders" has the members Kim and Moon
//
// Promise: members are given only where exactly as many actors of the kind as the number says stand together in one of
// the sentences before; else the phrase stays as it was.
#pragma once

#include "wireroom/mention.h"
#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

void resolve_plural_nominals(const Report& report, const Parse& parse, Actors& actors);

}  // namespace wireroom
