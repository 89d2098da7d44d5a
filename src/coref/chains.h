// Which mentions of a report mean the same: the record `coref`.
//
//   coded.chains = coreference_chains(coded);
//
// Begins with the mentions of the actors and adds what no actor needs: names of places ("in Moscow"), of bodies and
// things in any part of a phrase, by what the places know of them, by their letters, by initials; and "I" and "we"
// inside what somebody says. A mention stands in one chain; relative pronouns, appositions and what a
// copula tells of its subject are none of their own; chains of one are left out; all are in the order of the
// text. Adjectives of nationality ("Russian") are no mentions here. Pure, thread-safe, linear in the text but for
// initials (names only).
#pragma once

#include <vector>

#include "wireroom/coded.h"

namespace wireroom {

[[nodiscard]] std::vector<std::vector<Span>> coreference_chains(const Coded& coded);

}  // namespace wireroom
