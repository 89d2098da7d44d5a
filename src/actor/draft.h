// Between the steps of the resolver: what was read of a phrase before it is known whose mention it is.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "actor/anaphors.h"
#include "actor/directory.h"
#include "actor/titles.h"
#include "wireroom/mention.h"
#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

// "Koreas" to PRK and KOR.
using LandPairs = std::map<std::string, std::array<std::string, 2>, std::less<>>;

struct ActorKnowledge {
  Directory directory;
  Titles titles;
  Anaphors anaphors;
  std::map<std::string, bool, std::less<>> first_names;  // true: a woman
  LandPairs land_pairs;
  std::set<std::string, std::less<>> collectives;         // nouns that mean one body of many: "army", "union"
  std::map<std::string, std::string, std::less<>> verbs;  // lemma to class: "doing" (metonyms), "motion"
};

enum class Gender : std::uint8_t { unknown, woman, man };

// What stands at a word: the longest known name that begins there.
struct Landmark {
  enum class Kind : std::uint8_t { country, body, person, region };
  Kind kind = Kind::country;
  std::uint32_t first = 0, last = 0;
  CountryForm form = CountryForm::name;
  std::string country;  // code
  bool ambiguous = false;
  std::optional<Entry> entry;  // of a body
  std::string text;
  bool used = false;  // taken into the reading of a phrase around it
  bool pair = false;  // one of two lands under one name; the other one stands beside it in the list
};

struct Draft {
  WordRange words;
  Span span;
  MentionForm form = MentionForm::name;
  ActorKind kind = ActorKind::person;
  std::string name;  // the bare name of a person or body; the words of a nominal
  std::string country, sector, sector2;
  std::string office, body;  // office as the text has it
  std::string role;          // family of the title: "foreign minister"
  std::optional<Entry> entry;
  ActorBasis basis = ActorBasis::none;
  Gender gender = Gender::unknown;
  bool former = false, plural = false, definite = false, institution = false, head = false, people = false,
       neutral = false;
  bool official = false;     // of a state, and of the report's own where nothing says which
  bool anywhere = false;     // may be of any country: envoys, media, analysts, critics
  bool others = false;       // of another land than the writer's: "the regime"
  bool about = false;        // a friend or critic of what stands beside it, not part of it
  std::string owner;         // a person's name before the title: "Obama" of "the Obama administration"
  bool ambiguous = false;    // the word for the country may mean another one
  bool counterpart = false;  // "his Russian counterpart"
  bool subject = false;
  bool indefinite = false;
  bool pointing = false;    // "those forces"
  bool general = false;     // a word too general to be recorded without a country or somebody named before
  bool collective = false;  // one body of many, "it": "the army", "the union"
  bool predicate = false;   // told of the subject of its clause: "Smith is a lawyer"
  bool loose = false;       // sector and country only of whose people it is: "the BBC's Laura Bicker"
  std::int32_t same = -1;   // index of the draft that an apposition makes the same
  std::int32_t actor = -1;
};

// The words first..last with the letters that they are read with, blanks single, ’ as '.
[[nodiscard]] std::string surface(const Report& report, const Sentence& sentence, std::uint32_t first,
                                  std::uint32_t last);

// The words of a text, also joined by hyphens, for asking whether a name stands in it by itself.
class LoneWords {
 public:
  explicit LoneWords(std::string_view text);
  // Whether the name stands in the text outside longer words. Of one that begins like more than kMostPlaces other
  // places
  // ("O'Neill") only these are looked at.
  [[nodiscard]] bool contains(std::string_view name) const;

 private:
  static constexpr std::ptrdiff_t kMostPlaces = 200;
  std::string_view text_;
  std::vector<std::string_view> words_;  // sorted, the same ones in the order of the text
};

// What is found once for a whole report and asked at every name.
struct ReportFacts {
  const std::vector<Place>& places;
  LoneWords words;
  bool koreas = false;  // named by the report: "the North" is then a country
  // First and last words of the full names of persons: where one stands alone it is that person, whatever the
  // recogniser makes of it.
  std::set<std::string, std::less<>> name_words = {};
  // The last words of full names, those of towns and lands too: what the recogniser takes for a person is that one.
  std::set<std::string, std::less<>> surnames = {};
};
[[nodiscard]] ReportFacts facts_of(const ActorKnowledge& knowledge, const Report& report, const Parse& parse,
                                   const std::vector<Place>& places);

// The names in a sentence, in the order of the text, not overlapping.
[[nodiscard]] std::vector<Landmark> landmarks(const ActorKnowledge& knowledge, const Report& report,
                                              const Sentence& sentence, std::uint32_t number, const ReportFacts& facts);

// The phrases of a sentence that name somebody, in the order of the text, with what their own words say of them.
[[nodiscard]] std::vector<Draft> drafts_of(const ActorKnowledge& knowledge, const Report& report,
                                           const Sentence& sentence, std::uint32_t number, const ReportFacts& facts);

// Joins the drafts of a report and completes them.
[[nodiscard]] Actors joined_actors(const ActorKnowledge& knowledge, const Report& report, const Parse& parse,
                                   const std::vector<Place>& places, std::vector<Draft> drafts);

}  // namespace wireroom
