#include "statement/subject.h"

namespace wireroom {
namespace {

// A relation by which a verb shares the subject of the one above it.
bool shares_subject(const SentenceView& s, std::uint32_t verb) {
  const std::string_view relation = s.relation(verb);
  const std::string_view tag = s.word(verb).xpos;
  if (relation == "conj" || relation == "xcomp") return true;
  if (relation == "advcl") return tag == "VBG" || tag == "VBN" || (tag == "VB" && s.has_child_form(verb, "to"));
  return tag == "VBG" && (relation == "parataxis" || relation == "dep");
}

bool is_relative(const SentenceView& s, std::uint32_t i) {
  return among(s.form(i), {"who", "which", "that"}) && among(s.word(i).xpos, {"WP", "WDT"});
}

bool is_document(const CueTable& cues, const SentenceView& s, std::uint32_t noun) {
  return s.word(noun).upos == "NOUN" && (cues.noun(s.word(noun).lemma) || cues.medium(s.word(noun).lemma));
}

// The possessor, "by NAME", "issued by NAME".
std::optional<std::uint32_t> issuer_beside(const SentenceView& s, std::uint32_t noun) {
  for (const std::uint32_t c : s.children(noun)) {
    if (s.relation(c) == "nmod:poss") return c;
    if ((s.base_relation(c) == "nmod" || s.base_relation(c) == "obl") && s.preposition(c) == "by") return c;
  }
  for (const std::uint32_t c : s.children(noun))
    if (s.base_relation(c) == "acl" && s.word(c).xpos == "VBN")
      for (const std::uint32_t agent : s.children(c))
        if (s.relation(agent) == "obl:agent" || s.preposition(agent) == "by") return agent;
  return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> subject_of(const CueTable& cues, const SentenceView& s, std::uint32_t verb) {
  for (int steps = 0; steps < 6; ++steps) {
    if (s.is_passive(verb)) {
      for (const std::uint32_t c : s.children(verb))
        if (s.relation(c) == "obl:agent" || (s.base_relation(c) == "obl" && s.preposition(c) == "by")) return c;
      if (s.relation(verb) != "acl") return std::nullopt;
    }
    for (const std::uint32_t c : s.children(verb))
      if (s.relation(c) == "nsubj" || s.relation(c) == "nsubj:outer") return c;
    const auto above = s.head(verb);
    if (!above) return std::nullopt;
    if (s.relation(verb) == "acl" && s.word(verb).xpos == "VBG") {
      if (!is_document(cues, s, *above)) return above;
      if (const auto issuer = issuer_beside(s, *above)) return issuer;
      const auto gives = s.head(*above);  // "released a statement saying …"
      if (!gives || !s.is_verb(*gives) || s.base_relation(*above) != "obj") return above;
      verb = *gives;
      continue;
    }
    if (!shares_subject(s, verb)) return std::nullopt;
    // An infinitive behind an object is the object's: "urged her to say".
    if (s.relation(verb) == "xcomp") {
      const auto object = s.child(*above, "obj");
      if (object && *object < verb && s.is_nominal(*object)) return object;
      // "were quoted as saying": the passive subject says it.
      for (const std::uint32_t c : s.children(*above))
        if (s.relation(c) == "nsubj:pass") return c;
    }
    if (s.relation(verb) == "advcl")
      for (const std::uint32_t c : s.children(*above))
        if (s.relation(c) == "nsubj:pass") return c;
    if (!s.is_verb(*above) && s.is_nominal(*above) && !s.child(*above, "nsubj")) return std::nullopt;
    verb = *above;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> subject_by_place(const SentenceView& s, std::uint32_t verb) {
  const auto candidate = [&](std::uint32_t j) {
    return s.is_nominal(j) && s.quotation(j) < 0 && !is_relative(s, j) &&
           !among(s.base_relation(j), {"nmod", "compound", "flat", "appos", "obl", "nummod", "obj"});
  };
  std::optional<std::uint32_t> found;
  for (std::uint32_t j = verb; j-- > 0 && s.quotation(j) < 0 && j + 30 > verb;)
    if (candidate(j)) found = j;
  if (found) return found;
  for (std::uint32_t j = verb + 1; j < s.size() && j < verb + 12 && s.quotation(j) < 0; ++j)
    if (candidate(j)) return j;
  return std::nullopt;
}

std::optional<std::uint32_t> issuer_of(const CueTable& cues, const SentenceView& s, std::uint32_t noun) {
  if (const auto issuer = issuer_beside(s, noun)) return issuer;
  const auto above = s.head(noun);
  if (above && s.is_verb(*above) && s.base_relation(noun) == "obj") return subject_of(cues, s, *above);
  return std::nullopt;
}

}  // namespace wireroom
