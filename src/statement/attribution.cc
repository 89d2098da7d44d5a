#include "statement/attribution.h"

#include <algorithm>

namespace wireroom {
namespace {

constexpr std::size_t kScareQuote = 4;  // a quotation of fewer words without a clause of its own may be a mere name

bool contains(const Words& words, std::uint32_t i) { return std::binary_search(words.begin(), words.end(), i); }

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// A relation by which a verb shares the subject of the one above it.
bool shares_subject(const SentenceView& s, std::uint32_t verb) {
  const std::string_view relation = s.relation(verb);
  return relation == "conj" || relation == "xcomp" ||
         (relation == "advcl" && (s.word(verb).xpos == "VBG" || s.word(verb).xpos == "VBN")) ||
         (relation == "parataxis" && s.word(verb).xpos == "VBG") || (relation == "dep" && s.word(verb).xpos == "VBG");
}

Words cue_words(const SentenceView& s, std::uint32_t verb) {
  Words words{verb};
  for (const std::uint32_t c : s.children(verb)) {
    const std::string_view base = s.base_relation(c);
    const bool near = c + 4 >= verb && c <= verb + 2;
    if (near && (base == "aux" || s.relation(c) == "compound:prt" || (base == "advmod" && c < verb)))
      words.push_back(c);
  }
  std::sort(words.begin(), words.end());
  // One unbroken piece: what stands apart from the verb is left out.
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

bool is_negated(const SentenceView& s, std::uint32_t verb) {
  for (const std::uint32_t c : s.children(verb))
    if (one_of(s.form(c), {"not", "n't", "n’t", "never"})) return true;
  return one_of(s.word(verb).lemma, {"decline", "refuse"});
}

std::string lemma_with_particle(const SentenceView& s, std::uint32_t verb) {
  std::string lemma = s.word(verb).lemma;
  for (const std::uint32_t c : s.children(verb))
    if (s.relation(c) == "compound:prt") return lemma + " " + s.form(c);
  return lemma;
}

}  // namespace

std::optional<std::uint32_t> subject_of(const SentenceView& s, std::uint32_t verb) {
  for (int steps = 0; steps < 5; ++steps) {
    if (s.is_passive(verb)) {
      for (const std::uint32_t c : s.children(verb))
        if (s.relation(c) == "obl:agent") return c;
      if (s.relation(verb) != "acl") return std::nullopt;
    }
    for (const std::uint32_t c : s.children(verb))
      if (s.relation(c) == "nsubj" || s.relation(c) == "nsubj:outer") return c;
    const auto above = s.head(verb);
    if (!above) return std::nullopt;
    if (s.relation(verb) == "acl" && s.word(verb).xpos == "VBG") return above;
    if (!shares_subject(s, verb)) return std::nullopt;
    if (!s.is_verb(*above) && s.is_nominal(*above) && !s.child(*above, "nsubj")) return std::nullopt;
    verb = *above;
  }
  return std::nullopt;
}

std::vector<std::uint32_t> AttributionFinder::quotations_beside(const SentenceView& s, std::uint32_t cue,
                                                                const Words& content) const {
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
    const bool reaches_out =
        quotations_[n].inner.end > s.sentence().span.end || quotations_[n].inner.begin < s.sentence().span.begin;
    const std::size_t inside = static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [&](std::uint32_t j) { return contains(content, j); }));
    // Most of it is content already, or it stands for itself beside the cue with a mark between.
    const std::uint32_t before = i >= 2 ? i - 2 : 0;
    const bool set_off = i == 0 || words.empty() || one_of(s.form(before), {",", ":", "—", "–", "--"}) ||
                         (i >= 1 && one_of(s.form(i - 1), {",", ":"})) || i <= 1;
    if (inside * 2 > words.size() && (words.size() >= kScareQuote || reaches_out))
      found.push_back(n);
    else if (content.empty() && set_off && (words.size() >= kScareQuote || reaches_out))
      found.push_back(n);
    else if (!content.empty() && set_off && words.size() >= kScareQuote && inside == 0 && i > cue)
      found.push_back(n);  // “A,” he said. “B.”
  }
  return found;
}

