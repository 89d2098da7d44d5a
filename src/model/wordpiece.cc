#include "model/wordpiece.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstring>

namespace wireroom {
namespace {

std::uint64_t hash(std::string_view text) {
  std::uint64_t h = 1469598103934665603ULL;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return h ^ (h >> 29);
}

bool ascii_punctuation(unsigned char c) {
  return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
}

bool cuts(utf8proc_category_t category) {
  switch (category) {
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return true;
    default:
      return false;
  }
}

// Writes the lower-cased form without accents; 0x01 stands around characters that are parts of their own.
void normalise(std::string_view form, std::string& out) {
  out.clear();
  const auto append = [&out](utf8proc_int32_t code_point) {
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(code_point, bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  };
  for (std::size_t at = 0; at < form.size();) {
    const auto c = static_cast<unsigned char>(form[at]);
    if (c < 0x80) {
      ++at;
      if (ascii_punctuation(c)) {
        out += '\x01';
        out += static_cast<char>(c);
        out += '\x01';
      } else if (c > 32 && c != 127) {
        out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      }
      continue;
    }
    utf8proc_int32_t code_point = 0;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(form.data()) + at,
                                       static_cast<utf8proc_ssize_t>(form.size() - at), &code_point);
    if (used <= 0) {
      ++at;
      continue;
    }
    at += static_cast<std::size_t>(used);
    utf8proc_int32_t parts[32];
    int last_class = UTF8PROC_BOUNDCLASS_START;
    const auto count =
        utf8proc_decompose_char(utf8proc_tolower(code_point), parts, 32,
                                static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STABLE), &last_class);
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 32); ++i) {
      const auto category = utf8proc_category(parts[i]);
      if (category == UTF8PROC_CATEGORY_MN) continue;
      const bool alone = cuts(category) || (parts[i] >= 0x4E00 && parts[i] <= 0x9FFF);
      if (alone) out += '\x01';
      append(parts[i]);
      if (alone) out += '\x01';
    }
  }
}

}  // namespace

Wordpiece::Wordpiece(std::string_view vocabulary) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < vocabulary.size();) {
    const std::size_t end = std::min(vocabulary.find('\n', at), vocabulary.size());
    lines.push_back(vocabulary.substr(at, end - at));
    at = end + 1;
  }
  size_ = static_cast<std::int32_t>(lines.size());
  std::size_t capacity = 16;
  while (capacity < lines.size() * 2) capacity *= 2;
  begins_.resize(capacity);
  continues_.resize(capacity);
  for (std::size_t number = 0; number < lines.size(); ++number) {
    const std::string_view line = lines[number];
    const auto id = static_cast<std::int32_t>(number);
    if (line == "[UNK]") unknown_ = id;
    if (line == "[CLS]") begin_ = id;
    if (line == "[SEP]") end_ = id;
    const bool continuing = line.size() > 2 && line.starts_with("##");
    const std::string_view piece = continuing ? line.substr(2) : line;
    auto& slots = continuing ? continues_ : begins_;
    std::size_t at = hash(piece) & (capacity - 1);
    while (slots[at].number >= 0) at = (at + 1) & (capacity - 1);
    slots[at] = {piece.data(), static_cast<std::uint32_t>(piece.size()), id};
    longest_ = std::max(longest_, piece.size());
  }
}

std::int32_t Wordpiece::find(std::string_view piece, bool continuing) const {
  const auto& slots = continuing ? continues_ : begins_;
  std::size_t at = hash(piece) & (slots.size() - 1);
  while (slots[at].number >= 0) {
    if (slots[at].size == piece.size() && std::memcmp(slots[at].text, piece.data(), piece.size()) == 0)
      return slots[at].number;
    at = (at + 1) & (slots.size() - 1);
  }
  return -1;
}

void Wordpiece::encode_part(std::string_view part, std::size_t most, std::vector<std::int32_t>& pieces) const {
  const std::size_t first = pieces.size();
  for (std::size_t at = 0; at < part.size() && pieces.size() < most;) {
    std::size_t size = std::min(part.size() - at, longest_);
    std::int32_t number = -1;
    for (; size > 0; --size) {
      if (at + size < part.size() && (static_cast<unsigned char>(part[at + size]) & 0xC0) == 0x80) continue;
      number = find(part.substr(at, size), at > 0);
      if (number >= 0) break;
    }
    if (number < 0) {  // as the original: one unknown character makes the whole part unknown
      pieces.resize(first);
      pieces.push_back(unknown_);
      return;
    }
    pieces.push_back(number);
    at += size;
  }
}

void Wordpiece::encode(std::string_view form, std::string& scratch, std::vector<std::int32_t>& pieces) const {
  const std::size_t first = pieces.size();
  const std::size_t most = first + kMostPiecesOfWord;
  normalise(form.substr(0, 256), scratch);
  const std::string_view all = scratch;
  for (std::size_t at = 0; at < all.size() && pieces.size() < most;) {
    const std::size_t end = std::min(all.find('\x01', at), all.size());
    if (end > at) encode_part(all.substr(at, end - at), most, pieces);
    at = end + 1;
  }
  if (pieces.size() == first) pieces.push_back(unknown_);
}

}  // namespace wireroom
