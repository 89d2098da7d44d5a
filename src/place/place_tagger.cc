// Two passes over the report. The first collects mentions: names that the recogniser marked, and names of the
// hand-written tables wherever they stand outside persons and organisations. The second chooses among candidates by
// how well known they are, by containment ("Paris, Texas", "the Syrian city of Homs"), class nouns, and the countries
// and divisions that the sure mentions of the report share (Leidner 2007; Lieberman and Samet 2012); what was settled by
// containment holds for the whole report.
#include "place/place_tagger.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/assets.h"
#include "base/table.h"
#include "place/gazetteer.h"

namespace wireroom {

struct PlaceTagger::Words {
  std::map<std::string, PlaceKind, std::less<>> class_nouns;
  std::set<std::string, std::less<>> subject_of, object_of, under_noun, institutions;
};

namespace {

// What a first reading knows of one mention.
struct Found {
  WordRange words;
  Span span;
  std::string name;                 // as looked up
  std::vector<NameUse> uses;        // candidates
  std::string container;            // "Texas" in "Paris, Texas", a country's adjective before "city of"
  PlaceKind class_kind = PlaceKind::other;
  bool recognised = false;          // marked GPE or LOC
  std::int32_t chosen = -1;         // index into uses
  double score = 0;
};

bool upper(std::string_view text) {
  return !text.empty() && ((text[0] >= 'A' && text[0] <= 'Z') || (static_cast<unsigned char>(text[0]) >= 0xC3));
}

bool all_capitals(std::string_view text) {
  int letters = 0;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') return false;
    letters += c >= 'A' && c <= 'Z';
  }
  return letters >= 4;
}

// KABUL -> Kabul, NEW YORK -> New York.
std::string title_case(std::string_view text) {
  std::string result(text);
  bool begin = true;
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z' && !begin) c = static_cast<char>(c + 32);
    begin = !((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '\'' || static_cast<unsigned char>(c) >= 0x80);
  }
  return result;
}

// The text as names stand in the tables: single blanks, plain apostrophes.
std::string as_in_tables(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 3) == "\u2019") {
      result += '\'';
      i += 2;
    } else if (text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r') {
      if (!result.empty() && result.back() != ' ') result += ' ';
    } else {
      result += text[i];
    }
  }
  return result;
}

bool is_place_name(NameType type) { return type == NameType::GPE || type == NameType::LOC; }

std::size_t name_end(const Sentence& sentence, std::size_t i) {  // last word of the name that i stands in
  const NameType type = sentence.words[i].name;
  while (i + 1 < sentence.words.size() && sentence.words[i + 1].name == type && !sentence.words[i + 1].name_begins) ++i;
  return i;
}

std::uint32_t head_of(const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i <= last; ++i) {
    const std::int32_t head = sentence.words[i].head;
    if (head < static_cast<std::int32_t>(first) || head > static_cast<std::int32_t>(last)) return i;
  }
  return last;
}

class Reading {
 public:
  Reading(const Gazetteer& gazetteer, const std::map<std::string, PlaceKind, std::less<>>& class_nouns,
          const std::set<std::string, std::less<>>& institutions, const Report& report, const Parse& parse)
      : gazetteer_(gazetteer), class_nouns_(class_nouns), institutions_(institutions), report_(report), parse_(parse) {}

  std::vector<Found> collect() {
    for (std::uint32_t s = 0; s < parse_.sentences.size(); ++s) {
      const std::size_t before = found_.size();
      collect_sentence(s);
      find_containers(s, before);
    }
    return std::move(found_);
  }

 private:
  std::vector<NameUse> look_up(std::string_view name, bool maybe_capitals) const {
    auto uses = gazetteer_.find(name);
    if (uses.empty() && maybe_capitals && all_capitals(name)) uses = gazetteer_.find(title_case(name));
    return {uses.begin(), uses.end()};
  }

  std::string text_of(const Sentence& sentence, std::size_t first, std::size_t last) const {
    return as_in_tables(report_.text.view({sentence.words[first].span.begin, sentence.words[last].span.end}));
  }