// “…,” NAME said / NAME said, “…”: the quotation whose cue the verb is by its place, whatever the tree says. A
// quotation in the middle of a clause ("called the plan “a disaster”") is none of these.
AttributionFinder::Spoken AttributionFinder::spoken_beside(const SentenceView& s, std::uint32_t cue) const {
  Spoken spoken;
  if (s.quotation(cue) >= 0) return spoken;
  const auto other_clause = [&](std::uint32_t j) {
    return s.is_verb(j) && one_of(s.base_relation(j), {"root", "parataxis", "ccomp", "conj", "advcl"});
  };
  for (std::uint32_t j = cue; j-- > 0 && j + 40 > cue;) {
    if (s.quotation(j) < 0) {
      if (other_clause(j)) break;
      continue;
    }
    const auto n = static_cast<std::uint32_t>(s.quotation(j));
    std::uint32_t first = j, last = j;
    while (first > 0 && s.quotation(first - 1) == s.quotation(j)) --first;
    while (last > first && one_of(s.form(last), {"\"", "”", "’", "''", "'"})) --last;
    const bool begins = first == 0 || one_of(s.form(first - 1), {",", ":", "—", "–", "--", ";", "."});
    const bool ends = one_of(s.form(last), {",", "?", "!", ".", "…", "...", "—", "–", "--", "-"}) ||
                      one_of(s.form(j + 1), {",", "—", "–", "--"});
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
    const bool marked = one_of(s.form(j - 1), {",", ":", "—", "–", "--", "."});
    if (marked && (capital || spoken.before)) spoken.after = static_cast<std::uint32_t>(s.quotation(j));
    break;
  }
  return spoken;
}

// "…,” said NAME" or "…,” NAME said" where the tree knows no subject outside the quotation.
std::optional<std::uint32_t> subject_by_place(const SentenceView& s, std::uint32_t verb) {
  const auto candidate = [&](std::uint32_t j) {
    return s.is_nominal(j) && s.quotation(j) < 0 &&
           !one_of(s.base_relation(j), {"nmod", "compound", "flat", "appos", "obl", "nummod", "obj"});
  };
  std::optional<std::uint32_t> found;
  for (std::uint32_t j = verb; j-- > 0 && s.quotation(j) < 0 && j + 30 > verb;)
    if (candidate(j)) found = j;
  if (found) return found;
  for (std::uint32_t j = verb + 1; j < s.size() && j < verb + 12 && s.quotation(j) < 0; ++j)
    if (candidate(j)) return j;
  return std::nullopt;
}

// "A, he said, B" and "A, said the mayor.": a cue and its subject between commas, or between a comma and the end. All
// around it is the content, whatever the tree makes of the pieces. Empty if the place is no such one.
Words around_aside(const SentenceView& s, std::uint32_t verb) {
  const auto subject = s.child(verb, "nsubj");
  if (!subject || s.child(verb, "mark") || s.relation(verb) == "acl:relcl" || s.relation(verb) == "conj") return {};
  if (one_of(s.form(*subject), {"who", "which", "that", "it", "what"})) return {};
  const Words name = s.subtree(*subject);
  std::uint32_t first = std::min(name.front(), verb), last = std::max(name.back(), verb);
  for (const std::uint32_t c : s.children(verb)) {
    if (s.base_relation(c) == "aux" || s.base_relation(c) == "advmod") first = std::min(first, c);
    if ((s.base_relation(c) == "obl" || s.base_relation(c) == "obj" || s.base_relation(c) == "iobj") && c > verb &&
        c <= last + 8)
      last = std::max(last, s.subtree(c).back());
  }
  if (first < 3 || s.form(first - 1) != "," || last - first > 25 || name.back() - name.front() > 20) return {};
  const bool closed = last + 1 >= s.size() || one_of(s.form(last + 1), {",", "."});
  if (!closed) return {};
  Words around;
  bool clause = false;
  for (std::uint32_t j = 0; j < s.size(); ++j) {
    if (j >= first - 1 && j <= last + 1) continue;
    around.push_back(j);
    clause |= s.is_verb(j);
  }
  return clause ? around : Words{};
}

