#include "model/word_shape.h"

#include <utf8proc.h>

namespace wireroom {
namespace {

struct Counts {
  int upper = 0, lower = 0, digits = 0, others = 0;
  bool first_upper = false;
};

Counts count(std::string_view form) {
  Counts counts;
  bool first_letter = true;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(form.data());
  auto left = static_cast<utf8proc_ssize_t>(form.size());
  while (left > 0) {
    utf8proc_int32_t code_point = 0;
    const utf8proc_ssize_t used = utf8proc_iterate(bytes, left, &code_point);
    if (used <= 0) break;
    bytes += used;
    left -= used;
    switch (utf8proc_category(code_point)) {
      case UTF8PROC_CATEGORY_LU:
      case UTF8PROC_CATEGORY_LT:
        ++counts.upper;
        if (first_letter) counts.first_upper = true;
        first_letter = false;
        break;
      case UTF8PROC_CATEGORY_LL:
      case UTF8PROC_CATEGORY_LO:
      case UTF8PROC_CATEGORY_LM:
        ++counts.lower;
        first_letter = false;
        break;
      case UTF8PROC_CATEGORY_ND:
        ++counts.digits;
        break;
      default:
        ++counts.others;
    }
  }
  return counts;
}

std::uint8_t shape(const Counts& c) {
  const int letters = c.upper + c.lower;
  if (letters == 0) return c.digits > 0 ? 5 : 7;
  if (c.digits > 0) return 6;
  if (c.upper == 0) return 0;
  if (c.lower == 0) return c.upper == 1 ? 3 : 2;
  return c.upper == 1 && c.first_upper ? 1 : 4;
}

}  // namespace

std::uint8_t word_shape(std::string_view form, bool first_of_sentence) {
  return static_cast<std::uint8_t>(shape(count(form)) + (first_of_sentence ? 8 : 0));
}

}  // namespace wireroom