  // Which candidates may stand here, given what the recogniser and the tagger said of the words.
  std::vector<NameUse> admit(const Sentence& sentence, std::size_t first, std::size_t last, std::vector<NameUse> uses) const {
    const Word& word = sentence.words[first];
    bool places = true, peoples = true, none = true;
    for (std::size_t i = first; i <= last; ++i) {
      const NameType type = sentence.words[i].name;
      places = places && is_place_name(type);
      peoples = peoples && type == NameType::NORP;
      none = none && (type == NameType::none || type == NameType::MISC);
    }
    const bool tag_fits = word.upos == "PROPN" || word.upos == "ADJ" || word.upos == "NOUN" || first != last ||
                          word.upos == "DET" || word.upos == "X" || word.upos.empty();
    std::erase_if(uses, [&](const NameUse& use) {
      const bool people_use = use.form == PlaceForm::adjective || use.form == PlaceForm::demonym;
      if (places) return false;
      if (peoples) return !people_use && !use.curated;
      if (!none) return true;
      if (!use.curated || !tag_fits) return true;
      if (use.ambiguous && !people_use) return true;
      return !people_use && use.form != PlaceForm::metonym && inside_longer_name(sentence, first, last, use);
    });
    return uses;
  }

  // "Moscow" in an unmarked "Moscow Times": a town's name with another capitalised proper noun right beside it.
  bool inside_longer_name(const Sentence& sentence, std::size_t first, std::size_t last, const NameUse& use) const {
    if (gazetteer_.entry(use.entry).level == PlaceLevel::country) return false;
    const auto proper = [&](std::size_t i) {
      return sentence.words[i].upos == "PROPN" && upper(sentence.words[i].form) && !is_place_name(sentence.words[i].name);
    };
    return (first > 0 && proper(first - 1)) || (last + 1 < sentence.words.size() && proper(last + 1));
  }

  void collect_sentence(std::uint32_t s) {
    const Sentence& sentence = parse_.sentences[s];
    for (std::size_t i = 0; i < sentence.words.size();) i = collect_at(s, sentence, i);
  }

  // Takes what begins at word i; returns the next word to look at.
  std::size_t collect_at(std::uint32_t s, const Sentence& sentence, std::size_t i) {
    const NameType type = sentence.words[i].name;
    if (type == NameType::PER) return name_end(sentence, i) + 1;
    if (const std::size_t next = collect_joined(s, sentence, i); next > i) return next;
    if (type == NameType::ORG) {
      const std::size_t end = name_end(sentence, i);
      std::vector<NameUse> uses = look_up(text_of(sentence, i, end), true);
      std::erase_if(uses, [&](const NameUse& use) { return !use.curated || use.ambiguous || use.form == PlaceForm::demonym; });
      if (!uses.empty()) {
        add(s, sentence, i, end, std::move(uses), false);
        return end + 1;
      }
      return end > i ? collect_in_institution(s, sentence, i, end) : end + 1;
    }
    if (is_place_name(type) && sentence.words[i].form.size() >= 2 && sentence.words[i].upos == "DET" &&
        name_end(sentence, i) > i)
      return collect_marked(s, sentence, i + 1, name_end(sentence, i));
    if (is_place_name(type)) return collect_marked(s, sentence, i, name_end(sentence, i));
    return collect_unmarked(s, sentence, i);
  }

  // "North America" where only the second word was marked, "New York" marked as two places: the table knows the whole.
  std::size_t collect_joined(std::uint32_t s, const Sentence& sentence, std::size_t i) {
    if (!upper(sentence.words[i].form)) return i;
    const std::size_t limit = std::min(sentence.words.size(), i + Gazetteer::kMostWords);
    for (std::size_t end = limit; end-- > i + 1;) {
      bool fits = true, place = false;
      for (std::size_t k = i; k <= end; ++k) {
        const NameType type = sentence.words[k].name;
        fits = fits && type != NameType::PER && type != NameType::ORG;
        place = place || is_place_name(type);
      }
      if (!fits || !place || name_end(sentence, end) != end) continue;
      std::vector<NameUse> uses = look_up(text_of(sentence, i, end), false);
      if (uses.empty()) continue;
      add(s, sentence, i, end, std::move(uses), true);
      return end + 1;
    }
    return i;
  }

  // "Minnesota" in "Minnesota Department of Transportation": institutions are called after their place.
  std::size_t collect_in_institution(std::uint32_t s, const Sentence& sentence, std::size_t first, std::size_t end) {
    bool institution = false;
    for (std::size_t k = first + 1; k <= end; ++k) institution = institution || institutions_.contains(sentence.words[k].form);
    if (!institution) return end + 1;
    for (std::size_t last = std::min(end - 1, first + 4) + 1; last-- > first;) {
      std::vector<NameUse> uses = look_up(text_of(sentence, first, last), false);
      std::erase_if(uses, [&](const NameUse& use) { return use.ambiguous || !use.main || use.form == PlaceForm::metonym; });
      if (uses.empty()) continue;
      add(s, sentence, first, last, std::move(uses), false);
      return end + 1;
    }
    return end + 1;
  }

