#include "store/group.h"

#include <fmt/core.h>

#include <map>
#include <string>
#include <vector>

#include "base/assets.h"
#include "base/table.h"
#include "base/text_hash.h"
#include "grouping/copies.h"
#include "grouping/happenings.h"
#include "grouping/shingles.h"
#include "grouping/stories.h"
#include "wireroom/calendar.h"

namespace wireroom {
namespace {

// Days since 1970; nothing for what is no full date.
std::optional<std::int64_t> day_of(const Query& query, int column) {
  const std::optional<Date> date = parse_iso_date(query.text(column));
  if (!date) return std::nullopt;
  return std::chrono::sys_days(*date).time_since_epoch().count();
}

std::uint64_t words_hash(std::string_view sentence) {
  std::uint64_t hash = 0;
  for (const std::string& word : folded_words(sentence)) hash = text_hash(std::to_string(hash) + word);
  return hash;
}

Result<std::vector<std::string>> common_words() {
  constexpr const char* kFile = "data/grouping/common_words.tsv";
  WIREROOM_TRY(bytes, asset(kFile));
  WIREROOM_TRY(table, Table::read(kFile, bytes, {"word"}));
  std::vector<std::string> words;
  for (const Table::Row& row : table.rows()) words.emplace_back(row["word"]);
  return words;
}

class Grouping {
 public:
  explicit Grouping(Store& store) : database_(store.database()) {}

  Result<Grouped> run() {
    WIREROOM_DO(prepare());
    WIREROOM_DO(read_reports());
    WIREROOM_DO(group_reports());
    WIREROOM_DO(read_events());
    first_event_ = find_happenings(events_);
    WIREROOM_DO(database_.begin());
    if (const Status written = write(); !written) {
      database_.rollback();
      return written.error();
    }
    WIREROOM_DO(database_.commit());
    return counted();
  }

 private:
  Query& query(const std::string& name) { return queries_.find(name)->second; }

  Status prepare() {
    WIREROOM_TRY(all, asset("data/store/group.sql"));
    for (const auto& [name, sql] : marked_statements(all, "-- read: ")) {
      WIREROOM_TRY(one, database_.prepare(sql));
      queries_.emplace(name, std::move(one));
    }
    return Done{};
  }

  Status read_reports() {
    Query& rows = query("reports");
    for (;;) {
      WIREROOM_TRY(row, rows.step());
      if (!row) return Done{};
      StoryReport report;
      report.day = day_of(rows, 1);
      report.title = rows.text(2);
      report.opening = rows.text(4);
      keys_.push_back(rows.integer(0));
      codings_.push_back(rows.integer(3));
      WIREROOM_DO(read_names("actors", codings_.back(), report.actors));
      WIREROOM_DO(read_names("places", codings_.back(), report.places));
      reports_.push_back(std::move(report));
    }
  }

  Status read_names(const char* kind, std::int64_t coding, std::vector<std::string>& names) {
    Query& rows = query(kind);
    rows.reset();
    rows.bind(1, coding);
    for (;;) {
      WIREROOM_TRY(row, rows.step());
      if (!row) break;
      names.emplace_back(rows.text(0));
    }
    rows.reset();
    return Done{};
  }

  Status group_reports() {
    std::optional<Error> failure;
    const auto text = [&](std::size_t report) -> std::string {
      Query& rows = query("text");
      rows.reset();
      rows.bind(1, keys_[report]);
      const auto row = rows.step();
      if (!row) failure = row.error();
      return row && *row ? std::string(rows.text(0)) : std::string();
    };
    std::vector<CopyReport> heads;
    for (const StoryReport& report : reports_) heads.push_back({report.day, report.title});
    copies_ = find_copies(heads, text);
    if (failure) return *failure;
    query("text").reset();
    for (std::size_t i = 0; i < reports_.size(); ++i)
      if (copies_[i]) reports_[i].copy_of = copies_[i]->of;
    WIREROOM_TRY(common, common_words());
    stories_ = find_stories(reports_, {std::move(common), kStoryLikeness});
    return Done{};
  }

