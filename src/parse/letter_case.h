// Sentences in capitals, as wire services of the past and headlines have them: read as if printed in the usual letters,
// so that no later stage needs to know of them.
#pragma once

#include "wireroom/sentence.h"

namespace wireroom {

// Gives the words of a sentence that stands in capitals the form that a newspaper would print: names and the first word
// with a capital, acronyms as they are, all others in lower case; `printed` keeps the letters of the text. Names are
// what the recogniser, the tags or the case of the lemma say. To be called after tags, lemmas and names are set;
// sentences that are not in capitals stay as they are. Linear.
void restore_case(Sentence& sentence);

}  // namespace wireroom
