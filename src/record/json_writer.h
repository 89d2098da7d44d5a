// Writes compact JSON straight into a string: no tree in between, keys in the order of the calls.
//
//   std::string out;
//   JsonWriter json(out);
//   json.begin_object();
//   json.member("type", "event");       // left out if the text is empty
//   json.key("span"); json.begin_array(); json.integer(3); json.integer(9); json.end_array();
//   json.end_object();                  // {"type":"event","span":[3,9]}
//
// Promises: valid JSON for valid UTF-8; only what JSON demands is escaped, so that the words stay readable; numbers are
// printed with the fewest digits that give the same number back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wireroom {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { out_ += '}'; }
  void begin_array() { open('['); }
  void end_array() { out_ += ']'; }
  void key(std::string_view name);
  void string(std::string_view text);
  void integer(std::int64_t value);
  void number(double value);
  void boolean(bool value);
  void raw(std::string_view json);  // already JSON

  // Key and value; nothing at all if the text is empty.
  void member(std::string_view name, std::string_view text);

 private:
  void open(char bracket);
  void comma();  // before every value but the first of its list
  std::string& out_;
};

}  // namespace wireroom
