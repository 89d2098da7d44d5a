#include "model/lemma_script.h"

#include <utf8proc.h>

#include <algorithm>
#include <charconv>

namespace wireroom {
namespace {

bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_code_point));
}

// Case changes code point by code point; `title` keeps the first in upper case.
void change_case(std::string_view form, char how, std::string& out) {
  out.clear();
  if (how == 'k') {
    out = form;
    return;
  }
  bool first = true;
  for (std::size_t at = 0; at < form.size();) {
    utf8proc_int32_t code_point = 0;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(form.data()) + at,
                                       static_cast<utf8proc_ssize_t>(form.size() - at), &code_point);
    if (used <= 0) {
      out += form[at++];
      continue;
    }
    at += static_cast<std::size_t>(used);
    utf8proc_uint8_t bytes[4];
    const auto changed = how == 't' && first ? utf8proc_toupper(code_point) : utf8proc_tolower(code_point);
    const auto size = utf8proc_encode_char(changed, bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    first = false;
  }
}

// Bytes of the longest common prefix that ends between code points.
std::size_t common_prefix(std::string_view a, std::string_view b) {
  std::size_t size = 0;
  while (size < a.size() && size < b.size() && a[size] == b[size]) ++size;
  while (size > 0 &&
         ((size < a.size() && !begins_code_point(a[size])) || (size < b.size() && !begins_code_point(b[size]))))
    --size;
  return size;
}

struct Script {
  char how = 'k';
  std::size_t cut = 0;
  std::string_view suffix;
};

bool read(std::string_view script, Script& out) {
  const std::size_t bar = script.find('|');
  if (script.empty() || bar == std::string_view::npos) return false;
  out.how = script[0];
  const auto parsed = std::from_chars(script.data() + 1, script.data() + bar, out.cut);
  out.suffix = script.substr(bar + 1);
  return parsed.ec == std::errc() && parsed.ptr == script.data() + bar;
}

}  // namespace

std::string lemma_script(std::string_view form, std::string_view lemma) {
  std::string cased, best;
  std::size_t best_cost = static_cast<std::size_t>(-1);
  for (const char how : {'l', 'k', 't'}) {  // earlier ones win among equals
    change_case(form, how, cased);
    const std::size_t kept = common_prefix(cased, lemma);
    if (kept == 0) continue;
    const std::size_t cut = code_points(std::string_view(cased).substr(kept));
    const std::size_t cost = cut + code_points(lemma.substr(kept));
    // 'k' must not be chosen for what 'l' does as well, except that a name in capitals is kept ("U.S.").
    if (cost < best_cost) {
      best_cost = cost;
      best = how + std::to_string(cut) + "|" + std::string(lemma.substr(kept));
    }
  }
  if (best.empty() || best_cost > code_points(lemma) + 2) return "=" + std::string(lemma);
  return best;
}

bool script_applies(std::string_view script, std::string_view form) {
  if (script.starts_with('=')) return true;
  Script parts;
  return read(script, parts) && code_points(form) > parts.cut;
}

void apply_script(std::string_view script, std::string_view form, std::string& lemma) {
  Script parts;
  if (script.starts_with('=')) {
    lemma = script.substr(1);
    return;
  }
  if (!read(script, parts) || code_points(form) <= parts.cut) {
    change_case(form, 'l', lemma);
    return;
  }
  change_case(form, parts.how, lemma);
  for (std::size_t left = parts.cut; left > 0 && !lemma.empty(); --left) {
    while (lemma.size() > 1 && !begins_code_point(lemma.back())) lemma.pop_back();
    lemma.pop_back();
  }
  lemma += parts.suffix;
}

}  // namespace wireroom