std::optional<Attribution> AttributionFinder::of_verb(const SentenceView& s, std::uint32_t i) const {
  if (!s.is_verb(i)) return std::nullopt;
  const std::string lemma = lemma_with_particle(s, i);
  const Cue* cue = cues_.verb(lemma);
  bool by_preposition = false;
  if (!cue) {
    for (const std::uint32_t c : s.children(i))
      if (s.base_relation(c) == "obl" && !cue) {
        cue = cues_.verb(std::string(s.word(i).lemma) + " " + std::string(s.preposition(c)));
        by_preposition = cue != nullptr;
      }
    if (!cue) cue = cues_.verb(s.word(i).lemma);
  }
  if (!cue) return std::nullopt;
  Attribution a;
  a.sentence = s.number();
  a.cue = i;
  a.act = cue->act;
  a.cue_words = cue_words(s, i);
  a.negated = is_negated(s, i);

  std::optional<std::uint32_t> clause = s.child(i, "ccomp");
  if (!clause)
    for (const std::uint32_t c : s.children(i)) {
      const bool asked = c > i && s.base_relation(c) == "advcl" &&
                         (s.has_child_form(c, "whether") || s.has_child_form(c, "that") ||
                          (cue->act == SpeechAct::ask && s.has_child_form(c, "if")));
      const bool beside = s.base_relation(c) == "parataxis" && cue->quotation && s.child(c, "nsubj") &&
                          (c < i || i + 1 < s.size()) && !cues_.verb(s.word(c).lemma);
      if (asked || beside) clause = c;
    }
  std::optional<std::uint32_t> infinitive;
  for (const std::uint32_t c : s.children(i))
    if (s.base_relation(c) == "xcomp" && s.is_verb(c) && s.has_child_form(c, "to") && c > i) infinitive = c;
  const auto above = s.head(i);
  const bool aside = s.relation(i) == "parataxis" && above && s.child(i, "nsubj") && !s.has_child_form(i, "as");
  if (clause && (cue->clause || cue->quotation)) {
    a.content = s.subtree(*clause);
    a.rule = "clause";
    a.score =
        cue->act == SpeechAct::believe || cue->act == SpeechAct::want || cue->act == SpeechAct::other ? 0.6 : 0.85;
  } else if (aside && !clause && (cue->clause || cue->quotation)) {
    a.content = s.subtree(*above, {i});
    // A name before a colon is a label, no clause that somebody says.
    if (std::none_of(a.content.begin(), a.content.end(),
                     [&](std::uint32_t j) { return s.is_verb(j) || s.quotation(j) >= 0; }))
      a.content.clear();
    a.rule = "aside";
    a.score = 0.85;
  } else if (infinitive && cue->infinitive) {
    a.content = s.subtree(*infinitive);
    a.rule = "infinitive";
    a.score = 0.6;
  }
  if (cue->quotation || cue->clause || cue->object) {
    a.quotations = quotations_beside(s, i, a.content);
    if (a.content.empty() && !a.quotations.empty()) {
      a.rule = "quotation";
      a.score = 0.9;
    }
  }
  if (cue->quotation && s.quotation(i) < 0)
    if (Words around = around_aside(s, i); around.size() > a.content.size()) {
      a.content = std::move(around);
      a.quotations = quotations_beside(s, i, a.content);
      a.rule = "aside";
      a.score = 0.85;
    }
  const Spoken spoken = cue->quotation || (cue->clause && s.child(i, "nsubj")) ? spoken_beside(s, i) : Spoken{};
  if (spoken.before || spoken.after) {
    // What the tree adds to a whole quotation is the writer's, but for a clause between cue and quotation.
    std::erase_if(a.content, [&](std::uint32_t j) { return s.quotation(j) < 0 && (spoken.before || j < i); });
    if (std::all_of(a.content.begin(), a.content.end(),
                    [&](std::uint32_t j) { return s.quotation(j) >= 0 || s.is_punctuation(j); }))
      a.content.clear();
    for (const auto& q : {spoken.before, spoken.after})
      if (q && std::find(a.quotations.begin(), a.quotations.end(), *q) == a.quotations.end())
        a.quotations.push_back(*q);
    std::sort(a.quotations.begin(), a.quotations.end());
    a.rule = "quotation";
    a.score = 0.9;
  }
  if (a.content.empty() && a.quotations.empty()) {
    const bool colon = s.size() >= 2 && s.form(s.size() - 1) == ":";
    if (cue->quotation && colon) {
      a.expects_next = true;
      a.rule = "colon";
      a.score = 0.9;
    } else if (cue->object && !by_preposition && s.child(i, "obj") && s.relation(i) != "acl") {
      for (const std::uint32_t c : s.children(i)) {
        const bool part = s.base_relation(c) == "obj" ||
                          (s.base_relation(c) == "obl" && one_of(s.preposition(c), {"of", "for"})) ||
                          (s.base_relation(c) == "advcl" && one_of(s.form(s.subtree(c).front()), {"of", "for"}));
        if (!part) continue;
        const Words below = s.subtree(c);
        a.content.insert(a.content.end(), below.begin(), below.end());
      }
      std::sort(a.content.begin(), a.content.end());
      a.rule = "object";
      a.score = 0.5;
    } else {
      return std::nullopt;
    }
  }
  a.source = subject_of(s, i);
  if (spoken.before || spoken.after) {
    if (!a.source || s.quotation(*a.source) >= 0) a.source = subject_by_place(s, i);
  } else if (a.source && s.quotation(*a.source) >= 0 && s.quotation(i) < 0) {
    a.source.reset();
  }
  if (a.source && (contains(a.content, *a.source) || s.form(*a.source) == "it" || s.form(*a.source) == "there")) {
    if (s.form(*a.source) == "there" || contains(a.content, *a.source)) return std::nullopt;
  }
  if (!a.source && a.rule == std::string_view("infinitive") && !s.is_passive(i)) return std::nullopt;
  if (!a.source && a.rule == std::string_view("object"))
    return std::nullopt;  // "the implementation of the accord": nobody says it
  for (const std::uint32_t c : s.children(i)) {
    const bool person_told = cue->told && (s.base_relation(c) == "obj" || s.base_relation(c) == "iobj");
    const bool to_person =
        s.base_relation(c) == "obl" && s.preposition(c) == "to" && s.is_nominal(c) && !contains(a.content, c);
    if (person_told || to_person) a.addressees.push_back(c);
  }
  return a;
}

