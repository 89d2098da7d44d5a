// An ordered sieve (Raghunathan and others 2010; Lee and others 2013), surest first: full names, surnames, bodies and
// acronyms, countries, appositions, titles and nominals, pronouns. A later step only adds to what stands.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "actor/cameo_code.h"
#include "actor/draft.h"
#include "actor/name_key.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

constexpr std::array<std::string_view, 7> kBodies = {"UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"};

bool is_state(std::string_view country) {
  return !country.empty() && std::find(kBodies.begin(), kBodies.end(), country) == kBodies.end();
}

// Whether one of the names can be short for the other: its last words, or its first where the family name stands there.
bool short_for(const std::string& part, const std::string& full) {
  const auto words = key_words(full), few = key_words(part);
  if (few.empty() || few.size() >= words.size()) return part == full;
  if (std::equal(few.rbegin(), few.rend(), words.rbegin())) return true;
  return few.size() == 1 && few[0] == words[0];
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

std::string last_word(const std::string& text) {
  const std::size_t blank = text.rfind(' ');
  return blank == std::string::npos ? text : text.substr(blank + 1);
}

struct Cluster {
  Actor actor;
  std::string key;  // name_key of a person or body
  std::set<std::string> roles;
  Gender gender = Gender::unknown;
  std::size_t first = 0, last = 0;  // drafts
  bool ambiguous = false;           // of its country only a word is known that may mean another one
  bool named = false, person = false, institution = false, people = false;
};

class Joiner {
 public:
  Joiner(const ActorKnowledge& knowledge, const Report& report, const Parse& parse, const std::vector<Place>& places,
         std::vector<Draft> drafts)
      : knowledge_(knowledge), report_(report), parse_(parse), places_(places), drafts_(std::move(drafts)) {
    if (report.published) on_ = report.published->date;
  }

  Actors join() {
    full_names();
    short_names();
    bodies();
    countries();
    appositions();
    who_they_are();
    count_countries();
    nominals();
    pronouns();
    return collected();
  }

 private:
  Cluster& cluster(std::int32_t number) { return clusters_[static_cast<std::size_t>(number)]; }

  std::int32_t found_new(std::size_t draft) {
    Cluster added;
    added.first = added.last = draft;
    clusters_.push_back(std::move(added));
    return static_cast<std::int32_t>(clusters_.size()) - 1;
  }

  // Takes what a mention says of its actor; the first that says something is kept.
  void add(std::size_t number, std::int32_t to) {
    Draft& draft = drafts_[number];
    draft.actor = to;
    Cluster& c = cluster(to);
    c.first = std::min(c.first, number);
    c.last = std::max(c.last, number);
    if (draft.form == MentionForm::pronoun) return;
    Actor& actor = c.actor;
    if ((actor.country.empty() || (c.ambiguous && !draft.ambiguous)) && !draft.country.empty()) {
      actor.country = draft.country;
      c.ambiguous = draft.ambiguous;
    }
    if (actor.sector.empty() && !draft.sector.empty()) {
      actor.sector = draft.sector;
      actor.sector2 = draft.sector2;
    }
    if (actor.basis == ActorBasis::none) actor.basis = draft.basis;
    if (!actor.office && !draft.office.empty() && draft.kind == ActorKind::person && !draft.role.empty() &&
        !draft.people && draft.sector != "REB")
      actor.office = Office{draft.office, draft.body, draft.country, {}, {}};
    if (!draft.role.empty()) c.roles.insert(draft.role);
    if (c.gender == Gender::unknown) c.gender = draft.gender;
    c.institution = c.institution || draft.institution;
    c.people = c.people || draft.people;
    if (draft.entry && actor.entry.empty()) actor.entry = draft.entry->id;
  }

  // ------------------------------------------------------------------------------------------------------- names

  void full_names() {
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

  std::int32_t named_person(std::size_t draft, const std::string& key) {
    const std::int32_t to = found_new(draft);
    cluster(to).key = key;
    cluster(to).person = cluster(to).named = true;
    cluster(to).actor.kind = ActorKind::person;
    cluster(to).actor.name = drafts_[draft].name;
    return to;
  }

  // A surname belongs to the full name of the report that it fits: the last one before it, else the first after it.
  void short_names() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft& draft = drafts_[i];
      if (draft.form != MentionForm::name || draft.kind != ActorKind::person || draft.actor >= 0) continue;
      const std::string key = name_key(draft.name);
      std::int32_t before = -1, after = -1;
      for (std::size_t c = 0; c < clusters_.size(); ++c) {
        const Cluster& other = clusters_[c];
        if (!other.person || !short_for(key, other.key)) continue;
        if (!draft.country.empty() && !other.actor.country.empty() && draft.country != other.actor.country) continue;
        if (draft.gender != Gender::unknown && other.gender != Gender::unknown && draft.gender != other.gender)
          continue;
        if (other.first < i && (before < 0 || other.last > cluster(before).last)) before = static_cast<std::int32_t>(c);
        if (other.first > i && after < 0) after = static_cast<std::int32_t>(c);
      }
      std::int32_t to = before >= 0 ? before : after;
      if (to < 0) to = named_person(i, key);
      add(i, to);
    }
  }

  static std::string initials(const std::string& name) {
    std::string letters;
    bool begin = true;
    for (const char c : name) {
      if (begin && c >= 'A' && c <= 'Z') letters += c;
      begin = c == ' ' || c == '-';
    }
    return letters;
  }

  void bodies() {
    std::map<std::string, std::int32_t> known;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft& draft = drafts_[i];
      if (draft.kind == ActorKind::person || draft.kind == ActorKind::country || draft.actor >= 0) continue;
      if (draft.form != MentionForm::name && draft.form != MentionForm::metonym) continue;
      const std::string key = draft.entry ? draft.entry->id + draft.country : name_key(draft.name) + draft.country;
      auto found = known.find(key);
      if (found == known.end() && !draft.entry) {  // "the Acme Rights Council (ARC)", "… ARC said"
        for (auto& [other, to] : known) {
          const std::string& name = cluster(to).actor.name;
          if ((is_capitals(draft.name) && initials(name) == draft.name) ||
              (draft.name.find(' ') == std::string::npos && draft.name.size() > 4 &&
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

  void countries() {
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

  void appositions() {
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

  // --------------------------------------------------------------------------------------------------- directory

  std::set<std::string> named_countries() const {
    std::set<std::string> countries;
    for (const Draft& draft : drafts_)
      if (is_state(draft.country)) countries.insert(draft.country);
    for (const Place& place : places_)
      if (!place.country.empty()) countries.insert(place.country);
    return countries;
  }

  void who_they_are() {
    const std::set<std::string> near = named_countries();
    for (Cluster& c : clusters_) {
      if (!c.person) continue;
      Actor& actor = c.actor;
      const bool surname = key_words(c.key).size() < 2;
      std::vector<Entry> entries = knowledge_.directory.persons(
          actor.name, on_, {c.ambiguous ? std::string_view() : std::string_view(actor.country), actor.sector}, surname);
      const bool alias = surname && !entries.empty() && entries[0].score > 0.75;
      std::erase_if(entries, [&](const Entry& entry) {
        if (!actor.country.empty() && entry.country != actor.country && !(c.ambiguous && !surname)) return true;
        if (surname && !fits_title(c, entry)) return true;
        if (!surname || alias) return false;
        const bool at_home = near.contains(entry.country) || entry.country == actor.country;
        return entry.former ? entry.rank < 4 || !at_home : entry.rank < (at_home ? 3 : 5);
      });
      if (entries.empty()) continue;
      const auto weight = [&](const Entry& entry) {
        return entry.score + 0.2 * entry.rank + (near.contains(entry.country) ? 0.5 : 0.0) - (entry.former ? 0.5 : 0.0);
      };
      std::stable_sort(entries.begin(), entries.end(),
                       [&](const Entry& a, const Entry& b) { return weight(a) > weight(b); });
      // One man under two spellings in the tables, or one of a family that is much higher, is no doubt.
      const bool doubt =
          entries.size() > 1 && weight(entries[0]) - weight(entries[1]) < 0.1 &&
          !(entries[0].country == entries[1].country && entries[0].from.substr(0, 7) == entries[1].from.substr(0, 7));
      if (doubt) {
        if (entries[0].country == entries[1].country && actor.country.empty()) actor.country = entries[0].country;
        continue;
      }
      take(entries[0], c);
    }
  }

  // "King Philippe" is no prime minister of that surname.
  bool fits_title(const Cluster& c, const Entry& entry) const {
    const std::string office = entry.office ? lower(entry.office->title) : std::string();
    bool asked = false;
    for (const std::string& role : c.roles) {
      const Title* title = knowledge_.titles.find(role);
      if (!title || !title->head) continue;
      asked = true;
      if (office.find(last_word(role)) != std::string::npos) return true;
    }
    return !asked;
  }

  void take(const Entry& entry, Cluster& c) {
    Actor& actor = c.actor;
    actor.entry = entry.id;
    actor.wikidata = entry.wikidata;
    const bool told =
        !actor.sector.empty() && actor.sector != "UAF";  // the text wins, "gunman" and "warlord" say little
    if (actor.country.empty() || c.ambiguous) {
      actor.country = entry.country;
      if (!told) actor.basis = ActorBasis::directory;
    }
    if (!told) {
      actor.sector = entry.sector;
      actor.sector2 = entry.sector2;
      if (!actor.office) actor.office = entry.office;
      if (actor.basis == ActorBasis::none || actor.basis == ActorBasis::adjective) actor.basis = ActorBasis::directory;
    } else if (actor.office && entry.office && !entry.former && entry.sector == actor.sector) {
      if (actor.office->body.empty()) actor.office->body = entry.office->body;
      actor.office->from = entry.office->from;
      actor.office->to = entry.office->to;
      if (actor.office->country.empty()) actor.office->country = actor.country;
    } else if (!actor.office) {
      actor.office = entry.office;
    }
    if (actor.office && actor.office->country.empty()) actor.office->country = actor.country;
    if (entry.name.size() > actor.name.size() && key_words(c.key).size() < 2) actor.name = entry.name;
  }

  // ---------------------------------------------------------------------------------------------------- nominals

  void count_countries() {
    for (const Draft& draft : drafts_)
      if (is_state(draft.country)) ++weights_[draft.country];
    for (const Place& place : places_)
      if (!place.country.empty() && place.kind != PlaceKind::country) ++weights_[place.country];
    for (const Draft& draft : drafts_)
      if (draft.actor >= 0 && draft.country.empty() && is_state(cluster(draft.actor).actor.country))
        ++weights_[cluster(draft.actor).actor.country];
  }

  // The country of what has only a sector: the one of the sentence, else the one of the report; none where there are
  // several.
  std::string country_near(std::size_t number) const {
    const Draft& draft = drafts_[number];
    for (const Draft& inside : drafts_)  // "a spokesman for President Mahmoud Abbas"
      if (&inside != &draft && draft.span.contains(inside.span) && inside.actor >= 0) {
        const std::string& country = clusters_[static_cast<std::size_t>(inside.actor)].actor.country;
        if (is_state(country)) return country;
      }
    std::set<std::string> on_the_spot, doers;
    for (const Place& place : places_)
      if (place.words.sentence == draft.words.sentence && !place.country.empty() && place.form == PlaceForm::name &&
          !place.span.overlaps(draft.span))
        on_the_spot.insert(place.country);
    for (const Draft& other : drafts_) {
      if (other.words.sentence != draft.words.sentence || &other == &draft) continue;
      const std::string& country =
          other.actor >= 0 ? clusters_[static_cast<std::size_t>(other.actor)].actor.country : other.country;
      if (is_state(country)) doers.insert(country);
    }
    std::set<std::string> all = doers;
    all.insert(on_the_spot.begin(), on_the_spot.end());
    if (all.size() == 1) return *all.begin();
    const bool of_a_state =
        draft.sector == "LEG" || draft.sector == "GOV" || draft.sector == "JUD" || draft.sector == "SPY";
    if (all.size() > 1) {
      if (!of_a_state && on_the_spot.size() == 1) return *on_the_spot.begin();
      if (of_a_state && doers.size() == 1) return *doers.begin();
      return {};
    }
    int most = 0, sum = 0;
    std::string country;
    for (const auto& [code, weight] : weights_) {
      sum += weight;
      if (weight > most) most = weight, country = code;
    }
    return most * 10 >= sum * 6 ? country : std::string();
  }

  bool compatible(const Draft& draft, const Cluster& c) const {
    return draft.country.empty() || c.actor.country.empty() || draft.country == c.actor.country;
  }

  // "the minister" is the foreign minister named before, "the president" whoever is called so in the report.
  std::int32_t antecedent(std::size_t number) const {
    const Draft& draft = drafts_[number];
    const std::string noun = last_word(draft.role);
    for (std::size_t at = number; at-- > 0;) {
      const Draft& before = drafts_[at];
      if (before.actor < 0 || before.form == MentionForm::pronoun || before.kind == ActorKind::country) continue;
      if (draft.words.sentence - before.words.sentence > 12) break;
      const Cluster& c = clusters_[static_cast<std::size_t>(before.actor)];
      if (!compatible(draft, c) || c.actor.plural != draft.plural) continue;
      if (draft.words.sentence == before.words.sentence && before.words.last >= draft.words.first) continue;
      const bool same = std::any_of(c.roles.begin(), c.roles.end(), [&](const std::string& role) {
        return role == draft.role || (draft.role == noun && last_word(role) == noun);
      });
      if (!same) continue;
      if (!draft.country.empty() || draft.definite || !draft.neutral) return before.actor;
    }
    return -1;
  }

  // "his Russian counterpart": who holds the office of the other one in that country.
  void counterpart(std::size_t number) {
    Draft& draft = drafts_[number];
    std::set<std::string> roles;
    for (std::size_t at = number; at-- > 0 && roles.empty();)
      if (drafts_[at].actor >= 0 && cluster(drafts_[at].actor).person) {
        const Cluster& c = cluster(drafts_[at].actor);
        if (c.actor.country == draft.country) continue;
        roles = c.roles;
        if (c.actor.office) roles.insert(lower(c.actor.office->title));
        draft.sector = c.actor.sector == "ELI" ? std::string() : c.actor.sector;
        draft.sector2 = c.actor.sector2;
      }
    for (const Cluster& c : clusters_) {  // somebody of that country with the same office is named in the report
      const bool foreign = roles_overlap(c.roles, roles);
      if (c.person && !draft.country.empty() && c.actor.country == draft.country && foreign) {
        add(number, static_cast<std::int32_t>(&c - clusters_.data()));
        return;
      }
    }
    for (const std::string& role : roles) {
      std::string office = role;
      if (is_foreign(role)) office = draft.country == "USA" ? "secretary of state" : "foreign minister";
      if (role.find("defen") != std::string::npos || role == "minister of defence") office = "defence minister";
      if (draft.country.empty()) break;
      if (auto entry = knowledge_.directory.holder(office, draft.country, on_)) {
        join_holder(number, *entry);
        return;
      }
    }
    if (roles.empty() && draft.country.empty()) return;
    unnamed(number);
  }

  static bool is_foreign(const std::string& role) {
    return role == "secretary of state" || role.find("foreign") != std::string::npos || role == "top diplomat" ||
           role == "chief diplomat";
  }
  static bool roles_overlap(const std::set<std::string>& a, const std::set<std::string>& b) {
    for (const std::string& one : a)
      for (const std::string& other : b)
        if (one == other || (is_foreign(one) && is_foreign(other))) return true;
    return false;
  }

  void join_holder(std::size_t number, const Entry& entry) {
    for (std::size_t c = 0; c < clusters_.size(); ++c)
      if (clusters_[c].actor.entry == entry.id) return add(number, static_cast<std::int32_t>(c));
    const std::int32_t to = found_new(number);
    Cluster& c = cluster(to);
    c.person = true;
    c.key = name_key(entry.name);
    add(number, to);
    c.actor.kind = ActorKind::person;
    c.actor.name = entry.name;
    c.actor.country = entry.country;
    if (c.actor.sector.empty()) c.actor.sector = entry.sector;
    c.actor.entry = entry.id;
    c.actor.wikidata = entry.wikidata;
    if (!c.actor.office || drafts_[number].counterpart)
      c.actor.office = entry.office;
    else if (entry.office)
      c.actor.office->from = entry.office->from, c.actor.office->to = entry.office->to;
    c.actor.basis = ActorBasis::office_date;
  }

  std::int32_t unnamed(std::size_t number) {
    const Draft& draft = drafts_[number];
    const std::int32_t to = found_new(number);
    add(number, to);
    Cluster& c = cluster(to);
    c.actor.name = draft.name;
    c.actor.plural = draft.plural;
    c.person = draft.kind == ActorKind::person && !draft.plural;
    c.actor.kind =
        draft.kind == ActorKind::organisation && !draft.plural ? ActorKind::organisation : ActorKind::unnamed;
    return to;
  }

  void nominals() {
    std::map<std::string, std::int32_t> known;  // unnamed ones by their words and country
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft& draft = drafts_[i];
      if (draft.form != MentionForm::nominal || draft.actor >= 0) continue;
      if (draft.counterpart) {
        counterpart(i);
        continue;
      }
      if (draft.role == "state" || draft.role == "country" || draft.role == "nation") {
        the_country(i);
        continue;
      }
      // Without an article a title with its country is as good as a name ("Russian Foreign Minister in Moscow").
      const bool sole =
          !draft.plural && !draft.indefinite && !draft.country.empty() && !draft.body.empty() && !draft.people;
      if (draft.definite || sole) {
        if (const std::int32_t to = antecedent(i); to >= 0) {
          add(i, to);
          continue;
        }
      }
      bool guessed = false;
      if (draft.country.empty() && !draft.sector.empty()) {
        draft.country = country_near(i);
        guessed = !draft.country.empty();
      }
      if (draft.country.empty() && draft.sector.empty()) continue;
      if (!draft.plural && !draft.former && is_state(draft.country) && (draft.definite || sole) && !guessed) {
        if (auto entry = knowledge_.directory.holder(draft.role, draft.country, on_)) {
          join_holder(i, *entry);
          continue;
        }
      }
      const std::string key = draft.role + '/' + draft.country + '/' + draft.sector;
      const bool repeats = draft.definite || draft.institution || draft.people;
      const auto found = known.find(key);
      if (repeats && found != known.end() && cluster(found->second).actor.plural == draft.plural) {
        add(i, found->second);
        continue;
      }
      const std::int32_t to = unnamed(i);
      if (guessed) cluster(to).actor.basis = ActorBasis::coreference;
      known[key] = to;
    }
  }

  void the_country(std::size_t number) {
    for (std::size_t at = number; at-- > 0;) {
      const Draft& before = drafts_[at];
      if (drafts_[number].words.sentence - before.words.sentence > 2) return;
      if (before.kind == ActorKind::country && before.actor >= 0 && before.form != MentionForm::adjective)
        return add(number, before.actor);
    }
  }

  // ---------------------------------------------------------------------------------------------------- pronouns

  bool agrees(const Draft& pronoun, const Draft& before) const {
    const Cluster& c = clusters_[static_cast<std::size_t>(before.actor)];
    const std::string& form = pronoun.name;
    const bool it = form == "it" || form == "its" || form == "itself";
    if (it)
      return (c.actor.kind == ActorKind::organisation || c.actor.kind == ActorKind::country ||
              c.actor.kind == ActorKind::group) &&
             before.form != MentionForm::adjective;
    if (pronoun.plural) return c.actor.plural || (c.actor.kind == ActorKind::group && !c.person);
    if (!c.person) return false;
    return c.gender == Gender::unknown || pronoun.gender == Gender::unknown || c.gender == pronoun.gender;
  }

  void pronouns() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft& draft = drafts_[i];
      if (draft.form != MentionForm::pronoun || draft.actor >= 0) continue;
      if (draft.name == "who") {
        relative(i);
        continue;
      }
      std::int32_t best = -1;
      double best_value = 0;
      for (std::size_t at = i; at-- > 0;) {
        const Draft& before = drafts_[at];
        const std::uint32_t distance = draft.words.sentence - before.words.sentence;
        if (distance > 3) break;
        if (before.actor < 0 || before.form == MentionForm::adjective || !agrees(draft, before)) continue;
        if (before.span.contains(draft.span)) continue;
        if (distance == 0 && same_clause_argument(draft, before)) continue;
        const Cluster& c = cluster(before.actor);
        double value = 4 - 1.2 * distance;
        if (before.subject) value += 2;
        if (c.named) value += 0.5;
        if (before.form == MentionForm::pronoun) value += 0.5;
        if (c.gender != Gender::unknown && c.gender == draft.gender) value += 1;
        value -= 0.08 * static_cast<double>(std::min<std::size_t>(i - at, 15));
        const bool thing = draft.name == "it" || draft.name == "its" || draft.name == "itself";
        if (thing && (!before.subject || distance > 1)) continue;
        if (value > best_value) {
          best_value = value;
          best = before.actor;
        }
      }
      if (best >= 0) add(i, best);
    }
  }

  // "He met him": two arguments of one verb are not the same, possessives may be.
  bool same_clause_argument(const Draft& pronoun, const Draft& before) const {
    const Sentence& sentence = parse_.sentences[pronoun.words.sentence];
    const Word& a = sentence.words[pronoun.words.head];
    const Word& b = sentence.words[before.words.head];
    if (a.relation == "nmod:poss") return false;
    if (pronoun.name.ends_with("self") || pronoun.name.ends_with("selves")) return false;
    return a.head >= 0 && a.head == b.head && b.relation != "nmod:poss";
  }

  void relative(std::size_t number) {
    Draft& draft = drafts_[number];
    const Sentence& sentence = parse_.sentences[draft.words.sentence];
    std::int32_t at = sentence.words[draft.words.head].head;
    for (int steps = 0; at >= 0 && steps < 8; ++steps) {
      const Word& word = sentence.words[static_cast<std::size_t>(at)];
      if (word.relation == "acl:relcl" && word.head >= 0) {
        for (const Draft& other : drafts_)
          if (other.words.sentence == draft.words.sentence && other.actor >= 0 &&
              other.form != MentionForm::adjective && static_cast<std::int32_t>(other.words.head) == word.head)
            return add(number, other.actor);
        return;
      }
      at = word.head;
    }
  }

  // ------------------------------------------------------------------------------------------------------ result

  Actors collected() {
    Actors result;
    std::vector<std::int32_t> renumbered(clusters_.size(), -1);
    for (Draft& draft : drafts_) {
      if (draft.actor < 0) continue;
      auto& number = renumbered[static_cast<std::size_t>(draft.actor)];
      if (number < 0) {
        number = static_cast<std::int32_t>(result.actors.size());
        Actor actor = std::move(cluster(draft.actor).actor);
        const bool plain_country = actor.kind == ActorKind::country && !cluster(draft.actor).institution;
        if (actor.basis == ActorBasis::none && draft.form != MentionForm::name) actor.basis = ActorBasis::coreference;
        actor.code = cameo_actor_code(actor.country, plain_country ? std::string() : actor.sector,
                                      plain_country ? std::string() : actor.sector2);
        if (actor.office && actor.office->country.empty()) actor.office->country = actor.country;
        result.actors.push_back(std::move(actor));
      }
      Mention mention{draft.words, draft.span, draft.form, static_cast<std::uint32_t>(number), {}};
      result.actors[mention.actor].mentions.push_back(static_cast<std::uint32_t>(result.mentions.size()));
      result.mentions.push_back(mention);
    }
    return result;
  }

  const ActorKnowledge& knowledge_;
  const Report& report_;
  const Parse& parse_;
  const std::vector<Place>& places_;
  std::vector<Draft> drafts_;
  std::vector<Cluster> clusters_;
  std::map<std::string, int> weights_;
  std::optional<Date> on_;
};

}  // namespace

Actors joined_actors(const ActorKnowledge& knowledge, const Report& report, const Parse& parse,
                     const std::vector<Place>& places, std::vector<Draft> drafts) {
  return Joiner(knowledge, report, parse, places, std::move(drafts)).join();
}

}  // namespace wireroom