  std::size_t collect_unmarked(std::uint32_t s, const Sentence& sentence, std::size_t i) {
    if (!upper(sentence.words[i].form) && sentence.words[i].form != "sub" && sentence.words[i].form != "mainland") return i + 1;
    const std::size_t limit = std::min(sentence.words.size(), i + Gazetteer::kMostWords);
    for (std::size_t end = limit; end-- > i;) {
      if (end + 1 < sentence.words.size() && sentence.words[end + 1].name != NameType::none &&
          !sentence.words[end + 1].name_begins && sentence.words[end + 1].name != NameType::MISC)
        continue;  // would cut a name in two
      std::vector<NameUse> uses = look_up(text_of(sentence, i, end), sentence.words[i].name == NameType::NORP);
      if (uses.empty()) continue;
      uses = admit(sentence, i, end, std::move(uses));
      if (uses.empty()) continue;
      add(s, sentence, i, end, std::move(uses), false);
      return end + 1;
    }
    return i + 1;
  }

  // A name marked GPE or LOC, first..end; a comma in it separates two places.
  std::size_t collect_marked(std::uint32_t s, const Sentence& sentence, std::size_t first, std::size_t end) {
    std::size_t last = end;
    std::vector<NameUse> uses = look_up(text_of(sentence, first, last), true);
    if (uses.empty())
      for (std::size_t i = first; i <= end; ++i)
        if (sentence.words[i].form == "," || sentence.words[i].form == "/") {
          last = i > first ? i - 1 : first;
          break;
        }
    if (uses.empty()) {
      // "U.S. Virgin Islands" may reach beyond what was marked; "Idlib province" holds a class noun.
      const std::size_t reach = std::min(sentence.words.size(), last + 3);
      for (std::size_t e = reach; e-- > last + 1 && uses.empty();) {
        if (sentence.words[e].name != NameType::none) continue;
        uses = look_up(text_of(sentence, first, e), true);
        if (!uses.empty()) last = e;
      }
    }
    std::size_t cut = last;
    while (uses.empty() && cut > first && sentence.words[cut].form != "'s" && class_of(sentence.words[cut]) != PlaceKind::other) {
      --cut;
      uses = look_up(text_of(sentence, first, cut), true);
    }
    if (uses.empty() && last > first) {
      const std::string_view form = sentence.words[first].form;
      if (form == "Mount" || form == "Lake" || form == "City" || form == "northern" || form == "southern" ||
          form == "eastern" || form == "western" || form == "central") {
        uses = look_up(text_of(sentence, first + 1, last), true);
        if (!uses.empty() && form[0] >= 'a') ++first;
      }
    }
    if (sentence.words[last].form == "'s" && last > first) --last;
    // "Highway", "District", "N." alone name nothing.
    if (uses.empty() && last == first &&
        (!upper(sentence.words[first].form) || class_of(sentence.words[first]) != PlaceKind::other || sentence.words[first].form.size() < 3))
      return end + 1;
    add(s, sentence, first, last, std::move(uses), true);
    // What follows a comma inside the marked name is looked at by itself.
    return last < end ? last + 1 : end + 1;
  }

  PlaceKind class_of(const Word& word) const {
    const auto known = class_nouns_.find(word.lemma);
    if (known != class_nouns_.end()) return known->second;
    std::string lower = word.form;
    for (char& c : lower)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    const auto by_form = class_nouns_.find(lower);
    return by_form == class_nouns_.end() ? PlaceKind::other : by_form->second;
  }

