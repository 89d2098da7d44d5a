// What the tagging head proposes and what the rules propose become one list: the head adds attributions where no rule
// fires and sets the edges of clauses; quotations stay as the rules have them.
#include <algorithm>

#include "statement/attribution.h"
#include "statement/content.h"
#include "statement/placed_quotation.h"
#include "statement/subject.h"
#include "statement/tagged.h"

namespace wireroom {
namespace {

constexpr double kSure = 0.5;  // mean probability of a piece from which it takes the place of the rules'

// The word of a piece that hangs on none of its other words.
std::uint32_t head_of(const SentenceView& s, const Words& piece) {
  for (const std::uint32_t i : piece) {
    const auto up = s.head(i);
    if (!s.is_punctuation(i) && (!up || !contains(piece, *up))) return i;
  }
  return piece.front();
}

// The word of a cue that says what is done: its last verb, else its head.
std::uint32_t cue_word(const SentenceView& s, const CueTable& cues, const Words& cue) {
  for (auto i = cue.rbegin(); i != cue.rend(); ++i)
    if (s.word(*i).upos == "VERB" && cues.verb(cues.lemma(s.word(*i)))) return *i;
  for (auto i = cue.rbegin(); i != cue.rend(); ++i)
    if (cues.noun(s.word(*i).lemma) || cues.adjective(s.form(*i))) return *i;
  return head_of(s, cue);
}

const Cue* cue_of(const SentenceView& s, const CueTable& cues, std::uint32_t i) {
  if (s.is_verb(i)) return cues.verb(cues.lemma(s.word(i)));
  if (const Cue* noun = cues.noun(s.word(i).lemma)) return noun;
  return cues.adjective(s.form(i));
}

// Nothing is left out but the attribution's own cue and source, and marks.
bool without_holes(const SentenceView& s, const TaggedAttribution& tagged) {
  for (std::uint32_t i = tagged.content.front(); i <= tagged.content.back(); ++i)
    if (!contains(tagged.content, i) && !contains(tagged.cue, i) && !contains(tagged.source, i) && !s.is_punctuation(i))
      return false;
  return true;
}

// "noted with regret that …": how it was said belongs to the cue, the content begins with "that".
Words without_manner(const SentenceView& s, std::uint32_t cue, const Words& content) {
  constexpr std::size_t kLongest = 6;
  if (content.size() < 2 || s.form(content.front()) != "with") return content;
  const auto that = std::find_if(content.begin(), content.end(), [&](std::uint32_t i) { return s.form(i) == "that"; });
  if (that == content.end() || that - content.begin() > static_cast<std::ptrdiff_t>(kLongest)) return content;
  const auto up = s.head(content.front());
  if (!up || *up > *that || s.head(*up) != cue || s.base_relation(*that) != "mark") return content;
  return {that, content.end()};
}

bool unbroken(const Words& words) { return words.back() - words.front() + 1 == words.size(); }

}  // namespace

void AttributionFinder::merge_tags(const SentenceView& s, std::vector<Attribution>& found) const {
  if (!has_tags(s)) return;
  for (Attribution& a : found) {
    const WordAttribution& tag = s.word(a.cue).attribution;
    a.tag = tag.role == AttributionRole::content ? Tag::inside : Tag::none;
    a.tag_score = static_cast<double>(tag.score);
  }
  for (const TaggedAttribution& tagged : tagged_attributions(s)) {
    Attribution* same = nullptr;
    for (Attribution& a : found)
      if (contains(tagged.cue, a.cue) && (!same || a.content.size() > same->content.size())) same = &a;
    if (same) {
      take_edges(s, tagged, *same);
    } else if (auto added = of_tags(s, tagged)) {
      found.push_back(std::move(*added));
    }
  }
}

void AttributionFinder::take_edges(const SentenceView& s, const TaggedAttribution& tagged, Attribution& a) const {
  a.tag = Tag::cue;
  a.tag_score = tagged.cue_score;
  a.tag_content = tagged.content_score;
  const bool quoted = among(a.rule, {"quotation", "colon", "label", "trailing source"});
  if (!quoted && !tagged.content.empty() && tagged.content_score >= kSure && without_holes(s, tagged)) {
    a.content = without_manner(s, a.cue, tagged.content);
    a.quotations = quotations_beside(s, quotations_, a.cue, a.content);
  }
  if (s.is_verb(a.cue) && unbroken(tagged.cue)) a.cue_words = tagged.cue;
  if (tagged.source.empty() || tagged.source_score < kSure) return;
  if (a.source && (quoted || contains(tagged.source, *a.source))) return;
  const std::uint32_t head = head_of(s, tagged.source);
  if (s.quotation(head) < 0 || s.quotation(a.cue) >= 0) a.source = head;
}

// Whether the words tell something: a finite clause, or what "that" or "whether" opens. "imposed a curfew", "invited
// her to come" have a thing or an act instead.
bool tells_something(const SentenceView& s, const Words& content) {
  if (content.empty()) return false;
  if (among(s.form(content.front()), {"that", "whether", "if", "how", "why"})) return true;
  const std::uint32_t head = head_of(s, content);
  if (s.is_finite(head)) return true;
  const Words children = s.children(head);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t i) {
    return s.is_finite(i) && (s.base_relation(i) == "aux" || s.base_relation(i) == "cop");
  });
}

// "held talks on the border", "discussed the accord": no clause, and a word for an exchange.
bool AttributionFinder::about_a_topic(const SentenceView& s, const Words& cue, const Words& content) const {
  const bool exchange =
      std::any_of(cue.begin(), cue.end(), [&](std::uint32_t i) { return cues_.exchange(cues_.lemma(s.word(i))); });
  return exchange && std::none_of(content.begin(), content.end(), [&](std::uint32_t i) { return s.is_finite(i); });
}

std::optional<Attribution> AttributionFinder::of_tags(const SentenceView& s, const TaggedAttribution& tagged) const {
  Attribution a;
  a.sentence = s.number();
  a.cue = cue_word(s, cues_, tagged.cue);
  a.cue_words = tagged.cue;
  a.content = tagged.content;
  const Cue* cue = cue_of(s, cues_, a.cue);
  if (s.printed_as_name(a.cue) || (!cue && tagged.source.empty())) return std::nullopt;  // nobody does nothing known
  a.act = cue ? cue->act : SpeechAct::other;
  a.quotations = quotations_beside(s, quotations_, a.cue, a.content);
  if (a.content.empty() && a.quotations.empty()) return std::nullopt;
  if (!cue && a.quotations.empty() && !tells_something(s, a.content)) return std::nullopt;
  if (a.quotations.empty() && about_a_topic(s, tagged.cue, a.content)) return std::nullopt;
  if (!tagged.source.empty()) {
    const std::uint32_t head = head_of(s, tagged.source);
    if (s.quotation(head) < 0 || s.quotation(a.cue) >= 0) a.source = head;
  }
  for (const std::uint32_t i : tagged.cue)  // "delivered a warning about": the subject of the verb
    if (!a.source && s.is_verb(i))
      if (const auto subject = subject_of(cues_, s, i); subject && !contains(a.content, *subject)) a.source = subject;
  if (a.source && s.word(*a.source).upos == "ADP") a.source.reset();
  if (cue) a.addressees = hearers_of(s, *cue, a.cue, a.content);
  for (const std::uint32_t i : tagged.cue) a.negated |= among(s.form(i), {"not", "n't", "n’t", "never"});
  a.rule = "tagged";
  a.tag = Tag::cue;
  a.tag_score = tagged.cue_score;
  a.tag_content = tagged.content_score;
  return a;
}

}  // namespace wireroom
