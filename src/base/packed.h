// Tables that are made once, when the program is built, and read in place: arrays of plain values, one pool of texts,
// indexes from a text to values. For the gazetteer and the directory, whose 55,000 rows would cost every start half a
// second of parsing.
//
//   PackWriter writer;                                   PackReader reader = *PackReader::open(bytes, "places");
//   writer.array(std::vector<Town>{…});                  std::span<const Town> towns = *reader.array<Town>();
//   writer.index(towns_by_name);                         PackedIndex<Use> names = *reader.index<Use>();
//   std::string bytes = writer.finish("places");         names.find("Kyiv"); reader.text(towns[0].name);
//
// Sections are read in the order in which they were written. Values are trivially copyable, without pointers, little
// endian; bytes begin at a multiple of 8. open() refuses another kind, version or size with a reason, array() and
// index() a section that does not fit. Views live as long as the bytes. The same tables give the same bytes.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace wireroom {

static_assert(std::endian::native == std::endian::little, "packed tables are read in place and little endian");

using TextRef = std::uint32_t;  // a text of the pool; 0 is the empty one

// A text of the pool: two bytes of length, then the bytes.
[[nodiscard]] inline std::string_view pooled(std::string_view pool, TextRef ref) {
  std::uint16_t size = 0;
  std::memcpy(&size, pool.data() + ref, sizeof size);
  return pool.substr(ref + sizeof size, size);
}

[[nodiscard]] std::uint32_t packed_hash(std::string_view key);

struct PackedKey {
  std::uint32_t hash = 0;
  TextRef key = 0;
  std::uint32_t first = 0, count = 0;  // of the index's values
};

// From a text to values, a hash table with its keys sorted by bucket.
template <typename Value>
class PackedIndex {
 public:
  PackedIndex() = default;
  PackedIndex(std::span<const std::uint32_t> buckets, std::span<const PackedKey> keys, std::span<const Value> values,
              std::string_view pool)
      : buckets_(buckets), keys_(keys), values_(values), pool_(pool) {}

  // The values of a key in the order in which they were packed; empty for an unknown one.
  [[nodiscard]] std::span<const Value> find(std::string_view key) const {
    if (buckets_.size() < 2) return {};
    const std::uint32_t hash = packed_hash(key);
    const std::size_t bucket = hash % (buckets_.size() - 1);
    for (std::uint32_t at = buckets_[bucket]; at < buckets_[bucket + 1]; ++at)
      if (keys_[at].hash == hash && pooled(pool_, keys_[at].key) == key)
        return values_.subspan(keys_[at].first, keys_[at].count);
    return {};
  }

 private:
  std::span<const std::uint32_t> buckets_;
  std::span<const PackedKey> keys_;
  std::span<const Value> values_;
  std::string_view pool_;
};

class PackWriter {
 public:
  PackWriter();
  // The reference of a text; the same one for the same text. Longer than 65,535 bytes: cut (no name is).
  TextRef text(std::string_view text);
  // The reference of a text that was put into the pool before.
  [[nodiscard]] std::optional<TextRef> known(std::string_view text) const;

  template <typename Value>
  void array(const std::vector<Value>& values) {
    static_assert(std::is_trivially_copyable_v<Value>);
    section(values.data(), sizeof(Value), values.size());
  }

  template <typename Value>
  void index(const std::map<std::string, std::vector<Value>, std::less<>>& lists) {
    std::vector<PackedKey> keys;
    std::vector<Value> values;
    for (const auto& [key, list] : lists) {
      keys.push_back({packed_hash(key), text(key), static_cast<std::uint32_t>(values.size()),
                      static_cast<std::uint32_t>(list.size())});
      values.insert(values.end(), list.begin(), list.end());
    }
    array(sorted_by_bucket(keys));
    array(keys);
    array(values);
  }

  // Header, sections, pool. The writer is empty afterwards.
  std::string finish(std::string_view kind);

 private:
  void section(const void* bytes, std::size_t size, std::size_t count);
  // Sorts the keys by bucket; where each bucket begins, and the end.
  static std::vector<std::uint32_t> sorted_by_bucket(std::vector<PackedKey>& keys);

  std::string sections_, pool_;
  std::unordered_map<std::string, TextRef> texts_;
};

class PackReader {
 public:
  static Result<PackReader> open(std::string_view bytes, std::string_view kind);

  template <typename Value>
  Result<std::span<const Value>> array() {
    static_assert(std::is_trivially_copyable_v<Value> && alignof(Value) <= 8);
    WIREROOM_TRY(bytes, section(sizeof(Value)));
    return std::span(reinterpret_cast<const Value*>(bytes.data()), bytes.size() / sizeof(Value));
  }

  template <typename Value>
  Result<PackedIndex<Value>> index() {
    WIREROOM_TRY(buckets, array<std::uint32_t>());
    WIREROOM_TRY(keys, array<PackedKey>());
    WIREROOM_TRY(values, array<Value>());
    return PackedIndex<Value>(buckets, keys, values, pool_);
  }

  [[nodiscard]] std::string_view pool() const { return pool_; }

 private:
  Result<std::string_view> section(std::size_t value_size);
  Error damaged(std::string_view why) const;

  std::string kind_;
  std::string_view rest_, pool_;
};

// The bytes of a packed table and, where they were made at run time, their owner.
struct PackedFile {
  std::string_view bytes;
  std::unique_ptr<std::string> own;
};

// The table `kind` that was embedded when the program was built. Where the user has put another file in the place of
// one of its `sources`, or the program holds none (the packing program itself), it is made now.
Result<PackedFile> packed_file(std::string_view kind, std::initializer_list<std::string_view> sources,
                               const std::function<Result<std::string>()>& make);

}  // namespace wireroom