  Status read_events() {
    Query& rows = query("events");
    std::map<std::string, std::size_t, std::less<>> in_report;  // ids of the report's events
    for (std::size_t report = 0; report < reports_.size(); ++report) {
      in_report.clear();
      rows.reset();
      rows.bind(1, codings_[report]);
      for (;;) {
        WIREROOM_TRY(row, rows.step());
        if (!row) break;
        Telling event;
        event.report = report;
        event.story = stories_[report];
        event.event = rows.text(2);
        event.mode = rows.text(3);
        event.status = rows.text(4);
        event.earliest = day_of(rows, 5);
        event.latest = day_of(rows, 6);
        event.sentence = words_hash(rows.text(7));
        event.trigger = rows.text(8);
        if (const auto known = in_report.find(rows.text(9)); known != in_report.end()) event.same_as = known->second;
        in_report.emplace(std::string(rows.text(1)), events_.size());
        event_keys_.push_back(rows.integer(0));
        WIREROOM_DO(read_parties(event_keys_.back(), event));
        events_.push_back(std::move(event));
      }
    }
    rows.reset();
    return Done{};
  }

  Status read_parties(std::int64_t key, Telling& event) {
    Query& rows = query("parties");
    rows.reset();
    rows.bind(1, key);
    for (;;) {
      WIREROOM_TRY(row, rows.step());
      if (!row) break;
      TellingParty party{std::string(rows.text(1)), std::string(rows.text(2)), std::string(rows.text(3)),
                         std::string(rows.text(4))};
      (rows.text(0) == "source" ? event.sources : event.targets).push_back(std::move(party));
    }
    rows.reset();
    return Done{};
  }

  Status write() {
    WIREROOM_DO(
        database_.run("DELETE FROM story_report; DELETE FROM story; DELETE FROM happening; DELETE FROM grouping; "
                      "INSERT INTO grouping SELECT coalesce(max(key), 0) FROM coding"));
    std::vector<Database::Row> stories, members, happenings;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      const std::string story = std::to_string(stories_[i] + 1), report = std::to_string(keys_[i]);
      if (stories_[i] == i) stories.push_back({story, report, "0", "0"});
      Database::Row member = {report, story, std::nullopt, std::nullopt};
      if (copies_[i]) {
        member[2] = std::to_string(keys_[copies_[i]->of]);
        member[3] = fmt::format("{}", copies_[i]->likeness);
      }
      members.push_back(std::move(member));
    }
    for (std::size_t i = 0; i < events_.size(); ++i)
      happenings.push_back({std::to_string(event_keys_[i]), std::to_string(event_keys_[first_event_[i]])});
    WIREROOM_DO(database_.insert("story", {"key", "report", "reports", "copies"}, stories));
    WIREROOM_DO(database_.insert("story_report", {"report", "story", "copy_of", "likeness"}, members));
    WIREROOM_DO(database_.insert("happening", {"event", "first"}, happenings));
    return database_.run(
        "UPDATE story SET (reports, copies, first, last) = (SELECT count(*), count(copy_of), (SELECT published FROM "
        "report WHERE report.key = story.report), max(report.published) FROM story_report JOIN report ON report.key = "
        "story_report.report WHERE story_report.story = story.key)");
  }

  [[nodiscard]] Grouped counted() const {
    Grouped grouped{reports_.size(), 0, 0, events_.size(), 0};
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      grouped.copies += copies_[i] ? 1 : 0;
      grouped.stories += stories_[i] == i ? 1 : 0;
    }
    for (std::size_t i = 0; i < events_.size(); ++i) grouped.happenings += first_event_[i] == i ? 1 : 0;
    return grouped;
  }

  Database& database_;
  std::map<std::string, Query, std::less<>> queries_;
  // By report, in the order of publication.
  std::vector<std::int64_t> keys_, codings_;
  std::vector<StoryReport> reports_;
  std::vector<std::optional<Copy>> copies_;
  std::vector<std::size_t> stories_;
  // By event, in the order of their reports.
  std::vector<std::int64_t> event_keys_;
  std::vector<Telling> events_;
  std::vector<std::size_t> first_event_;
};

}  // namespace

Result<Grouped> group(Store& store) { return Grouping(store).run(); }

}  // namespace wireroom
