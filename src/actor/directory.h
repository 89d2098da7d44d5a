// Who was what on which day: persons with their offices, organisations, countries.
//
//   WIREROOM_TRY(directory, Directory::load());
//   directory.lookup("Vladimir Putin", parse_iso_date("2010-03-20"))[0].office->title    // "Prime Minister"
//
// A spell of office holds from its first to its last day; where a source gives only a month or year, the whole of it.
// After the last spell of somebody with an office he is a former official (sector ELI). A spell that was open on the
// day of its source (`as_of`) grows less certain afterwards. Entries of the tables written by hand come first.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actor/countries.h"
#include "base/result.h"
#include "wireroom/calendar.h"
#include "wireroom/mention.h"

namespace wireroom {

// One answer of the directory: the record `entry`.
struct Entry {
  std::string id;  // stable for the same tables: "person:vladimir-putin", "organisation:nato"
  std::string name;
  ActorKind kind = ActorKind::person;
  std::string country, sector, sector2, code;
  std::optional<Office> office;  // with from and to of the spell
  std::string from, to;
  std::string precision;  // of `from`: day, month, year
  std::string as_of;
  std::string wikidata;
  std::string table;  // "data/actors/offices.tsv:12"
  double score = 0;
  bool former = false;  // the office is over
  int rank = 0;         // 5 head of state, government or world body, 4 chief minister, … 0 no office
};

// What the text says, to choose between entries; empty members say nothing.
struct EntryHint {
  std::string_view country, sector;
};

class Directory {
 public:
  // Reads data/actors/offices.tsv, officeholders.tsv, organisations.tsv and data/countries.tsv.
  static Result<Directory> load();

  // All that answer to a name, best first: exact name, other spelling, surname; then office and date.
  [[nodiscard]] std::vector<Entry> lookup(std::string_view name, std::optional<Date> on) const;

  // Persons only; `surnames` also finds those known by this surname.
  [[nodiscard]] std::vector<Entry> persons(std::string_view name, std::optional<Date> on, const EntryHint& hint,
                                           bool surnames) const;
  // The organisation of exactly this name ("the" may stand before it); nothing if none.
  [[nodiscard]] std::optional<Entry> organisation(std::string_view name, std::optional<Date> on) const;
  // Whether an organisation has this name, on whatever day.
  [[nodiscard]] bool has_organisation(std::string_view name) const;
  // Who held an office of this kind in the country: "foreign minister", "president", "prime minister".
  [[nodiscard]] std::optional<Entry> holder(std::string_view office, std::string_view country,
                                            std::optional<Date> on) const;

  [[nodiscard]] const Countries& countries() const;
  static constexpr std::size_t kMostWords = 8;

  Directory(Directory&&) noexcept;
  Directory& operator=(Directory&&) noexcept;
  ~Directory();

 private:
  struct Tables;
  Directory();
  std::unique_ptr<Tables> tables_;
};

}  // namespace wireroom
