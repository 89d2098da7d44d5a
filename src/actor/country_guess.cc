// The country of what has only a sector ("police", "the government"): its owner's, that of the place in its sentence,
// that of the report by its dateline or by what it names most. Several that fit as well: none; a blank costs less than
// a wrong country. Envoys, media, analysts and critics may be anybody's and get none.
#include <algorithm>
#include <array>

#include "actor/joiner.h"
#include "actor/name_key.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

constexpr std::array<std::string_view, 6> kOfState = {"GOV", "LEG", "JUD", "SPY", "PTY", "OPP"};

bool of_state(std::string_view sector) { return std::find(kOfState.begin(), kOfState.end(), sector) != kOfState.end(); }

// An ambassador is at home with another state than those whom he meets.
bool is_envoy(const Draft& draft) {
  return draft.anywhere && draft.sector == "GOV" && !draft.official && !draft.plural &&
         draft.form == MentionForm::nominal;
}

std::string capitalised(std::string_view word) {  // "KABUL" as "Kabul", "NEW DELHI" as "New Delhi"
  std::string text = lower(word);
  bool begin = true;
  for (char& c : text) {
    if (begin && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    begin = c == ' ' || c == '-';
  }
  return text;
}

}  // namespace

// Is the name of the place read as that of a country that takes part?
bool Joiner::is_somebody(const Place& place) const {
  auto draft = std::lower_bound(drafts_.begin(), drafts_.end(), place.words.sentence,
                                [](const Draft& d, std::uint32_t number) { return d.words.sentence < number; });
  for (; draft != drafts_.end() && draft->span.begin <= place.span.begin; ++draft)
    if (draft->kind == ActorKind::country && draft->span.contains(place.span)) return true;
  return false;
}

void Joiner::count_countries() {
  for (const Draft& draft : drafts_)
    if (is_state(draft.country)) ++weights_[draft.country];
  for (const Place& place : places_)
    if (!place.country.empty() && (place.kind != PlaceKind::country || !is_somebody(place))) ++weights_[place.country];
  for (const Draft& draft : drafts_)
    if (draft.actor >= 0 && draft.country.empty() && is_state(cluster(draft.actor).actor.country))
      ++weights_[cluster(draft.actor).actor.country];
  int most = 0, sum = 0;
  for (const auto& [code, weight] : weights_) {
    sum += weight;
    if (weight > most) most = weight, dominant_ = code;
  }
  if (most * 10 < sum * 6) dominant_.clear();
  if (!report_.dateline || report_.dateline->place.empty()) return;
  const std::string filed = capitalised(report_.dateline->place);
  const auto uses = knowledge_.directory.countries().find(filed);
  if (uses.size() == 1) filed_from_ = uses[0].code;
  for (const Place& place : places_)
    if (filed_from_.empty() && place.name == filed) filed_from_ = place.country;
}

// The actor whose office, government or spokesman a phrase names: "his spokesman", "the group's leader", "a spokesman
// for President Abbas"; -1 if none.
std::int32_t Joiner::owner_of(std::size_t number) const {
  const Draft& draft = drafts_[number];
  const Sentence& sentence = parse_.sentences[draft.words.sentence];
  for (std::size_t at = number + 1; at < drafts_.size() && drafts_[at].span.begin < draft.span.end; ++at) {
    const Draft& inside = drafts_[at];
    if (inside.actor < 0 || inside.form == MentionForm::adjective || inside.words.sentence != draft.words.sentence)
      continue;
    const Word& head = sentence.words[inside.words.head];
    const bool within = head.head >= static_cast<std::int32_t>(draft.words.first) &&
                        head.head <= static_cast<std::int32_t>(draft.words.last);
    if (head.head != static_cast<std::int32_t>(draft.words.head) &&
        !(draft.form == MentionForm::name && within && head.relation == "nmod:poss"))
      continue;
    if (head.relation == "nmod:poss" || head.relation == "compound") return inside.actor;
    if (head.relation != "nmod") continue;
    for (std::uint32_t i = sentence.child_begin[inside.words.head]; i < sentence.child_begin[inside.words.head + 1];
         ++i) {
      const Word& child = sentence.words[sentence.child_list[i]];
      const bool sent_there = draft.anywhere && !draft.official;  // "the envoy to Yemen"
      if (child.relation == "case" && (child.lemma == "of" || child.lemma == "for" || child.lemma == "to") &&
          (child.lemma == "of" || !sent_there))
        return inside.actor;
    }
  }
  return -1;
}

