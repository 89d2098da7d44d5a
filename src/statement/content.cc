#include "statement/content.h"

#include <algorithm>

namespace wireroom {
namespace {

bool is_infinitive(const SentenceView& s, std::uint32_t i) { return s.has_child_form(i, "to"); }

// The preposition of a phrase or of a clause ("for leaving", "as a friend").
std::optional<std::uint32_t> preposition_word(const SentenceView& s, std::uint32_t i) {
  for (const std::uint32_t c : s.children(i))
    if (c < i && (s.base_relation(c) == "case" || (s.base_relation(c) == "mark" && s.form(c) != "to"))) return c;
  return std::nullopt;
}

Words joined(const Words& a, const Words& b) {
  Words all = a;
  all.insert(all.end(), b.begin(), b.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

// Without commas and dashes at its edges; marks of quotations stay.
Words trimmed(const SentenceView& s, Words words) {
  const auto loose = [&](std::uint32_t i) { return among(s.form(i), {",", ";", ":", "-", "--", "–", "—", ".", "("}); };
  while (!words.empty() && loose(words.back())) words.pop_back();
  while (!words.empty() && loose(words.front())) words.erase(words.begin());
  return words;
}

// A relative clause behind a comma is more often the writer's than the speaker's.
Words without_asides(const SentenceView& s, std::uint32_t clause, Words words) {
  for (const std::uint32_t j : words) {
    const bool relative = s.relation(j) == "acl:relcl" || s.relation(j) == "advcl:relcl";
    if (!relative || j <= clause || s.quotation(j) >= 0) continue;
    const Words below = s.subtree(j);
    std::uint32_t first = below.front();
    while (first < j && s.is_punctuation(first)) ++first;
    const bool who = among(s.form(first), {"who", "whose", "whom"}) || s.relation(j) == "advcl:relcl";
    if (!who || first == 0 || s.form(first - 1) != "," || below.back() + 1 < words.back()) continue;
    std::erase_if(words, [&](std::uint32_t i) { return i + 1 >= first; });
    break;
  }
  return words;
}

// The clause as the text has it: holes that the tree leaves are filled, and what stands between the cue and the clause
// but hangs on the cue (a condition, a fronted phrase, a subject taken for an object) is its own.
Words clause_words(const SentenceView& s, const Cue& cue, std::uint32_t i, std::uint32_t clause) {
  Words words = s.subtree(clause);
  if (clause > i && words.front() < i) std::erase_if(words, [&](std::uint32_t j) { return j <= i; });
  words = trimmed(s, std::move(words));
  if (words.empty()) return words;
  std::uint32_t first = words.front(), last = words.back();
  if (first < i && last > i) return words;
  if (first > i) {
    const bool marked = among(s.form(first), {"that", "whether"});
    for (const std::uint32_t c : s.children(i)) {
      const std::string_view base = s.base_relation(c);
      const Words below = s.subtree(c);
      std::uint32_t opens = below.front();
      while (opens < c && s.is_punctuation(opens)) ++opens;
      // "said if it rains, …"; "said it rains because …"
      const bool condition = base == "advcl" && s.word(c).xpos != "VBG" &&
                             among(s.form(opens), {"if", "because", "unless", "although", "while", "when", "as"});
      const bool subject = (base == "obj" || base == "nsubj") && !cue.has(Frame::hearer) && !s.child(clause, "nsubj");
      if (!marked && c > i && c < first && below.front() > i && below.back() < clause && (condition || subject))
        first = std::min(first, opens);
      if (base == "advcl" && c > last && below.front() >= last && below.front() <= last + 2 &&
          among(s.form(opens), {"if", "because", "unless"}))
        last = std::max(last, below.back());
    }
  }
  Words filled;
  for (std::uint32_t j = first; j <= last; ++j)
    if (s.quotation(j) < 0 || s.quotation(j) != s.quotation(i) || s.quotation(i) >= 0) filled.push_back(j);
  filled = trimmed(s, without_asides(s, clause, std::move(filled)));
  // "If it rains, they say, …" has its condition before.
  for (const std::uint32_t c : s.children(i))
    if (c < i && s.base_relation(c) == "advcl" && first > i) {
      const Words below = s.subtree(c);
      if (among(s.form(below.front()), {"if", "unless"}) && below.back() < i) return joined(below, filled);
    }
  return filled;
}

// Another clause of the writer's, not what is said: "A blames B; C denies it", "C denies the charge, D adds".
bool stands_apart(const SentenceView& s, const Cue& cue, std::uint32_t i, std::uint32_t clause) {
  for (std::uint32_t j = std::min(i, clause) + 1; j < std::max(i, clause); ++j)
    if (s.form(j) == ";" && s.quotation(j) < 0) return true;
  return s.child(i, "obj") && cue.has(Frame::object) && !cue.has(Frame::hearer);
}

std::optional<std::uint32_t> clause_of(const SentenceView& s, const CueTable& cues, const Cue& cue, std::uint32_t i) {
  if (!cue.has(Frame::that) && !cue.has(Frame::quote)) return std::nullopt;
  if (const auto clause = s.child(i, "ccomp")) return clause;
  std::optional<std::uint32_t> clause;
  for (const std::uint32_t c : s.children(i)) {
    const bool asked = c > i && s.base_relation(c) == "advcl" &&
                       (s.has_child_form(c, "whether") || s.has_child_form(c, "that") ||
                        (cue.act == SpeechAct::ask && s.has_child_form(c, "if")));
    const bool beside = s.base_relation(c) == "parataxis" && cue.has(Frame::quote) && s.child(c, "nsubj") &&
                        (c < i || i + 1 < s.size()) && !cues.verb(cues.lemma(s.word(c))) && !stands_apart(s, cue, i, c);
    if (asked || beside) clause = c;
  }
  return clause;
}

// "A, he said", where the clause said is the head of the cue.
std::optional<Words> aside_of(const SentenceView& s, const Cue& cue, std::uint32_t i) {
  const auto above = s.head(i);
  if (!above || s.relation(i) != "parataxis" || !s.child(i, "nsubj") || s.has_child_form(i, "as")) return std::nullopt;
  if ((!cue.has(Frame::that) && !cue.has(Frame::quote)) || stands_apart(s, cue, i, *above)) return std::nullopt;
  Words words = s.subtree(*above, {i});
  // A name before a colon is a label, no clause that somebody says.
  if (std::none_of(words.begin(), words.end(), [&](std::uint32_t j) { return s.is_verb(j) || s.quotation(j) >= 0; }))
    return std::nullopt;
  // What follows the cue at the end of the sentence tells where and when it was said.
  const Words own = s.subtree(i);
  if (std::none_of(words.begin(), words.end(), [&](std::uint32_t j) {
        return j > own.back() && (s.is_finite(j) || s.quotation(j) >= 0 || (j == own.back() + 1 && s.form(j) == ","));
      }))
    std::erase_if(words, [&](std::uint32_t j) { return j > own.back(); });
  return words;
}

std::optional<FramedContent> object_frames(const SentenceView& s, const Cue& cue, std::uint32_t i) {
  const auto object = s.child(i, "obj");
  std::optional<FramedContent> found;
  const auto offer = [&](Words words, const char* rule, const FrameUse& use) {
    found = FramedContent{trimmed(s, std::move(words)), rule, use.doubtful, std::nullopt};
  };
  for (const std::uint32_t c : s.children(i)) {
    if (c <= i || found) continue;
    const std::string_view base = s.base_relation(c);
    const bool phrase = base == "obl" || base == "nmod" || base == "advcl" || base == "xcomp" || base == "advmod";
    std::optional<std::uint32_t> preposition;
    if (phrase) preposition = preposition_word(s, c);
    if (object && *object < c) {
      if (base == "xcomp" && is_infinitive(s, c))
        if (const FrameUse* use = cue.use(Frame::object_to))
          offer(joined(s.subtree(*object), s.subtree(c)), "object and infinitive", *use);
      if (base == "xcomp" && !is_infinitive(s, c) && !preposition)
        if (const FrameUse* use = cue.use(Frame::small))
          offer(joined(s.subtree(*object), s.subtree(c)), "predication", *use);
      if (preposition)
        if (const FrameUse* use = cue.use(Frame::with_preposition, s.form(*preposition)))
          offer(joined(s.subtree(*object), s.subtree(c)), "object and phrase", *use);
    }
    if (found || !preposition) continue;
    if (const FrameUse* use = cue.use(Frame::preposition, s.form(*preposition))) {
      offer(s.subtree(c, {*preposition}), "phrase", *use);
      if (*preposition == i + 1) found->preposition = *preposition;
    }
  }
  if (found) return found;
  if (object && *object > i && s.relation(i) != "acl")
    if (const FrameUse* use = cue.use(Frame::object)) {
      Words words = s.subtree(*object);
      for (const std::uint32_t c : s.children(i))  // "support for", "the denial of", hung on the verb
        if (c > *object && (s.base_relation(c) == "obl" || s.base_relation(c) == "advcl")) {
          const auto preposition = preposition_word(s, c);
          if (preposition && among(s.form(*preposition), {"of", "for"})) words = joined(words, s.subtree(c));
        }
      offer(std::move(words), "object", *use);
    }
  return found;
}

}  // namespace

std::optional<FramedContent> content_of(const SentenceView& s, const CueTable& cues, const Cue& cue, std::uint32_t i) {
  if (const auto clause = clause_of(s, cues, cue, i)) {
    const FrameUse* use = cue.use(Frame::that);
    return FramedContent{clause_words(s, cue, i, *clause), "clause", use && use->doubtful, std::nullopt};
  }
  if (auto words = aside_of(s, cue, i)) return FramedContent{std::move(*words), "aside", false, std::nullopt};
  const auto object = s.child(i, "obj");
  for (const std::uint32_t c : s.children(i)) {
    if (c <= i || s.base_relation(c) != "xcomp") continue;
    const FrameUse* use = nullptr;
    if (is_infinitive(s, c) && (!object || cue.has(Frame::hearer) || *object > c)) use = cue.use(Frame::to);
    if (s.word(c).xpos == "VBG" && !object) use = cue.use(Frame::ing);
    if (use) return FramedContent{trimmed(s, s.subtree(c)), "infinitive", use->doubtful, std::nullopt};
  }
  if (s.is_passive(i)) {
    // "was described as a friend by her aides": what is said has its subject before the cue.
    return std::nullopt;
  }
  return object_frames(s, cue, i);
}

std::optional<FramedContent> content_of_noun(const SentenceView& s, const Cue& cue, std::uint32_t noun) {
  std::optional<FramedContent> found;
  for (const std::uint32_t c : s.children(noun)) {
    if (c < noun || s.relation(c) == "acl:relcl") continue;
    const std::string_view base = s.base_relation(c);
    const FrameUse* use = nullptr;
    if (base == "acl" && is_infinitive(s, c)) use = cue.use(Frame::to);
    if ((base == "acl" && s.has_child_form(c, "that")) || base == "ccomp") use = cue.use(Frame::that);
    if (use) return FramedContent{trimmed(s, s.subtree(c)), "noun", use->doubtful, std::nullopt};
    std::optional<std::uint32_t> preposition;
    if (base == "nmod" || base == "acl") preposition = preposition_word(s, c);
    if (preposition && !found)
      if (const FrameUse* phrase = cue.use(Frame::preposition, s.form(*preposition)))
        found = FramedContent{trimmed(s, s.subtree(c, {*preposition})), "noun and phrase", phrase->doubtful,
                              *preposition == noun + 1 ? preposition : std::nullopt};
  }
  return found;
}

Words hearers_of(const SentenceView& s, const Cue& cue, std::uint32_t i, const Words& content) {
  Words hearers;
  for (const std::uint32_t c : s.children(i)) {
    if (contains(content, c) || s.quotation(c) >= 0) continue;
    const std::string_view base = s.base_relation(c);
    const bool told = cue.has(Frame::hearer) && (base == "obj" || base == "iobj");
    const bool to = base == "obl" && s.preposition(c) == "to" && s.is_nominal(c);
    if (told || to) hearers.push_back(c);
  }
  return hearers;
}

}  // namespace wireroom
