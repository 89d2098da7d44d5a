// A question of data/store/questions.sql, or of the file of that name of one kind of database, with its values.
//
//   WIREROOM_TRY(question, QuestionText::find(database, "events"));
//   question.set("country", "RUS");
//   WIREROOM_TRY(query, question.ask(database));
//
// Lines of the question that ask for a value that was not set are left out.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/database.h"

namespace wireroom {

class QuestionText {
 public:
  // Error of kind data if there is no question of that name.
  static Result<QuestionText> find(const Database& database, std::string_view name);

  // SQL of another place, written in the same way.
  explicit QuestionText(std::string sql) : sql_(std::move(sql)) {}

  // An empty text sets nothing.
  void set(std::string_view name, std::string_view value);
  // A text that is looked for in lower(…), which both databases do for ASCII only.
  void set_small(std::string_view name, std::string_view value);
  void set(std::string_view name, std::int64_t value);
  // At most so many rows; 0: all.
  void limit(std::int64_t rows);

  [[nodiscard]] Result<Query> ask(Database& database) const;

 private:
  [[nodiscard]] bool is_given(std::string_view names) const;
  std::string sql_;
  std::map<std::string, std::string, std::less<>> texts_;
  std::map<std::string, std::int64_t, std::less<>> numbers_;
};

}  // namespace wireroom
