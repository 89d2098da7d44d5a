#include "model/form_features.h"

#include <utf8proc.h>

#include <string>

namespace wireroom {
namespace {

bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::string lower_case(std::string_view form) {
  std::string out;
  for (std::size_t at = 0; at < form.size();) {
    const auto byte = static_cast<unsigned char>(form[at]);
    if (byte < 0x80) {
      out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : form[at];
      ++at;
      continue;
    }
    utf8proc_int32_t code_point = 0;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(form.data()) + at,
                                       static_cast<utf8proc_ssize_t>(form.size() - at), &code_point);
    if (used <= 0) {
      out += form[at++];
      continue;
    }
    at += static_cast<std::size_t>(used);
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(utf8proc_tolower(code_point), bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  }
  return out;
}

// FNV-1a over the kind of the feature and its bytes.
std::uint16_t bucket(std::size_t kind, std::string_view text) {
  std::uint64_t hash = (14695981039346656037ULL ^ kind) * 1099511628211ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  hash ^= hash >> 32;
  return static_cast<std::uint16_t>(1 + hash % (kFormBuckets - 1));
}

}  // namespace

FormFeatures form_features(std::string_view form) {
  const std::string lower = lower_case(form);
  FormFeatures out{};
  out[0] = bucket(0, lower);
  std::size_t begin = lower.size();
  for (std::size_t length = 1; length < kFormFeatures; ++length) {
    if (begin > 0) --begin;
    while (begin > 0 && !begins_code_point(lower[begin])) --begin;
    out[length] = bucket(length, std::string_view(lower).substr(begin));
  }
  return out;
}

}  // namespace wireroom