  void add(std::uint32_t s, const Sentence& sentence, std::size_t first, std::size_t last, std::vector<NameUse> uses,
           bool recognised) {
    Found found;
    found.words = {s, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), 0};
    found.words.head = head_of(sentence, found.words.first, found.words.last);
    found.span = {sentence.words[first].span.begin, sentence.words[last].span.end};
    found.name = text_of(sentence, first, last);
    found.uses = std::move(uses);
    found.recognised = recognised;
    if (last + 1 < sentence.words.size()) found.class_kind = class_of(sentence.words[last + 1]);
    if (first >= 2 && sentence.words[first - 1].form == "of") found.class_kind = class_of(sentence.words[first - 2]);
    if (last > first && found.class_kind == PlaceKind::other) found.class_kind = class_of(sentence.words[last]);
    found_.push_back(std::move(found));
  }

  // "Paris, Texas"; "Texas's Paris"; "the Syrian city of Homs"; "Homs in Syria".
  void find_containers(std::uint32_t s, std::size_t from) {
    const Sentence& sentence = parse_.sentences[s];
    for (std::size_t i = from; i + 1 < found_.size(); ++i) {
      Found& left = found_[i];
      Found& right = found_[i + 1];
      const std::uint32_t gap = right.words.first - left.words.last - 1;
      const auto form = [&](std::uint32_t k) -> std::string_view { return sentence.words[left.words.last + 1 + k].form; };
      if (gap == 1 && form(0) == ",") left.container = right.name;
      if (gap == 1 && form(0) == "in") left.container = right.name;
      if (gap == 1 && (form(0) == "'s" || form(0) == "\u2019s" || form(0) == "'")) right.container = left.name;
      if (gap == 3 && form(1) == "of" && class_of(sentence.words[left.words.last + 1]) != PlaceKind::other)
        right.container = left.name;
      if (gap == 2 && form(1) == "of" && class_of(sentence.words[left.words.last + 1]) != PlaceKind::other)
        right.container = left.name;
      if (gap == 1 && class_of(sentence.words[left.words.last + 1]) == PlaceKind::city) right.container = left.name;
    }
  }

  const Gazetteer& gazetteer_;
  const std::map<std::string, PlaceKind, std::less<>>& class_nouns_;
  const std::set<std::string, std::less<>>& institutions_;
  const Report& report_;
  const Parse& parse_;
  std::vector<Found> found_;
};

// Chooses one candidate for each mention.
class Choice {
 public:
  Choice(const Gazetteer& gazetteer, const Report& report, std::vector<Found>& found)
      : gazetteer_(gazetteer), found_(found) {
    if (report.dateline && !report.dateline->place.empty()) vote_for_dateline(report.dateline->place);
  }

  void run() {
    for (const Found& mention : found_) vote_for_country(mention);
    for (Found& mention : found_)
      if (!mention.container.empty()) choose_contained(mention);
    for (Found& mention : found_)
      if (mention.chosen < 0) choose(mention);
  }

 private:
  void vote_for_dateline(std::string_view place) {
    std::string_view name = place.substr(0, place.find(','));
    const std::string title = title_case(name);
    const auto uses = gazetteer_.find(title);
    const GazetteerEntry* best = nullptr;
    for (const NameUse& use : uses)
      if (const GazetteerEntry& entry = gazetteer_.entry(use.entry); !best || entry.prior > best->prior) best = &entry;
    if (best) country_votes_[best->country] += 2;
  }

  void vote_for_country(const Found& mention) {
    std::string_view country;
    for (const NameUse& use : mention.uses) {
      const GazetteerEntry& entry = gazetteer_.entry(use.entry);
      if (entry.level != PlaceLevel::country || use.ambiguous || entry.country.empty()) continue;
      country = entry.country;
    }
    if (!country.empty()) country_votes_[country] += 1;
  }

  // The pair of readings (place, container) that fit together; the best known one of the first.
  void choose_contained(Found& mention) {
    const auto containers = gazetteer_.find(mention.container);
    double best = 0, best_of_all = 0;
    for (const NameUse& use : mention.uses) best_of_all = std::max(best_of_all, base(mention, use));
    for (std::size_t i = 0; i < mention.uses.size(); ++i) {
      const GazetteerEntry& inner = gazetteer_.entry(mention.uses[i].entry);
      if (inner.level == PlaceLevel::country) continue;
      for (const NameUse& use : containers) {
        const GazetteerEntry& outer = gazetteer_.entry(use.entry);
        if (!contains(outer, inner)) continue;
        // A much better known namesake elsewhere speaks against a village, unless the container is a province or state.
        const double known = base(mention, mention.uses[i]);
        if (known + (outer.level == PlaceLevel::country ? 2.0 : 4.0) < best_of_all) continue;
        const double score = known + (outer.level == PlaceLevel::country ? 0.5 : 1.0);
        if (score > best) {
          best = score;
          mention.chosen = static_cast<std::int32_t>(i);
        }
      }
    }
    if (mention.chosen < 0) return;
    mention.score = 0.97;
    const NameUse& use = mention.uses[static_cast<std::size_t>(mention.chosen)];
    const GazetteerEntry& entry = gazetteer_.entry(use.entry);
    settled_.emplace(mention.name, use.entry);
    local_votes_[entry.country] += 1;
    if (!entry.admin1.empty()) division_votes_[{entry.country, entry.admin1}] += 1;
  }

