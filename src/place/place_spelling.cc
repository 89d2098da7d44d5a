#include "place/place_spelling.h"

namespace wireroom {

bool begins_like_name(std::string_view text) {
  return !text.empty() && ((text[0] >= 'A' && text[0] <= 'Z') || (static_cast<unsigned char>(text[0]) >= 0xC3));
}

bool all_capitals(std::string_view text) {
  int letters = 0;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') return false;
    letters += c >= 'A' && c <= 'Z';
  }
  return letters >= 4;
}

std::string title_case(std::string_view text) {
  std::string result(text);
  bool begin = true;
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z' && !begin) c = static_cast<char>(c + 32);
    begin = !((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '\'' || static_cast<unsigned char>(c) >= 0x80);
  }
  return result;
}

std::string as_in_tables(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 3) == "\u2019") {
      result += '\'';
      i += 2;
    } else if (text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r') {
      if (!result.empty() && result.back() != ' ') result += ' ';
    } else {
      result += text[i];
    }
  }
  return result;
}

}  // namespace wireroom
