#include "record/json_writer.h"

#include <charconv>
#include <cmath>

namespace wireroom {

void JsonWriter::comma() {
  // Strings end with a quotation mark and numbers with a digit, so the last byte tells where we are.
  if (out_.empty()) return;
  switch (out_.back()) {
    case '{':
    case '[':
    case ':':
    case '\n':
    case ',':
      return;
    default:
      out_ += ',';
  }
}

void JsonWriter::open(char bracket) {
  comma();
  out_ += bracket;
}

void JsonWriter::string(std::string_view text) {
  comma();
  out_ += '"';
  std::size_t plain = 0;  // first byte not yet copied
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') [[likely]]
      continue;
    out_.append(text, plain, i - plain);
    plain = i + 1;
    switch (c) {
      case '"':
        out_ += "\\\"";
        break;
      case '\\':
        out_ += "\\\\";
        break;
      case '\n':
        out_ += "\\n";
        break;
      case '\r':
        out_ += "\\r";
        break;
      case '\t':
        out_ += "\\t";
        break;
      case '\b':
        out_ += "\\b";
        break;
      case '\f':
        out_ += "\\f";
        break;
      default: {
        constexpr char kDigits[] = "0123456789abcdef";
        out_ += "\\u00";
        out_ += kDigits[c >> 4];
        out_ += kDigits[c & 15];
      }
    }
  }
  out_.append(text, plain, text.size() - plain);
  out_ += '"';
}

void JsonWriter::key(std::string_view name) {
  string(name);
  out_ += ':';
}

void JsonWriter::integer(std::int64_t value) {
  comma();
  char digits[24];
  out_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void JsonWriter::number(double value) {
  comma();
  if (!std::isfinite(value)) {  // JSON has no word for it
    out_ += "null";
    return;
  }
  char digits[32];
  const bool whole = std::abs(value) < 1e15 && value == std::trunc(value);
  const auto end = whole ? std::to_chars(digits, digits + sizeof digits, static_cast<std::int64_t>(value))
                         : std::to_chars(digits, digits + sizeof digits, value);
  out_.append(digits, end.ptr);
}

void JsonWriter::boolean(bool value) {
  comma();
  out_ += value ? "true" : "false";
}

void JsonWriter::raw(std::string_view json) {
  comma();
  out_ += json;
}

void JsonWriter::member(std::string_view name, std::string_view text) {
  if (text.empty()) return;
  key(name);
  string(text);
}

}  // namespace wireroom
