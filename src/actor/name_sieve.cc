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

bool same_person(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const auto one = key_words(a), other = key_words(b);
  if (one.size() < 2 || other.size() < 2) return false;
  if (sound_key(a) == sound_key(b)) return true;
  const auto& longer = one.size() > other.size() ? one : other;
  const auto& shorter = one.size() > other.size() ? other : one;
  if (longer.size() == shorter.size()) return false;
  return std::all_of(shorter.begin(), shorter.end(), [&](std::string_view word) {
    return std::find(longer.begin(), longer.end(), word) != longer.end();
  });
}

}  // namespace

void Joiner::full_names() {
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    const Draft& draft = drafts_[i];
    if (draft.form != MentionForm::name || draft.kind != ActorKind::person) continue;
    const std::string key = name_key(draft.name);
    if (key_words(key).size() < 2) continue;
    std::int32_t to = -1;
    for (std::size_t c = 0; c < clusters_.size() && to < 0; ++c)
      if (clusters_[c].person && same_person(clusters_[c].key, key)) to = static_cast<std::int32_t>(c);
    if (to < 0) to = named_person(i, key);
    if (key.size() > cluster(to).key.size()) {
      cluster(to).key = key;
      cluster(to).actor.name = draft.name;
    }
    add(i, to);
  }
}

std::int32_t Joiner::named_person(std::size_t draft, const std::string& key) {
  const std::int32_t to = found_new(draft);
  cluster(to).key = key;
  cluster(to).person = cluster(to).named = true;
  cluster(to).actor.kind = ActorKind::person;
  cluster(to).actor.name = drafts_[draft].name;
  return to;
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
    for (std::size_t c = 0; c < clusters_.size(); ++c) {
      const Cluster& other = clusters_[c];
      const int fits = other.person ? short_for(key, other.key) : 0;
      if (fits == 0) continue;
      if (!draft.country.empty() && !other.actor.country.empty() && draft.country != other.actor.country) continue;
      if (draft.gender != Gender::unknown && other.gender != Gender::unknown && draft.gender != other.gender) continue;
      const auto number = static_cast<std::int32_t>(c);
      const bool rather = fits != fits_before || before < 0                    ? fits > fits_before
                          : called.contains(number) != called.contains(before) ? called.contains(number)
                                                                               : other.last > cluster(before).last;
      if (other.first < i && rather) before = number, fits_before = fits;
      if (other.first > i && fits > fits_after) after = number, fits_after = fits;
    }
    if (before < 0 && after >= 0 && rules_a_state(draft.name, cluster(after).key)) after = -1;
    if (misread && before < 0) continue;
    if (misread) draft.kind = ActorKind::person;
    std::int32_t to = before >= 0 && (after < 0 || fits_before >= 2) ? before : after;
    if (to < 0) to = named_person(i, key);
    add(i, to);
    called.insert(to);
  }
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

void Joiner::bodies() {
  std::map<std::string, std::int32_t> known;
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    Draft& draft = drafts_[i];
    if (draft.kind == ActorKind::person || draft.kind == ActorKind::country || draft.actor >= 0) continue;
    if (draft.form != MentionForm::name && draft.form != MentionForm::metonym) continue;
    const std::string key = draft.entry ? draft.entry->id + draft.country : name_key(draft.name) + draft.country;
    auto found = known.find(key);
    if (found == known.end()) {  // "the Acme Rights Council (ARC)", "… ARC said"; "the Red Cross" for its committee
      for (auto& [other, to] : known) {
        const std::string& name = cluster(to).actor.name;
        const bool end = draft.name.find(' ') != std::string::npos && name.ends_with(' ' + draft.name) &&
                         cluster(to).actor.country == draft.country;  // "the Transitional Council" for a National one's
        if (end || (!draft.entry && is_capitals(draft.name) && initials(name) == draft.name) ||
            (!draft.entry && draft.name.find(' ') == std::string::npos && draft.name.size() > 4 &&
             name.starts_with(draft.name + " ")))
          found = known.find(other);
      }
    }
    if (found == known.end()) {
      const std::int32_t to = found_new(i);
      cluster(to).named = true;
      cluster(to).key = name_key(draft.name);
      cluster(to).actor.kind = draft.kind;
      cluster(to).actor.name = draft.name;
      found = known.emplace(key, to).first;
    }
    if (draft.name.size() > cluster(found->second).actor.name.size()) cluster(found->second).actor.name = draft.name;
    add(i, found->second);
  }
}

void Joiner::countries() {
  std::map<std::string, std::int32_t> known;
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    Draft& draft = drafts_[i];
    if (draft.kind != ActorKind::country) continue;
    auto found = known.find(draft.country);
    if (found == known.end()) {
      const std::int32_t to = found_new(i);
      cluster(to).named = true;
      cluster(to).actor.kind = ActorKind::country;
      cluster(to).actor.name = draft.name;
      found = known.emplace(draft.country, to).first;
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
