#include "coref/chains.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/by_sentence.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

template <typename List>
bool in(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_mark(const Word& word) { return word.upos == "PUNCT" || word.upos == "PART"; }

// The letters by which a name is known again: lower case, without full stops, hyphens and a leading article.
std::string letters_of(const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  std::string letters;
  for (std::uint32_t at = first; at <= last; ++at) {
    const std::string form = lower(sentence.words[at].form);
    if (at == first && form == "the" && last > first) continue;
    for (const char c : form)
      if (c != '.' && c != '-') letters += c;
    if (at < last && sentence.words[at].space_after && !letters.empty()) letters += ' ';
  }
  return letters;
}

// "FIRST" of "For Inspiration and Recognition of Science and Technology".
std::string initials_of(std::string_view letters) {
  constexpr std::array<std::string_view, 5> kSmall = {"of", "and", "the", "for", "in"};
  std::string all, great;
  for (std::size_t at = 0; at < letters.size();) {
    const std::size_t end = std::min(letters.find(' ', at), letters.size());
    const std::string_view word = letters.substr(at, end - at);
    if (!word.empty()) {
      if (!in(kSmall, word) || all.empty()) great += word[0];
      all += word[0];
    }
    at = end + 1;
  }
  return great;
}

// What is no mention of its own: a relative pronoun, an apposition ("Lavrov, the minister": one phrase), what a copula
// tells of its subject.
bool belongs_to_another(const Sentence& sentence, std::uint32_t head) {
  const Word& word = sentence.words[head];
  if (word.upos == "PRON" && word.feats.find("PronType=Rel") != std::string_view::npos) return true;
  if (word.relation == "appos") return true;
  for (std::uint32_t i = sentence.child_begin[head]; i < sentence.child_begin[head + 1]; ++i)
    if (sentence.words[sentence.child_list[i]].relation == "cop") return true;
  return false;
}

class Chains {
 public:
  explicit Chains(const Coded& coded) : coded_(coded), chains_(coded.actors.actors.size()) {
    for (const TimeExpression& time : coded.times) {
      const std::uint32_t before = times_.empty() ? 0 : times_.back().end;
      times_.push_back({time.span.begin, std::max(before, time.span.end)});
    }
    for (const Statement& statement : coded.statements) {
      if (statement.kind == StatementKind::indirect) continue;
      for (const Span& content : statement.content) {
        const SentenceRange over = sentences_over(coded.parse, content);
        const auto number = static_cast<std::uint32_t>(contents_.size());
        contents_.push_back({&statement, content});
        for (std::uint32_t s = over.first; s < over.end; ++s) said_.add(s, number);
      }
    }
    said_.settle();
  }

  std::vector<std::vector<Span>> all() {
    of_actors();
    for (std::uint32_t number = 0; number < coded_.parse.sentences.size(); ++number) names(number);
    for (std::uint32_t number = 0; number < coded_.parse.sentences.size(); ++number) inner_names(number);
    initials();
    days();
    first_persons();
    return ordered();
  }

 private:
  using Chain = std::size_t;
  struct Run {
    std::uint32_t first = 0, last = 0;
    const Place* place = nullptr;
  };
  struct Content {
    const Statement* statement = nullptr;
    Span span;
  };

  void of_actors();
  void names(std::uint32_t number);
  std::optional<Run> run_at(std::uint32_t number, std::uint32_t first) const;
  void name(std::uint32_t number, Run run);
  void inner_names(std::uint32_t number);
  void days();
  void initials();
  void first_persons();
  const Statement* said_at(std::uint32_t number, Span span) const;
  std::vector<std::vector<Span>> ordered();

  const Sentence& sentence(std::uint32_t number) const { return coded_.parse.sentences[number]; }
  const Place* place_at(std::uint32_t number, std::uint32_t word) const;
  bool is_time(Span span) const;
  Chain chain_of(const std::string& key) {
    const auto [found, added] = by_key_.emplace(key, chains_.size());
    if (added) chains_.emplace_back();
    return found->second;
  }
  void add(Chain chain, Span span) {
    if (spans_.insert({span.begin, span.end}).second) chains_[chain].push_back(span);
  }

  const Coded& coded_;
  std::vector<Span> times_;                                  // each from its begin to the furthest end of those so far
  std::vector<Content> contents_;                            // of statements in somebody's own words
  BySentence said_;                                          // their numbers
  std::vector<std::vector<Span>> chains_;                    // those of the actors first
  std::map<std::string, Chain> by_key_;                      // "country:USA", "geo:524901", letters of a name
  std::set<std::pair<std::uint32_t, std::uint32_t>> heads_;  // words that are heads of mentions already
  std::set<std::pair<std::uint32_t, std::uint32_t>> spans_;
};

void Chains::of_actors() {
  const Actors& actors = coded_.actors;
  for (const Mention& mention : actors.mentions) {
    const Sentence& in = sentence(mention.words.sentence);
    const Word& head = in.words[mention.words.head];
    if (mention.form == MentionForm::adjective && head.upos != "PROPN") continue;
    if (belongs_to_another(in, mention.words.head)) {
      heads_.insert({mention.words.sentence, mention.words.head});
      continue;
    }
    add(mention.actor, mention.span);
    heads_.insert({mention.words.sentence, mention.words.head});
    const Actor& actor = actors.actors[mention.actor];
    if (actor.kind == ActorKind::country) by_key_.emplace("country:" + actor.country, mention.actor);
    if (mention.form != MentionForm::name && mention.form != MentionForm::metonym) continue;
    if (const auto run = run_at(mention.words.sentence, mention.words.head))
      by_key_.emplace(letters_of(in, run->first, run->last), mention.actor);
  }
}

const Place* Chains::place_at(std::uint32_t number, std::uint32_t word) const {
  auto at = std::lower_bound(coded_.places.begin(), coded_.places.end(), number,
                             [](const Place& place, std::uint32_t n) { return place.words.sentence < n; });
  for (; at != coded_.places.end() && at->words.sentence == number; ++at)
    if (at->words.first <= word && word <= at->words.last) return &*at;
  return nullptr;
}

bool Chains::is_time(Span span) const {
  const auto behind =
      std::partition_point(times_.begin(), times_.end(), [&](const Span& time) { return time.begin < span.end; });
  return behind != times_.begin() && std::prev(behind)->end > span.begin;
}

// The name that holds a word: what the places or the recogniser found, else the capitalised words around it.
std::optional<Chains::Run> Chains::run_at(std::uint32_t number, std::uint32_t word) const {
  const Sentence& in = sentence(number);
  const auto size = static_cast<std::uint32_t>(in.words.size());
  if (const Place* place = place_at(number, word))
    return Run{place->words.first, std::min(place->words.last, size - 1), place};
  const Word& here = in.words[word];
  Run run{word, word, nullptr};
  if (here.name != NameType::none) {
    while (run.first > 0 && !in.words[run.first].name_begins && in.words[run.first - 1].name == here.name) --run.first;
    while (run.last + 1 < size && in.words[run.last + 1].name == here.name && !in.words[run.last + 1].name_begins)
      ++run.last;
    return run;
  }
  const auto proper = [&](std::uint32_t at) {
    return in.words[at].upos == "PROPN" && in.words[at].name == NameType::none && begins_upper(in.words[at].form);
  };
  if (!proper(word)) return std::nullopt;
  while (run.first > 0 && proper(run.first - 1)) --run.first;
  while (run.last + 1 < size && proper(run.last + 1)) ++run.last;
  return run;
}

void Chains::names(std::uint32_t number) {
  const auto size = static_cast<std::uint32_t>(sentence(number).words.size());
  for (std::uint32_t at = 0; at < size; ++at)
    if (const auto run = run_at(number, at)) {
      name(number, *run);
      at = std::max(at, run->last);
    }
}

void Chains::name(std::uint32_t number, Run run) {
  const Sentence& in = sentence(number);
  while (run.last > run.first && is_mark(in.words[run.last])) --run.last;
  while (run.first < run.last && is_mark(in.words[run.first])) ++run.first;
  std::uint32_t head = run.last;
  for (std::uint32_t at = run.last + 1; at-- > run.first;)
    if (in.words[at].head < static_cast<std::int32_t>(run.first) ||
        in.words[at].head > static_cast<std::int32_t>(run.last)) {
      head = at;
      break;
    }
  const Word& word = in.words[head];
  if (word.upos != "PROPN" && word.upos != "NOUN") return;  // "Russian"
  if (run.place && run.place->form != PlaceForm::name && run.place->form != PlaceForm::metonym) return;
  Span span{in.words[run.first].span.begin, in.words[run.last].span.end};
  if (is_time(span)) return;
  for (std::uint32_t at = run.first; at <= run.last; ++at)
    if (heads_.contains({number, at})) return;
  // The article of "the Hague", not that of the council in "the Hague council".
  if (run.first > 0 && in.words[run.first - 1].upos == "DET" &&
      in.words[run.first - 1].head == static_cast<std::int32_t>(head))
    span.begin = in.words[run.first - 1].span.begin;
  const std::string letters = letters_of(in, run.first, run.last);
  if (letters.size() < 2) return;
  std::string key = letters;
  if (run.place && run.place->kind == PlaceKind::country && !run.place->country.empty())
    key = "country:" + run.place->country;
  else if (run.place && !run.place->geonames.empty())
    key = "geo:" + run.place->geonames;
  else if (!by_key_.contains(letters) && word.upos != "PROPN")
    return;
  if (key != letters && key.starts_with("geo:") && !by_key_.contains(key))
    if (const auto known = by_key_.find(letters); known != by_key_.end()) by_key_.emplace(key, known->second);
  const Chain chain = chain_of(key);
  by_key_.emplace(letters, chain);
  heads_.insert({number, head});
  add(chain, span);
}

// The words of a name that stands within another phrase, by the tree: "Andy Warhol" of "the Andy Warhol Foundation".
struct Inner {
  std::uint32_t first = 0, last = 0;
};

std::optional<Inner> inner_at(const Sentence& sentence, std::uint32_t head) {
  constexpr std::array<std::string_view, 4> kWithin = {"compound", "nmod", "nmod:poss", "nmod:unmarked"};
  const Word& word = sentence.words[head];
  if (word.upos != "PROPN" || word.head < 0 || !in(kWithin, word.relation)) return std::nullopt;
  Inner inner{head, head};
  const auto part = [&](std::uint32_t at) {
    const Word& other = sentence.words[at];
    return other.upos == "PROPN" && (other.relation == "flat" || other.relation == "compound") && other.head >= 0 &&
           static_cast<std::uint32_t>(other.head) >= inner.first &&
           static_cast<std::uint32_t>(other.head) <= inner.last;
  };
  while (inner.last + 1 < sentence.words.size() && part(inner.last + 1)) ++inner.last;
  while (inner.first > 0 && part(inner.first - 1)) --inner.first;
  return inner;
}

// Names within the names of others, where the report also names them by themselves.
void Chains::inner_names(std::uint32_t number) {
  const Sentence& in = sentence(number);
  for (std::uint32_t head = 0; head < in.words.size(); ++head) {
    if (heads_.contains({number, head})) continue;
    const auto inner = inner_at(in, head);
    if (!inner) continue;
    const Span span{in.words[inner->first].span.begin, in.words[inner->last].span.end};
    if (is_time(span)) continue;
    // "Korea" of "North Korea", "Indiana" of "Southern Indiana".
    if (const Place* place = place_at(number, head); place && place->words.last != inner->last) continue;
    if (inner->first > 0 && in.words[inner->first - 1].relation == "amod" &&
        begins_upper(in.words[inner->first - 1].form))
      continue;
    const auto known = by_key_.find(letters_of(in, inner->first, inner->last));
    if (known == by_key_.end() || chains_[known->second].empty()) continue;
    const bool place = place_at(number, head) != nullptr;
    if (!place && known->second >= coded_.actors.actors.size()) continue;  // "Internet" of "Internet Explorer"
    // "Texas" of "the University of Texas", but not "Scientology" of its own church.
    if (!place && in.words[head].relation == "nmod") continue;
    add(known->second, span);
  }
}

// One day named twice: "on Tuesday … that Tuesday … yesterday".
void Chains::days() {
  for (const TimeExpression& time : coded_.times) {
    if (time.kind == TimeKind::DATE && time.precision == Precision::day) add(chain_of("day:" + time.value), time.span);
  }
}

// A short name in capitals is that of the longer one whose initials it has.
void Chains::initials() {
  std::map<std::string, std::vector<Chain>, std::less<>> longer;
  for (const auto& [key, chain] : by_key_)
    if (key.find(':') == std::string::npos && key.find(' ') != std::string::npos)
      longer[initials_of(key)].push_back(chain);
  for (const auto& [key, chain] : by_key_) {
    if (key.size() < 3 || key.size() > 6 || chains_[chain].empty()) continue;
    const std::string_view printed = coded_.report.text.view(chains_[chain].front());
    if (!is_capitals(printed.starts_with("the ") || printed.starts_with("The ") ? printed.substr(4) : printed))
      continue;
    const auto whole = longer.find(key);
    if (whole == longer.end()) continue;
    for (const Chain other : whole->second) {
      if (other == chain || chains_[other].empty()) continue;
      auto& into = chains_[other];
      into.insert(into.end(), chains_[chain].begin(), chains_[chain].end());
      chains_[chain].clear();
      break;
    }
  }
}

// The innermost statement around a word of a sentence.
const Statement* Chains::said_at(std::uint32_t number, Span span) const {
  const Content* best = nullptr;
  for (const std::uint32_t i : said_.in(number)) {
    const Content& content = contents_[i];
    if (content.span.contains(span) && (!best || content.span.size() < best->span.size())) best = &content;
  }
  return best ? best->statement : nullptr;
}

void Chains::first_persons() {
  constexpr std::array<std::string_view, 5> kOne = {"i", "me", "my", "mine", "myself"};
  constexpr std::array<std::string_view, 5> kMany = {"we", "us", "our", "ours", "ourselves"};
  for (std::uint32_t number = 0; number < coded_.parse.sentences.size(); ++number)
    for (const Word& word : sentence(number).words) {
      if (word.upos != "PRON") continue;
      const std::string form = lower(word.form);
      const bool one = kOne.end() != std::find(kOne.begin(), kOne.end(), form), many = wireroom::in(kMany, form);
      if (!one && !many) continue;
      const Statement* said = said_at(number, word.span);
      const bool known = said && said->speaker && said->speaker->actor;
      const std::string speaker = known ? std::to_string(*said->speaker->actor) : std::string("-");
      if (known) {
        const Actor& actor = coded_.actors.actors[*said->speaker->actor];
        const bool body = actor.kind == ActorKind::organisation || actor.kind == ActorKind::country ||
                          actor.kind == ActorKind::group || actor.plural;
        if (one != body) {
          add(*said->speaker->actor, word.span);
          continue;
        }
      }
      add(chain_of((one ? "I:" : "we:") + speaker), word.span);
    }
}

std::vector<std::vector<Span>> Chains::ordered() {
  std::vector<std::vector<Span>> result;
  for (auto& chain : chains_) {
    if (chain.size() < 2) continue;
    std::sort(chain.begin(), chain.end(),
              [](const Span& a, const Span& b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
    result.push_back(std::move(chain));
  }
  std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) {
    return a.front().begin != b.front().begin ? a.front().begin < b.front().begin : a.front().end < b.front().end;
  });
  return result;
}

}  // namespace

std::vector<std::vector<Span>> coreference_chains(const Coded& coded) { return Chains(coded).all(); }

}  // namespace wireroom
