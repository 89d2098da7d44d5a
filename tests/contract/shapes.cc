#include "contract/shapes.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace wireroom::contract {
namespace {

using nlohmann::json;

const json& shapes() {
  static const json all = [] {
    std::ifstream in(WIREROOM_RECORD_SHAPES);
    if (!in) throw std::runtime_error("cannot read " WIREROOM_RECORD_SHAPES);
    return json::parse(in);
  }();
  return all;
}

bool is_one_of(const std::string& words, const std::string& value) {
  std::istringstream in(words);
  for (std::string word; in >> word;)
    if (word == value) return true;
  return false;
}

bool digits(const std::string& value) {
  return !value.empty() && value.find_first_not_of("0123456789") == std::string::npos;
}

// "2016-03-24", also with "T15:04" behind.
bool is_time(const std::string& value) {
  if (value.size() < 10 || value[4] != '-' || value[7] != '-') return false;
  return digits(value.substr(0, 4)) && digits(value.substr(5, 2)) && digits(value.substr(8, 2)) &&
         (value.size() == 10 || value[10] == 'T');
}

const std::string kEvents =
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE "
    "ASSAULT";
const std::string kSectors =
    "GOV MIL REB OPP PTY LEG COP JUD SPY PRM UAF JRN MED ELI EDU BUS AGR CRM CVL LAB REF REL SOC PRE UNK";

class Check {
 public:
  explicit Check(const Visitor& visitor) : visitor_(visitor) {}

  void value(const json& shape, const json& value, const std::string& where) {
    if (shape.is_string()) {
      const auto word = shape.get<std::string>();
      if (word.starts_with('@'))
        this->value(shapes().at(word), value, where);
      else
        plain(word, value, where);
    } else if (shape.is_array()) {
      list(shape.front(), value, where);
    } else {
      object(shape, value, where);
    }
  }

  void object(const json& shape, const json& value, const std::string& where) {
    if (!value.is_object()) return fault(where, "is no object");
    std::set<std::string> known;
    for (const auto& [key, inner] : shape.items()) {
      const bool must = key.ends_with('!');
      const std::string name = must ? key.substr(0, key.size() - 1) : key;
      known.insert(name);
      const std::string place = where.empty() ? name : where + "." + name;
      if (value.contains(name)) {
        this->value(inner, value[name], place);
        if (!must && value[name].is_array() && value[name].empty()) fault(place, "is empty; such a key is left out");
      } else if (must)
        fault(place, "is missing");
    }
    for (const auto& [key, inner] : value.items())
      if (!known.contains(key))
        fault(where.empty() ? key : where + "." + key,
              "is no key of this record; a new one goes into docs/records.md and tests/contract/records.json");
  }

 private:
  void fault(const std::string& where, const std::string& what) { visitor_.fault(where, what); }

  void list(const json& shape, const json& value, const std::string& where) {
    if (!value.is_array()) return fault(where, "is no list");
    std::size_t number = 0;
    for (const json& each : value) this->value(shape, each, where + "[" + std::to_string(number++) + "]");
  }

  void span(const json& value, const std::string& where) {
    const bool pair =
        value.is_array() && value.size() == 2 && value[0].is_number_unsigned() && value[1].is_number_unsigned();
    if (!pair) return fault(where, "is no span");
    visitor_.span(where, value[0].get<std::size_t>(), value[1].get<std::size_t>());
  }

  void plain(const std::string& word, const json& value, const std::string& where) {
    if (word == "any") return;
    if (word == "span") return span(value, where);
    if (word == "spans") return list("span", value, where);
    if (word == "whole") return value.is_number_unsigned() ? void() : fault(where, "is no whole number");
    if (word == "number") return value.is_number() ? void() : fault(where, "is no number");
    if (word == "flag") return value == true ? void() : fault(where, "is not true");
    if (word == "score")
      return value.is_number() && value >= 0 && value <= 1 ? void() : fault(where, "is no number from 0 to 1");
    if (!value.is_string()) return fault(where, "is no text");
    const auto text = value.get<std::string>();
    if (text.empty()) return fault(where, "is empty; a key without a value is left out");
    if (word.starts_with("id ")) return visitor_.reference(where, text, word[3]);
    if (!fits(word, text)) fault(where, "\"" + text + "\" is no " + word);
  }

  static bool fits(const std::string& word, const std::string& text) {
    if (word == "text") return true;
    if (word == "digits") return digits(text);
    if (word == "time") return is_time(text);
    if (word == "event") return is_one_of(kEvents, text);
    if (word == "sector") return is_one_of(kSectors, text);
    if (word == "country")
      return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (word == "precision") return is_one_of("minute hour day week month quarter year decade", text);
    if (word == "approximate") return is_one_of("about more_than less_than at_least at_most", text);
    if (word.starts_with("one of ")) return is_one_of(word.substr(7), text);
    throw std::runtime_error("records.json: no shape " + word);
  }

  const Visitor& visitor_;
};

}  // namespace

void check_shape(const json& record, const Visitor& visitor) {
  const std::string type = record.value("type", "");
  if (type.empty() || !shapes().contains(type)) return visitor.fault("type", "\"" + type + "\" is no type of record");
  Check(visitor).object(shapes()[type], record, "");
}

}  // namespace wireroom::contract
