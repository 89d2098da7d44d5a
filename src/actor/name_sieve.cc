// Names that name the same: persons by their full name, then by surname; bodies and acronyms; countries; appositions.
#include <algorithm>
#include <array>

#include "actor/joiner.h"
#include "actor/name_key.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

// How well one of the names can be short for the other: best its last words; then its first, where the family name
// stands there; then one from its middle, where two family names end it ("Correa" for "Rafael Correa Delgado").
// "Salman" is not short for "Mohammed bin Salman": it is his father's name. 0 if it cannot.
int short_for(const std::string& part, const std::string& full) {
  constexpr std::array<std::string_view, 3> kSonOf = {"bin", "ibn", "bint"};
  const auto words = key_words(full), few = key_words(part);
  if (part == full) return 4;
  if (few.empty() || few.size() >= words.size()) return 0;
  if (std::equal(few.rbegin(), few.rend(), words.rbegin())) {
    const std::string_view before = words[words.size() - few.size() - 1];
    return std::find(kSonOf.begin(), kSonOf.end(), before) == kSonOf.end() ? 3 : 0;
  }
  if (few.size() == 1 && few[0] == words[0]) return 2;
  const bool middle = few.size() == 1 && few[0].size() > 2 && words.size() == 3 && words[1] == few[0];
  return middle ? 1 : 0;
}

// "Kim Jong" and "Kim Jong Un": all words of the shorter name are in the longer one.
bool one_holds_other(const std::string& a, const std::string& b) {
  const auto one = key_words(a), other = key_words(b);
  if (one.size() == other.size() || one.size() < 2 || other.size() < 2) return false;
  const auto& longer = one.size() > other.size() ? one : other;
  const auto& shorter = one.size() > other.size() ? other : one;
  return std::all_of(shorter.begin(), shorter.end(), [&](std::string_view word) {
    return std::find(longer.begin(), longer.end(), word) != longer.end();
  });
}

bool same_person(const std::string& a, const std::string& b) {
  return a == b || one_holds_other(a, b) || (key_words(a).size() > 1 && sound_key(a) == sound_key(b));
}

}  // namespace

void Joiner::full_names() {
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    const Draft& draft = drafts_[i];
    if (draft.form != MentionForm::name || draft.kind != ActorKind::person) continue;
    const std::string key = name_key(draft.name);
    const auto words = key_words(key);
    if (words.size() < 2) continue;
    std::int32_t to = person_of(i, key);
    if (to < 0) to = named_person(i, key);
    Cluster& c = cluster(to);
    if (key.size() > c.key.size()) {
      c.key = key;
      c.actor.name = draft.name;
    }
    if (c.key == key) {
      for (const std::string_view word : words) full_names_.add(word, to, c.first);
      full_sounds_.add(sound_key(key), to, c.first);
    }
    add(i, to);
  }
}

// The first person before whose name this is another form of; -1 if there is none.
std::int32_t Joiner::person_of(std::size_t draft, const std::string& key) const {
  std::int32_t found = -1;
  const auto look = [&](const std::vector<std::int32_t>& persons, const auto& same) {
    for (const std::int32_t person : persons)
      if ((found < 0 || person < found) && same(cluster(person).key)) found = person;
  };
  const std::string sound = sound_key(key);
  look(full_sounds_.around(sound, draft), [&](const std::string& other) { return sound_key(other) == sound; });
  for (const std::string_view word : key_words(key))
    look(full_names_.around(word, draft), [&](const std::string& other) { return one_holds_other(other, key); });
  return found;
}

std::int32_t Joiner::named_person(std::size_t draft, const std::string& key) {
  const std::int32_t to = found_new(draft);
  cluster(to).key = key;
  cluster(to).person = cluster(to).named = true;
  cluster(to).actor.kind = ActorKind::person;
  cluster(to).actor.name = drafts_[draft].name;
  return to;
}

