#include "statement/speakers.h"

#include <algorithm>

#include "base/unicode.h"

namespace wireroom {
namespace {

std::optional<std::uint32_t> number_of(const Actors& actors, const Mention* mention) {
  if (!mention) return std::nullopt;
  return static_cast<std::uint32_t>(mention - actors.mentions.data());
}

}  // namespace

Words phrase_words(const SentenceView& s, std::uint32_t head) {
  Words without;
  for (const std::uint32_t c : s.children(head)) {
    const std::string_view base = s.base_relation(c);
    const bool incidental = s.relation(c) == "acl:relcl" || base == "parataxis" || base == "ccomp" || base == "advcl" ||
                            base == "case" || base == "punct" || base == "cop" || base == "nsubj" || base == "mark" ||
                            base == "cc" || base == "obl" || (base == "advmod" && c < head);
    const bool inner_case = base == "case" && c > head;  // the 's of a possessor
    const bool inner_punct = base == "punct" && c != head;
    if (base == "cc" || inner_punct) continue;
    if (incidental || inner_case) without.push_back(c);
  }
  Words words = s.subtree(head, without);
  while (words.size() > 1 && s.is_punctuation(words.back())) words.pop_back();
  while (words.size() > 1 && words.front() != head && s.is_punctuation(words.front())) words.erase(words.begin());
  const auto at = std::find(words.begin(), words.end(), head);
  Words run{head};
  for (auto i = at; i != words.begin();) {
    --i;
    if (*i + 1 != run.front()) break;
    run.insert(run.begin(), *i);
  }
  for (auto i = at + 1; i != words.end() && *i == run.back() + 1; ++i) run.push_back(*i);
  while (run.size() > 1 && s.is_punctuation(run.back())) run.pop_back();
  // "campaign manager" and the name that the tree hangs elsewhere.
  while (s.word(run.back()).upos == "NOUN" && run.back() + 1 < s.size() &&
         s.word(run.back() + 1).name == NameType::PER && s.word(run.back() + 1).name_begins) {
    run.push_back(run.back() + 1);
    while (run.back() + 1 < s.size() && s.word(run.back() + 1).name == NameType::PER &&
           !s.word(run.back() + 1).name_begins)
      run.push_back(run.back() + 1);
  }
  return run;
}

Party party_at(const Coded& coded, const SentenceView& s, std::uint32_t head) {
  const Words words = phrase_words(s, head);
  Party party;
  party.words = {s.number(), words.front(), words.back(), head};
  party.span = s.span(words.front(), words.back());
  const Mention* mention = coded.actors.with_head(s.number(), head);
  if (mention && mention->form == MentionForm::adjective) mention = nullptr;
  if (!mention) {
    const Mention* around = coded.actors.covering(s.number(), head);
    if (around && around->form != MentionForm::adjective && around->words.last - around->words.first < 12)
      mention = around;
  }
  if (mention) {
    party.mention = number_of(coded.actors, mention);
    party.actor = mention->actor;
    if (mention->words.first < party.words.first) {  // "U.S. Secretary of State" hangs on the name in some trees
      party.words.first = mention->words.first;
      party.span.begin = std::min(party.span.begin, mention->span.begin);
    }
  }
  return party;
}

}  // namespace wireroom
