#include "statement/placed_quotation.h"

#include <algorithm>

namespace wireroom {
namespace {

// A finite verb between a cue and a quotation behind it, that is not content: whose quotation it may be.
bool other_verb(const SentenceView& s, std::uint32_t cue, std::uint32_t quotation, const Words& content) {
  for (std::uint32_t j = cue + 1; j < quotation; ++j)
    if (s.is_verb(j) && s.is_finite(j) && s.quotation(j) < 0 && !contains(content, j)) return true;
  return false;
}

// A finite verb of a clause that stands for itself, not of a condition or a relative clause.
bool is_main(const SentenceView& s, std::uint32_t i) {
  if (!s.is_finite(i)) return false;
  const auto above = s.head(i);
  const std::uint32_t verb = above && among(s.base_relation(i), {"aux", "cop"}) ? *above : i;
  return !among(s.base_relation(verb), {"advcl", "acl"});
}

}  // namespace

std::optional<std::uint32_t> name_before(const SentenceView& s, std::uint32_t verb) {
  if (verb < 2 || s.quotation(verb) >= 0) return std::nullopt;
  for (std::uint32_t j = verb; j-- > 0 && j + 7 > verb;) {
    if (s.form(j) == "," && j + 1 < verb) {
      const bool follows = verb + 1 < s.size() && among(s.form(verb + 1), {",", "."});
      return follows && s.is_nominal(verb - 1) ? std::optional(verb - 1) : std::nullopt;
    }
    if (!among(s.word(j).upos, {"PROPN", "NOUN", "PRON", "DET", "ADJ"}) || s.quotation(j) >= 0) return std::nullopt;
  }
  return std::nullopt;
}

std::vector<std::uint32_t> quotations_beside(const SentenceView& s, const std::vector<Quotation>& all,
                                             std::uint32_t cue, const Words& content) {
  std::vector<std::uint32_t> found;
  const std::int32_t own = s.quotation(cue);
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    const std::int32_t number = s.quotation(i);
    if (number < 0 || number == own) continue;
    const auto n = static_cast<std::uint32_t>(number);
    if (std::find(found.begin(), found.end(), n) != found.end()) continue;
    Words words;
    for (std::uint32_t j = i; j < s.size() && s.quotation(j) == number; ++j)
      if (!s.is_punctuation(j)) words.push_back(j);
    const bool reaches_out = all[n].inner.end > s.sentence().span.end || all[n].inner.begin < s.sentence().span.begin;
    const std::size_t inside = static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [&](std::uint32_t j) { return contains(content, j); }));
    // Most of it is content already, or it stands for itself beside the cue with a mark between.
    const std::uint32_t before = i >= 2 ? i - 2 : 0;
    const bool set_off = i == 0 || words.empty() || among(s.form(before), {",", ":", "—", "–", "--"}) ||
                         (i >= 1 && among(s.form(i - 1), {",", ":"})) || i <= 1;
    if (inside * 2 > words.size() && (words.size() >= kScareQuote || reaches_out))
      found.push_back(n);
    else if (content.empty() && set_off && (words.size() >= kScareQuote || reaches_out))
      found.push_back(n);
    else if (!content.empty() && set_off && words.size() >= kScareQuote && inside == 0 && i > cue &&
             !other_verb(s, cue, i, content))
      found.push_back(n);  // “A,” he said. “B.”
  }
  return found;
}

Spoken spoken_beside(const SentenceView& s, std::uint32_t cue) {
  Spoken spoken;
  if (s.quotation(cue) >= 0) return spoken;
  const auto other_clause = [&](std::uint32_t j) {
    return s.is_verb(j) && among(s.base_relation(j), {"root", "parataxis", "ccomp", "conj", "advcl"});
  };
  for (std::uint32_t j = cue; j-- > 0 && j + 40 > cue;) {
    if (s.quotation(j) < 0) {
      if (other_clause(j)) break;
      continue;
    }
    const auto n = static_cast<std::uint32_t>(s.quotation(j));
    std::uint32_t first = j, last = j;
    while (first > 0 && s.quotation(first - 1) == s.quotation(j)) --first;
    while (last > first && among(s.form(last), {"\"", "”", "’", "''", "'"})) --last;
    const bool begins = first == 0 || among(s.form(first - 1), {",", ":", "—", "–", "--", ";", "."});
    const bool ends = among(s.form(last), {",", "?", "!", ".", "…", "...", "—", "–", "--", "-"}) ||
                      among(s.form(j + 1), {",", "—", "–", "--"});
    if (begins && ends) spoken.before = n;
    break;
  }
  for (std::uint32_t j = cue + 1; j < s.size() && j < cue + 40; ++j) {
    if (s.quotation(j) < 0) {
      if (other_clause(j)) break;
      continue;
    }
    std::uint32_t first = j;
    while (first + 1 < s.size() && s.is_punctuation(first)) ++first;
    const unsigned char letter = static_cast<unsigned char>(s.word(first).form[0]);
    const bool capital = letter >= 'A' && letter <= 'Z';
    const bool marked = among(s.form(j - 1), {",", ":", "—", "–", "--", "."});
    if (marked && (capital || spoken.before)) spoken.after = static_cast<std::uint32_t>(s.quotation(j));
    break;
  }
  return spoken;
}

Words around_aside(const SentenceView& s, std::uint32_t verb, bool has_hearer) {
  auto subject = s.child(verb, "nsubj");
  if (!subject || (*subject > verb && name_before(s, verb))) subject = name_before(s, verb);
  if (!subject || s.child(verb, "mark") || s.relation(verb) == "acl:relcl" || s.relation(verb) == "conj") return {};
  if (among(s.form(*subject), {"who", "which", "that", "it", "what"})) return {};
  Words name = s.subtree(*subject);
  if (contains(name, verb)) name = {*subject};
  std::uint32_t first = std::min(name.front(), verb), last = std::max(name.back(), verb);
  for (const std::uint32_t c : s.children(verb)) {
    if (s.base_relation(c) == "aux" || s.base_relation(c) == "advmod") first = std::min(first, c);
    if ((s.base_relation(c) == "obl" || s.base_relation(c) == "obj" || s.base_relation(c) == "iobj") && c > verb &&
        c <= last + 8)
      last = std::max(last, s.subtree(c).back());
  }
  if (first < 3 || s.form(first - 1) != "," || last - first > 25 || name.back() - name.front() > 20) return {};
  // What follows without a comma and without a verb of its own tells where and when it was said.
  bool tells_more = false;
  for (std::uint32_t j = last + 1; j < s.size(); ++j) tells_more |= s.is_finite(j) || s.quotation(j) >= 0;
  const std::string_view next = last + 1 < s.size() ? s.form(last + 1) : std::string_view(".");
  const bool closed = next == "," || next == ".";
  if (!closed && tells_more) return {};
  const bool tail = next != "," && !tells_more;
  // With nothing behind it the cue must not have an object or a clause of its own: "After the vote, she left town".
  if (tail)
    for (const std::uint32_t c : s.children(verb))
      if (c > verb && (among(s.base_relation(c), {"ccomp", "xcomp"}) ||
                       (!has_hearer && s.base_relation(c) == "obj" && c != *subject)))
        return {};
  Words around;
  bool clause = false;
  for (std::uint32_t j = 0; j < s.size(); ++j) {
    if (j >= first - 1 && (tail || j <= last + 1)) continue;
    around.push_back(j);
    clause |= is_main(s, j);
  }
  return clause ? around : Words{};
}

}  // namespace wireroom