  static bool contains(const GazetteerEntry& outer, const GazetteerEntry& inner) {
    if (outer.country.empty() || outer.country != inner.country || &outer == &inner) return false;
    if (outer.level == PlaceLevel::country) return true;
    if (outer.level == PlaceLevel::region || outer.level == PlaceLevel::division) return outer.admin1 == inner.admin1;
    return false;
  }

  static double base(const Found& mention, const NameUse& use, const GazetteerEntry& entry) {
    double score = entry.prior;
    if (!use.main) score -= use.curated ? 0.3 : 1.2;
    if (use.ambiguous) score -= 1.6;
    if (mention.class_kind != PlaceKind::other && entry.level != PlaceLevel::country)
      score += entry.kind == mention.class_kind ? 2 : -1;
    return score;
  }
  double base(const Found& mention, const NameUse& use) const { return base(mention, use, gazetteer_.entry(use.entry)); }

  static double share(double votes, double all) { return all <= 0 ? 0 : votes / (all + 1); }

  void choose(Found& mention) {
    double best = -1, second = -1;
    double all_countries = 0, all_local = 0;
    for (const auto& [country, votes] : country_votes_) all_countries += votes;
    for (const auto& [country, votes] : local_votes_) all_local += votes;
    const auto settled = settled_.find(mention.name);
    double support = 0;
    for (std::size_t i = 0; i < mention.uses.size(); ++i) {
      const NameUse& use = mention.uses[i];
      const GazetteerEntry& entry = gazetteer_.entry(use.entry);
      double extra = 0;
      if (settled != settled_.end() && settled->second == use.entry) extra += 5;
      if (!entry.country.empty() && entry.level != PlaceLevel::country) {
        extra += 2.2 * share(votes_of(country_votes_, entry.country), all_countries);
        extra += 2.0 * share(votes_of(local_votes_, entry.country), all_local);
        const auto division = division_votes_.find({entry.country, entry.admin1});
        if (division != division_votes_.end()) extra += std::min(1.2, 0.5 * division->second);
      }
      const double score = base(mention, use, entry) + extra;
      if (score > best) {
        if (best >= 0 && !same(mention, i)) second = best;
        best = score;
        support = extra;
        mention.chosen = static_cast<std::int32_t>(i);
      } else if (score > second && !same(mention, i)) {
        second = score;
      }
    }
    if (mention.chosen < 0) return;
    const NameUse& use = mention.uses[static_cast<std::size_t>(mention.chosen)];
    const GazetteerEntry& entry = gazetteer_.entry(use.entry);
    mention.score = trust(best - std::max(second, 0.0), entry.prior, support);
    if (mention.class_kind == PlaceKind::region && entry.kind == PlaceKind::city) mention.score = std::min(mention.score, 0.4);
    if (entry.level != PlaceLevel::country && mention.score >= kTrusted && !entry.country.empty()) {
      local_votes_[entry.country] += 0.5;
      if (!entry.admin1.empty() && support > 0.5) division_votes_[{entry.country, entry.admin1}] += 0.5;
    }
  }

  bool same(const Found& mention, std::size_t i) const {
    return mention.chosen >= 0 && mention.uses[static_cast<std::size_t>(mention.chosen)].entry == mention.uses[i].entry;
  }

  // How far the choice can be trusted, 0 to 1: a well-known place, or support by the report, or no rival.
  static double trust(double margin, double prior, double support) {
    double score = 0.45 + 0.08 * (prior - 4.5) + 0.12 * std::min(margin, 3.0) + 0.2 * std::min(support, 2.0);
    return std::clamp(score, 0.05, 0.99);
  }

  static double votes_of(const std::map<std::string_view, double>& votes, std::string_view country) {
    const auto found = votes.find(country);
    return found == votes.end() ? 0 : found->second;
  }

 public:
  static constexpr double kTrusted = 0.5;  // below, the place is recorded without entry

