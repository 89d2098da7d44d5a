// "the group", "the bloc", "the Israeli leader": the last one named before that the noun can take up (anaphors.tsv).
#include <algorithm>

#include "actor/joiner.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

constexpr std::uint32_t kSentencesBack = 12;

bool in(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Whether a word of the name begins with the noun: "Council" of "Security Council", "Courts" for "court".
bool holds_word(const std::string& name, const std::string& noun) {
  const std::string text = ' ' + lower(name);
  return text.find(' ' + noun) != std::string::npos;
}

}  // namespace

std::int32_t Joiner::taken_up(std::size_t number) const {
  const Draft& draft = drafts_[number];
  const Sentence& sentence = parse_.sentences[draft.words.sentence];
  const std::string noun = lower(sentence.words[draft.words.head].lemma);
  const Anaphor* anaphor = knowledge_.anaphors.find(draft.role);
  if (!anaphor) anaphor = knowledge_.anaphors.find(noun);
  if (!anaphor || (anaphor->person && draft.plural)) return -1;
  for (std::size_t at = number; at-- > 0;) {
    const Draft& before = drafts_[at];
    if (draft.words.sentence - before.words.sentence > kSentencesBack) break;
    if (before.actor < 0 || before.form == MentionForm::pronoun || before.form == MentionForm::adjective) continue;
    if (draft.words.sentence == before.words.sentence &&
        (before.words.last >= draft.words.first || same_clause_argument(draft, before)))
      continue;
    const Cluster& c = clusters_[static_cast<std::size_t>(before.actor)];
    if (anaphor->person ? person_fits(*anaphor, draft, c) : body_fits(*anaphor, noun, draft, c)) return before.actor;
  }
  return -1;
}

bool Joiner::body_fits(const Anaphor& anaphor, const std::string& noun, const Draft& draft, const Cluster& c) const {
  if (!c.named || c.person || c.actor.kind == ActorKind::country || c.actor.kind == ActorKind::person) return false;
  if (!compatible(draft, c)) return false;
  if (holds_word(c.actor.name, noun)) return true;
  if (anaphor.sectors.empty() && anaphor.countries.empty()) return false;
  const bool sector = anaphor.sectors.empty() || in(anaphor.sectors, c.actor.sector.empty() ? "-" : c.actor.sector);
  const bool country = anaphor.countries.empty() || in(anaphor.countries, c.actor.country);
  return sector && country;
}

bool Joiner::person_fits(const Anaphor& anaphor, const Draft& draft, const Cluster& c) const {
  if (!c.named || !c.person || !compatible(draft, c)) return false;
  if (!draft.country.empty() && c.actor.country.empty()) return false;
  if (in(anaphor.sectors, c.actor.sector) || in(anaphor.sectors, c.actor.sector2))
    if (anaphor.roles.empty()) return true;
  return std::any_of(c.roles.begin(), c.roles.end(), [&](const std::string& role) {
    if (in(anaphor.roles, last_word(role))) return true;
    if (in(anaphor.roles, "foreign") && is_foreign(role)) return true;
    const Title* title = in(anaphor.roles, "head") ? knowledge_.titles.find(role) : nullptr;
    return title != nullptr && title->head;
  });
}

}  // namespace wireroom
