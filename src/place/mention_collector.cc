#include "place/mention_collector.h"

#include <algorithm>

#include "place/place_spelling.h"

namespace wireroom {
namespace {

bool is_place_name(NameType type) { return type == NameType::GPE || type == NameType::LOC; }

std::size_t name_end(const Sentence& sentence, std::size_t i) {  // last word of the name that i stands in
  const NameType type = sentence.words[i].name;
  while (i + 1 < sentence.words.size() && sentence.words[i + 1].name == type && !sentence.words[i + 1].name_begins) ++i;
  return i;
}

}  // namespace

std::vector<PlaceMention> MentionCollector::collect() {
  for (std::uint32_t s = 0; s < parse_.sentences.size(); ++s) {
    const std::size_t before = found_.size();
    collect_sentence(s);
    find_containers(s, before);
  }
  return std::move(found_);
}

std::vector<NameUse> MentionCollector::look_up(std::string_view name, bool maybe_capitals) const {
  auto uses = gazetteer_.find(name);
  if (uses.empty() && maybe_capitals && all_capitals(name)) uses = gazetteer_.find(title_case(name));
  return {uses.begin(), uses.end()};
}

std::string MentionCollector::text_of(const Sentence& sentence, std::size_t first, std::size_t last) const {
  return as_in_tables(report_.text.view({sentence.words[first].span.begin, sentence.words[last].span.end}));
}

std::vector<NameUse> MentionCollector::admit(const Sentence& sentence, std::size_t first, std::size_t last,
                                             std::vector<NameUse> uses) const {
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

bool MentionCollector::inside_longer_name(const Sentence& sentence, std::size_t first, std::size_t last,
                                          const NameUse& use) const {
  if (gazetteer_.entry(use.entry).level == PlaceLevel::country) return false;
  const auto proper = [&](std::size_t i) {
    return sentence.words[i].upos == "PROPN" && begins_like_name(sentence.words[i].form) &&
           !is_place_name(sentence.words[i].name);
  };
  return (first > 0 && proper(first - 1)) || (last + 1 < sentence.words.size() && proper(last + 1));
}

void MentionCollector::collect_sentence(std::uint32_t s) {
  const Sentence& sentence = parse_.sentences[s];
  for (std::size_t i = 0; i < sentence.words.size();) i = collect_at(s, sentence, i);
}

std::size_t MentionCollector::collect_at(std::uint32_t s, const Sentence& sentence, std::size_t i) {
  const NameType type = sentence.words[i].name;
  if (type == NameType::PER) return name_end(sentence, i) + 1;
  if (const std::size_t next = collect_joined(s, sentence, i); next > i) return next;
  if (type == NameType::ORG) {
    const std::size_t end = name_end(sentence, i);
    std::vector<NameUse> uses = look_up(text_of(sentence, i, end), true);
    std::erase_if(uses,
                  [&](const NameUse& use) { return !use.curated || use.ambiguous || use.form == PlaceForm::demonym; });
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

std::size_t MentionCollector::collect_joined(std::uint32_t s, const Sentence& sentence, std::size_t i) {
  if (!begins_like_name(sentence.words[i].form)) return i;
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

std::size_t MentionCollector::collect_in_institution(std::uint32_t s, const Sentence& sentence, std::size_t first,
                                                     std::size_t end) {
  bool institution = false;
  for (std::size_t k = first + 1; k <= end; ++k)
    institution = institution || words_.institutions.contains(sentence.words[k].form);
  if (!institution) return end + 1;
  for (std::size_t last = std::min(end - 1, first + 4) + 1; last-- > first;) {
    std::vector<NameUse> uses = look_up(text_of(sentence, first, last), false);
    std::erase_if(uses,
                  [&](const NameUse& use) { return use.ambiguous || !use.main || use.form == PlaceForm::metonym; });
    if (uses.empty()) continue;
    add(s, sentence, first, last, std::move(uses), false);
    return end + 1;
  }
  return end + 1;
}

std::size_t MentionCollector::collect_unmarked(std::uint32_t s, const Sentence& sentence, std::size_t i) {
  if (!begins_like_name(sentence.words[i].form) && sentence.words[i].form != "sub" &&
      sentence.words[i].form != "mainland")
    return i + 1;
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

std::vector<NameUse> MentionCollector::look_up_parts(const Sentence& sentence, std::size_t& first, std::size_t& last,
                                                     std::size_t end) const {
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
  bool institution = false;  // "U.S. Senate": only the country is the place
  while (uses.empty() && cut > first && sentence.words[cut].form != "'s" &&
         (words_.class_of(sentence.words[cut]) != PlaceKind::other ||
          words_.institutions.contains(sentence.words[cut].form))) {
    institution = institution || words_.class_of(sentence.words[cut]) == PlaceKind::other;
    --cut;
    uses = look_up(text_of(sentence, first, cut), true);
  }
  if (institution && !uses.empty()) last = cut;
  if (uses.empty() && last > first) {
    const std::string_view form = sentence.words[first].form;
    if (form == "Mount" || form == "Lake" || form == "City" || form == "northern" || form == "southern" ||
        form == "eastern" || form == "western" || form == "central") {
      uses = look_up(text_of(sentence, first + 1, last), true);
      if (!uses.empty() && form[0] >= 'a') ++first;
    }
  }
  return uses;
}

std::size_t MentionCollector::collect_marked(std::uint32_t s, const Sentence& sentence, std::size_t first,
                                             std::size_t end) {
  std::size_t last = end;
  std::vector<NameUse> uses = look_up_parts(sentence, first, last, end);
  if (sentence.words[last].form == "'s" && last > first) --last;
  // "Highway", "District", "N." alone name nothing.
  if (uses.empty() && last == first &&
      (!begins_like_name(sentence.words[first].form) || words_.class_of(sentence.words[first]) != PlaceKind::other ||
       sentence.words[first].form.size() < 3))
    return end + 1;
  add(s, sentence, first, last, std::move(uses), true);
  if (last < end && words_.institutions.contains(sentence.words[last + 1].form) &&
      words_.class_of(sentence.words[last + 1]) == PlaceKind::other)
    return end + 1;
  // What follows a comma inside the marked name is looked at by itself.
  return last < end ? last + 1 : end + 1;
}

void MentionCollector::add(std::uint32_t s, const Sentence& sentence, std::size_t first, std::size_t last,
                           std::vector<NameUse> uses, bool recognised) {
  PlaceMention found;
  found.words = {s, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), 0};
  found.words.head = sentence.head_of(found.words.first, found.words.last);
  found.span = {sentence.words[first].span.begin, sentence.words[last].span.end};
  found.name = text_of(sentence, first, last);
  found.uses = std::move(uses);
  found.recognised = recognised;
  if (last + 1 < sentence.words.size()) found.class_kind = words_.class_of(sentence.words[last + 1]);
  if (first >= 2 && sentence.words[first - 1].form == "of")
    found.class_kind = words_.class_of(sentence.words[first - 2]);
  if (last > first && found.class_kind == PlaceKind::other) found.class_kind = words_.class_of(sentence.words[last]);
  found_.push_back(std::move(found));
}

void MentionCollector::find_containers(std::uint32_t s, std::size_t from) {
  const Sentence& sentence = parse_.sentences[s];
  for (std::size_t i = from; i + 1 < found_.size(); ++i) {
    PlaceMention& left = found_[i];
    PlaceMention& right = found_[i + 1];
    const std::uint32_t gap = right.words.first - left.words.last - 1;
    const auto form = [&](std::uint32_t k) -> std::string_view { return sentence.words[left.words.last + 1 + k].form; };
    if (gap == 1 && form(0) == ",") left.container = right.name;
    if (gap == 1 && form(0) == "in") left.container = right.name;
    if (gap == 1 && (form(0) == "'s" || form(0) == "\u2019s" || form(0) == "'")) right.container = left.name;
    if (gap == 3 && form(1) == "of" && words_.class_of(sentence.words[left.words.last + 1]) != PlaceKind::other)
      right.container = left.name;
    if (gap == 2 && form(1) == "of" && words_.class_of(sentence.words[left.words.last + 1]) != PlaceKind::other)
      right.container = left.name;
    if (gap == 1 && words_.class_of(sentence.words[left.words.last + 1]) == PlaceKind::city)
      right.container = left.name;
  }
}

}  // namespace wireroom