std::optional<Attribution> AttributionFinder::of_noun(const SentenceView& s, std::uint32_t i) const {
  if (s.word(i).upos != "NOUN") return std::nullopt;
  const Cue* cue = cues_.noun(s.word(i).lemma);
  if (!cue) return std::nullopt;
  std::optional<std::uint32_t> clause;
  for (const std::uint32_t c : s.children(i))
    if (c > i && ((s.base_relation(c) == "acl" && (s.has_child_form(c, "that") || s.has_child_form(c, "to")) &&
                   s.relation(c) != "acl:relcl") ||
                  s.base_relation(c) == "ccomp"))
      clause = c;
  if (!clause) return std::nullopt;
  std::optional<std::uint32_t> source;
  for (const std::uint32_t c : s.children(i)) {
    if (s.relation(c) == "nmod:poss") source = c;
    if (s.base_relation(c) == "nmod" && s.preposition(c) == "by") source = c;
  }
  if (!source) {
    const auto above = s.head(i);  // "raised the concern that …": whoever raises it
    if (above && s.is_verb(*above) && s.base_relation(i) == "obj") source = subject_of(s, *above);
  }
  if (!source) return std::nullopt;
  Attribution a;
  a.sentence = s.number();
  a.cue = i;
  a.cue_words = {i};
  a.act = cue->act;
  a.content = s.subtree(*clause);
  a.source = source;
  a.quotations = quotations_beside(s, i, a.content);
  a.rule = "noun";
  a.score = 0.5;
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
  if (below.front() <= 1 || below.back() + 2 >= s.size()) top = s.sentence().root();
  a.content = s.subtree(top, {*source});
  a.quotations = quotations_beside(s, i, a.content);
  a.rule = "according to";
  a.score = 0.85;
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
    a.source = i - 1;
    for (std::uint32_t steps = 0; steps < i; ++steps)
      if (const auto up = s.head(*a.source); up && *up < i) a.source = up;
    for (std::uint32_t j = i + 1; j < s.size(); ++j) a.content.push_back(j);
    if (quoted >= 0) a.quotations = {static_cast<std::uint32_t>(quoted)};
    a.rule = "label";
    a.score = 0.7;
    return a;
  }
  return std::nullopt;
}

std::vector<Attribution> AttributionFinder::find(const SentenceView& s, bool headline) const {
  std::vector<Attribution> found;
  if (auto labelled = label(s, headline)) found.push_back(std::move(*labelled));
  for (std::uint32_t i = found.empty() ? 0 : found.front().cue + 1; i < s.size(); ++i) {
    auto a = of_verb(s, i);
    if (!a) a = of_noun(s, i);
    if (!a) a = according_to(s, i);
    if (a) found.push_back(std::move(*a));
  }
  return found;
}

}  // namespace wireroom
