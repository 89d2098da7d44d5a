// A value or an Error; the names are those of std::expected, which will replace it with C++23.
//
//   Result<Table> table = read_table(bytes);
//   if (!table) return table.error();
//   use(*table);
//
// WIREROOM_TRY(name, expression) does the same in one line.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace wireroom {

enum class ErrorKind { input, call, output, data };

// `message` is complete for the user: place ("reports.ndjson:7:"), what is wrong, what to do.
struct Error {
  ErrorKind kind = ErrorKind::input;
  std::string message;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit by design
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit by design

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

struct Done {};
using Status = Result<Done>;

}  // namespace wireroom

#define WIREROOM_CONCAT_(a, b) a##b
#define WIREROOM_CONCAT(a, b) WIREROOM_CONCAT_(a, b)
#define WIREROOM_TRY_(name, expression, temporary)      \
  auto temporary = (expression);                        \
  if (!temporary.has_value()) return temporary.error(); \
  auto name = std::move(temporary).value()
// Declares `name` with the value of `expression`, or returns its error from the function around.
#define WIREROOM_TRY(name, expression) WIREROOM_TRY_(name, expression, WIREROOM_CONCAT(wireroom_try_, __LINE__))
// For an expression whose value does not matter: returns its error from the function around.
#define WIREROOM_DO(expression)                                   \
  do {                                                            \
    const auto wireroom_done = (expression);                      \
    if (!wireroom_done.has_value()) return wireroom_done.error(); \
  } while (false)
