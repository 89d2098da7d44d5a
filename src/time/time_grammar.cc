// Each function tries one kind of expression at one word and answers how far it reaches; the longest wins. Sentences are
// at most some hundred words and every function looks a bounded way ahead, so the whole is linear.
#include "time/time_grammar.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/numerals.h"

namespace wireroom {
namespace {

using Shape = TimeMeaning::Shape;
using Kind = TimeWordKind;

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int to_number(std::string_view text) {
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

class Grammar {
 public:
  Grammar(const Sentence& sentence, const TimeLexicon& lexicon) : sentence_(sentence), lexicon_(lexicon) {
    lower_.reserve(sentence.words.size());
    for (const Word& word : sentence.words) {
      std::string text = lower_ascii(word.form);
      for (std::size_t at; (at = text.find("\u2019")) != std::string::npos;) text.replace(at, 3, "'");
      lower_.push_back(std::move(text));
    }
  }

  std::vector<TimePhrase> run() {
    std::vector<TimePhrase> phrases;
    for (std::size_t i = 0; i < lower_.size();) {
      if (in_other_name(i)) {
        ++i;
        continue;
      }
      std::optional<TimePhrase> best = best_at(i);
      if (!best || overlaps_name(*best)) {
        ++i;
        continue;
      }
      i = best->end;
      phrases.push_back(std::move(*best));
      if (auto second = second_of_range(phrases.back())) {
        i = second->end;
        phrases.push_back(std::move(*second));
      }
    }
    return phrases;
  }

 private:
  using Found = std::optional<TimePhrase>;

  // ------------------------------------------------------------------------------------------------- small tools

  [[nodiscard]] std::string_view at(std::size_t i) const { return i < lower_.size() ? std::string_view(lower_[i]) : std::string_view(); }
  [[nodiscard]] bool is(std::size_t i, std::string_view text) const { return at(i) == text; }
  [[nodiscard]] bool hyphen(std::size_t i) const { return is(i, "-") || is(i, "\u2013") || is(i, "\u2010"); }
  [[nodiscard]] bool dash(std::size_t i) const { return hyphen(i) || is(i, "--") || is(i, "\u2014") || is(i, "/"); }
  [[nodiscard]] bool capital(std::size_t i) const {
    return i < sentence_.words.size() && !sentence_.words[i].form.empty() && sentence_.words[i].form[0] >= 'A' && sentence_.words[i].form[0] <= 'Z';
  }
  [[nodiscard]] const TimeWord* word(std::size_t i, Kind kind) const { return i < lower_.size() ? lexicon_.find(lower_[i], kind) : nullptr; }

  [[nodiscard]] bool in_other_name(std::size_t i) const {
    const NameType type = sentence_.words[i].name;
    if (type != NameType::PER && type != NameType::ORG) return false;
    // A weekday or a date alone is no name, whatever the recogniser says.
    const bool begins = sentence_.words[i].name_begins || i == 0 || sentence_.words[i - 1].name != type;
    const bool ends = i + 1 >= sentence_.words.size() || sentence_.words[i + 1].name != type || sentence_.words[i + 1].name_begins;
    return !(begins && ends && (word(i, Kind::weekday) || (word(i, Kind::month) && day_number(i + 1) != kNone) || year_number(i) != kNone));
  }
  [[nodiscard]] bool overlaps_name(const TimePhrase& phrase) const {
    for (std::size_t i = phrase.first; i < phrase.end; ++i)
      if (in_other_name(i)) return true;
    return false;
  }

  struct Phrase {
    const TimeWord* word = nullptr;
    std::size_t end = 0;
  };
  // The longest entry of a kind that begins at i.
  [[nodiscard]] Phrase longest(std::size_t i, Kind kind) const {
    Phrase best;
    std::string text;
    for (std::size_t k = i; k < std::min(lower_.size(), i + TimeLexicon::kMostWords); ++k) {
      if (k > i) text += ' ';
      text += lower_[k];
      if (const TimeWord* found = lexicon_.find(text, kind)) best = {found, k + 1};
    }
    return best;
  }

  template <typename Map>
  [[nodiscard]] std::pair<const std::string*, std::size_t> longest_in(std::size_t i, const Map& map) const {
    std::pair<const std::string*, std::size_t> best{nullptr, i};
    std::string text;
    for (std::size_t k = i; k < std::min(lower_.size(), i + 4); ++k) {
      if (k > i) text += ' ';
      text += lower_[k];
      if (const auto found = map.find(text); found != map.end()) best = {&found->second, k + 1};
    }
    return best;
  }

  static TimePhrase phrase(std::size_t first, std::size_t end, TimeMeaning meaning) { return {first, end, std::move(meaning)}; }

  [[nodiscard]] int month_at(std::size_t i) const {
    const TimeWord* found = word(i, Kind::month);
    if (!found || !capital(i)) return kNone;
    const Word& w = sentence_.words[i];
    if (w.upos == "VERB" || w.upos == "AUX" || w.xpos == "MD") return kNone;
    const bool short_form = lower_[i].size() == 3 && lower_[i] != "may" && lower_[i].back() != '.';
    if (short_form && day_number(i + 1) == kNone && (i == 0 || day_number(i - 1) == kNone) && year_number(i + 1) == kNone) return kNone;
    // "the March for Life", "a March on Washington"
    if (is(i, "march") && i > 0 && (is(i - 1, "the") || is(i - 1, "a") || is(i - 1, "annual")) && (is(i + 1, "for") || is(i + 1, "on") || is(i + 1, "of")))
      return kNone;
    if ((is(i, "march") || is(i, "may") || is(i, "august")) && w.upos != "PROPN" && w.upos != "NOUN") return kNone;
    return found->number;
  }
  [[nodiscard]] int day_number(std::size_t i) const {
    if (i >= lower_.size()) return kNone;
    if (all_digits(lower_[i]) && lower_[i].size() <= 2) {
      const int day = to_number(lower_[i]);
      return day >= 1 && day <= 31 ? day : kNone;
    }
    if (lower_[i].size() >= 3 && lower_[i][0] >= '0' && lower_[i][0] <= '9')
      if (const auto day = ordinal_of(lower_[i]); day && *day >= 1 && *day <= 31) return *day;
    return kNone;
  }
  [[nodiscard]] int year_number(std::size_t i) const {
    if (i >= lower_.size()) return kNone;
    if (all_digits(lower_[i]) && lower_[i].size() == 4) {
      const int year = to_number(lower_[i]);
      return year >= 1000 && year <= 2100 ? year : kNone;
    }
    if (lower_[i].size() == 3 && lower_[i][0] == '\'' && all_digits(std::string_view(lower_[i]).substr(1))) {
      const int two = to_number(std::string_view(lower_[i]).substr(1));
      return two <= 30 ? 2000 + two : 1900 + two;
    }
    return kNone;
  }
  // "nineteen ninety-six": two numbers below 100, as broadcasters' scripts write years. Moves i behind it.
  [[nodiscard]] int spoken_year(std::size_t& i) const {
    if (!is(i, "nineteen") && !is(i, "eighteen") && !is(i, "twenty")) return kNone;
    std::size_t k = i + 1;
    if (hyphen(k)) ++k;
    const auto rest = read_numeral(sentence_, k);
    if (!rest || rest->digits || rest->value < 10 || rest->value > 99 || rest->value != std::floor(rest->value)) return kNone;
    const int century = is(i, "nineteen") ? 1900 : is(i, "eighteen") ? 1800 : 2000;
    if (century == 2000 && hyphen(i + 1)) return kNone;
    i = rest->end;
    return century + static_cast<int>(rest->value);
  }

  // "a.m." or "pm" at i: minutes to add, kNone if there is none.
  [[nodiscard]] int half_of_day(std::size_t i) const {
    if (is(i, "a.m.") || is(i, "am") || is(i, "a.m")) return 0;
    if (is(i, "p.m.") || is(i, "pm") || is(i, "p.m")) return 720;
    return kNone;
  }

  // ------------------------------------------------------------------------------------------------- choosing

  Found best_at(std::size_t i) {
    Found best;
    const auto take = [&](Found found) {
      if (found && (!best || found->end > best->end)) best = std::move(found);
    };
    take(clock_time(i));
    take(plain(i));
    take(modified(i));
    take(length(i));
    take(every(i));
    take(reference(i));
    return best;
  }

  // Expressions that a modifier ("early", "late") may stand before.
  Found plain(std::size_t i) {
    Found best;
    const auto take = [&](Found found) {
      if (found && (!best || found->end > best->end)) best = std::move(found);
    };
    take(iso_date(i));
    take(month_date(i));
    take(day_of_month(i));
    take(weekday(i));
    take(relative_day(i));
    take(unit(i));
    take(quarter(i));
    take(season(i));
    take(decade(i));
    take(century(i));
    take(holiday(i));
    take(year(i));
    take(middle(i));
    return best;
  }

  // "mid-1996", "mid-November", "mid-1990s" as one word.
  Found middle(std::size_t i) const {
    const std::size_t k = is(i, "the") ? i + 1 : i;
    if (at(k).substr(0, 4) != "mid-") return std::nullopt;
    const std::string_view rest = at(k).substr(4);
    TimeMeaning m;
    m.modifier = "MID";
    std::size_t end = k + 1;
    if (const TimeWord* month = lexicon_.find(rest, Kind::month)) {
      m.month = month->number;
      year_after(end, m);
    } else if (rest.size() == 4 && all_digits(rest)) {
      m.year = to_number(rest);
    } else if (rest.size() == 5 && rest[4] == 's' && all_digits(rest.substr(0, 4))) {
      m.decade = to_number(rest.substr(0, 3));
    } else {
      return std::nullopt;
    }
    return phrase(i, end, m);
  }

  // "early December", "late last year", "the end of 1990", "mid-1996".
  Found modified(std::size_t i) {
    std::size_t start = i;
    auto [mod, end] = longest_in(i, lexicon_.point_modifiers);
    if (!mod && (is(i, "the") || is(i, "as"))) std::tie(mod, end) = longest_in(++start, lexicon_.point_modifiers);
    if (!mod) return std::nullopt;
    if (hyphen(end)) ++end;
    const bool approximate = *mod == "APPROX";
    Found inner = plain(end);
    if (!inner) return std::nullopt;
    if (approximate && inner->meaning.shape != Shape::clock && inner->meaning.shape != Shape::date) return std::nullopt;
    if (is(end - 1, "in") && inner->meaning.shape != Shape::unit && inner->meaning.shape != Shape::date) return std::nullopt;
    if (is(i, "as")) return std::nullopt;
    inner->first = i;
    inner->meaning.modifier = *mod;
    return inner;
  }

  // ------------------------------------------------------------------------------------------------- dates

  // 2016-03-24, 3/24/2016, 24.3.2016; as one word or cut at the hyphens.
  Found iso_date(std::size_t i) const {
    std::string text(at(i));
    std::size_t end = i + 1;
    if (all_digits(text) && text.size() == 4 && hyphen(i + 1) && hyphen(i + 3) && all_digits(at(i + 2)) && all_digits(at(i + 4)) &&
        at(i + 2).size() == 2 && at(i + 4).size() == 2) {
      text += "-" + std::string(at(i + 2)) + "-" + std::string(at(i + 4));
      end = i + 5;
    }
    TimeMeaning m;
    int part[3] = {0, 0, 0}, k = 0, digits = 0;
    char sign = 0;
    for (const char c : text) {
      if (c >= '0' && c <= '9') {
        if (++digits > 4) return std::nullopt;
        part[k] = part[k] * 10 + (c - '0');
      } else if ((c == '-' || c == '/' || c == '.') && (sign == 0 || sign == c) && digits > 0 && k < 2) {
        sign = c;
        ++k;
        digits = 0;
      } else {
        return std::nullopt;
      }
    }
    if (k != 2 || digits == 0) return std::nullopt;
    if (part[0] >= 1000) m.year = part[0], m.month = part[1], m.day = part[2];
    else if (part[2] >= 1000 && sign == '/' && part[1] > 12) m.year = part[2], m.month = part[0], m.day = part[1];
    else if (part[2] >= 1000 && (sign == '.' || part[0] > 12)) m.year = part[2], m.month = part[1], m.day = part[0];
    else if (part[2] >= 1000 && part[0] == part[1]) m.year = part[2], m.month = part[0], m.day = part[1];
    else return std::nullopt;  // 07/08/1998: left open
    if (m.month < 1 || m.month > 12 || m.day < 1 || m.day > 31) return std::nullopt;
    return phrase(i, end, m);
  }

  // The year after a date: ", 1998", " 1998", " of 1998", "this year", ", last year". Moves i behind it.
  void year_after(std::size_t& i, TimeMeaning& m) const {
    std::size_t k = i;
    if (is(k, ",")) ++k;
    if (is(k, "of") || is(k, "in")) ++k;
    if (const int year = year_number(k); year != kNone && (k == i || !is(k - 1, "in"))) {
      m.year = year;
      i = k + 1;
      return;
    }
    std::size_t spoken = k;
    if (const int year = spoken_year(spoken); year != kNone) {
      m.year = year;
      i = spoken;
      return;
    }
    if (k != i && !is(k - 1, "of")) return;
    if ((is(k, "this") || is(k, "last") || is(k, "next")) && is(k + 1, "year")) {
      m.which = at(k);
      m.unit = "Y";
      i = k + 2;
    }
  }

  // "March 24, 2016", "Thursday, April 6", "March 2016", "March".
  Found month_date(std::size_t i) const {
    std::size_t k = i;
    TimeMeaning m;
    if (const TimeWord* day = word(k, Kind::weekday); day && capital(k)) {
      m.weekday = day->number;
      ++k;
      if (is(k, ",")) ++k;
    } else if (word(k, Kind::which) && month_at(k + 1) != kNone && (is(k, "last") || is(k, "this") || is(k, "next") || is(k, "past"))) {
      m.which = word(k, Kind::which)->value;
      ++k;
    }
    m.month = month_at(k);
    if (m.month == kNone) {
      if (m.weekday != kNone) {  // "Thursday, 6 April"
        Found other = day_of_month(k);
        if (other && other->meaning.day != kNone) {
          other->first = i;
          other->meaning.weekday = m.weekday;
          return other;
        }
      }
      return std::nullopt;
    }
    ++k;
    int day = day_number(k);
    if (day == kNone && k < lower_.size())
      if (const auto ordinal = ordinal_of(lower_[k]); ordinal && !is(k, "second")) day = *ordinal;  // "March eighth"
    if (day != kNone && day <= 31 && m.which.empty() && !counts_things(k)) {
      m.day = day;
      ++k;
      // "Sept. 11 attacks", "since Sept. 11": the day of 2001, see the resolver
      if (m.month == 9 && m.day == 11 && (at(k).substr(0, 6) == "attack" || at(k).substr(0, 6) == "terror" || (i > 0 && is(i - 1, "since"))) )
        m.value = "9/11";
    } else if (m.weekday != kNone) {
      return std::nullopt;
    }
    year_after(k, m);
    if (m.month == 5 && m.day == kNone && m.year == kNone && m.which.empty() && k == i + 1 && i == 0 && sentence_.words[i].upos != "PROPN")
      return std::nullopt;
    return phrase(i, k, m);
  }
  // "10" in "March 10 people" never happens in news; in "March 3 percent" it would not be a day.
  [[nodiscard]] bool counts_things(std::size_t i) const { return is(i + 1, "percent") || is(i + 1, "%") || is(i + 1, "million"); }

  // "24 March 2016", "the 24th of March", "3rd March".
  Found day_of_month(std::size_t i) const {
    std::size_t k = i;
    if (is(k, "the")) ++k;
    TimeMeaning m;
    m.day = day_number(k);
    const bool ordinal = k < lower_.size() && !all_digits(lower_[k]);
    if (m.day == kNone) return std::nullopt;
    ++k;
    if (is(k, "of") && (ordinal || k > i + 1)) ++k;
    if (k > i + 1 && is(i, "the") && !ordinal) return std::nullopt;
    m.month = month_at(k);
    if (m.month == kNone) return std::nullopt;
    ++k;
    year_after(k, m);
    return phrase(i, k, m);
  }

  // "the 2009-2010 season": the words of the second half are read by themselves; "March 3-5": the 5 is.
  Found second_of_range(const TimePhrase& left) const {
    const TimeMeaning& m = left.meaning;
    if (m.shape != Shape::date) return std::nullopt;
    std::size_t k = left.end;
    if (m.day != kNone && m.month != kNone && m.year == kNone && (dash(k) || is(k, "to") || is(k, "and") || is(k, "through") || is(k, "until"))) {
      const int day = day_number(k + 1);
      if (day != kNone && day > m.day && month_at(k + 2) == kNone && !next_is_counted(k + 2)) {
        TimeMeaning second = m;
        second.day = day;
        second.weekday = kNone;
        std::size_t end = k + 2;
        year_after(end, second);
        return phrase(k + 1, end, second);
      }
    }
    if (m.year != kNone && m.month == kNone && dash(k) && all_digits(at(k + 1)) && at(k + 1).size() == 2) {
      TimeMeaning second;
      second.year = m.year / 100 * 100 + to_number(at(k + 1));
      if (second.year > m.year) return phrase(k + 1, k + 2, second);
    }
    return std::nullopt;
  }
  [[nodiscard]] bool next_is_counted(std::size_t i) const {
    return i < sentence_.words.size() && (sentence_.words[i].upos == "NOUN" || sentence_.words[i].upos == "ADJ" || is(i, "percent") || is(i, "%"));
  }

  // "Wednesday", "last Friday", "Wednesday night", "Sundays".
  Found weekday(std::size_t i) const {
    std::size_t k = i;
    TimeMeaning m;
    m.shape = Shape::weekday;
    if (const TimeWord* which = word(k, Kind::which)) {
      m.which = which->value;
      ++k;
    } else if (is(k, "the") && word(k + 1, Kind::which)) {
      m.which = word(k + 1, Kind::which)->value;
      k += 2;
    }
    if (k >= lower_.size() || !capital(k)) return std::nullopt;
    const TimeWord* day = word(k, Kind::weekday);
    if (!day && lower_[k].size() > 5 && lower_[k].back() == 's')
      if ((day = lexicon_.find(std::string_view(lower_[k]).substr(0, lower_[k].size() - 1), Kind::weekday))) m.plural = true;
    if (!day || (lower_[k].size() <= 4 && lower_[k].back() != '.')) return std::nullopt;
    m.weekday = day->number;
    ++k;
    if (const TimeWord* part = word(k, Kind::part)) {
      m.part = part->value;
      m.plural = m.plural || (at(k).back() == 's');
      ++k;
    } else if (hyphen(k) && word(k + 1, Kind::part)) {
      m.part = word(k + 1, Kind::part)->value;
      k += 2;
    }
    return phrase(i, k, m);
  }

  // "today", "yesterday morning", "tonight", "this evening", "last night", "that night".
  Found relative_day(std::size_t i) const {
    TimeMeaning m;
    if (const Phrase day = longest(i, Kind::day); day.word) {
      m.shape = Shape::day;
      m.amount = day.word->number;
      std::size_t k = day.end;
      if (is(k, "'s")) return phrase(i, k, m);
      if (const TimeWord* part = word(k, Kind::part)) {
        m.part = part->value;
        ++k;
      }
      return phrase(i, k, m);
    }
    if (is(i, "tonight") || (is(i, "last") && is(i + 1, "night"))) {
      m.shape = Shape::day;
      m.amount = is(i, "last") ? -1 : 0;
      m.part = "NI";
      return phrase(i, is(i, "last") ? i + 2 : i + 1, m);
    }
    std::size_t k = is(i, "the") ? i + 1 : i;
    if (const TimeWord* which = word(k, Kind::which); which && word(k + 1, Kind::part) && !is(k + 1, "overnight")) {
      m.shape = Shape::part;
      m.which = which->value;
      m.part = word(k + 1, Kind::part)->value;
      return phrase(i, k + 2, m);
    }
    return std::nullopt;
  }

  // "last week", "the previous day", "this year", "the weekend", "the quarter".
  Found unit(std::size_t i) const {
    TimeMeaning m;
    m.shape = Shape::unit;
    std::size_t k = i;
    const bool article = is(k, "the");
    if (article) ++k;
    if (const TimeWord* which = word(k, Kind::which)) {
      m.which = which->value;
      ++k;
      if (is(k, "calendar") || is(k, "fiscal") || is(k, "full")) ++k;
      const TimeWord* unit = word(k, Kind::unit);
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
      if (is(k - 1, "past") || is(k - 1, "coming") || (article && (m.which == "last" || m.which == "next") && m.unit != "WE" && m.unit != "DE")) {
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
      if (m.unit == "Y" && m.shape == Shape::unit && is(end, "'s"))
        if (Found inner = quarter(end + 1); inner && inner->meaning.which.empty()) {
          inner->first = i;
          inner->meaning.which = m.which;
          inner->meaning.unit = "Y";
          return inner;
        }
      return phrase(i, end, m);
    }
    // "year-earlier period", "the year-ago quarter", "year-end"
    if (is(k, "year") && hyphen(k + 1) && (is(k + 2, "earlier") || is(k + 2, "ago") || is(k + 2, "end"))) {
      m.which = is(k + 2, "end") ? "this" : "last";
      m.unit = "Y";
      if (is(k + 2, "end")) m.modifier = "END";
      std::size_t end = k + 3;
      if (article && (is(end, "period") || is(end, "quarter"))) ++end;
      else if (article) return std::nullopt;
      return phrase(i, end, m);
    }
    if (is(k, "year") && (is(k + 1, "end") || (is(k + 1, "'s") && is(k + 2, "end")))) {
      m.which = "this";
      m.unit = "Y";
      m.modifier = "END";
      return phrase(i, is(k + 1, "end") ? k + 2 : k + 3, m);
    }
    if (!article) return std::nullopt;
    const TimeWord* unit = word(k, Kind::unit);
    if (!unit || (unit->value != "W" && unit->value != "M" && unit->value != "Y" && unit->value != "Q" && unit->value != "WE")) return std::nullopt;
    if (at(k).back() == 's' || hyphen(k + 1) || is(k + 1, "of") || is(k + 1, "that")) return std::nullopt;
    m.unit = unit->value;
    if (is(k + 1, "ended") || is(k + 1, "ending")) {
      m.shape = Shape::length;
      m.amount = 1;
    }
    return phrase(i, k + 1, m);
  }

  // "recent years", "the coming months", "past weeks", "the last days".
  static Found plural_unit(std::size_t i, std::size_t k, const std::string& which, const std::string& unit) {
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
  Found quarter(std::size_t i) const {
    TimeMeaning m;
    std::size_t k = is(i, "the") ? i + 1 : i;
    if (at(k).size() == 2 && at(k)[0] == 'q' && at(k)[1] >= '1' && at(k)[1] <= '4') {
      m.quarter = at(k)[1] - '0';
      ++k;
      year_after(k, m);
      return phrase(i, k, m);
    }
    const TimeWord* which = word(k, Kind::which);
    if (which && (is(k, "last") || is(k, "this") || is(k, "next"))) return std::nullopt;
    if (const int year = year_number(k); year != kNone) {  // "the 1988 second quarter"
      m.year = year;
      ++k;
    }
    const auto ordinal = k < lower_.size() ? ordinal_of(lower_[k]) : std::nullopt;
    if (!ordinal || *ordinal > 4) return std::nullopt;
    ++k;
    const bool joined = hyphen(k);
    if (joined) ++k;
    if (is(k, "fiscal")) ++k;
    if (is(k, "quarter")) m.quarter = *ordinal;
    else if (is(k, "half") && *ordinal <= 2) m.half = *ordinal;
    else return std::nullopt;
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
  Found season(std::size_t i) const {
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
  Found decade(std::size_t i) const {
    TimeMeaning m;
    std::size_t k = is(i, "the") ? i + 1 : i;
    std::string mod;
    if (k > i)
      if (const auto [found, end] = longest_in(k, lexicon_.point_modifiers); found && (*found == "START" || *found == "MID" || *found == "END")) {
        mod = *found;
        k = end;
        if (hyphen(k)) ++k;
      }
    std::string text(at(k));
    std::size_t end = k + 1;
    if (text == "'" && at(k + 1).size() == 3) text += at(k + 1), end = k + 2;
    if (const std::size_t mark = text.find("'s"); mark != std::string::npos && mark + 2 == text.size() && text.size() >= 5) text.erase(mark, 1);
    if (all_digits(text) && text.size() == 4 && text[3] == '0' && is(k + 1, "'s") && k > i) text += 's', end = k + 2;
    if (text.size() == 5 && text[4] == 's' && text[3] == '0' && all_digits(std::string_view(text).substr(0, 4)))
      m.decade = to_number(std::string_view(text).substr(0, 3));
    else if (text.size() == 4 && text[0] == '\'' && text[3] == 's' && text[2] == '0' && text[1] >= '0' && text[1] <= '9')
      m.decade = text[1] >= '3' ? 190 + (text[1] - '0') : 200 + (text[1] - '0');
    else if (const TimeWord* word_of = word(k, Kind::decade); word_of && k > i)
      m.decade = 190 + word_of->number;
    else return std::nullopt;
    m.modifier = mod;
    return phrase(i, end, m);
  }

  // "the 20th century", "eighteenth century".
  Found century(std::size_t i) const {
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
  Found holiday(std::size_t i) const {
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

  // A bare year, where it is not a number of things nor part of a name.
  Found year(std::size_t i) const {
    TimeMeaning m;
    std::size_t k = i;
    bool told = false;
    if (is(k, "fiscal") || is(k, "fy")) {
      ++k;
      if (is(k, "year")) ++k;
      told = true;
    }
    std::size_t spoken = k;
    m.year = spoken_year(spoken);
    if (m.year != kNone && spoken > k) return phrase(i, spoken, m);
    m.year = year_number(k);
    if (m.year == kNone) return std::nullopt;
    if (told) return phrase(i, k + 1, m);
    if (!year_stands_here(k)) return std::nullopt;
    return phrase(i, k + 1, m);
  }

  [[nodiscard]] bool year_stands_here(std::size_t i) const {
    const Word& w = sentence_.words[i];
    const std::string_view before = i > 0 ? at(i - 1) : std::string_view();
    if (is(i + 1, "percent") || is(i + 1, "%") || is(i + 1, "hours") || before == "$" || before == "\u00A3" || before == "\u20AC" || before == "no.") return false;
    if (i + 1 < lower_.size() && (word(i + 1, Kind::unit) || is(i + 1, "million") || is(i + 1, "billion")) && at(i + 1).back() == 's') return false;
    static constexpr std::string_view kBefore[] = {"in", "since", "until", "till", "before", "after", "from", "by", "of", "during", "through", "to",
                                                  "between", "and", "for", "circa", "early", "late", "mid", "year", "(", "the", "-", "\u2013", "or", "this", "back"};
    const bool preposition = std::find(std::begin(kBefore), std::end(kBefore), before) != std::end(kBefore);
    // "1861-1865", "(1861-65)"
    if (dash(i + 1) && year_number(i + 2) > year_number(i) && year_number(i) >= 1000) return true;
    const bool counts = w.relation == "nummod" && w.head > static_cast<std::int32_t>(i) &&
                        sentence_.words[static_cast<std::size_t>(w.head)].xpos == "NNS" && before != "the" && before != "'s" &&
                        before != "its" && before != "their" && before != "his" && before != "our";
    if (counts) return false;
    const int year = year_number(i);
    if (year < 1500 && before != "in" && before != "since") return false;
    if (preposition) {
      // "to 2000 from 1900": amounts; years after "to" need a year before
      if (before == "to" || before == "and" || before == "or" || before == "by" || before == "of") return year >= 1700 && year <= 2060;
      return true;
    }
    if (i > 0 && capital(i - 1) && sentence_.words[i - 1].upos == "PROPN" && w.relation != "obl:unmarked" && w.relation != "obl") return w.name == NameType::MISC;
    return year >= 1800 && year <= 2060;
  }

  // ------------------------------------------------------------------------------------------------- clock times

  Found clock_time(std::size_t i) const {
    TimeMeaning m;
    m.shape = Shape::clock;
    std::size_t k = i;
    if (is(k, "around") || is(k, "about") || is(k, "approximately") || is(k, "shortly")) {
      if (is(k, "shortly")) k += 2, m.modifier = is(i + 1, "before") ? "BEFORE" : "AFTER";
      else ++k, m.modifier = "APPROX";
    }
    bool sure = false;
    if (const TimeWord* named = word(k, Kind::clock)) {
      m.minute = named->number;
      ++k;
      sure = true;
      if (m.modifier == "BEFORE" || m.modifier == "AFTER") sure = true;
    } else if (!clock_digits(k, m, sure)) {
      return std::nullopt;
    }
    if (!m.modifier.empty() && (m.modifier == "BEFORE" || m.modifier == "AFTER") && i + 2 > k) return std::nullopt;
    if (const Phrase zone = longest(k, Kind::zone); zone.word && (capital(k) || is(k, "local"))) {
      k = zone.end;
      sure = true;
    }
    if (!sure) return std::nullopt;
    // "10 p.m. Wednesday", "noon today"
    std::size_t next = is(k, ",") && word(k + 1, Kind::weekday) ? k + 1 : k;
    if (Found day = weekday(next); day && day->meaning.part.empty() && !day->meaning.plural) join(m, *day, k);
    else if (Found relative = relative_day(next); relative && relative->meaning.shape == Shape::day) join(m, *relative, k);
    else if (Found date = month_date(next); date && date->meaning.day != kNone) join(m, *date, k);
    return phrase(i, k, m);
  }
  static void join(TimeMeaning& clock, const TimePhrase& day, std::size_t& end) {
    const int minute = clock.minute;
    const std::string modifier = clock.modifier;
    clock = day.meaning;
    clock.minute = minute;
    clock.modifier = modifier;
    clock.part.clear();
    end = day.end;
  }

  // "10:35 a.m.", "10 p.m.", "10pm", "1035 GMT", "at 14:30", "4 in the morning". Moves k behind it.
  [[nodiscard]] bool clock_digits(std::size_t& k, TimeMeaning& m, bool& sure) const {
    if (k >= lower_.size()) return false;
    std::string text = lower_[k];
    int half = kNone;
    for (const auto& [suffix, add] : {std::pair<std::string_view, int>{"am", 0}, {"pm", 720}, {"a.m.", 0}, {"p.m.", 720}})
      if (text.size() > suffix.size() && text.ends_with(suffix)) {
        text.resize(text.size() - suffix.size());
        half = add;
        break;
      }
    int hour = 0, minute = 0;
    const std::size_t colon = text.find_first_of(":.");
    if (all_digits(text) && text.size() <= 2) {
      hour = to_number(text);
    } else if (colon != std::string::npos && colon <= 2 && all_digits(std::string_view(text).substr(0, colon)) &&
               text.size() >= colon + 3 && all_digits(std::string_view(text).substr(colon + 1, 2))) {
      hour = to_number(std::string_view(text).substr(0, colon));
      minute = to_number(std::string_view(text).substr(colon + 1, 2));
      if (text.size() != colon + 3 && !(text.size() == colon + 6 && text[colon + 3] == ':')) return false;
    } else if (all_digits(text) && text.size() == 4 && (is(k + 1, "gmt") || is(k + 1, "utc") || is(k + 1, "hours") || is(k + 1, "local") || is(k + 1, "est") || is(k + 1, "edt"))) {
      hour = to_number(std::string_view(text).substr(0, 2));
      minute = to_number(std::string_view(text).substr(2));
      if (is(k + 1, "hours")) {
        ++k;
        sure = true;
      }
    } else if (const auto small = read_numeral(sentence_, k); small && small->end == k + 1 && small->value >= 1 && small->value <= 12 && half_of_day(k + 1) != kNone) {
      hour = static_cast<int>(small->value);
    } else {
      return false;
    }
    std::size_t end = k + 1;
    if (half == kNone) {
      half = half_of_day(end);
      if (half != kNone) ++end;
    }
    if (half == kNone && is(end, "o'clock")) {
      ++end;
      sure = true;
      half = 0;
    }
    if (half == kNone && is(end, "in") && is(end + 1, "the") && word(end + 2, Kind::part)) {
      half = word(end + 2, Kind::part)->value == "MO" ? 0 : 720;
      end += 3;
    }
    if (hour > 24 || minute > 59) return false;
    if (half != kNone) {
      if (hour > 12) half = 0;
      hour = hour == 12 ? (half == 720 ? 12 : 0) : hour + half / 60;
      sure = true;
    } else if (colon != std::string::npos && text[colon] == ':' && k > 0 &&
               (is(k - 1, "at") || is(k - 1, "by") || is(k - 1, "until") || is(k - 1, "from") || is(k - 1, "around") || is(k - 1, "about") || is(k - 1, "before") || is(k - 1, "after"))) {
      sure = true;
    }
    m.minute = (hour % 24) * 60 + minute;
    k = end;
    return true;
  }

  // ------------------------------------------------------------------------------------------------- lengths

  // "almost four hours", "two-day", "the past two months", "several years ago", "a week later", "decades".
  Found length(std::size_t i) const {
    TimeMeaning m;
    m.shape = Shape::length;
    std::size_t k = i;
    if (is(k, "the") || is(k, "these") || is(k, "those")) ++k;
    read_length_modifier(k, m);
    const bool article = k > i;
    if (const TimeWord* which = word(k, Kind::which); which && which->value != "same") {
      m.which = which->value;
      ++k;
    } else if (is(k, "first") || is(k, "final") || is(k, "another") || is(k, "opening")) {
      m.which = "first";
      ++k;
    } else if (is(k, "recent")) {
      if (const TimeWord* unit = word(k + 1, Kind::unit); unit && at(k + 1).back() == 's') {
        m.shape = Shape::ref;
        m.value = "PAST_REF";
        return phrase(i, k + 2, m);
      }
    }
    read_length_modifier(k, m);
    const std::size_t amount_at = k;
    bool told = read_amount(k, m);
    static constexpr std::string_view kBetween[] = {"more", "full", "additional", "consecutive", "straight", "whole", "long", "extra", "solid", "further", "short"};
    if (told && std::find(std::begin(kBetween), std::end(kBetween), at(k)) != std::end(kBetween)) ++k;
    const bool joined = told && hyphen(k);
    if (joined) ++k;
    const TimeWord* unit = word(k, Kind::unit);
    if (!unit) return std::nullopt;
    // "three-quarters of its food", "more than a quarter"
    if (unit->value == "Q" && ((joined && at(k).back() == 's') || is(k - 1, "a"))) return std::nullopt;
    const bool plural = at(k).back() == 's';
    if (!told) {
      if (!plural || article || !m.which.empty() || unit->value == "s") return bare_length(i, k, *unit);
      if (unit->value == "Q" || unit->value == "WE") return std::nullopt;
      m.vague = true;
    }
    // "a second look", "a minute" as such; "the 60 second": seconds need a number
    if (unit->value == "s" && is(k, "second") && !(told && m.amount == 1 && !is(amount_at, "a"))) {
      if (!hyphen(k - 1)) return std::nullopt;
    }
    m.unit = unit->value;
    ++k;
    if (is(k, "old") || (hyphen(k) && is(k + 1, "old")) || (is(k, "of") && is(k + 1, "age"))) return std::nullopt;
    if (is(k, "and") && is(k + 1, "a") && is(k + 2, "half")) {
      m.amount += 0.5;
      k += 3;
    }
    if (hyphen(k) && is(k + 1, "long")) k += 2;
    if (article && is(i, "the") && m.which.empty() && !told) return std::nullopt;
    return after_amount(i, k, m);
  }

  // "a day-long siege"
  Found bare_length(std::size_t i, std::size_t k, const TimeWord& unit) const {
    if (k != i || !hyphen(k + 1) || !is(k + 2, "long")) return std::nullopt;
    TimeMeaning m;
    m.shape = Shape::length;
    m.amount = 1;
    m.vague = at(k).back() == 's';
    m.unit = unit.value;
    return phrase(i, k + 3, m);
  }

  void read_length_modifier(std::size_t& k, TimeMeaning& m) const {
    const auto [mod, end] = longest_in(k, lexicon_.length_modifiers);
    if (!mod) return;
    TimeMeaning unused;
    std::size_t probe = end;
    if (!read_amount(probe, unused) && !word(end, Kind::which) && !is(end, "the")) return;  // "about", "over" as such
    if (is(k, "just") || is(k, "only")) {
      k = end;
      return;
    }
    m.modifier = *mod;
    k = end;
    if (is(k, "the")) ++k;
  }

  // "four", "several", "a couple of", "a"; "between two and three", "two to three", "two or three". Moves k behind it.
  [[nodiscard]] bool read_amount(std::size_t& k, TimeMeaning& m) const {
    if (const auto number = read_numeral(sentence_, k)) {
      if (year_number(k) >= 1900 && number->end == k + 1) return false;  // "the 1988 quarter"
      m.amount = number->value;
      m.vague = false;
      k = number->end;
      std::size_t next = k;
      if (is(next, "to") || is(next, "or") || hyphen(next)) {
        if (const auto second = read_numeral(sentence_, next + 1); second && second->value > number->value) {
          const std::size_t end = second->end;
          if (word(end, Kind::unit) || (hyphen(end) && word(end + 1, Kind::unit))) {
            m.modifier = m.modifier.empty() ? "APPROX" : m.modifier;
            k = end;
          }
        }
      }
      return true;
    }
    const Phrase count = longest(k, Kind::count);
    if (!count.word) return false;
    if (count.word->value == "X") m.vague = true;
    else if (const auto value = number_of_digits(count.word->value)) m.amount = *value;
    if (is(k, "a") && is(k + 1, "couple")) m.modifier = "APPROX";
    k = count.end;
    return true;
  }

  // What follows an amount makes it a point in time: ago, earlier, later, from now.
  Found after_amount(std::size_t i, std::size_t k, TimeMeaning m) const {
    const auto point = [&](int sign, bool from_text, std::size_t end) {
      if (m.vague) {
        m.shape = Shape::ref;
        m.value = sign < 0 ? "PAST_REF" : "FUTURE_REF";
      } else {
        m.shape = Shape::count;
        m.amount *= sign;
        m.from_text = from_text;
      }
      return phrase(i, end, m);
    };
    const bool ends = k + 1 >= lower_.size() || sentence_.words[k + 1].upos == "PUNCT";
    if (is(k, "ago")) return point(-1, false, k + 1);
    if (is(k, "earlier") || is(k, "previously")) return point(-1, true, k + 1);
    if (is(k, "later") || is(k, "afterward") || is(k, "afterwards") || is(k, "hence")) return point(1, !is(k, "hence"), k + 1);
    if (is(k, "from") && (is(k + 1, "now") || is(k + 1, "today"))) return point(1, false, k + 2);
    if (is(k, "before") && ends) return point(-1, true, k + 1);
    if (is(k, "after") && ends) return point(1, true, k + 1);
    // "100 barrels a day", "twice a week": how often
    if (is(i, "a") && k == i + 2 && i > 0 && (is(i - 1, "twice") || is(i - 1, "once") || is(i - 1, "times"))) {
      m.shape = Shape::set;
      m.value = "P1" + m.unit;
    } else if ((is(i, "a") || is(i, "an")) && k == i + 2 && i > 0 && m.unit != "s" && m.unit != "min") {
      const Word& head = sentence_.words[k - 1];
      const bool rate = head.relation.substr(0, 4) == "nmod" && head.head < static_cast<std::int32_t>(i) && head.head >= 0 &&
                        case_less(i);
      if (rate) {
        m.shape = Shape::set;
        m.value = (m.unit == "h" ? "PT1H" : "P1" + m.unit);
      }
    }
    return phrase(i, k, m);
  }
  [[nodiscard]] bool case_less(std::size_t i) const { return i == 0 || sentence_.words[i - 1].upos != "ADP"; }

  // ------------------------------------------------------------------------------------------------- sets, references

  // "every day", "each Thursday", "every two weeks", "daily".
  Found every(std::size_t i) const {
    TimeMeaning m;
    m.shape = Shape::set;
    if (const Phrase set = longest(i, Kind::set); set.word) {
      m.value = set.word->value;
      return phrase(i, set.end, m);
    }
    if (!is(i, "every") && !is(i, "each")) return std::nullopt;
    std::size_t k = i + 1;
    if (is(k, "single") || is(k, "other")) ++k;
    if (const TimeWord* day = word(k, Kind::weekday); day && capital(k)) {
      m.value = "XXXX-WXX-" + std::to_string(day->number);
      return phrase(i, k + 1, m);
    }
    if (const int month = month_at(k); month != kNone) {
      m.value = "XXXX-" + std::string(month < 10 ? "0" : "") + std::to_string(month);
      return phrase(i, k + 1, m);
    }
    if (const TimeWord* part = word(k, Kind::part)) {
      m.value = "XXXX-XX-XXT" + part->value;
      return phrase(i, k + 1, m);
    }
    if (const TimeWord* season = word(k, Kind::season)) {
      m.value = "XXXX-" + season->value;
      return phrase(i, k + 1, m);
    }
    int amount = is(k - 1, "other") ? 2 : 1;
    if (const auto number = read_numeral(sentence_, k); number && number->value >= 1 && number->value < 1000) {
      amount = static_cast<int>(number->value);
      k = number->end;
    }
    const TimeWord* unit = word(k, Kind::unit);
    if (!unit) return std::nullopt;
    const bool of_day = unit->value == "h" || unit->value == "min" || unit->value == "s";
    const std::string letter = of_day ? (unit->value == "h" ? "H" : unit->value == "min" ? "M" : "S") : unit->value;
    m.value = (of_day ? "PT" : "P") + std::to_string(amount) + letter;
    return phrase(i, k + 1, m);
  }

  Found reference(std::size_t i) const {
    const Phrase ref = longest(i, Kind::ref);
    if (!ref.word) return std::nullopt;
    if (is(i, "shortly") && (is(i + 1, "before") || is(i + 1, "after"))) return std::nullopt;
    if ((is(i, "soon") || is(i, "recently")) && i > 0 && (is(i - 1, "as") || is(i - 1, "how"))) return std::nullopt;
    if (is(i, "soon") && is(i + 1, "after")) return std::nullopt;
    TimeMeaning m;
    m.shape = Shape::ref;
    m.value = ref.word->value;
    return phrase(i, ref.end, m);
  }

  const Sentence& sentence_;
  const TimeLexicon& lexicon_;
  std::vector<std::string> lower_;
};

}  // namespace

std::vector<TimePhrase> find_time_phrases(const Sentence& sentence, const TimeLexicon& lexicon) {
  return Grammar(sentence, lexicon).run();
}

}  // namespace wireroom