// "the Obama administration": the country of the person so named in the report, else of a head of state or government.
std::string Joiner::country_of_owner(const std::string& name, std::size_t draft) const {
  const std::string key = name_key(name);
  std::int32_t owner = -1;
  for (const std::int32_t number : persons_sharing(last_word(key), draft)) {
    const Cluster& c = cluster(number);
    if (c.actor.country.empty() || c.key.empty() || (owner >= 0 && owner < number)) continue;
    if (c.key == key || c.key.ends_with(' ' + key)) owner = number;
  }
  if (owner >= 0) return cluster(owner).actor.country;
  std::vector<Entry> heads = knowledge_.directory.persons(name, on_, {}, true);
  std::erase_if(heads, [](const Entry& entry) { return entry.rank < (entry.former ? 4 : 5); });
  const bool one = !heads.empty() && std::all_of(heads.begin(), heads.end(), [&](const Entry& entry) {
    return entry.country == heads.front().country;
  });
  return one ? heads.front().country : std::string();
}

// "near the border with Mauritania" is not in Mauritania.
bool Joiner::is_beyond_border(const Place& place) const {
  const Sentence& sentence = parse_.sentences[place.words.sentence];
  const Word& word = sentence.words[place.words.head];
  if (word.head < 0) return false;
  const std::string& of = sentence.words[static_cast<std::size_t>(word.head)].lemma;
  if (of != "border" && of != "frontier") return false;
  for (std::uint32_t i = sentence.child_begin[place.words.head]; i < sentence.child_begin[place.words.head + 1]; ++i)
    if (sentence.words[sentence.child_list[i]].lemma == "with") return true;
  return false;
}

// The countries of the towns in its sentence; without towns, those named as a place.
std::set<std::string> Joiner::countries_on_the_spot(const Draft& draft) const {
  std::set<std::string> towns, lands;
  auto place = std::lower_bound(places_.begin(), places_.end(), draft.words.sentence,
                                [](const Place& p, std::uint32_t number) { return p.words.sentence < number; });
  for (; place != places_.end() && place->words.sentence == draft.words.sentence; ++place) {
    if (place->country.empty() || place->form != PlaceForm::name || place->span.overlaps(draft.span)) continue;
    if (is_beyond_border(*place)) continue;
    if (!is_somebody(*place)) (place->kind == PlaceKind::country ? lands : towns).insert(place->country);
  }
  return towns.empty() ? lands : towns;
}

// "The army" after "Kenya's military", "police" after "Thai police": an institution keeps to the country of the last
// one of its kind, unless a place in its own sentence is in another one.
std::string Joiner::country_of_former(std::size_t number, const std::set<std::string>& on_the_spot) const {
  constexpr std::uint32_t kSentencesBack = 8;
  const Draft& draft = drafts_[number];
  if (!draft.institution || (draft.sector != "MIL" && draft.sector != "COP")) return {};
  for (std::size_t at = number; at-- > 0;) {
    const Draft& before = drafts_[at];
    if (draft.words.sentence - before.words.sentence > kSentencesBack) break;
    if (before.actor < 0 || before.form != MentionForm::nominal || before.sector != draft.sector) continue;
    const std::string& country = clusters_[static_cast<std::size_t>(before.actor)].actor.country;
    if (!is_state(country)) continue;
    const bool there =
        on_the_spot.empty() || on_the_spot.contains(country) || (draft.definite && draft.sector == "MIL");
    return there ? country : std::string();
  }
  return {};
}

// The dateline tells little: nothing where the sentence names other countries, nor in a digest of news of many.
std::string Joiner::filed_or_dominant(const std::set<std::string>& named,
                                      const std::set<std::string>& on_the_spot) const {
  if (filed_from_.empty()) return dominant_;
  if (filed_from_ == dominant_ || named.contains(filed_from_) || on_the_spot.contains(filed_from_)) return filed_from_;
  if (!named.empty() || !on_the_spot.empty()) return {};
  constexpr std::size_t kDigest = 6;  // countries
  return weights_.size() < kDigest ? filed_from_ : dominant_;
}

