// make_store FILE REPORTS EVENTS: a synthetic store for timing questions, with so many reports of 450 words and so many
// events in each. The same numbers give the same store.
//
//   build/release/bench/make_store million.db 125000 8
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

#include "store/store.h"

namespace {

using namespace wireroom;  // NOLINT: a program of one file

constexpr std::array kCountries = {"USA", "RUS", "CHN", "GBR", "FRA", "DEU", "SYR", "ISR", "IRN", "TUR",
                                   "IND", "PAK", "JPN", "KOR", "UKR", "EGY", "SAU", "IRQ", "AFG", "BRA"};
constexpr std::array kEvents = {"CONSULT", "ACCUSE", "ASSAULT", "AGREE", "SUPPORT", "REJECT", "AID", "PROTEST"};
constexpr std::array kQuads = {"verbal_cooperation", "verbal_conflict", "material_conflict",    "verbal_cooperation",
                               "verbal_cooperation", "verbal_conflict", "material_cooperation", "verbal_conflict"};
constexpr int kWords = 450, kVocabulary = 20000, kDays = 3650;

class Maker {
 public:
  StoredReport report(int number, int events) {
    const std::string id = fmt::format("r{}", number), day = random_day();
    std::string text;
    for (int i = 0; i < kWords; ++i) text += fmt::format("{}{}", word(), i % 15 == 14 ? ". " : " ");
    StoredReport made{id, text, {}};
    made.records.push_back(
        fmt::format(R"({{"type":"report","schema":1,"id":"{0}","source":"made","title":{{"text":"{1} {2}"}},)"
                    R"("published":{{"value":"{3}"}},"publisher":"Wire {4}"}})",
                    id, word(), word(), day, below(20)));
    for (int i = 0; i < events; ++i) made.records.push_back(event(id, day, i));
    return made;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  // Words are as unequal as in texts: rank r comes with a share of about 1/r.
  std::string word() {
    const double uniform = static_cast<double>(random_()) / 4294967296.0;
    return fmt::format("word{}", static_cast<int>(std::pow(kVocabulary, uniform)));
  }
  std::string random_day() {
    using namespace std::chrono;
    const year_month_day day{sys_days{year{2010} / 1 / 1} + days(below(kDays))};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
  }
  std::string party() {
    const std::string country = kCountries[std::min(below(kCountries.size()), below(kCountries.size()))];
    const std::size_t begin = below(2000);
    return fmt::format(R"([{{"actor":"a1","span":[{0},{1}],"text":"minister","name":"Minister {2}{3}","country":"{3}",)"
                       R"("sector":"GOV","code":"{3}GOV"}}])",
                       begin, begin + 8, below(40), country);
  }
  std::string event(const std::string& report, const std::string& day, int number) {
    const std::size_t type = below(kEvents.size()), begin = below(2000);
    return fmt::format(
        R"({{"type":"event","id":"{0}.e{1}","report":"{0}","event":"{2}","cameo":"04{3}","quad":"{4}",)"
        R"("goldstein":{5},"source":{6},"target":{7},"trigger":[[{8},{9}]],"sentence":[{8},{10}],)"
        R"("text":"met","status":"asserted","date":{{"earliest":"{11}","latest":"{11}","precision":"day",)"
        R"("basis":"expression"}},"rule":"made","score":0.9}})",
        report, number + 1, kEvents[type], below(7), kQuads[type], static_cast<int>(below(20)) - 10, party(), party(),
        begin, begin + 6, begin + 120, day);
  }

  std::mt19937 random_{20161124};
};

int fail(const std::string& message) {
  std::fprintf(stderr, "make_store: %s\n", message.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return fail("call it as: make_store FILE REPORTS EVENTS");
  auto store = Store::open_to_write(argv[1]);
  if (!store) return fail(store.error().message);
  if (const auto run = store->begin_run({"0", "made", "made", "", "", "", "2016-01-01T00:00:00Z"}, Recoding::pass_over);
      !run)
    return fail(run.error().message);
  Maker maker;
  const int reports = std::atoi(argv[2]), events = std::atoi(argv[3]);
  for (int i = 0; i < reports; ++i)
    if (const auto added = store->add(maker.report(i, events)); !added) return fail(added.error().message);
  if (const auto finished = store->finish(); !finished) return fail(finished.error().message);
  return 0;
}
