#include "export/parquet_column.h"

#include <zlib.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <new>

#include "wireroom/calendar.h"

namespace wireroom {
namespace {

using Type = ExportColumn::Type;

// Numbers of the format (parquet.thrift).
enum Physical : std::int32_t { kBoolean = 0, kInt32 = 1, kInt64 = 2, kDouble = 5, kByteArray = 6 };
constexpr std::int32_t kPlain = 0, kRunLengths = 3, kGzip = 2, kOptional = 1;
constexpr std::int32_t kUtf8 = 0, kDate = 6, kTimestampMicros = 10;
constexpr std::size_t kPageSize = 1 << 20, kLongestExtreme = 64;

Physical physical(Type type) {
  switch (type) {
    case Type::boolean:
      return kBoolean;
    case Type::date:
      return kInt32;
    case Type::integer:
    case Type::datetime:
      return kInt64;
    case Type::number:
    case Type::decimal:
      return kDouble;
    default:
      return kByteArray;
  }
}

template <typename Value>
std::string little_endian(Value value) {
  std::string bytes(sizeof value, '\0');
  std::memcpy(bytes.data(), &value, sizeof value);  // x86-64 and all that Debian builds for beside s390x
  return bytes;
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  constexpr int kGzipHeader = 16;
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + kGzipHeader, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);  // the bound leaves room for all
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

void append_variable(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>((value & 0x7F) | 0x80);
  out += static_cast<char>(value);
}

std::optional<std::int32_t> day_number(std::string_view text) {
  const auto date = parse_iso_date(text);
  if (!date) return std::nullopt;
  return static_cast<std::int32_t>(std::chrono::sys_days(*date).time_since_epoch().count());
}

// "2026-11-24T19:15:03Z"
std::optional<std::int64_t> microseconds(std::string_view text) {
  const auto day = day_number(text);
  int hour = 0, minute = 0, second = 0;
  if (!day || text.size() < 19 ||
      std::sscanf(std::string(text.substr(11, 8)).c_str(), "%2d:%2d:%2d", &hour, &minute, &second) != 3)
    return std::nullopt;
  return (((std::int64_t{*day} * 24 + hour) * 60 + minute) * 60 + second) * 1'000'000;
}

}  // namespace

void ParquetColumn::add(const Query& query, int column) {
  const std::size_t before = values_.size();
  const std::uint8_t bits_before = bit_count_;
  if (query.kind(column) != Query::Kind::null) add_value(query, column);
  const bool there = values_.size() != before || bit_count_ != bits_before;
  if (run_ > 0 && there != level_) end_run();
  level_ = there;
  ++run_;
  ++rows_;
  if (!there) ++missing_;
  if (values_.size() >= kPageSize) end_page();
}

// A date that is none counts as missing.
void ParquetColumn::add_value(const Query& query, int column) {
  switch (column_->type) {
    case Type::boolean:
      if (query.integer(column) != 0) bits_ = static_cast<std::uint8_t>(bits_ | 1u << bit_count_);
      if (++bit_count_ < 8) return;
      values_ += static_cast<char>(bits_);
      bits_ = bit_count_ = 0;
      return;
    case Type::integer: {
      const std::string plain = little_endian(query.integer(column));
      note_extremes(plain);
      values_ += plain;
      return;
    }
    case Type::number:
    case Type::decimal:
      values_ += little_endian(query.number(column));
      return;
    case Type::date:
      if (const auto day = day_number(query.text(column))) {
        note_extremes(little_endian(*day));
        values_ += little_endian(*day);
      }
      return;
    case Type::datetime:
      if (const auto moment = microseconds(query.text(column))) {
        note_extremes(little_endian(*moment));
        values_ += little_endian(*moment);
      }
      return;
    default: {
      const std::string_view text = query.text(column);
      note_extremes(text);
      values_ += little_endian(static_cast<std::uint32_t>(text.size()));
      values_ += text;
    }
  }
}

void ParquetColumn::note_extremes(std::string_view plain) {
  if (!extremes_known_) return;
  if (plain.size() > kLongestExtreme) {
    extremes_known_ = false;
    return;
  }
  const auto number = [](std::string_view bytes) {
    std::int64_t value = 0;
    if (bytes.size() == sizeof(std::int32_t)) {
      std::int32_t small = 0;
      std::memcpy(&small, bytes.data(), sizeof small);
      value = small;
    } else {
      std::memcpy(&value, bytes.data(), sizeof value);
    }
    return value;
  };
  const auto less = [&](std::string_view a, std::string_view b) {
    return physical(column_->type) == kByteArray ? a < b : number(a) < number(b);
  };
  if (!least_ || less(plain, *least_)) least_ = plain;
  if (!greatest_ || less(*greatest_, plain)) greatest_ = plain;
}

void ParquetColumn::end_run() {
  append_variable(levels_, std::uint64_t{run_} << 1);
  levels_ += level_ ? '\1' : '\0';
  run_ = 0;
}

void ParquetColumn::end_page() {
  if (rows_ == 0) return;
  if (run_ > 0) end_run();
  if (bit_count_ > 0) values_ += static_cast<char>(bits_);
  std::string plain = little_endian(static_cast<std::uint32_t>(levels_.size()));
  plain += levels_;
  plain += values_;
  const std::string packed = gzip(plain);
  std::string header;
  ThriftWriter thrift(header);
  thrift.begin_struct();
  thrift.integer32(1, 0);  // a data page
  thrift.integer32(2, static_cast<std::int32_t>(plain.size()));
  thrift.integer32(3, static_cast<std::int32_t>(packed.size()));
  thrift.begin_struct(5);
  thrift.integer32(1, static_cast<std::int32_t>(rows_));
  thrift.integer32(2, kPlain);
  thrift.integer32(3, kRunLengths);
  thrift.integer32(4, kRunLengths);
  thrift.end_struct();
  thrift.end_struct();
  uncompressed_ += header.size() + plain.size();
  compressed_ += header.size() + packed.size();
  pages_ += header;
  pages_ += packed;
  total_rows_ += rows_;
  rows_ = 0;
  bits_ = bit_count_ = 0;
  values_.clear();
  levels_.clear();
}

std::string ParquetColumn::take_pages() {
  end_page();
  return std::move(pages_);
}

void ParquetColumn::clear() {
  pages_.clear();
  uncompressed_ = compressed_ = total_rows_ = missing_ = 0;
  least_.reset();
  greatest_.reset();
  extremes_known_ = true;
}

void ParquetColumn::describe(ThriftWriter& thrift) const {
  thrift.begin_struct();
  thrift.integer32(1, physical(column_->type));
  thrift.integer32(3, kOptional);
  thrift.binary(4, column_->name);
  if (column_->type == Type::string) {
    thrift.integer32(6, kUtf8);
    thrift.begin_struct(10);
    thrift.empty_struct(1);
    thrift.end_struct();
  } else if (column_->type == Type::date) {
    thrift.integer32(6, kDate);
    thrift.begin_struct(10);
    thrift.empty_struct(6);
    thrift.end_struct();
  } else if (column_->type == Type::datetime) {
    thrift.integer32(6, kTimestampMicros);
    thrift.begin_struct(10);
    thrift.begin_struct(8);
    thrift.boolean(1, true);  // adjusted to UTC
    thrift.begin_struct(2);
    thrift.empty_struct(2);  // microseconds
    thrift.end_struct();
    thrift.end_struct();
    thrift.end_struct();
  }
  thrift.end_struct();
}

void ParquetColumn::chunk(ThriftWriter& thrift, std::uint64_t offset) const {
  thrift.begin_struct();
  thrift.integer64(2, static_cast<std::int64_t>(offset));
  thrift.begin_struct(3);
  thrift.integer32(1, physical(column_->type));
  thrift.begin_list(2, ThriftWriter::kInteger32, 2);
  thrift.element(kPlain);
  thrift.element(kRunLengths);
  thrift.begin_list(3, ThriftWriter::kBinary, 1);
  thrift.element(column_->name);
  thrift.integer32(4, kGzip);
  thrift.integer64(5, static_cast<std::int64_t>(total_rows_));
  thrift.integer64(6, static_cast<std::int64_t>(uncompressed_));
  thrift.integer64(7, static_cast<std::int64_t>(compressed_));
  thrift.integer64(9, static_cast<std::int64_t>(offset));
  thrift.begin_struct(12);
  thrift.integer64(3, static_cast<std::int64_t>(missing_));
  if (extremes_known_ && least_) {
    thrift.binary(5, *greatest_);
    thrift.binary(6, *least_);
  }
  thrift.end_struct();
  thrift.end_struct();
  thrift.end_struct();
}

}  // namespace wireroom
