#include "time/tense.h"

#include <string_view>

namespace wireroom {
namespace {

bool has(std::string_view feats, std::string_view feature) { return feats.find(feature) != std::string_view::npos; }

struct Auxiliaries {
  bool future = false, past = false, to = false, have = false, present = false;
};

Auxiliaries auxiliaries_of(const Sentence& sentence, std::uint32_t verb) {
  Auxiliaries found;
  for (std::uint32_t k = sentence.child_begin[verb]; k < sentence.child_begin[verb + 1]; ++k) {
    const Word& child = sentence.words[sentence.child_list[k]];
    if (child.relation == "mark" && child.lemma == "to") found.to = true;
    if (child.relation.substr(0, 3) != "aux" && child.relation != "cop") continue;
    const std::string_view lemma = child.lemma;
    if (lemma == "will" || lemma == "shall" || lemma == "would" || lemma == "'ll" || child.form == "'ll" ||
        child.form == "wo")
      found.future = true;
    if (lemma == "have") found.have = true;
    if (has(child.feats, "Tense=Past")) found.past = true;
    if (has(child.feats, "Tense=Pres")) found.present = true;
  }
  return found;
}

// "planned", "due", "scheduled" beside or above; "going to".
bool plans(const Sentence& sentence, const Word& word, const TimeLexicon& lexicon) {
  if (word.lemma == "set") {  // "set for April", "set to open"; not "a record set in April"
    const std::size_t next = static_cast<std::size_t>(&word - sentence.words.data()) + 1;
    return next < sentence.words.size() && (sentence.words[next].form == "for" || sentence.words[next].form == "to");
  }
  if (lexicon.planning.contains(word.lemma)) return true;
  return word.lemma == "go" && word.form == "going";
}

// Is the word the end of something: "through Friday", "until May"?
bool lasts_until(const Sentence& sentence, std::uint32_t word) {
  for (std::uint32_t k = sentence.child_begin[word]; k < sentence.child_begin[word + 1]; ++k) {
    const std::string_view lemma = sentence.words[sentence.child_list[k]].lemma;
    if (lemma == "through" || lemma == "until" || lemma == "till") return true;
  }
  return false;
}

}  // namespace

Tense tense_at(const Sentence& sentence, std::uint32_t word, const TimeLexicon& lexicon) {
  if (sentence.child_begin.size() != sentence.words.size() + 1) return Tense::unknown;
  std::uint32_t at = word;
  Tense found = Tense::unknown;
  // "a June agreement": the noun has its own time, the infinitive above it says nothing of it.
  const bool of_noun =
      sentence.words[word].relation == "compound" || sentence.words[word].relation.substr(0, 9) == "nmod:poss";
  const bool lasting = lasts_until(sentence, word);  // "is funded through Friday"
  for (int steps = 0; steps < 6; ++steps) {
    const Word& here = sentence.words[at];
    if (at != word) {
      const bool verbal = here.upos == "VERB" || here.upos == "AUX" || has(here.feats, "VerbForm");
      const Auxiliaries aux = auxiliaries_of(sentence, at);
      if (plans(sentence, here, lexicon)) return Tense::future;
      if (aux.future) return Tense::future;
      for (std::uint32_t k = sentence.child_begin[at]; k < sentence.child_begin[at + 1]; ++k) {
        const Word& child = sentence.words[sentence.child_list[k]];
        if (child.relation == "amod" && plans(sentence, child, lexicon))
          return Tense::future;  // "a planned visit on Friday"
      }
      if (verbal || aux.past || aux.present) {
        // An infinitive takes the time of what it hangs on: "to meet on Friday" under "agreed", "is".
        if (aux.to && of_noun) return found;
        if (aux.to) {
          if (here.head < 0) return found;
          const Word& above = sentence.words[static_cast<std::size_t>(here.head)];
          if (plans(sentence, above, lexicon) || above.lemma == "be") return Tense::future;
          found = Tense::future;  // "agreed to meet on Friday", "a plan to march on Saturday"
          at = static_cast<std::uint32_t>(here.head);
          if (above.upos == "VERB" || above.upos == "ADJ") return found;
          continue;
        }
        if (lasting && (aux.present || here.xpos == "VBZ" || here.xpos == "VBP") && !aux.have) return Tense::future;
        if (aux.past || aux.have || has(here.feats, "Tense=Past") || here.xpos == "VBD" || here.xpos == "VBN") {
          // "was to meet", "had been expected to": planning words were looked at above
          return found == Tense::unknown ? Tense::past : found;
        }
        if (here.xpos == "VBZ" || here.xpos == "VBP" || aux.present)
          return lexicon.timetable.contains(here.lemma) && !aux.have && here.relation != "ccomp" ? Tense::future
                                                                                                 : found;
      }
    }
    if (here.head < 0) break;
    at = static_cast<std::uint32_t>(here.head);
  }
  return found;
}

}  // namespace wireroom
