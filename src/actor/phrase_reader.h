// Reads the phrases of one sentence that name somebody: one object a sentence, used once (see drafts_of in draft.h).
// What a phrase says is read in phrase_modifiers.cc, countries in country_phrases.cc, pairs in apposition.cc.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "actor/draft.h"

namespace wireroom {

// Prepositions behind which a name of a place is a place.
inline constexpr std::array<std::string_view, 14> kPlaceWords = {"in",         "over",    "at",     "near",   "into",
                                                                 "inside",     "outside", "across", "around", "through",
                                                                 "throughout", "within",  "off",    "via"};

template <typename List>
bool in(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class PhraseReader {
 public:
  using Index = std::uint32_t;
  PhraseReader(const ActorKnowledge& knowledge, const Report& report, const Sentence& sentence, Index number,
               const ReportFacts& facts);
  std::vector<Draft> read();

 private:
  struct TitleAt {
    const Title* title = nullptr;
    Index first = 0, last = 0;
  };

  // What stands before and behind the title first..last of a phrase that begins at `begin` and ends at `end`.
  struct Beside {
    const Landmark* body = nullptr;
    const Landmark* country = nullptr;
    const Landmark* region = nullptr;
    const Landmark* leader = nullptr;             // "Saudi-led"
    std::vector<const Landmark*> more_countries;  // "of Russia and Iran"
    TitleAt inner;
    bool former = false, place_only = false;
    bool both = false;  // of two lands under one name
  };

  const Word& word(Index at) const { return sentence_.words[at]; }
  Landmark* mark(Index at) { return mark_at_[at] < 0 ? nullptr : &marks_[static_cast<std::size_t>(mark_at_[at])]; }
  const Landmark* mark(Index at) const {
    return mark_at_[at] < 0 ? nullptr : &marks_[static_cast<std::size_t>(mark_at_[at])];
  }

  std::string title_key(Index first, Index last, std::string_view last_word) const;
  TitleAt title_ending(Index last) const;
  bool is_copular(Index at) const;
  bool owned(Index title) const;
  bool not_of(const Landmark& mark) const;
  Index edge(Index start, Index end) const;
  Beside beside(Index begin, const TitleAt& at, Index end);
  void behind(const TitleAt& at, Index end, Beside& found);
  void apply(const Beside& beside, const TitleAt& at, Draft& draft);
  std::string office_words(const Beside& beside, const TitleAt& at) const;
  void describe_body(const Landmark& mark, Draft& draft) const;
  static void describe_sector(const TitleAt& title, Draft& draft);

  void place_in_sentence(Draft& draft, Index first, Index last, Index head) const;
  void person(Landmark& mark);
  TitleAt title_before(Index name) const;
  void title_of(const TitleAt& title, Index name, Index last, Index begin, Draft& draft);
  void owner_of_name(Index name, Draft& draft);
  bool names_nobody(Index at, const Title& title) const;
  void nominal(Index at);
  Index end_of_list(Index last) const;
  Index end_of_origin(Index begin, Index at) const;
  void owner(Index begin, Index title, Draft& draft) const;
  void body(Landmark& mark);
  void pronoun(Index at);

  bool does(Index head) const;
  void country(Landmark& mark);
  void people(const Landmark& mark, Index head);

  void apposition();

  const ActorKnowledge& knowledge_;
  const Report& report_;
  const Sentence& sentence_;
  Index number_;
  std::vector<Landmark> marks_;
  std::vector<std::int32_t> mark_at_;
  std::vector<bool> taken_;
  std::vector<Draft> drafts_;
};

}  // namespace wireroom
