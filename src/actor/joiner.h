// Joins the phrases of a report that name the same actor: one object a report, used once (see joined_actors in
// draft.h). The steps stand in the files that name them, in the order of join().
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "actor/draft.h"
#include "actor/name_index.h"
#include "actor/quoted_words.h"

namespace wireroom {

// Whether a country code is that of a state or territory, not of an international body (UNO, NGO, …).
[[nodiscard]] bool is_state(std::string_view country);
[[nodiscard]] std::string last_word(const std::string& text);

struct Cluster {
  Actor actor;
  std::string key;  // name_key of a person or body
  std::set<std::string> roles, bodies;
  Gender gender = Gender::unknown;
  std::size_t first = 0, last = 0;  // drafts
  bool ambiguous = false;           // of its country only a word is known that may mean another one
  bool loose = false;               // of its sector only whose people it is
  bool collective = false;          // "it"
  bool named = false, person = false, institution = false, people = false;
};

struct BodyIndex;  // name_sieve.cc

class Joiner {
 public:
  Joiner(const ActorKnowledge& knowledge, const Report& report, const Parse& parse, const std::vector<Place>& places,
         std::vector<Draft> drafts);
  Actors join();

 private:
  Cluster& cluster(std::int32_t number) { return clusters_[static_cast<std::size_t>(number)]; }
  const Cluster& cluster(std::int32_t number) const { return clusters_[static_cast<std::size_t>(number)]; }
  std::int32_t found_new(std::size_t draft);
  void set_country(Cluster& c, const std::string& country);
  // Takes what a mention says of its actor; the first that says something is kept.
  void add(std::size_t number, std::int32_t to);
  Actors collected();

  // name_sieve.cc
  void full_names();
  std::int32_t person_of(std::size_t draft, const std::string& key) const;
  std::int32_t named_person(std::size_t draft, const std::string& key);
  void short_names();
  [[nodiscard]] bool is_long_before(std::size_t draft, std::int32_t person) const;
  bool rules_a_state(const std::string& surname, const std::string& other) const;
  std::vector<std::int32_t> persons_sharing(std::string_view word, std::size_t draft) const;
  static std::string initials(const std::string& name);
  void bodies();
  std::int32_t body_of(const Draft& draft, const BodyIndex& index) const;
  void countries();
  void appositions();

  // directory_sieve.cc
  std::set<std::string> named_countries() const;
  void who_they_are();
  bool fits_title(const Cluster& c, const Entry& entry) const;
  void note_other_country(Cluster& c, const std::vector<Entry>& entries) const;
  void note_other_office(Cluster& c, const Entry& entry) const;
  void take(const Entry& entry, Cluster& c);
  void join_holder(std::size_t number, const Entry& entry);

  // country_guess.cc
  void count_countries();
  std::int32_t owner_of(std::size_t number) const;
  std::string country_of_owner(const std::string& name, std::size_t draft) const;
  bool is_somebody(const Place& place) const;
  bool is_beyond_border(const Place& place) const;
  bool american_army(std::size_t number) const;
  [[nodiscard]] bool american_administration(std::size_t number) const;
  std::set<std::string> countries_on_the_spot(const Draft& draft) const;
  std::string country_of_former(std::size_t number, const std::set<std::string>& on_the_spot) const;
  std::string filed_or_dominant(const std::set<std::string>& named, const std::set<std::string>& on_the_spot) const;
  [[nodiscard]] std::string country_of_office(std::size_t number) const;
  [[nodiscard]] std::string country_of_others(std::size_t number) const;
  [[nodiscard]] std::string country_near(std::size_t number) const;

  // anaphor_sieve.cc
  std::int32_t taken_up(std::size_t number) const;
  bool body_fits(const Anaphor& anaphor, const std::string& noun, const Draft& draft, const Cluster& c) const;
  bool person_fits(const Anaphor& anaphor, const Draft& draft, const Cluster& c) const;

  // nominal_sieve.cc
  bool compatible(const Draft& draft, const Cluster& c) const;
  std::int32_t antecedent(std::size_t number) const;
  void counterpart(std::size_t number);
  static bool is_foreign(const std::string& role);
  static bool roles_overlap(const std::set<std::string>& a, const std::set<std::string>& b);
  std::int32_t unnamed(std::size_t number);
  void nominals_and_pronouns();
  void nominal(std::size_t number);
  void the_country(std::size_t number);
  bool told_of_subject(std::size_t number);
  std::int32_t epithet(std::size_t number) const;
  std::int32_t pointed_at(std::size_t number) const;
  std::string country_of_conjunct(std::size_t number) const;
  void owned_persons();

  // pronoun_sieve.cc
  bool agrees(const Draft& pronoun, const Draft& before) const;
  double prominence(const Draft& before) const;
  void pronoun(std::size_t number);
  [[nodiscard]] bool governs(const Draft& subject, const Draft& pronoun) const;
  [[nodiscard]] bool reports(const Draft& speaker, const Draft& pronoun) const;
  [[nodiscard]] std::int32_t speaker_of(std::size_t number) const;
  [[nodiscard]] std::int32_t subject_ahead(std::size_t number) const;
  bool same_clause_argument(const Draft& pronoun, const Draft& before) const;
  void relative(std::size_t number);
  [[nodiscard]] std::int32_t antecedent(std::size_t number, std::int32_t noun) const;

  const ActorKnowledge& knowledge_;
  const Report& report_;
  const Parse& parse_;
  const std::vector<Place>& places_;
  std::vector<Draft> drafts_;
  std::vector<Cluster> clusters_;
  // Persons by each word of their names: those with a full name, those with a short one, holders of an office that
  // stands without a name.
  NameIndex full_names_, short_names_, holders_;
  NameIndex full_sounds_;                          // and by the sound of their full names
  std::map<std::string, std::int32_t> countries_;  // the actors that are countries, by their codes
  std::map<std::string, std::int32_t> entries_;    // persons by their entries in the directory, the first of each
  NameIndex citizens_;                             // persons and others by their countries
  std::map<std::string, int> weights_;             // countries by how often the report names them
  std::string dominant_, filed_from_;              // the country that it names most; that of its dateline
  std::map<std::string, std::int32_t> unnamed_;    // unnamed ones by their role, country and sector
  std::optional<Date> on_;
  QuotedWords quoted_;
};

}  // namespace wireroom
