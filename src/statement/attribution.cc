#include "statement/attribution.h"

#include <algorithm>

#include "statement/content.h"
#include "statement/placed_quotation.h"
#include "statement/subject.h"

namespace wireroom {
namespace {

// The verb with auxiliaries, negation, adverbs and particle: one unbroken piece.
Words cue_words(const SentenceView& s, std::uint32_t verb) {
  Words words{verb};
  for (const std::uint32_t c : s.children(verb)) {
    const std::string_view base = s.base_relation(c);
    const bool near = c + 4 >= verb && c <= verb + 2;
    if (near && (base == "aux" || base == "cop" || s.relation(c) == "compound:prt" || (base == "advmod" && c < verb)))
      words.push_back(c);
  }
  std::sort(words.begin(), words.end());
  Words piece{verb};
  for (auto at = std::find(words.begin(), words.end(), verb); at != words.begin();) {
    --at;
    if (*at + 1 != piece.front()) break;
    piece.insert(piece.begin(), *at);
  }
  for (auto at = std::find(words.begin(), words.end(), verb) + 1; at != words.end() && *at == piece.back() + 1; ++at)
    piece.push_back(*at);
  return piece;
}

bool is_negated(const SentenceView& s, std::uint32_t verb, std::string_view lemma) {
  for (const std::uint32_t c : s.children(verb))
    if (among(s.form(c), {"not", "n't", "n’t", "never"})) return true;
  return among(lemma, {"decline", "refuse"});
}

std::string particle_of(const SentenceView& s, std::uint32_t verb) {
  for (const std::uint32_t c : s.children(verb))
    if (s.relation(c) == "compound:prt") return s.form(c);
  return {};
}

bool all_quoted_or_marks(const SentenceView& s, const Words& words) {
  return std::all_of(words.begin(), words.end(),
                     [&](std::uint32_t j) { return s.quotation(j) >= 0 || s.is_punctuation(j); });
}

}  // namespace

std::optional<Attribution> AttributionFinder::of_verb(const SentenceView& s, std::uint32_t i) const {
  if (!s.is_verb(i) || s.printed_as_name(i)) return std::nullopt;
  const std::string& lemma = cues_.lemma(s.word(i));
  const std::string particle = particle_of(s, i);
  const Cue* cue = particle.empty() ? nullptr : cues_.verb(lemma + " " + particle);
  if (!cue) cue = cues_.verb(lemma);
  if (!cue) return std::nullopt;
  Attribution a;
  a.sentence = s.number();
  a.cue = i;
  a.act = cue->act;
  a.cue_words = cue_words(s, i);
  a.negated = is_negated(s, i, lemma);

  if (auto content = content_of(s, cues_, *cue, i)) {
    a.content = std::move(content->words);
    a.rule = content->rule;
    a.doubtful = content->doubtful;
    if (content->preposition && *content->preposition == a.cue_words.back() + 1)
      a.cue_words.push_back(*content->preposition);
  }
  const bool speaks = cue->has(Frame::quote);
  if (speaks || cue->has(Frame::that) || !a.content.empty()) {
    a.quotations = quotations_beside(s, quotations_, i, a.content);
    if (a.content.empty() && !a.quotations.empty()) a.rule = "quotation";
  }
  bool set_off = false;
  if (speaks && s.quotation(i) < 0)
    if (Words around = around_aside(s, i, cue->has(Frame::hearer)); around.size() > a.content.size()) {
      a.content = std::move(around);
      a.quotations = quotations_beside(s, quotations_, i, a.content);
      a.rule = "aside";
      a.doubtful = false;
      set_off = true;
    }
  const bool reports = speaks || (cue->has(Frame::that) && s.child(i, "nsubj"));
  const Spoken spoken = reports ? spoken_beside(s, i) : Spoken{};
  if (spoken.before || spoken.after) {
    // What the tree adds to a whole quotation is the writer's, but for a clause between cue and quotation.
    std::erase_if(a.content, [&](std::uint32_t j) { return s.quotation(j) < 0 && (spoken.before || j < i); });
    if (spoken.after) {
      std::uint32_t end = i;
      for (std::uint32_t j = i; j < s.size(); ++j)
        if (s.quotation(j) == static_cast<std::int32_t>(*spoken.after)) end = j;
      std::erase_if(a.content, [&](std::uint32_t j) { return j > end && s.quotation(j) < 0; });
    }
    if (all_quoted_or_marks(s, a.content)) a.content.clear();
    for (const auto& q : {spoken.before, spoken.after})
      if (q && std::find(a.quotations.begin(), a.quotations.end(), *q) == a.quotations.end())
        a.quotations.push_back(*q);
    std::sort(a.quotations.begin(), a.quotations.end());
    a.rule = "quotation";
    a.doubtful = false;
  }
  if (a.content.empty() && a.quotations.empty()) {
    if (!speaks || s.size() < 2 || s.form(s.size() - 1) != ":" || s.quotation(i) >= 0) return std::nullopt;
    a.expects_next = true;
    a.rule = "colon";
  }
  a.source = subject_of(cues_, s, i);
  if (set_off && (!a.source || contains(a.content, *a.source)))
    if (const auto name = name_before(s, i)) a.source = name;
  if (spoken.before || spoken.after) {
    if (!a.source || s.quotation(*a.source) >= 0) a.source = subject_by_place(s, i);
  } else if (a.source && s.quotation(*a.source) >= 0 && s.quotation(i) < 0) {
    a.source.reset();
  }
  if (a.source && (s.form(*a.source) == "there" || contains(a.content, *a.source))) return std::nullopt;
  const std::string_view rule = a.rule;
  // Wishes and objects of nobody are none: "the implementation of the accord".
  if (!a.source && rule == "infinitive" && !s.is_passive(i)) return std::nullopt;
  if (!a.source && among(rule, {"object", "phrase", "predication", "object and phrase", "object and infinitive"}))
    return std::nullopt;
  a.addressees = hearers_of(s, *cue, i, a.content);
  return a;
}

std::vector<Attribution> AttributionFinder::find(const SentenceView& s, bool headline) const {
  std::vector<Attribution> found;
  auto labelled = label(s, headline);
  if (!labelled) labelled = trailing_source(s, headline);
  const bool leads = labelled && labelled->cue < 10;
  if (labelled) found.push_back(std::move(*labelled));
  for (std::uint32_t i = leads ? found.front().cue + 1 : 0; i < s.size(); ++i) {
    auto a = of_verb(s, i);
    if (!a) a = of_adjective(s, i);
    if (!a) a = of_noun(s, i);
    if (!a) a = according_to(s, i);
    if (a) found.push_back(std::move(*a));
  }
  separate_participles(s, found);
  merge_tags(s, found);
  settle_quotations(s, found);
  for (Attribution& inner : found)
    for (const Attribution& outer : found) inner.inside |= &inner != &outer && contains(outer.content, inner.cue);
  std::stable_sort(found.begin(), found.end(),
                   [](const Attribution& a, const Attribution& b) { return a.cue < b.cue; });
  return found;
}

// "She said A, adding that B": B is no part of A, whatever the tree says, and its speaker is that of A.
void AttributionFinder::separate_participles(const SentenceView& s, std::vector<Attribution>& found) const {
  for (Attribution& inner : found) {
    if (s.word(inner.cue).xpos != "VBG" || s.quotation(inner.cue) >= 0) continue;
    const std::uint32_t first = inner.cue_words.front();
    if (first == 0 || !among(s.form(first - 1), {",", "—", "–", "--", "-"})) continue;
    for (Attribution& outer : found) {
      if (&outer == &inner || outer.cue > inner.cue || s.quotation(outer.cue) >= 0) continue;
      if (among(outer.rule, {"label", "trailing source"}) || !s.is_verb(outer.cue) ||
          !contains(outer.content, inner.cue))
        continue;
      const Words below = s.subtree(inner.cue);
      std::erase_if(outer.content, [&](std::uint32_t j) { return j >= first && (j <= below.back()); });
      while (!outer.content.empty() && s.is_punctuation(outer.content.back()) && s.quotation(outer.content.back()) < 0)
        outer.content.pop_back();
      inner.source = outer.source;
      break;
    }
  }
}

// "She thanked him, adding: “…”": the quotation belongs to the cue that it stands beside, not to the one that only the
// tree hangs it on.
void AttributionFinder::settle_quotations(const SentenceView& s, std::vector<Attribution>& found) const {
  const auto beside_another = [&](const Attribution& far, std::uint32_t q) {
    return std::any_of(found.begin(), found.end(), [&](const Attribution& near) {
      return &near != &far && near.rule == std::string_view("quotation") && near.cue > far.cue &&
             !contains(far.content, near.cue) && s.quotation(near.cue) < 0 &&
             std::find(near.quotations.begin(), near.quotations.end(), q) != near.quotations.end();
    });
  };
  std::vector<bool> emptied(found.size(), false);
  for (std::size_t i = 0; i < found.size(); ++i) {
    Attribution& far = found[i];
    if (among(far.rule, {"quotation", "colon", "label", "trailing source"})) continue;
    const std::size_t lost = std::erase_if(far.quotations, [&](std::uint32_t q) {
      if (!beside_another(far, q)) return false;
      std::erase_if(far.content, [&](std::uint32_t j) { return s.quotation(j) == static_cast<std::int32_t>(q); });
      return true;
    });
    // What is left of a clause that was all in the quotation is the writer's.
    emptied[i] =
        lost > 0 && far.quotations.empty() && (far.content.empty() || among(far.rule, {"aside", "clause", "tagged"}));
  }
  std::size_t at = 0;
  std::erase_if(found, [&](const Attribution&) { return emptied[at++]; });
}

}  // namespace wireroom
