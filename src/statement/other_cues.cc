// Attributions whose cue is no verb: nouns, adjectives, "according to", a colon or a dash in a headline.
#include <algorithm>

#include "statement/attribution.h"
#include "statement/content.h"
#include "statement/placed_quotation.h"
#include "statement/subject.h"

namespace wireroom {
namespace {

bool is_dash(std::string_view form) { return among(form, {"-", "--", "–", "—"}); }

}  // namespace

std::optional<Attribution> AttributionFinder::of_noun(const SentenceView& s, std::uint32_t i) const {
  if (s.word(i).upos != "NOUN") return std::nullopt;
  const Cue* cue = cues_.noun(s.word(i).lemma);
  if (!cue) return std::nullopt;
  auto content = content_of_noun(s, *cue, i);
  if (!content) return std::nullopt;
  const auto source = issuer_of(cues_, s, i);
  if (!source || contains(content->words, *source) || s.quotation(*source) != s.quotation(i)) return std::nullopt;
  Attribution a;
  a.sentence = s.number();
  a.cue = i;
  a.cue_words = {i};
  if (content->preposition) a.cue_words.push_back(*content->preposition);
  a.act = cue->act;
  a.content = std::move(content->words);
  a.source = source;
  a.quotations = quotations_beside(s, quotations_, i, a.content);
  a.rule = content->rule;
  a.doubtful = content->doubtful;
  return a;
}

// "was sure that …", "are worried about …": a state of mind with its copula.
std::optional<Attribution> AttributionFinder::of_adjective(const SentenceView& s, std::uint32_t i) const {
  if (s.word(i).upos != "ADJ" && s.word(i).xpos != "VBN") return std::nullopt;
  const Cue* cue = cues_.adjective(s.form(i));
  if (!cue) return std::nullopt;
  auto content = content_of(s, cues_, *cue, i);
  if (!content || content->words.empty()) return std::nullopt;
  std::optional<std::uint32_t> source;
  for (const std::uint32_t c : s.children(i))
    if (s.base_relation(c) == "nsubj") source = c;
  if (!source && s.relation(i) == "xcomp") source = subject_of(cues_, s, i);
  if (!source || contains(content->words, *source) || among(s.form(*source), {"it", "there", "that", "this"}))
    return std::nullopt;
  Attribution a;
  a.sentence = s.number();
  a.cue = i;
  a.cue_words = {i};
  for (std::uint32_t first = i;
       first > 0 && s.head(first - 1) == i && among(s.base_relation(first - 1), {"cop", "aux", "advmod"});) {
    --first;
    a.cue_words.insert(a.cue_words.begin(), first);
  }
  if (content->preposition) a.cue_words.push_back(*content->preposition);
  a.act = cue->act;
  a.content = std::move(content->words);
  a.source = source;
  a.quotations = quotations_beside(s, quotations_, i, a.content);
  a.rule = "state of mind";
  a.doubtful = content->doubtful;
  for (const std::uint32_t c : s.children(i)) a.negated |= among(s.form(c), {"not", "n't", "n’t", "never"});
  return a;
}

std::optional<Attribution> AttributionFinder::according_to(const SentenceView& s, std::uint32_t i) const {
  if (s.form(i) != "according" || i + 1 >= s.size() || s.form(i + 1) != "to") return std::nullopt;
  auto source = s.head(i);
  if (source && s.is_verb(*source)) {  // some trees hang the source on "according"
    source = std::nullopt;
    for (const std::uint32_t c : s.children(i))
      if (s.is_nominal(c)) source = c;
  }
  if (!source || *source < i || !s.is_nominal(*source)) return std::nullopt;
  if (cues_.no_source(s.word(*source).lemma)) return std::nullopt;
  const auto clause = s.head(*source);
  if (!clause || *clause == i) return std::nullopt;
  Attribution a;
  a.sentence = s.number();
  a.cue = i;
  a.cue_words = {i, i + 1};
  a.source = source;
  // The clause around it, up to the whole sentence where it stands at an edge.
  std::uint32_t top = *clause;
  const Words below = s.subtree(*source);
  const bool at_edge = below.front() <= 1 || below.back() + 2 >= s.size();
  const bool own_clause = s.relation(top) == "conj" && s.child(top, "nsubj") && below.front() > top;
  if (at_edge && !own_clause) top = s.sentence().root();
  a.content = s.subtree(top, {*source});
  std::erase_if(a.content, [&](std::uint32_t j) { return j >= i && j <= below.back(); });
  a.quotations = quotations_beside(s, quotations_, i, a.content);
  a.rule = "according to";
  return a;
}

// "Trump: “…”", "Minister: tax will rise", "Mayor to teachers: …" in headlines and transcripts. Without quotation marks
// only a headline's clause counts, and only behind a person, a body or a poll.
std::optional<Attribution> AttributionFinder::label(const SentenceView& s, bool headline) const {
  for (std::uint32_t i = 1; i + 1 < s.size() && i < 10; ++i) {
    if (s.form(i) != ":") continue;
    bool named = false;
    for (std::uint32_t j = 0; j < i; ++j) {
      if (s.is_verb(j) || s.quotation(j) >= 0) return std::nullopt;
      named |= s.word(j).name == NameType::PER || s.word(j).name == NameType::ORG || cues_.speaks(s.word(j).lemma);
    }
    if (!named) return std::nullopt;
    const std::int32_t quoted = s.quotation(std::min(i + 2, s.size() - 1));
    std::size_t words = 0;
    bool clause = false;
    for (std::uint32_t j = i + 1; j < s.size(); ++j) {
      words += s.is_punctuation(j) ? 0u : 1u;
      clause |= s.is_verb(j);
    }
    if (quoted < 0 && !(headline && (clause || words >= kScareQuote))) return std::nullopt;
    Attribution a;
    a.sentence = s.number();
    a.cue = i;
    a.cue_words = {i};
    // "X on Y: “…”" is said by X.
    std::uint32_t end = i;
    for (std::uint32_t j = 1; j < i && end == i; ++j)
      if (among(s.form(j), {"on", "to", "about", "after"})) end = j;
    a.source = end - 1;
    for (std::uint32_t steps = 0; steps < end; ++steps)
      if (const auto up = s.head(*a.source); up && *up < end) a.source = up;
    for (std::uint32_t j = i + 1; j < s.size(); ++j) a.content.push_back(j);
    if (quoted >= 0) a.quotations = {static_cast<std::uint32_t>(quoted)};
    a.rule = "label";
    return a;
  }
  return std::nullopt;
}

// "Ceasefire holds - UN", "Truce ‘close’: minister" in headlines: a person, body or poll behind the last dash or colon.
std::optional<Attribution> AttributionFinder::trailing_source(const SentenceView& s, bool headline) const {
  if (!headline || s.size() < 5) return std::nullopt;
  for (std::uint32_t i = s.size() - 2; i > 2 && i + 6 > s.size(); --i) {
    if (s.form(i) != ":" && !is_dash(s.form(i))) continue;
    if (is_dash(s.form(i)) && s.word(i - 1).space_after == false) return std::nullopt;  // a compound
    bool named = false, clause = false;
    for (std::uint32_t j = i + 1; j < s.size(); ++j) {
      if (s.is_verb(j) || s.quotation(j) >= 0) return std::nullopt;
      named |= s.word(j).name == NameType::PER || s.word(j).name == NameType::ORG || cues_.speaks(s.word(j).lemma);
    }
    for (std::uint32_t j = 0; j < i; ++j) clause |= s.is_verb(j);
    if (!named || !clause) return std::nullopt;
    Attribution a;
    a.sentence = s.number();
    a.cue = i;
    a.cue_words = {i};
    a.source = s.size() - 1;
    while (*a.source > i + 1 && s.is_punctuation(*a.source)) --*a.source;
    for (std::uint32_t steps = 0; steps < 6; ++steps)
      if (const auto up = s.head(*a.source); up && *up > i) a.source = up;
    for (std::uint32_t j = 0; j < i; ++j) a.content.push_back(j);
    a.rule = "trailing source";
    return a;
  }
  return std::nullopt;
}

}  // namespace wireroom