// "the Army", with a capital inside a sentence, is so written of the American one, in reports that name America.
bool Joiner::american_army(std::size_t number) const {
  const Draft& draft = drafts_[number];
  if (draft.sector != "MIL" || !draft.institution || draft.words.first == draft.words.head) return false;
  const Sentence& sentence = parse_.sentences[draft.words.sentence];
  const std::string& form = sentence.words[draft.words.head].form;
  constexpr std::array<std::string_view, 3> kForces = {"Army", "Navy", "Marines"};
  return std::find(kForces.begin(), kForces.end(), form) != kForces.end() && weights_.contains("USA");
}

// "the administration" of nobody named is so called of the American one.
bool Joiner::american_administration(std::size_t number) const {
  const Draft& draft = drafts_[number];
  return draft.role == "administration" && draft.definite && draft.sector == "GOV" && weights_.contains("USA");
}

// "The regime": reports in English do not say so of the United States or Britain; the last other state named before.
std::string Joiner::country_of_others(std::size_t number) const {
  constexpr std::size_t kMostBack = 60;
  for (std::size_t at = number; at-- > 0 && number - at <= kMostBack;) {
    const Draft& before = drafts_[at];
    const std::string& country =
        before.actor >= 0 ? clusters_[static_cast<std::size_t>(before.actor)].actor.country : before.country;
    if (is_state(country) && country != "USA" && country != "GBR") return country;
  }
  return {};
}

std::string Joiner::country_near(std::size_t number) const {
  const Draft& draft = drafts_[number];
  if (!draft.owner.empty())
    if (std::string country = country_of_owner(draft.owner, number); !country.empty()) return country;
  if (draft.others) return country_of_others(number);
  const bool envoy = draft.anywhere && draft.sector == "GOV" && !draft.official;
  if (weights_.size() == 1 && !envoy) {  // the report is of one country
    const bool guest = draft.sector == "GOV" && std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& other) {
                         return is_envoy(other) && other.words.sentence == draft.words.sentence;
                       });
    if (!guest || weights_.begin()->second > 2) return dominant_;
    return {};
  }
  if (draft.anywhere) return {};
  if (draft.indefinite && draft.institution && draft.sector == "GOV") return {};  // "an Islamist government"
  std::set<std::string> named;
  const std::set<std::string> on_the_spot = countries_on_the_spot(draft);
  const auto look = [&](const Draft& other) {
    if (of_state(draft.sector) && is_envoy(other)) return;  // "the foreign ministry summoned the Iranian ambassador"
    const std::string& country =
        other.actor >= 0 ? clusters_[static_cast<std::size_t>(other.actor)].actor.country : other.country;
    if (is_state(country)) named.insert(country);
  };
  if (const std::string country = country_of_former(number, on_the_spot); !country.empty()) return country;
  if (american_army(number) || american_administration(number)) return "USA";
  const std::uint32_t sentence = draft.words.sentence;
  for (std::size_t at = number; at-- > 0 && drafts_[at].words.sentence == sentence;) look(drafts_[at]);
  const std::set<std::string> before = named;
  for (std::size_t at = number + 1; at < drafts_.size() && drafts_[at].words.sentence == sentence; ++at)
    look(drafts_[at]);
  if (!of_state(draft.sector)) {
    if (on_the_spot.size() == 1) return *on_the_spot.begin();
    if (on_the_spot.empty() && named.size() == 1 && (dominant_.empty() || *named.begin() == dominant_))
      return *named.begin();
    return filed_or_dominant(named, on_the_spot);
  }
  // "ministers", "lawmakers" without an article may be anybody's: the one named before them, else none.
  const bool loose = draft.plural && !draft.definite && !draft.institution && !draft.official;
  if (loose) return before.size() == 1 ? *before.begin() : std::string();
  std::set<std::string> all = named;
  all.insert(on_the_spot.begin(), on_the_spot.end());
  if (all.size() == 1 && (dominant_.empty() || *all.begin() == dominant_)) return *all.begin();
  if (!dominant_.empty()) return dominant_;
  if (before.size() == 1) return *before.begin();
  if (all.size() > 1) return named.size() == 1 ? *named.begin() : std::string();
  return filed_from_;
}

}  // namespace wireroom