 private:
  const Gazetteer& gazetteer_;
  std::vector<Found>& found_;
  std::map<std::string_view, double> country_votes_, local_votes_;
  std::map<std::pair<std::string_view, std::string_view>, double> division_votes_;
  std::map<std::string, std::uint32_t> settled_;
};

bool has_form(const Found& mention, std::uint32_t entry, PlaceForm form) {
  return std::any_of(mention.uses.begin(), mention.uses.end(),
                     [&](const NameUse& use) { return use.entry == entry && use.form == form; });
}

// "Russian planes" against "two Russians", "the British".
PlaceForm adjective_or_demonym(const Sentence& sentence, const Found& mention, std::uint32_t entry) {
  const bool adjective = has_form(mention, entry, PlaceForm::adjective);
  if (!has_form(mention, entry, PlaceForm::demonym)) return PlaceForm::adjective;
  if (!adjective) return PlaceForm::demonym;
  const Word& word = sentence.words[mention.words.head];
  const bool modifies = word.relation == "amod" || word.relation == "compound" || word.relation.substr(0, 4) == "nmod";
  if (modifies && word.head > static_cast<std::int32_t>(mention.words.last)) return PlaceForm::adjective;
  if (word.upos == "ADJ" && word.relation != "nsubj" && word.relation != "obj") return PlaceForm::adjective;
  return PlaceForm::demonym;
}

// "spoke in Russian", "learn French": a language, no place.
bool is_language(const Sentence& sentence, const Found& mention) {
  const Word& word = sentence.words[mention.words.head];
  if (word.head < 0 || word.upos == "ADJ" || mention.words.first != mention.words.last) return false;
  const std::string& governor = sentence.words[static_cast<std::size_t>(word.head)].lemma;
  const bool speaks = governor == "speak" || governor == "learn" || governor == "translate" || governor == "write" ||
                      governor == "teach" || governor == "say" || governor == "mean" || governor == "tweet" ||
                      governor == "study" || governor == "read" || governor == "fluent";
  if (!speaks) return false;
  if (word.relation == "obj") return governor != "teach" && governor != "say";
  return mention.words.first > 0 && (sentence.words[mention.words.first - 1].form == "in" ||
                                     sentence.words[mention.words.first - 1].form == "into");
}

std::string_view case_of(const Sentence& sentence, std::uint32_t word) {
  for (std::uint32_t k = sentence.child_begin[word]; k < sentence.child_begin[word + 1]; ++k) {
    const Word& child = sentence.words[sentence.child_list[k]];
    if (child.relation == "case" && child.upos != "PART") return child.lemma;
  }
  return {};
}

}  // namespace

PlaceTagger::PlaceTagger() = default;
PlaceTagger::PlaceTagger(PlaceTagger&&) noexcept = default;
PlaceTagger& PlaceTagger::operator=(PlaceTagger&&) noexcept = default;
PlaceTagger::~PlaceTagger() = default;

Result<PlaceTagger> PlaceTagger::load() {
  PlaceTagger tagger;
  WIREROOM_TRY(gazetteer, Gazetteer::load());
  tagger.gazetteer_ = std::make_unique<Gazetteer>(std::move(gazetteer));
  tagger.words_ = std::make_unique<Words>();
  WIREROOM_TRY(noun_bytes, asset("data/places/class_nouns.tsv"));
  WIREROOM_TRY(nouns, Table::read("data/places/class_nouns.tsv", noun_bytes, {"noun", "kind"}));
  for (const Table::Row& row : nouns.rows()) {
    PlaceKind kind = PlaceKind::other;
    for (const PlaceKind k : {PlaceKind::region, PlaceKind::city, PlaceKind::facility, PlaceKind::water, PlaceKind::land})
      if (row["kind"] == name(k)) kind = k;
    if (kind == PlaceKind::other)
      return Error{ErrorKind::data, row.place() + ": unknown kind; write region, city, facility, water or land"};
    tagger.words_->class_nouns.emplace(row["noun"], kind);
  }
  WIREROOM_TRY(institution_bytes, asset("data/places/institutions.tsv"));
  WIREROOM_TRY(institutions, Table::read("data/places/institutions.tsv", institution_bytes, {"noun"}));
  for (const Table::Row& row : institutions.rows()) tagger.words_->institutions.emplace(row["noun"]);
  WIREROOM_TRY(verb_bytes, asset("data/places/metonymy.tsv"));
  WIREROOM_TRY(verbs, Table::read("data/places/metonymy.tsv", verb_bytes, {"lemma", "as"}));
  for (const Table::Row& row : verbs.rows()) {
    if (row["as"] == "subject") tagger.words_->subject_of.emplace(row["lemma"]);
    else if (row["as"] == "object") tagger.words_->object_of.emplace(row["lemma"]);
    else if (row["as"] == "noun") tagger.words_->under_noun.emplace(row["lemma"]);
    else return Error{ErrorKind::data, row.place() + ": `as` must be subject, object or noun"};
  }
  return tagger;
}