// The persons with this word in their names, those that have none under the empty word.
std::vector<std::int32_t> Joiner::persons_sharing(std::string_view word, std::size_t draft) const {
  std::vector<std::int32_t> persons = full_names_.around(word, draft);
  for (const NameIndex* others : {&short_names_, &holders_}) {
    const auto more = others->around(word, draft);
    persons.insert(persons.end(), more.begin(), more.end());
  }
  return persons;
}

// A surname belongs to the full name of the report that it fits: whom it meant before, else the last one before it,
// else the first after it. A wife or brother who is named in passing does not take it over.
void Joiner::short_names() {
  std::set<std::int32_t> called;  // by surname alone
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    Draft& draft = drafts_[i];
    if (draft.form != MentionForm::name || draft.actor >= 0) continue;
    // "Santos" read as the name of a body is the person who was named before, if the directory knows no such body.
    const bool misread = draft.kind != ActorKind::person && draft.kind != ActorKind::country && !draft.entry &&
                         draft.name.find(' ') == std::string::npos;
    if (draft.kind != ActorKind::person && !misread) continue;
    const std::string key = name_key(draft.name);
    std::int32_t before = -1, after = -1;
    int fits_before = 0, fits_after = 0;
    for (const std::int32_t number : persons_sharing(last_word(key), i)) {
      const Cluster& other = cluster(number);
      const int fits = short_for(key, other.key);
      if (fits == 0) continue;
      if (!draft.country.empty() && !other.actor.country.empty() && draft.country != other.actor.country) continue;
      if (draft.gender != Gender::unknown && other.gender != Gender::unknown && draft.gender != other.gender) continue;
      const bool rather = fits != fits_before || before < 0                    ? fits > fits_before
                          : called.contains(number) != called.contains(before) ? called.contains(number)
                                                                               : other.last > cluster(before).last;
      if (other.first < i && rather) before = number, fits_before = fits;
      if (other.first > i && fits > fits_after) after = number, fits_after = fits;
    }
    if (before < 0 && after >= 0 && rules_a_state(draft.name, cluster(after).key)) after = -1;
    if (before < 0 && after >= 0 && is_long_before(i, after)) after = -1;
    if (misread && before < 0) continue;
    if (misread) draft.kind = ActorKind::person;
    std::int32_t to = before >= 0 && (after < 0 || fits_before >= 2) ? before : after;
    if (to < 0) {
      to = named_person(i, key);
      if (key.empty()) short_names_.add({}, to, i);
      for (const std::string_view word : key_words(key)) short_names_.add(word, to, i);
    }
    add(i, to);
    called.insert(to);
  }
}

// Heading and lead go before the full name, but not by pages: "Ms. Rice" is no "Emmett J. Rice", whose daughter she is
// said to be at the end.
bool Joiner::is_long_before(std::size_t draft, std::int32_t person) const {
  constexpr std::uint32_t kNear = 20;  // sentences
  return drafts_[cluster(person).first].words.sentence > drafts_[draft].words.sentence + kNear;
}

// "Trump" before "first lady Melania Trump" is the president: who rules goes by the surname, another one by full name.
bool Joiner::rules_a_state(const std::string& surname, const std::string& other) const {
  const std::vector<Entry> entries = knowledge_.directory.persons(surname, on_, {}, true);
  bool rules = false;
  for (const Entry& entry : entries) {
    if (same_person(name_key(entry.name), other)) return false;
    rules = rules || (!entry.former && entry.rank >= 5);
  }
  return rules;
}

std::string Joiner::initials(const std::string& name) {
  std::string letters;
  bool begin = true;
  for (const char c : name) {
    if (begin && c >= 'A' && c <= 'Z') letters += c;
    begin = c == ' ' || c == '-';
  }
  return letters;
}

