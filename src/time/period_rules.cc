// Stretches of the calendar named by their unit: "last week", "the third quarter of 1989", "last fall", "the late
// '70s", "the 20th century", and holidays, whose dates data/times/holidays.tsv holds.
#include <algorithm>

#include "base/numerals.h"
#include "time/time_rules.h"

namespace wireroom {

// "last week", "the previous day", "this year", "the weekend", "the quarter".
FoundTime TimeRules::unit(std::size_t i) const {
  const bool article = is(i, "the");
  const std::size_t k = article ? i + 1 : i;
  if (article && (is(k, "same") || is(k, "corresponding") || is(k, "comparable")) &&
      (is(k + 1, "period") || is(k + 1, "quarter"))) {
    std::size_t end = k + 2;
    if (is(end, "of")) ++end;
    if (is(end, "the") || is(end, "a")) ++end;
    const bool last_year = is(end, "last") && is(end + 1, "year");
    const bool earlier = is(end, "year") && (is(end + 1, "earlier") || is(end + 1, "ago") || is(end + 1, "before"));
    const bool previous = (is(end, "previous") || is(end, "prior")) && is(end + 1, "year");
    if (last_year || earlier || previous) {
      TimeMeaning m;
      m.shape = Shape::unit;
      m.which = "last";
      m.unit = "Y";
      m.year_earlier = true;
      return phrase(i, end + 2, m);
    }
  }
  if (word(k, Kind::which)) return pointed_unit(i, k, article);
  if (is(k, "year") && hyphen(k + 1) && (is(k + 2, "earlier") || is(k + 2, "ago") || is(k + 2, "end")))
    return joined_year(i, k, article);
  TimeMeaning m;
  m.shape = Shape::unit;
  if (is(k, "year") && (is(k + 1, "end") || (is(k + 1, "'s") && is(k + 2, "end")))) {
    m.which = "this";
    m.unit = "Y";
    m.modifier = "END";
    return phrase(i, is(k + 1, "end") ? k + 2 : k + 3, m);
  }
  return article ? unit_with_article(i, k) : std::nullopt;
}

// "last week", "the previous day", "the past year", "last year's third quarter"; k is at "last".
FoundTime TimeRules::pointed_unit(std::size_t i, std::size_t k, bool article) const {
  TimeMeaning m;
  m.shape = Shape::unit;
  m.which = word(k, Kind::which)->value;
  ++k;
  if (is(k, "calendar") || is(k, "fiscal") || is(k, "full")) ++k;
  const TimeWord* unit = word(k, Kind::unit);
  if (!unit && m.which == "latest" && is(k, "period")) {  // of a company's account
    m.unit = "Q";
    return phrase(i, k + 1, m);
  }
  if (!unit) return std::nullopt;
  const bool plural = at(k).back() == 's' && at(k).size() > 3;
  if (plural) return plural_unit(i, k, m.which, unit->value);
  if (m.which == "same" && is(k - 1, "that") && (i > 0 && sentence_.words[i].upos == "SCONJ")) return std::nullopt;
  m.unit = unit->value;
  if (m.unit == "s" || m.unit == "min" || m.unit == "h") {
    if (m.which != "last" && m.which != "next") return std::nullopt;
    m.shape = Shape::length;
    m.amount = 1;
    return phrase(i, k + 1, m);
  }
  // "the past year" is a length that ends now; "the last year" is read the same way.
  if (is(k - 1, "past") || is(k - 1, "coming") ||
      (article && (m.which == "last" || m.which == "next") && m.unit != "WE" && m.unit != "DE" && m.unit != "Q")) {
    if (m.which != "next" || is(k - 1, "coming")) {
      m.shape = Shape::length;
      m.amount = 1;
    } else {
      m.which = "following";  // "the next day", "the next year": after what was told
    }
  }
  if (m.which == "next" && m.unit == "D") m.which = "following";
  std::size_t end = k + 1;
  if (const TimeWord* part = word(end, Kind::part); part && m.unit == "D") ++end;
  // "last year's third quarter"
  if (m.unit == "Y" && m.shape == Shape::unit && is(end, "'s")) {
    if (FoundTime inner = quarter(end + 1); inner && inner->meaning.which.empty()) {
      inner->first = i;
      inner->meaning.which = m.which;
      inner->meaning.unit = "Y";
      return inner;
    }
    if (m.which == "last" && (is(end + 1, "quarter") || is(end + 1, "period"))) {
      m.year_earlier = true;
      return phrase(i, end + 2, m);
    }
  }
  return phrase(i, end, m);
}

// "year-earlier period", "the year-ago quarter", "year-end"; k is at "year".
FoundTime TimeRules::joined_year(std::size_t i, std::size_t k, bool article) const {
  TimeMeaning m;
  m.shape = Shape::unit;
  m.which = is(k + 2, "end") ? "this" : "last";
  m.unit = "Y";
  if (is(k + 2, "end")) m.modifier = "END";
  m.year_earlier = !is(k + 2, "end");
  std::size_t end = k + 3;
  if (article && (is(end, "period") || is(end, "quarter")))
    ++end;
  else if (article)
    return std::nullopt;
  return phrase(i, end, m);
}

// "the weekend", "the quarter", "the year ended Dec. 31"; k is behind the article.
FoundTime TimeRules::unit_with_article(std::size_t i, std::size_t k) const {
  TimeMeaning m;
  m.shape = Shape::unit;
  const TimeWord* unit = word(k, Kind::unit);
  if (!unit ||
      (unit->value != "W" && unit->value != "M" && unit->value != "Y" && unit->value != "Q" && unit->value != "WE"))
    return std::nullopt;
  if (at(k).back() == 's' || hyphen(k + 1) || is(k + 1, "of") || is(k + 1, "that")) return std::nullopt;
  m.unit = unit->value;
  if (is(k + 1, "ended") || is(k + 1, "ending")) {
    m.shape = Shape::length;
    m.amount = 1;
  }
  return phrase(i, k + 1, m);
}

// "recent years", "the coming months", "past weeks", "the last days".
FoundTime TimeRules::plural_unit(std::size_t i, std::size_t k, const std::string& which, const std::string& unit) {
  TimeMeaning m;
  m.unit = unit;
  if (which == "next" || which == "following") {
    m.shape = Shape::ref;
    m.value = "FUTURE_REF";
  } else if (which == "last" || which == "previous") {
    m.shape = Shape::ref;
    m.value = "PAST_REF";
  } else {
    return std::nullopt;
  }
  return phrase(i, k + 1, m);
}

// "third-quarter", "the third quarter of 1989", "Q3", "the first half".
FoundTime TimeRules::quarter(std::size_t i) const {
  TimeMeaning m;
  std::size_t k = is(i, "the") ? i + 1 : i;
  if (at(k).size() == 2 && at(k)[0] == 'q' && at(k)[1] >= '1' && at(k)[1] <= '4') {
    m.quarter = at(k)[1] - '0';
    ++k;
    year_after(k, m);
    return phrase(i, k, m);
  }
  const TimeWord* which = word(k, Kind::which);
  const bool last_of_year = is(k, "last") && is(k + 1, "quarter") && is(k + 2, "of") && year_number(k + 3) != kNone;
  if (which && (is(k, "last") || is(k, "this") || is(k, "next")) && !last_of_year) return std::nullopt;
  // "the year-earlier third quarter", "the year-ago quarter's"
  if (is(k, "year") && hyphen(k + 1) && (is(k + 2, "earlier") || is(k + 2, "ago")) && k + 3 < lower_.size()) {
    const auto number = ordinal_of(lower_[k + 3]);
    if (number && *number <= 4 && is(k + 4, "quarter")) {
      m.quarter = *number;
      m.which = "last";
      m.unit = "Y";
      return phrase(i, k + 5, m);
    }
  }
  if (const int year = year_number(k); year != kNone) {  // "the 1988 second quarter"
    m.year = year;
    ++k;
  }
  auto ordinal = k < lower_.size() ? ordinal_of(lower_[k]) : std::nullopt;
  if ((is(k, "final") || is(k, "last")) && is(k + 1, "quarter") && is(k + 2, "of") && year_number(k + 3) != kNone)
    ordinal = 4;
  if (!ordinal || *ordinal > 4) return std::nullopt;
  ++k;
  const bool joined = hyphen(k);
  if (joined) ++k;
  if (is(k, "fiscal")) ++k;
  if (is(k, "quarter"))
    m.quarter = *ordinal;
  else if (is(k, "half") && *ordinal <= 2)
    m.half = *ordinal;
  else
    return std::nullopt;
  ++k;
  const std::size_t before = k;
  if (is(k, "of") && (is(k + 1, "fiscal") || is(k + 1, "the"))) ++k, ++k;
  if (k != before && year_number(k) == kNone) k = before;
  year_after(k, m);
  // "the first half" of a match or a book is no time: only with a year or a quarter's usual company
  if (m.half != kNone && m.year == kNone && m.which.empty() && (is(k, "of") || !is(i, "the"))) return std::nullopt;
  return phrase(i, k, m);
}

// "last fall", "the summer of 1998", "winter 2012", "this spring", "in the spring".
FoundTime TimeRules::season(std::size_t i) const {
  TimeMeaning m;
  std::size_t k = i;
  const bool article = is(k, "the");
  if (article) ++k;
  if (const TimeWord* which = word(k, Kind::which)) {
    m.which = which->value;
    ++k;
  }
  const TimeWord* season = word(k, Kind::season);
  if (!season || sentence_.words[k].upos == "VERB") return std::nullopt;
  m.season = season->value;
  ++k;
  year_after(k, m);
  const bool told = !m.which.empty() || m.year != kNone;
  const bool weak = m.season == "FA" || m.season == "SP";  // "fall", "spring" have other meanings
  if (!told && is(k - 1, "fall")) return std::nullopt;
  if (!told && weak && !(article || (i > 0 && is(i - 1, "in")))) return std::nullopt;
  if (!told && article && is(k, "of")) return std::nullopt;
  return phrase(i, k, m);
}

// "the 1990s", "the late '70s", "the nineties".
FoundTime TimeRules::decade(std::size_t i) const {
  TimeMeaning m;
  std::size_t k = is(i, "the") ? i + 1 : i;
  std::string mod;
  if (k > i)
    if (const auto [found, end] = longest_in(k, lexicon_.point_modifiers);
        found && (*found == "START" || *found == "MID" || *found == "END")) {
      mod = *found;
      k = end;
      if (hyphen(k)) ++k;
    }
  std::string text(at(k));
  std::size_t end = k + 1;
  if (text == "'" && at(k + 1).size() == 3) text += at(k + 1), end = k + 2;
  if (const std::size_t mark = text.find("'s");
      mark != std::string::npos && mark + 2 == text.size() && text.size() >= 5)
    text.erase(mark, 1);
  if (all_digits(text) && text.size() == 4 && text[3] == '0' && is(k + 1, "'s") && k > i) text += 's', end = k + 2;
  if (text.size() == 5 && text[4] == 's' && text[3] == '0' && all_digits(std::string_view(text).substr(0, 4)))
    m.decade = to_number(std::string_view(text).substr(0, 3));
  else if (text.size() == 4 && text[0] == '\'' && text[3] == 's' && text[2] == '0' && text[1] >= '0' && text[1] <= '9')
    m.decade = text[1] >= '3' ? 190 + (text[1] - '0') : 200 + (text[1] - '0');
  else if (const TimeWord* word_of = word(k, Kind::decade); word_of && k > i)
    m.decade = 190 + word_of->number;
  else
    return std::nullopt;
  m.modifier = mod;
  return phrase(i, end, m);
}

// "the 20th century", "eighteenth century".
FoundTime TimeRules::century(std::size_t i) const {
  std::size_t k = is(i, "the") ? i + 1 : i;
  std::string mod;
  if (const auto [found, end] = longest_in(k, lexicon_.point_modifiers); found && k > i) {
    mod = *found;
    k = end;
  }
  const auto number = k < lower_.size() ? ordinal_of(lower_[k]) : std::nullopt;
  if (!number || *number > 21) return std::nullopt;
  ++k;
  if (hyphen(k)) ++k;
  if (!is(k, "century")) return std::nullopt;
  TimeMeaning m;
  m.century = *number - 1;
  m.modifier = mod;
  return phrase(i, k + 1, m);
}

// "Thanksgiving Day", "last Christmas", "Christmas Eve 1995".
FoundTime TimeRules::holiday(std::size_t i) const {
  TimeMeaning m;
  m.shape = Shape::holiday;
  std::size_t k = i;
  if (const TimeWord* which = word(k, Kind::which)) {
    m.which = which->value;
    ++k;
  }
  std::string text;
  std::size_t end = 0;
  for (std::size_t n = k; n < std::min(lower_.size(), k + TimeLexicon::kMostWords); ++n) {
    if (n > k && sentence_.words[n - 1].space_after) text += ' ';
    std::string form = sentence_.words[n].form;
    if (const std::size_t mark = form.find("\u2019"); mark != std::string::npos) form.replace(mark, 3, "'");
    text += form;
    if (const auto found = lexicon_.holidays.find(text); found != lexicon_.holidays.end()) {
      m.holiday = &found->second;
      end = n + 1;
    }
  }
  if (!m.holiday) return std::nullopt;
  if (is(end, "week") || is(end, "weekend")) {
    m.unit = is(end, "week") ? "W" : "WE";
    ++end;
  }
  year_after(end, m);
  return phrase(i, end, m);
}

}  // namespace wireroom