namespace {

// Stands the name for its government here? Only asked of countries, unions and capitals.
bool stands_for_government(const Sentence& sentence, std::uint32_t head, const std::set<std::string, std::less<>>& subject_of,
                           const std::set<std::string, std::less<>>& object_of,
                           const std::set<std::string, std::less<>>& under_noun) {
  for (int steps = 0; steps < 8 && sentence.words[head].relation == "conj" && sentence.words[head].head >= 0; ++steps) {
    if (const std::string_view own = case_of(sentence, head); own == "in" || own == "at" || own == "near") return false;
    head = static_cast<std::uint32_t>(sentence.words[head].head);
  }
  const Word& word = sentence.words[head];
  if (word.head < 0) return false;
  const Word& governor = sentence.words[static_cast<std::size_t>(word.head)];
  if (word.relation == "nsubj" && governor.upos == "VERB") return subject_of.contains(governor.lemma);
  if (word.relation == "nsubj:pass" || word.relation == "obj" || word.relation == "iobj")
    return object_of.contains(governor.lemma);
  if (word.relation == "obl:agent") return true;
  if (word.relation == "nmod" || word.relation == "obl") {
    const std::string_view preposition = case_of(sentence, head);
    return (preposition == "between" || preposition == "with") && under_noun.contains(governor.lemma);
  }
  return false;
}

}  // namespace

std::vector<Place> PlaceTagger::tag(const Report& report, const Parse& parse) const {
  std::vector<Found> found = Reading(*gazetteer_, words_->class_nouns, words_->institutions, report, parse).collect();
  Choice(*gazetteer_, report, found).run();
  std::vector<Place> places;
  places.reserve(found.size());
  for (const Found& mention : found) {
    const Sentence& sentence = parse.sentences[mention.words.sentence];
    Place place;
    place.words = mention.words;
    place.span = mention.span;
    place.name = mention.name;
    place.score = 0.5;
    place.kind = mention.class_kind;
    if (mention.chosen >= 0) {
      const NameUse& use = mention.uses[static_cast<std::size_t>(mention.chosen)];
      const GazetteerEntry& entry = gazetteer_->entry(use.entry);
      place.form = use.form;
      if (use.form == PlaceForm::adjective || use.form == PlaceForm::demonym) {
        if (is_language(sentence, mention)) continue;
        place.form = adjective_or_demonym(sentence, mention, use.entry);
      }
      if (has_form(mention, use.entry, PlaceForm::name)) place.form = PlaceForm::name;
      place.score = mention.score;
      if (mention.score >= Choice::kTrusted) {
        if (!entry.name.empty()) place.name = entry.name;
        place.kind = entry.kind;
        place.country = entry.country;
        place.geonames = entry.geonames;
        if (entry.level != PlaceLevel::country) place.admin1 = entry.admin1;
        if (entry.has_point) {
          place.latitude = entry.latitude;
          place.longitude = entry.longitude;
        }
        const bool governs = entry.level == PlaceLevel::country || entry.level == PlaceLevel::capital || entry.name == "European Union";
        if (place.form == PlaceForm::name && governs &&
            stands_for_government(sentence, mention.words.head, words_->subject_of, words_->object_of, words_->under_noun))
          place.form = PlaceForm::metonym;
        // "in the Kremlin", "at the White House" is the building.
        if (place.form == PlaceForm::metonym && use.form == PlaceForm::metonym) {
          const std::string_view preposition = case_of(sentence, mention.words.head);
          if (preposition == "in" || preposition == "at" || preposition == "near" || preposition == "outside" || preposition == "inside")
            place.form = PlaceForm::name;
        }
      }
    }
    places.push_back(std::move(place));
  }
  return places;
}

}  // namespace wireroom
