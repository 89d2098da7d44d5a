// Pronouns: the nearest fitting mention, subjects first.
#include <algorithm>

#include "actor/joiner.h"
#include "actor/noun_phrase.h"

namespace wireroom {

bool Joiner::agrees(const Draft& pronoun, const Draft& before) const {
  const Cluster& c = clusters_[static_cast<std::size_t>(before.actor)];
  const std::string& form = pronoun.name;
  const bool it = form == "it" || form == "its" || form == "itself";
  if (it)
    return (c.actor.kind == ActorKind::organisation || c.actor.kind == ActorKind::country ||
            c.actor.kind == ActorKind::group || c.collective) &&
           before.form != MentionForm::adjective;
  if (pronoun.plural) return c.actor.plural || ((c.actor.kind == ActorKind::group || c.collective) && !c.person);
  if (!c.person) return false;
  return c.gender == Gender::unknown || pronoun.gender == Gender::unknown || c.gender == pronoun.gender;
}

// How much the place of a mention makes it the one spoken of: the subject of the sentence first, then of a clause in
// it.
double Joiner::prominence(const Draft& before) const {
  if (!before.subject) return 0;
  const Sentence& sentence = parse_.sentences[before.words.sentence];
  const std::int32_t verb = sentence.words[governed_word(sentence, before.words)].head;
  if (verb < 0) return 2;
  const std::string_view relation = sentence.words[static_cast<std::size_t>(verb)].relation;
  const bool below = relation.starts_with("acl") || relation.starts_with("advcl") || relation == "ccomp" ||
                     relation == "xcomp" || relation == "csubj";
  return below ? 1.3 : 2.2;
}

void Joiner::pronoun(std::size_t number) {
  const Draft& draft = drafts_[number];
  if (draft.name == "who") return relative(number);
  if (const std::int32_t ahead = subject_ahead(number); ahead >= 0) return add(number, ahead);
  const std::int32_t speaker = speaker_of(number);
  const bool thing = draft.name == "it" || draft.name == "its" || draft.name == "itself";
  std::int32_t best = -1;
  double best_value = 0;
  for (std::size_t at = number; at-- > 0;) {
    const Draft& before = drafts_[at];
    const std::uint32_t distance = draft.words.sentence - before.words.sentence;
    if (distance > 3) break;
    if (before.actor < 0 || before.form == MentionForm::adjective || !agrees(draft, before)) continue;
    if (before.span.contains(draft.span) || before.actor == speaker) continue;
    if (distance == 0 && same_clause_argument(draft, before)) continue;
    if (thing && (!before.subject || distance > 1)) continue;
    const Cluster& c = cluster(before.actor);
    double value = 4 - 1.2 * distance + prominence(before);
    if (c.named) value += 0.5;
    if (distance == 0 && reports(before, draft)) value += 1.5;
    if (distance == 0 && governs(before, draft)) value += 2.5;
    if (before.form == MentionForm::pronoun) value += 0.5;
    if (c.gender != Gender::unknown && c.gender == draft.gender) value += 1;
    value -= 0.08 * static_cast<double>(std::min<std::size_t>(number - at, 15));
    if (value > best_value) {
      best_value = value;
      best = before.actor;
    }
  }
  if (best >= 0) add(number, best);
}

// Who says what the pronoun stands in, within quotation marks: he is "I" there, never "he". Looked for in the sentence
// itself, else in those before it in the paragraph. -1 if the pronoun is not quoted or nobody is seen to speak.
std::int32_t Joiner::speaker_of(std::size_t number) const {
  constexpr std::uint32_t kBack = 3;
  const WordRange& here = drafts_[number].words;
  if (!quoted_.contains(here.sentence, here.head)) return -1;
  const auto speaks = [&](const Draft& other) {
    if (other.actor < 0 || !other.subject || !quoted_.in(other.words.sentence)) return false;
    const Sentence& sentence = parse_.sentences[other.words.sentence];
    if (quoted_.contains(other.words.sentence, other.words.head)) return false;
    return sentence.words[governed_word(sentence, other.words)].attribution.role == AttributionRole::source;
  };
  for (std::size_t at = number + 1; at < drafts_.size() && drafts_[at].words.sentence == here.sentence; ++at)
    if (speaks(drafts_[at])) return drafts_[at].actor;
  for (std::size_t at = number; at-- > 0;) {
    const WordRange& there = drafts_[at].words;
    if (here.sentence - there.sentence > kBack) break;
    if (parse_.sentences[there.sentence].block != parse_.sentences[here.sentence].block) break;
    if (speaks(drafts_[at])) return drafts_[at].actor;
  }
  return -1;
}

// "After he met NAME, the minister said", "On her arrival the chancellor thanked": in a clause or phrase before it the
// subject of the main clause is meant. Its actor, or -1.
std::int32_t Joiner::subject_ahead(std::size_t number) const {
  const Draft& draft = drafts_[number];
  const Sentence& sentence = parse_.sentences[draft.words.sentence];
  std::int32_t at = static_cast<std::int32_t>(draft.words.head);
  for (int steps = 0; at >= 0 && steps < 6; ++steps) {
    const Word& word = sentence.words[static_cast<std::size_t>(at)];
    if ((word.relation.starts_with("advcl") || word.relation == "obl") && word.head > at)
      for (std::size_t other = number + 1;
           other < drafts_.size() && drafts_[other].words.sentence == draft.words.sentence; ++other) {
        const Word& subject = sentence.words[governed_word(sentence, drafts_[other].words)];
        if (subject.head == word.head && subject.relation.starts_with("nsubj") && drafts_[other].actor >= 0 &&
            drafts_[other].form != MentionForm::adjective && agrees(draft, drafts_[other]))
          return drafts_[other].actor;
      }
    at = word.head;
  }
  return -1;
}

// "Smith said Jones wants to use his fame": of what is not itself a subject, the nearest subject above it.
bool Joiner::governs(const Draft& subject, const Draft& pronoun) const {
  const Sentence& sentence = parse_.sentences[pronoun.words.sentence];
  const std::uint32_t its = governed_word(sentence, subject.words);
  if (!sentence.words[its].relation.starts_with("nsubj")) return false;
  std::int32_t at = static_cast<std::int32_t>(pronoun.words.head);
  for (int steps = 0; at >= 0 && steps < 8; ++steps) {
    const auto here = static_cast<std::uint32_t>(at);
    const Word& word = sentence.words[here];
    if (word.relation.starts_with("nsubj")) return false;
    for (std::uint32_t i = sentence.child_begin[here]; i < sentence.child_begin[here + 1]; ++i)
      if (sentence.words[sentence.child_list[i]].relation.starts_with("nsubj")) return sentence.child_list[i] == its;
    at = word.head;
  }
  return false;
}

// "Iran attacked, while Baghdad said its forces …": in what is reported the nearest who reports.
bool Joiner::reports(const Draft& speaker, const Draft& pronoun) const {
  const Sentence& sentence = parse_.sentences[pronoun.words.sentence];
  const Word& head = sentence.words[speaker.words.head];
  if (!head.relation.starts_with("nsubj")) return false;
  std::int32_t at = static_cast<std::int32_t>(pronoun.words.head);
  for (int steps = 0; at >= 0 && steps < 8; ++steps) {
    const Word& word = sentence.words[static_cast<std::size_t>(at)];
    if (word.relation == "ccomp") return word.head == head.head;
    at = word.head;
  }
  return false;
}

// "He met him": two arguments of one verb are not the same, possessives may be.
bool Joiner::same_clause_argument(const Draft& pronoun, const Draft& before) const {
  const Sentence& sentence = parse_.sentences[pronoun.words.sentence];
  const Word& a = sentence.words[pronoun.words.head];
  const Word& b = sentence.words[governed_word(sentence, before.words)];
  if (a.relation == "nmod:poss") return false;
  if (pronoun.name.ends_with("self") || pronoun.name.ends_with("selves")) return false;
  return a.head >= 0 && a.head == b.head && b.relation != "nmod:poss";
}

// Whose clause hangs on a noun: the mention before it that the noun belongs to; behind an apposition ("NAME, a teacher
// and mother of two, who …") that of the name before.
std::int32_t Joiner::antecedent(std::size_t number, std::int32_t noun) const {
  const Draft& pronoun = drafts_[number];
  const Sentence& sentence = parse_.sentences[pronoun.words.sentence];
  for (int steps = 0; noun >= 0 && steps < 4; ++steps) {
    for (std::size_t other = number; other-- > 0 && drafts_[other].words.sentence == pronoun.words.sentence;) {
      const Draft& before = drafts_[other];
      const bool its = static_cast<std::int32_t>(before.words.head) == noun ||
                       static_cast<std::int32_t>(governed_word(sentence, before.words)) == noun;
      if (its && before.actor >= 0 && before.form != MentionForm::adjective) return before.actor;
    }
    const Word& word = sentence.words[static_cast<std::size_t>(noun)];
    if (word.relation != "appos" && word.relation != "conj") return -1;
    noun = word.head;
  }
  return -1;
}

void Joiner::relative(std::size_t number) {
  const Draft& draft = drafts_[number];
  const Sentence& sentence = parse_.sentences[draft.words.sentence];
  std::int32_t at = sentence.words[draft.words.head].head;
  for (int steps = 0; at >= 0 && steps < 8; ++steps) {
    const Word& word = sentence.words[static_cast<std::size_t>(at)];
    if (word.relation == "acl:relcl" && word.head >= 0) {
      if (const std::int32_t actor = antecedent(number, word.head); actor >= 0) add(number, actor);
      return;
    }
    at = word.head;
  }
}

}  // namespace wireroom
