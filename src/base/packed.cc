#include "base/packed.h"

#include <fmt/format.h>

#include "base/assets.h"

namespace wireroom {
namespace {

constexpr std::uint32_t kVersion = 1;  // changes with the form of the sections below or of any packed value

struct Header {
  char magic[8] = {'W', 'I', 'R', 'E', 'P', 'A', 'C', 'K'};
  char kind[16] = {};
  std::uint32_t version = kVersion;
  std::uint32_t pool = 0;  // offset of the pool
  std::uint64_t size = 0;  // of all
};

struct SectionHeader {
  std::uint32_t value_size = 0, count = 0;
};

void fill_to_8(std::string& bytes) { bytes.resize((bytes.size() + 7) / 8 * 8, '\0'); }

}  // namespace

std::uint32_t packed_hash(std::string_view key) {  // FNV-1a, folded
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

PackWriter::PackWriter() { text({}); }

TextRef PackWriter::text(std::string_view text) {
  text = text.substr(0, 0xFFFF);
  const auto [found, fresh] = texts_.emplace(std::string(text), static_cast<TextRef>(pool_.size()));
  if (fresh) {
    const auto size = static_cast<std::uint16_t>(text.size());
    pool_.append(reinterpret_cast<const char*>(&size), sizeof size);
    pool_ += text;
  }
  return found->second;
}

std::optional<TextRef> PackWriter::known(std::string_view text) const {
  const auto found = texts_.find(std::string(text));
  return found == texts_.end() ? std::nullopt : std::optional(found->second);
}

void PackWriter::section(const void* bytes, std::size_t size, std::size_t count) {
  const SectionHeader header{static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(count)};
  sections_.append(reinterpret_cast<const char*>(&header), sizeof header);
  if (count > 0) sections_.append(static_cast<const char*>(bytes), size * count);
  fill_to_8(sections_);
}

std::vector<std::uint32_t> PackWriter::sorted_by_bucket(std::vector<PackedKey>& keys) {
  const std::size_t buckets = std::max<std::size_t>(1, keys.size());
  std::stable_sort(keys.begin(), keys.end(),
                   [&](const PackedKey& a, const PackedKey& b) { return a.hash % buckets < b.hash % buckets; });
  std::vector<std::uint32_t> begins(buckets + 1, 0);
  for (const PackedKey& key : keys) ++begins[key.hash % buckets + 1];
  for (std::size_t i = 0; i < buckets; ++i) begins[i + 1] += begins[i];
  return begins;
}

std::string PackWriter::finish(std::string_view kind) {
  Header header;
  kind.copy(header.kind, sizeof header.kind);
  header.pool = static_cast<std::uint32_t>(sizeof header + sections_.size());
  header.size = header.pool + pool_.size();
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes += sections_;
  bytes += pool_;
  *this = PackWriter();
  return bytes;
}

Error PackReader::damaged(std::string_view why) const {
  return Error{ErrorKind::data,
               fmt::format("the packed table \"{}\" cannot be read: {}; build the program anew", kind_, why)};
}

Result<PackReader> PackReader::open(std::string_view bytes, std::string_view kind) {
  PackReader reader;
  reader.kind_ = kind;
  Header header;
  if (bytes.size() < sizeof header) return reader.damaged("it is too short");
  std::memcpy(&header, bytes.data(), sizeof header);
  const std::string_view named(header.kind, ::strnlen(header.kind, sizeof header.kind));
  if (std::memcmp(header.magic, Header().magic, sizeof header.magic) != 0) return reader.damaged("it is none");
  if (named != kind) return reader.damaged(fmt::format("it is another one, \"{}\"", named));
  if (header.version != kVersion) return reader.damaged(fmt::format("it has version {}", header.version));
  if (header.size != bytes.size() || header.pool > bytes.size() || header.pool < sizeof header)
    return reader.damaged(fmt::format("{} bytes, but {} are told", bytes.size(), header.size));
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 != 0) return reader.damaged("it begins at an odd address");
  reader.rest_ = bytes.substr(sizeof header, header.pool - sizeof header);
  reader.pool_ = bytes.substr(header.pool);
  return reader;
}

Result<std::string_view> PackReader::section(std::size_t value_size) {
  SectionHeader header;
  if (rest_.size() < sizeof header) return damaged("a section is missing");
  std::memcpy(&header, rest_.data(), sizeof header);
  rest_.remove_prefix(sizeof header);
  const std::uint64_t size = std::uint64_t{header.value_size} * header.count;
  if (header.value_size != value_size || size > rest_.size()) return damaged("a section has another form");
  const std::string_view values = rest_.substr(0, size);
  rest_.remove_prefix(std::min<std::size_t>((size + 7) / 8 * 8, rest_.size()));
  return values;
}

Result<PackedFile> packed_file(std::string_view kind, std::initializer_list<std::string_view> sources,
                               const std::function<Result<std::string>()>& make) {
  PackedFile file;
  const bool replaced = std::any_of(sources.begin(), sources.end(), asset_is_replaced);
  if (const auto embedded = replaced ? std::nullopt : packed_asset(kind)) {
    file.bytes = *embedded;
    return file;
  }
  WIREROOM_TRY(bytes, make());
  file.own = std::make_unique<std::string>(std::move(bytes));
  file.bytes = *file.own;
  return file;
}

}  // namespace wireroom
