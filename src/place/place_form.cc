#include "place/place_form.h"

#include <algorithm>

namespace wireroom {
namespace {

// The lemma of the preposition that marks a word; nothing if none does.
std::string_view case_of(const Sentence& sentence, std::uint32_t word) {
  for (std::uint32_t k = sentence.child_begin[word]; k < sentence.child_begin[word + 1]; ++k) {
    const Word& child = sentence.words[sentence.child_list[k]];
    if (child.relation == "case" && child.upos != "PART") return child.lemma;
  }
  return {};
}

}  // namespace

bool has_form(const PlaceMention& mention, std::uint32_t entry, PlaceForm form) {
  return std::any_of(mention.uses.begin(), mention.uses.end(),
                     [&](const NameUse& use) { return use.entry == entry && use.form == form; });
}

PlaceForm adjective_or_demonym(const Sentence& sentence, const PlaceMention& mention, std::uint32_t entry) {
  const bool adjective = has_form(mention, entry, PlaceForm::adjective);
  if (!has_form(mention, entry, PlaceForm::demonym)) return PlaceForm::adjective;
  if (!adjective) return PlaceForm::demonym;
  const Word& word = sentence.words[mention.words.head];
  const bool modifies = word.relation == "amod" || word.relation == "compound" || word.relation.substr(0, 4) == "nmod";
  if (modifies && word.head > static_cast<std::int32_t>(mention.words.last)) return PlaceForm::adjective;
  if (word.upos == "ADJ" && word.relation != "nsubj" && word.relation != "obj") return PlaceForm::adjective;
  return PlaceForm::demonym;
}

bool is_language(const Sentence& sentence, const PlaceMention& mention) {
  const Word& word = sentence.words[mention.words.head];
  if (word.head < 0 || word.upos == "ADJ" || mention.words.first != mention.words.last) return false;
  const std::string& governor = sentence.words[static_cast<std::size_t>(word.head)].lemma;
  const bool speaks = governor == "speak" || governor == "learn" || governor == "translate" || governor == "write" ||
                      governor == "teach" || governor == "say" || governor == "mean" || governor == "tweet" ||
                      governor == "study" || governor == "read" || governor == "fluent";
  if (!speaks) return false;
  if (word.relation == "obj") return governor != "teach" && governor != "say";
  return mention.words.first > 0 && (sentence.words[mention.words.first - 1].form == "in" ||
                                     sentence.words[mention.words.first - 1].form == "into");
}

bool stands_for_government(const Sentence& sentence, std::uint32_t head, const PlaceWords& words) {
  for (int steps = 0; steps < 8 && sentence.words[head].relation == "conj" && sentence.words[head].head >= 0; ++steps) {
    if (const std::string_view own = case_of(sentence, head); own == "in" || own == "at" || own == "near") return false;
    head = static_cast<std::uint32_t>(sentence.words[head].head);
  }
  const Word& word = sentence.words[head];
  if (word.head < 0) return false;
  const Word& governor = sentence.words[static_cast<std::size_t>(word.head)];
  if (word.relation == "nsubj" && governor.upos == "VERB") return words.verbs_of_subject.contains(governor.lemma);
  if (word.relation == "nsubj:pass" || word.relation == "obj" || word.relation == "iobj")
    return words.verbs_of_object.contains(governor.lemma);
  if (word.relation == "obl:agent") return true;
  if (word.relation == "nmod" || word.relation == "obl") {
    const std::string_view preposition = case_of(sentence, head);
    return (preposition == "between" || preposition == "with") && words.nouns_above.contains(governor.lemma);
  }
  return false;
}

bool stands_for_building(const Sentence& sentence, std::uint32_t head) {
  const std::string_view preposition = case_of(sentence, head);
  return preposition == "in" || preposition == "at" || preposition == "near" || preposition == "outside" ||
         preposition == "inside";
}

}  // namespace wireroom
