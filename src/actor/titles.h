// Titles, offices and words for doers (data/actors/titles.tsv).
//
//   titles.find("foreign minister")->sector      // "GOV"
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "wireroom/mention.h"

namespace wireroom {

struct Title {
  ActorKind kind = ActorKind::person;
  std::string sector, sector2, body;
  bool neutral = false;      // takes the sector of the body or group beside it
  bool about = false;        // a critic or friend of what stands beside it, not part of it
  bool many = false;         // one word for several persons: police, troops
  bool institution = false;  // every country has one
  bool envoy = false;        // of the country that sends
  bool head = false;         // one of a country at a time
  bool peacekeeper = false;
  bool rebel = false;
  bool spokes = false;
  bool country = false;    // "the country", "the nation"
  bool people = false;     // common nouns for people
  bool general = false;    // too general to be recorded unless its phrase says more ("the man")
  bool state = false;      // a state's, where a country stands beside it and no body
  bool others = false;     // said of another's than the writer's own: "the regime"
  bool anywhere = false;   // no country is to be guessed for it: envoys, media, analysts
  bool official = false;   // of a state unless a body beside it says another
  bool coalition = false;  // of whoever leads it
  bool honorific = false;  // an address before a name: weaker than any office
  std::string family;      // first of its variants: "prime minister" for "premier"
};

class Titles {
 public:
  static Result<Titles> load();
  // `words`: lower case, the last one a lemma. nullptr if it is no title.
  [[nodiscard]] const Title* find(std::string_view words) const;
  static constexpr std::size_t kMostWords = 6;

 private:
  std::unordered_map<std::string, Title> titles_;
};

}  // namespace wireroom
