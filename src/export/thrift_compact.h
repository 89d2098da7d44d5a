// Thrift's compact protocol, as much of it as the headers and footers of Parquet need (Thrift specification "Thrift
// compact protocol encoding").
//
//   std::string out;
//   ThriftWriter thrift(out);
//   thrift.begin_struct();                 // also the outermost
//   thrift.integer32(1, 2);                // field 1
//   thrift.begin_list(4, ThriftWriter::kStruct, 7);
//   …seven begin_struct() … end_struct()…
//   thrift.end_struct();
//
// Fields must be written in the order of their numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wireroom {

class ThriftWriter {
 public:
  static constexpr std::uint8_t kInteger32 = 5, kBinary = 8, kStruct = 12;

  explicit ThriftWriter(std::string& out) : out_(out) {}

  void begin_struct() { last_field_.push_back(0); }
  void begin_struct(int field) {
    header(field, kStruct);
    begin_struct();
  }
  void end_struct() {
    out_ += '\0';
    last_field_.pop_back();
  }
  void empty_struct(int field) {
    begin_struct(field);
    end_struct();
  }

  void boolean(int field, bool value) { header(field, value ? 1 : 2); }
  void integer16(int field, std::int16_t value) { integer(field, 4, value); }
  void integer32(int field, std::int32_t value) { integer(field, kInteger32, value); }
  void integer64(int field, std::int64_t value) { integer(field, 6, value); }
  void binary(int field, std::string_view bytes) {
    header(field, kBinary);
    element(bytes);
  }
  void begin_list(int field, std::uint8_t type, std::size_t size) {
    header(field, 9);
    if (size < 15) {
      out_ += static_cast<char>(size << 4 | type);
    } else {
      out_ += static_cast<char>(0xF0 | type);
      variable(size);
    }
  }
  // Elements of a list.
  void element(std::string_view bytes) {
    variable(bytes.size());
    out_ += bytes;
  }
  void element(std::int32_t value) { variable(zigzag(value)); }

 private:
  static std::uint64_t zigzag(std::int64_t value) {
    return static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63);
  }
  void variable(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>((value & 0x7F) | 0x80);
    out_ += static_cast<char>(value);
  }
  void integer(int field, std::uint8_t type, std::int64_t value) {
    header(field, type);
    variable(zigzag(value));
  }
  void header(int field, std::uint8_t type) {
    const int step = field - last_field_.back();
    if (step > 0 && step < 16) {
      out_ += static_cast<char>(step << 4 | type);
    } else {
      out_ += static_cast<char>(type);
      variable(zigzag(field));
    }
    last_field_.back() = field;
  }

  std::string& out_;
  std::vector<int> last_field_;  // of each open struct
};

}  // namespace wireroom