// Bodies by the words at both ends of their names and by their initials.
struct BodyIndex {
  NameIndex first_words, last_words, initials;
  std::map<std::string, std::int32_t> known;  // by the key of the name that founded each
  std::map<std::int32_t, std::string> keys;   // the other way round

  void add(const std::string& name, const std::string& letters, std::int32_t body) {
    first_words.add(name.substr(0, name.find(' ')), body, static_cast<std::size_t>(body));
    last_words.add(last_word(name), body, static_cast<std::size_t>(body));
    initials.add(letters, body, static_cast<std::size_t>(body));
  }
};

// Whose short name it is: "the Acme Rights Council (ARC)", "… ARC said"; "the Red Cross" for its committee. -1 if
// nobody's.
std::int32_t Joiner::body_of(const Draft& draft, const BodyIndex& index) const {
  std::int32_t found = -1;
  const bool one_word = draft.name.find(' ') == std::string::npos;
  const auto look = [&](const NameIndex& names, const std::string& word, const auto& fits) {
    for (const std::int32_t body : names.around(word, clusters_.size()))
      if (fits(cluster(body).actor) && (found < 0 || index.keys.at(body) > index.keys.at(found))) found = body;
  };
  if (!one_word)  // "the Transitional Council" for a National one's
    look(index.last_words, last_word(draft.name),
         [&](const Actor& body) { return body.name.ends_with(' ' + draft.name) && body.country == draft.country; });
  if (draft.entry) return found;
  if (is_capitals(draft.name))
    look(index.initials, draft.name, [&](const Actor& body) { return initials(body.name) == draft.name; });
  if (one_word && draft.name.size() > 4)
    look(index.first_words, draft.name, [&](const Actor& body) { return body.name.starts_with(draft.name + " "); });
  return found;
}

void Joiner::bodies() {
  BodyIndex index;
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    Draft& draft = drafts_[i];
    if (draft.kind == ActorKind::person || draft.kind == ActorKind::country || draft.actor >= 0) continue;
    if (draft.form != MentionForm::name && draft.form != MentionForm::metonym) continue;
    const std::string key = draft.entry ? draft.entry->id + draft.country : name_key(draft.name) + draft.country;
    const auto known = index.known.find(key);
    std::int32_t to = known == index.known.end() ? body_of(draft, index) : known->second;
    if (to < 0) {
      to = found_new(i);
      cluster(to).named = true;
      cluster(to).key = name_key(draft.name);
      cluster(to).actor.kind = draft.kind;
      index.known.emplace(key, to);
      index.keys.emplace(to, key);
    }
    if (draft.name.size() > cluster(to).actor.name.size()) {
      cluster(to).actor.name = draft.name;
      index.add(draft.name, initials(draft.name), to);
    }
    add(i, to);
  }
}

void Joiner::countries() {
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    Draft& draft = drafts_[i];
    if (draft.kind != ActorKind::country) continue;
    auto found = countries_.find(draft.country);
    if (found == countries_.end()) {
      const std::int32_t to = found_new(i);
      cluster(to).named = true;
      cluster(to).actor.kind = ActorKind::country;
      cluster(to).actor.name = draft.name;
      found = countries_.emplace(draft.country, to).first;
    }
    add(i, found->second);
    if (draft.form == MentionForm::metonym || draft.form == MentionForm::name)
      cluster(found->second).actor.sector = "GOV";
    if (draft.form == MentionForm::metonym) cluster(found->second).institution = true;
  }
}

void Joiner::appositions() {
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    Draft& draft = drafts_[i];
    if (draft.same < 0 || static_cast<std::size_t>(draft.same) >= drafts_.size()) continue;
    Draft& other = drafts_[static_cast<std::size_t>(draft.same)];
    if (draft.actor >= 0 && other.actor < 0)
      add(static_cast<std::size_t>(draft.same), draft.actor);
    else if (other.actor >= 0 && draft.actor < 0)
      add(i, other.actor);
  }
}

}  // namespace wireroom
